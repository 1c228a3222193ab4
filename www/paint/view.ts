// What every part of the painting is given: the report, what the person chose, and what the person may do.

import type { Said } from '../said';
import type { CellKey, Change, FindingView, Language, OutcomeName, Report, RuleWithPage, Severity, TableName, TableView, Words } from '../types';
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
  said: Said;
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
}
