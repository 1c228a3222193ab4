// The package in host pages, in a real browser: the documented five lines, the modules, a strict policy, hostile styles,
// several elements at once, and every way in which people look at it.

import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { after, before, describe, test } from 'node:test';
import { pathToFileURL } from 'node:url';

import { root } from '../../scripts/run.mjs';
import { serve } from '../../scripts/serve.mjs';
import { documented, install, pack } from '../unit/support/package.mjs';
import { launchChromium, watchedPage } from './support/browsers.mjs';
import { focused, tabTo, verdictIs } from './support/page.mjs';
import { ofd } from './support/office.mjs';
import { docx, plainText, rightHtml, wordHtml, wrongHtml } from './support/reports.mjs';

const SCRIPT = 'node_modules/gouji/dist/gouji.js';

let browser, host, server;
before(async () => {
  browser = await launchChromium();
  host = await install(await pack());
  host.put('favicon.ico', '');
  server = await serve(host.folder);
});
after(async () => {
  await browser?.close();
  await server?.close();
  host?.remove();
});

/** A host's page: its head and body, a policy where it has one. */
function hostPage(head, body, policy) {
  const meta = policy ? `<meta http-equiv="Content-Security-Policy" content="${policy}">` : '';
  return `<!doctype html><html lang="zh-CN"><head><meta charset="utf-8">${meta}<meta name="viewport" content="width=device-width, initial-scale=1"><title>发布系统</title>${head}</head><body><main><h1>编辑年报</h1>${body}</main></body></html>`;
}

/** Serves a host's page and opens it. `quiet` asserts that nothing was asked for since it had loaded, and that nothing went wrong. */
async function open(name, html, { width = 1280, height = 1500, ...context } = {}) {
  host.put(name, html);
  const own = await browser.newContext({ viewport: { width, height }, ...context });
  const { page, seen } = await watchedPage(own);
  await page.goto(server.address + name, { waitUntil: 'load' });
  const loaded = seen.requests.length;
  const quiet = () => {
    assert.deepEqual(seen.requests.slice(loaded), [], 'requests after load');
    assert.deepEqual(seen.violations, [], 'violations of the policy');
    assert.deepEqual(seen.errors, [], 'errors');
  };
  return { page, seen, quiet, close: () => own.close() };
}

const ELEMENT = '<gouji-check>核对结果会出现在这里。</gouji-check>';
const scripted = (body) => hostPage(`<script src="${SCRIPT}"></script>`, body);
const classic = (policy) => hostPage(`<script src="${SCRIPT}"></script>`, ELEMENT, policy);
const give = (page, source, selector = 'gouji-check') => page.evaluate(([source, selector]) => document.querySelector(selector).check(source, 'report.html'), [source, selector]);

test('the five lines of the documentation mark a wrong cell', { timeout: 60_000 }, async () => {
  const lines = documented('html');
  assert.equal(lines.trim().split('\n').length, 5);
  assert.ok(readFileSync(path.join(root, 'README.md'), 'utf8').includes(lines), 'the README has the same five');
  const { page, quiet, close } = await open('index.html', lines);
  const field = page.locator('#report');
  await field.fill(plainText(wrongHtml));
  await verdictIs(page, /有 2 处错误/);
  const marked = page.locator('td.is-proposed input');
  assert.deepEqual(await marked.evaluateAll((inputs) => inputs.map(({ dataset, value }) => [dataset.cell, value])), [['t3.granted.natural', '12']]);
  assert.equal(await page.locator('td.is-error').count(), 2);

  // The field is mended: the same element says so, without being asked.
  await field.fill(plainText(rightHtml));
  await verdictIs(page, /^可以发布/);
  await field.fill(' ');
  await page.waitForFunction(() => !document.querySelector('gouji-check').report);
  assert.ok(await page.getByText('核对结果会出现在这里').isVisible());
  quiet();
  await close();
});

test('a host may name what is followed later, and the content that an editor holds as HTML is followed too', { timeout: 60_000 }, async () => {
  const { page, close } = await open('later.html', scripted('<gouji-check></gouji-check><div id="body" contenteditable="true" role="textbox" aria-label="正文"></div>'));
  await page.evaluate((html) => {
    document.querySelector('#body').innerHTML = html;
    document.querySelector('gouji-check').setAttribute('for', 'body');
  }, wordHtml(wrongHtml));
  await verdictIs(page, /有 2 处错误/);
  const before = await page.evaluate(() => document.querySelector('#body').innerHTML);
  await page.evaluate(() => {
    document.querySelector('gouji-check').language = 'en';
    document.querySelector('#body').dispatchEvent(new InputEvent('input', { bubbles: true }));
  });
  await verdictIs(page, /2 errors/);
  assert.equal(await page.evaluate(() => document.querySelector('#body').innerHTML), before, 'nothing is written into the content');
  await close();
});

describe('a strict policy', { timeout: 60_000 }, () => {
  const policy = `default-src 'none'; ${documented('csp').trim()}`;

  test('the classic script runs under it and asks for nothing', async () => {
    const { page, seen, quiet, close } = await open('strict.html', classic(policy));
    await give(page, wrongHtml);
    await verdictIs(page, /有 2 处错误/);
    assert.equal(await page.evaluate(() => getComputedStyle(document.querySelector('gouji-check').shadowRoot.querySelector('.verdict')).display), 'flex', 'its styles are there');
    assert.equal(await page.evaluate(async (html) => (await gouji.check(html)).verdict.level, wrongHtml), 'error');
    quiet();
    assert.deepEqual(seen.requests.map((url) => new URL(url).pathname).filter((name) => name !== '/favicon.ico'), ['/strict.html', `/${SCRIPT}`]);
    await close();
  });

  test('an editor is attached under it: panel, marks, a figure taken, the gate', async () => {
    const body = '<div id="body" contenteditable="true" role="textbox" aria-label="正文"></div>';
    const { page, seen, quiet, close } = await open('strict-editor.html', hostPage(`<script src="${SCRIPT}"></script>`, body, policy));
    await page.evaluate((html) => {
      globalThis.body = document.querySelector('#body');
      globalThis.body.innerHTML = html;
      gouji.attach(globalThis.body);
    }, wrongHtml.replace(/^[\s\S]*<body[^>]*>/, '').replace(/ style="[^"]*"/g, ''));
    await page.getByRole('button', { name: '年报校验' }).click();
    await page.getByText('有 2 处错误').waitFor();
    assert.equal(await page.evaluate(() => getComputedStyle(document.querySelector('.gouji-marks').shadowRoot.querySelector('.mark')).position), 'absolute', 'its styles are there');
    await page.getByRole('button', { name: '采用 21' }).click();
    await page.getByText('可以发布').waitFor();
    assert.equal(await page.evaluate(async () => (await gouji.gate(globalThis.body)).pass), true);
    quiet();
    assert.deepEqual(seen.requests.map((url) => new URL(url).pathname).filter((name) => name !== '/favicon.ico'), ['/strict-editor.html', `/${SCRIPT}`]);
    await close();
  });

  test('a worker that the policy forbids is done without', async () => {
    const { page, close } = await open('no-worker.html', classic("default-src 'none'; script-src 'self' 'wasm-unsafe-eval'"));
    await give(page, wrongHtml);
    await verdictIs(page, /有 2 处错误/);
    await close();
  });

  test('the classic script loads what reads heavy files from beside itself', async () => {
    const { page, seen, close } = await open('heavy.html', classic(policy));
    const loaded = seen.requests.length;
    const levels = await page.evaluate(async (bytes) => {
      const level = async () => (await gouji.check(new Uint8Array(bytes), { name: 'a.ofd' })).verdict.level;
      return [await level(), await level()];
    }, [...ofd(wrongHtml)]);
    assert.deepEqual(levels, ['error', 'error']);
    assert.deepEqual(seen.requests.slice(loaded).map((url) => new URL(url).pathname), ['/node_modules/gouji/dist/gouji-full-engine.js']);
    assert.deepEqual([seen.violations, seen.errors], [[], []]);
    assert.deepEqual(await page.evaluate(() => Object.keys(globalThis).filter((name) => /gouji/i.test(name))), ['gouji']);
    await close();
  });

  test('the modules run under it; the engine and what shows a report come when they are asked for', async () => {
    host.put('module.js', "import './node_modules/gouji/dist/esm/element.js';\nimport { check } from './node_modules/gouji/dist/esm/index.js';\nglobalThis.check = check;\n");
    const { page, seen, close } = await open('modules.html', hostPage('<script type="module" src="module.js"></script>', ELEMENT, policy));
    const loaded = seen.requests.length;
    await give(page, wrongHtml);
    await verdictIs(page, /有 2 处错误/);
    assert.deepEqual(seen.requests.slice(loaded).map((url) => path.basename(url)).sort(), ['check-view.js', 'engine.js', 'paint.js']);
    assert.deepEqual([seen.violations, seen.errors], [[], []]);

    const node = await import(pathToFileURL(path.join(host.folder, 'node_modules/gouji/dist/esm/node.js')).href);
    const asked = seen.requests.length;
    const inputs = { 'right.html': rightHtml, 'word.html': wordHtml(wrongHtml), 'a.txt': plainText(wrongHtml), 'a.docx': docx(wrongHtml), 'b.txt': Buffer.from(`\ufeff${plainText(wrongHtml)}`, 'utf16le'), 'c.txt': '', 'd.pdf': Buffer.from('%PDF-1.7'), 'e.ofd': ofd(wrongHtml), 'f.png': Buffer.from('89504e470d0a1a0a', 'hex') };
    for (const [name, source] of Object.entries(inputs)) {
      const given = typeof source === 'string' ? source : [...source];
      const here = await page.evaluate(async ([given, name]) => globalThis.check(typeof given === 'string' ? given : new Uint8Array(given), { name }), [given, name]);
      assert.deepEqual(here, await node.check(source, { name }), name);
    }
    assert.deepEqual(seen.requests.slice(asked).map((url) => path.basename(url)), ['full-engine.js']);
    await close();
  });
});

test('the module of one editor knows that editor only, and the panel comes with the first press', { timeout: 60_000 }, async () => {
  host.put('alone.js', "import { attach, gate } from './node_modules/gouji/dist/esm/editors/editable.js';\nglobalThis.gouji = { attach, gate };\n");
  const { page, seen, quiet, close } = await open('alone.html', hostPage('<script type="module" src="alone.js"></script>', '<div id="body" contenteditable="true" role="textbox" aria-label="正文"></div>'));
  await page.evaluate((html) => {
    document.querySelector('#body').innerHTML = html;
    globalThis.attached = gouji.attach(document.querySelector('#body'));
  }, wrongHtml.replace(/^[\s\S]*<body[^>]*>/, ''));
  quiet();
  await page.getByRole('button', { name: '年报校验' }).click();
  await page.getByText('有 2 处错误').waitFor();
  assert.ok(seen.requests.some((url) => /desk\.js$/.test(url)));
  assert.equal(await page.evaluate(async () => (await gouji.gate(document.querySelector('#body'))).errors), 2);
  await assert.rejects(page.evaluate(() => gouji.attach(document.createElement('textarea'))), /no editor that gouji knows/);
  await close();
});

test('the host hears every report, also out of a tree of its own', { timeout: 60_000 }, async () => {
  const { page, close } = await open('event.html', scripted('<div id="outer"></div>'));
  const heard = await page.evaluate(async (html) => {
    document.querySelector('#outer').attachShadow({ mode: 'open' }).innerHTML = '<textarea id="field"></textarea><gouji-check for="field"></gouji-check>';
    const field = document.querySelector('#outer').shadowRoot.querySelector('textarea');
    const report = (source) => new Promise((resolve) => {
      document.addEventListener('gouji-report', ({ detail }) => resolve(detail), { once: true });
      field.value = source;
      field.dispatchEvent(new InputEvent('input', { bubbles: true, composed: true }));
    });
    const [wrong, unread] = [await report(html), await report('%PDF-1.7 …')];
    return { level: wrong.verdict.level, cells: wrong.cells.length, plain: JSON.stringify(wrong) === JSON.stringify(structuredClone(wrong)), unread: unread.error.kind };
  }, wrongHtml);
  assert.deepEqual(heard, { level: 'error', cells: 200, plain: true, unread: 'damaged' });
  await close();
});

test('several on a page, twice the script, and one in a frame', { timeout: 60_000 }, async () => {
  host.put('inner.html', classic());
  const { page, quiet, close } = await open('several.html', hostPage(`<script src="${SCRIPT}"></script>\n<script src="${SCRIPT}"></script>`, '<gouji-check id="a"></gouji-check><gouji-check id="b" language="en"></gouji-check><iframe src="inner.html" title="内页"></iframe>'));
  await give(page, wrongHtml, '#a');
  await give(page, rightHtml, '#b');
  const frame = page.frame({ url: /inner/ });
  await give(frame, wrongHtml);
  const says = (where, selector, pattern) => where.waitForFunction(([selector, source]) => new RegExp(source).test(document.querySelector(selector).shadowRoot.querySelector('#verdict')?.textContent), [selector, pattern.source]);
  await says(page, '#a', /有 2 处错误/);
  await says(page, '#b', /publish/i);
  await says(frame, 'gouji-check', /有 2 处错误/);
  quiet();
  assert.deepEqual(await page.evaluate(() => Object.keys(globalThis).filter((name) => /gouji/i.test(name))), ['gouji']);
  await close();
});

describe('two versions on one page', { timeout: 60_000 }, () => {
  for (const order of [['older.js', SCRIPT], [SCRIPT, 'older.js']]) {
    test(`${order.map((name) => path.basename(name)).join(' before ')}: each works by its own global, the element is registered once`, async () => {
      const text = readFileSync(path.join(host.folder, SCRIPT), 'utf8');
      // The version stands in the wasm, whose bytes are moved up by 35: 0.1.0 becomes 0.0.8.
      const older = text.replace(/^var gouji=/, 'var older=').replace(/SQTQS/g, 'SQSQ[');
      assert.notEqual(older.replace('var older=', 'var gouji='), text, 'the version was found');
      host.put('older.js', older);
      const body = '<div id="first" contenteditable="true" role="textbox" aria-label="一"></div><div id="second" contenteditable="true" role="textbox" aria-label="二"></div><gouji-check></gouji-check>';
      const { page, quiet, close } = await open('versions.html', hostPage(order.map((src) => `<script src="${src}"></script>`).join(''), body));
      const errors = await page.evaluate(async (html) => {
        const [first, second] = ['#first', '#second'].map((id) => document.querySelector(id));
        first.innerHTML = second.innerHTML = html;
        const both = [gouji.attach(first), older.attach(second)];
        await Promise.all(both.map((attached) => attached.open()));
        gouji.defineGoujiCheck();
        older.defineGoujiCheck();
        document.querySelector('gouji-check').check(html);
        const gates = [await gouji.gate(first), await older.gate(second), await gouji.gate(both[1])];
        return [...both.map(({ report }) => report.findings.length), ...gates.map((answer) => answer.errors)];
      }, wrongHtml.replace(/^[\s\S]*<body[^>]*>/, ''));
      assert.deepEqual(errors, [2, 2, 2, 2, 2]);
      await verdictIs(page, /有 2 处错误/);
      assert.deepEqual(await page.evaluate(() => [...document.querySelectorAll('.gouji-panel')].map(({ shadowRoot }) => shadowRoot.querySelectorAll('.finding').length)), [2, 2]);
      quiet();
      await close();
    });
  }
});

test('a property that was set before the script came is taken up', { timeout: 60_000 }, async () => {
  const { page, close } = await open('early.html', hostPage('', `${ELEMENT}<script>document.querySelector('gouji-check').language = 'en';</script><script src="${SCRIPT}"></script>`));
  await give(page, wrongHtml);
  await verdictIs(page, /2 errors/);
  assert.equal(await page.evaluate(() => document.querySelector('gouji-check').getAttribute('language')), 'en');
  await close();
});

test('without script the content of the element is read', { timeout: 60_000 }, async () => {
  const { page, close } = await open('plain.html', classic(), { javaScriptEnabled: false });
  assert.ok(await page.getByText('核对结果会出现在这里').isVisible());
  await close();
});

test('the styles of a host and of the element never meet', { timeout: 60_000 }, async () => {
  const HOSTILE = '<style>* { color: red !important; font-size: 40px !important; --ink: red; --paper: lime; } html { letter-spacing: 9px; text-align: right; line-height: 4; text-transform: uppercase; white-space: pre; font: italic bold 30px serif; } .verdict, table, button, input { display: none !important; }</style>';
  const looks = [];
  for (const style of ['', HOSTILE]) {
    const { page, close } = await open('styled.html', scripted(`${style}<p id="own">主机自己的字</p>${ELEMENT}`));
    await give(page, wrongHtml);
    await verdictIs(page, /有 2 处错误/);
    looks.push(await page.evaluate(() => [...document.querySelector('gouji-check').shadowRoot.querySelectorAll('.all, .all *')].map((element) => {
      const style = getComputedStyle(element);
      return [element.localName, element.className, ...['color', 'backgroundColor', 'fontSize', 'fontFamily', 'fontStyle', 'fontWeight', 'letterSpacing', 'lineHeight', 'textAlign', 'textTransform', 'whiteSpace', 'display'].map((name) => style[name])].join(' | ');
    })));
    const own = await page.evaluate(() => getComputedStyle(document.querySelector('#own')).color);
    assert.equal(own, style ? 'rgb(255, 0, 0)' : 'rgb(0, 0, 0)', 'the host keeps its own');
    await close();
  }
  assert.ok(looks[0].length > 500);
  assert.deepEqual(looks[1], looks[0]);
});

test('a host sets what it may: size, font, accent, parts', { timeout: 60_000 }, async () => {
  const style = '<style>gouji-check { --gouji-size: 20px; --gouji-font: monospace; --gouji-accent: rgb(120, 0, 80); } gouji-check::part(verdict) { border-radius: 0; }</style>';
  const { page, close } = await open('themed.html', scripted(`${style}${ELEMENT}`));
  await give(page, wrongHtml);
  await verdictIs(page, /有 2 处错误/);
  const set = await page.evaluate(() => {
    const look = (selector) => getComputedStyle(document.querySelector('gouji-check').shadowRoot.querySelector(selector));
    return [look('.all').fontSize, look('.all').fontFamily, look('.actions .primary').backgroundColor, look('.verdict').borderTopLeftRadius];
  });
  assert.deepEqual(set, ['20px', 'monospace', 'rgb(120, 0, 80)', '0px']);
  await close();
});

test('in a host page by keyboard alone', { timeout: 60_000 }, async () => {
  const { page, quiet, close } = await open('keys.html', scripted(`<button>保存</button>${ELEMENT}<button>发布</button>`));
  await give(page, wrongHtml);
  await verdictIs(page, /有 2 处错误/);
  await tabTo(page, /^保存$/);
  await tabTo(page, /^① 错误/);
  await page.keyboard.press('Enter');
  await page.waitForFunction(() => document.querySelector('gouji-check').shadowRoot.activeElement?.dataset.cell);
  await tabTo(page, /^采用建议：/, 'Shift+Tab').catch(() => tabTo(page, /^采用建议：/));
  await page.keyboard.press('Enter');
  await verdictIs(page, /^可以发布/);
  assert.equal(await focused(page), 't3.granted.natural');
  await tabTo(page, /^发布$/);
  quiet();
  await close();
});
