// The whole way through the page, recorded: it asks for its own files and for nothing else, opens no connection of any
// kind, and leaves nothing in the browser unless the person ticks it. Then the same with the network down. The page that
// tells officers how to repeat this (www/privacy.md) names this test.

import assert from 'node:assert/strict';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { after, before, describe, test } from 'node:test';

import { root } from '../../scripts/run.mjs';
import { serve } from '../../scripts/serve.mjs';
import { violations } from './support/axe.mjs';
import { dist, fullFile, launchChromium } from './support/browsers.mjs';
import { pdf } from './support/office.mjs';
import { cell, countPrints, dropFiles, pasteHtml, verdictIs } from './support/page.mjs';
import { NOTHING_LEFT, hostsOf, leftBehind, record } from './support/recorder.mjs';
import { docx, lastYearHtml, plainText, rightHtml, wordHtml, wrongHtml } from './support/reports.mjs';
import { zip } from './support/zip.mjs';

/** One of them is let stand on the first walk, and stays so on the second. */
const TWO_ERRORS = /有 [12] 处错误/;
const FIRST = ['', 'gouji-page.css', 'gouji-page.js', 'gouji-engine.js'];
const LATER = ['gouji-full-engine.js', 'gouji-rules.js', 'gouji-settings.js', 'gouji-last-year.js', 'gouji-area.js', 'gouji-many.js', 'gouji-sheet.js'];

let server, browser, folder, printed;
before(async () => {
  folder = mkdtempSync(path.join(tmpdir(), 'gouji-privacy-'));
  [server, browser] = await Promise.all([serve(dist), launchChromium()]);
  printed = await pdf(browser, wrongHtml);
});
after(async () => {
  await browser?.close();
  await server?.close();
  rmSync(folder, { recursive: true, force: true });
});

/** Everything that the page can do, as a person does it. */
async function wholeWay(page) {
  const another = () => page.getByRole('button', { name: '换一份' }).click();
  await page.getByRole('button', { name: '有一处填错的报告' }).click();
  await verdictIs(page, TWO_ERRORS);
  await another();
  await pasteHtml(page, wordHtml(wrongHtml), plainText(wrongHtml));
  await verdictIs(page, TWO_ERRORS);
  await page.locator('.finding').first().getByRole('button', { name: '规则说明' }).click();
  await page.locator('dialog[open] .example').first().waitFor();
  await page.keyboard.press('Escape');
  await cell(page, 't3.granted.natural').fill('21');
  await verdictIs(page, /^可以发布/);
  await cell(page, 't3.granted.natural').fill('12');
  await verdictIs(page, TWO_ERRORS);
  page.once('dialog', (dialog) => void dialog.accept());
  await dropFiles(page, [['年报.docx', docx(wrongHtml)]]);
  await page.locator('header .opened', { hasText: '年报.docx' }).waitFor();
  await verdictIs(page, TWO_ERRORS);
  await dropFiles(page, [['年报.pdf', printed]]);
  await page.locator('header .opened', { hasText: '年报.pdf' }).waitFor();
  await verdictIs(page, /./);

  await dropFiles(page, [['年报.html', Buffer.from(wrongHtml)]]);
  await page.locator('header .opened', { hasText: '年报.html' }).waitFor();
  await verdictIs(page, TWO_ERRORS);
  await dropFiles(page, [['去年.docx', docx(lastYearHtml)]], '.last');
  await page.locator('.last', { hasText: '去年.docx' }).waitFor();
  await page.locator('.given > summary').click();
  await page.getByLabel('公布日期（或').fill('2026-01-20');
  await page.locator('.finding').first().getByRole('button', { name: '说明理由，不再提示' }).click();
  await page.locator('#waive textarea').fill('台账如此');
  await page.locator('#waive button').first().click();
  await page.locator('.waived', { hasText: '台账如此' }).waitFor();
  await page.getByRole('button', { name: '复制修正后的表' }).first().click();

  await page.getByRole('button', { name: '校验单和申请去向图' }).click();
  await page.locator('#print').click();
  await page.waitForFunction(() => globalThis.prints > 0);
  await Promise.all([page.waitForEvent('download'), page.locator('#save').click()]);
  await page.locator('#flow .bar').first().waitFor();
  await page.getByRole('button', { name: '与下级单位的报告汇总核对' }).click();
  await page.locator('#area #files').setInputFiles([{ name: '甲局.html', mimeType: 'text/html', buffer: Buffer.from(rightHtml) }, { name: '乙局.html', mimeType: 'text/html', buffer: Buffer.from(rightHtml.replace(/某某局/g, '乙局')) }]);
  await page.locator('#area table').first().waitFor();
  await page.getByRole('button', { name: 'English' }).click();
  await page.getByRole('button', { name: '中文' }).click();

  await dropFiles(page, [['全市.zip', zip({ '甲局.docx': docx(wrongHtml), '乙局.pdf': printed, '丙局.html': rightHtml })]]);
  await page.locator('#done').filter({ hasText: /核对完成，共 3 份/ }).waitFor({ timeout: 30_000 });
  for (const id of ['csv', 'xlsx', 'letters', 'sheets']) await Promise.all([page.waitForEvent('download'), page.locator(`#many #${id}`).click()]);
  await page.getByRole('button', { name: '关闭列表' }).click();
  await page.locator('.drop').waitFor();
}

const open = async (address, options) => {
  const { context, noted } = await record(browser, options);
  await context.addInitScript(countPrints);
  const page = await context.newPage();
  await page.goto(address, { waitUntil: 'load' });
  await page.waitForSelector('.drop');
  return { context, page, noted };
};

/** Nothing but these requests, each once at most, and workers made of what is loaded. */
function assertPrivate(noted, requests, links) {
  const { workers, ...rest } = noted;
  assert.deepEqual({ ...rest, requests: [...noted.requests].sort() }, { requests: requests.map((url) => `GET ${url}`).sort(), calls: [], sockets: [], pages: ['about:blank'], links });
  assert.ok(workers.length > 0);
  assert.deepEqual(workers.filter((what) => !/^(Worker )?blob\b/.test(what)), []);
}

describe('recorded', { timeout: 180_000 }, () => {
  test('the site asks for its own files, sends nothing and leaves nothing; once loaded it needs no network', async () => {
    const own = await serve(dist);
    const { context, page, noted } = await open(own.address);
    await wholeWay(page);
    assertPrivate(noted, [...FIRST, ...LATER].map((name) => own.address + name), ['icon data:,', 'stylesheet gouji-page.css']);
    assert.deepEqual(own.requests.map((url) => url.slice(1)).sort(), [...FIRST, ...LATER].sort());
    assert.deepEqual(await leftBehind(page), NOTHING_LEFT);

    await context.setOffline(true);
    await own.close();
    const before = noted.requests.length;
    await wholeWay(page);
    assert.deepEqual(noted.requests.slice(before), []);
    assert.deepEqual([noted.calls, noted.sockets], [[], []]);
    assert.deepEqual(await leftBehind(page), NOTHING_LEFT);
    await context.close();
  });

  test('the single file needs no network at all', async () => {
    const { context, page, noted } = await open(fullFile, { offline: true });
    await wholeWay(page);
    assertPrivate(noted, [fullFile], ['icon data:,']);
    assert.deepEqual(await leftBehind(page), NOTHING_LEFT);
    await context.close();
  });

  test('only what is ticked is kept, under one name, and forgotten when it is told to', async () => {
    const { context, page, noted } = await open(server.address);
    await pasteHtml(page, wordHtml(wrongHtml), plainText(wrongHtml));
    await verdictIs(page, TWO_ERRORS);
    await page.locator('.given > summary').click();
    const box = page.getByLabel('记在本机浏览器');
    await box.check();
    assert.deepEqual(noted.calls.map((call) => call.split(' ').slice(0, 2).join(' ')), ['setItem gouji']);
    assert.deepEqual(Object.keys((await leftBehind(page)).local), ['gouji']);
    await box.uncheck();
    assert.deepEqual((await leftBehind(page)).local, {});
    await context.close();
  });

  test('the recorder notes what this is to rule out', async () => {
    const { context, noted } = await record(browser);
    const page = await context.newPage();
    await context.route('**/host.html', (route) => route.fulfill({ contentType: 'text/html', body: '<!doctype html><p>x' }));
    await page.goto(`${server.address}host.html`);
    await page.evaluate(async (address) => {
      const quiet = (run) => { try { return run(); } catch { return null; } };
      await fetch(`${address}?a`, { method: 'POST', body: 'x' }).catch(() => null);
      navigator.sendBeacon(`${address}?b`, 'x');
      quiet(() => new WebSocket(address.replace('http', 'ws')));
      quiet(() => new EventSource(`${address}?c`).close());
      quiet(() => new RTCPeerConnection());
      quiet(() => new Worker(`${address}gouji-many.js`));
      new XMLHttpRequest().open('GET', address);
      localStorage.setItem('x', '1');
      sessionStorage.setItem('x', '1');
      document.cookie = 'x=1';
      await new Promise((done) => (indexedDB.open('x').onsuccess = done));
      await caches.open('x');
      document.head.append(Object.assign(document.createElement('link'), { rel: 'dns-prefetch', href: '//canary.invalid' }));
      open('about:blank');
    }, server.address);
    const names = new Set(noted.calls.map((call) => call.split(' ')[0]));
    assert.deepEqual(['fetch', 'sendBeacon', 'WebSocket', 'EventSource', 'RTCPeerConnection', 'open', 'setItem', 'cookie'].filter((name) => !names.has(name)), []);
    assert.ok(noted.requests.some((request) => /^POST .*x$/.test(request)));
    assert.ok(noted.workers.some((what) => /http/.test(what)));
    assert.ok(noted.links.some((link) => link.startsWith('dns-prefetch')));
    const left = await leftBehind(page);
    assert.deepEqual([left.local, left.session, left.cookie, left.caches, left.databases.length, left.cookies.length], [{ x: '1' }, { x: '1' }, 'x=1', ['x'], 1, 1]);
    await context.close();
  });
});

test('the browser’s own log of the network names no host but this machine', { timeout: 60_000 }, async () => {
  const log = path.join(folder, 'alone.json');
  // Chromium asks its maker about the fields of any page, which is no doing of the page's (www/privacy.md says so).
  const alone = await launchChromium([`--log-net-log=${log}`, '--disable-features=AutofillServerCommunication']);
  const page = await alone.newPage();
  await page.goto(server.address, { waitUntil: 'load' });
  await page.addInitScript(countPrints);
  await page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
  await page.reload({ waitUntil: 'load' });
  await wholeWay(page);
  await alone.close();
  assert.deepEqual(hostsOf(log), ['localhost']);

  const sees = await launchChromium([`--log-net-log=${log}`]);
  const other = await sees.newPage();
  await other.route('**/host.html', (route) => route.fulfill({ contentType: 'text/html', body: '<!doctype html><img src="http://picture.invalid/x">' }));
  await Promise.all([other.waitForEvent('requestfailed'), other.goto(`${server.address}host.html`)]);
  await sees.close();
  assert.ok(hostsOf(log).includes('picture.invalid'), 'the log shows what a page asks for');
});

describe('the page for officers', { timeout: 60_000 }, () => {
  const policyOf = (name) => /http-equiv="Content-Security-Policy" content="([^"]*)"/.exec(readFileSync(path.join(dist, name), 'utf8'))[1].split('; ');

  test('it explains every directive of the policy, and no other, in both languages', () => {
    const page = readFileSync(path.join(root, 'www/privacy.md'), 'utf8');
    for (const part of page.split('\n## English')) {
      assert.deepEqual([...part.matchAll(/^\| `([^`]+)`/gm)].map(([, directive]) => directive), policyOf('index.html'));
      for (const name of [...LATER, 'gouji-plain-engine.js']) assert.ok(part.includes(name), name);
    }
    assert.deepEqual(policyOf('embed.html'), policyOf('index.html'));
    assert.deepEqual(policyOf('bookmark.html'), policyOf('index.html').map((directive) => directive.replace('trusted-types gouji', "trusted-types 'none'")));
    const bare = (name) => policyOf(name).map((directive) => directive.replace(/'(self|sha256-[^']*)' ?/g, '').trim());
    for (const name of ['gouji.html', 'gouji-full.html']) assert.deepEqual(bare(name), bare('index.html'));
  });

  test('no text of a person is given to spelling or translation on servers of others', async () => {
    for (const name of ['index.html', 'embed.html', 'gouji.html', 'gouji-full.html']) assert.match(readFileSync(path.join(dist, name), 'utf8'), /^<!doctype html>\n<html lang="zh-CN" spellcheck="false" translate="no">/, name);
    const { context, page } = await open(server.address);
    await pasteHtml(page, wordHtml(wrongHtml), plainText(wrongHtml));
    await verdictIs(page, TWO_ERRORS);
    await page.locator('.finding').first().getByRole('button', { name: '说明理由，不再提示' }).click();
    await page.locator('#waive textarea').waitFor();
    const fields = page.locator('input, textarea');
    assert.ok(await fields.count() > 100);
    assert.deepEqual(await fields.evaluateAll((all) => all.filter(({ spellcheck, type }) => spellcheck && /text/.test(type)).map(({ outerHTML }) => outerHTML.slice(0, 120))), []);
    await context.close();
  });

  test('the site leads there, and it runs nothing', async () => {
    const { context, page } = await open(server.address);
    await page.locator('.private a').click();
    await page.locator('h1', { hasText: '验证不联网' }).waitFor();
    assert.equal(await page.locator('script').count(), 0);
    assert.notEqual(await page.evaluate(() => getComputedStyle(document.querySelector('main')).maxWidth), 'none');
    assert.equal(await page.locator('#english h2').count() > 0, true);
    await page.setViewportSize({ width: 320, height: 700 });
    assert.ok(await page.evaluate(() => document.documentElement.scrollWidth <= 320), 'nothing is wider than the window');
    await context.close();
    const bare = await (await browser.newContext({ bypassCSP: true })).newPage();
    await bare.goto(`${server.address}privacy.html`);
    assert.deepEqual(await violations(bare), []);
    await bare.context().close();
  });
});
