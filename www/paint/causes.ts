// The cause before the symptoms: the repair that explains the broken sums, or the repairs that are equally good.

import { html, nothing, type TemplateResult } from 'lit-html';

import type { CauseView, Change, RepairView, Words } from '../types';
import * as W from '../words';
import { circled, nameOf, plain, tableOf } from './marks';
import type { View } from './view';

/** Alternatives shown before the rest is folded away. */
const ALTERNATIVES_SHOWN = 5;

export function causes(view: View): TemplateResult[] {
  return view.report.causes.map((cause) => card(view, cause));
}

function card(view: View, cause: CauseView): TemplateResult {
  const { say } = view;
  const best = cause.repairs[0];
  const single = best && (cause.decided || (cause.repairs.length === 1 && !cause.incomplete));
  return html`
    <section class="card cause" part="cause">
      <h3>${say(single ? W.CAUSE : W.CAUSES)} ${tableTitle(view, cause)}</h3>
      ${!best ? html`<p>${say(W.NO_REPAIR)}</p>` : single ? likeliest(view, cause, best) : alternatives(view, cause, cause.repairs)}
      ${cause.decided && cause.repairs.length > 1 ? others(view, cause, cause.repairs.slice(1)) : nothing}
    </section>`;
}

function tableTitle({ report, say }: View, { table, subject }: CauseView): TemplateResult {
  const group = report.cells.find(({ cell }) => subject && cell.startsWith(`${table}.${subject}.`))?.row;
  const text = [say(W.TABLE[table]), group && say(group)].filter(Boolean).join(' · ');
  return html`<span class="of">${text}</span>`;
}

function likeliest(view: View, cause: CauseView, { changes, reason }: RepairView): TemplateResult {
  const { say, report, act } = view;
  const alone = changes.length === 1 && cause.repairs.length === 1 && !cause.incomplete;
  const broken = report.findings
    .map(({ equation, cells }, i) => (equation && isOf(cause, cells[0] ?? '') ? circled(i + 1) : ''))
    .filter(Boolean);
  const first = changes[0];
  const takes = changes.length === 1 && first ? W.take(plain(first.proposed)) : W.takeAll(changes.length);
  return html`
    ${changes.map((change) => html`<p>${sentence(view, change)}${changes.length === 1 && reason ? say(W.COLON) + say(reason) : nothing}${say(W.STOP)}</p>`)}
    ${changes.length > 1 && reason ? html`<p>${say(reason)}</p>` : nothing}
    ${broken.length ? html`<p>${say(W.mends(broken.join(''), broken.length))}${alone ? say(W.ONLY_CELL) : nothing}</p>` : nothing}
    <p class="do">
      <button class="small strong" @click=${() => act.take(changes)}>${say(takes)}</button>
      ${first ? html`<button class="link" @click=${() => act.goTo(first.cell)}>${say(W.LOCATE)}</button>` : nothing}
    </p>`;
}

const isOf = ({ table, subject }: CauseView, cell: string): boolean =>
  tableOf(cell) === table && (!subject || cell.startsWith(`${table}.${subject}.`));

function alternatives(view: View, cause: CauseView, repairs: RepairView[]): TemplateResult {
  const { say } = view;
  const hidden = repairs.slice(ALTERNATIVES_SHOWN);
  return html`
    <p>${say(W.alternatives(repairs.length))}</p>
    <ul class="ways">${repairs.slice(0, ALTERNATIVES_SHOWN).map((repair) => way(view, repair))}</ul>
    ${hidden.length ? folded(view, hidden) : nothing}
    ${cause.incomplete ? html`<p class="soft">${say(W.ALTERNATIVES_MORE)}</p>` : nothing}`;
}

function others(view: View, cause: CauseView, repairs: RepairView[]): TemplateResult {
  return html`${folded(view, repairs)}${cause.incomplete ? html`<p class="soft">${view.say(W.ALTERNATIVES_MORE)}</p>` : nothing}`;
}

function folded(view: View, repairs: RepairView[]): TemplateResult {
  return html`
    <details><summary>${view.say(W.more(repairs.length))}</summary>
      <ul class="ways">${repairs.map((repair) => way(view, repair))}</ul></details>`;
}

function way(view: View, { changes, reason }: RepairView): TemplateResult {
  const { say, act } = view;
  const label = changes.map((change) => say(W.takeIn(plain(change.proposed), cellName(view, change)))).join(say(W.SEMICOLON));
  return html`
    <li>
      <span>${changes.map((change, i) => html`${i ? say(W.SEMICOLON) : ''}${sentence(view, change)}`)}${reason ? html`<i>${say(W.aside(say(reason)))}</i>` : nothing}</span>
      <button class="small" aria-label=${label} @click=${() => act.take(changes)}>${say(W.TAKE_THESE)}</button>
    </li>`;
}

function cellName({ report }: View, { cell }: Change): Words {
  const found = report.cells.find((view) => view.cell === cell);
  return found ? nameOf(found) : { zh: cell, en: cell };
}

function sentence(view: View, change: Change): string {
  const { zh, en } = cellName(view, change);
  const proposed = plain(change.proposed);
  return view.say(change.found === null ? W.causeBlank(zh, en, proposed) : W.causeOf(zh, en, plain(change.found), proposed));
}
