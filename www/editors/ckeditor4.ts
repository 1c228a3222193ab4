// CKEditor 4. To be attached right after `CKEDITOR.replace`, before its toolbar is built.

import { cellOf, cellsOf, setText, watch, type Kind } from './adapter';

export const ckeditor4: Kind = {
  fits: (editor) => Boolean(editor?.getData && editor.addCommand && editor.ui?.addButton),
  adapt(editor) {
    // In its source view the editable is a textarea.
    const body = (): HTMLElement | null => (editor.mode === 'wysiwyg' ? editor.editable()?.$ ?? null : null);
    return {
      name: 'CKEditor 4',
      html: () => editor.getData(),
      body,
      cells: () => cellsOf(body()!),
      onChange: (tell) => watch(body(), tell),
      addButton(label, press) {
        if (editor.status === 'ready') throw new Error('gouji: attach CKEditor 4 right after CKEDITOR.replace, or give options.button');
        const build = (): void => {
          editor.addCommand('gouji', { exec: press, canUndo: false, editorFocus: false, readOnly: 1 });
          editor.ui.addButton('Gouji', { label, command: 'gouji', toolbar: 'tools,100' });
        };
        if (editor.status === 'loaded') build();
        else editor.on('pluginsLoaded', build);
        // Its buttons show a picture; ours shows its words.
        editor.on('instanceReady', () => {
          const button = editor.ui.get('Gouji')?._?.id;
          const words = button && document.querySelector<HTMLElement>(`#${button}_label`);
          if (words) words.style.display = 'inline';
          const icon = button && document.querySelector<HTMLElement>(`#${button} .cke_button_icon`);
          if (icon) icon.style.display = 'none';
        });
      },
      put(changes) {
        editor.fire('saveSnapshot');
        for (const [spot, text] of changes) setText(cellOf(spot), text);
        editor.fire('saveSnapshot');
      },
      insert: (html) => editor.insertHtml(html),
    };
  },
};
