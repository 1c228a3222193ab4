// One editor under check: asks the engine after every change, shows the panel and the marks, takes figures over into the
// content through the editor itself. Comes when the button is first pressed.

import { cellStates } from '../paint/states';
import type { Actions, View } from '../paint/view';
import { circled, identity } from '../paint/marks';
import { tableCopy } from '../clipboard';
import { readRule, type RulePage } from '../paint/rule-dialog';
import { Said } from '../said';
import { sharedChecker } from '../shared-checker';
import { unanswered } from '../trouble';
import type { CellKey, Change, FindingView, ReadFailure, Report, RuleWithPage, Severity, Words } from '../types';
import { sayIn } from '../words';
import { frameOf, isReadOnly, outermost, roomFor, type Adapter, type Cells, type Spot } from './adapter';
import type { AttachOptions } from './attached';
import { losses, type Loss } from './losses';
import { Overlay, type Mark } from './overlay';
import { Panel } from './panel';
import * as E from './words';

const DEBOUNCE_MS = 400;
/** What is done to an editor without telling anybody is noticed after this long. */
const HEARTBEAT_MS = 500;
const RANK: Record<Severity, number> = { error: 3, warning: 2, info: 1 };

export class Desk {
  /** The newest report. */
  report: Report | null = null;
  private readonly panel: Panel;
  private readonly overlay: Overlay;
  private readonly said: Said;
  private cells: Cells = { source: '', spots: new Map() };
  /** What stood in the cells when they were checked. */
  private texts = '';
  private failure: Words | null = null;
  private lost: Loss[] = [];
  private chosen: string | null = null;
  private note: Words | null = null;
  private rule: RulePage | null = null;
  private rules = new Map<string, RuleWithPage>();
  private timer: ReturnType<typeof setTimeout> | undefined;
  private asked = 0;
  private forget: (() => void) | null = null;
  private watched: HTMLElement | null = null;
  private beat: ReturnType<typeof setInterval> | undefined;
  /** Stands in the page as long as the editor does. */
  private site: Element | null = null;

  constructor(private readonly adapter: Adapter, private readonly options: AttachOptions) {
    this.panel = new Panel(options.panel ?? null, {
      close: () => this.close(),
      insert: (loss) => this.insert(loss),
      closeRule: () => this.change({ rule: null }),
    });
    this.said = new Said({
      root: this.panel.root,
      report: () => this.report,
      gave: (_, { rules, waivers }) => {
        if (rules || waivers) this.chosen = null;
        void this.check();
      },
      draw: (note = this.note) => this.change({ note }),
    });
    this.overlay = new Overlay(() => adapter.body(), (mark) => this.pressedMark(mark));
  }

  /** Opens the panel, checks now and after every change. */
  async open(): Promise<void> {
    const body = this.adapter.body();
    this.panel.open(roomFor(body), body !== null && hasFocus(body));
    this.change({});
    this.site = body && (frameOf(body) ? outermost(body).parentElement : body);
    this.watch(body);
    clearInterval(this.beat);
    this.beat = setInterval(this.look, HEARTBEAT_MS);
    await this.check();
  }

  /** Takes panel and marks away; nothing is checked any more until it is opened again. */
  close(): void {
    this.forget?.();
    this.forget = this.watched = null;
    clearInterval(this.beat);
    clearTimeout(this.timer);
    this.asked++;
    this.panel.close();
    this.overlay.clear();
  }

  private watch(body: HTMLElement | null): void {
    this.forget?.();
    this.watched = body;
    this.forget = this.adapter.onChange(this.changed);
  }

  /** Editors are taken away, and put another body in the place of the first. */
  private readonly look = (): void => {
    if (this.site && !this.site.isConnected) return this.close();
    this.panel.dress();
    const body = this.adapter.body();
    if (body === this.watched) return;
    this.site = this.site ?? body;
    this.watch(body);
    this.changed();
  };

  /** Checks the content as it stands; null where the editor shows none. */
  async check(): Promise<Report | ReadFailure | null> {
    clearTimeout(this.timer);
    const asked = ++this.asked;
    if (!this.adapter.body()) {
      this.overlay.clear();
      this.change({ note: E.HIDDEN });
      return null;
    }
    if (this.note === E.HIDDEN) this.note = null;
    const cells = this.adapter.cells();
    const answer = await sharedChecker().check({ ...this.said.given, source: cells.source, name: 'editor.html' }).catch(unanswered);
    if (asked === this.asked) this.accept(cells, answer);
    return answer;
  }

  private readonly changed = (): void => {
    this.overlay.touched();
    clearTimeout(this.timer);
    this.timer = setTimeout(() => void this.check(), this.options.debounce ?? DEBOUNCE_MS);
  };

  private accept(cells: Cells, answer: Report | ReadFailure): void {
    this.cells = cells;
    this.texts = textsOf(cells);
    if ('error' in answer) {
      this.fail(answer.error.message);
    } else {
      const first = answer.findings.find(({ equation: sum }) => sum) ?? answer.findings[0];
      const still = answer.findings.some((finding) => identity(finding) === this.chosen);
      this.report = answer;
      this.failure = null;
      this.lost = losses(cells.source, answer);
      this.said.answered(answer);
      this.change({ chosen: still ? this.chosen : first ? identity(first) : null });
    }
    this.options.onReport?.(answer);
    if (this.rules.size === 0 && this.report) void this.learnRules();
  }

  private fail(words: Words): void {
    this.report = null;
    this.lost = [];
    this.failure = words;
    this.change({});
  }

  private async learnRules(): Promise<void> {
    // Without their pages the findings still say everything.
    const rules = await sharedChecker().rules().catch(() => []);
    this.rules = new Map(rules.map((rule) => [rule.id, rule]));
    if (this.rules.size) this.said.dropUnknown((id) => this.rules.has(id));
    this.change({});
  }

  /** Draws the panel and the marks anew. */
  private change(what: { chosen?: string | null; note?: Words | null; rule?: RulePage | null }): void {
    Object.assign(this, what);
    if (!this.panel.isOpen) return;
    const view = this.report && this.view(this.report);
    const language = this.options.language ?? 'zh';
    const say = sayIn(language);
    const losesMerges = this.adapter.losesMerges ? this.adapter.name : null;
    this.panel.show({ say, view, failure: this.failure, losses: this.lost, losesMerges, note: this.note, rule: this.rule });
    this.overlay.show(view ? this.marks(view) : []);
  }

  private view(report: Report): View {
    const language = this.options.language ?? 'zh';
    const chosen = report.findings.find((finding) => identity(finding) === this.chosen) ?? null;
    const raw = (cell: CellKey): string => report.cells.find((one) => one.cell === cell)?.raw ?? '';
    return {
      report, language, chosen, act: this.act, rules: this.rules, said: this.said,
      say: sayIn(language),
      states: cellStates(report, { text: raw, original: raw, edits: new Map() }, chosen),
      mended: false, tab: 't3', filter: null, outcome: null, active: new Map(), allTerms: false, canUndo: false, edits: 0, note: null,
    };
  }

  private marks({ report, say, chosen }: View): Mark[] {
    const marks = new Map<string, Mark>();
    report.findings.forEach((finding, index) => {
      const id = report.cells.find(({ cell }) => cell === finding.cells[0])?.id ?? finding.id;
      const spot = id === null ? undefined : this.cells.spots.get(id);
      if (id === null || !spot) return;
      const before = marks.get(id);
      const sign = (before?.sign ?? '') + circled(index + 1);
      const title = [before?.title, say(finding.what)].filter(Boolean).join('\n');
      const severity = before && RANK[before.severity] > RANK[finding.severity] ? before.severity : finding.severity;
      marks.set(id, { spot, sign, title, severity, current: finding === chosen || Boolean(before?.current) });
    });
    for (const view of report.cells) {
      const spot = view.id === null ? undefined : this.cells.spots.get(view.id);
      if (!spot || view.proposed === null || view.proposed === view.value || marks.has(view.id!)) continue;
      marks.set(view.id!, { spot, sign: `→ ${view.proposed}`, title: '', severity: 'warning', current: false });
    }
    return [...marks.values()];
  }

  private readonly act: Actions = {
    choose: (finding) => this.choose(finding),
    goTo: (cell) => this.goTo(cell),
    goToFinding: (index) => this.panel.revealFinding(index),
    take: (changes) => void this.take(changes),
    rule: (id) => void readRule(this.rules.get(id), this.options.language ?? 'zh').then((rule) => this.change({ rule })),
    // The panel has no table to copy, no tabs and no way back of its own.
    undo: () => undefined,
    copy: () => undefined,
    show: () => undefined,
    filter: () => undefined,
    checklist: () => undefined,
    filterChecks: () => undefined,
    terms: () => undefined,
  };

  private choose(finding: FindingView): void {
    this.change({ chosen: identity(finding), note: null });
    if (finding.cells[0]) this.goTo(finding.cells[0]);
  }

  private spotOf(cell: CellKey): Spot | undefined {
    const id = this.report?.cells.find((one) => one.cell === cell)?.id;
    return id ? this.cells.spots.get(id) : undefined;
  }

  private goTo(cell: CellKey): void {
    const spot = this.spotOf(cell);
    if (spot?.text() == null) this.change({ note: E.NOT_HERE });
    else this.reveal(spot);
  }

  private reveal(spot: Spot): void {
    spot.reveal();
    this.panel.makeRoomFor(spot.box());
  }

  /** Only what stands in the content as it was checked is changed: after an edit the cells may be others. */
  private async take(changes: readonly Change[]): Promise<void> {
    if (!this.mayWrite()) return;
    if (textsOf(this.adapter.cells()) !== this.texts) {
      await this.check();
      return;
    }
    const puts = changes.map(({ cell, proposed }): [Spot | undefined, string] => [this.spotOf(cell), String(proposed)]);
    if (puts.some(([spot]) => !spot)) return this.change({ note: E.NOT_HERE });
    this.note = E.TAKEN;
    this.adapter.put(puts as [Spot, string][]);
    // The caret in the editor, so that its own way back is one key away.
    if (puts[0]?.[0]) this.reveal(puts[0][0]);
    await this.check();
  }

  /** Says why where the content cannot be changed. */
  private mayWrite(): boolean {
    const body = this.adapter.body();
    if (body && !isReadOnly(body) && !this.adapter.readOnly?.()) return true;
    this.change({ note: body ? E.READ_ONLY : E.HIDDEN });
    return false;
  }

  private insert({ table }: Loss): void {
    if (!this.mayWrite()) return;
    this.adapter.insert(tableCopy(table, () => '').html);
    this.changed();
  }

  private pressedMark({ spot }: Mark): void {
    const index = this.report?.findings.findIndex(({ cells, id }) => this.spotOf(cells[0] ?? '') === spot || (id && this.cells.spots.get(id) === spot)) ?? -1;
    const finding = this.report?.findings[index];
    if (!finding) return;
    this.change({ chosen: identity(finding) });
    this.panel.revealFinding(index);
  }
}

/** The caret is in the editor. */
function hasFocus(body: HTMLElement): boolean {
  const top = outermost(body);
  return document.activeElement === top || top.contains(document.activeElement);
}

const textsOf = ({ spots }: Cells): string => [...spots.values()].map((spot) => spot.text()).join('\0');
