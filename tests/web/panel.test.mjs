// The panel that `attach` shows in a host's page: light or dark as the host is, nothing cut off, and the whole way by
// keyboard. What axe and the measures find in it stands in accessibility.test.mjs.

import assert from 'node:assert/strict';
import { describe, test } from 'node:test';

import { violations } from './support/axe.mjs';
import { examplesInBrowser, marks, openExample, panel, paste, verdictIs } from './support/editor.mjs';
import { focused, tabTo } from './support/page.mjs';
import { plainText, wordHtml, wrongHtml } from './support/reports.mjs';

const there = examplesInBrowser();

const WAYS = {
  'a wide window': {},
  // What a window of 1400 px shows at this zoom.
  '200 % zoom': { width: 700, height: 430, deviceScaleFactor: 2 },
  '320 px': { width: 320, height: 640 },
};

async function opened({ width, height, ...context }, name = 'contenteditable') {
  const own = await there.browser.newContext(context);
  const { page, seen } = await openExample(own, `${there.server.address}${name}.html`, { width, height });
  return { page, seen, close: () => own.close() };
}

async function found(page, html = wrongHtml) {
  await paste(page, wordHtml(html), plainText(html));
  await page.locator('.gouji-button').click();
}

/** What the panel's own edges cut off, and what sticks out of the window. */
const cutOff = (page) => page.evaluate(() => {
  const frame = document.querySelector('.gouji-panel').shadowRoot.querySelector('.frame');
  const box = frame.getBoundingClientRect();
  const out = box.left < 0 || box.right > innerWidth + 0.5 ? ['the panel itself'] : [];
  const wide = [...frame.querySelectorAll('*')].filter((element) => {
    const { right, left, width } = element.getBoundingClientRect();
    // What is for readers of the screen only has one pixel, and the terms of a sum may scroll in their own line.
    return width > 1 && (right > box.right + 0.5 || left < box.left - 0.5) && !element.closest('.terms');
  });
  return [...out, ...wide.map((element) => `${element.localName}.${element.className}`)];
});

describe('light or dark', { timeout: 120_000 }, () => {
  /** How a host looks, and whether the panel is dark then on a light and on a dark system. */
  const HOSTS = {
    'that says nothing and has no ground': ['', false, false],
    'that is dark by its ground': ['html { background: #111; color: #eee; }', true, true],
    'that declares to be light': [':root { color-scheme: light; background: #111; color: #eee; }', false, false],
    'that declares to be dark': [':root { color-scheme: dark; }', true, true],
    'that follows the system': [':root { color-scheme: light dark; }', false, true],
  };
  for (const [what, [style, onLight, onDark]] of Object.entries(HOSTS)) {
    test(`a host ${what}`, async () => {
      for (const [colorScheme, dark] of [['light', onLight], ['dark', onDark]]) {
        const { page, close } = await opened({ colorScheme });
        await dress(page, style);
        await found(page);
        await verdictIs(page, /有 2 处错误/);
        assert.equal(await isPanelDark(page), dark, `on a ${colorScheme} system`);
        assert.deepEqual(await violations(page), []);
        await close();
      }
    });
  }

  test('a host that is switched while the panel is open', async () => {
    const { page, close } = await opened({});
    await dress(page, '');
    await found(page);
    await verdictIs(page, /有 2 处错误/);
    for (const dark of [true, false]) {
      await dress(page, dark ? ':root { color-scheme: dark; }' : '');
      await page.waitForFunction((dark) => dark === (getComputedStyle(document.querySelector('.gouji-panel').shadowRoot.querySelector('.frame')).colorScheme === 'dark'), dark);
      assert.equal(await isPanelDark(page), dark);
    }
    await close();
  });

  /** Without the looks of the example itself. */
  const dress = (page, style) => page.evaluate((style) => {
    for (const sheet of document.querySelectorAll('link[rel="stylesheet"], style')) sheet.remove();
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(style);
    document.adoptedStyleSheets = [sheet];
  }, style);
  const isPanelDark = (page) => page.evaluate(() => {
    const [red] = getComputedStyle(document.querySelector('.gouji-panel').shadowRoot.querySelector('.frame')).backgroundColor.match(/\d+/g).map(Number);
    return red < 128;
  });
});

describe('nothing is cut off', { timeout: 120_000 }, () => {
  for (const [way, context] of Object.entries(WAYS)) {
    test(way, async () => {
      const { page, close } = await opened(context);
      await found(page);
      await verdictIs(page, /有 2 处错误/);
      assert.deepEqual(await cutOff(page), []);
      await panel(page, '.finding .do button').first().click();
      await page.waitForFunction(() => globalThis.marks().some(({ sign }) => sign === '①'));
      assert.deepEqual(await cutOff(page), [], 'beside the cell that is looked at');
      await close();
    });
  }
});

test('in a window without room the panel goes to the other side of the cell', { timeout: 60_000 }, async () => {
  const { page, close } = await opened({ width: 1000, height: 700 });
  await found(page);
  await verdictIs(page, /有 2 处错误/);
  const sides = [];
  // The first finding is a total at the right of the table, the last term of its sum stands left.
  for (const [what, sign] of [['24', '①'], ['12', '→ 21']]) {
    await panel(page, '.term').filter({ hasText: what }).first().click();
    await page.waitForFunction((sign) => globalThis.marks().some((mark) => mark.sign === sign), sign);
    sides.push(await page.evaluate(() => document.querySelector('.gouji-panel').shadowRoot.querySelector('.frame').getBoundingClientRect().left === 0));
  }
  assert.deepEqual(sides, [true, false]);
  await close();
});

test('by keyboard alone', { timeout: 60_000 }, async () => {
  const { page, close } = await opened({});
  const { keyboard } = page;
  await paste(page, wordHtml(wrongHtml), plainText(wrongHtml));
  await page.evaluate(() => document.activeElement.blur());

  await tabTo(page, /^年报校验$/);
  await keyboard.press('Enter');
  await verdictIs(page, /有 2 处错误/);
  assert.match(await focused(page), /^年报校验/, 'the focus is in the panel');
  assert.ok(await inPanel(page));

  await tabTo(page, /^① 错误/);
  await keyboard.press('ArrowDown');
  assert.match(await focused(page), /^② 错误/);
  await keyboard.press('Home');
  assert.match(await focused(page), /^① 错误/);
  await tabTo(page, /^规则说明/);
  await keyboard.press('Enter');
  await panel(page, 'dialog[open] h2').waitFor();
  await keyboard.press('Escape');
  await panel(page, 'dialog[open]').waitFor({ state: 'detached' });
  assert.match(await focused(page), /^规则说明/, 'back from the rule');

  // To the cell, and from there back into the panel and out of it.
  await tabTo(page, /^定位/, 'Shift+Tab');
  await keyboard.press('Enter');
  assert.equal(await caretCell(page), '24');
  await tabTo(page, /^采用 21/);
  await keyboard.press('Enter');
  await verdictIs(page, /^可以发布/);
  assert.equal(await caretCell(page), '21', 'the caret is in the cell that was changed');
  await keyboard.press('Control+z');
  await verdictIs(page, /有 2 处错误/);

  await tabTo(page, /^年报校验$/, 'Shift+Tab');
  await keyboard.press('Enter');
  assert.ok(await inPanel(page));
  await tabTo(page, /^关闭$/);
  await keyboard.press('Enter');
  await panel(page, '.frame').waitFor({ state: 'detached' });
  assert.equal(await focused(page), '年报校验', 'the focus is where it was');
  assert.deepEqual(await marks(page), []);

  await keyboard.press('Enter');
  await verdictIs(page, /有 2 处错误/);
  await keyboard.press('Escape');
  await panel(page, '.frame').waitFor({ state: 'detached' });
  assert.equal(await focused(page), '年报校验');
  await close();
});

const inPanel = (page) => page.evaluate(() => document.activeElement.className === 'gouji-panel');
const caretCell = (page) => page.evaluate(() => getSelection().anchorNode?.parentElement.closest('td')?.textContent.trim());
