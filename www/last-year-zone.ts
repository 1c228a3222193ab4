// The quiet place beside this year's report that takes last year's. What happens to it, last-year.ts, comes when one is given.

import { html, nothing, type TemplateResult } from 'lit-html';

import { ACCEPT } from './intake';
import type { LastYear } from './last-year';
import * as P from './page-words';
import type { Say } from './words';

export interface ZoneActions {
  files(files: File[]): void;
  text(text: string): void;
}

/** With a report on the page the element shows it under the verdict, otherwise under the field for this year's. */
export function lastYearZone(say: Say, last: LastYear | null, { over, beside }: { over: boolean; beside: boolean }, act: ZoneActions): TemplateResult {
  const shown = last?.shown(say);
  const typed = ({ target }: Event): void => {
    const field = target as HTMLTextAreaElement;
    if (field.value.trim()) act.text(field.value);
    field.value = '';
  };
  return html`
    <section class="last ${over ? 'over' : ''} ${shown ? 'given' : ''}" slot=${beside ? 'beside' : nothing} aria-labelledby="last-title">
      <div class="head"><h2 id="last-title">${say(P.LAST_TITLE)}</h2>
        <button class="text" @click=${choose}>${say(shown ? P.REPLACE : P.CHOOSE_FILE)}</button>
        <input type="file" hidden accept=${ACCEPT} @change=${(event: Event) => act.files(taken(event))}>
        ${shown ? nothing : html`<textarea rows="1" aria-label=${say(P.LAST_PASTE)} placeholder=${say(P.LAST_PASTE)} @change=${typed}></textarea>`}</div>
      ${shown ?? html`<p>${say(P.LAST_HINT)}</p>`}
    </section>`;
}

/** The files of a field, which is empty again then. */
export function taken({ target }: Event): File[] {
  const input = target as HTMLInputElement;
  const files = [...(input.files ?? [])];
  input.value = '';
  return files;
}

/** A field for files has a text of the browser's own: the button stands for it. */
function choose({ currentTarget: button }: Event): void {
  ((button as Element).nextElementSibling as HTMLInputElement).click();
}
