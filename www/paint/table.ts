// A statutory table as printed, every figure an input: state by border, sign and text, never by colour alone.

import { html, nothing, type TemplateResult } from 'lit-html';

import type { CellKey, PrintedCell, TableView } from '../types';
import { headsOf, slots, type Placed, type Slots } from '../slots';
import * as W from '../words';
import { nameOf, plain, tableOf } from './marks';
import type { CellState, Mark } from './states';
import type { View } from './view';

/** More findings than this in one cell are counted: the figure needs the room. */
const SIGNS_SHOWN = 2;

export function table(view: View, printed: TableView): TemplateResult {
  const { say } = view;
  const found = view.report.cells.some(({ cell, state }) => state !== 'absent' && tableOf(cell) === printed.name);
  return html`
    ${printed.state === 'bound' ? nothing : doubt(view, printed)}
    ${printed.rows.length && printed.state !== 'missing' && found
      ? html`<div class="scroll">${grid(view, printed)}</div><p class="soft keys">${say(W.KEYS)}</p>`
      : nothing}`;
}

function doubt({ say }: View, { state, why }: TableView): TemplateResult {
  return html`
    <div class="doubt">
      <h3>${say(state === 'missing' ? W.TABLE_MISSING : W.TABLE_DOUBTFUL)}</h3>
      <p>${why ? say(why) : state === 'missing' ? say(W.TABLE_MISSING_HINT) : nothing}</p>
    </div>`;
}

function grid(view: View, printed: TableView): TemplateResult {
  const { say, chosen, active } = view;
  const placed = slots(printed.rows);
  const subject = chosen?.cells[0] && placed.figures.get(chosen.cells[0]);
  const heads = subject ? headsOf(placed, subject) : new Set<PrintedCell>();
  const enter = active.get(printed.name) ?? placed.figures.keys().next().value;
  const line = (cells: Placed[]) => html`<tr>${cells.map(({ printed: cell }) =>
    cell.head ? head(view, cell, heads.has(cell)) : cell.cell ? figure(view, cell, cell.cell, cell.cell === enter) : html`<td class="empty"></td>`)}</tr>`;
  return html`
    <table class="form ${printed.name}" data-table=${printed.name}>
      <caption class="hidden">${say(printed.title)}</caption>
      ${columns(placed)}
      <thead>${placed.rows.slice(0, placed.headRows).map(line)}</thead>
      <tbody>${placed.rows.slice(placed.headRows).map(line)}</tbody>
    </table>`;
}

/** Columns of figures have one fixed width, so that nothing moves when a proposal appears; heads share the rest. */
function columns({ figures, width }: Slots): TemplateResult {
  const first = Math.min(...[...figures.values()].map(({ column }) => column));
  const kind = (column: number) =>
    column < first - 1 ? 'group' : column < first ? 'head' : column === width - 1 ? 'figure last' : 'figure';
  return html`<colgroup>${Array.from({ length: width }, (_, column) => html`<col class=${kind(column)}>`)}</colgroup>`;
}

function head({ language }: View, { head: kind, text, textEn, rowspan, colspan }: PrintedCell, lit: boolean): TemplateResult {
  const scope = kind === 'row' ? (rowspan > 1 ? 'rowgroup' : 'row') : colspan > 1 ? 'colgroup' : 'col';
  const corner = kind === 'column' && rowspan > 2;
  return html`
    <th class="${lit ? 'lit' : ''} ${corner ? 'corner' : ''}" scope=${scope} rowspan=${rowspan} colspan=${colspan}>${language === 'en' ? textEn || text : text}</th>`;
}

function figure(view: View, { rowspan, colspan, sum }: PrintedCell, cell: CellKey, enter: boolean): TemplateResult {
  const state = view.states.get(cell);
  if (!state) return html`<td class="empty" rowspan=${rowspan} colspan=${colspan}></td>`;
  const { edited, proposal, marks } = state;
  return html`
    <td class="${look(state)} ${sum ? 'sum' : ''}" rowspan=${rowspan} colspan=${colspan}>
      <div class="slot">
        <input type="text" inputmode="decimal" autocomplete="off" spellcheck="false" size="1" maxlength="200"
          data-cell=${cell} tabindex=${enter ? 0 : -1} .value=${state.text}
          placeholder=${placeholder(view, state)} aria-label=${label(view, state)}
          aria-invalid=${state.severity === 'error' ? 'true' : 'false'}>
        ${word(view, state)}
        ${proposal ? take(view, state, proposal.value) : nothing}
        ${marks.length ? signs(view, cell, marks) : nothing}
        ${edited ? html`<button class="back" data-revert=${cell} aria-label=${revertLabel(view, state)} title=${revertLabel(view, state)}>↶</button>` : nothing}
      </div>
    </td>`;
}

function look({ view: { value, state }, marks, severity, involved, current, proposal, edited }: CellState): string {
  return [
    'n',
    severity && `is-${severity}`,
    proposal && 'is-proposed',
    proposal && marks.length > 0 && 'tight',
    involved && 'involved',
    current && 'current',
    edited && 'edited',
    state !== 'number' && `is-${state}`,
    value === 0 && 'zero',
  ].filter(Boolean).join(' ');
}

function placeholder({ say }: View, { view: { state } }: CellState): string {
  return state === 'blank' ? say(W.CELL_BLANK) : state === 'absent' ? say(W.CELL_ABSENT) : '';
}

/** States that the figure itself does not show. */
function word({ say }: View, { view: { state }, text }: CellState): TemplateResult | typeof nothing {
  if (!text.trim()) return nothing;
  if (state === 'unreadable') return html`<span class="word">${say(W.CELL_UNREADABLE)}</span>`;
  return nothing;
}

function take({ say }: View, { view }: CellState, value: number): TemplateResult {
  const text = plain(value);
  const label = say(W.takeIn(text, nameOf(view)));
  return html`<span class="arrow" aria-hidden="true">→</span><button class="take" data-take=${view.cell} aria-label=${label} title=${label}>${text}</button>`;
}

/** The numbers of the cell's findings; pressed again and again it goes through them. */
function signs({ say }: View, cell: CellKey, marks: Mark[]): TemplateResult {
  const all = marks.map((mark) => mark.sign);
  const text = marks.length > SIGNS_SHOWN ? `${all[0]}+${all.length - 1}` : all.join('');
  const worst = marks.some(({ severity }) => severity === 'error') ? 'error' : marks[0]!.severity;
  const label = [text === all.join('') ? '' : text, say(W.toFinding(all.join(''), worst))].filter(Boolean).join(say(W.COLON));
  return html`<button class="mark ${worst}" data-marks=${cell} aria-label=${label} title=${label}>${text}</button>`;
}

const revertLabel = ({ say }: View, { view, original }: CellState): string => say(W.revertCell(nameOf(view), original));

/** The whole state in words, for those who do not see the frame. */
function label({ say, report }: View, { view, marks, proposal, edited }: CellState): string {
  const state = { number: null, blank: W.CELL_BLANK, dash: W.CELL_DASH, unreadable: W.CELL_UNREADABLE, absent: W.CELL_ABSENT }[view.state];
  return [
    say(nameOf(view)),
    state && say(state),
    ...marks.map((mark) => say(W.finding(mark.sign, mark.severity)) + say(W.COLON) + say(report.findings[mark.index]!.what)),
    proposal && say(W.cellProposal(plain(proposal.value))),
    proposal?.reason && say(proposal.reason),
    edited && say(W.CELL_EDITED),
  ].filter(Boolean).join(say(W.COMMA));
}
