// Any element that the browser itself lets edit: `contenteditable`. Its way back is the browser's.

import { trusted } from '../trusted';
import { cellOf, cellsOf, setText, textRange, watch, type Kind } from './adapter';
import { buttonBefore } from './button';

export const editable: Kind = {
  fits: (editor) => editor?.nodeType === 1 && editor.isContentEditable === true,
  adapt: (element: HTMLElement) => ({
    name: 'contenteditable',
    html: () => element.innerHTML,
    body: () => element,
    cells: () => cellsOf(element),
    onChange: (tell) => watch(element, tell),
    addButton: (label, press) => buttonBefore(element, label, press),
    put(changes) {
      for (const [spot, text] of changes) typeOver(element, cellOf(spot), text);
    },
    insert(html) {
      const blank = trusted.createHTML(html);
      element.focus();
      if (!element.ownerDocument.execCommand('insertHTML', false, blank)) element.insertAdjacentHTML('beforeend', blank);
    },
  }),
};

/** As if a person had typed it: the browser keeps the way back. */
export function typeOver(element: HTMLElement, cell: HTMLElement, text: string): void {
  element.focus({ preventScroll: true });
  const selection = element.ownerDocument.getSelection();
  selection?.removeAllRanges();
  selection?.addRange(textRange(cell));
  if (!element.ownerDocument.execCommand('insertText', false, text)) setText(cell, text);
}
