// What a person hands to the page: a paste, a drop, a chosen file, turned into a source for the engine.

import type { Source, Words } from './types';
import * as P from './page-words';

/** Larger files are not read: a report has a few hundred kilobytes, with pictures some megabytes. */
export const FILE_LIMIT_MB = 64;

/** What the fields for files offer. */
export const ACCEPT = '.docx,.doc,.wps,.odt,.fodt,.rtf,.xlsx,.xls,.et,.ods,.pdf,.ofd,.html,.htm,.mht,.mhtml,.zip,.txt,.md,.csv,.tsv';

/** A source with something to tell about it, or only the telling. */
export interface Intake {
  source: Source | null;
  note: Words | null;
}

/** A table in the HTML is better than its text; without one the text keeps what HTML would fold. */
export async function fromTransfer(data: DataTransfer, name: string): Promise<Intake> {
  const html = data.getData('text/html');
  const text = data.getData('text/plain');
  const files = [...data.files];
  if (/<table/i.test(html) || (html && !text)) return { source: { source: html, name: `${name}.html` }, note: null };
  if (text.trim()) return { source: { source: text, name: `${name}.txt` }, note: null };
  if (files.length) return fromFiles(files);
  return { source: null, note: P.NOTHING_PASTED };
}

export async function fromFiles(files: readonly File[]): Promise<Intake> {
  const file = files[0];
  if (!file) return { source: null, note: null };
  if (file.size > FILE_LIMIT_MB * 1024 * 1024) return { source: null, note: P.fileTooLarge(FILE_LIMIT_MB) };
  try {
    const source = new Uint8Array(await file.arrayBuffer());
    return { source: { source, name: file.name }, note: null };
  } catch {
    return { source: null, note: P.FILE_UNREADABLE };
  }
}

/** A paste into a cell that is meant for the cell: one figure, not a report. */
export function isForCell(event: ClipboardEvent): boolean {
  const text = event.clipboardData?.getData('text/plain') ?? '';
  return text !== '' && text.length < 40 && !/[\t\n]./.test(text.trim());
}
