// TinyMCE 5 to 8. To be attached in `setup`, before its toolbar is built.

import { cellOf, cellsOf, setText, watch, type Kind } from './adapter';

export const tinymce: Kind = {
  fits: (editor) => Boolean(editor?.ui?.registry && editor.getContent),
  adapt: (editor) => ({
    name: 'TinyMCE',
    // Its body stays editable then, so that people can select in it.
    readOnly: () => editor.mode?.get() === 'readonly',
    html: () => editor.getContent(),
    body: () => editor.getBody() ?? null,
    cells: () => cellsOf(editor.getBody()),
    onChange: (tell) => watch(editor.getBody(), tell),
    addButton(label, press) {
      if (editor.initialized) throw new Error('gouji: attach TinyMCE in its setup(editor), or give options.button');
      editor.ui.registry.addButton('gouji', { text: label, tooltip: label, onAction: press });
    },
    put(changes) {
      editor.undoManager.transact(() => {
        for (const [spot, text] of changes) setText(cellOf(spot), text);
      });
      editor.nodeChanged();
    },
    insert: (html) => editor.insertContent(html),
  }),
};
