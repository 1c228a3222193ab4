// A textarea that holds HTML. Its cells are stretches of the text; where they stand on the screen tells a copy of the
// text laid out in the same way, out of sight and out of the document.

import { inOurWindow, type Box, type Cells, type Kind, type Spot } from './adapter';
import { buttonBefore } from './button';
import { ID } from './serialise';

export const textarea: Kind = {
  fits: (editor) => editor?.nodeType === 1 && editor.tagName === 'TEXTAREA',
  adapt: (field: HTMLTextAreaElement) => ({
    name: 'textarea',
    html: () => field.value,
    body: () => field,
    cells: () => cellsIn(field),
    onChange(tell) {
      field.addEventListener('input', tell);
      return () => field.removeEventListener('input', tell);
    },
    addButton: (label, press) => buttonBefore(field, label, press),
    put(changes) {
      // From the end on, so that what comes before keeps its place.
      const ordered = changes.map(([spot, text]): [Stretch, string] => [spot as Stretch, text]).sort(([a], [b]) => b.start - a.start);
      for (const [stretch, text] of ordered) replace(field, stretch.start, stretch.end, text);
    },
    insert: (html) => replace(field, field.selectionStart, field.selectionEnd, html),
  }),
};

/** Each `<td` gets its name in a copy of the source; the stretch is the shown text after it. */
function cellsIn(field: HTMLTextAreaElement): Cells {
  const spots = new Map<string, Spot>();
  const source = field.value.replace(/<t[dh](?=[\s>/])[^>]*>/gi, (tag, at: number) => {
    const id = String(spots.size);
    spots.set(id, new Stretch(field, at + tag.length));
    return `${tag.slice(0, 3)} ${ID}="${id}"${tag.slice(3)}`;
  });
  return { source, spots };
}

class Stretch implements Spot {
  readonly start: number;
  readonly end: number;
  private readonly was: string;

  constructor(private readonly field: HTMLTextAreaElement, from: number) {
    // Tags and white space lead to the text; the next tag ends it.
    const [whole = '', lead = '', text = ''] = /^((?:\s|&nbsp;|<(?!\/?t[dhr]\b)[^>]*>)*)([^<]*)/i.exec(field.value.slice(from)) ?? [];
    this.start = from + (text.trim() ? lead.length : 0);
    this.end = text.trim() ? from + whole.trimEnd().length : from;
    this.was = field.value.slice(this.start, this.end);
  }

  text(): string | null {
    return this.field.isConnected ? this.field.value.slice(this.start, this.end) : null;
  }

  box(): Box | null {
    if (this.text() !== this.was) return null;
    return laidOut(this.field, this.start, this.end);
  }

  reveal(): void {
    const { field } = this;
    field.focus({ preventScroll: true });
    field.setSelectionRange(this.start, this.end);
    const box = this.box();
    const frame = field.getBoundingClientRect();
    if (box && (box.top < frame.top || box.bottom > frame.bottom)) field.scrollTop += box.top - frame.top - frame.height / 2;
    field.scrollIntoView({ block: 'nearest' });
  }
}

/** Styles on which the lines of a text depend. */
const LAYOUT = ['fontFamily', 'fontSize', 'fontWeight', 'fontStyle', 'letterSpacing', 'wordSpacing', 'lineHeight', 'tabSize', 'textIndent', 'textAlign',
  'paddingTop', 'paddingRight', 'paddingBottom', 'paddingLeft', 'wordBreak', 'overflowWrap', 'direction'] as const;

function laidOut(field: HTMLTextAreaElement, start: number, end: number): Box {
  const host = document.createElement('div');
  const copy = host.attachShadow({ mode: 'closed' }).appendChild(document.createElement('div'));
  const look = getComputedStyle(field);
  for (const name of LAYOUT) copy.style[name] = look[name];
  Object.assign(copy.style, { position: 'fixed', left: '0', top: '0', visibility: 'hidden', boxSizing: 'border-box', whiteSpace: 'pre-wrap', width: `${field.clientWidth}px` });
  copy.textContent = field.value;
  field.ownerDocument.documentElement.append(host);
  const range = document.createRange();
  range.setStart(copy.firstChild!, start);
  range.setEnd(copy.firstChild!, Math.max(end, Math.min(start + 1, field.value.length)));
  const text = range.getBoundingClientRect();
  host.remove();
  const frame = field.getBoundingClientRect();
  const x = frame.left + field.clientLeft - field.scrollLeft;
  const y = frame.top + field.clientTop - field.scrollTop;
  return inOurWindow(field, { left: x + text.left, top: y + text.top, right: x + text.right, bottom: y + text.bottom });
}

function replace(field: HTMLTextAreaElement, start: number, end: number, text: string): void {
  field.focus({ preventScroll: true });
  field.setSelectionRange(start, end);
  if (field.ownerDocument.execCommand('insertText', false, text)) return;
  field.setRangeText(text, start, end, 'end');
  field.dispatchEvent(new Event('input', { bubbles: true }));
}
