// Last year's report beside this one: what was given, whether it fits, the way to put the two the other way round. The
// site's page loads this when a report is first given there.

import { html, nothing, type TemplateResult } from 'lit-html';

import type { EngineError } from './checker';
import * as L from './last-year-words';
import { engineTrouble } from './trouble';
import type { CheckInput, ReadFailure, Report, Source, TableName, Words } from './types';
import { CANCEL, COMMA, FAMILY, TABLE, type Say } from './words';

/** A report with the name that the page shows. */
export interface Named {
  source: Source;
  name: Words | string;
}

/** The page around it. */
export interface LastYearHost {
  ask(input: CheckInput): Promise<Report | ReadFailure>;
  /** Ends what is asked. */
  stop(): void;
  /** This year's report: what was opened, and what came of it. */
  opened(): Named | null;
  report(): Report | null;
  /** Changes that the person made are not thrown away unasked. */
  mayReplace(): boolean;
  open(report: Named): void;
  /** Has this year's report checked with this one, or with none. */
  compare(previous: Source['source'] | null): void;
  draw(): void;
  /** The focus goes to the place for last year's report. */
  focus(): void;
}

/** What the engine says, or why it gave no answer. */
type Answer = Report | ReadFailure | { error: { kind: 'no-answer'; message: Words } };

export class LastYear {
  private given: Named | null = null;
  /** What the engine says of it alone; null while it is asked. */
  private answer: Answer | null = null;

  constructor(private readonly host: LastYearHost) {}

  async give(given: Named): Promise<void> {
    this.given = given;
    this.answer = null;
    this.host.compare(null);
    this.host.draw();
    // Asked with something to compare, so that an engine that does is there before this year's report needs it.
    const answer = await this.read({ ...given.source, previous: '' });
    if (this.given === given && answer) this.take(given, answer);
  }

  /** Opens the later of two reports of one organ and compares it with the other; says whether they are such two. */
  async pair(two: readonly [Named, Named]): Promise<readonly [Named, Named] | null> {
    const [a, b] = [await this.read(two[0].source), await this.read(two[1].source)];
    if (!isRead(a) || !isRead(b) || !a.year || !b.year || a.year === b.year) return null;
    const [later, earlier, answer] = a.year > b.year ? [two[0], two[1], b] : [two[1], two[0], a];
    const together = await this.host.ask({ ...later.source, previous: bytesOf(earlier) }).catch(() => null);
    if (!together || 'error' in together || together.unfit) return null;
    this.take(earlier, answer);
    this.host.open(later);
    return [later, earlier];
  }

  readonly remove = (): void => {
    this.given = this.answer = null;
    this.host.compare(null);
    this.host.draw();
    this.host.focus();
  };

  /** This year's becomes last year's, and the other way round. */
  readonly swap = (): void => {
    const [opened, report, { given }] = [this.host.opened(), this.host.report(), this];
    if (!opened || !report || !given || !this.host.mayReplace()) return;
    this.take(opened, report);
    this.host.open(given);
  };

  /** What was given and how it fits; null where nothing was. */
  shown(say: Say): TemplateResult | null {
    const { given, answer } = this;
    if (!given) return null;
    const name = typeof given.name === 'string' ? given.name : say(given.name);
    return html`
      <p class="name"><b>${name}</b> ${isRead(answer) ? html`<span>${say(L.about(answer))}</span>` : nothing}
        ${answer ? html`<button class="text" @click=${this.remove}>${say(L.REMOVE)}</button>` : nothing}</p>
      ${answer ? nothing : html`<p class="wait"><progress aria-label=${say(L.READING)}></progress> <button class="text" @click=${this.cancel}>${say(CANCEL)}</button></p>`}
      <p role="status" class=${answer && this.trouble() ? 'ask' : ''}>${say(answer ? this.trouble() ?? this.result(say) : L.READING)}</p>
      ${this.isLater ? html`<p><button class="text" @click=${this.swap}>${say(L.SWAP)}</button></p>` : nothing}`;
  }

  private readonly cancel = (): void => {
    this.remove();
    this.host.stop();
  };

  private read(input: CheckInput): Promise<Answer | null> {
    return this.host.ask(input).catch((error: unknown) => {
      const kind = error instanceof Error ? (error as EngineError).kind : null;
      return kind === 'closed' ? null : { error: { kind: 'no-answer', message: engineTrouble(error) } };
    });
  }

  private take(given: Named, answer: Answer): void {
    this.given = given;
    this.answer = answer;
    // Where it ends the engine, or not even its format can be read here, this year's report is not to be asked about it.
    const hopeless = 'error' in answer && /^(no-answer|needs-full)$/.test(answer.error.kind);
    this.host.compare(hopeless ? null : bytesOf(given));
    this.host.draw();
  }

  private get isLater(): boolean {
    const year = this.host.report()?.year;
    return isRead(this.answer) && Boolean(year) && this.answer.year === year! + 1;
  }

  /** Why it is not compared. */
  private trouble(): Words | null {
    const { answer } = this;
    if (!answer) return null;
    if ('error' in answer) return answer.error.message;
    if (this.isLater) return L.LATER;
    const unfit = this.host.report()?.unfit;
    return unfit ? L.notCompared(unfit) : null;
  }

  /** What came of the comparison, or that it waits for this year's report. */
  private result(say: Say): Words {
    const report = this.host.report();
    if (!report || !isRead(this.answer)) return L.WAITING;
    const lost = this.answer.tables.filter(({ state }) => state !== 'bound').map(({ name }: { name: TableName }) => say(TABLE[name]));
    const checks = report.checks.filter(({ rule }) => rule.startsWith('years-'));
    const count = (outcome: string): number => checks.filter((check) => check.outcome === outcome).length;
    return L.compared(count('held'), count('broken'), count('cannot_tell'), lost.join(say(COMMA)), say(FAMILY.years!));
  }
}

const isRead = (answer: Answer | null): answer is Report => answer !== null && 'findings' in answer;

/** What a page opens are texts and files. */
const bytesOf = ({ source: { source } }: Named): string | Uint8Array => source as string | Uint8Array;
