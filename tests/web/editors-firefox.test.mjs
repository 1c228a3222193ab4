// The editors that offices use in Firefox: the way of tests/web/editors.test.mjs, shortened. The paste is a real one.

import assert from 'node:assert/strict';
import { test } from 'node:test';

import { launchFirefox } from './support/browsers.mjs';
import { examplesInBrowser, inPage } from './support/editor.mjs';
import { plainText, wordHtml, wrongHtml } from './support/reports.mjs';

const ROW = '（一）予以公开';
const TEXTS = (html) => html.replace(/<[^>]*>/g, '\n').replace(/\s*\n\s*/g, '\n');
const ALL = (html) => html;

/** What one step back by Ctrl+Z brings back: everything, but in UEditor, which at any key gives the caret's cell a style. */
const UNDONE = { tinymce: ALL, ckeditor5: ALL, ueditor: TEXTS };

const there = examplesInBrowser(launchFirefox);

for (const [name, compared] of Object.entries(UNDONE)) {
  test(`Firefox, ${name}: paste, marks, proposal, undo`, { timeout: 60_000 }, async () => {
    const page = await there.browser.newPage();
    await page.setViewport({ width: 1400, height: 860 });
    await page.evaluateOnNewDocument(inPage);
    await page.goto(`${there.server.address}${name}.html`, { waitUntil: 'load' });
    const until = (holds, ...given) => page.waitForFunction(holds, { timeout: 10_000, polling: 50 }, ...given);
    await until(() => globalThis.attached?.adapter.body()?.isConnected && globalThis.settled());
    await paste(page, wordHtml(wrongHtml), plainText(wrongHtml));
    await until((row) => globalThis.cellOf(row, '24'), ROW);
    await new Promise((resolve) => setTimeout(resolve, 500));
    const before = await page.evaluate(() => attached.html());

    await page.evaluate(pressButton);
    await until(() => /有 2 处错误/.test(globalThis.verdict()));
    await page.evaluate(press, '.finding .do button', '定位');
    await until(isMarked, ROW, '24', '①');
    await until(isMarked, ROW, '12', '→ 21');
    await page.evaluate(() => { document.querySelector('h1').style.padding = '30px'; });
    await until(isMarked, ROW, '24', '①');
    assert.equal(await page.evaluate(() => attached.html()), before);

    await page.evaluate(press, '.cause button', '采用 21');
    await until(() => /^可以发布/.test(globalThis.verdict()));
    assert.equal((await page.evaluate(async () => gouji.gate(editor))).pass, true);
    await key(page, 'z'); // the caret is in the editor
    await until(() => /有 2 处错误/.test(globalThis.verdict()));
    assert.ok(compared(await page.evaluate(() => attached.html())) === compared(before), 'the old figure is back, and nothing else is changed');
    await page.close();
  });
}

/** Ctrl+C with the clipboard filled as another program does, then Ctrl+V in the editor: both by real keys. */
async function paste(page, html, text) {
  await page.evaluate((html, text) => {
    document.addEventListener('copy', (event) => {
      event.clipboardData.setData('text/html', html);
      event.clipboardData.setData('text/plain', text);
      event.preventDefault();
      event.stopImmediatePropagation();
    }, { once: true, capture: true });
    const words = document.querySelector('h1');
    document.activeElement?.blur();
    getSelection().selectAllChildren(words);
  }, html, text);
  await key(page, 'c');
  await page.evaluate(() => {
    const body = attached.adapter.body();
    body.ownerDocument.defaultView.frameElement?.focus();
    body.focus();
  });
  await key(page, 'v');
}

async function key(page, letter) {
  await page.keyboard.down('Control');
  await page.keyboard.press(letter);
  await page.keyboard.up('Control');
}

// The functions below run in the page.

function pressButton() {
  const words = [...document.querySelectorAll('.tox-tbtn, .ck-button, .edui-for-gouji .edui-button-body')];
  words.find((button) => button.textContent.includes('年报校验')).click();
}

function press(selector, text) {
  const buttons = [...document.querySelector('.gouji-panel').shadowRoot.querySelectorAll(selector)];
  buttons.find((button) => button.textContent.includes(text)).click();
}

function isMarked(row, figure, sign) {
  const mark = globalThis.marks().find((one) => one.sign === sign)?.box;
  const cell = globalThis.cellBox(row, figure);
  return mark && cell && mark.every((value, i) => Math.abs(value - cell[i]) < 1.5);
}
