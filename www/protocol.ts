// The messages between the page and the engine, wherever the engine runs.

import type { Area, AreaOptions, CheckedDocument, CheckInput, ReadFailure, Report, RuleView, Sheet, SheetOptions, Source, Summary, Unit } from './types';

/** The first message: the engine's wasm as text, see `bytesOf` in worker.ts. */
export interface Start {
  wasm: string;
}

/** The questions: what is given, and what comes back. */
export interface Questions {
  check: { given: CheckInput; answer: Report | ReadFailure };
  document: { given: CheckInput; answer: CheckedDocument };
  /** The check sheet, a page of its own. */
  sheet: { given: CheckInput & SheetOptions; answer: Sheet | ReadFailure };
  rules: { given: null; answer: RuleView[] };
  /** What a list of many keeps of a report. */
  summary: { given: CheckInput; answer: Summary | ReadFailure };
  /** What is summed of a unit's report. */
  unit: { given: Source; answer: Unit | ReadFailure };
  /** The names in a list of units. */
  names: { given: Source; answer: string[] | ReadFailure };
  /** A report beside the sum of its units. */
  area: { given: Source & Omit<AreaOptions, 'name'>; answer: Area | ReadFailure };
}

export type Question = keyof Questions;

export interface Request<Q extends Question = Question> {
  id: number;
  question: Q;
  given: Questions[Q]['given'];
}

export type Reply =
  | { type: 'ready'; version: string }
  | { type: 'answer'; id: number; answer: Questions[Question]['answer'] }
  /** The input was refused; the engine lives. */
  | { type: 'refused'; id: number; message: string }
  /** The engine is dead: it trapped, or could not start. Nothing more will come from it. */
  | { type: 'dead'; id?: number; message: string };

/** The part of a worker's global scope that the engine uses. */
export interface Scope {
  onmessage: ((event: { data: Start | Request }) => void) | null;
  postMessage(reply: Reply): void;
}

/** What the file of an engine leaves for the page. */
export interface EngineFile {
  wasm: string;
  /** The whole engine as one function: its source text makes a worker, a call of it runs it in the page. */
  start(scope: Scope): void;
  /** Only where nothing can stand beside the page; elsewhere they are a file of their own. */
  pages?: RulePages;
}

/** The pages of the rules by the rules' ids, Markdown. Not in the wasm, which every worker holds in memory. */
export type RulePages = Record<string, string>;

/** Where engines come from. */
export interface Engines {
  /** The engine to begin with. */
  first(): Promise<EngineFile>;
  /** The engine that reads every format; asked for when the first one has no reader for a file. */
  full?(): Promise<EngineFile>;
  /** The first engine in plain JavaScript; asked for where WebAssembly is missing or refused. */
  plain?(): Promise<EngineFile>;
  /** The pages of the rules, where the first engine's file does not hold them. */
  pages?(): Promise<RulePages>;
  /** The folder with a page for each rule, `ID.html`; null where none stands beside the page. */
  book?: string | null;
}
