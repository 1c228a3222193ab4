// The checker against engines that answer, refuse, die, hang or never start; and once against the real one.

import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { before, test } from 'node:test';
import vm from 'node:vm';

import { root } from '../../scripts/run.mjs';
import { importTypeScript } from './support/typescript.mjs';
import { rightHtml } from '../web/support/reports.mjs';

let openChecker, localPort, engineFile;
before(async () => ({ openChecker, localPort, engineFile } = await importTypeScript('www/checker.ts')));

const ENGINE = Promise.resolve({ wasm: '', start() {} });
const ask = (source) => ({ source, name: 'test' });

/** An engine that does what the question says; counts how often it was started. */
function fake(starts = { count: 0 }) {
  return () => {
    starts.count++;
    const port = {
      onmessage: null,
      onerror: null,
      terminate() { port.terminated = true; },
      postMessage(message) {
        const reply = (data) => setImmediate(() => port.onmessage?.({ data }));
        if ('wasm' in message) return reply({ type: 'ready', version: '0' });
        const { id, given } = message;
        if (given.source === 'die') reply({ type: 'dead', id, message: 'unreachable' });
        else if (given.source === 'crash') setImmediate(() => port.onerror?.({ message: 'gone' }));
        else if (given.source === 'refuse') reply({ type: 'refused', id, message: 'no' });
        else if (given.source !== 'hang') reply({ type: 'answer', id, answer: given.source });
      },
    };
    return port;
  };
}

/** Two engines: the first has no reader for `heavy`. `opened` lists which was started. */
function firstAndFull(load) {
  const [first, full] = ['first', 'full'].map((name) => ({ wasm: name, start() {} }));
  const told = [];
  const opened = [];
  const open = ({ wasm }) => {
    opened.push(wasm);
    const answer = ({ id, given: { source } }) => {
      const refused = wasm === 'first' && source === 'heavy';
      return { type: 'answer', id, answer: refused ? { error: { kind: 'needs-full' } } : { said: source } };
    };
    return {
      postMessage(message) { setImmediate(() => this.onmessage?.({ data: 'wasm' in message ? { type: 'ready', version: '0' } : answer(message) })); },
      terminate() {},
    };
  };
  const checker = openChecker(Promise.resolve(first), { open, full: () => load(full), onLoading: (loading) => told.push(loading) });
  return { say: async (source) => (await checker.check(ask(source))).said, checker, told, opened };
}

function watched(open, more = {}) {
  const replaced = [];
  const checker = openChecker(ENGINE, { open, onReplaced: (why) => replaced.push(why), ...more });
  return { checker, replaced };
}

const kinds = (settled) => settled.map((one) => one.value ?? one.reason.kind);

test('answers come in the order of the questions, from one engine', async () => {
  const starts = { count: 0 };
  const { checker, replaced } = watched(fake(starts));
  assert.deepEqual(await Promise.all(['a', 'b', 'c'].map((source) => checker.check(ask(source)))), ['a', 'b', 'c']);
  assert.equal(starts.count, 1);
  assert.deepEqual(replaced, []);
});

test('a refusal fails its question and keeps the engine', async () => {
  const starts = { count: 0 };
  const { checker } = watched(fake(starts));
  const settled = await Promise.allSettled(['refuse', 'a'].map((source) => checker.check(ask(source))));
  assert.deepEqual(kinds(settled), ['refused', 'a']);
  assert.equal(starts.count, 1);
});

for (const [question, why] of [['die', 'died'], ['crash', 'died'], ['hang', 'time-limit']]) {
  test(`an engine that ends by "${question}" is replaced, and the other questions are answered`, async () => {
    const starts = { count: 0 };
    const { checker, replaced } = watched(fake(starts), { timeLimitMs: 50 });
    const settled = await Promise.allSettled(['a', question, 'b'].map((source) => checker.check(ask(source))));
    assert.deepEqual(kinds(settled), ['a', why, 'b']);
    assert.deepEqual(replaced, [why]);
    assert.equal(starts.count, 2);
  });
}

test('an engine that never starts fails every question, and a later one tries again', async () => {
  const dead = () => ({ postMessage() { setImmediate(() => this.onmessage?.({ data: { type: 'dead', message: 'no wasm' } })); }, terminate() {} });
  const { checker } = watched(dead);
  const settled = await Promise.allSettled(['a', 'b'].map((source) => checker.check(ask(source))));
  assert.deepEqual(kinds(settled), ['cannot-start', 'cannot-start']);
  await assert.rejects(checker.check(ask('c')), { kind: 'cannot-start' });
});

test('a checker that keeps dying gives up', async () => {
  const starts = { count: 0 };
  const { checker } = watched(fake(starts));
  const settled = await Promise.allSettled(Array.from({ length: 9 }, () => checker.check(ask('die'))));
  assert.deepEqual(kinds(settled), [...Array(3).fill('died'), ...Array(6).fill('cannot-start')]);
  assert.equal(starts.count, 4);
});

test('what the first engine has no reader for is asked of the full one, which answers from then on', async () => {
  const { say, told, opened } = firstAndFull(async (full) => full);
  assert.equal(await say('a'), 'a');
  assert.deepEqual(opened, ['first']);
  assert.deepEqual(await Promise.all(['heavy', 'b', 'heavy'].map(say)), ['heavy', 'b', 'heavy']);
  assert.deepEqual(opened, ['first', 'full']);
  assert.deepEqual(told, [true, false]);
});

test('a full engine that does not load fails its question only, and is tried again', async () => {
  let there = false;
  const { say, told } = firstAndFull(async (full) => (there ? full : Promise.reject(new Error('404'))));
  const settled = await Promise.allSettled(['heavy', 'a'].map(say));
  assert.deepEqual(kinds(settled), ['cannot-load', 'a']);
  assert.deepEqual(told, [true, false]);
  there = true;
  assert.equal(await say('heavy'), 'heavy');
});

test('where there is no full engine, the answer says that it is needed', async () => {
  const engine = { postMessage(message) { setImmediate(() => this.onmessage?.({ data: 'wasm' in message ? { type: 'ready' } : { type: 'answer', id: message.id, answer: { error: { kind: 'needs-full' } } } })); }, terminate() {} };
  const { checker } = watched(() => engine);
  assert.deepEqual(await checker.check(ask('heavy')), { error: { kind: 'needs-full' } });
});

test('a checker that is closed while the full engine loads starts nothing more', async () => {
  let loaded;
  const { checker, opened } = firstAndFull((full) => new Promise((resolve) => (loaded = () => resolve(full))));
  const open = checker.check(ask('heavy'));
  while (!loaded) await new Promise(setImmediate);
  checker.close();
  await assert.rejects(open, { kind: 'closed' });
  loaded();
  await new Promise(setImmediate);
  assert.deepEqual(opened, ['first']);
});

test('a closed checker answers nothing more', async () => {
  const { checker } = watched(fake());
  const open = checker.check(ask('hang'));
  checker.close();
  await assert.rejects(open, { kind: 'closed' });
  await assert.rejects(checker.check(ask('a')), { kind: 'closed' });
});

test('where no worker can be made, the engine runs in the page', async () => {
  const replaced = [];
  const engine = Promise.resolve({
    wasm: '',
    start(scope) {
      scope.onmessage = ({ data }) => scope.postMessage('wasm' in data ? { type: 'ready', version: '0' } : { type: 'answer', id: data.id, answer: 'here' });
    },
  });
  const checker = openChecker(engine, { onReplaced: (why) => replaced.push(why) }); // node has no Worker
  assert.equal(await checker.check(ask('a')), 'here');
  assert.deepEqual(replaced, ['no-worker']);
});

test('an engine that starts nowhere does not accuse the browser of refusing workers', async () => {
  const replaced = [];
  const engine = Promise.resolve({ wasm: '', start(scope) { scope.onmessage = () => scope.postMessage({ type: 'dead', message: 'no memory' }); } });
  const checker = openChecker(engine, { onReplaced: (why) => replaced.push(why) });
  await assert.rejects(checker.check(ask('a')), { kind: 'cannot-start' });
  assert.deepEqual(replaced, []);
});

test('an engine whose file does not load fails every question, and so does the plain one in its place', async () => {
  const missing = openChecker(Promise.reject(new Error('404')));
  for (let time = 0; time < 2; time++) await assert.rejects(missing.check(ask('a')), { kind: 'no-engine', message: '404' });
  const dead = () => ({ postMessage() { setImmediate(() => this.onmessage?.({ data: { type: 'dead', message: 'no wasm' } })); }, terminate() {} });
  const { checker } = watched(dead, { plain: () => Promise.reject(new Error('404')) });
  const settled = await Promise.allSettled(['a', 'b'].map((source) => checker.check(ask(source))));
  assert.deepEqual(kinds(settled), ['cannot-start', 'cannot-start']);
});

test('behind the load of the page nobody waits for the engine\'s file', async () => {
  globalThis.document = { readyState: 'complete' };
  await assert.rejects(engineFile(), /did not load/);
  delete globalThis.document;
});

test('what no message can carry is refused, and the engine goes on', async () => {
  const starts = { count: 0 };
  const { checker, replaced } = watched(() => {
    const port = fake(starts)();
    const { postMessage } = port;
    port.postMessage = (message) => {
      if (message.given?.source === 'function') throw new Error('could not be cloned');
      postMessage(message);
    };
    return port;
  });
  const settled = await Promise.allSettled(['a', 'function', 'b'].map((source) => checker.check(ask(source))));
  assert.deepEqual(kinds(settled), ['a', 'refused', 'b']);
  assert.deepEqual([replaced, starts.count], [[], 1]);
});

/** What a script of dist/ leaves in its global variables. */
function shipped(name) {
  const context = vm.createContext({ self: {}, TextDecoder, TextEncoder, WebAssembly, Uint8Array, RangeError, Error });
  vm.runInContext(readFileSync(path.join(root, 'dist', name), 'utf8'), context);
  return context.self;
}

test('the engine that is shipped answers', async () => {
  const checker = openChecker(Promise.resolve(shipped('gouji-engine.js').goujiEngine), { open: localPort });
  const report = await checker.check(ask('<table><tr><td>一、本年新收政府信息公开申请数量<td>1</table>'));
  assert.ok(report.schema === 1 || report.error);
  assert.equal((await checker.check(ask(''))).error.kind, 'empty');
  const rules = await checker.rules();
  const { goujiRules } = shipped('gouji-rules.js');
  assert.ok(rules.length > 0);
  for (const { id } of rules) assert.ok(goujiRules[id].includes('## English'), `${id} has its page`);
  await assert.rejects(checker.check({ source: 1, name: 'test' }), { kind: 'refused' });
  const nowhere = { source: 'x', name: 'test', edits: { 't9.new.total': '1' } };
  await assert.rejects(checker.check(nowhere), { kind: 'refused', message: /t9\.new\.total/ });
});

test('the first engine knows what it cannot read, the full one reads it', async () => {
  const pdf = ask(new TextEncoder().encode('%PDF-1.7\n'));
  const first = openChecker(Promise.resolve(shipped('gouji-engine.js').goujiEngine), { open: localPort });
  const { kind, message } = (await first.check(pdf)).error;
  assert.equal(kind, 'needs-full');
  assert.match(message.zh, /^这是 PDF 文件.*gouji-full\.html.*请打开/);
  assert.match(message.en, /^This is a PDF document.*gouji-full\.html/);
  const full = openChecker(Promise.resolve(shipped('gouji-full-engine.js').goujiFullEngine), { open: localPort });
  assert.equal((await full.check(pdf)).error.kind, 'damaged');
});

test('last year\'s report is compared by the full engine', async () => {
  const pair = { ...ask(rightHtml), previous: '没有标题的一段文字' };
  const first = openChecker(Promise.resolve(shipped('gouji-engine.js').goujiEngine), { open: localPort });
  assert.equal((await first.check(pair)).error.kind, 'needs-full');
  const full = openChecker(Promise.resolve(shipped('gouji-full-engine.js').goujiFullEngine), { open: localPort });
  assert.match(JSON.stringify((await full.check(pair)).verdict), /没有与去年的报告比较/);
  assert.doesNotMatch(JSON.stringify((await full.check(ask(rightHtml))).verdict), /去年/);
});

test('what is shipped names nothing that could send', () => {
  for (const name of ['gouji-page.js', 'gouji-engine.js', 'gouji-full-engine.js', 'gouji-rules.js', 'gouji-settings.js', 'gouji-last-year.js']) {
    const text = readFileSync(path.join(root, 'dist', name), 'utf8');
    assert.doesNotMatch(text, /\bfetch\(|XMLHttpRequest|WebSocket|EventSource|sendBeacon|RTCPeerConnection|importScripts/, name);
  }
});
