// A file that needs more memory than the engine may get, in a Chromium whose WebAssembly grows to 16 MB at most: the page
// says of which file and what to do, the engine is replaced, nothing that a person did is lost, and the next check works.

import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';

import { serve } from '../../scripts/serve.mjs';
import { dist, launchChromium, singleFile } from './support/browsers.mjs';
import { cell, dropFiles, openPage, pasteHtml, verdictIs } from './support/page.mjs';
import { docx, lastYearHtml, plainText, rightHtml, wrongHtml } from './support/reports.mjs';

const LITTLE = 256; // pages of 64 KB
const NAME = '大报告.html';
const STOPPED = /核对这份内容时程序停止了，已重新启动。请换一种方式再试/;
const REPLACED = /核对程序刚才停了一次，已自动重新启动，您的修改都在/;
const CLEAN = /^可以发布/;
const TWO_ERRORS = /有 2 处错误/;

/** A report with a paragraph of four megabytes. */
const large = (html) => Buffer.from(html.replace('<p>', `<p>${'我们做好信息公开工作。'.repeat(130_000)}</p><p>`));

let server, usual, little;
before(async () => {
  server = await serve(dist);
  usual = await launchChromium();
  little = await launchChromium([`--js-flags=--wasm-max-mem-pages=${LITTLE}`]);
});
after(async () => {
  await Promise.all([usual?.close(), little?.close()]);
  await server?.close();
});

const says = (page, pattern, place = 'gouji-check') => page.waitForFunction(([source, place]) => {
  const { shadowRoot, textContent } = document.querySelector(place);
  return new RegExp(source).test((shadowRoot ?? { textContent }).textContent);
}, [pattern.source, place], { timeout: 20_000 });

test('where memory may grow, the file is read', { timeout: 60_000 }, async () => {
  const { page } = await openPage(usual, singleFile);
  await dropFiles(page, [[NAME, large(rightHtml)]]);
  await says(page, /可以发布/);
  await page.close();
});

for (const [from, address] of [['the site', () => server.address], ['the single file', () => singleFile]]) {
  describe(from, { timeout: 120_000 }, () => {
    test('the file is named with what to do, and the next one is checked', async () => {
      const { page, check } = await openPage(little, address());
      await dropFiles(page, [[NAME, large(wrongHtml)]]);
      await says(page, STOPPED);
      await says(page, REPLACED);
      assert.equal((await page.locator('.opened').innerText()).trim(), NAME);
      await pasteHtml(page, wrongHtml, plainText(wrongHtml));
      await verdictIs(page, TWO_ERRORS);
      await page.locator('.take').click();
      await verdictIs(page, CLEAN);
      await check();
      await page.close();
    });

    test('as last year\'s report: it is named there, and what was changed in this year\'s stays and is checked on', async () => {
      const { page, check } = await openPage(little, address());
      await pasteHtml(page, rightHtml, plainText(rightHtml));
      await verdictIs(page, CLEAN);
      await cell(page, 't3.new.natural').fill('46');
      await verdictIs(page, TWO_ERRORS);
      await dropFiles(page, [[NAME, large(lastYearHtml)]], '.last');
      await says(page, new RegExp(`${NAME}[^]*${STOPPED.source}`), '.last');
      await says(page, REPLACED);
      assert.equal(await cell(page, 't3.new.natural').inputValue(), '46');
      await verdictIs(page, TWO_ERRORS);
      await cell(page, 't3.new.natural').fill('45');
      await verdictIs(page, CLEAN);
      await check([/gouji-(last-year|full-engine)\.js$/]);
      await page.close();
    });

    test('among others: it alone is not read, and stands in the list with why', async () => {
      const { page, check } = await openPage(little, address());
      await dropFiles(page, [['一.html', Buffer.from(rightHtml)], [NAME, large(rightHtml)], ['二.docx', docx(wrongHtml)], ['三.html', Buffer.from(wrongHtml)]]);
      await page.locator('#done').filter({ hasText: '核对完成，共 4 份' }).waitFor();
      assert.deepEqual(await page.locator('#many .chip').allInnerTexts(), ['✕ 有错误 2', '– 读不了 1', '? 无法判断 0', '! 需要核对 0', '✓ 可以发布 1']);
      assert.match(await page.locator('#many .list tbody tr').filter({ hasText: NAME }).innerText(), /读不了.*读这个文件时核对程序意外终止，已自动重启并继续核对其余文件/s);
      await check([/gouji-(many|full-engine)\.js$/]);
      await page.close();
    });
  });
}

test('where there is too little even to start: the site goes on in plain JavaScript, the single file says what to do', { timeout: 60_000 }, async () => {
  const none = await launchChromium(['--js-flags=--wasm-max-mem-pages=10']);
  const site = await openPage(none, server.address);
  await pasteHtml(site.page, wrongHtml, plainText(wrongHtml));
  await verdictIs(site.page, TWO_ERRORS);
  const single = await openPage(none, singleFile);
  await pasteHtml(single.page, wrongHtml, plainText(wrongHtml));
  await says(single.page, /核对程序没有启动/);
  for (const { page } of [site, single]) assert.doesNotMatch(await page.locator('gouji-check').innerText(), /浏览器不允许后台线程/);
  await none.close();
});
