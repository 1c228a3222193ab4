// UEditor 1.4 and its relatives (UEditorPlus, the editors of TRS).

import { cellOf, cellsOf, setText, watch, type Editor, type Kind } from './adapter';

/** Its namespace, which holds the classes of its buttons. */
const namespace = (): Editor => (globalThis as Editor).UE ?? (globalThis as Editor).baidu?.editor;

export const ueditor: Kind = {
  fits: (editor) => Boolean(editor?.execCommand && editor.fireEvent && editor.getContent && editor.addListener),
  adapt: (editor) => ({
    name: 'UEditor',
    html: () => editor.getContent(),
    // In its source view the body stands outside of the window, as it was.
    body: () => (editor.body && editor.queryCommandState('source') !== 1 ? editor.body : null),
    cells: () => cellsOf(editor.body),
    onChange: (tell) => watch(editor.body, tell),
    addButton(label, press) {
      editor.ready(() => {
        const bar = editor.ui?.toolbars?.[0];
        const UI = namespace()?.ui;
        if (!bar || !UI) throw new Error('gouji: this UEditor has no toolbar; give options.button');
        const button = new UI.Button({ name: 'gouji', title: label, label, showIcon: false, onclick: press });
        bar.add(button);
        bar.getDom().insertAdjacentHTML('beforeend', button.renderHtml());
        button.postRender();
      });
    },
    put(changes) {
      editor.fireEvent('saveScene');
      for (const [spot, text] of changes) setText(cellOf(spot), text);
      editor.fireEvent('saveScene');
      editor.fireEvent('contentchange');
    },
    insert: (html) => editor.execCommand('inserthtml', html),
  }),
};
