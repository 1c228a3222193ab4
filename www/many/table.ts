// The list as a table: heads that sort, a line for each report with the button that opens it.

import { html, nothing, type TemplateResult } from 'lit-html';

import type { Language } from '../types';
import type { Say } from '../words';
import { COLUMNS, standingOf, valueOf, worstOf, type Column, type Row, type Sorted } from './list';
import * as W from './words';

export interface Listed {
  /** The lines that are drawn, and how many more there are. */
  rows: readonly Row[];
  hidden: number;
  sorted: Sorted | null;
  /** Lines that came after the last sorting. */
  late: number;
  /** The line that was opened last. */
  last: Row | null;
  say: Say;
  language: Language;
  act: ListActions;
}

export interface ListActions {
  sort(by: Column): void;
  open(row: Row): void;
  more(): void;
}

export function list({ rows, hidden, sorted, late, last, say, language, act }: Listed): TemplateResult {
  return html`
    <div class="wide" tabindex="0" role="region" aria-label=${say(W.TABLE)}>
      <table class="list">
        <caption>${say(W.TABLE)}</caption>
        <thead><tr>${COLUMNS.map((column) => head(column, sorted, say, act))}</tr></thead>
        <tbody>${rows.map((row) => line(row, row === last, say, language, act))}</tbody>
      </table>
    </div>
    ${sorted && late ? html`<p class="soft">${say(W.stale(late))}</p>` : nothing}
    ${hidden ? html`<button class="more" @click=${act.more}>${say(W.more(hidden))}</button>` : nothing}`;
}

function head(column: Column, sorted: Sorted | null, say: Say, act: ListActions): TemplateResult {
  const own = sorted?.by === column ? (sorted.down ? 'descending' : 'ascending') : null;
  return html`
    <th scope="col" aria-sort=${own ?? nothing}>
      <button data-sort=${column} @click=${() => act.sort(column)}>${say(W.COLUMN[column])}<span aria-hidden="true">${own ? (own === 'descending' ? ' ▼' : ' ▲') : html`<i> ⇅</i>`}</span></button>
    </th>`;
}

function line(row: Row, last: boolean, say: Say, language: Language, act: ListActions): TemplateResult {
  const standing = standingOf(row);
  const worst = worstOf(row);
  const number = (column: Column): TemplateResult => html`<td class="n">${valueOf(row, column, language) ?? nothing}</td>`;
  return html`
    <tr class="${standing} ${last ? 'seen' : ''}">
      <td class="standing"><i aria-hidden="true">${W.SIGN[standing]}</i>${say(W.STANDING[standing])}</td>
      <th class="file" scope="row"><button class="link" @click=${() => act.open(row)}>${row.file.path}</button></th>
      <td class="agency">${row.summary ? row.summary.agency ?? say(W.NO_AGENCY) : nothing}</td>
      ${number('year')}${number('errors')}${number('warnings')}${number('infos')}
      <td class="worst">${worst ? say(worst) : nothing}</td>
    </tr>`;
}
