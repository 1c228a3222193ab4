// The findings as cards, numbered as in the tables: severity in words, what, the figures, the basis, what to do.

import { html, nothing, type TemplateResult } from 'lit-html';

import type { FindingView } from '../types';
import * as W from '../words';
import { circled, headAndFigures } from './marks';
import type { View } from './view';

export function findings(view: View): TemplateResult {
  const { report, say, filter, said, act } = view;
  const shown = report.findings
    .map((finding, index) => ({ finding, index }))
    .filter(({ finding }) => !filter || finding.severity === filter);
  return html`
    <h2 class="hidden">${say(W.FINDINGS)}</h2>
    ${shown.length
      ? html`<ol class="findings" @keydown=${walk}>${shown.map(({ finding, index }) => card(view, finding, index))}</ol>`
      : (report.outcomes.cannot_tell || report.waived.length) && !filter
        ? nothing
        : html`<p class="card soft">${say(filter ? W.noneOf(filter) : W.NO_FINDINGS)}</p>`}
    ${unsure(view)}
    ${(report.waived.length || report.expired.length) && said.parts ? said.parts.waived(view) : nothing}
    ${filter && shown.length < report.findings.length
      ? html`<button class="link" @click=${() => act.filter(null)}>${say(W.SHOW_ALL)}</button>`
      : nothing}`;
}

/** What could not be told stands beside what was found, so that silence is not taken for clean. */
function unsure({ report, say, filter, act }: View): TemplateResult | typeof nothing {
  const n = report.outcomes.cannot_tell;
  if (!n || filter) return nothing;
  return html`
    <section class="card unsure">
      <p>${say(W.unsure(n))} <button class="link" @click=${() => act.filterChecks('cannot_tell')}>${say(W.WHY)}</button></p>
    </section>`;
}

function card(view: View, finding: FindingView, index: number): TemplateResult {
  const { say, chosen, rules, said, act } = view;
  const { severity, what, how, basis, cells, rule, place, id } = finding;
  const isChosen = finding === chosen;
  const [head, figures] = headAndFigures(say(what));
  return html`
    <li class="card finding ${severity} ${isChosen ? 'chosen' : ''}" id="finding-${index}" part="finding" @click=${() => act.choose(finding)}>
      <h3><button class="plain" aria-current=${isChosen ? 'true' : 'false'}>
        <span class="no">${circled(index + 1)} ${say(W.SEVERITY[severity])}</span> ${head}</button></h3>
      ${figures ? html`<p>${figures}</p>` : nothing}
      ${place && id === null ? html`<p>${say(W.PLACE)}${say(place)}</p>` : nothing}
      <p>${say(how)}</p>
      <p class="soft">${say(W.BASIS)}${say(basis)}</p>
      <p class="do">
        ${cells.length ? html`<button class="link">${say(W.LOCATE)}</button>` : nothing}
        ${rules.has(rule) ? html`<button class="link" @click=${(event: Event) => { event.stopPropagation(); act.rule(rule); }}>${say(W.RULE_PAGE)}</button>` : nothing}
        <button class="link" @click=${(event: Event) => { event.stopPropagation(); void said.waive(finding); }}>${say(W.WAIVE)}</button>
      </p>
    </li>`;
}

/** Up, Down, Home and End go from card to card. */
function walk(event: KeyboardEvent): void {
  const list = event.currentTarget as HTMLElement;
  const titles = [...list.querySelectorAll<HTMLElement>('h3 button')];
  const at = titles.indexOf(event.target as HTMLElement);
  const to = { ArrowDown: at + 1, ArrowUp: at - 1, Home: 0, End: titles.length - 1 }[event.key];
  if (at < 0 || to === undefined || !titles[to]) return;
  event.preventDefault();
  titles[to]!.focus();
}
