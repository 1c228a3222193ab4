// The checklist: every rule, by what it looks at, with how each of its checks ended. What is silent is never taken for clean.

import { html, nothing, type TemplateResult } from 'lit-html';

import type { CheckView, OutcomeName } from '../types';
import * as W from '../words';
import { subjectOf } from './marks';
import type { View } from './view';

const ORDER: OutcomeName[] = ['broken', 'cannot_tell', 'held', 'not_applicable'];
/** Longer lists of subjects are folded away. */
const NAMES_SHOWN = 8;
const SIGN: Record<OutcomeName, string> = { broken: '✕', cannot_tell: '?', held: '✓', not_applicable: '–' };

export function checklist(view: View): TemplateResult {
  const { report, say, outcome, act } = view;
  const groups = new Map<string, Map<string, CheckView[]>>();
  for (const check of report.checks) {
    if (outcome && check.outcome !== outcome) continue;
    const family = familyOf(check.rule);
    const rules = groups.get(family) ?? new Map<string, CheckView[]>();
    groups.set(family, rules.set(check.rule, [...(rules.get(check.rule) ?? []), check]));
  }
  const filter = (kind: OutcomeName | null, text: string, n: number) => html`
    <button class="chip" aria-pressed=${outcome === kind} @click=${() => act.filterChecks(kind)}>${text} <b>${n}</b></button>`;
  return html`
    <p class="soft lead">${say(W.CHECKLIST_LEAD)}</p>
    <div class="chips" role="group" aria-label=${say(W.COUNTS)}>
      ${filter(null, say(W.CHECKLIST_ALL), report.checks.length)}
      ${ORDER.map((kind) => filter(kind, say(W.OUTCOME[kind]), report.outcomes[kind]))}
    </div>
    ${groups.size
      ? html`<table class="checks"><thead><tr>
          <th scope="col">${say(W.CHECKLIST_RULE)}</th><th scope="col">${say(W.CHECKLIST_OUTCOME)}</th></tr></thead>
          ${[...groups].map(([family, rules]) => html`<tbody>
            <tr><th class="family" colspan="2" scope="rowgroup">${say(W.FAMILY[family] ?? W.FAMILY_OTHER)}</th></tr>
            ${[...rules].map(([rule, checks]) => row(view, rule, checks))}</tbody>`)}</table>`
      : html`<p class="soft">${say(W.CHECKLIST_NONE)}</p>`}`;
}

/** The first word of a rule's name says what it looks at. */
const familyOf = (rule: string): string => rule.split('-', 1)[0]!;

function row(view: View, rule: string, checks: CheckView[]): TemplateResult {
  const { say, rules, act } = view;
  const about = rules.get(rule);
  return html`
    <tr>
      <th scope="row">
        ${about ? html`<button class="link" @click=${() => act.rule(rule)}>${say(about.title)}</button>` : rule}
        <code lang="en">${rule}</code>
      </th>
      <td>${ORDER.map((kind) => outcomes(view, kind, checks.filter((check) => check.outcome === kind)))}</td>
    </tr>`;
}

function outcomes(view: View, kind: OutcomeName, checks: CheckView[]): TemplateResult | typeof nothing {
  if (!checks.length) return nothing;
  const { say, report } = view;
  const named = checks.map((check) => subjectOf(report.cells, check.rule, check.subject)).filter((name) => name !== null);
  const names = html`<span class="names">${named.map((name) => say(name)).join(say(W.COMMA))}</span>`;
  const reasons = [...new Set(checks.map(({ reason }) => (reason ? say(reason) : '')).filter(Boolean))];
  return html`
    <div class="outcome ${kind}">
      <span class="sign" aria-hidden="true">${SIGN[kind]}</span>
      <b>${say(W.OUTCOME[kind])}</b>
      ${named.length > 1 ? html`<span class="soft">${say(W.subjects(checks.length))}</span>` : nothing}
      ${named.length > NAMES_SHOWN ? html`<details><summary>${say(W.WHICH)}</summary>${names}</details>` : named.length ? names : nothing}
      ${reasons.map((reason) => html`<p>${reason}</p>`)}
    </div>`;
}
