// Last year's report in the page, against engines that answer late, refuse, or do not come.

import assert from 'node:assert/strict';
import { before, test } from 'node:test';

import { importTypeScript } from './support/typescript.mjs';

let LastYear;
before(async () => {
  // lit looks for one when it is loaded; nothing is drawn here.
  globalThis.document = { createTreeWalker: () => null };
  ({ LastYear } = await importTypeScript('www/last-year.ts'));
});

const say = (words) => words.zh;
const named = (name) => ({ source: { source: name, name }, name });
const report = (year, unfit = null) => ({ findings: [], checks: [], tables: [], agency: '某局', year, unfit });
/** What is drawn, as its values one after the other. */
const drawn = (part) => (part?.values ? part.values.map(drawn).join(' ') : Array.isArray(part) ? part.map(drawn).join(' ') : typeof part === 'string' ? part : '');

/** What is thrown where the engine gives no answer. */
const lost = (kind) => Object.assign(new Error(''), { kind });

/** A page that notes what it is told; `answers` by the name of the source. */
function page(answers, { opened = null, current = null, mayReplace = true } = {}) {
  const told = [];
  const host = {
    ask: async (input) => {
      const answer = await answers[input.name](input);
      if (answer instanceof Error) throw answer;
      return answer;
    },
    stop: () => told.push('stop'),
    opened: () => opened,
    report: () => current,
    mayReplace: () => mayReplace,
    open: (one) => told.push(`open ${one.name}`),
    compare: (previous) => told.push(`compare ${previous}`),
    draw: () => {},
    focus: () => told.push('focus'),
  };
  return { told, last: new LastYear(host) };
}

test('a report is compared once it is read, and no more when it is taken away', async () => {
  const { told, last } = page({ a: () => report(2024) });
  await last.give(named('a'));
  assert.deepEqual(told, ['compare null', 'compare a']);
  assert.match(drawn(last.shown(say)), /某局 · 2024 年度/);
  last.remove();
  assert.equal(last.shown(say), null);
  assert.deepEqual(told.slice(2), ['compare null', 'focus']);
});

test('an answer that comes after another report was given is dropped', async () => {
  let late;
  const { told, last } = page({ a: () => new Promise((resolve) => (late = resolve)), b: () => report(2024) });
  const first = last.give(named('a'));
  await last.give(named('b'));
  late(report(2020));
  await first;
  assert.deepEqual(told, ['compare null', 'compare null', 'compare b']);
  assert.match(drawn(last.shown(say)), /2024/);
});

test('what cannot be read here at all is not compared, what is only damaged is, so that the rules say so', async () => {
  const failure = (kind) => ({ error: { kind, message: { zh: `原因 ${kind}`, en: '' } } });
  const { told, last } = page({ a: () => failure('needs-full'), b: () => failure('damaged'), c: () => lost('cannot-load'), d: () => lost('died'), e: () => lost('time-limit') });
  for (const [name, pattern] of [['a', /原因 needs-full/], ['b', /原因 damaged/], ['c', /模块没有载入/], ['d', /程序停止了/], ['e', /时间过长/]]) {
    await last.give(named(name));
    assert.match(drawn(last.shown(say)), pattern);
  }
  assert.deepEqual(told.filter((what) => what !== 'compare null'), ['compare b']);
});

test('of two the later is opened, where the engine finds them fit', async () => {
  for (const [order, unfit, expected] of [['ab', null, 'b a'], ['ba', null, 'b a'], ['ab', { zh: '别的机关', en: '' }, null]]) {
    const { told, last } = page({ a: () => report(2023), b: ({ previous }) => report(2024, previous ? unfit : null) });
    const pair = await last.pair([...order].map(named));
    assert.equal(pair && pair.map(({ name }) => name).join(' '), expected);
    assert.deepEqual(told, expected ? ['compare a', 'open b'] : []);
  }
  const { told, last } = page({ a: () => report(null), b: () => report(2024) });
  assert.equal(await last.pair([named('a'), named('b')]), null);
  assert.deepEqual(told, []);
});

test('a report that is a year later can be swapped, unless changes would be lost', async () => {
  for (const mayReplace of [true, false]) {
    const { told, last } = page({ a: () => report(2025) }, { opened: named('now'), current: report(2024), mayReplace });
    await last.give(named('a'));
    assert.match(drawn(last.shown(say)), /可能放反了.*对调/);
    told.length = 0;
    last.swap();
    assert.deepEqual(told, mayReplace ? ['compare now', 'open a'] : []);
  }
});

test('a reading that is left ends what is asked', async () => {
  const { told, last } = page({ a: () => Object.assign(new Error(''), { kind: 'closed' }) });
  await last.give(named('a'));
  last.cancel();
  assert.deepEqual(told, ['compare null', 'compare null', 'focus', 'stop']);
});
