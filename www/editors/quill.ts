// Quill 2. It keeps no merged cells: gouji reads what is left, says what was lost and offers no table to insert.

import { cellOf, cellsOf, watch, type Kind } from './adapter';

export const quill: Kind = {
  fits: (editor) => Boolean(editor?.root && editor.updateContents && editor.getModule),
  adapt: (editor) => ({
    name: 'Quill',
    losesMerges: true,
    html: () => editor.root.innerHTML,
    body: () => editor.root,
    cells: () => cellsOf(editor.root),
    onChange: (tell) => watch(editor.root, tell),
    addButton(label, press) {
      const bar = editor.getModule('toolbar');
      if (!bar?.container) throw new Error('gouji: this Quill has no toolbar; give options.button');
      bar.addHandler('gouji', press);
      let button = bar.container.querySelector('button.ql-gouji');
      if (!button) {
        const group = document.createElement('span');
        group.className = 'ql-formats';
        button = group.appendChild(document.createElement('button'));
        button.type = 'button';
        button.className = 'ql-gouji';
        bar.container.append(group);
      }
      // A button that was there before its handler was passed over.
      bar.attach(button);
      button.textContent = label;
      Object.assign(button.style, { width: 'auto', whiteSpace: 'nowrap' });
    },
    put(changes) {
      editor.history.cutoff();
      for (const [spot, text] of changes) {
        const cell = editor.constructor.find(cellOf(spot));
        const at = editor.getIndex(cell);
        const old = cell.length() - 1;
        const ops = [{ retain: at }, { delete: old }, { insert: text }];
        editor.updateContents(ops.filter((op) => op.retain !== 0 && op.delete !== 0), 'user');
      }
      editor.history.cutoff();
    },
    insert(html) {
      const at = editor.getSelection(true)?.index ?? editor.getLength();
      editor.clipboard.dangerouslyPasteHTML(at, html, 'user');
    },
  }),
};
