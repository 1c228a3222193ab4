// The example report in the files of offices: OFD and XLSX written by hand, PDF as Chromium prints it.

import { blocksOf, slotsOf } from './reports.mjs';
import { zip } from './zip.mjs';

const XML = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';

/** As Chromium prints it: pages of A4 with ruled tables. */
export async function pdf(browser, html) {
  const page = await browser.newPage();
  await page.setContent(`<meta charset="utf-8"><style>body { font: 9px sans-serif; } table { border-collapse: collapse; } td { border: 1px solid; }</style>${html}`);
  const bytes = await page.pdf({ format: 'A4', landscape: true });
  await page.close();
  return bytes;
}

/** Millimetres: the size of a slot and of a character. */
const SLOT = { width: 160, height: 8 };
const SIZE = 3;

/** One large page: each cell a rectangle, each text on one line in it. */
export function ofd(html) {
  const objects = [];
  let y = 10;
  const text = (words, x, top) => {
    const step = ` DeltaX="${Array.from(words).slice(1).map(() => SIZE).join(' ')}"`;
    objects.push(`<ofd:TextObject ID="7" Boundary="${x} ${top} ${SIZE * words.length + 1} ${SIZE + 1}" Font="3" Size="${SIZE}"><ofd:TextCode X="0" Y="${SIZE}"${words.length > 1 ? step : ''}>${words}</ofd:TextCode></ofd:TextObject>`);
  };
  for (const block of blocksOf(html)) {
    if (!block.rows) {
      text(block.text, 10, y);
      y += SLOT.height;
      continue;
    }
    for (const [row, slots] of slotsOf(block.rows).entries()) {
      for (const [column, { cell, first }] of slots.entries()) {
        if (!first) continue;
        const [x, top] = [10 + column * SLOT.width, y + row * SLOT.height];
        const [width, height] = [cell.colspan * SLOT.width, cell.rowspan * SLOT.height];
        objects.push(`<ofd:PathObject ID="8" Boundary="${x} ${top} ${width} ${height}" LineWidth="0.2"><ofd:AbbreviatedData>M 0 0 L ${width} 0 L ${width} ${height} L 0 ${height} C</ofd:AbbreviatedData></ofd:PathObject>`);
        if (cell.text) text(cell.text, x + 2, top + 2);
      }
    }
    y += (block.rows.length + 1) * SLOT.height;
  }
  const part = (element, inner) => `${XML}<ofd:${element} xmlns:ofd="http://www.ofdspec.org/2016">${inner}</ofd:${element}>`;
  const box = `<ofd:PhysicalBox>0 0 ${16 * SLOT.width} ${y + 10}</ofd:PhysicalBox>`;
  return zip({
    'OFD.xml': part('OFD', '<ofd:DocBody><ofd:DocInfo><ofd:DocID>1</ofd:DocID></ofd:DocInfo><ofd:DocRoot>Doc_0/Document.xml</ofd:DocRoot></ofd:DocBody>'),
    'Doc_0/Document.xml': part('Document', `<ofd:CommonData><ofd:MaxUnitID>99</ofd:MaxUnitID><ofd:PageArea>${box}</ofd:PageArea></ofd:CommonData><ofd:Pages><ofd:Page ID="5" BaseLoc="Pages/Page_0/Content.xml"/></ofd:Pages>`),
    'Doc_0/Pages/Page_0/Content.xml': part('Page', `<ofd:Area>${box}</ofd:Area><ofd:Content><ofd:Layer ID="1">${objects.join('')}</ofd:Layer></ofd:Content>`),
  });
}

/** One sheet of this name (as it stands in XML): a paragraph in each row of its own, the tables under them with their merges; figures as numbers. */
export function xlsx(html, sheet = '年报') {
  const rows = [];
  const merges = [];
  const name = (row, column) => `${String.fromCharCode(65 + column)}${row + 1}`;
  const cellXml = (row, column, text) => (/^\d+$/.test(text)
    ? `<c r="${name(row, column)}"><v>${text}</v></c>`
    : `<c r="${name(row, column)}" t="inlineStr"><is><t>${text}</t></is></c>`);
  for (const block of blocksOf(html)) {
    const slots = block.rows ? slotsOf(block.rows) : [[{ cell: { text: block.text, rowspan: 1, colspan: 1 }, first: true }]];
    for (const line of slots) {
      const row = rows.length;
      const own = line.flatMap(({ cell, first }, column) => (first ? [{ cell, column }] : []));
      rows.push(`<row r="${row + 1}">${own.map(({ cell, column }) => cellXml(row, column, cell.text)).join('')}</row>`);
      for (const { cell, column } of own) {
        if (cell.rowspan * cell.colspan > 1) merges.push(`<mergeCell ref="${name(row, column)}:${name(row + cell.rowspan - 1, column + cell.colspan - 1)}"/>`);
      }
    }
  }
  const main = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
  const types = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
  const packageTypes = 'application/vnd.openxmlformats-officedocument.spreadsheetml';
  const relation = (id, type, target) => `${XML}<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="${id}" Type="${types}/${type}" Target="${target}"/></Relationships>`;
  return zip({
    '[Content_Types].xml': `${XML}<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Override PartName="/xl/workbook.xml" ContentType="${packageTypes}.sheet.main+xml"/><Override PartName="/xl/worksheets/sheet1.xml" ContentType="${packageTypes}.worksheet+xml"/></Types>`,
    '_rels/.rels': relation('rId1', 'officeDocument', 'xl/workbook.xml'),
    'xl/workbook.xml': `${XML}<workbook xmlns="${main}" xmlns:r="${types}"><sheets><sheet name="${sheet}" sheetId="1" r:id="rId1"/></sheets></workbook>`,
    'xl/_rels/workbook.xml.rels': relation('rId1', 'worksheet', 'worksheets/sheet1.xml'),
    'xl/worksheets/sheet1.xml': `${XML}<worksheet xmlns="${main}"><sheetData>${rows.join('')}</sheetData><mergeCells count="${merges.length}">${merges.join('')}</mergeCells></worksheet>`,
  });
}
