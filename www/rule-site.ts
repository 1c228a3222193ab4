// The book of the rules, and how to verify that nothing is sent, as pages that need no script, drawn by the same code as
// the window in the page. Run by the build.

import { html, nothing, type TemplateResult } from 'lit-html';

import { markdown } from './paint/markdown';
import { ENGLISH, example } from './paint/rule';
import type { RuleView, RuleWithPage } from './types';
import { FAMILY, FAMILY_OTHER, SEVERITY } from './words';

/** The name of each file with its title and the HTML of its body. */
export interface BookPage {
  title: string;
  body: string;
}

export function bookPages(rules: RuleWithPage[]): Record<string, BookPage> {
  const pages = rules.map((rule): [string, BookPage] => [`${rule.id}.html`, { title: `${rule.title.zh} · 勾稽`, body: text(rulePage(rule)) }]);
  return { 'index.html': { title: '规则 · 勾稽', body: text(contents(rules)) }, ...Object.fromEntries(pages) };
}

/** How to verify that nothing is sent: Chinese, and English below. */
export function privacyPage(page: string): BookPage {
  const [chinese = '', english = ''] = page.split(ENGLISH);
  const [title = '', ...lines] = chinese.split('\n');
  const name = title.replace('# ', '');
  const commands = (all: string[]): TemplateResult => html`<pre><code>${all.join('\n')}</code></pre>`;
  const body = html`
    <nav><a href="index.html">回到核对页 <span lang="en">Back to the checker</span></a><a href="#english" lang="en">English</a></nav>
    <main>
      <h1>${name}</h1>
      ${markdown(lines.join('\n').replace(/^#/gm, ''), commands)}
      <section id="english" lang="en">
        <h2>How to verify that nothing is sent</h2>
        ${markdown(english, commands)}</section>
    </main>`;
  return { title: `${name} · 勾稽`, body: text(body) };
}

function rulePage({ id, title, severity, page }: RuleWithPage): TemplateResult {
  const [chinese = '', english] = page.split(ENGLISH);
  return html`
    <nav><a href="index.html">全部规则</a>${english ? html`<a href="#english" lang="en">English</a>` : nothing}</nav>
    <main>
      <h1>${title.zh}</h1>
      <p class="soft"><code>${id}</code> · ${SEVERITY[severity].zh}</p>
      ${markdown(chinese, example)}
      ${english ? html`<section id="english" lang="en">
        <h2>${title.en}</h2>
        <p class="soft"><code>${id}</code> · ${SEVERITY[severity].en}</p>
        ${markdown(english, example)}</section>` : nothing}
    </main>`;
}

/** The rules in the order of the list, by what they look at. */
function contents(rules: RuleView[]): TemplateResult {
  const family = ({ id }: RuleView): string => id.split('-', 1)[0]!;
  const families = [...new Set(rules.map(family))];
  const row = ({ id, title, severity, basis }: RuleView): TemplateResult => html`
    <tr><th scope="row"><a href="${id}.html">${title.zh}</a><br><span class="soft" lang="en">${title.en}</span></th>
      <td>${SEVERITY[severity].zh}<br><span class="soft" lang="en">${SEVERITY[severity].en}</span></td>
      <td>${basis.zh}<br><span class="soft" lang="en">${basis.en}</span></td></tr>`;
  return html`
    <nav><a href="../index.html">回到核对页 <span lang="en">Back to the checker</span></a></nav>
    <main>
      <h1>规则 <span class="soft" lang="en">Rules</span></h1>
      <p class="soft">每条规则为什么、依据什么、怎么改、不检查什么。<span lang="en">Of each rule: why, the basis, how to mend, what it does not check.</span></p>
      ${families.map((name) => html`
        <h2>${(FAMILY[name] ?? FAMILY_OTHER).zh} <span class="soft" lang="en">${(FAMILY[name] ?? FAMILY_OTHER).en}</span></h2>
        <table class="rules"><thead><tr><th scope="col">规则 <span lang="en">Rule</span></th><th scope="col">程度 <span lang="en">Severity</span></th><th scope="col">依据 <span lang="en">Basis</span></th></tr></thead>
          <tbody>${rules.filter((rule) => family(rule) === name).map(row)}</tbody></table>`)}
    </main>`;
}

/** A template as HTML; what was put into it as text. */
function text(value: unknown): string {
  if (value === nothing || value === null || value === undefined) return '';
  if (Array.isArray(value)) return value.map(text).join('');
  if (!isTemplate(value)) return String(value).replace(/[&<>"]/g, (c) => `&#${c.charCodeAt(0)};`);
  const { strings, values } = value;
  return strings.reduce((all, piece, i) => {
    const put = text(values[i - 1]);
    // An attribute without quotes.
    return all + (strings[i - 1]!.endsWith('=') ? `"${put}"` : put) + piece;
  });
}

const isTemplate = (value: unknown): value is TemplateResult => typeof value === 'object' && value !== null && 'strings' in value;
