// KindEditor 4. To be attached in `afterCreate`, or later.

import { cellOf, cellsOf, setText, watch, type Kind } from './adapter';

export const kindeditor: Kind = {
  fits: (editor) => Boolean(editor?.clickToolbar && editor.addBookmark && editor.edit !== undefined),
  adapt(editor) {
    const body = (): HTMLElement | null => (editor.edit?.designMode ? editor.edit.doc.body : null);
    return {
      name: 'KindEditor',
      html: () => editor.html(),
      body,
      cells: () => cellsOf(body()!),
      onChange: (tell) => watch(body(), tell),
      addButton(label, press) {
        editor.clickToolbar('gouji', press);
        const bar: HTMLElement = editor.toolbar.div[0];
        let button = bar.querySelector<HTMLElement>('[data-name="gouji"]');
        if (!button) {
          bar.insertAdjacentHTML('beforeend', '<span class="ke-outline" data-name="gouji" unselectable="on"><span class="ke-toolbar-icon" unselectable="on"></span></span>');
          button = bar.querySelector<HTMLElement>('[data-name="gouji"]')!;
        }
        button.title = label;
        const icon = button.firstElementChild as HTMLElement;
        icon.className = 'ke-toolbar-icon';
        icon.textContent = label;
        Object.assign(icon.style, { width: 'auto', font: '12px/16px sans-serif', textIndent: '0' });
      },
      put(changes) {
        editor.addBookmark(false);
        for (const [spot, text] of changes) setText(cellOf(spot), text);
        editor.addBookmark(false);
      },
      insert(html) {
        editor.focus();
        editor.insertHtml(html);
      },
    };
  },
};
