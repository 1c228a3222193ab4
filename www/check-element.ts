// <gouji-check>: takes a source, shows the verdict, the tables and the findings, lets the person mend them, and tells
// every new report in one event. Its class; define.ts registers it.

import { LitElement, html, nothing, unsafeCSS, type PropertyValues, type TemplateResult } from 'lit';

import { EngineError, type Replaced } from './checker';
import { tableCopy, writeClipboard } from './clipboard';
import type { GoujiCheckElement } from './element';
import { follow } from './follow';
import { causes } from './paint/causes';
import { checklist } from './paint/checklist';
import elementStyle from './paint/element.css?inline';
import { equation } from './paint/equation';
import { findings } from './paint/findings';
import { identity, tableOf } from './paint/marks';
import paletteStyle from './paint/palette.css?inline';
import { measureHeads, reveal } from './paint/reveal';
import { rulePage } from './paint/rule';
import { cellStates } from './paint/states';
import { table } from './paint/table';
import { tabs, tabOrder } from './paint/tabs';
import { actions, failed, verdict } from './paint/verdict';
import type { Actions, Tab, View } from './paint/view';
import { Session } from './session';
import { onReplaced, restartChecker, sharedChecker } from './shared-checker';
import { blockFrom, isBlock, neighbour, slots, type Direction, type Slots } from './slots';
import type { CellKey, CheckInput, FindingView, Language, OutcomeName, ReadFailure, Report, RuleWithPage, Severity, Source, TableName, Words } from './types';
import * as W from './words';

/** An answer usually comes sooner than this: no bar is shown before. */
const PATIENCE_MS = 300;
/** Below these widths, in em, the table is set closer, and the findings stand under it. */
const WIDE_EM = 74;
const TWO_COLUMNS_EM = 58;

/**
 * Checks one report, shows the verdict, the tables and the findings, and lets the person mend the figures.
 *
 * @tagname gouji-check
 * @slot - What is shown while there is no report, and what is left to read without script.
 * @fires {CustomEvent<Report | ReadFailure>} gouji-report - After every check; `detail` is the report, or `{error}` where the source could not be opened. Bubbles, and leaves shadow roots.
 * @cssprop [--gouji-size=16px] - The size of the text; everything else follows from it.
 * @cssprop [--gouji-font] - The fonts of the text.
 * @cssprop [--gouji-accent] - The colour of buttons and links.
 * @csspart verdict - The verdict with its counts.
 * @csspart actions - The buttons under the verdict.
 * @csspart cause - A card that explains broken sums.
 * @csspart finding - A card of a finding.
 * @csspart equation - The sum of the chosen finding.
 */
export class GoujiCheck extends LitElement implements GoujiCheckElement {
  static override styles = [unsafeCSS(paletteStyle), unsafeCSS(elementStyle)];

  static override properties = {
    language: { reflect: true },
    for: { reflect: true },
    session: { state: true },
    chosen: { state: true },
    tab: { state: true },
    severity: { state: true },
    outcome: { state: true },
    allTerms: { state: true },
    slow: { state: true },
    note: { state: true },
    engineNote: { state: true },
    rulePage: { state: true },
    rules: { state: true },
  };

  /** The language of everything that is said: `zh` or `en`. */
  declare language: Language;
  /** The id of a textarea or an editable element in the same tree whose content is checked, now and after every change. */
  declare for: string | null;
  declare private session: Session | null;
  /** The identity of the chosen finding, which outlives edits. */
  declare private chosen: string | null;
  declare private tab: Tab;
  declare private severity: Severity | null;
  declare private outcome: OutcomeName | null;
  declare private allTerms: boolean;
  declare private slow: boolean;
  declare private note: Words | null;
  declare private engineNote: Words | null;
  declare private rulePage: RuleWithPage | null;
  declare private rules: Map<string, RuleWithPage>;

  private active = new Map<TableName, CellKey>();
  private shown: Report | ReadFailure['error'] | null = null;
  private printing = false;
  private announced = '';
  private textAtFocus = '';
  private freshFocus = false;
  private slowTimer: ReturnType<typeof setTimeout> | undefined;
  private forgetReplaced: (() => void) | null = null;
  private unfollow: (() => void) | null = null;
  private width: ResizeObserver | null = null;

  constructor() {
    super();
    this.language = 'zh';
    this.for = null;
    this.rules = new Map();
    this.engineNote = this.rulePage = null;
    this.forget();
  }

  /** The newest report, if there is one. */
  get report(): Report | null {
    return this.session?.report ?? null;
  }

  /** Whether the person changed a cell. */
  get edited(): boolean {
    return (this.session?.edits.size ?? 0) > 0;
  }

  /**
   * Starts the engine before it is asked. With a sample it also checks that once, unseen: the browser compiles the
   * engine piece by piece as it is used, and the first real answer comes as soon as the later ones.
   */
  prepare(sample?: Source): void {
    if (this.rules.size === 0) this.learnRules();
    if (sample) void sharedChecker().check(sample).catch(() => undefined);
  }

  /**
   * Opens a source in place of the one before: HTML or text as a string, a file's bytes, or a host's paragraphs and
   * tables. The name is a hint; the content decides what it is.
   */
  check(source: Source['source'], name = ''): void {
    this.forget();
    this.open({ source, name });
  }

  /** Shows the slot again. */
  clear(): void {
    this.forget();
  }

  override focus(): void {
    this.renderRoot.querySelector<HTMLElement>('#verdict')?.focus();
  }

  override connectedCallback(): void {
    super.connectedCallback();
    this.forgetReplaced = onReplaced((why) => this.replaced(why));
    this.followFor();
    this.width = new ResizeObserver(([entry]) => entry && this.fit(entry.contentRect.width));
    this.width.observe(this);
    addEventListener('beforeprint', this.print);
    addEventListener('afterprint', this.print);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.forgetReplaced?.();
    this.unfollow?.();
    this.width?.disconnect();
    removeEventListener('beforeprint', this.print);
    removeEventListener('afterprint', this.print);
  }

  /** On paper all tables stand, on the screen only the one that is looked at. */
  private print = (event: Event): void => {
    this.printing = event.type === 'beforeprint';
    this.requestUpdate();
    this.performUpdate();
  };

  private followFor(): void {
    this.unfollow?.();
    const root = this.getRootNode();
    const isTree = root instanceof Document || root instanceof ShadowRoot;
    this.unfollow = this.for && isTree ? follow(root, this.for, this.followed) : null;
  }

  private followed = (source: string): void => {
    if (!source.trim()) this.forget();
    else if (this.session) this.session.read({ source, name: '' });
    else this.check(source);
  };

  private forget(): void {
    this.session?.close();
    clearTimeout(this.slowTimer);
    this.session = this.chosen = this.severity = this.outcome = this.note = this.shown = null;
    this.tab = 't3';
    this.allTerms = this.slow = false;
    this.active.clear();
    this.announced = '';
  }

  private open(source: Source): void {
    const engine = { check: (input: CheckInput) => sharedChecker().check(input) };
    const session = new Session(engine, source, () => {
      if (session === this.session) this.answered(session);
    });
    this.session = session;
    this.slowTimer = setTimeout(() => (this.slow = session.waiting), PATIENCE_MS);
    this.prepare();
  }

  private learnRules(): void {
    sharedChecker().rules().then(
      (rules) => (this.rules = new Map(rules.map((rule) => [rule.id, rule]))),
      () => undefined, // without their pages the findings still say everything
    );
  }

  private answered(session: Session): void {
    const answer = session.failure ?? session.report;
    if (!session.waiting) this.slow = false;
    this.requestUpdate();
    if (!answer || answer === this.shown) return;
    if ('findings' in answer) {
      if (this.shown && 'findings' in this.shown) this.followEdit(answer);
      else this.begin(answer);
    }
    this.shown = answer;
    const detail = 'findings' in answer ? answer : { error: answer };
    this.dispatchEvent(new CustomEvent('gouji-report', { detail, bubbles: true, composed: true }));
  }

  /** The first report of a source: its first sum is drawn, in its table. */
  private begin(report: Report): void {
    const first = report.findings.find(({ equation: sum }) => sum) ?? report.findings[0];
    if (!first) return;
    this.chosen = identity(first);
    if (first.cells[0]) this.tab = tableOf(first.cells[0]) as TableName;
  }

  /** Where no sum of this table is drawn, the one that the edited cell has just broken is. */
  private followEdit(report: Report): void {
    const isHere = ({ cells: [subject] }: FindingView) => subject !== undefined && tableOf(subject) === this.tab;
    const chosen = report.findings.find((finding) => identity(finding) === this.chosen);
    if (this.tab === 'checks' || (this.chosen && !chosen) || (chosen && isHere(chosen))) return;
    const cell = this.active.get(this.tab);
    const broken = report.findings.find((finding) => isHere(finding) && cell !== undefined && finding.cells.includes(cell));
    if (broken) this.chosen = identity(broken);
  }

  private replaced(why: Replaced): void {
    this.engineNote = why === 'no-worker' ? W.ENGINE_HERE : W.ENGINE_REPLACED;
  }

  private fit(width: number): void {
    const all = this.renderRoot.querySelector('.all');
    if (!all) return;
    const em = parseFloat(getComputedStyle(all).fontSize) || 16;
    all.classList.toggle('narrow', width < TWO_COLUMNS_EM * em);
    all.classList.toggle('close', width < WIDE_EM * em && width >= TWO_COLUMNS_EM * em);
    measureHeads(this.renderRoot);
  }

  protected override render(): TemplateResult {
    const { session, slow } = this;
    const say = W.sayIn(this.language);
    const report = session?.report;
    return html`
      <div class="all" lang=${this.language === 'zh' ? 'zh-CN' : 'en'}>
        ${slow ? html`<div class="busy" role="status"><span>${say(W.READING)}</span><progress aria-label=${say(W.READING)}></progress>
          <button @click=${this.cancel}>${say(W.CANCEL)}</button></div>` : nothing}
        ${this.engineNote ? html`<p class="line" role="status">${say(this.engineNote)}</p>` : nothing}
        ${report ? this.whole(this.view(report)) : this.withoutReport(say)}
        <p class="hidden" role="status">${this.announcement(report ?? null)}</p>
        ${this.ruleDialog(say)}
      </div>
      ${report ? nothing : html`<slot></slot>`}`;
  }

  private withoutReport(say: W.Say): TemplateResult | typeof nothing {
    const { session } = this;
    const words = session?.failure?.message ?? (session?.trouble ? troubleWords(session.trouble) : null);
    return words ? failed(say(W.NOT_READ), say(words)) : nothing;
  }

  private whole(view: View): TemplateResult {
    const { report, say } = view;
    return html`
      ${verdict(view)}
      ${actions(view)}
      ${this.session?.trouble ? html`<p class="line" role="alert">${say(troubleWords(this.session.trouble))}</p>` : nothing}
      ${report.troubles.length
        ? html`<section class="line"><h3>${say(W.TROUBLES)}</h3>${report.troubles.map((words) => html`<p>${say(words)}</p>`)}</section>`
        : nothing}
      <div class="columns">
        <div class="left">
          ${tabs(view)}
          ${tabOrder(report).map((name) => {
            const printed = report.tables.find((one) => one.name === name);
            return html`
              <div class="panel ${printed ? '' : 'checklist'}" role="tabpanel" id="panel-${name}" aria-labelledby="tab-${name}" ?hidden=${name !== view.tab}
                @input=${this.typed} @keydown=${this.pressed} @focusin=${this.entered} @click=${this.clicked} @paste=${this.pasted}>
                ${name !== view.tab && !this.printing ? nothing : printed ? table(view, printed) : checklist(view)}
              </div>`;
          })}
          ${equation(view)}
        </div>
        <div class="right">${causes(view)}${findings(view)}</div>
      </div>`;
  }

  private ruleDialog(say: W.Say): TemplateResult {
    const rule = this.rulePage;
    return html`
      <dialog aria-label=${rule ? say(rule.title) : say(W.RULE_PAGE)} @close=${() => (this.rulePage = null)}>
        <form method="dialog"><button class="close">${say(W.CLOSE)}</button></form>
        ${rule ? rulePage(rule, this.language) : nothing}
      </dialog>`;
  }

  private view(report: Report): View {
    const session = this.session!;
    const chosen = report.findings.find((finding) => identity(finding) === this.chosen) ?? null;
    return {
      report,
      language: this.language,
      say: W.sayIn(this.language),
      states: cellStates(report, session, chosen),
      chosen,
      mended: this.chosen !== null && !chosen,
      tab: this.tab,
      filter: this.severity,
      outcome: this.outcome,
      active: this.active,
      allTerms: this.allTerms,
      canUndo: session.canUndo,
      edits: session.edits.size,
      rules: this.rules,
      note: this.note,
      act: this.act,
    };
  }

  /** Said to those who do not see it, when an edit changed the verdict. */
  private announcement(report: Report | null): string {
    if (report && this.edited) this.announced = W.sayIn(this.language)(report.verdict.words);
    return this.announced;
  }

  private readonly act: Actions = {
    choose: (finding) => this.choose(finding),
    goTo: (cell) => void this.goTo(cell),
    goToFinding: (index) => void this.goToFinding(index),
    take: (changes) => {
      this.session?.take(changes);
      this.note = null;
      void this.updateComplete.then(() => this.renderRoot.querySelector<HTMLElement>('#undo')?.focus({ preventScroll: true }));
    },
    undo: () => {
      this.session?.undo();
      this.note = null;
    },
    copy: async (printed) => {
      const session = this.session;
      if (!session) return;
      const done = await writeClipboard(tableCopy(printed, (cell) => session.text(cell)));
      this.note = done ? W.copied(W.TABLE[printed.name]) : W.NOT_COPIED;
    },
    show: (tab) => this.showTab(tab),
    filter: (severity) => (this.severity = severity),
    filterChecks: (outcome) => {
      this.tab = 'checks';
      this.outcome = outcome;
    },
    terms: (all) => (this.allTerms = all),
    rule: (id) => void this.showRule(id),
  };

  private choose(finding: FindingView): void {
    const id = identity(finding);
    if (id !== this.chosen) this.allTerms = false;
    this.chosen = id;
    if (finding.cells[0]) void this.goTo(finding.cells[0]);
  }

  /** A table comes with its own first finding chosen, unless one of its findings is. */
  private showTab(tab: Tab): void {
    this.tab = tab;
    const own = this.report?.findings.filter(({ cells }) => cells[0] && tableOf(cells[0]) === tab) ?? [];
    if (own[0] && !own.some((finding) => identity(finding) === this.chosen)) this.chosen = identity(own[0]);
  }

  private async goTo(cell: CellKey): Promise<void> {
    this.tab = tableOf(cell) as TableName;
    this.active.set(this.tab, cell);
    this.requestUpdate();
    await this.updateComplete;
    const input = this.renderRoot.querySelector<HTMLInputElement>(`input[data-cell="${cell}"]`);
    const box = input?.closest('td');
    if (!input || !box) return;
    reveal(box, this.renderRoot.querySelector('.equation'));
    input.focus({ preventScroll: true });
  }

  private async goToFinding(index: number): Promise<void> {
    const finding = this.report?.findings[index];
    if (!finding) return;
    this.chosen = identity(finding);
    if (this.severity && this.severity !== finding.severity) this.severity = null;
    await this.updateComplete;
    const card = this.renderRoot.querySelector(`#finding-${index}`);
    card?.scrollIntoView({ block: 'nearest' });
    card?.querySelector<HTMLElement>('h3 button')?.focus({ preventScroll: true });
  }

  private async showRule(id: string): Promise<void> {
    this.rulePage = this.rules.get(id) ?? null;
    await this.updateComplete;
    this.renderRoot.querySelector('dialog')?.showModal();
  }

  private cancel = (): void => {
    this.forget();
    restartChecker();
  };

  private typed = (event: Event): void => {
    const input = event.target as HTMLInputElement;
    if (input.dataset.cell) this.session?.type(input.dataset.cell, input.value);
    this.note = null;
  };

  private entered = (event: Event): void => {
    const input = event.target as HTMLInputElement;
    const cell = input.dataset.cell;
    if (!cell) return;
    this.active.set(tableOf(cell) as TableName, cell);
    this.session?.settle();
    this.textAtFocus = input.value;
    this.freshFocus = true;
    input.select();
    this.requestUpdate();
  };

  private clicked = (event: Event): void => {
    const target = event.target as HTMLElement;
    const { cell, take, revert, marks } = target.dataset;
    if (cell && this.freshFocus) (target as HTMLInputElement).select();
    this.freshFocus = false;
    if (marks) void this.goToFinding(this.nextFinding(marks));
    if (take) {
      const { proposed } = this.report?.cells.find((view) => view.cell === take) ?? { proposed: null };
      if (proposed !== null) this.session?.take([{ cell: take, proposed }]);
    }
    if (revert) this.session?.revert(revert);
    if (take || revert) void this.goTo((take ?? revert)!);
  };

  /** The finding of a cell that comes after the chosen one. */
  private nextFinding(cell: CellKey): number {
    const findings = this.report?.findings ?? [];
    const own = findings.filter(({ cells }) => cells[0] === cell);
    const at = own.findIndex((finding) => identity(finding) === this.chosen);
    return findings.indexOf(own[(at + 1) % own.length]!);
  }

  private pressed = (event: KeyboardEvent): void => {
    const input = event.target as HTMLInputElement;
    const cell = input.dataset.cell;
    if (!cell || event.isComposing || event.altKey) return;
    if ((event.ctrlKey || event.metaKey) && event.key === 'z') {
      event.preventDefault();
      this.session?.undo();
    } else if (event.key === 'Escape') {
      this.escape(input, cell);
    } else if (!event.ctrlKey && !event.metaKey) {
      const direction = directionOf(event, input);
      const next = direction && this.nextCell(cell, direction);
      if (!direction) return;
      event.preventDefault();
      if (next) void this.goTo(next);
    }
  };

  /** First back to what stood here when the cell was entered, then to what was read. */
  private escape(input: HTMLInputElement, cell: CellKey): void {
    if (input.value !== this.textAtFocus) this.session?.type(cell, this.textAtFocus);
    else this.session?.revert(cell);
    void this.updateComplete.then(() => input.select());
  }

  private nextCell(cell: CellKey, direction: Direction): CellKey | null {
    const placed = this.slotsOf(cell);
    return placed && neighbour(placed, cell, direction);
  }

  private slotsOf(cell: CellKey): Slots | null {
    const printed = this.report?.tables.find(({ name }) => name === tableOf(cell));
    return printed ? slots(printed.rows) : null;
  }

  /** A row or block of figures out of a spreadsheet fills the cells from this one on. */
  private pasted = (event: ClipboardEvent): void => {
    const { cell } = (event.target as HTMLElement).dataset;
    const text = event.clipboardData?.getData('text/plain') ?? '';
    const placed = cell && isBlock(text) && this.slotsOf(cell);
    if (!cell || !placed) return;
    event.preventDefault();
    event.stopPropagation();
    this.session?.fill(blockFrom(placed, cell, text));
  };

  protected override updated(changed: PropertyValues): void {
    super.updated(changed);
    if (changed.has('for') && this.isConnected && this.hasUpdated) this.followFor();
    if (changed.has('tab') || changed.has('session') || changed.has('language')) this.fit(this.getBoundingClientRect().width);
  }
}

function directionOf(event: KeyboardEvent, input: HTMLInputElement): Direction | null {
  const { selectionStart: start, selectionEnd: end, value } = input;
  const whole = start === 0 && end === value.length;
  switch (event.key) {
    case 'Enter': return event.shiftKey ? 'up' : 'down';
    case 'ArrowUp': return 'up';
    case 'ArrowDown': return 'down';
    case 'ArrowLeft': return !event.shiftKey && (whole || end === 0) ? 'left' : null;
    case 'ArrowRight': return !event.shiftKey && (whole || start === value.length) ? 'right' : null;
    default: return null;
  }
}

function troubleWords(trouble: unknown): Words {
  const kind = trouble instanceof EngineError ? trouble.kind : 'died';
  if (kind === 'cannot-start') return W.ENGINE_NOT_STARTED;
  return kind === 'time-limit' ? W.ENGINE_SLOW : W.ENGINE_DIED;
}
