// The chart of the applications: one bar for each part, with its name and figure beside it, so that no colour is needed
// to read it; and the same figures as a table.

import { html, nothing, type TemplateResult } from 'lit-html';

import type { Words } from '../types';
import type { Say } from '../words';
import { notes, type Flow, type Part } from './flow';
import * as W from './words';

export interface Drawn {
  flow: Flow | null;
  say: Say;
  /** The table is shown to everybody. */
  data: boolean;
  showData(shown: boolean): void;
}

/** The length of the longest bar, in its own units. */
const FULL = 100;

export function chart({ flow, say, data, showData }: Drawn): TemplateResult {
  if (!flow) return html`<section id="flow"><h2>${say(W.TITLE)}</h2><p>${say(W.NONE)}</p></section>`;
  const parts = [...flow.sources, ...flow.destinations];
  const most = Math.max(...parts.flatMap(({ value, before }) => [value ?? 0, before ?? 0]));
  return html`
    <section id="flow">
      <h2>${say(W.TITLE)}</h2>
      ${notes(flow).map((note) => html`<p class="tell">${say(note)}</p>`)}
      <div class="bars" aria-hidden="true">
        ${side(flow.sources, flow.came, W.CAME)}
        ${side(flow.destinations, flow.went, W.WENT)}
      </div>
      <p class="soft">${say(W.SOURCE)} ${flow.compared ? say(W.KEY) : nothing}</p>
      <label class="screen"><input type="checkbox" .checked=${data} @change=${(event: Event) => showData((event.target as HTMLInputElement).checked)}> ${say(W.SHOW_DATA)}</label>
      <div class=${data ? 'wide' : 'hidden'} tabindex=${data ? 0 : nothing} role="region" aria-label=${say(W.TITLE)}>${table()}</div>
    </section>`;

  function side(parts: Part[], together: number | null, name: Words): TemplateResult {
    return html`<h3>${say(name)} <span>${together ?? '?'}</span></h3>${parts.map(bar)}`;
  }

  function bar({ id, name, value, before }: Part): TemplateResult {
    return html`
      <div class="bar" data-part=${id}>
        <span class="name">${say(name)}</span>
        <svg viewBox="0 0 100 14" preserveAspectRatio="none">
          <rect class="now" x="0" y="1" width=${width(value)} height=${before === undefined ? 12 : 7}></rect>
          <rect class="before" x="0" y="9.5" width=${width(before ?? 0)} height=${before ? 3.5 : 0}></rect>
        </svg>
        <span class="figure">${value ?? say(W.UNTOLD)}${changeOf({ value, before })}</span>
      </div>`;
  }

  function width(value: number | null): number {
    return most > 0 ? Math.max(0, value ?? 0) / most * FULL : 0;
  }

  function changeOf({ value, before }: Pick<Part, 'value' | 'before'>): TemplateResult | typeof nothing {
    const change = signed(value, before);
    return change ? html` <small>${say(W.than(change))}</small>` : nothing;
  }

  function table(): TemplateResult {
    const heads = [W.PART, W.COUNT, W.SHARE, ...(flow!.compared ? [W.BEFORE, W.CHANGE] : [])];
    return html`
      <table>
        <caption>${say(W.TITLE)}</caption>
        <thead><tr>${heads.map((head) => html`<th scope="col">${say(head)}</th>`)}</tr></thead>
        ${([[W.CAME, flow!.sources, flow!.came], [W.WENT, flow!.destinations, flow!.went]] as const).map(([name, parts, together]) => html`
          <tbody>
            <tr><th scope="rowgroup" colspan=${heads.length}>${say(name)}</th></tr>
            ${parts.map((part) => line(part, together))}
            <tr class="sum"><th scope="row">${say(W.TOGETHER)}</th><td>${together ?? say(W.UNTOLD)}</td><td></td>${flow!.compared ? html`<td></td><td></td>` : nothing}</tr>
          </tbody>`)}
      </table>`;
  }

  function line({ name, value, before }: Part, together: number | null): TemplateResult {
    const share = value !== null && together ? `${(value / together * 100).toFixed(1)}%` : '';
    return html`
      <tr><th scope="row">${say(name)}</th><td>${value ?? say(W.UNTOLD)}</td><td>${share}</td>
        ${flow!.compared ? html`<td>${before ?? say(W.UNTOLD)}</td><td>${signed(value, before)}</td>` : nothing}</tr>`;
  }
}

/** +3, −3, 0; nothing where one of the two cannot be told. */
function signed(value: number | null, before: number | null | undefined): string {
  if (value === null || before === null || before === undefined) return '';
  const change = value - before;
  return change > 0 ? `+${change}` : String(change).replace('-', '−');
}
