// The verdict in one sentence, with whatever stands beside it.

import { html, nothing, type TemplateResult } from 'lit-html';

import type { Report } from '../types';

export type Level = Report['verdict']['level'];

const SIGN: Record<Level, string> = { error: '✕', warning: '!', pass: '✓', unknown: '?' };

/** `under` stands below the words, `beside` at the end of the line. */
export function banner(level: Level, title: string, why: string | null, under: unknown = nothing, beside: unknown = nothing): TemplateResult {
  return html`
    <section class="verdict ${level}" part="verdict">
      <span class="sign" aria-hidden="true">${SIGN[level]}</span>
      <div class="words">
        <h2 id="verdict" tabindex="-1">${title}</h2>
        <p>${why ?? nothing}</p>
        ${under}
      </div>
      ${beside}
    </section>`;
}
