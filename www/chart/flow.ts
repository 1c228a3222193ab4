// Where this year's applications went, out of the figures of table three: what came in, what became of it, what is left.
// A blank is not zero: what cannot be told has no figure.

import type { CellView, Words } from '../types';
import * as W from './words';

/** One line of the chart. */
export interface Part {
  id: string;
  name: Words;
  /** None where a cell of it holds no number. */
  value: number | null;
  /** The same of last year's report; undefined where none is compared. */
  before?: number | null;
}

export interface Flow {
  sources: Part[];
  destinations: Part[];
  /** Both sides added up; null where a part of them cannot be told. */
  came: number | null;
  went: number | null;
  /** （七）总计 as printed, where it is not the sum of the results. */
  printedTotal: number | null;
  /** Another year stands beside this one. */
  compared: boolean;
}

const SOURCES: [string, Words][] = [
  ['new', W.NEW],
  ['carried_in', W.CARRIED_IN],
];
/** A group of the form is the sum of its rows; the older edition has 其他处理 as one row. */
const DESTINATIONS: [string, Words][] = [
  ['granted', W.GRANTED],
  ['partly_granted', W.PARTLY],
  ['denied', W.DENIED],
  ['unavailable', W.UNAVAILABLE],
  ['rejected', W.REJECTED],
  ['other', W.OTHER],
  ['carried_out', W.CARRIED_OUT],
];

type Cells = readonly Pick<CellView, 'cell' | 'value'>[];

/** None where table three holds no figure at all. */
export function flowOf(cells: Cells, before: Cells | null): Flow | null {
  const part = ([id, name]: [string, Words]): Part => ({
    id,
    name,
    value: sumOf(cells, id),
    ...(before && { before: sumOf(before, id) }),
  });
  const [sources, destinations] = [SOURCES.map(part), DESTINATIONS.map(part)];
  if ([...sources, ...destinations].every(({ value }) => value === null)) return null;
  const results = added(destinations.slice(0, -1));
  const printed = sumOf(cells, 'total');
  return {
    sources,
    destinations,
    came: added(sources),
    went: added(destinations),
    printedTotal: printed !== null && results !== null && printed !== results ? printed : null,
    compared: before !== null,
  };
}

/** What keeps the two sides from being one story. */
export function notes({ destinations, came, went, printedTotal }: Flow): Words[] {
  const notes: Words[] = [];
  if (came === null || went === null) notes.push(W.UNTOLD_SUMS);
  else if (came !== went) notes.push(W.unequal(came, went));
  const results = destinations.slice(0, -1);
  if (printedTotal !== null) notes.push(W.otherTotal(printedTotal, results.reduce((sum, { value }) => sum + (value ?? 0), 0)));
  return notes;
}

/** 总计 of a row, or of all rows of a group. */
function sumOf(cells: Cells, row: string): number | null {
  const isOf = (cell: string): boolean => cell.startsWith(`t3.${row}.`) && cell.endsWith('.total');
  const values = cells.filter(({ cell }) => isOf(cell)).map(({ value }) => value);
  return values.length ? total(values) : null;
}

const added = (parts: Part[]): number | null => total(parts.map(({ value }) => value));

function total(values: (number | null)[]): number | null {
  let sum = 0;
  for (const value of values) {
    if (value === null) return null;
    sum += value;
  }
  return sum;
}
