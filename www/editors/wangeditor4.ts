// wangEditor 4. Its way back is made of what it sees change in its element. To be attached before or after `create`.

import { cellOf, cellsOf, setText, watch, type Editor, type Kind } from './adapter';

export const wangeditor4: Kind = {
  fits: (editor) => Boolean(editor?.txt?.html && editor.menus && editor.cmd),
  adapt(editor) {
    const body = (): HTMLElement | null => editor.$textElem?.elems?.[0] ?? null;
    return {
      name: 'wangEditor 4',
      ready: (tell) => tell(),
      html: () => editor.txt.html(),
      body,
      cells: () => cellsOf(body()!),
      onChange: (tell) => watch(body(), tell),
      addButton(label, press) {
        const Menu = menu(editor.constructor, label, press);
        editor.menus.extend('gouji', Menu);
        const bar = editor.$toolbarElem?.elems?.[0];
        if (bar) bar.append(new Menu(editor).$elem.elems[0]);
        else if (!editor.config.menus.includes('gouji')) editor.config.menus = [...editor.config.menus, 'gouji'];
      },
      put(changes) {
        // What was typed before is a step of its own.
        editor.change.save();
        for (const [spot, text] of changes) setText(cellOf(spot), text);
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
