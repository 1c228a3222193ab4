// The gate's answer: what passes, what is waived, and that a wrong call never lets more pass.

import assert from 'node:assert/strict';
import { before, test } from 'node:test';

import { importTypeScript } from './support/typescript.mjs';

let judge;
before(async () => {
  ({ judge } = await importTypeScript('www/judge.ts'));
});

const finding = (severity, rule, subject) => ({ severity, rule, subject });
const report = (level, ...findings) => ({ findings, waived: [], verdict: { level } });
const WRONG = report('error', finding('error', 'sum-row', 'granted'), finding('error', 'sum-row', 'total'));
const MILD = report('warning', finding('warning', 'form-label', 't3'));

test('a rule is waived as a whole, or for one subject', () => {
  assert.deepEqual({ ...judge(WRONG, { waive: ['sum-row'] }), report: 0 }, { pass: true, errors: 0, warnings: 0, waived: 2, report: 0 });
  assert.equal(judge(WRONG, { waive: ['sum-row granted'] }).errors, 1);
});

test('a text in place of the list is a list of one', () => {
  const { pass, errors, waived } = judge(WRONG, { waive: 'sum-row granted' });
  assert.deepEqual([pass, errors, waived], [false, 1, 1]);
  assert.equal(judge(WRONG, { waive: 'sum-row' }).pass, true);
});

test('only the level error lets warnings pass, and what could not be told never passes', () => {
  assert.equal(judge(MILD).pass, true);
  for (const level of ['warning', 'warnings', 'ERROR', null]) assert.equal(judge(MILD, { level }).pass, false, level);
  assert.equal(judge(report('unknown')).pass, false);
  assert.equal(judge({ error: { kind: 'empty' } }).pass, false);
});
