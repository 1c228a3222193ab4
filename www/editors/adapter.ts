// What gouji asks of an editor, and what most adapters share. Nothing here writes into a document but `setText`, which
// an adapter calls for a figure that the person took.

import { serialise } from './serialise';

/** A rectangle in the coordinates of our window. */
export interface Box {
  left: number;
  top: number;
  right: number;
  bottom: number;
}

export const meet = (a: Box, b: Box): boolean => a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom;

/** A cell in the editor, wherever it stands now. */
export interface Spot {
  /** Null while it is not shown. */
  box(): Box | null;
  /** What stands in it now; null once it is gone. */
  text(): string | null;
  /** Brings it into view, the caret in it. */
  reveal(): void;
}

/** The content with a name for every cell, and the cells by these names. */
export interface Cells {
  source: string;
  spots: Map<string, Spot>;
}

export interface Adapter {
  /** The name of the editor, for messages. */
  name: string;
  /** The editor keeps no merged cells: a table cannot be mended in it. */
  losesMerges?: boolean;
  /** Where the editor's own mode says more than the element it shows: whether nothing may be changed now. */
  readOnly?(): boolean;
  /** What the editor would save. */
  html(): string;
  /** The element that shows the content; null while it is not shown. */
  body(): HTMLElement | null;
  cells(): Cells;
  /** Tells of every change of the content. Returns what ends it. */
  onChange(tell: () => void): () => void;
  /** Puts a button into the editor's toolbar in its own way. */
  addButton(label: string, press: () => void): void;
  /** Changes figures as one step of the editor's own way back. */
  put(changes: [Spot, string][]): void;
  /** Inserts HTML where the caret is, as one step. */
  insert(html: string): void;
}

/** A kind of editor: how to know it, how to speak to it. The editors bring no types of their own that we could use. */
// eslint-disable-next-line @typescript-eslint/no-explicit-any
export type Editor = any;

export interface Kind {
  fits(editor: Editor): boolean;
  adapt(editor: Editor): Adapter;
}

/** The cells of a body. */
export function cellsOf(body: HTMLElement): Cells {
  const spots = new Map<string, Spot>();
  const source = serialise(body, (cell) => {
    const id = String(spots.size);
    spots.set(id, new CellSpot(cell));
    return id;
  });
  return { source, spots };
}

/** A cell that is an element of its own. */
export class CellSpot implements Spot {
  constructor(readonly cell: HTMLElement) {}

  box(): Box | null {
    return this.cell.isConnected ? boxOf(this.cell) : null;
  }

  text(): string | null {
    return this.cell.isConnected ? this.cell.textContent : null;
  }

  reveal(): void {
    this.cell.scrollIntoView({ block: 'center', inline: 'nearest' });
    const selection = this.cell.ownerDocument.getSelection();
    const range = textRange(this.cell);
    range.collapse(false);
    const editable = this.cell.parentElement?.closest<HTMLElement>('[data-slate-editor], body, [contenteditable="true"]:not(td):not(th):not(table):not(figure)');
    if (editable === document.body) return;
    editable?.focus({ preventScroll: true });
    selection?.removeAllRanges();
    selection?.addRange(range);
  }
}

export const cellOf = (spot: Spot): HTMLElement => (spot as CellSpot).cell;

/** The frame inside our own document that shows an element; ours may itself stand in a frame, which does not matter. */
export const frameOf = (element: Element): HTMLElement | null =>
  element.ownerDocument === document ? null : element.ownerDocument.defaultView?.frameElement as HTMLElement | null ?? null;

/** The element of our document in which another is shown: itself, or the outermost frame around it. */
export function outermost(element: Element): Element {
  const frame = frameOf(element);
  return frame ? outermost(frame) : element;
}

/**
 * Where marks and panel are put: beside the body, since one that the host has moved by a transform would move what is
 * fixed in it; in a modal dialog or a full screen with the editor, since nothing outside is seen then.
 */
export const roomFor = (body: HTMLElement | null): Element =>
  (body && outermost(body).closest('dialog, :fullscreen')) ?? document.documentElement;

/** Whether a person could not change the content. */
export function isReadOnly(body: HTMLElement): boolean {
  if (body.tagName === 'TEXTAREA') return (body as HTMLTextAreaElement).readOnly || (body as HTMLTextAreaElement).disabled;
  return !body.isContentEditable && body.ownerDocument.designMode !== 'on';
}

/** The box of an element, moved by the frames that it stands in. */
export function boxOf(element: Element): Box | null {
  const { left, top, right, bottom, width, height } = element.getBoundingClientRect();
  if (width === 0 && height === 0) return null;
  return inOurWindow(element, { left, top, right, bottom });
}

export function inOurWindow(element: Element, box: Box): Box {
  const frame = frameOf(element);
  if (!frame) return box;
  const outer = frame.getBoundingClientRect();
  const x = outer.left + frame.clientLeft;
  const y = outer.top + frame.clientTop;
  return inOurWindow(frame, { left: box.left + x, top: box.top + y, right: box.right + x, bottom: box.bottom + y });
}

/** The texts of a cell that show something. */
function texts(cell: HTMLElement): Text[] {
  const walker = cell.ownerDocument.createTreeWalker(cell, NodeFilter.SHOW_TEXT);
  const found: Text[] = [];
  while (walker.nextNode()) if (/\S/.test((walker.currentNode as Text).data)) found.push(walker.currentNode as Text);
  return found;
}

/** From the first to the last shown text of a cell; in a blank one, where a text would begin. */
export function textRange(cell: HTMLElement): Range {
  const range = cell.ownerDocument.createRange();
  const shown = texts(cell);
  const last = shown[shown.length - 1];
  if (shown[0] && last) {
    range.setStart(shown[0], 0);
    range.setEnd(last, last.length);
  } else {
    range.setStart(innermost(cell), 0);
  }
  return range;
}

/** Replaces the text of a cell and keeps the elements around it, so that the figure looks as before. */
export function setText(cell: HTMLElement, text: string): void {
  const [first, ...others] = texts(cell);
  for (const other of others) other.data = '';
  if (first) {
    first.data = text;
    return;
  }
  const inner = innermost(cell);
  inner.querySelectorAll('br').forEach((end) => end.remove());
  inner.insertBefore(cell.ownerDocument.createTextNode(text), inner.firstChild);
}

/** In a blank cell the paragraph or span that would carry its text. */
function innermost(cell: HTMLElement): HTMLElement {
  const inner = cell.firstElementChild as HTMLElement | null;
  return inner && inner.tagName !== 'BR' ? innermost(inner) : cell;
}

/** Watches the content of a body. */
export function watch(body: HTMLElement | null, tell: () => void): () => void {
  if (!body) return () => undefined;
  const observer = new MutationObserver(tell);
  observer.observe(body, { childList: true, characterData: true, subtree: true });
  return () => observer.disconnect();
}
