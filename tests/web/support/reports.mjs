// The example report of the page in the shapes in which reports come: what Word puts on the clipboard, tab-separated
// text, a Word file. Each is made from www/examples/report.html, so that all of them hold the same figures.

import { readFileSync } from 'node:fs';
import path from 'node:path';

import { root } from '../../../scripts/run.mjs';
import { zip } from './zip.mjs';

const right = readFileSync(path.join(root, 'www/examples/report.html'), 'utf8');

/** The report with 21 written as 12 in 予以公开 · 自然人: two sums break, one change mends both. */
export const wrongHtml = right.replace('<td id="one">21</td>', '<td id="one">12</td>');
export const rightHtml = right;

/** A report of the year before that this one follows from, with words of its own. */
export const lastYearHtml = right
  .replace(/2025年/g, '2024年')
  .replace(/<p>[^<]*<\/p>/g, (_, at) => `<p>本机关上一年的第 ${at} 段说明。</p>`)
  .replace('<td>3</td><td>1</td><td>12</td>', '<td>4</td><td>0</td><td>10</td>')
  .replace(/(四、结转下年度继续办理<\/td><td>)2(.*<td>)2(<\/td><\/tr>)/, '$11$21$3');

/** Paragraphs and tables in order; cells with their spans. */
export function blocksOf(html) {
  return [...html.matchAll(/<table[^>]*>[\s\S]*?<\/table>|<(h1|h2|p)>(.*?)<\/\1>/g)].map(([whole, tag, text]) =>
    tag ? { tag, text } : { rows: [...whole.matchAll(/<tr>(.*?)<\/tr>/g)].map(([, row]) => cellsOf(row)) });
}

function cellsOf(row) {
  const span = (attributes, name) => Number(attributes.match(new RegExp(`${name}="(\\d+)"`))?.[1] ?? 1);
  return [...row.matchAll(/<td([^>]*)>(.*?)<\/td>/g)].map(([, attributes, text]) => ({
    text,
    rowspan: span(attributes, 'rowspan'),
    colspan: span(attributes, 'colspan'),
  }));
}

/** As Word writes it: namespaces, conditional comments, a style in every cell, a paragraph and a span around each text. */
export function wordHtml(html) {
  const inside = (text) => `<p class=MsoNormal align=center><span lang=EN-US style='font-family:仿宋_GB2312'>${text}<o:p></o:p></span></p>`;
  const body = blocksOf(html).map((block) => {
    if (!block.rows) return inside(block.text);
    const rows = block.rows.map((cells) => `<tr style='mso-yfti-irow:0'>${cells.map(({ text, rowspan, colspan }) =>
      `<td width=60${rowspan > 1 ? ` rowspan=${rowspan}` : ''}${colspan > 1 ? ` colspan=${colspan}` : ''} style='border:solid windowtext 1.0pt'>${inside(text)}</td>`).join('')}</tr>`);
    return `<table class=MsoNormalTable border=1 cellspacing=0 cellpadding=0 style='mso-table-layout-alt:fixed'>${rows.join('\r\n')}</table>`;
  });
  return `<html xmlns:o="urn:schemas-microsoft-com:office:office" xmlns:w="urn:schemas-microsoft-com:office:word">
<head><meta name=Generator content="Microsoft Word 15"><!--[if gte mso 9]><xml><w:WordDocument/></xml><![endif]--></head>
<body lang=ZH-CN><!--StartFragment-->${body.join('\r\n')}<!--EndFragment--></body></html>`;
}

/** As a spreadsheet puts it on the clipboard: one line a row, a tab between slots, merged slots empty. */
export function plainText(html) {
  return blocksOf(html).map((block) => {
    if (!block.rows) return block.text;
    return slotsOf(block.rows).map((row) => row.map((slot) => (slot.first ? slot.cell.text : '')).join('\t')).join('\n');
  }).join('\n');
}

/** Rows of slots; a merged cell fills several, `first` at its top left. */
export function slotsOf(rows) {
  const slots = rows.map(() => []);
  rows.forEach((cells, row) => {
    let column = 0;
    for (const cell of cells) {
      while (slots[row][column]) column++;
      for (let r = row; r < row + cell.rowspan; r++) {
        for (let c = column; c < column + cell.colspan; c++) slots[r][c] = { cell, first: r === row && c === column, top: r === row, left: c === column };
      }
    }
  });
  return slots;
}

/** A Word file with horizontal and vertical merges. */
export function docx(html) {
  const run = (text) => `<w:r><w:t xml:space="preserve">${text}</w:t></w:r>`;
  const body = blocksOf(html).map((block) => {
    if (!block.rows) return `<w:p>${run(block.text)}</w:p>`;
    const rows = slotsOf(block.rows).map((slots) => {
      const cells = slots.filter((slot) => slot.left).map(({ cell, top }) => {
        const wide = cell.colspan > 1 ? `<w:gridSpan w:val="${cell.colspan}"/>` : '';
        const high = cell.rowspan > 1 ? `<w:vMerge${top ? ' w:val="restart"' : ''}/>` : '';
        return `<w:tc><w:tcPr>${wide}${high}</w:tcPr><w:p>${top ? run(cell.text) : ''}</w:p></w:tc>`;
      });
      return `<w:tr>${cells.join('')}</w:tr>`;
    });
    return `<w:tbl>${rows.join('')}</w:tbl>`;
  });
  const head = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
  return zip({
    '[Content_Types].xml': `${head}<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>`,
    '_rels/.rels': `${head}<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="word/document.xml"/></Relationships>`,
    'word/document.xml': `${head}<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body>${body.join('')}</w:body></w:document>`,
  });
}
