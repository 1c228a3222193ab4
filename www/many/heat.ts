// Where table 三 is wrong over all reports: the printed table, in each cell the number of reports in which it is wrong,
// the more the darker. A number can be pressed: the list then shows those reports.

import { html, type TemplateResult } from 'lit-html';

import { headsOf, slots, type Placed, type Slots } from '../slots';
import type { CellKey, Language, PrintedCell, Report, Words } from '../types';
import type { Say } from '../words';
import { wrongCells, type Row } from './list';
import * as W from './words';

/** Shades besides none. */
const SHADES = 4;

type Form = NonNullable<Report['form']>;

export interface Heat {
  form: Form;
  placed: Slots;
}

/** The form that most of the reports follow. */
export function formOf(rows: readonly Row[]): Form {
  const old = rows.filter(({ summary }) => summary?.form === '2019').length;
  return old > rows.length / 2 ? '2019' : '2021';
}

/** The printed table 三 of a form, out of any report that the engine draws in it. */
export function heatOf(form: Form, report: Report): Heat | null {
  const table = report.tables.find(({ name }) => name === 't3');
  return table ? { form, placed: slots(table.rows) } : null;
}

/** Its row and its column, as they are printed. */
export function nameOf({ placed }: Heat, cell: CellKey): Words {
  const at = placed.figures.get(cell);
  const heads = at ? [...headsOf(placed, at)] : [];
  const last = (kind: PrintedCell['head']): PrintedCell | undefined => heads.filter(({ head }) => head === kind).pop();
  const [row, column] = [last('row'), last('column')];
  return { zh: `${row?.text ?? cell} · ${column?.text ?? ''}`, en: `${row?.textEn || row?.text || cell} · ${column?.textEn || column?.text || ''}` };
}

export function heatMap(heat: Heat, rows: readonly Row[], chosen: CellKey | null, say: Say, language: Language, choose: (cell: CellKey) => void): TemplateResult {
  const { form, placed } = heat;
  const count = wrongCells(rows);
  const most = Math.max(1, ...count.values());
  const others = rows.filter(({ summary }) => summary?.form && summary.form !== form).length;
  const line = (row: Placed[]): TemplateResult => html`<tr>${row.map(({ printed }) => {
    const { cell, head } = printed;
    if (head) return headCell(printed, language);
    const times = (cell && count.get(cell)) || 0;
    const shade = Math.ceil(times / most * SHADES);
    return html`<td class="n shade${shade}" rowspan=${printed.rowspan} colspan=${printed.colspan}>${times && cell
      ? html`<button data-heat=${cell} aria-pressed=${cell === chosen} aria-label=${say(W.wrongIn(nameOf(heat, cell), times))} @click=${() => choose(cell)}>${times}</button>`
      : '0'}</td>`;
  })}</tr>`;
  return html`
    <p class="soft">${say(W.HEAT_HOW)}</p>
    ${others ? html`<p class="soft">${say(W.otherForm(others))}</p>` : ''}
    <div class="wide" tabindex="0" role="region" aria-label=${say(W.HEAT)}>
      <table class="heat">
        <caption>${say(W.HEAT_CAPTION)}</caption>
        <thead>${placed.rows.slice(0, placed.headRows).map(line)}</thead>
        <tbody>${placed.rows.slice(placed.headRows).map(line)}</tbody>
      </table>
    </div>`;
}

function headCell({ head, text, textEn, rowspan, colspan }: PrintedCell, language: Language): TemplateResult {
  const scope = head === 'row' ? (rowspan > 1 ? 'rowgroup' : 'row') : colspan > 1 ? 'colgroup' : 'col';
  return html`<th scope=${scope} rowspan=${rowspan} colspan=${colspan}>${language === 'en' ? textEn || text : text}</th>`;
}
