// CKEditor 5. Its content is a model of its own; the elements it shows are only looked at, never touched. May be
// attached as a plugin (`extraPlugins: [gouji.attach]`), so that `toolbar` can name `gouji`, or afterwards.

import { cellOf, cellsOf, watch, type Editor, type Kind } from './adapter';

export const ckeditor5: Kind = {
  fits: (editor) => Boolean(editor?.model?.change && editor.editing && editor.data),
  adapt(editor) {
    const body = (): HTMLElement | null => editor.editing.view.getDomRoot() ?? null;
    return {
      name: 'CKEditor 5',
      html: () => editor.getData(),
      body,
      cells: () => cellsOf(body()!),
      onChange: (tell) => watch(body(), tell),
      addButton: (label, press) => addButton(editor, label, press),
      put(changes) {
        editor.model.change((writer: Editor) => {
          for (const [spot, text] of changes) putText(editor, writer, cellOf(spot), text);
        });
      },
      insert(html) {
        const view = editor.data.processor.toView(html);
        editor.model.insertContent(editor.data.toModel(view));
      },
    };
  },
};

function putText(editor: Editor, writer: Editor, element: HTMLElement, text: string): void {
  const view = editor.editing.view.domConverter.mapDomToView(element);
  const cell = view && editor.editing.mapper.toModelElement(view);
  if (!cell) return;
  const old = [...writer.createRangeIn(cell).getItems()].filter((item: Editor) => item.is('$textProxy') || item.is('$text'));
  const block = old[0]?.parent ?? cell.getChild(0);
  const look = old[0] ? [...old[0].getAttributes()] : [];
  const ranges = old.map((item: Editor) => writer.createRangeOn(item)).reverse();
  for (const range of ranges) writer.remove(range);
  writer.insertText(text, Object.fromEntries(look), block, 0);
}

function addButton(editor: Editor, label: string, press: () => void): void {
  const { componentFactory: factory } = editor.ui;
  factory.add('gouji', () => {
    const view = new (buttonClass(factory))(editor.locale);
    view.set({ label, tooltip: true, withText: true });
    view.on('execute', press);
    return view;
  });
  const bar = editor.ui.view?.toolbar;
  if (editor.state === 'ready' && bar) bar.items.add(factory.create('gouji'));
}

/** The class of its buttons is not on the instance: a button that every build has shows it. */
function buttonClass(factory: Editor): Editor {
  const name = ['undo', 'bold', 'italic', 'link'].find((one) => factory.has(one));
  if (!name) throw new Error('gouji: this CKEditor 5 has no plain button to copy; give options.button');
  return factory.create(name).constructor;
}
