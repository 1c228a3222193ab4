// The fields of what the person says beside the report: the day of publication and a local deadline, rules that are off or
// milder, what is let stand as a file, and whether this browser is to remember it.

import { html, nothing, type TemplateResult } from 'lit-html';

import { CHANGES } from '../kept';
import type { RuleView } from '../types';
import * as W from '../words';
import type { View } from './view';

export function fields(view: View): TemplateResult {
  const { say, said, rules: book } = view;
  const { given: { published, waivers = [] }, kept } = said;
  return html`
    <label>${say(W.PUBLISHED)}
      <input type="date" .value=${published ?? ''} @change=${(event: Event) => said.give({ published: valueOf(event) })}></label>
    <label>${say(W.DEADLINE)}
      <input type="date" .value=${dayOf(view)} @change=${(event: Event) => said.give({ deadline: valueOf(event).slice(-5) })}></label>
    <p class="soft">${say(W.GIVEN_HINT)}</p>
    <details>
      <summary>${say(W.RULES_SETTING)}</summary>
      <ul class="switches">${[...book.values()].map((rule) => ruleSwitch(view, rule))}</ul>
    </details>
    <p>
      <button class="link" ?disabled=${!waivers.length} @click=${said.exportWaivers}>${say(W.EXPORT)}</button>
      <button class="link" @click=${choose}>${say(W.IMPORT)}</button>
      <input type="file" hidden accept=".json" @change=${said.importWaivers}>
    </p>
    <p>
      <label><input type="checkbox" .checked=${kept} @change=${({ target: box }: { target: HTMLInputElement }) => (box.checked = said.keep(box.checked))}> ${say(W.KEEP)}</label>
      ${kept ? html`<button class="link" @click=${() => said.keep(false)}>${say(W.FORGET)}</button>` : nothing}
    </p>`;
}

/** What a rule may be set to is milder than it is. */
function ruleSwitch({ say, said }: View, { id, title, severity }: RuleView): TemplateResult {
  const { rules = {} } = said.given;
  const now = rules[id] ?? '';
  const choices = CHANGES.slice(severity === 'error' ? 0 : severity === 'warning' ? 1 : 2);
  const set = (event: Event): void => {
    const { [id]: _, ...others } = rules;
    const value = valueOf(event);
    said.give({ rules: value ? { ...others, [id]: value } : others });
  };
  return html`<li><label>${say(title)}
    <select @change=${set}>
      <option value="" ?selected=${!now}>${say(W.AS_IN_BOOK)}${say(W.SEVERITY[severity])}</option>
      ${choices.map((choice) => html`<option value=${choice} ?selected=${now === choice}>${say(W.SWITCH[choice]!)}</option>`)}
    </select></label></li>`;
}

const valueOf = (event: Event): string => (event.target as HTMLInputElement).value;

/** A deadline is a month and a day; the field wants a year, that after the report's. */
function dayOf({ report, said: { given: { deadline } } }: View): string {
  return deadline ? `${(report.year ?? new Date().getFullYear() - 1) + 1}-${deadline}` : '';
}

/** A field for files has a text of the browser's own, in the browser's language: the button stands for it. */
function choose({ currentTarget: button }: Event): void {
  ((button as Element).nextElementSibling as HTMLInputElement).click();
}
