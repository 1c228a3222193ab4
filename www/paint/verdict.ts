// The verdict in one sentence, the counts beside it as filters, and the row of things to do about it.

import { html, nothing, type TemplateResult } from 'lit-html';

import type { CauseView, Change, Report, Severity } from '../types';
import * as W from '../words';
import { banner } from './banner';
import type { View } from './view';

export function verdict(view: View): TemplateResult {
  const { level, words, why } = view.report.verdict;
  return banner(level, view.say(words), why && view.say(why), nothing, chips(view));
}

/** The verdict of a source that could not be opened. */
export const failed = (title: string, text: string): TemplateResult => banner('unknown', title, text);

const KINDS: [Severity, string][] = [['error', 'e'], ['warning', 'w'], ['info', 'i']];

function chips({ report, say, filter, tab, outcome, act }: View): TemplateResult {
  const chip = (look: string, text: string, n: number, on: boolean, press: () => void) => html`
    <button class="chip ${look}" aria-pressed=${on} ?disabled=${n === 0 && !on} @click=${press}>${text} <b>${n}</b></button>`;
  const count = (severity: Severity) => report.findings.filter((finding) => finding.severity === severity).length;
  const { held, broken, cannot_tell: unsure } = report.outcomes;
  const checks = (kind: 'cannot_tell' | null) => tab === 'checks' && outcome === kind;
  return html`
    <div class="chips" role="group" aria-label=${say(W.COUNTS)}>
      ${KINDS.map(([severity, look]) => {
        const on = filter === severity;
        return chip(look, say(W.SEVERITIES[severity]), count(severity), on, () => act.filter(on ? null : severity));
      })}
      ${chip('k', say(W.HELD_CHIP), held + broken, checks(null), () => act.filterChecks(null))}
      ${chip('u', say(W.OUTCOME.cannot_tell), unsure, checks('cannot_tell'), () => act.filterChecks('cannot_tell'))}
    </div>`;
}

/** What would be changed by taking every repair that is clearly the likeliest. */
export function decidedChanges(report: Report): Change[] {
  return report.causes.filter((cause) => cause.decided).flatMap((cause: CauseView) => cause.repairs[0]?.changes ?? []);
}

export function actions(view: View): TemplateResult {
  const { report, say, tab, canUndo, edits, note, act } = view;
  const changes = decidedChanges(report);
  const table = report.tables.find(({ name }) => name === tab);
  const rules = new Set(report.checks.map(({ rule }) => rule)).size;
  const copyable = table && table.rows.length > 0 && table.state !== 'missing';
  return html`
    <div class="actions" part="actions">
      <button class="primary" ?disabled=${changes.length === 0} @click=${() => act.take(changes)}>
        ${say(changes.length ? W.takeAll(changes.length) : W.TAKE_ALL)}</button>
      <button id="undo" ?disabled=${!canUndo} title=${say(W.undoHint(edits))} @click=${act.undo}>${say(W.UNDO)}</button>
      <button ?disabled=${!copyable} @click=${() => table && act.copy(table)}>
        ${say(W.copyTable(table ? W.TABLE[table.name] : W.ANY_TABLE))}</button>
      <button @click=${act.checklist}>${say(W.openChecklist(rules))}</button>
      <span class="note" role="status">${note ? say(note) : edits ? say(W.editedCells(edits)) : nothing}</span>
    </div>`;
}
