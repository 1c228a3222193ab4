// One source under check: what the person changed in it, the way back, and the newest answer of the engine. An answer
// to a question that is no longer the question is dropped.

import type { CellKey, Change, CheckInput, Given, ReadFailure, Report, Source } from './types';

/** The engine, as far as a session needs it. */
export interface Checks {
  check(input: CheckInput): Promise<Report | ReadFailure>;
}

type Edits = ReadonlyMap<CellKey, string>;

/** Kinds of engine errors that say nothing about the question. */
const LOST = ['died', 'closed'];
/** Steps back that are kept. */
const HISTORY_LIMIT = 500;

export class Session {
  /** The newest answer, or null where the source could not be opened or has not been answered yet. */
  report: Report | null = null;
  failure: ReadFailure['error'] | null = null;
  /** What the engine's door threw, where it gave no answer at all. */
  trouble: unknown = null;
  edits: Edits = new Map();
  private given: Given = {};
  private past: Edits[] = [];
  private raw = new Map<CellKey, string>();
  private editing: CellKey | null = null;
  private asked = false;
  /** The source has not been answered yet. */
  private fresh = true;
  private running = false;
  private closed = false;

  constructor(
    private readonly engine: Checks,
    private source: Source,
    /** Called after every answer and every change. */
    private readonly changed: () => void,
  ) {
    void this.ask();
  }

  /** What the engine is asked. */
  get input(): CheckInput {
    return { ...this.source, ...this.given, edits: Object.fromEntries(this.edits) };
  }

  get waiting(): boolean {
    return !this.report && !this.failure && !this.trouble;
  }

  get canUndo(): boolean {
    return this.past.length > 0;
  }

  /** The text that the source holds in a cell. */
  original(cell: CellKey): string {
    return this.raw.get(cell) ?? '';
  }

  /** What stands in a cell now. */
  text(cell: CellKey): string {
    return this.edits.get(cell) ?? this.original(cell);
  }

  /** A keystroke in a cell. Keystrokes in one cell are one step of the way back. */
  type(cell: CellKey, text: string): void {
    this.change([[cell, text]], this.editing === cell);
    this.editing = cell;
  }

  /** The next keystroke begins a new step. */
  settle(): void {
    this.editing = null;
  }

  take(changes: readonly Pick<Change, 'cell' | 'proposed'>[]): void {
    this.settle();
    this.change(changes.map(({ cell, proposed }) => [cell, String(proposed)]));
  }

  /** Several cells at once, one step of the way back. */
  fill(texts: [CellKey, string][]): void {
    this.settle();
    this.change(texts);
  }

  revert(cell: CellKey): void {
    this.settle();
    this.change([[cell, this.original(cell)]]);
  }

  undo(): void {
    this.settle();
    const before = this.past.pop();
    if (before) this.set(before);
  }

  /** Other content in place of the one before, which stays in sight until the new one is answered; what was typed over it falls away. */
  read(source: Source): void {
    this.source = source;
    this.fresh = true;
    this.past = [];
    this.settle();
    this.set(new Map());
  }

  /** What the person says beside the report. It is no step of the way back. */
  give(given: Given): void {
    this.given = given;
    this.again();
  }

  /** Something beside the report is another. */
  again(): void {
    this.set(new Map(this.edits));
  }

  /** Nothing more is wanted from this session. */
  close(): void {
    this.closed = true;
  }

  private change(texts: [CellKey, string][], sameStep = false): void {
    const edits = new Map(this.edits);
    for (const [cell, text] of texts) {
      if (text.trim() === this.original(cell).trim()) edits.delete(cell);
      else edits.set(cell, text);
    }
    if (!sameStep) this.past = [...this.past, this.edits].slice(-HISTORY_LIMIT);
    this.set(edits);
  }

  private set(edits: Edits): void {
    this.edits = edits;
    this.changed();
    if (this.asked) return;
    this.asked = true;
    requestAnimationFrame(() => {
      this.asked = false;
      void this.ask();
    });
  }

  /** One question at a time; an answer that comes after a further change is not the answer any more. */
  private async ask(retry = true): Promise<void> {
    if (this.running || this.closed) return;
    this.running = true;
    const edits = this.edits;
    let again = false;
    try {
      const answer = await this.engine.check(this.input);
      if (edits === this.edits) this.accept(answer);
    } catch (error) {
      // An engine that was lost has been replaced: what it was asked is asked once more.
      again = retry && LOST.includes((error as { kind?: string }).kind ?? '');
      if (edits === this.edits && !again) this.trouble = error;
    }
    this.running = false;
    if (this.closed) return;
    if (edits !== this.edits) void this.ask();
    else if (again) void this.ask(false);
    else this.changed();
  }

  private accept(answer: Report | ReadFailure): void {
    this.trouble = null;
    if ('error' in answer) {
      this.failure = answer.error;
      this.report = null;
      return;
    }
    if (this.fresh) this.raw = new Map(answer.cells.map(({ cell, raw }) => [cell, raw.replace(/\s+/g, ' ').trim()]));
    this.fresh = false;
    this.failure = null;
    this.report = answer;
  }
}
