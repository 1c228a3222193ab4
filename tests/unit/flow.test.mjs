// The figures behind the chart of the applications: groups are added up, a blank is no zero, broken sums are said.

import assert from 'node:assert/strict';
import { before, test } from 'node:test';

import { importTypeScript } from './support/typescript.mjs';

let flowOf;
let notes;
before(async () => {
  ({ flowOf, notes } = await importTypeScript('www/chart/flow.ts'));
});

const ROWS = {
  new: 20, carried_in: 3, granted: 8, partly_granted: 2, 'denied.secret': 1, 'denied.law': 2, 'unavailable.not_held': 4, 'rejected.petition': 1, 'rejected.duplicate': 0,
  'other.misc': 2, 'other.unpaid': 0, total: 20, carried_out: 3,
};
const cells = (change = {}) => Object.entries({ ...ROWS, ...change }).flatMap(([row, value]) => [
  { cell: `t3.${row}.total`, value },
  { cell: `t3.${row}.natural`, value: 99 },
  { cell: `t4.${row}.total`, value: 99 },
]);
const values = (parts) => parts.map(({ id, value }) => [id, value]);

test('groups are the sums of their rows', () => {
  const flow = flowOf(cells(), null);
  assert.deepEqual(values(flow.sources), [['new', 20], ['carried_in', 3]]);
  assert.deepEqual(values(flow.destinations), [['granted', 8], ['partly_granted', 2], ['denied', 3], ['unavailable', 4], ['rejected', 1], ['other', 2], ['carried_out', 3]]);
  assert.deepEqual([flow.came, flow.went, flow.printedTotal, flow.compared], [23, 23, null, false]);
  assert.deepEqual(notes(flow), []);
});

test('the older form has one row for the rest', () => {
  const older = cells().filter(({ cell }) => !cell.includes('other.')).concat({ cell: 't3.other.total', value: 2 });
  assert.equal(flowOf(older, null).went, 23);
});

test('a blank is no zero', () => {
  const flow = flowOf(cells({ 'denied.law': null }), null);
  assert.equal(flow.destinations[2].value, null);
  assert.equal(flow.went, null);
  assert.equal(flow.came, 23);
  assert.match(notes(flow)[0].zh, /空白不当作 0/);
});

test('sides that differ are drawn as they stand, and said', () => {
  const flow = flowOf(cells({ granted: 9 }), null);
  assert.deepEqual([flow.came, flow.went, flow.printedTotal], [23, 24, 20]);
  assert.match(notes(flow)[0].zh, /来源 23 件，去向 24 件，相差 1 件/);
  assert.match(notes(flow)[1].zh, /（七）总计填 20 件，各项结果相加是 21 件/);
});

test('without a figure nothing is drawn', () => {
  assert.equal(flowOf([{ cell: 't3.new.total', value: null }, { cell: 't2.licences.decisions', value: 3 }], null), null);
});

test('last year stands beside this one', () => {
  const flow = flowOf(cells(), cells({ granted: 5, 'other.misc': null }));
  assert.deepEqual(flow.destinations.map(({ before }) => before), [5, 2, 3, 4, 1, null, 3]);
  assert.equal(flow.compared, true);
});
