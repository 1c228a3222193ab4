// What the person says beside the report, folded away until it is wanted: the day of publication and a local deadline.

import { html, type TemplateResult } from 'lit-html';

import * as W from '../words';
import type { View } from './view';

export function given(view: View): TemplateResult {
  const { say, given: { published, deadline }, act } = view;
  const said = [published && say(W.publishedOn(published)), deadline && say(W.dueOn(deadline))].filter(Boolean);
  return html`
    <details class="given">
      <summary>${say(W.GIVEN)}<span class="soft">${say(W.COLON)}${said.length ? said.join(say(W.COMMA)) : say(W.NOT_GIVEN)}</span></summary>
      <label>${say(W.PUBLISHED)}
        <input type="date" .value=${published ?? ''} @change=${(event: Event) => act.give({ published: valueOf(event) })}></label>
      <label>${say(W.DEADLINE)}
        <input type="date" .value=${dayOf(view)} @change=${(event: Event) => act.give({ deadline: valueOf(event).slice(-5) })}></label>
      <p class="soft">${say(W.GIVEN_HINT)}</p>
    </details>`;
}

const valueOf = (event: Event): string => (event.target as HTMLInputElement).value;

/** A deadline is a month and a day; the field wants a year, that after the report's. */
function dayOf({ report, given: { deadline } }: View): string {
  return deadline ? `${(report.year ?? new Date().getFullYear() - 1) + 1}-${deadline}` : '';
}
