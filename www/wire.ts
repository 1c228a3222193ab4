// What crosses the border between JavaScript and the engine, made from the types in src/view and src/wasm.rs by
// tests/types.rs: UPDATE=1 cargo test --test types.

/** The version of the shapes. */
export type Schema = 1;
/** The name of a cell: `t3.new.natural`. */
export type CellKey = string;
/** The edition of the form, by the year from which it is used. */
export type Edition = '2019' | '2021';
/** 表二, 表三, 表四. */
export type TableName = 't2' | 't3' | 't4';
/** What was read. */
export type DocumentKind = 'html' | 'text' | 'docx' | 'doc' | 'odt' | 'rtf' | 'xlsx' | 'xls' | 'ods' | 'pdf' | 'ofd' | 'host';
/** How bad it is. */
export type Severity = 'error' | 'warning' | 'info';
/** What a report comes to. */
export type Level = 'error' | 'warning' | 'pass' | 'unknown';
/** How a check ended. */
export type OutcomeName = 'held' | 'broken' | 'cannot_tell' | 'not_applicable';
/** What stands in a cell. */
export type FigureState = 'absent' | 'number' | 'blank' | 'dash' | 'unreadable';
/** How a table was found. */
export type TableState = 'bound' | 'cannot_tell' | 'missing';
/** What a printed head stands over or before. */
export type HeadKind = 'column' | 'row';

/** What the caller may say beside the source. Absent fields take their default. */
export interface EngineOptions {
  /** The file's name: a hint only, the content decides. */
  name?: string;
  /** Cells that a person has typed over, by the names of the form. */
  edits?: Record<string, string>;
  /** The day of publication, `2026-02-03`; empty where it is not known. */
  published?: string;
  /** A deadline of one's own, `02-20`; empty for that of the Regulation. */
  deadline?: string;
  /** Rules that are switched off or milder: `off`, `warning`, `info`, by the rules' ids. */
  rules?: Record<string, string>;
  /** Findings to let stand. */
  waivers?: Waiver[];
  /** Of the sentences in a document; a report holds both. */
  language?: Language;
}

/** What is compared with a report on an area. */
export interface AreaOptions {
  name?: string;
  edits?: Record<string, string>;
  units?: Unit[];
  unread?: UnreadUnit[];
  /** The names of the units that should be there; null without a list. */
  listed?: string[] | null;
}

/** What a check sheet says beside what was found. */
export interface SheetOptions {
  /** The day of the check, `2026-02-03`. */
  date?: string;
}

export type Language = 'zh' | 'en';

/** A cell as a host hands it over. */
export interface HostCell {
  id: string;
  text: string;
  row: number;
  col: number;
  rowspan?: number;
  colspan?: number;
}

/** A piece of a host's content: a paragraph, or the cells of a table. */
export type HostBlock = string | HostCell[];

/** A sentence in both languages. */
export interface Words {
  zh: string;
  en: string;
}

/** How many checks ended in which way. */
export interface Outcomes {
  held: number;
  broken: number;
  cannot_tell: number;
  not_applicable: number;
}

/** A figure that stands in a cell, and the one that would stand there after a repair. */
export interface Change {
  cell: CellKey;
  found: number | null;
  proposed: number;
}

/** A finding that is let stand, as people keep it and hand it on. */
export interface Waiver {
  /** What it is about: the `key` of the finding. */
  key: string;
  /** Of the report; null where its title says none. */
  agency: string | null;
  year: number | null;
  reason: string;
}

/** Waivers in a file. */
export interface WaiverFile {
  schema: Schema;
  waivers: Waiver[];
}

/** A place in the terms of the input's format; everything is counted from 1. */
export type Place = ({ kind: 'text'; line: number }) | ({ kind: 'html' } & Partial<HtmlCell>) | ({ kind: 'story'; paragraph?: number } & Partial<StoryCell>) | ({ kind: 'sheet'; sheet: string } & Partial<SheetCell>) | ({ kind: 'page'; page: number; x: number; y: number; width: number; height: number }) | ({ kind: 'host'; id: string });

export interface HtmlCell {
  table: number;
  row: number;
  column: number;
}

export interface StoryCell {
  table: number;
  row: number;
  cell: number;
}

export interface SheetCell {
  row: number;
  column: number;
}

/** An input that was read, or why it was not. */
export type CheckedDocument = ReadDocument | UnreadDocument;

export interface ReadDocument {
  schema: Schema;
  /** The name as given. */
  source: string;
  kind: DocumentKind;
  /** The edition of the form. */
  form: Edition | null;
  year: number | null;
  agency: string | null;
  verdict: DocumentVerdict;
  /** By table, then by row: one number for every column, null where it is blank, a dash or unreadable. */
  tables: Partial<Record<string, Partial<Record<string, (number | null)[]>>>>;
  findings: DocumentFinding[];
  /** Findings that a person let stand; they count nowhere. */
  waived: DocumentWaived[];
  /** Waivers of this report that match nothing any more. */
  expired: Waiver[];
  /** Sets of changes after which every sum holds, best first. */
  repairs: Change[][];
  outcomes: Outcomes;
  checks: DocumentCheck[];
  /** What could not be read, and what to try. */
  troubles: string[];
}

export interface UnreadDocument {
  schema: Schema;
  source: string;
  error: DocumentError;
}

/** Why it was not read: a word for programs, and what to do. */
export interface DocumentError {
  kind: string;
  message: string;
}

export interface DocumentVerdict {
  level: Level;
  /** One sentence. */
  message: string;
  /** The reason, and what to do. */
  why: string | null;
}

export interface DocumentFinding {
  /** Id of the rule. */
  rule: string;
  subject: string;
  severity: Severity;
  message: string;
  /** What to do. */
  how: string;
  basis: string;
  /** The cells it is about, the subject first. */
  cells: CellKey[];
  found: number | null;
  expected: number | null;
  /** Of the sum over an area: what each unit adds, the largest first. */
  contributions?: Contribution[];
  place: Place | null;
  /** What it is about, for a waiver: rule, subject, cells with their values. */
  key: string;
}

/** What a unit adds to a cell of the report on its area. */
export interface Contribution {
  source: string;
  agency: string | null;
  value: number;
}

/** A finding with the reason why it is let stand. */
export interface DocumentWaived {
  finding: DocumentFinding;
  reason: string;
}

export interface DocumentCheck {
  rule: string;
  subject: string;
  outcome: OutcomeName;
  reason: string | null;
}

/** Everything about one input. */
export interface BareReport {
  schema: Schema;
  /** The name as given. */
  source: string;
  kind: DocumentKind;
  form: Edition | null;
  year: number | null;
  agency: string | null;
  verdict: Verdict;
  /** 表二, 表三, 表四. */
  tables: BareTable[];
  /** Every cell that the tables print or that was found, in the order of the form. */
  cells: BareCell[];
  /** Finding number n stands at index n − 1. */
  findings: FindingView[];
  /** Findings that a person let stand; they count nowhere. */
  waived: WaivedView[];
  /** Waivers of this report that match nothing any more. */
  expired: Waiver[];
  /** What would mend the broken sums, part by part. */
  causes: CauseView[];
  checks: CheckView[];
  outcomes: Outcomes;
  /** What could not be read, and what to try. */
  troubles: Words[];
  /** Why last year's report was not compared, where one was given that does not fit. */
  unfit: Words | null;
}

/** What the report comes to. */
export interface Verdict {
  level: Level;
  /** One sentence. */
  words: Words;
  /** The reason, and what to do. */
  why: Words | null;
}

/** A table of the form as it was found. */
export interface BareTable {
  name: TableName;
  title: Words;
  edition: Edition;
  state: TableState;
  /** Why it is not bound, and what to do. */
  why: Words | null;
  place: Words | null;
}

/** What stands in a cell. */
export interface BareCell {
  cell: CellKey;
  raw: string;
  value: number | null;
  state: FigureState;
  place: Words | null;
  /** The name that a host gave to this cell of its own. */
  id: string | null;
  /** Indexes of the findings that name it. */
  findings: number[];
  /** What the likeliest repair would put here. */
  proposed: number | null;
  edited: boolean;
}

/** One thing that is wrong or worth a look. */
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
  /** The sum it is about, with its figures. */
  equation: Equation | null;
  /** What it is about, for a waiver: rule, subject, cells with their values. */
  key: string;
}

/** A finding with the reason why it is let stand. */
export interface WaivedView {
  finding: FindingView;
  reason: string;
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
  /** What speaks for it: the slip that would explain it, who says the same. */
  reason: Words | null;
}

export interface CheckView {
  rule: string;
  subject: string;
  outcome: OutcomeName;
  reason: Words | null;
}

/** The answer where the input could not be read. */
export interface ReadFailure {
  error: ReadFailureReason;
}

export interface ReadFailureReason {
  kind: string;
  message: Words;
}

/** A rule of the book, for lists and explanations. */
export interface RuleView {
  id: string;
  severity: Severity;
  title: Words;
  basis: Words;
}

/** A sheet on its way to the page. */
export interface Sheet {
  /** A whole page of HTML. */
  html: string;
}

export interface Figures {
  schema: Schema;
  /** The name as given. */
  source: string;
  agency: string | null;
  year: number | null;
  /** The edition of the form. */
  form: Edition | null;
  /** The cells of the tables that were read, in the order of the form. */
  figures: Figure[];
}

export interface Figure {
  cell: CellKey;
  table: TableName;
  /** The heads of its row and column, as the form prints them. */
  row: string;
  column: string;
  value: number | null;
  state: FigureState;
  /** What stands in it where that is no number. */
  raw: string | null;
}

/** What is kept of a unit's report. */
export interface Unit {
  source: string;
  agency: string | null;
  year: number | null;
  report: boolean;
  /** The edition of table 三 and of table 四. */
  three: string | null;
  four: string | null;
  /** The cells of tables 三 and 四 that were read; null for a blank. */
  figures: Record<string, number | null>;
}

/** A file that could not be read. */
export interface UnreadUnit {
  source: string;
  zh: string;
  en: string;
}

/** The sum over an area. */
export interface Area {
  /** Reports that are summed. */
  counted: number;
  /** Files that are the report itself. */
  own: string[];
  /** Why nothing is compared. */
  why: Words | null;
  cells: CellSum[];
  /** Why a table is not compared. */
  untold: Words[];
  /** Units without a report, with two, or with one that does not count as it stands. */
  told: ToldUnit[];
}

/** A cell beside its sum. */
export interface CellSum {
  cell: CellKey;
  table: TableName;
  row: Words;
  column: Words;
  found: number | null;
  sum: number;
  /** Found less the sum. */
  difference: number | null;
  outcome: OutcomeName;
  reason: Words | null;
  /** What each unit adds, the largest first. */
  contributions: Contribution[];
}

/** What is odd about a unit. */
export interface ToldUnit {
  name: string;
  words: Words;
}

/** One report among many. */
export interface Summary {
  /** The name as given. */
  source: string;
  kind: DocumentKind;
  form: Edition | null;
  year: number | null;
  agency: string | null;
  level: Level;
  /** The verdict in one sentence. */
  words: Words;
  /** The reason, and what to do. */
  why: Words | null;
  /** How many findings there are, by severity. */
  errors: number;
  warnings: number;
  infos: number;
  /** Findings that a person let stand; they count nowhere. */
  waived: number;
  /** The worst first; of very many not all. */
  findings: KeptFinding[];
  /** The cells of 表三 that are wrong, as far as that can be told. */
  wrong: CellKey[];
  /** What could not be read, and what to try. */
  troubles: Words[];
  unit: Unit;
}

/** What is kept of a finding. */
export interface KeptFinding {
  /** Id of the rule. */
  rule: string;
  severity: Severity;
  what: Words;
  how: Words;
}

/** What the reports of an edition have in common of a table. */
export interface Form {
  /** The layout that the edition prints. */
  rows: PrintedCell[][];
  /** Of every cell that any edition has: a report may hold those of another. */
  heads: CellHeads[];
}

/** What a cell is called. */
export interface CellHeads {
  cell: CellKey;
  row: Words;
  column: Words;
}

/** A printed cell: a head with its text, or a figure with the name of its cell. */
export interface PrintedCell {
  rowspan: number;
  colspan: number;
  /** What it heads: `row` or `column`. */
  head?: HeadKind;
  text?: string;
  textEn?: string;
  cell?: CellKey;
  /** The cell holds a total. */
  sum?: boolean;
}
