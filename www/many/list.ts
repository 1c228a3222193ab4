// The list of many reports as a value: its lines in the order in which a person put them, what is shown of them, counts.

import type { UnitFile } from '../area/files';
import type { CellKey, Language, Level, Summary, Words } from '../types';

/** One file: what is kept of its report, or why it could not be read. */
export interface Row {
  file: UnitFile;
  summary: Summary | null;
  trouble: Words | null;
  /** Where it stands among the files that were given. */
  place: number;
}

/** What a file comes to; the worst first, as it is sorted. */
export type Standing = Level | 'unread';
export const STANDINGS: Standing[] = ['error', 'unread', 'unknown', 'warning', 'pass'];

export const COLUMNS = ['standing', 'file', 'agency', 'year', 'errors', 'warnings', 'infos', 'worst'] as const;
export type Column = (typeof COLUMNS)[number];

/** What the person looks for. */
export interface Filter {
  text: string;
  standing: Standing | null;
  /** Only reports in which this cell is wrong. */
  cell: CellKey | null;
}

export interface Sorted {
  by: Column;
  down: boolean;
  /** How many lines had come by then: those behind are in the order in which they came. */
  upTo: number;
}

export const standingOf = ({ summary }: Row): Standing => summary?.level ?? 'unread';

/** The first thing to look at. */
export function worstOf({ summary, trouble }: Row): Words | null {
  return trouble ?? summary?.findings[0]?.what ?? (summary?.level === 'pass' ? null : summary?.why ?? summary?.words ?? null);
}

/** Takes a line in at its place among lines that nobody has sorted: several engines do not end in the order of the files. */
export function insert(rows: Row[], row: Row): void {
  let at = rows.length;
  while (at > 0 && rows[at - 1]!.place > row.place) at--;
  rows.splice(at, 0, row);
}

/** Puts the lines in order, in place. Equal ones stay as they are. */
export function sort(rows: Row[], by: Column, down: boolean, language: Language): void {
  const collator = new Intl.Collator(language === 'zh' ? 'zh-CN' : 'en', { numeric: true });
  const compare = (a: Row, b: Row): number => {
    const [x, y] = [valueOf(a, by, language), valueOf(b, by, language)];
    // What is not known comes last, either way.
    if (x === null || y === null) return x === y ? 0 : x === null ? 1 : -1;
    const order = typeof x === 'string' ? collator.compare(x, String(y)) : x - Number(y);
    return down ? -order : order;
  };
  rows.sort(compare);
}

/** The number or text by which a line is sorted and that is exported; null where it is not known. */
export function valueOf(row: Row, column: Column, language: Language): string | number | null {
  const { summary, file } = row;
  switch (column) {
    case 'standing': return STANDINGS.indexOf(standingOf(row));
    case 'file': return file.path;
    case 'worst': return worstOf(row)?.[language] ?? null;
    default: return summary?.[column] ?? null;
  }
}

export function filtered(rows: readonly Row[], { text, standing, cell }: Filter): Row[] {
  const words = text.trim().toLowerCase().split(/\s+/);
  return rows.filter((row) => {
    if (standing && standingOf(row) !== standing) return false;
    if (cell && !row.summary?.wrong.includes(cell)) return false;
    const worst = worstOf(row);
    const all = [row.file.path, row.summary?.agency ?? '', row.summary?.year ?? '', worst?.zh ?? '', worst?.en ?? ''].join('\n').toLowerCase();
    return words.every((word) => all.includes(word));
  });
}

export function countOf(rows: readonly Row[]): Record<Standing, number> {
  const count: Record<Standing, number> = { error: 0, unread: 0, unknown: 0, warning: 0, pass: 0 };
  for (const row of rows) count[standingOf(row)]++;
  return count;
}

/** In how many reports each cell of 表三 is wrong. */
export function wrongCells(rows: readonly Row[]): Map<CellKey, number> {
  const count = new Map<CellKey, number>();
  for (const { summary } of rows) for (const cell of summary?.wrong ?? []) count.set(cell, (count.get(cell) ?? 0) + 1);
  return count;
}
