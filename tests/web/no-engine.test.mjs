// Where the engine does not come or does not start: missing, blocked by a policy, never arriving, or dead. Nobody waits
// for ever, nothing counts as checked, and person and host are told why: element, panel, gate, frame and page.

import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';

import { serveExamples } from '../../scripts/examples.mjs';
import { serve } from '../../scripts/serve.mjs';
import { dist, launchChromium } from './support/browsers.mjs';
import { plainText, rightHtml, wrongHtml } from './support/reports.mjs';

const NOT_LOADED = /核对程序没有载入，没有核对/;
const NOT_STARTED = /核对程序没有启动/;

let browser, host, site;
before(async () => {
  host = await serveExamples();
  site = await serve(dist);
  browser = await launchChromium();
});
after(async () => {
  await browser?.close();
  await host?.close();
  await site?.close();
});

const MODULES = `import { attach, check, gate, defineGoujiCheck } from './dist/esm/index.js';
defineGoujiCheck();
globalThis.gouji = { attach, check, gate };
globalThis.ready = true;`;

/** Ways in which a host has no engine: its policy, its script, what the server does, and what is told. */
const WAYS = {
  'a policy that refuses WebAssembly': { policy: "script-src 'self'; worker-src blob:", kind: 'cannot-start', words: NOT_STARTED },
  'a policy that refuses WebAssembly and workers': { policy: "script-src 'self'", kind: 'cannot-start', words: NOT_STARTED },
  'a module of the engine that is missing': { modules: true, serve: (route) => route.fulfill({ status: 404, body: '' }), kind: 'no-engine', words: NOT_LOADED },
  'a module of the engine that is blocked': { modules: true, serve: (route) => route.abort(), kind: 'no-engine', words: NOT_LOADED },
};

/** A host's page with a field and an element. */
async function openHost({ policy = "script-src 'self' 'wasm-unsafe-eval'; worker-src blob:", modules = false, serve: answer, prepare }) {
  const page = await browser.newPage();
  if (prepare) await page.addInitScript(prepare);
  const script = modules ? '<script type="module" src="host.js"></script>' : '<script src="gouji.js"></script>';
  const html = `<!doctype html><meta charset="utf-8"><meta http-equiv="Content-Security-Policy" content="default-src 'none'; ${policy}">${script}<textarea id="content"></textarea><gouji-check>还没有核对</gouji-check>`;
  await page.route('**/host.html', (route) => route.fulfill({ contentType: 'text/html', body: html }));
  await page.route('**/host.js', (route) => route.fulfill({ contentType: 'text/javascript', body: MODULES }));
  if (answer) await page.route('**/esm/engine.js', answer);
  await page.goto(`${host.address}host.html`);
  await page.waitForFunction(() => globalThis.gouji);
  return page;
}

for (const [way, { kind, words, ...how }] of Object.entries(WAYS)) {
  test(`${way}: element, panel, gate and check tell it, each time that they are asked`, { timeout: 60_000 }, async () => {
    const page = await openHost(how);
    for (let time = 1; time <= 2; time++) {
      const said = await page.evaluate(askElement, rightHtml);
      assert.deepEqual([said.kind, said.report], [kind, null]);
      assert.match(said.zh, words);
      assert.match(said.en, /^The checking engine did not/);
      await page.waitForFunction((source) => new RegExp(source).test(document.querySelector('gouji-check').shadowRoot.textContent), words.source);

      const gate = await page.evaluate(async (html) => gouji.gate(html), rightHtml);
      assert.deepEqual([gate.pass, gate.errors, gate.report.error.kind], [false, 0, kind]);
      assert.equal(await page.evaluate((html) => gouji.check(html).then(() => 'checked', (error) => error.kind), rightHtml), kind);
    }

    const checked = await page.evaluate(askPanel, rightHtml);
    assert.deepEqual([checked.answer.error.kind, checked.heard.map(({ error }) => error.kind), checked.report], [kind, [kind], null]);
    assert.match(await page.locator('.gouji-panel .frame').innerText(), words);
    await page.close();
  });
}

test('a module of the view that is missing: the element says so, and the host has its report', { timeout: 60_000 }, async () => {
  const page = await openHost({ modules: true });
  await page.route('**/check-view*.js', (route) => route.fulfill({ status: 404, body: '' }));
  const level = await page.evaluate((html) => new Promise((resolve) => {
    const element = document.querySelector('gouji-check');
    element.addEventListener('gouji-report', ({ detail }) => resolve(detail.verdict.level), { once: true });
    element.check(html, 'report.html');
  }), wrongHtml);
  assert.equal(level, 'error');
  assert.match(await page.locator('gouji-check [role="alert"]').innerText(), /显示核对结果的程序没有载入/);
  await page.close();
});

test('the module behind the button that is missing: who presses the button is told', { timeout: 60_000 }, async () => {
  const page = await openHost({ modules: true });
  await page.route('**/desk*.js', (route) => route.fulfill({ status: 404, body: '' }));
  await page.evaluate(() => void gouji.attach(document.querySelector('textarea')));
  const told = page.waitForEvent('dialog');
  await Promise.all([told.then((dialog) => dialog.accept()), page.getByRole('button', { name: '年报校验' }).click()]);
  assert.match((await told).message(), /^校验程序没有载入，没有核对/);
  await page.close();
});

test('an engine that never arrives: the gate gives up, and does not let pass', { timeout: 60_000 }, async () => {
  const page = await openHost({ modules: true, serve: () => {}, prepare: hurry });
  const { pass, report } = await page.evaluate((html) => gouji.gate(html), rightHtml);
  assert.deepEqual([pass, report.error.kind], [false, 'no-engine']);
  await page.close();
});

test('what is asked in a wrong way fails, at once, and the next question is answered', { timeout: 60_000 }, async () => {
  const page = await openHost({});
  const [wrong, kind, right] = await page.evaluate(async (html) => {
    const kindOf = (error) => error.kind ?? error.name;
    return [
      await gouji.gate([() => 1]).then(() => 'judged', kindOf),
      await gouji.check(5).then(() => 'checked', kindOf),
      (await gouji.gate(html)).pass,
    ];
  }, rightHtml);
  assert.deepEqual([wrong, kind, right], ['refused', 'refused', true]);
  await page.close();
});

test('an engine that is lost behind a clean report: the element has no report any more, until it is checked again', { timeout: 60_000 }, async () => {
  const page = await openHost({ prepare: killTheEngine });
  const states = await page.evaluate(async ([right, wrong]) => {
    const element = document.querySelector('gouji-check');
    const field = document.querySelector('#content');
    const state = () => element.report?.verdict.level ?? null;
    const give = async (text) => {
      const heard = new Promise((resolve) => element.addEventListener('gouji-report', resolve, { once: true }));
      field.value = text;
      field.dispatchEvent(new InputEvent('input', { bubbles: true }));
      return (await heard).detail.error?.kind ?? 'report';
    };
    field.value = right;
    const first = new Promise((resolve) => element.addEventListener('gouji-report', resolve, { once: true }));
    element.setAttribute('for', 'content');
    await first;
    const before = state();
    globalThis.kill = true;
    const lost = [await give(wrong), state(), (await gouji.gate(wrong)).report.error.kind];
    globalThis.kill = false;
    return [before, lost, await give(`${wrong} `), state()];
  }, [plainText(rightHtml), plainText(wrongHtml)]);
  assert.deepEqual(states, ['pass', ['died', null, 'died'], 'report', 'error']);
  await page.close();
});

test('a frame whose engine is missing tells its host so', { timeout: 60_000 }, async () => {
  const page = await browser.newPage();
  await page.route('**/gouji-engine.js', (route) => route.fulfill({ status: 404, body: '' }));
  await page.goto(`${host.address}published.html`);
  const answer = await page.evaluate(askFrame, [`${site.address}embed.html?origin=${encodeURIComponent(new URL(host.address).origin)}`, rightHtml]);
  assert.deepEqual([answer.id, answer.report.error.kind], [7, 'no-engine']);
  await page.close();
});

test('the site without its engine says so, each time', { timeout: 60_000 }, async () => {
  const page = await browser.newPage();
  await page.route('**/gouji-engine.js', (route) => route.fulfill({ status: 404, body: '' }));
  await page.goto(site.address, { waitUntil: 'load' });
  for (let time = 1; time <= 2; time++) {
    await page.locator('.drop textarea').fill(plainText(rightHtml));
    await page.locator('.drop form button').click();
    await page.locator('gouji-check').getByText('核对程序没有载入').waitFor();
    await page.getByRole('button', { name: '换一份' }).click();
  }
  await page.close();
});

for (const name of ['gate-block', 'gate-warn']) {
  test(`${name}: where gouji.js does not load, nothing is published`, { timeout: 60_000 }, async () => {
    const page = await browser.newPage();
    await page.route('**/gouji.js', (route) => route.fulfill({ status: 404, body: '' }));
    await page.goto(`${host.address}${name}.html`, { waitUntil: 'load' });
    await page.getByRole('button', { name: '发布' }).click();
    await page.waitForTimeout(300);
    assert.match(page.url(), new RegExp(`${name}\\.html$`));
    await page.close();
  });
}

// The functions below run in the page.

async function askElement(html) {
  const element = document.querySelector('gouji-check');
  const heard = new Promise((resolve) => element.addEventListener('gouji-report', ({ detail }) => resolve(detail), { once: true }));
  element.check(html, 'report.html');
  const { error: { kind, message: { zh, en } } } = await heard;
  return { kind, zh, en, report: element.report };
}

async function askPanel(html) {
  const field = document.querySelector('#content');
  field.value = html;
  const heard = [];
  const attached = gouji.attach(field, { onReport: (report) => heard.push(report) });
  await attached.open();
  const answer = await attached.check();
  return { answer, heard: heard.slice(-1), report: attached.report };
}

function askFrame([src, content]) {
  return new Promise((resolve) => {
    const frame = document.createElement('iframe');
    addEventListener('message', ({ data }) => {
      if (data.type === 'ready') frame.contentWindow.postMessage({ gouji: 1, type: 'check', id: 7, content }, '*');
      if (data.type === 'report') resolve(data);
    });
    frame.src = src;
    document.body.append(frame);
  });
}

// The functions below run in the page before its own script.

/** Nobody waits the full minute. */
function hurry() {
  const wait = setTimeout;
  globalThis.setTimeout = (run, ms, ...rest) => wait(run, ms === 60_000 ? 500 : ms, ...rest);
}

function killTheEngine() {
  const send = Worker.prototype.postMessage;
  Worker.prototype.postMessage = function (message) {
    if (!globalThis.kill || message.question !== 'check') return send.call(this, message);
    setTimeout(() => this.onerror?.({ message: 'killed by the test' }));
  };
}
