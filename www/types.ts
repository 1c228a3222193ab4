// What crosses the border between the page and the engine: plain objects, written by src/view.rs and read here.

/** The name of a cell: `t3.new.natural`. */
export type CellKey = string;

/** A sentence in Chinese and in English. */
export interface Words {
  zh: string;
  en: string;
}

export type Language = keyof Words;

/** A cell of a host's table; rows and columns are slots after all spans, counted from 0. */
export interface HostCell {
  /** The host's own name of the cell; it comes back in the report. */
  id: string;
  text: string;
  row: number;
  col: number;
  rowspan?: number;
  colspan?: number;
}

/** A host's content in reading order: paragraphs as strings, tables as lists of cells. */
export type HostBlocks = (string | HostCell[])[];

/**
 * One source: pasted text or HTML as a string, a file as bytes, a host's content as values. Cells of HTML may carry
 * names of the host's own in `data-gouji-id`.
 */
export interface Source {
  source: string | Uint8Array | HostBlocks;
  /** The file's name: a hint only, the content decides what it is. */
  name: string;
}

export interface CheckInput extends Source {
  /** What the person typed into cells, as typed; it stands in place of what was read. */
  edits?: Record<CellKey, string>;
}

/** A source that could not be opened at all. */
export interface ReadFailure {
  error: { kind: string; message: Words };
}

export type Edition = '2019' | '2021';
export type TableName = 't2' | 't3' | 't4';
export type Severity = 'error' | 'warning' | 'info';
export type OutcomeName = 'held' | 'broken' | 'cannot_tell' | 'not_applicable';
export type Outcomes = Record<OutcomeName, number>;

/** What the engine says of one source. */
export interface Report {
  schema: 1;
  /** The name as given. */
  source: string;
  kind: string;
  form: Edition | null;
  year: number | null;
  agency: string | null;
  verdict: Verdict;
  /** 表二, 表三, 表四. */
  tables: TableView[];
  /** Every cell that the tables print or that was found, in the order of the form. */
  cells: CellView[];
  /** Finding number n stands at index n − 1. */
  findings: FindingView[];
  /** What would mend the broken sums, part by part. */
  causes: CauseView[];
  checks: CheckView[];
  outcomes: Outcomes;
  /** What could not be read, and what to try. */
  troubles: Words[];
}

export interface Verdict {
  level: 'error' | 'warning' | 'pass' | 'unknown';
  /** One sentence. */
  words: Words;
  /** The reason, and what to do. */
  why: Words | null;
}

/** A table of the form as it was found. */
export interface TableView {
  name: TableName;
  title: Words;
  edition: Edition;
  state: 'bound' | 'cannot_tell' | 'missing';
  /** Why it is not bound, and what to do. */
  why: Words | null;
  /** The layout that the edition prints. */
  rows: PrintedCell[][];
  place: Words | null;
}

/** A printed cell: a head with its text, a figure with its name, or an empty slot. */
export interface PrintedCell {
  rowspan: number;
  colspan: number;
  head?: 'row' | 'column';
  text?: string;
  textEn?: string;
  cell?: CellKey;
  /** The cell is the total of a sum. */
  sum?: boolean;
}

/** What stands in a cell. */
export interface CellView {
  cell: CellKey;
  raw: string;
  value: number | null;
  state: 'number' | 'blank' | 'dash' | 'unreadable' | 'absent';
  row: Words;
  column: Words;
  place: Words | null;
  /** The name that a host gave to this cell of its own. */
  id: string | null;
  /** Indexes of the findings that name it. */
  findings: number[];
  /** What the likeliest repair would put here. */
  proposed: number | null;
  edited: boolean;
}

export interface FindingView {
  /** Id of the rule. */
  rule: string;
  subject: string;
  severity: Severity;
  what: Words;
  how: Words;
  basis: Words;
  /** The cells it is about, the subject first. */
  cells: CellKey[];
  found: number | null;
  expected: number | null;
  place: Words | null;
  /** The name that a host gave to the cell where it is. */
  id: string | null;
  equation: Equation | null;
}

/** A sum with its figures. */
export interface Equation {
  left: Term[];
  right: Term[];
  leftSum: number;
  rightSum: number;
}

export interface Term {
  cell: CellKey;
  label: Words;
  value: number | null;
}

/** The repairs of one part of the form whose sums share no cell with another part. */
export interface CauseView {
  table: TableName;
  /** The group of 表四; empty for 表三. */
  subject: string;
  /** The first repair is clearly likelier than the others. */
  decided: boolean;
  /** What is listed is not all. */
  incomplete: boolean;
  /** Smallest sets of changes, best first. */
  repairs: RepairView[];
}

export interface RepairView {
  changes: Change[];
  /** The slip that would explain it. */
  slip: Words | null;
}

export interface Change {
  cell: CellKey;
  found: number | null;
  proposed: number;
}

export interface CheckView {
  rule: string;
  subject: string;
  outcome: OutcomeName;
  reason: Words | null;
}

/** A rule of the book; the list is asked for once. */
export interface Rule {
  id: string;
  severity: Severity;
  title: Words;
  basis: Words;
}

/** A rule with its page, Markdown. */
export interface RuleView extends Rule {
  page: string;
}
