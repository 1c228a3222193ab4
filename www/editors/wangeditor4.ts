// wangEditor 4. Its own way back is made of what it sees change in its element; Ctrl+Z is the browser's. Typing serves
// both. To be attached before or after `create`.

import { cellOf, cellsOf, watch, type Editor, type Kind } from './adapter';
import { typeOver } from './editable';

export const wangeditor4: Kind = {
  fits: (editor) => Boolean(editor?.txt?.html && editor.menus && editor.cmd),
  adapt(editor) {
    // While it is disabled it shows a copy.
    const body = (): HTMLElement | null => editor.$textContainerElem?.elems[0]?.querySelector('.w-e-content-preview') ?? editor.$textElem?.elems?.[0] ?? null;
    return {
      name: 'wangEditor 4',
      html: () => editor.txt.html(),
      body,
      cells: () => cellsOf(body()!),
      onChange: (tell) => watch(body(), tell),
      addButton(label, press) {
        const Menu = menu(editor.constructor, label, press);
        editor.menus.extend('gouji', Menu);
        // Before `create` its toolbar is not there, whatever stands in its place.
        const bar = editor.toolbarElemId && editor.$toolbarElem.elems[0];
        if (bar) bar.append(new Menu(editor).$elem.elems[0]);
        else if (!editor.config.menus.includes('gouji')) editor.config.menus = [...editor.config.menus, 'gouji'];
      },
      put(changes) {
        for (const [spot, text] of changes) typeOver(body()!, cellOf(spot), text);
      },
      insert(html) {
        editor.selection.restoreSelection();
        editor.cmd.do('insertHTML', html);
      },
    };
  },
};

function menu(E: Editor, label: string, press: () => void): Editor {
  return class extends E.BtnMenu {
    constructor(editor: Editor) {
      const $button = E.$(`<div class="w-e-menu" data-title="${label}">${label}</div>`);
      Object.assign($button.elems[0].style, { width: 'auto', padding: '0 6px', whiteSpace: 'nowrap', fontSize: '13px' });
      super($button, editor);
    }

    clickHandler(): void {
      press();
    }

    tryChangeActive(): void {
      // It is never active.
    }
  };
}
