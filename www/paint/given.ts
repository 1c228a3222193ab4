// What the person says beside the report, folded away until it is wanted: the fields come when it is opened.

import { html, nothing, type TemplateResult } from 'lit-html';

import * as W from '../words';
import type { View } from './view';

export function given(view: View): TemplateResult {
  const { say, said } = view;
  const { given: { published, deadline, rules = {}, waivers = [] }, parts } = said;
  const changed = Object.keys(rules).length;
  const told = [published && W.publishedOn(published), deadline && W.dueOn(deadline), changed && W.rulesChanged(changed), waivers.length && W.waiversHeld(waivers.length)];
  const line = told.map((words) => words && say(words)).filter(Boolean).join(say(W.COMMA));
  return html`
    <details class="given" @toggle=${said.need}>
      <summary>${say(W.GIVEN)}<span class="soft">${say(W.COLON)}${line || say(W.NOT_GIVEN)}</span></summary>
      ${parts ? parts.fields(view) : nothing}
    </details>`;
}
