// A session against engines that are slow, lost or refuse: only the newest question counts, and every step has a way back.

import assert from 'node:assert/strict';
import { before, test } from 'node:test';

import { importTypeScript } from './support/typescript.mjs';

let Session;
before(async () => {
  globalThis.requestAnimationFrame = (run) => setImmediate(run);
  ({ Session } = await importTypeScript('www/session.ts'));
});

const SOURCE = { source: '…', name: 'test.html' };
const report = (edits = {}) => ({ findings: [], cells: [{ cell: 'a', raw: ' 1 ' }, { cell: 'b', raw: '2' }], edits });
const settled = async () => {
  for (let i = 0; i < 10; i++) await new Promise((resolve) => setImmediate(resolve));
};

/** An engine whose answers the test gives, in the order of the questions. */
function handEngine() {
  const asked = [];
  return { asked, check: (input) => new Promise((resolve, reject) => asked.push({ input, resolve, reject })) };
}

const promptEngine = () => ({ check: async ({ edits }) => report(edits) });

test('an answer to a question that is no longer the question is dropped', async () => {
  const engine = handEngine();
  const session = new Session(engine, SOURCE, () => {});
  engine.asked[0].resolve(report());
  await settled();
  session.type('a', '12');
  await settled();
  session.type('a', '123');
  await settled();
  assert.equal(engine.asked.length, 2, 'one question at a time');
  engine.asked[1].resolve(report({ a: '12' }));
  await settled();
  assert.deepEqual(session.report.edits, {}, 'the stale answer is not shown');
  engine.asked[2].resolve(report({ a: '123' }));
  await settled();
  assert.deepEqual(session.report.edits, { a: '123' });
});

test('keystrokes in one cell are one step back; the text as read is no change', async () => {
  const session = new Session(promptEngine(), SOURCE, () => {});
  await settled();
  session.type('a', '5');
  session.type('a', '56');
  session.type('b', '7');
  session.take([{ cell: 'a', proposed: 9 }, { cell: 'b', proposed: 2 }]);
  await settled();
  assert.deepEqual(session.report.edits, { a: '9' });
  session.undo();
  assert.deepEqual([session.text('a'), session.text('b')], ['56', '7']);
  session.undo();
  session.undo();
  assert.equal(session.canUndo, false);
  assert.equal(session.edits.size, 0);
  assert.equal(session.text('a'), '1');
});

test('a lost engine is asked once more, and only once', async () => {
  const engine = handEngine();
  let changes = 0;
  const session = new Session(engine, SOURCE, () => changes++);
  const lost = () => Object.assign(new Error('unreachable'), { kind: 'died' });
  engine.asked[0].reject(lost());
  await settled();
  assert.equal(session.waiting, true);
  engine.asked[1].reject(lost());
  await settled();
  assert.equal(engine.asked.length, 2);
  assert.equal(session.trouble.kind, 'died');
  assert.equal(changes, 1);
});

test('a source that cannot be opened, and a session that nobody looks at any more', async () => {
  const engine = handEngine();
  let changes = 0;
  const refused = new Session(engine, SOURCE, () => changes++);
  engine.asked[0].resolve({ error: { kind: 'empty', message: { zh: '空', en: 'empty' } } });
  await settled();
  assert.equal(refused.failure.kind, 'empty');
  assert.equal(changes, 1);

  const closed = new Session(engine, SOURCE, () => changes++);
  closed.close();
  engine.asked[1].resolve(report());
  await settled();
  assert.equal(changes, 1);
});

test('what stands beside the report is asked about anew, with the changes in it', async () => {
  const engine = handEngine();
  const session = new Session(engine, SOURCE, () => {});
  engine.asked[0].resolve(report());
  await settled();
  session.type('a', '12');
  await settled();
  engine.asked[1].resolve(report({ a: '12' }));
  await settled();
  session.again();
  await settled();
  assert.equal(engine.asked.length, 3);
  assert.deepEqual(engine.asked[2].input.edits, { a: '12' });
  assert.equal(session.canUndo, true);
});
