// What every part of the painting is given: the report, what the person chose, and what the person may do.

import type { CellKey, Change, FindingView, Given, Language, OutcomeName, Report, RuleWithPage, Severity, TableName, TableView, Waiver, Words } from '../types';
import type { Say } from '../words';
import type { CellState } from './states';

export type Tab = TableName | 'checks';

export interface View {
  report: Report;
  language: Language;
  say: Say;
  states: Map<CellKey, CellState>;
  /** The chosen finding; `mended` when it was chosen and is no longer broken. */
  chosen: FindingView | null;
  mended: boolean;
  tab: Tab;
  filter: Severity | null;
  outcome: OutcomeName | null;
  /** The cell that the Tab key enters, per table. */
  active: Map<TableName, CellKey>;
  allTerms: boolean;
  given: Given;
  /** This browser remembers it. */
  kept: boolean;
  canUndo: boolean;
  edits: number;
  rules: Map<string, RuleWithPage>;
  /** What was just done, beside the buttons. */
  note: Words | null;
  act: Actions;
}

export interface Actions {
  choose(finding: FindingView): void;
  goTo(cell: CellKey): void;
  goToFinding(index: number): void;
  take(changes: readonly Change[]): void;
  undo(): void;
  copy(table: TableView): void;
  show(tab: Tab): void;
  filter(severity: Severity | null): void;
  /** The checklist, whole, and the focus on it. */
  checklist(): void;
  filterChecks(outcome: OutcomeName | null): void;
  terms(all: boolean): void;
  rule(id: string): void;
  give(what: Given): void;
  /** Absent where nothing can be let stand. */
  waive?(finding: FindingView): void;
  restore?(waiver: Waiver): void;
  exportWaivers(): void;
  importWaivers(event: Event): void;
  /** Whether it is kept now. */
  keep(kept: boolean): boolean;
  forget(): void;
}
