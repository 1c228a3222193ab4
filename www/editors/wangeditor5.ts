// wangEditor 5 and wangEditor-next. Their content is a Slate tree: figures are changed by operations on it, which are
// its way back too. To be attached before `createToolbar`, with `gouji` among the toolbar's keys.

import { cellOf, cellsOf, watch, type Editor, type Kind } from './adapter';

type Node = { type?: string; text?: string; children?: Node[] };
type Path = number[];

/** Who wants to know of a press, kept at the editor: a menu is registered once for all editors and all versions of gouji. */
const PRESS = Symbol.for('gouji.press');

export const wangeditor5: Kind = {
  fits: (editor) => Boolean(editor?.getHtml && editor.dangerouslyInsertHtml && editor.apply),
  adapt(editor) {
    const body = (): HTMLElement | null => (editor.isDestroyed ? null : editor.getEditableContainer()?.querySelector('[data-slate-editor]') ?? null);
    return {
      name: 'wangEditor 5',
      html: () => editor.getHtml(),
      body,
      cells: () => cellsOf(body()!),
      onChange: (tell) => watch(body(), tell),
      addButton(label, press) {
        editor[PRESS] = press;
        const boot = (globalThis as Editor).wangEditor?.Boot;
        if (!boot) throw new Error('gouji: wangEditor is no global here; give options.button');
        try {
          boot.registerMenu({ key: 'gouji', factory: () => menu(label) });
        } catch {
          // It is registered already, which is all that is wanted.
        }
      },
      put(changes) {
        for (const [spot, text] of changes) putText(editor, body()!, cellOf(spot), text);
      },
      insert(html) {
        editor.restoreSelection();
        editor.dangerouslyInsertHtml(html);
      },
    };
  },
};

const menu = (title: string): object => ({
  title,
  tag: 'button',
  // Also while the caret is elsewhere, and in an editor that is read-only.
  alwaysEnable: true,
  getValue: () => '',
  isActive: () => false,
  isDisabled: () => false,
  exec: (editor: Editor) => editor[PRESS]?.(),
});

/** All operations of one moment are one step back. */
function putText(editor: Editor, body: HTMLElement, cell: HTMLElement, text: string): void {
  const path = pathOf(editor, body, cell);
  if (!path) return;
  const leaves = leavesOf(nodeAt(editor, path), path);
  const first = leaves.find(([leaf]) => leaf.text) ?? leaves[0];
  for (const [leaf, at] of leaves) if (leaf.text) editor.apply({ type: 'remove_text', path: at, offset: 0, text: leaf.text });
  if (first) editor.apply({ type: 'insert_text', path: first[1], offset: 0, text });
}

/** Tables, rows and cells stand in the tree in the order in which they are shown. */
function pathOf(editor: Editor, body: HTMLElement, cell: HTMLElement): Path | null {
  const row = cell.parentElement;
  const table = cell.closest('table');
  if (!row || !table) return null;
  const tables: Path[] = [];
  const walk = ({ type, children }: Node, path: Path): void => {
    if (type === 'table') tables.push(path);
    children?.forEach((child, i) => walk(child, [...path, i]));
  };
  walk(editor, []);
  const at = tables[[...body.querySelectorAll('table')].indexOf(table)];
  return at ? [...at, [...table.rows].indexOf(row as HTMLTableRowElement), [...row.children].indexOf(cell)] : null;
}

const nodeAt = (editor: Editor, path: Path): Node => path.reduce((node: Node, i) => node.children?.[i] ?? {}, editor);

function leavesOf({ text, children }: Node, path: Path): [Node, Path][] {
  if (text !== undefined) return [[{ text }, path]];
  return (children ?? []).flatMap((child, i) => leavesOf(child, [...path, i]));
}
