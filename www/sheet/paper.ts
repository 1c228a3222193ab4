// Takes a page that the engine made out of this one: onto paper, or into a file.

import { trusted } from '../trusted';

/** Long enough for a browser that prints only after it has laid the page out. */
const LOAD_MS = 10_000;

/**
 * Prints a page by way of a frame that may run nothing. Its own style would be refused by the policy of this page, which
 * the frame inherits; sheets made by script are not.
 */
export async function printPage(mount: HTMLElement, page: string): Promise<boolean> {
  const style = /<style>([^]*?)<\/style>/.exec(page);
  const frame = document.createElement('iframe');
  frame.setAttribute('sandbox', 'allow-same-origin allow-modals');
  frame.title = 'print';
  Object.assign(frame.style, { position: 'fixed', width: '0', height: '0', border: '0', visibility: 'hidden' });
  frame.srcdoc = trusted.createHTML(style ? page.replace(style[0], () => '') : page);
  mount.shadowRoot!.querySelector('iframe')?.remove();
  const loaded = new Promise<boolean>((resolve) => {
    frame.onload = () => resolve(true);
    setTimeout(() => resolve(false), LOAD_MS);
  });
  mount.shadowRoot!.append(frame);
  const inside = (await loaded) && frame.contentWindow;
  if (!inside) return false;
  try {
    const Sheet = (inside as unknown as typeof globalThis).CSSStyleSheet;
    const sheet = new Sheet();
    sheet.replaceSync(style?.[1] ?? '');
    inside.document.adoptedStyleSheets = [sheet];
    inside.print();
    return true;
  } catch {
    // A browser without such sheets would print it bare.
    frame.remove();
    return false;
  }
}

/** Hands a page over as a file. */
export function saveFile(page: string, name: string): void {
  const link = document.createElement('a');
  link.href = URL.createObjectURL(new Blob([page], { type: 'text/html' }));
  link.download = name.replace(/[\\/:*?"<>|\u0000-\u001f]/g, '_');
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href));
}
