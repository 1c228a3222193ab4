// A rule's page as it stands in the book, a small Markdown, drawn as text nodes: headings, paragraphs, lists, tables, fenced blocks.

import { html, type TemplateResult } from 'lit-html';

/** Draws a fenced block; `kind` is what stands behind the fence. */
type Fence = (lines: string[], kind: string) => TemplateResult;

export function markdown(page: string, fence: Fence): TemplateResult[] {
  const parts: TemplateResult[] = [];
  const lines = page.split(/\r?\n/);
  for (let i = 0; i < lines.length; ) {
    const line = lines[i]!;
    const start = i;
    const run = (belongs: (line: string) => boolean): string[] => {
      while (i < lines.length && belongs(lines[i]!)) i++;
      return lines.slice(start, i);
    };
    if (!line.trim()) i++;
    else if (line.startsWith('```')) {
      i++;
      run((next) => !next.startsWith('```'));
      parts.push(fence(lines.slice(start + 1, i++), line.slice(3)));
    } else if (/^#+ /.test(line)) {
      i++;
      const text = inline(line.replace(/^#+ /, ''));
      parts.push(line.startsWith('# ') ? html`<h2>${text}</h2>` : html`<h3>${text}</h3>`);
    } else if (/^[-*] /.test(line)) {
      parts.push(html`<ul>${run((next) => /^[-*] /.test(next)).map((item) => html`<li>${inline(item.slice(2))}</li>`)}</ul>`);
    } else if (line.startsWith('|')) {
      parts.push(tableOf(run((next) => next.startsWith('|'))));
    } else {
      parts.push(html`<p>${inline(run((next) => next.trim() !== '' && !/^(#+ |[-*] |\||```)/.test(next)).join(' '))}</p>`);
    }
  }
  return parts;
}

function tableOf(lines: string[]): TemplateResult {
  const rows = lines
    .filter((line) => !/^[|\s:-]+$/.test(line))
    .map((line) => line.replace(/^\||\|\s*$/g, '').split('|').map((cell) => cell.trim()));
  const [heads = [], ...body] = rows;
  return html`<table><thead><tr>${heads.map((cell) => html`<th scope="col">${inline(cell)}</th>`)}</tr></thead>
    <tbody>${body.map((row) => html`<tr>${row.map((cell) => html`<td>${inline(cell)}</td>`)}</tr>`)}</tbody></table>`;
}

/** `code` and **strong**; all else is text. */
function inline(text: string): (TemplateResult | string)[] {
  return text.split(/(`[^`]+`|\*\*[^*]+\*\*)/).map((piece) => {
    if (/^`.+`$/.test(piece)) return html`<code>${piece.slice(1, -1)}</code>`;
    if (/^\*\*.+\*\*$/.test(piece)) return html`<strong>${piece.slice(2, -2)}</strong>`;
    return piece;
  });
}
