// The state of every cell, put together from the report, the person's edits and the chosen finding: what the table shows.

import type { CellKey, CellView, FindingView, Report, Severity, Words } from '../types';
import { circled } from './marks';

export interface Mark {
  /** Index of the finding. */
  index: number;
  sign: string;
  severity: Severity;
}

export interface CellState {
  view: CellView;
  /** What stands in the cell now: as typed, or as read. */
  text: string;
  /** What was read. */
  original: string;
  /** The findings that this cell is the subject of. */
  marks: Mark[];
  /** The worst of them. */
  severity: Severity | null;
  /** The chosen finding counts this cell. */
  involved: boolean;
  /** The cell is the subject of the chosen finding. */
  current: boolean;
  proposal: Proposal | null;
  edited: boolean;
}

export interface Proposal {
  value: number;
  reason: Words | null;
}

const RANK: Record<Severity, number> = { error: 3, warning: 2, info: 1 };

/** The texts of the cells, as a session holds them. */
export interface Texts {
  text(cell: CellKey): string;
  original(cell: CellKey): string;
  edits: ReadonlyMap<CellKey, string>;
}

export function cellStates(report: Report, texts: Texts, chosen: FindingView | null): Map<CellKey, CellState> {
  const marks = new Map<CellKey, Mark[]>();
  report.findings.forEach(({ cells, severity }, index) => {
    const subject = cells[0];
    if (!subject) return;
    const mark = { index, sign: circled(index + 1), severity };
    marks.set(subject, [...(marks.get(subject) ?? []), mark]);
  });
  const reasons = reasonsOf(report);
  const involved = new Set(chosen?.cells);
  return new Map(report.cells.map((view) => {
    const own = marks.get(view.cell) ?? [];
    const worst = own.reduce<Severity | null>((a, { severity }) => (a && RANK[a] >= RANK[severity] ? a : severity), null);
    const { proposed } = view;
    return [view.cell, {
      view,
      text: texts.text(view.cell),
      original: texts.original(view.cell),
      marks: own,
      severity: worst,
      involved: involved.has(view.cell),
      current: chosen?.cells[0] === view.cell,
      proposal: proposed === null || proposed === view.value ? null : { value: proposed, reason: reasons.get(view.cell) ?? null },
      edited: texts.edits.has(view.cell),
    }];
  }));
}

/** What speaks for the change of a first repair. */
function reasonsOf(report: Report): Map<CellKey, Words> {
  const reasons = new Map<CellKey, Words>();
  for (const { repairs } of report.causes) {
    const best = repairs[0];
    if (best?.reason && best.changes.length === 1) reasons.set(best.changes[0]!.cell, best.reason);
  }
  return reasons;
}
