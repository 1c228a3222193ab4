// The list as data: a line for each report and a line for each finding, as CSV that Excel opens and as a workbook.

import type { Language } from '../types';
import { SEVERITY, sayIn } from '../words';
import { COLUMNS, standingOf, valueOf, type Column, type Row } from './list';
import { workbookOf, type Value } from './workbook';
import * as W from './words';

const WIDTHS: Record<Column, number> = { standing: 11, file: 40, agency: 28, year: 8, errors: 8, warnings: 8, infos: 8, worst: 70 };

function reports(rows: readonly Row[], language: Language): Value[][] {
  const say = sayIn(language);
  const value = (row: Row, column: Column): Value => (column === 'standing' ? say(W.STANDING[standingOf(row)]) : valueOf(row, column, language));
  return [COLUMNS.map((column) => say(W.COLUMN[column])), ...rows.map((row) => COLUMNS.map((column) => value(row, column)))];
}

/** What is to be mended, finding by finding; what was not read stands there with the reason. */
function findings(rows: readonly Row[], language: Language): Value[][] {
  const say = sayIn(language);
  const head = [W.COLUMN.file, W.COLUMN.agency, W.COLUMN.year, W.SEVERITY, W.RULE, W.WHAT, W.HOW_TO].map(say);
  const lines = rows.flatMap(({ file, summary, trouble }): Value[][] => {
    const own = [file.path, summary?.agency ?? null, summary?.year ?? null];
    if (trouble) return [[...own, say(W.STANDING.unread), null, say(trouble), null]];
    const kept = summary?.findings ?? [];
    const more = summary ? summary.errors + summary.warnings + summary.infos - kept.length : 0;
    return [
      ...kept.map(({ severity, rule, what, how }): Value[] => [...own, say(SEVERITY[severity]), rule, say(what), say(how)]),
      ...(more > 0 ? [[...own, null, null, say(W.moreFindings(more)), null]] : []),
    ];
  });
  return [head, ...lines];
}

/** With the mark by which Excel knows UTF-8. */
export function csv(rows: readonly Row[], language: Language): string {
  return `\ufeff${reports(rows, language).map((line) => `${line.map(field).join(',')}\r\n`).join('')}`;
}

/** A text that a spreadsheet would take for a formula begins with an apostrophe. */
function field(value: Value): string {
  if (value === null) return '';
  if (typeof value === 'number') return String(value);
  const text = /^[\s\u0000]*[=+\-@\t\r＝＋－＠]/.test(value) ? `'${value}` : value;
  return /[",\r\n\t]/.test(text) || text !== text.trim() ? `"${text.replace(/"/g, '""')}"` : text;
}

export function workbook(rows: readonly Row[], language: Language): Uint8Array<ArrayBuffer> {
  const say = sayIn(language);
  return workbookOf([
    { name: say(W.SHEET_REPORTS), widths: COLUMNS.map((column) => WIDTHS[column]), lines: reports(rows, language) },
    { name: say(W.SHEET_FINDINGS), widths: [WIDTHS.file, WIDTHS.agency, WIDTHS.year, 9, 22, WIDTHS.worst, WIDTHS.worst], lines: findings(rows, language) },
  ]);
}
