// A rule's page, in the language of the person, with its examples drawn as tables and what is wrong in them marked.

import { html, type TemplateResult } from 'lit-html';

import type { Language, RuleWithPage } from '../types';
import { sayIn } from '../words';
import { markdown } from './markdown';

/** The pages are Chinese; a section at their end says the same in English. */
export const ENGLISH = '\n## English';

export function rulePage({ id, title, page }: RuleWithPage, language: Language): TemplateResult {
  const [chinese = '', english] = page.split(ENGLISH);
  return html`
    <h2>${sayIn(language)(title)}</h2>
    <p><code lang="en">${id}</code></p>
    ${markdown(language === 'en' && english ? english : chinese, example)}`;
}

/** An example: rows between pipes are cells, other lines are lines; `!rule` stands behind what the rule finds. */
export function example(lines: string[], kind: string): TemplateResult {
  const [look = ''] = /bad|good|unknown/.exec(kind) ?? [];
  const rows = lines.map((line) =>
    line.startsWith('|')
      ? html`<tr>${line.replace(/^\||\|\s*$/g, '').split('|').map(cell)}</tr>`
      : html`<tr><td class="text" colspan="8">${marked(line)}</td></tr>`);
  return html`<div class="example ${look}"><table><tbody>${rows}</tbody></table></div>`;
}

const cell = (text: string): TemplateResult =>
  html`<td class=${FOUND.test(text) ? 'found' : ''}>${marked(text.trim())}</td>`;

const FOUND = /\s*!([a-z-]+)/;

function marked(text: string): TemplateResult | string {
  return FOUND.test(text) ? html`${text.replace(FOUND, '')} <b class="error">✕</b>` : text;
}
