// A ZIP with the check sheet of each report: every file is read again, and of each only its packed sheet is kept.

import { strToU8, Zip, ZipDeflate } from 'fflate';

import { remembered } from '../kept';
import type { Language, Sheet } from '../types';
import { sayIn } from '../words';
import { namer } from './letters';
import type { Row } from './list';
import type { Pool, Work } from './pool';
import * as W from './words';

/** The archive; `made` hears of each sheet. What there is no sheet of is named in a text. */
export async function sheets(rows: readonly Row[], language: Language, pool: Pool, made: () => void): Promise<Blob> {
  const rowOf = new Map(rows.map((row) => [row.file, row]));
  const named = namer();
  const pieces: BlobPart[] = [];
  const archive = new Zip((_, piece) => pieces.push(piece as Uint8Array<ArrayBuffer>));
  const add = (name: string, text: string): void => {
    const file = new ZipDeflate(name);
    archive.add(file);
    file.push(strToU8(text), true);
  };
  const missing: string[] = [];
  const given = { ...(remembered() ?? {}), language, date: today() };
  const ask: Work<Sheet> = async (engine, source, { path }) => {
    const answer = await engine.ask('sheet', { ...given, source, name: path });
    return 'error' in answer ? { trouble: answer.error.message } : answer;
  };
  await pool.run(rows.map(({ file }) => file), ask, (file, answer) => {
    if ('trouble' in answer) missing.push(`${file.path}: ${sayIn(language)(answer.trouble)}`);
    else add(`${named(rowOf.get(file)!)}.html`, answer.html);
    made();
  });
  if (missing.length) add(`${sayIn(language)(W.NO_SHEET_NAME)}.txt`, `\ufeff${missing.join('\r\n')}\r\n`);
  archive.end();
  return new Blob(pieces, { type: 'application/zip' });
}

/** The day on the sheets, as this computer has it. */
function today(now = new Date()): string {
  const two = (n: number): string => String(n).padStart(2, '0');
  return `${now.getFullYear()}-${two(now.getMonth() + 1)}-${two(now.getDate())}`;
}
