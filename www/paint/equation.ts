// The sum of the chosen finding as an equation: every figure labelled, the odd one framed, the difference said.

import { html, nothing, type TemplateResult } from 'lit-html';

import type { Equation, FindingView, Term } from '../types';
import * as W from '../words';
import { headAndFigures, markOf, plain, tableOf } from './marks';
import type { View } from './view';

/** A side with more terms than this shows those that are 0 as one. */
const TERMS_SHOWN = 9;
/** So few terms have room for their whole labels. */
const FEW_TERMS = 5;

export function equation(view: View): TemplateResult {
  const { chosen, mended, say, tab } = view;
  const isHere = chosen?.cells[0] && tableOf(chosen.cells[0]) === tab;
  const inside = chosen?.equation && isHere
    ? drawn(view, chosen, chosen.equation)
    : mended && tab !== 'checks' ? html`<p>✓ ${say(W.MENDED)}</p>` : nothing;
  return html`
    <section class="equation ${inside === nothing ? 'none' : ''}" aria-label=${say(W.EQUATION)} part="equation">${inside}</section>`;
}

function drawn(view: View, finding: FindingView, sum: Equation): TemplateResult {
  const { say, report } = view;
  const off = Math.abs(sum.leftSum - sum.rightSum);
  return html`
    <p class="what"><b class="${finding.severity}">${markOf(report, finding)}</b> ${headAndFigures(say(finding.what))[0]} <b class="off">${say(W.difference(plain(off)))}</b></p>
    <div class="terms ${sum.left.length + sum.right.length > FEW_TERMS ? '' : 'few'}">
      ${side(view, finding, sum.left)}
      <span class="tail">
        ${sum.left.length > 1 ? html`<span class="op">=</span><span class="op total">${plain(sum.leftSum)}</span>` : nothing}
        <span class="op unequal">≠</span>
        ${sum.right.length > 1 ? html`<span class="op total">${plain(sum.rightSum)}</span><span class="op">=</span>` : nothing}
        ${side(view, finding, sum.right)}
      </span>
    </div>`;
}

function side(view: View, finding: FindingView, terms: Term[]): TemplateResult[] {
  const isZero = ({ cell, value }: Term) => value === 0 && cell !== finding.cells[0] && !view.states.get(cell)?.proposal;
  const zeros = terms.filter(isZero).length;
  const fold = terms.length > TERMS_SHOWN && zeros > 1;
  const shown = fold && !view.allTerms ? terms.filter((term) => !isZero(term)) : terms;
  const parts = shown.map((one) => term(view, finding, one));
  if (fold) parts.push(rest(view, zeros));
  return parts.flatMap((part, i) => (i ? [html`<span class="op">+</span>`, part] : [part]));
}

function term({ say, states, act }: View, finding: FindingView, { cell, label, value }: Term): TemplateResult {
  const state = states.get(cell);
  const look = cell === finding.cells[0] ? 'odd' : state?.proposal ? 'suspect' : '';
  return html`
    <button class="term ${look}" title=${say(label)} @click=${() => act.goTo(cell)}>
      <b>${value === null ? say(W.TERM_BLANK) : plain(value)}</b><small>${short(say(label))}</small>
    </button>`;
}

/** （三）不予公开 4.保护… takes the room of （三）4.保护…: the number of the group tells as much. */
const short = (label: string): string => label.replace(/^(（.）)\S+ (\d+[.．、])/, '$1$2');

function rest({ say, allTerms, act }: View, zeros: number): TemplateResult {
  const hint = say(allTerms ? W.hideRest : W.showRest(zeros));
  return html`
    <button class="term rest" aria-expanded=${allTerms} title=${hint} @click=${() => act.terms(!allTerms)}>
      <b>${allTerms ? '−' : '0'}</b><small>${say(W.restZero(zeros))}</small>
    </button>`;
}
