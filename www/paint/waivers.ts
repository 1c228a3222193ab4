// What is let stand: the window that asks for the reason, and the list under the findings with the way back.

import { html, nothing, type TemplateResult } from 'lit-html';

import type { FindingView, Report, Waiver, Words } from '../types';
import * as W from '../words';
import type { View } from './view';

export const waiverOf = ({ agency, year }: Report, { key }: FindingView, reason: string): Waiver => ({ key, agency, year, reason });

export function waiveDialog(say: W.Say, finding: FindingView | null, done: (reason: string | null) => void): TemplateResult {
  const submit = (event: Event): void => {
    event.preventDefault();
    const reason = (event.target as HTMLFormElement).querySelector('textarea')!.value.trim();
    if (reason) done(reason);
  };
  return html`
    <dialog id="waive" aria-labelledby="waive-title" @close=${() => done(null)}>
      <h2 id="waive-title">${say(W.WAIVE)}</h2>
      ${finding ? html`
        <p>${say(finding.what)}</p>
        <form class="reason" @submit=${submit}>
          <label>${say(W.REASON_FIELD)}<textarea rows="3" required spellcheck="false"></textarea></label>
          <p class="soft">${say(W.WAIVE_HINT)}</p>
          <button class="close">${say(W.WAIVE_DONE)}</button>
          <button type="button" class="close" @click=${() => done(null)}>${say(W.CANCEL)}</button>
        </form>` : nothing}
    </dialog>`;
}

/** What was let stand stays in sight, and so does what no longer holds. */
export function waived({ report, say, said }: View): TemplateResult {
  const back = (waiver: Waiver, text: Words) => html`<button class="link" @click=${() => said.restore(waiver)}>${say(text)}</button>`;
  return html`
    <section class="card waived">
      ${report.waived.length ? html`<h3>${say(W.waivedCount(report.waived.length))}</h3>
        <ul>${report.waived.map(({ finding, reason }) => html`<li>
          <p>${say(finding.what)}</p><p>${say(W.REASON)}${reason} ${back(waiverOf(report, finding, reason), W.RESTORE)}</p></li>`)}</ul>` : nothing}
      ${report.expired.length ? html`<h3>${say(W.EXPIRED)}</h3>
        <ul>${report.expired.map((waiver) => html`<li>
          <p class="key">${waiver.key}</p><p>${say(W.REASON)}${waiver.reason} ${back(waiver, W.REMOVE)}</p></li>`)}</ul>` : nothing}
    </section>`;
}
