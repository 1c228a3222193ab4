// A table on the clipboard, as HTML and as text: with its spans for Word, WPS and editors, tab-separated for the rest.

import type { CellKey, TableView } from './types';
import { slots } from './slots';

export interface Copy {
  html: string;
  text: string;
}

/** The table with the figures as they stand now. */
export function tableCopy(table: TableView, figure: (cell: CellKey) => string): Copy {
  const textOf = (printed: { cell?: CellKey; text?: string }) =>
    printed.cell ? figure(printed.cell).trim() : printed.text ?? '';
  const { rows, width } = slots(table.rows);
  const html = rows.map((cells) => {
    const inside = cells.map(({ printed }) => {
      const spans = span('rowspan', printed.rowspan) + span('colspan', printed.colspan);
      const align = printed.cell || printed.head === 'column' ? 'center' : 'left';
      return `<td${spans} style="border:1px solid #000;padding:2px 6px;text-align:${align}">${escape(textOf(printed))}</td>`;
    });
    return `<tr>${inside.join('')}</tr>`;
  });
  const text = rows.map((cells) => {
    const line: string[] = new Array(width).fill('');
    for (const { printed, column } of cells) line[column] = textOf(printed);
    return line.join('\t');
  });
  return {
    html: `<table border="1" cellspacing="0" style="border-collapse:collapse">${html.join('')}</table>`,
    text: text.join('\r\n'),
  };
}

const span = (name: string, n: number): string => (n > 1 ? ` ${name}="${n}"` : '');

function escape(text: string): string {
  return text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;').replace(/"/g, '&quot;');
}

/** Puts it on the clipboard; false where the browser does not let us. To be called from a click. */
export async function writeClipboard(copy: Copy): Promise<boolean> {
  // The older way first: it also works from file:// and before Chromium 86, and is over before the click is.
  if (copyByEvent(copy)) return true;
  try {
    const part = (type: string, text: string) => ({ [type]: new Blob([text], { type }) });
    const item = new ClipboardItem({ ...part('text/html', copy.html), ...part('text/plain', copy.text) });
    await navigator.clipboard.write([item]);
    return true;
  } catch {
    return false;
  }
}

function copyByEvent({ html, text }: Copy): boolean {
  let done = false;
  const fill = (event: ClipboardEvent): void => {
    if (!event.clipboardData) return;
    event.clipboardData.setData('text/html', html);
    event.clipboardData.setData('text/plain', text);
    event.preventDefault();
    event.stopImmediatePropagation();
    done = true;
  };
  document.addEventListener('copy', fill, true);
  try {
    document.execCommand('copy');
  } catch {
    done = false;
  } finally {
    document.removeEventListener('copy', fill, true);
  }
  return done;
}
