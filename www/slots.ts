// Where the printed cells of a table stand: rows and columns in slots, after all spans. For moving about with the
// arrow keys, for finding the heads of a cell, and for copying a table as text.

import type { CellKey, PrintedCell } from './types';

export interface Placed {
  printed: PrintedCell;
  row: number;
  column: number;
}

export interface Slots {
  /** Cells of each printed row, in order. */
  rows: Placed[][];
  width: number;
  /** How many rows at the top hold heads only. */
  headRows: number;
  figures: Map<CellKey, Placed>;
}

export function slots(rows: readonly PrintedCell[][]): Slots {
  const taken: boolean[][] = rows.map(() => []);
  const figures = new Map<CellKey, Placed>();
  let width = 0;
  const placed = rows.map((cells, row) => {
    let column = 0;
    return cells.map((printed) => {
      while (taken[row]?.[column]) column++;
      const at = { printed, row, column };
      if (printed.cell) figures.set(printed.cell, at);
      for (let c = column; c < column + printed.colspan; c++) {
        for (let r = row; r < row + printed.rowspan; r++) if (taken[r]) taken[r]![c] = true;
      }
      width = Math.max(width, column + printed.colspan);
      return at;
    });
  });
  const firstBody = placed.findIndex((cells) => cells.some(({ printed }) => printed.head !== 'column'));
  return { rows: placed, width, headRows: firstBody < 0 ? placed.length : firstBody, figures };
}

const covers = (start: number, span: number, at: number): boolean => start <= at && at < start + span;

/** The heads of a cell: those in its rows to the left and in its columns above. */
export function headsOf({ rows }: Slots, { row, column }: Placed): Set<PrintedCell> {
  const heads = new Set<PrintedCell>();
  for (const other of rows.flat()) {
    const { head, rowspan, colspan } = other.printed;
    if (head === 'row' && covers(other.row, rowspan, row)) heads.add(other.printed);
    if (head === 'column' && other.row < row && covers(other.column, colspan, column)) heads.add(other.printed);
  }
  return heads;
}

export type Direction = 'up' | 'down' | 'left' | 'right';

/** The next figure from a cell in a direction, if there is one. */
export function neighbour({ figures }: Slots, from: CellKey, direction: Direction): CellKey | null {
  const start = figures.get(from);
  if (!start) return null;
  const upright = direction === 'up' || direction === 'down';
  const sign = direction === 'up' || direction === 'left' ? -1 : 1;
  let best: { cell: CellKey; distance: number } | null = null;
  for (const [cell, at] of figures) {
    const same = upright
      ? covers(at.column, at.printed.colspan, start.column) || covers(start.column, start.printed.colspan, at.column)
      : at.row === start.row;
    const distance = sign * (upright ? at.row - start.row : at.column - start.column);
    if (same && distance > 0 && (!best || distance < best.distance)) best = { cell, distance };
  }
  return best && best.cell;
}

/** The cells that a pasted block of figures falls on, from its top left cell; what sticks out is left out. */
export function blockFrom(placed: Slots, start: CellKey, block: string): [CellKey, string][] {
  const filled: [CellKey, string][] = [];
  let line: CellKey | null = start;
  for (const pieces of block.replace(/\s+$/, '').split(/\r?\n/)) {
    let cell: CellKey | null = line;
    for (const piece of pieces.split('\t')) {
      if (cell) filled.push([cell, piece.trim()]);
      cell = cell && neighbour(placed, cell, 'right');
    }
    line = line && neighbour(placed, line, 'down');
  }
  return filled;
}

/** Figures between tabs and line breaks, as a spreadsheet copies them: nothing but numbers and signs. */
export const isBlock = (text: string): boolean => /[\t\n]./.test(text.trim()) && /^[\d\s.,，+\-—－/]+$/.test(text);

/** Where a key in a cell's field leads; to the left and right only from the ends of its text. */
export function directionOf(event: KeyboardEvent, { selectionStart: start, selectionEnd: end, value }: HTMLInputElement): Direction | null {
  const whole = start === 0 && end === value.length;
  switch (event.key) {
    case 'Enter': return event.shiftKey ? 'up' : 'down';
    case 'ArrowUp': return 'up';
    case 'ArrowDown': return 'down';
    case 'ArrowLeft': return !event.shiftKey && (whole || end === 0) ? 'left' : null;
    case 'ArrowRight': return !event.shiftKey && (whole || start === value.length) ? 'right' : null;
    default: return null;
  }
}
