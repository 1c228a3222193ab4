// The tabs: one for each table with its count of findings, one for the checklist.

import { html, type TemplateResult } from 'lit-html';

import type { Report, TableName } from '../types';
import * as W from '../words';
import { tableOf } from './marks';
import type { Tab, View } from './view';

/** The tables most often wrong come first. */
const ORDER: TableName[] = ['t3', 't4', 't2'];

export function tabOrder(report: Report): Tab[] {
  return [...ORDER.filter((name) => report.tables.some((table) => table.name === name)), 'checks'];
}

export function tabs(view: View): TemplateResult {
  const { report, say, tab, act } = view;
  return html`
    <div class="tabs" role="tablist" aria-label=${say(W.VIEWS)} @keydown=${walk}>
      ${tabOrder(report).map((name) => html`
        <button role="tab" id="tab-${name}" aria-controls="panel-${name}" aria-selected=${name === tab} tabindex=${name === tab ? 0 : -1}
          @click=${() => act.show(name)}>${title(view, name)}</button>`)}
    </div>`;
}

function title(view: View, name: Tab): TemplateResult | string {
  const { report, say } = view;
  const table = report.tables.find((one) => one.name === name);
  if (!table) return say(W.CHECKLIST);
  return html`${say(W.TABLE[table.name])} ${say(W.TABLE_ABOUT[table.name])} ${sign(view, table.name)}`;
}

function sign({ report, say }: View, name: TableName): TemplateResult {
  const table = report.tables.find((one) => one.name === name);
  const own = report.findings.filter(({ cells }) => cells[0] && tableOf(cells[0]) === name);
  if (own.length) {
    const worst = own.some(({ severity }) => severity === 'error') ? 'error' : 'warning';
    return html`<i class=${worst} role="img" aria-label=${say(W.tabFindings(own.length))}>${own.length}</i>`;
  }
  if (table?.state !== 'bound' || isUnsure(report, name)) return html`<i class="unknown" role="img" aria-label=${say(W.OUTCOME.cannot_tell)}>?</i>`;
  return html`<i class="pass" role="img" aria-label=${say(W.TAB_CLEAN)}>✓</i>`;
}

/** A table whose sums could not all be told is not called clean. */
function isUnsure({ checks, cells }: Report, name: TableName): boolean {
  const rules = name === 't4' ? ['sum-cases'] : name === 't3' ? ['sum-balance', 'sum-results', 'sum-row'] : [];
  return checks.some(({ rule, outcome }) => outcome === 'cannot_tell' && rules.includes(rule))
    || cells.some(({ cell, state }) => state === 'absent' && tableOf(cell) === name);
}

/** Left and right go from tab to tab. */
function walk(event: KeyboardEvent): void {
  const list = event.currentTarget as HTMLElement;
  const all = [...list.querySelectorAll<HTMLElement>('[role="tab"]')];
  const at = all.indexOf(event.target as HTMLElement);
  const to = { ArrowRight: at + 1, ArrowLeft: at - 1, Home: 0, End: all.length - 1 }[event.key];
  const next = to === undefined ? undefined : all[(to + all.length) % all.length];
  if (at < 0 || !next) return;
  event.preventDefault();
  next.focus();
  next.click();
}
