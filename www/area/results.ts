// The table of the sums: cell by cell the report's figure, the sum of the units, the difference and who adds what; and
// the units that are missing, double or not counted.

import { html, nothing, type TemplateResult } from 'lit-html';

import type { Area, CellSum, Contribution, Language, TableName } from '../types';
import { TABLE, type Say } from '../words';
import * as W from './words';

export interface Shown {
  area: Area;
  say: Say;
  language: Language;
  /** Cells that agree are shown too. */
  all: boolean;
  printing: boolean;
  showAll(all: boolean): void;
}

export function results(shown: Shown): TemplateResult {
  const { area, say, all, showAll } = shown;
  const count = (outcome: CellSum['outcome']): number => area.cells.filter((cell) => cell.outcome === outcome).length;
  const words = area.why ?? W.result(area.counted, count('held'), count('broken'), count('cannot_tell'));
  return html`
    <section>
      <div role="status"><h3 id="result" tabindex="-1">${say(words)}</h3></div>
      ${count('broken') ? html`<p class="soft">${say(W.LAWFUL)}</p>` : nothing}
      ${area.untold.map((why) => html`<p>${say(why)}</p>`)}
      ${area.cells.length
        ? html`<label class="screen"><input type="checkbox" .checked=${all} @change=${(event: Event) => showAll((event.target as HTMLInputElement).checked)}> ${say(W.ALL)}</label>`
        : nothing}
      ${(['t3', 't4'] as const).map((name) => table(shown, name))}
    </section>
    <section>
      <h3>${say(W.TOLD)}</h3>
      ${area.told.length ? html`<ul>${area.told.map(({ words }) => html`<li>${say(words)}</li>`)}</ul>` : html`<p>${say(W.NOTHING_TOLD)}</p>`}
      ${area.own.length ? html`<p class="soft">${say(W.own(area.own))}</p>` : nothing}
    </section>`;
}

function table(shown: Shown, name: TableName): TemplateResult | typeof nothing {
  const { area, say, all } = shown;
  const cells = area.cells.filter((cell) => cell.table === name && (all || cell.outcome !== 'held'));
  if (!cells.length) return nothing;
  const heads = [W.CELL, W.FOUND, W.SUM, W.DIFFERENCE, W.OUTCOME, W.CONTRIBUTIONS];
  return html`
    <div class="wide" tabindex="0" role="region" aria-label=${say(TABLE[name])}>
      <table>
        <caption>${say(TABLE[name])}</caption>
        <thead><tr>${heads.map((head) => html`<th scope="col">${say(head)}</th>`)}</tr></thead>
        <tbody>${cells.map((cell) => line(shown, cell))}</tbody>
      </table>
    </div>`;
}

function line({ say, language, printing }: Shown, cell: CellSum): TemplateResult {
  const { found, sum, difference, outcome, reason, contributions } = cell;
  const [first] = contributions;
  return html`
    <tr class=${outcome} data-cell=${cell.cell}>
      <th scope="row">${say(cell.row)} · ${say(cell.column)}</th>
      <td>${found ?? say(W.BLANK)}</td>
      <td>${sum}</td>
      <td>${difference === null ? nothing : difference > 0 ? `+${difference}` : String(difference).replace('-', '−')}</td>
      <td class="words"><b>${say(W.OUTCOMES[outcome])}</b>${reason ? html`<span>${say(reason)}</span>` : nothing}</td>
      <td class="words">${first
        ? html`<details ?open=${printing}><summary>${say(W.contributors(named(first, language), contributions.length))}</summary>
            <ul>${contributions.map((one) => html`<li>${named(one, language)}<span class="soft">${one.source}</span></li>`)}</ul></details>`
        : nothing}</td>
    </tr>`;
}

const named = ({ agency, source, value }: Contribution, language: Language): string => `${agency ?? source}${language === 'zh' ? ' ' : ': '}${value}`;
