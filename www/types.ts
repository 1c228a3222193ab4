// What crosses the border between the page and the engine: plain objects, written by src/view.rs and read here.

/** The name of a cell: `t3.new.natural`. */
export type CellKey = string;

/** A sentence in Chinese and in English. */
export interface Words {
  zh: string;
  en: string;
}

/** One source: pasted text or HTML as a string, a file as bytes. */
export interface Source {
  source: string | Uint8Array;
  /** The file's name: a hint only, the content decides what it is. */
  name: string;
}

export interface CheckInput extends Source {
  /** What the person typed into cells, as typed; it stands in place of what was read. */
  edits?: Record<CellKey, string>;
  /** Last year's report. */
  previous?: Source;
}

export type Severity = 'error' | 'warning' | 'info';
export type OutcomeName = 'held' | 'broken' | 'cannot_tell' | 'not_applicable';

/** The place in the source, as far as the format has places. */
export interface Place {
  [part: string]: unknown;
}

export interface Finding {
  /** Id of the rule. */
  rule: string;
  subject: string;
  severity: Severity;
  message: string;
  basis: string;
  /** The cells it is about, the subject first. */
  cells: CellKey[];
  found: number | null;
  expected: number | null;
  place: Place | null;
}

/** One change of a repair. */
export interface Change {
  cell: CellKey;
  found: number | null;
  proposed: number;
}

export type Outcomes = Record<OutcomeName, number>;

/** What the engine says of one source. */
export interface Report {
  kind: string;
  /** Edition of the form: "2019", "2021", or null where no table tells. */
  form: string | null;
  year: number | null;
  agency: string | null;
  /** Rows of figures in the order of the form; null for a blank or a dash. */
  tables: Record<'t2' | 't3' | 't4', Record<string, (number | null)[]>>;
  findings: Finding[];
  /** The smallest sets of changes that make every sum hold, best first. */
  repairs: Change[][];
  outcomes: Outcomes;
}

/** A source that could not be opened at all. */
export interface ReadFailure {
  error: { kind: string; message: string };
}
