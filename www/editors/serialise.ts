// The content of an editor as HTML for the engine, every cell with a name. Written from the live elements without a
// copy of them: a copy would load pictures again and meet the host's policy for inline styles.

/** The name under which a cell goes to the engine and comes back; src/read/html/tag.rs reads it. */
export const ID = 'data-gouji-id';

/** What the engine's reader looks at. */
const KEPT = ['colspan', 'rowspan', 'hidden', 'width', 'height', 'style'];
/** Of styles only those that hide an element or keep its lines. */
const TELLING_STYLE = /display|mso-hide|white-space/i;
const NEVER_SHOWN = /^(?:script|style|template|noscript|iframe|object|select|svg)$/;
const VOID = /^(?:area|base|br|col|embed|hr|img|input|link|meta|source|track|wbr)$/;

/** The inside of an element. `name` gives a cell its name. */
export function serialise(element: Element, name: (cell: HTMLElement) => string): string {
  let html = '';
  for (let node = element.firstChild; node; node = node.nextSibling) {
    if (node.nodeType === Node.TEXT_NODE) html += escape((node as Text).data);
    else if (node.nodeType === Node.ELEMENT_NODE) html += whole(node as HTMLElement, name);
  }
  return html;
}

function whole(element: HTMLElement, name: (cell: HTMLElement) => string): string {
  const tag = element.localName;
  if (NEVER_SHOWN.test(tag)) return '';
  const id = tag === 'td' || tag === 'th' ? attribute(ID, name(element)) : '';
  const start = `<${tag}${KEPT.map((kept) => keep(element, kept)).join('')}${id}>`;
  return VOID.test(tag) ? start : `${start}${serialise(element, name)}</${tag}>`;
}

function keep(element: Element, name: string): string {
  const value = element.getAttribute(name);
  if (value === null || (name === 'style' && !TELLING_STYLE.test(value))) return '';
  return attribute(name, value);
}

const attribute = (name: string, value: string): string => ` ${name}="${escape(value)}"`;

const escape = (text: string): string => text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;').replace(/"/g, '&quot;');
