// Files of every kind, dropped on the page: what the first engine has no reader for comes with a module from beside the
// page, once; nothing else is asked for, and nobody is left without words.

import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { after, before, describe, test } from 'node:test';

import { serve } from '../../scripts/serve.mjs';
import { dist, fullFile, launchChromium, launchFirefox, singleFile, watchedPage } from './support/browsers.mjs';
import { ofd, pdf, xlsx } from './support/office.mjs';
import { dropFiles, openPage, verdictIs } from './support/page.mjs';
import { docx, wrongHtml } from './support/reports.mjs';

const MODULE = 'gouji-full-engine.js';
const TWO_ERRORS = /有 2 处错误/;
const siteFile = `file://${path.join(dist, 'index.html')}`;

let server, chromium;
/** Names with bytes, and where the page must say that the first finding stands. */
let files;
before(async () => {
  server = await serve(dist);
  chromium = await launchChromium();
  files = {
    '年报.html': { bytes: Buffer.from(wrongHtml), place: /^位置：第 2 个表格第 6 行第 10 列/ },
    '年报.docx': { bytes: docx(wrongHtml), place: /^位置：第 2 个表格第 6 行第 9 格/ },
    '年报.pdf': { bytes: await pdf(chromium, wrongHtml), place: /^位置：第 2 页/ },
    '年报.ofd': { bytes: ofd(wrongHtml), place: /^位置：第 1 页/ },
    '年报.xlsx': { bytes: xlsx(wrongHtml), place: /^位置：\S+![A-Z]\d+/ },
    '年报.xls': { bytes: saved('report.xls'), place: /^位置：\S+![A-Z]\d+/ },
    '年报.doc': { bytes: saved('report.doc'), place: /^位置：第 2 个表格第 6 行第 9 格/ },
  };
});
after(async () => {
  await chromium?.close();
  await server?.close();
});

/** The same report as LibreOffice saved it out of its HTML. */
function saved(name) {
  return readFileSync(new URL(`./fixtures/${name}`, import.meta.url));
}

/** Drops a file on the page of any browser, and gives what the page says of it at last. */
async function said(page, name) {
  await dropFiles(page, [[name, files[name].bytes]]);
  return page.evaluate(untilSaid);
}

/** Drops every file, one after the other, and looks what was said and asked for, where the browser tells. */
async function readsAll(browser, address, names, asked) {
  const { page, seen } = await watchedPage(browser);
  await page.goto(address, { waitUntil: 'load' });
  const loaded = seen.requests.length;
  for (const name of names) {
    const { verdict, places } = await said(page, name);
    assert.match(verdict, TWO_ERRORS, name);
    assert.match(places[0], files[name].place, name);
  }
  if (asked) assert.deepEqual(seen.requests.slice(loaded), asked.map((file) => new URL(file, address).href));
  assert.deepEqual([seen.violations, seen.errors], [[], []]);
  await page.close();
}

for (const [name, launch] of [['Chromium', launchChromium], ['Firefox', launchFirefox]]) {
  describe(name, { timeout: 120_000 }, () => {
    let browser;
    before(async () => (browser = await launch()));
    after(() => browser?.close());

    test('the site loads the module for the first file that needs it', () => readsAll(browser, server.address, Object.keys(files), [MODULE]));
    // Firefox tells nothing about files.
    test('so does the site from a folder', () => readsAll(browser, siteFile, Object.keys(files), name === 'Firefox' ? null : [MODULE]));
    test('gouji-full.html reads every kind by itself', () => readsAll(browser, fullFile, Object.keys(files), []));
    test('gouji.html reads what most drafts are', () => readsAll(browser, singleFile, ['年报.html', '年报.docx', '年报.ofd', '年报.xlsx'], []));

    test('gouji.html says of the others what to do', async () => {
      const { page, seen } = await watchedPage(browser);
      await page.goto(singleFile, { waitUntil: 'load' });
      const loaded = seen.requests.length;
      const { verdict, why } = await said(page, '年报.pdf');
      assert.match(verdict, /没有读出内容/);
      assert.match(why, /PDF.*gouji-full\.html.*粘贴/);
      assert.deepEqual(seen.requests.slice(loaded), []);
      await page.close();
    });
  });
}

describe('while the module is on its way', { timeout: 60_000 }, () => {
  /** The page with a module that comes when the test lets it; `asked` counts how often it was. */
  async function held() {
    let release;
    const released = new Promise((resolve) => (release = resolve));
    const { page } = await openPage(chromium, server.address);
    const asked = [];
    await page.route(`**/${MODULE}`, async (route) => {
      asked.push(route.request().url());
      await released;
      await route.continue();
    });
    return { page, asked, release };
  }
  const drop = (page, name) => dropFiles(page, [[name, files[name].bytes]]);

  test('the page says so, then reads; the second file needs no load', async () => {
    const { page, asked, release } = await held();
    await drop(page, '年报.pdf');
    await page.waitForSelector('.busy:has-text("正在载入这种文件的读取模块")');
    assert.ok(await page.locator('.busy progress').isVisible());
    assert.match(await page.locator('.hidden[role="status"]').textContent(), /正在载入/, 'said to those who do not see it');
    await page.getByRole('button', { name: 'English' }).click();
    await page.waitForSelector('.busy:has-text("Loading the module")');
    await page.getByRole('button', { name: '中文' }).click();
    release();
    await verdictIs(page, TWO_ERRORS);
    assert.equal(await page.locator('.busy').count(), 0);
    await drop(page, '年报.ofd');
    await page.waitForSelector('.opened:has-text("年报.ofd")');
    await verdictIs(page, TWO_ERRORS);
    assert.equal(asked.length, 1);
    await page.close();
  });

  test('the person can leave it, and what has come is used later', async () => {
    const { page, asked, release } = await held();
    await drop(page, '年报.pdf');
    await page.waitForSelector('.busy');
    await page.getByRole('button', { name: '取消' }).click();
    await page.waitForSelector('.busy', { state: 'detached' });
    assert.ok(await page.locator('.drop').isVisible());
    // What needs no module goes on.
    await drop(page, '年报.html');
    await verdictIs(page, TWO_ERRORS);
    release();
    await drop(page, '年报.pdf');
    await page.waitForSelector('.opened:has-text("年报.pdf")');
    await verdictIs(page, TWO_ERRORS);
    assert.equal(asked.length, 1);
    await page.close();
  });
});

describe('files that do not stand beside the page', { timeout: 60_000 }, () => {
  test('without the module the page says what to do, and tries again', async () => {
    const { page } = await openPage(chromium, server.address);
    await page.route(`**/${MODULE}`, (route) => route.fulfill({ status: 404 }));
    const { verdict, why } = await said(page, '年报.pdf');
    assert.match(verdict, /没有读出内容/);
    assert.match(why, /gouji-full-engine\.js.*gouji-full\.html.*粘贴/);
    assert.match((await said(page, '年报.html')).verdict, TWO_ERRORS, 'the first engine goes on');
    await page.unroute(`**/${MODULE}`);
    assert.match((await said(page, '年报.pdf')).verdict, TWO_ERRORS);
    await page.close();
  });

  test('the page of a rule comes when it is opened, or says that it did not', async () => {
    const { page } = await openPage(chromium, server.address);
    await dropFiles(page, [['年报.docx', files['年报.docx'].bytes]]);
    await verdictIs(page, TWO_ERRORS);
    const open = async () => {
      await page.getByRole('button', { name: '规则说明' }).first().click();
      await page.waitForSelector('dialog[open] p:nth-of-type(2)');
      const text = await page.locator('dialog[open]').textContent();
      await page.keyboard.press('Escape');
      return text;
    };
    await page.route('**/gouji-rules.js', (route) => route.fulfill({ status: 404 }));
    assert.match(await open(), /gouji-rules\.js/);
    await page.unroute('**/gouji-rules.js');
    assert.match(await open(), /依据/);
    await page.close();
  });
});

/** Runs in the page: waits for the verdict of the newest source, takes it down, and opens an empty page again. */
async function untilSaid() {
  const { shadowRoot } = document.querySelector('gouji-check');
  const verdict = () => shadowRoot.querySelector('#verdict');
  for (let i = 0; i < 400 && !verdict(); i++) await new Promise((resolve) => setTimeout(resolve, 25));
  const texts = (selector) => [...shadowRoot.querySelectorAll(selector)].map((element) => element.textContent.replace(/\s+/g, ' ').trim());
  const said = { verdict: texts('#verdict')[0], why: texts('.verdict p')[0], places: texts('.finding').map((text) => text.match(/位置：\S.*?(?= |$)[^依怎]*/)?.[0] ?? '') };
  [...document.querySelectorAll('header nav button')].find((button) => button.textContent.trim() === '换一份').click();
  for (let i = 0; i < 100 && verdict(); i++) await new Promise((resolve) => setTimeout(resolve, 25));
  return said;
}
