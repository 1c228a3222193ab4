// Printed tables as slots: what the arrow keys reach, which heads a cell has, what is copied; and how sentences are cut.

import assert from 'node:assert/strict';
import { before, test } from 'node:test';

import { importTypeScript } from './support/typescript.mjs';

let slots, neighbour, headsOf, blockFrom, isBlock, tableCopy, marks;
before(async () => {
  ({ slots, neighbour, headsOf, blockFrom, isBlock } = await importTypeScript('www/slots.ts'));
  ({ tableCopy } = await importTypeScript('www/clipboard.ts'));
  marks = await importTypeScript('www/paint/marks.ts');
});

const head = (kind, text, rowspan = 1, colspan = 1) => ({ head: kind, text, rowspan, colspan });
const figure = (cell, colspan = 1) => ({ cell, rowspan: 1, colspan });

/** A corner over two rows, a group over two rows, and a last row with one wide figure. */
const ROWS = [
  [head('column', '角', 2, 2), head('column', '上', 1, 2)],
  [head('column', '左'), head('column', '右')],
  [head('row', '组', 2), head('row', '一'), figure('a'), figure('b')],
  [head('row', '二'), figure('c'), figure('d')],
  [head('row', '合', 1, 2), figure('e', 2)],
];

test('cells stand in their slots', () => {
  const { width, headRows, figures } = slots(ROWS);
  assert.equal(width, 4);
  assert.equal(headRows, 2);
  assert.deepEqual([...figures].map(([cell, { row, column }]) => [cell, row, column]),
    [['a', 2, 2], ['b', 2, 3], ['c', 3, 2], ['d', 3, 3], ['e', 4, 2]]);
});

test('arrows go to the next figure and stop at the edge', () => {
  const placed = slots(ROWS);
  const way = { a: { right: 'b', down: 'c', left: null, up: null }, d: { left: 'c', up: 'b', down: 'e' }, e: { up: 'c', right: null } };
  for (const [from, directions] of Object.entries(way)) {
    for (const [direction, to] of Object.entries(directions)) assert.equal(neighbour(placed, from, direction), to, `${from} ${direction}`);
  }
});

test('the heads of a cell are those of its row and of its column', () => {
  const placed = slots(ROWS);
  const texts = (cell) => [...headsOf(placed, placed.figures.get(cell))].map(({ text }) => text);
  assert.deepEqual(texts('d'), ['上', '右', '组', '二']);
  assert.deepEqual(texts('e'), ['上', '左', '合']);
});

test('a block of figures fills the cells from one on', () => {
  assert.deepEqual(blockFrom(slots(ROWS), 'a', '1\t2\t3\r\n4\t\r\n'), [['a', '1'], ['b', '2'], ['c', '4']]);
  assert.deepEqual(blockFrom(slots(ROWS), 'd', '1\n2\n3'), [['d', '1'], ['e', '2']]);
  const blocks = { '1\t2': true, '1\n2': true, '12': false, '一、新收\t1': false, '1,234\t-\t/': true };
  for (const [text, is] of Object.entries(blocks)) assert.equal(isBlock(text), is, JSON.stringify(text));
});

test('a table is copied with its spans and with one tab a slot', () => {
  const { html, text } = tableCopy({ rows: ROWS }, (cell) => (cell === 'b' ? '<7' : `${cell}1`));
  assert.equal(text, ['角\t\t上\t', '\t\t左\t右', '组\t一\ta1\t<7', '\t二\tc1\td1', '合\t\te1\t'].join('\r\n'));
  assert.match(html, /<td rowspan="2" colspan="2"[^>]*>角<\/td>/);
  assert.match(html, />&lt;7</);
});

test('a sentence is cut at the colon that stands in no quotes', () => {
  const cuts = [
    ['表三「甲」行不符：1+2=3，表中为 4', ['表三「甲」行不符', '1+2=3，表中为 4']],
    ['「本年收费金额（单位：万元）」为空', ['「本年收费金额（单位：万元）」为空', '']],
    ['Table 2, “a: b” is off: 3', ['Table 2, “a: b” is off', '3']],
  ];
  for (const [sentence, parts] of cuts) assert.deepEqual(marks.headAndFigures(sentence), parts);
});

test('circled numbers go on behind fifty', () => {
  assert.deepEqual([1, 20, 21, 35, 36, 50, 51].map(marks.circled), ['①', '⑳', '㉑', '㉟', '㊱', '㊿', '(51)']);
});

test('the subject of a check is named by its printed head', () => {
  const cells = ['t3.total.natural', 't3.total.total', 't4.review.total'].map((cell) => ({ cell, row: { zh: `行 ${cell}` }, column: { zh: `列 ${cell}` } }));
  const name = (rule, subject) => marks.subjectOf(cells, rule, subject)?.zh;
  assert.equal(name('sum-row', 'total'), '行 t3.total.natural');
  assert.equal(name('sum-balance', 'total'), '列 t3.total.total');
  assert.equal(name('sum-cases', 'review'), '行 t4.review.total');
  assert.equal(name('form-edition', 't3'), '表三');
  assert.equal(name('figure-blank', 't3.total.total'), '行 t3.total.total · 列 t3.total.total');
  assert.equal(name('form-year', ''), undefined);
});
