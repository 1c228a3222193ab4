// Nobody is left out: axe finds nothing in any state of the page, in light and dark, and the whole way works by keyboard.

import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';

import { violations } from './support/axe.mjs';
import { launchChromium, singleFile } from './support/browsers.mjs';
import { cell, dropFiles, focused, openPage, pasteHtml, readClipboard, tabTo, verdictIs } from './support/page.mjs';
import { lastYearHtml, plainText, wordHtml, wrongHtml } from './support/reports.mjs';

let browser;
before(async () => (browser = await launchChromium()));
after(() => browser?.close());

const wrong = async (page) => {
  await pasteHtml(page, wordHtml(wrongHtml), plainText(wrongHtml));
  await verdictIs(page, /有 2 处错误/);
};

/** States of the page, by what brings it there. */
const STATES = {
  'the empty page': async () => {},
  'a page with findings': wrong,
  'cells in every state': async (page) => {
    await wrong(page);
    for (const [name, text] of [['t3.denied.law.legal', ''], ['t3.denied.law.other', 'O'], ['t3.denied.law.research', '/'], ['t3.total.total', '4999']]) {
      await cell(page, name).fill(text);
    }
    await page.waitForSelector('td.is-unreadable');
  },
  'table 4 with alternatives': async (page) => {
    await wrong(page);
    await page.getByRole('tab', { name: /表四/ }).click();
    await cell(page, 't4.review.total').fill('9');
    await verdictIs(page, /有 3 处错误/);
  },
  'the checklist': async (page) => {
    await wrong(page);
    await page.getByRole('tab', { name: '核对清单' }).click();
  },
  'the day of publication': async (page) => {
    await wrong(page);
    // The table with few rows: none lies half under the sum at the foot of the window, where it would be scrolled to.
    await page.getByRole('tab', { name: /表四/ }).click();
    await page.locator('.given > summary').click();
    await page.locator('.given input[type="date"]').first().waitFor();
  },
  'last year’s report': async (page) => {
    await dropFiles(page, [['去年.html', Buffer.from(lastYearHtml)]], '.last');
    await page.locator('.last [role="status"]').filter({ hasText: '已放好' }).waitFor();
  },
  'a reason asked for': async (page) => {
    await wrong(page);
    await page.getByRole('button', { name: '说明理由，不再提示' }).first().click();
  },
  'how to verify': (page) => page.getByRole('button', { name: '如何验证' }).click(),
  'the page of a rule': async (page) => {
    await wrong(page);
    await page.getByRole('button', { name: '规则说明' }).first().click();
  },
  'a refusal': async (page) => {
    await pasteHtml(page, '', '%PDF-1.7 nothing else');
    await page.waitForSelector('.verdict');
  },
};

describe('axe finds nothing', { timeout: 120_000 }, () => {
  for (const [state, bring] of Object.entries(STATES)) {
    for (const scheme of ['light', 'dark']) {
      test(`${state}, ${scheme}`, async () => {
        // High enough that nothing lies under what sticks to the edges of the window.
        const { page } = await openPage(browser, singleFile, { height: 1500 });
        await page.emulateMedia({ colorScheme: scheme });
        await bring(page);
        assert.deepEqual(await violations(page), []);
        await page.close();
      });
    }
  }

  for (const [width, large] of [[1024, true], [320, false]]) {
    test(`findings at ${width} px${large ? ' in large type' : ''}`, async () => {
      const { page } = await openPage(browser, singleFile, { width });
      if (large) await page.getByRole('button', { name: '大字' }).click();
      await wrong(page);
      assert.deepEqual(await violations(page), []);
      const sideways = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
      assert.ok(sideways <= 0, `the page itself scrolls sideways by ${sideways} px`);
      await page.close();
    });
  }
});

test('the whole way by keyboard alone', { timeout: 60_000 }, async () => {
  const { page, check } = await openPage(browser, singleFile);
  const { keyboard } = page;
  await tabTo(page, /^有一处填错的报告/);
  await keyboard.press('Enter');
  await verdictIs(page, /有 2 处错误/);
  assert.match(await focused(page), /^有 2 处错误/);

  // From the verdict over filters, buttons, tabs and the table to the findings.
  await tabTo(page, /^② 错误/);
  await keyboard.press('ArrowUp');
  assert.match(await focused(page), /^① 错误/);
  await keyboard.press('Enter');
  await page.waitForFunction(() => document.querySelector('gouji-check').shadowRoot.activeElement?.dataset.cell);
  const subject = await focused(page);
  assert.ok(['t3.granted.total', 't3.total.natural'].includes(subject), subject);

  // The arrows move; a figure typed is checked; Escape puts it back.
  await keyboard.press('ArrowUp');
  assert.notEqual(await focused(page), subject);
  await keyboard.press('Enter');
  assert.equal(await focused(page), subject);
  await keyboard.type('99');
  await page.waitForSelector('td.edited');
  await keyboard.press('Escape');
  await page.waitForSelector('td.edited', { state: 'detached' });

  // The proposal in the cell, then the copy.
  await tabTo(page, /^采用建议：/, 'Shift+Tab').catch(() => tabTo(page, /^采用建议：/));
  await keyboard.press('Enter');
  await verdictIs(page, /^可以发布/);
  assert.equal(await focused(page), 't3.granted.natural');
  await tabTo(page, /^复制修正后的表三/, 'Shift+Tab');
  await keyboard.press('Enter');
  await page.waitForSelector('text=已复制表三');
  assert.match((await readClipboard(page)).text, /（一）予以公开\t\t21\t/);
  await tabTo(page, /^撤销/, 'Shift+Tab');
  await keyboard.press('Enter');
  await verdictIs(page, /有 2 处错误/);
  await check();
  await page.close();
});

test('an edit that changes the verdict is announced', { timeout: 60_000 }, async () => {
  const { page } = await openPage(browser, singleFile);
  await wrong(page);
  await cell(page, 't3.granted.natural').fill('21');
  await verdictIs(page, /^可以发布/);
  const said = await page.evaluate(() => document.querySelector('gouji-check').shadowRoot.querySelector('.hidden[role="status"]').textContent);
  assert.match(said, /^可以发布/);
  await page.close();
});
