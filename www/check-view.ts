// What <gouji-check> shows of a session, and what the person does in it: verdict, tables, findings, figures mended.

import { html, nothing, render, type TemplateResult } from 'lit-html';

import type { Replaced } from './checker';
import { tableCopy, writeClipboard } from './clipboard';
import { adopt } from './paint/adopt';
import { causes } from './paint/causes';
import { checklist } from './paint/checklist';
import elementStyle from './paint/element.css?inline';
import { equation } from './paint/equation';
import { findings } from './paint/findings';
import { given } from './paint/given';
import { identity, tableOf } from './paint/marks';
import paletteStyle from './paint/palette.css?inline';
import { measureHeads, reveal } from './paint/reveal';
import { readRule, ruleDialog, showRule, type RulePage } from './paint/rule-dialog';
import { cellStates } from './paint/states';
import { table } from './paint/table';
import { tabs, tabOrder } from './paint/tabs';
import { actions, failed, verdict } from './paint/verdict';
import type { Actions, Tab, View } from './paint/view';
import { Said } from './said';
import type { Session } from './session';
import { listen, sharedChecker } from './shared-checker';
import { blockFrom, directionOf, isBlock, neighbour, slots, type Direction, type Slots } from './slots';
import { engineTrouble } from './trouble';
import type { CellKey, FindingView, Given, Language, OutcomeName, ReadFailure, Report, RuleWithPage, Severity, TableName, Words } from './types';
import * as W from './words';

/** An answer usually comes sooner than this: no bar is shown before. */
const PATIENCE_MS = 300;
/** Below these widths, in em, the table is set closer, and the findings stand under it. */
const WIDE_EM = 74;
const TWO_COLUMNS_EM = 58;

/** What the person chose while looking at one source. */
interface State {
  /** The identity of the chosen finding, which outlives edits. */
  chosen: string | null;
  tab: Tab;
  severity: Severity | null;
  outcome: OutcomeName | null;
  allTerms: boolean;
  slow: boolean;
  /** The engine that reads every format is on its way. */
  loading: boolean;
  note: Words | null;
}

const FRESH: State = { chosen: null, tab: 't3', severity: null, outcome: null, allTerms: false, slow: false, loading: false, note: null };

export class CheckView {
  private session: Session | null = null;
  private state: State = FRESH;
  private rules = new Map<string, RuleWithPage>();
  private rulePage: RulePage | null = null;
  private readonly said: Said;
  private engineNote: Words | null = null;
  private active = new Map<TableName, CellKey>();
  private shown: Report | ReadFailure['error'] | null = null;
  /** What the widths were last fitted to. */
  private fitted = '';
  private printing = false;
  private announced = '';
  private textAtFocus = '';
  private freshFocus = false;
  private slowTimer: ReturnType<typeof setTimeout> | undefined;
  private stops: (() => void)[] = [];

  constructor(
    private readonly host: HTMLElement & { readonly language: Language; readonly previous: unknown },
    private readonly root: ShadowRoot,
    private readonly cancel: () => void,
  ) {
    root.textContent = '';
    adopt(root, paletteStyle, elementStyle);
    this.said = new Said({
      root,
      report: () => this.session?.report ?? null,
      gave: (given, what) => this.gave(given, what),
      draw: (note = this.state.note) => this.change({ note }),
    });
    this.draw();
  }

  /** The element stands in a document. */
  connect(): void {
    this.disconnect();
    const width = new ResizeObserver(() => this.fit());
    // Not the element itself, which a host may have made inline.
    width.observe(this.find('.all')!);
    addEventListener('beforeprint', this.print);
    addEventListener('afterprint', this.print);
    this.stops.push(
      listen({ replaced: this.replaced, loading: (loading) => this.change({ loading }) }),
      () => width.disconnect(),
      () => removeEventListener('beforeprint', this.print),
      () => removeEventListener('afterprint', this.print),
    );
  }

  disconnect(): void {
    for (const stop of this.stops.splice(0)) stop();
  }

  /** Another source is under check, or none. */
  open(session: Session | null): void {
    clearTimeout(this.slowTimer);
    this.session = session;
    this.state = { ...FRESH };
    this.shown = null;
    this.active.clear();
    this.announced = '';
    this.said.forgetDay();
    if (session) {
      if (this.said.says) session.give(this.said.given);
      this.slowTimer = setTimeout(() => this.change({ slow: session.waiting }), PATIENCE_MS);
      if (this.rules.size === 0) void this.learnRules();
    }
    this.answered();
  }

  /** The session has an answer, or something in it was changed. */
  answered(): void {
    const { session } = this;
    const answer = session && (session.failure ?? session.report);
    if (session && !session.waiting) this.state.slow = false;
    if (answer && answer !== this.shown) {
      if ('findings' in answer) {
        if (this.shown && 'findings' in this.shown) this.followEdit(answer);
        else this.begin(answer);
        this.said.answered(answer);
      }
      this.shown = answer;
    }
    this.draw();
  }

  /** Another report stands beside this one, or none: a sum that is not looked at any more has not come to hold. */
  compared(): void {
    this.state.chosen = null;
  }

  draw(): void {
    render(this.whole(), this.root);
    const fitted = [this.state.tab, this.host.language, Boolean(this.session?.report)].join();
    if (fitted !== this.fitted) this.fit();
    this.fitted = fitted;
  }

  private change(what: Partial<State>): void {
    Object.assign(this.state, what);
    this.draw();
  }

  /** On paper all tables stand, on the screen only the one that is looked at. */
  private readonly print = (event: Event): void => {
    this.printing = event.type === 'beforeprint';
    this.draw();
  };

  private async learnRules(): Promise<void> {
    // Without their pages the findings still say everything.
    const rules = await sharedChecker().rules().catch(() => []);
    this.rules = new Map(rules.map((rule) => [rule.id, rule]));
    if (this.rules.size) this.said.dropUnknown((id) => this.rules.has(id));
    this.draw();
  }

  /** The first report of a source: its first sum is drawn, in its table. */
  private begin(report: Report): void {
    const first = report.findings.find(({ equation: sum }) => sum) ?? report.findings[0];
    if (!first) return;
    this.state.chosen = identity(first);
    if (first.cells[0]) this.state.tab = tableOf(first.cells[0]) as TableName;
  }

  /** Where no sum of this table is drawn, the one that the edited cell has just broken is. */
  private followEdit(report: Report): void {
    const { tab, chosen: id } = this.state;
    const isHere = ({ cells: [subject] }: FindingView) => subject !== undefined && tableOf(subject) === tab;
    const chosen = report.findings.find((finding) => identity(finding) === id);
    if (tab === 'checks' || (id && !chosen) || (chosen && isHere(chosen))) return;
    const cell = this.active.get(tab);
    const broken = report.findings.find((finding) => isHere(finding) && cell !== undefined && finding.cells.includes(cell));
    if (broken) this.state.chosen = identity(broken);
  }

  private readonly replaced = (why: Replaced): void => {
    this.engineNote = why === 'no-worker' ? W.ENGINE_HERE : W.ENGINE_REPLACED;
    this.draw();
  };

  private fit(): void {
    const all = this.find('.all');
    if (!all) return;
    const { width } = all.getBoundingClientRect();
    const em = parseFloat(getComputedStyle(all).fontSize) || 16;
    all.classList.toggle('narrow', width < TWO_COLUMNS_EM * em);
    all.classList.toggle('close', width < WIDE_EM * em && width >= TWO_COLUMNS_EM * em);
    measureHeads(this.root);
  }

  private whole(): TemplateResult {
    const { session, state: { slow, loading } } = this;
    const { language } = this.host;
    const say = W.sayIn(language);
    const report = session?.report;
    const busy = slow ? say(loading ? W.LOADING : W.READING) : '';
    return html`
      <div class="all" lang=${language === 'zh' ? 'zh-CN' : 'en'}>
        ${busy ? html`<div class="busy"><span>${busy}</span><progress aria-label=${busy}></progress>
          <button @click=${this.cancel}>${say(W.CANCEL)}</button></div>` : nothing}
        ${this.engineNote ? html`<p class="line" role="status">${say(this.engineNote)}</p>` : nothing}
        ${report ? this.parts(this.view(report)) : this.withoutReport(say)}
        <p class="hidden" role="status">${busy || this.announcement(report ?? null)}</p>
        ${ruleDialog(say, this.rulePage, () => (this.rulePage = null))}
        ${this.said.parts?.waiveDialog(say, this.said.waiving, this.said.waived) ?? nothing}
      </div>
      ${report ? nothing : html`<slot></slot>`}`;
  }

  private withoutReport(say: W.Say): TemplateResult | typeof nothing {
    const { session } = this;
    const words = session?.failure?.message ?? (session?.trouble ? engineTrouble(session.trouble) : null);
    return words ? failed(say(W.NOT_READ), say(words)) : nothing;
  }

  private parts(view: View): TemplateResult {
    const { report, say } = view;
    return html`
      ${verdict(view)}
      ${actions(view)}
      ${given(view)}
      <slot name="beside"></slot>
      ${this.session?.trouble ? html`<p class="line" role="alert">${say(engineTrouble(this.session.trouble))}</p>` : nothing}
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

  private view(report: Report): View {
    const { state, active, rules, said, act, host: { language } } = this;
    const session = this.session!;
    const chosen = report.findings.find((finding) => identity(finding) === state.chosen) ?? null;
    return {
      report, language, chosen, active, rules, said, act,
      say: W.sayIn(language),
      states: cellStates(report, session, chosen),
      mended: state.chosen !== null && !chosen,
      tab: state.tab,
      filter: state.severity,
      outcome: state.outcome,
      allTerms: state.allTerms,
      canUndo: session.canUndo,
      edits: session.edits.size,
      note: state.note,
    };
  }

  /** Said to those who do not see it, when an edit changed the verdict. */
  private announcement(report: Report | null): string {
    if (report && (this.session?.edits.size || this.said.says || this.host.previous !== null)) this.announced = W.sayIn(this.host.language)(report.verdict.words);
    return this.announced;
  }

  private readonly act: Actions = {
    choose: (finding) => this.choose(finding),
    goTo: (cell) => this.goTo(cell),
    goToFinding: (index) => this.goToFinding(index),
    take: (changes) => {
      this.state.note = null;
      this.session?.take(changes);
      this.find('#undo')?.focus({ preventScroll: true });
    },
    undo: () => {
      this.state.note = null;
      this.session?.undo();
    },
    copy: async (printed) => {
      const { session } = this;
      if (!session) return;
      const done = await writeClipboard(tableCopy(printed, (cell) => session.text(cell)));
      this.change({ note: done ? W.copied(W.TABLE[printed.name]) : W.NOT_COPIED });
    },
    show: (tab) => this.showTab(tab),
    filter: (severity) => this.change({ severity }),
    checklist: () => {
      this.change({ tab: 'checks', outcome: null });
      this.find('#tab-checks')?.focus();
    },
    filterChecks: (outcome) => this.change({ tab: 'checks', outcome }),
    terms: (allTerms) => this.change({ allTerms }),
    rule: (id) => void this.showRule(id),
  };

  private find(selector: string): HTMLElement | null {
    return this.root.querySelector<HTMLElement>(selector);
  }

  private gave(given: Given, { rules, waivers }: Given): void {
    // A sum that is let stand has not come to hold.
    if (rules || waivers) this.state.chosen = null;
    this.session?.give(given);
  }

  private choose(finding: FindingView): void {
    const chosen = identity(finding);
    this.change({ chosen, allTerms: this.state.allTerms && chosen === this.state.chosen });
    if (finding.cells[0]) this.goTo(finding.cells[0]);
  }

  /** A table comes with its own first finding chosen, unless one of its findings is. */
  private showTab(tab: Tab): void {
    const own = this.session?.report?.findings.filter(({ cells }) => cells[0] && tableOf(cells[0]) === tab) ?? [];
    if (own[0] && !own.some((finding) => identity(finding) === this.state.chosen)) this.state.chosen = identity(own[0]);
    this.change({ tab });
  }

  private goTo(cell: CellKey): void {
    const tab = tableOf(cell) as TableName;
    this.active.set(tab, cell);
    this.change({ tab });
    const input = this.find(`input[data-cell="${cell}"]`);
    const box = input?.closest('td');
    if (!input || !box) return;
    reveal(box, this.find('.equation'));
    input.focus({ preventScroll: true });
  }

  private goToFinding(index: number): void {
    const finding = this.session?.report?.findings[index];
    if (!finding) return;
    const hidden = this.state.severity && this.state.severity !== finding.severity;
    this.change({ chosen: identity(finding), severity: hidden ? null : this.state.severity });
    const card = this.find(`#finding-${index}`);
    card?.scrollIntoView({ block: 'nearest' });
    card?.querySelector<HTMLElement>('h3 button')?.focus({ preventScroll: true });
  }

  private async showRule(id: string): Promise<void> {
    this.rulePage = await readRule(this.rules.get(id), this.host.language);
    this.draw();
    showRule(this.root);
  }

  private readonly typed = (event: Event): void => {
    const input = event.target as HTMLInputElement;
    this.state.note = null;
    if (input.dataset.cell) this.session?.type(input.dataset.cell, input.value);
  };

  private readonly entered = (event: Event): void => {
    const input = event.target as HTMLInputElement;
    const cell = input.dataset.cell;
    if (!cell) return;
    this.active.set(tableOf(cell) as TableName, cell);
    this.session?.settle();
    this.textAtFocus = input.value;
    this.freshFocus = true;
    input.select();
    this.draw();
  };

  private readonly clicked = (event: Event): void => {
    const target = event.target as HTMLElement;
    const { cell, take, revert, marks } = target.dataset;
    if (cell && this.freshFocus) (target as HTMLInputElement).select();
    this.freshFocus = false;
    if (marks) this.goToFinding(this.nextFinding(marks));
    if (take) {
      const { proposed } = this.session?.report?.cells.find((view) => view.cell === take) ?? { proposed: null };
      if (proposed !== null) this.session?.take([{ cell: take, proposed }]);
    }
    if (revert) this.session?.revert(revert);
    if (take || revert) this.goTo((take ?? revert)!);
  };

  /** The finding of a cell that comes after the chosen one. */
  private nextFinding(cell: CellKey): number {
    const findings = this.session?.report?.findings ?? [];
    const own = findings.filter(({ cells }) => cells[0] === cell);
    const at = own.findIndex((finding) => identity(finding) === this.state.chosen);
    return findings.indexOf(own[(at + 1) % own.length]!);
  }

  private readonly pressed = (event: KeyboardEvent): void => {
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
      if (next) this.goTo(next);
    }
  };

  /** First back to what stood here when the cell was entered, then to what was read. */
  private escape(input: HTMLInputElement, cell: CellKey): void {
    if (input.value !== this.textAtFocus) this.session?.type(cell, this.textAtFocus);
    else this.session?.revert(cell);
    // White space around a figure is no change that would be drawn.
    input.value = this.session?.text(cell) ?? '';
    input.select();
  }

  private nextCell(cell: CellKey, direction: Direction): CellKey | null {
    const placed = this.slotsOf(cell);
    return placed && neighbour(placed, cell, direction);
  }

  private slotsOf(cell: CellKey): Slots | null {
    const printed = this.session?.report?.tables.find(({ name }) => name === tableOf(cell));
    return printed ? slots(printed.rows) : null;
  }

  /** A row or block of figures out of a spreadsheet fills the cells from this one on. */
  private readonly pasted = (event: ClipboardEvent): void => {
    const { cell } = (event.target as HTMLElement).dataset;
    const text = event.clipboardData?.getData('text/plain') ?? '';
    const placed = cell && isBlock(text) && this.slotsOf(cell);
    if (!cell || !placed) return;
    event.preventDefault();
    event.stopPropagation();
    this.session?.fill(blockFrom(placed, cell, text));
  };
}
