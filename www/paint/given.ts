// What the person says beside the report, folded away until it is wanted: the day of publication and a local deadline,
// rules that are off or milder, what is let stand as a file, and whether this browser is to remember it.

import { html, nothing, type TemplateResult } from 'lit-html';

import { CHANGES } from '../kept';
import type { RuleView } from '../types';
import * as W from '../words';
import type { View } from './view';

export function given(view: View): TemplateResult {
  const { say, given: { published, deadline, rules = {}, waivers = [] }, rules: book, kept, act } = view;
  const changed = Object.keys(rules).length;
  const said = [published && W.publishedOn(published), deadline && W.dueOn(deadline), changed && W.rulesChanged(changed), waivers.length && W.waiversHeld(waivers.length)];
  const line = said.map((words) => words && say(words)).filter(Boolean).join(say(W.COMMA));
  return html`
    <details class="given">
      <summary>${say(W.GIVEN)}<span class="soft">${say(W.COLON)}${line || say(W.NOT_GIVEN)}</span></summary>
      <label>${say(W.PUBLISHED)}
        <input type="date" .value=${published ?? ''} @change=${(event: Event) => act.give({ published: valueOf(event) })}></label>
      <label>${say(W.DEADLINE)}
        <input type="date" .value=${dayOf(view)} @change=${(event: Event) => act.give({ deadline: valueOf(event).slice(-5) })}></label>
      <p class="soft">${say(W.GIVEN_HINT)}</p>
      <details>
        <summary>${say(W.RULES_SETTING)}</summary>
        <ul class="switches">${[...book.values()].map((rule) => ruleSwitch(view, rule))}</ul>
      </details>
      <p>
        <button class="link" ?disabled=${!waivers.length} @click=${act.exportWaivers}>${say(W.EXPORT)}</button>
        <button class="link" @click=${choose}>${say(W.IMPORT)}</button>
        <input type="file" hidden accept=".json" @change=${act.importWaivers}>
      </p>
      <p>
        <label><input type="checkbox" .checked=${kept} @change=${({ target: box }: { target: HTMLInputElement }) => (box.checked = act.keep(box.checked))}> ${say(W.KEEP)}</label>
        ${kept ? html`<button class="link" @click=${() => act.forget()}>${say(W.FORGET)}</button>` : nothing}
      </p>
    </details>`;
}

/** What a rule may be set to is milder than it is. */
function ruleSwitch({ say, given: { rules = {} }, act }: View, { id, title, severity }: RuleView): TemplateResult {
  const now = rules[id] ?? '';
  const choices = CHANGES.slice(severity === 'error' ? 0 : severity === 'warning' ? 1 : 2);
  const set = (event: Event): void => {
    const { [id]: _, ...others } = rules;
    const value = valueOf(event);
    act.give({ rules: value ? { ...others, [id]: value } : others });
  };
  return html`<li><label>${say(title)}
    <select @change=${set}>
      <option value="" ?selected=${!now}>${say(W.AS_IN_BOOK)}${say(W.SEVERITY[severity])}</option>
      ${choices.map((choice) => html`<option value=${choice} ?selected=${now === choice}>${say(W.SWITCH[choice]!)}</option>`)}
    </select></label></li>`;
}

const valueOf = (event: Event): string => (event.target as HTMLInputElement).value;

/** A deadline is a month and a day; the field wants a year, that after the report's. */
function dayOf({ report, given: { deadline } }: View): string {
  return deadline ? `${(report.year ?? new Date().getFullYear() - 1) + 1}-${deadline}` : '';
}

/** A field for files has a text of the browser's own, in the browser's language: the button stands for it. */
function choose({ currentTarget: button }: Event): void {
  ((button as Element).nextElementSibling as HTMLInputElement).click();
}
