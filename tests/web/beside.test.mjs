// What stands beside the tables: what was checked, the pages of the rules, the day of publication, settings, and what is
// let stand.

import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { after, before, describe, test } from 'node:test';

import { serve } from '../../scripts/serve.mjs';
import { violations } from './support/axe.mjs';
import { dist, launchChromium, singleFile, watchedPage } from './support/browsers.mjs';
import { cell, focused, openPage, pasteHtml, tabTo, verdictIs } from './support/page.mjs';
import { plainText, rightHtml, wordHtml, wrongHtml } from './support/reports.mjs';

const CLEAN = /^可以发布/;
const rulePages = readdirSync(path.join(dist, 'rules')).filter((name) => name.endsWith('.html'));

let server;
let browser;
before(async () => {
  server = await serve(dist);
  browser = await launchChromium();
});
after(async () => {
  await browser?.close();
  await server?.close();
});

const open = async (page) => {
  await pasteHtml(page, wordHtml(rightHtml), plainText(rightHtml));
  await verdictIs(page, CLEAN);
};

describe('what was checked', { timeout: 60_000 }, () => {
  test('every rule of the book is listed with its outcome, by group', async () => {
    const { page, check } = await openPage(browser, singleFile);
    await open(page);
    await tabTo(page, /^核对清单（\d+ 条规则）/);
    await page.keyboard.press('Enter');
    assert.match(await focused(page), /^核对清单$/);
    const listed = await page.locator('table.checks tbody code').allTextContents();
    assert.deepEqual(listed.map((id) => `${id}.html`).sort(), rulePages.filter((name) => name !== 'index.html').sort());
    const groups = await page.locator('table.checks th.family').allTextContents();
    assert.ok(groups.includes('勾稽关系') && groups.includes('残留内容') && !groups.includes('其他'), groups.join());
    const silent = await page.locator('table.checks tbody tr:not(:has(.family)):not(:has(.outcome))').count();
    assert.equal(silent, 0, 'no rule is without an outcome');
    await check();
    await page.close();
  });
});

describe('the pages of the rules', { timeout: 120_000 }, () => {
  test('each is styled, runs nothing, and has no fault that axe finds', async () => {
    const { page, seen } = await watchedPage(browser);
    for (const name of ['index.html', 'sum-balance.html', 'date-late.html']) {
      await page.goto(`${server.address}rules/${name}`, { waitUntil: 'load' });
      assert.equal(await page.locator('script').count(), 0);
      assert.notEqual(await page.evaluate(() => getComputedStyle(document.querySelector('main')).maxWidth), 'none');
    }
    assert.deepEqual(seen.violations, []);
    assert.deepEqual(seen.errors, []);
    await page.close();
    // axe is a script, which the policy of the pages refuses.
    const bare = await (await browser.newContext({ bypassCSP: true })).newPage();
    for (const scheme of ['light', 'dark']) {
      await bare.emulateMedia({ colorScheme: scheme });
      for (const name of ['index.html', 'sum-balance.html']) {
        await bare.goto(`${server.address}rules/${name}`);
        assert.deepEqual(await violations(bare), [], `${name}, ${scheme}`);
      }
    }
    await bare.context().close();
  });

  test('the index names every one, each in both languages', async () => {
    const { page } = await watchedPage(browser);
    await page.goto(`${server.address}rules/index.html`);
    const links = await page.locator('table a').evaluateAll((all) => all.map((a) => a.getAttribute('href')));
    assert.deepEqual([...links, 'index.html'].sort(), [...rulePages].sort());
    for (const name of links) {
      await page.goto(`${server.address}rules/${name}`);
      assert.match(await page.locator('h1').textContent(), /[\u4e00-\u9fff]/);
      assert.ok(await page.locator('#english h2').textContent(), `${name} says it in English`);
      assert.ok(await page.locator('.example').count() > 0, `${name} has an example`);
    }
    await page.close();
  });

  test('the window of a rule leads there on the site, and not out of the single file', async () => {
    for (const [address, links] of [[server.address, 1], [singleFile, 0]]) {
      const { page } = await openPage(browser, address);
      await open(page);
      await page.getByRole('button', { name: /^核对清单（/ }).click();
      await page.locator('table.checks button.link').first().click();
      await page.waitForSelector('dialog[open] h2:not([id])');
      const link = page.locator('dialog[open] a');
      assert.equal(await link.count(), links);
      if (links) assert.match(await link.getAttribute('href'), /\/rules\/sum-balance\.html$/);
      await page.close();
    }
  });
});

describe('the day of publication', { timeout: 60_000 }, () => {
  test('it is checked against the Regulation, then against a deadline of one’s own', async () => {
    const { page, check } = await openPage(browser, singleFile);
    await open(page);
    await page.locator('.given > summary').click();
    const [published, deadline] = [page.getByLabel('公布日期（或'), page.getByLabel('本地期限')];
    await published.fill('2026-02-20');
    await verdictIs(page, /处错误/);
    assert.match(await page.locator('.finding').first().textContent(), /2026-02-20/);
    assert.match(await page.locator('.given > summary').textContent(), /公布日期 2026-02-20/);
    await published.fill('2026-01-20');
    await verdictIs(page, CLEAN);
    await deadline.fill('2026-01-15');
    await verdictIs(page, /处需要核对|处错误/);
    await deadline.fill('');
    await verdictIs(page, CLEAN);
    assert.deepEqual(await violations(page), []);
    await check();

    // The next report is another one: its day is not that of this one.
    await page.getByRole('button', { name: '换一份' }).click();
    await open(page);
    assert.match(await page.locator('.given > summary').textContent(), /没有填/);
    await page.close();
  });
});

const WAIVE = '说明理由，不再提示';
const openWrong = async (page) => {
  await pasteHtml(page, wordHtml(wrongHtml), plainText(wrongHtml));
  await verdictIs(page, /有 2 处错误/);
};

/** By keyboard: the first finding is let stand. */
const waiveFirst = async (page, reason) => {
  await page.locator('.finding .do button').filter({ hasText: WAIVE }).first().focus();
  await page.keyboard.press('Enter');
  await page.waitForSelector('dialog#waive[open]');
  await page.locator('#waive textarea').focus();
  await page.keyboard.type(reason);
  await page.keyboard.press('Tab');
  await page.keyboard.press('Enter');
};

describe('what is let stand', { timeout: 120_000 }, () => {
  test('a reason by keyboard, the list, the values that change, the way back', async () => {
    const { page, check } = await openPage(browser, singleFile);
    await openWrong(page);
    await page.getByRole('button', { name: WAIVE }).first().click();
    await page.waitForSelector('dialog#waive[open]');
    assert.deepEqual(await violations(page), []);
    await page.keyboard.press('Escape');
    await page.waitForSelector('dialog#waive[open]', { state: 'detached' });
    await verdictIs(page, /有 2 处错误/);

    await waiveFirst(page, '已核对台账');
    await verdictIs(page, /有 1 处错误/);
    assert.match(await focused(page), /^有/, 'the verdict has the focus');
    await waiveFirst(page, '已说明');
    await verdictIs(page, CLEAN);
    assert.match(await page.locator('.verdict').textContent(), /另有 2 处已说明理由/);
    assert.equal(await page.locator('.waived li').count(), 2);
    assert.match(await page.locator('.waived').textContent(), /已核对台账/);
    assert.deepEqual(await violations(page), []);

    // An edit elsewhere leaves them; one of their figures does not.
    await page.getByRole('tab', { name: /表四/ }).click();
    await cell(page, 't4.review.upheld').fill('7');
    await verdictIs(page, /有 1 处错误/);
    await page.getByRole('button', { name: '撤销' }).click();
    await verdictIs(page, CLEAN);
    await page.getByRole('tab', { name: /表三/ }).click();
    await cell(page, 't3.granted.natural').fill('13');
    await verdictIs(page, /有 2 处错误/);
    assert.match(await page.locator('.waived h3').textContent(), /失效的说明/);
    await page.getByRole('button', { name: '撤销' }).click();
    await verdictIs(page, CLEAN);
    await page.getByRole('button', { name: '恢复提示' }).first().click();
    await verdictIs(page, /有 1 处错误/);
    await check();
    await page.close();
  });

  test('exported, imported again; a file that is none is refused', async () => {
    const { page } = await openPage(browser, singleFile);
    await openWrong(page);
    await waiveFirst(page, '已核对台账');
    await verdictIs(page, /有 1 处错误/);
    await page.locator('.given > summary').click();
    const [download] = await Promise.all([page.waitForEvent('download'), page.getByRole('button', { name: '导出已说明的' }).click()]);
    const file = readFileSync(await download.path());
    const { schema, waivers } = JSON.parse(file);
    assert.equal(schema, 1);
    assert.deepEqual(waivers.map(({ reason, year }) => [reason, year]), [['已核对台账', 2025]]);
    await page.close();

    const { page: other } = await openPage(browser, singleFile);
    await openWrong(other);
    await other.locator('.given > summary').click();
    const field = other.locator('.given input[type="file"]');
    await field.setInputFiles({ name: 'x.json', mimeType: 'application/json', buffer: Buffer.from('{"waivers":[1]}') });
    await other.waitForSelector('text=这个文件不是导出的说明');
    await field.setInputFiles({ name: 'w.json', mimeType: 'application/json', buffer: file });
    await verdictIs(other, /有 1 处错误/);
    await other.close();
  });

  test('a rule switched off is not checked, and says so', async () => {
    const { page } = await openPage(browser, singleFile);
    await openWrong(page);
    await page.locator('.given > summary').click();
    await page.locator('.given details summary').click();
    assert.deepEqual(await violations(page), []);
    for (const rule of await page.locator('.switches select').all()) {
      if (/总计/.test(await rule.evaluate((one) => one.closest('label').textContent))) await rule.selectOption('off');
    }
    await verdictIs(page, /无法判断/);
    await page.getByRole('button', { name: /^核对清单（/ }).click();
    assert.match(await page.locator('table.checks').textContent(), /设置中关闭了这条规则，没有核对/);
    await page.close();
  });

  test('nothing is kept in the browser unless it is asked for, and it can be forgotten', async () => {
    const { page } = await openPage(browser, server.address);
    const kept = () => page.evaluate(() => Object.entries(localStorage));
    await openWrong(page);
    await waiveFirst(page, '已核对台账');
    await verdictIs(page, /有 1 处错误/);
    assert.deepEqual(await kept(), []);
    await page.locator('.given > summary').click();
    await page.getByLabel('记在本机浏览器').check();
    assert.equal((await kept()).length, 1);
    // Another version knew other rules.
    await page.evaluate(() => localStorage.setItem('gouji', JSON.stringify({ ...JSON.parse(localStorage.getItem('gouji')), rules: { 'sum-gone': 'off', 'sum-row': 7 } })));
    await page.reload({ waitUntil: 'load' });
    await page.waitForSelector('.drop');
    await pasteHtml(page, wordHtml(wrongHtml), plainText(wrongHtml));
    await verdictIs(page, /有 1 处错误/);
    await page.locator('.given > summary').click();
    await page.getByRole('button', { name: '清除记住的' }).click();
    assert.deepEqual(await kept(), []);
    await page.close();
  });
});
