// The text that goes back to an office: what is wrong in its report and what to do about it, in plain words.

import { strToU8, zipSync, type Zippable } from 'fflate';

import type { Language } from '../types';
import { SEVERITY, sayIn } from '../words';
import type { Row } from './list';
import { fileName } from './save';
import * as W from './words';

/** Whether there is anything to send back. */
export const needsLetter = ({ summary, trouble }: Row): boolean =>
  trouble !== null || (summary !== null && (summary.errors + summary.warnings > 0 || summary.level === 'unknown'));

/** In Chinese for the office, and in English below it where the page speaks English. */
export function letter(row: Row, language: Language): string {
  const parts = language === 'en' ? [inLanguage(row, 'zh'), inLanguage(row, 'en')] : [inLanguage(row, 'zh')];
  // Old editors of Windows know UTF-8 by this mark, and lines by both characters.
  return `\ufeff${parts.join('\n\n----------\n\n')}\n`.replace(/\n/g, '\r\n');
}

function inLanguage({ file, summary, trouble }: Row, language: Language): string {
  const say = sayIn(language);
  const name = summary?.agency ?? file.path;
  const lines = [say(W.letterTo(name)), '', say(W.letterAbout(file.path, summary?.year ?? null)), ''];
  if (!summary) return [...lines, say(trouble ?? W.NOT_OPENED), '', say(W.LETTER_END)].join('\n');
  const listed = summary.findings.filter(({ severity }) => severity !== 'info');
  lines.push(say(summary.words), ...(summary.why ? [say(summary.why)] : []), '');
  listed.forEach(({ severity, what, how }, i) => lines.push(`${i + 1}. ${say(SEVERITY[severity])}${say(W.COLON)}${say(what)}`, `   ${say(W.HOW_TO)}${say(W.COLON)}${say(how)}`, ''));
  const more = summary.errors + summary.warnings - listed.length;
  if (more > 0) lines.push(say(W.moreFindings(more)), '');
  return [...lines, ...summary.troubles.map(say), say(W.LETTER_END)].join('\n');
}

/** A text for each report that needs one, under the name of its office. */
export function letters(rows: readonly Row[], language: Language): Uint8Array<ArrayBuffer> {
  const files: Zippable = {};
  const named = namer();
  for (const row of rows.filter(needsLetter)) files[`${named(row)}.txt`] = strToU8(letter(row, language));
  return zipSync(files) as Uint8Array<ArrayBuffer>;
}

/** Gives each report a name of its own, by its office, else by its file. */
export function namer(): (row: Pick<Row, 'file' | 'summary'>) => string {
  const taken = new Set<string>();
  return ({ file, summary }) => {
    const name = fileName(summary?.agency ?? file.path);
    let own = name;
    // Systems that do not tell large letters from small ones would put one over the other.
    for (let times = 2; taken.has(own.toLowerCase()); times++) own = `${name} (${times})`;
    taken.add(own.toLowerCase());
    return own;
  };
}
