// The panel beside an editor: verdict, what was lost, causes and findings, drawn by the element's own parts in a shadow
// root of its own.

import { html, nothing, render, type TemplateResult } from 'lit-html';

import { adopt } from '../paint/adopt';
import { banner } from '../paint/banner';
import { causes } from '../paint/causes';
import elementStyle from '../paint/element.css?inline';
import { equation } from '../paint/equation';
import { findings } from '../paint/findings';
import { given } from '../paint/given';
import paletteStyle from '../paint/palette.css?inline';
import { inScheme, isDark } from '../paint/scheme';
import { ruleDialog, showRule, type RulePage } from '../paint/rule-dialog';
import type { View } from '../paint/view';
import type { Words } from '../types';
import { READING, type Say } from '../words';
import { meet, type Box } from './adapter';
import type { Loss } from './losses';
import panelStyle from './panel.css?inline';
import * as E from './words';

/** What the panel shows; `view` is null where the content could not be read. */
export interface Shown {
  say: Say;
  view: View | null;
  failure: Words | null;
  losses: Loss[];
  /** The editor that keeps no merges, by name. */
  losesMerges: string | null;
  note: Words | null;
  rule: RulePage | null;
}

export interface PanelActions {
  close(): void;
  insert(loss: Loss): void;
  closeRule(): void;
}

export class Panel {
  readonly host = document.createElement('div');
  readonly root: ShadowRoot;
  private before: HTMLElement | null = null;
  private fresh = false;
  private dark: boolean | null = null;

  /** Inside `place`, or as a drawer on the right of the window. */
  constructor(private readonly place: HTMLElement | null, private readonly act: PanelActions) {
    this.host.className = 'gouji-panel';
    this.root = this.host.attachShadow({ mode: 'open' });
  }

  get isOpen(): boolean {
    return this.host.isConnected;
  }

  /** The focus goes into the panel, unless it is in the editor, where it stays. */
  open(room: Element, keepsFocus: boolean): void {
    this.fresh = !keepsFocus;
    if (this.isOpen) return;
    this.before = document.activeElement as HTMLElement | null;
    (this.place ?? room).append(this.host);
  }

  /** Whoever was in the panel is back where they were before. */
  close(): void {
    const inside = this.root.activeElement;
    this.host.remove();
    if (inside) this.before?.focus();
  }

  show(shown: Shown): void {
    this.dress();
    render(this.whole(shown), this.root);
    if (shown.rule) showRule(this.root);
    if (this.fresh) this.root.querySelector<HTMLElement>('.frame')?.focus();
    this.fresh = false;
  }

  /** Light or dark as the page around, which may have changed. */
  dress(): void {
    const dark = isDark(this.host);
    if (dark === this.dark) return;
    this.dark = dark;
    adopt(this.root, ...[paletteStyle, elementStyle, panelStyle].map((sheet) => inScheme(sheet, dark)));
  }

  /** The drawer goes to the other side of the window where it lies over a cell that the person wants to see. */
  makeRoomFor(box: Box | null): void {
    const drawer = this.root.querySelector('.drawer')?.getBoundingClientRect();
    if (!drawer || !box) return;
    const { left, top, right, bottom } = drawer;
    const other = { left: innerWidth - right, top: innerHeight - bottom, right: innerWidth - left, bottom: innerHeight - top };
    if (meet(drawer, box) && !meet(other, box)) this.host.classList.toggle('other');
  }

  /** The finding with this index, in view. */
  revealFinding(index: number): void {
    this.root.querySelector(`#finding-${index}`)?.scrollIntoView({ block: 'nearest' });
  }

  private whole(shown: Shown): TemplateResult {
    const { say, view, note } = shown;
    return html`
      <section class="frame ${this.place ? '' : 'drawer'}" tabindex="-1" aria-label=${say(E.PANEL)} @keydown=${this.pressed}>
        <div class="head"><h2>${say(E.PANEL)}</h2><button @click=${() => this.act.close()}>${say(E.CLOSE)}</button></div>
        ${this.verdict(shown)}
        ${shown.losses.map((loss) => this.loss(shown, loss))}
        <p class="soft" role="status">${note ? say(note) : nothing}</p>
        ${view ? html`${causes(view)}${equation(view)}${findings(view)}${given(view)}` : nothing}
        ${view?.said.parts?.waiveDialog(say, view.said.waiving, view.said.waived) ?? nothing}
        ${ruleDialog(say, shown.rule, () => this.act.closeRule())}
      </section>`;
  }

  private verdict({ say, view, failure, note }: Shown): TemplateResult | typeof nothing {
    if (!view && !failure) return note ? nothing : html`<p class="soft" role="status">${say(READING)}</p>`;
    const { level, words, why } = view?.report.verdict ?? { level: 'unknown' as const, words: E.FAILED, why: failure };
    const count = (severity: string): number => view?.report.findings.filter((finding) => finding.severity === severity).length ?? 0;
    const counts = view ? html`<p>${say(E.COUNTS(count('error'), count('warning'), count('info')))}</p>` : nothing;
    return html`<div role="status">${banner(level, say(words), why && say(why), counts)}</div>`;
  }

  private loss({ say, losesMerges }: Shown, loss: Loss): TemplateResult {
    const { table: { name }, kind } = loss;
    return html`
      <section class="line loss">
        <p>${say(E.loss(name, kind))}${losesMerges ? say(E.noMerges(losesMerges)) : nothing}</p>
        ${losesMerges ? nothing : html`<button @click=${() => this.act.insert(loss)}>${say(E.insertBlank(name))}</button>`}
      </section>`;
  }

  private readonly pressed = (event: KeyboardEvent): void => {
    if (event.key === 'Escape' && !this.root.querySelector('dialog[open]')) this.act.close();
  };
}
