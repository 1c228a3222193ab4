// Small signs and names: circled numbers, the name of a cell, numbers as people write them.

import type { CellKey, CellView, FindingView, Report, TableName, Words } from '../types';
import { TABLE } from '../words';

/** ① to ㊿, then (51) and on. */
export function circled(n: number): string {
  if (n >= 1 && n <= 20) return String.fromCharCode(0x2460 + n - 1);
  if (n >= 21 && n <= 35) return String.fromCharCode(0x3251 + n - 21);
  if (n >= 36 && n <= 50) return String.fromCharCode(0x32b1 + n - 36);
  return `(${n})`;
}

/** The number of a finding in the list. */
export const markOf = (report: Report, finding: FindingView): string => circled(report.findings.indexOf(finding) + 1);

/** A number without the noise of binary fractions. */
export const plain = (n: number): string => String(Math.round(n * 1e6) / 1e6);

/** （一）予以公开 · 自然人 */
export function nameOf(cell: Pick<CellView, 'row' | 'column'>): Words {
  return { zh: `${cell.row.zh} · ${cell.column.zh}`, en: `${cell.row.en} · ${cell.column.en}` };
}

/** The same finding in the report before and after an edit. */
export const identity = (finding: FindingView): string => `${finding.rule} ${finding.subject} ${finding.cells[0] ?? ''}`;

export const tableOf = (cell: CellKey): string => cell.slice(0, 2);

/** The subject of a check in words: a table, a row, a column, a group or a cell by its printed head. */
export function subjectOf(cells: readonly CellView[], rule: string, subject: string): Words | null {
  if (!subject) return null;
  if (subject in TABLE) return TABLE[subject as TableName];
  const exact = cells.find((cell) => cell.cell === subject);
  if (exact) return nameOf(exact);
  const byColumn = rule === 'sum-balance' || rule === 'sum-results';
  const found = cells.find(({ cell }) => {
    const table = tableOf(cell);
    const row = cell.slice(3, cell.lastIndexOf('.'));
    const column = cell.slice(cell.lastIndexOf('.') + 1);
    if (rule === 'sum-cases') return table === 't4' && row === subject;
    return byColumn ? table === 't3' && column === subject : row === subject;
  });
  if (found) return byColumn ? found.column : found.row;
  return { zh: subject, en: subject };
}

/** A sentence as its head and, after the first colon that stands in no quotes or brackets, its figures. */
export function headAndFigures(sentence: string): [string, string] {
  let depth = 0;
  for (let i = 0; i < sentence.length; i++) {
    if ('「“（('.includes(sentence[i]!)) depth++;
    if ('」”）)'.includes(sentence[i]!)) depth--;
    if (depth <= 0 && (sentence[i] === '：' || sentence.startsWith(': ', i))) {
      return [sentence.slice(0, i), sentence.slice(i + 1).trim()];
    }
  }
  return [sentence, ''];
}
