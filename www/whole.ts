// Puts a report together with what every report of its edition has in common, which the engine is asked for once: the
// printed tables and what their cells are called, half of all that would cross.

import type { BareReport, CellHeads, CellKey, Edition, Form, ReadFailure, Report, TableName } from './types';

type Known = Pick<Form, 'rows'> & { heads: Map<CellKey, CellHeads> };

const known = new Map<string, Known>();

export function whole(answer: BareReport | ReadFailure, form: (table: TableName, edition: Edition) => Form): Report | ReadFailure {
  if ('error' in answer) return answer;
  const heads = new Map<string, Known['heads']>();
  const tables = answer.tables.map((table) => {
    const { name, edition } = table;
    let own = known.get(name + edition);
    if (!own) {
      const { rows, heads } = form(name, edition);
      own = { rows, heads: new Map(heads.map((cell) => [cell.cell, cell])) };
      known.set(name + edition, own);
    }
    heads.set(name, own.heads);
    return { ...table, rows: own.rows };
  });
  // Every cell begins with the name of its table, and the engine names every cell that there is.
  const cells = answer.cells.map((cell) => {
    const { row, column } = heads.get(cell.cell.slice(0, 2))!.get(cell.cell)!;
    return { ...cell, row, column };
  });
  return { ...answer, tables, cells };
}
