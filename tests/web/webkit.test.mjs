// The whole path in WebKitGTK, with the mouse, the keys and the clipboard of a person: a report pasted, chosen or dropped
// is checked, mended and copied, on the site and in the single files. On Linux, the only system that has WebKitGTK.

import assert from 'node:assert/strict';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { after, before, describe, test } from 'node:test';

import { serve } from '../../scripts/serve.mjs';
import { dist, fullFile, launchChromium, singleFile, watchedPage } from './support/browsers.mjs';
import { ofd, pdf } from './support/office.mjs';
import { docx, lastYearHtml, rightHtml, wordHtml, wrongHtml } from './support/reports.mjs';
import { CONTROL, launchWebKit } from './support/webdriver.mjs';

const FULL_ENGINE = /gouji-full-engine\.js$/;
const [ROW_SUM, COLUMN_SUM] = ['t3.granted.total', 't3.total.natural'];
const WRONG = 't3.granted.natural';

const PATIENCE = { timeout: 15_000 };

let server;
const folder = mkdtempSync(path.join(os.tmpdir(), 'gouji-webkit-'));
const fileOf = (name) => path.join(folder, name);
const addressOf = (name) => `file://${fileOf(name)}`;
const put = (name, content) => writeFileSync(fileOf(name), content);

/** A page to copy from and to paste into, as another program would be. */
const ELSEWHERE = (inside) => `<!doctype html><meta charset="utf-8"><div contenteditable style="min-height: 300px">${inside}</div>`;

/** How a report comes in, where, how its figure is mended, and what is loaded then. */
const WAYS = {
  'pasted in the single file, the proposal taken': [paste, () => singleFile, take],
  'pasted on the site, the figure typed': [paste, () => server.address, typeFigure],
  'a DOCX chosen on the site': [(page) => page.choose('.drop input', fileOf('report.docx')), () => server.address, take, FULL_ENGINE],
  'a DOCX chosen in the single file': [(page) => page.choose('.drop input', fileOf('report.docx')), () => singleFile, typeFigure],
  'a DOCX dropped on the site': [(page) => page.evaluate(drop, [...docx(wrongHtml)], '.drop'), () => server.address, take, FULL_ENGINE],
  'an OFD chosen in the single file': [(page) => page.choose('.drop input', fileOf('report.ofd')), () => singleFile, take],
  'a PDF chosen in the full file': [(page) => page.choose('.drop input', fileOf('report.pdf')), () => fullFile, take],
};

describe('WebKitGTK', { timeout: 120_000, skip: process.platform !== 'linux' && 'there is no build of it for this system' }, () => {
  let browser;
  before(async () => {
    put('elsewhere.html', ELSEWHERE(''));
    put('word.html', ELSEWHERE(wordHtml(wrongHtml)));
    put('right.html', ELSEWHERE(rightHtml));
    for (const [name, make] of Object.entries({ docx, ofd })) put(`report.${name}`, make(wrongHtml));
    put('last.docx', docx(lastYearHtml));
    const printer = await launchChromium();
    put('report.pdf', await pdf(printer, wrongHtml));
    await printer.close();
    server = await serve(dist);
    browser = await launchWebKit();
  });
  after(async () => {
    await browser?.close();
    await server?.close();
    rmSync(folder, { recursive: true });
  });

  for (const [way, [bring, address, mend, beside]] of Object.entries(WAYS)) {
    test(way, async () => {
      const { page, finish } = await open(browser, address(), bring === paste ? addressOf('word.html') : null);
      await bring(page);
      await says(page, /有 2 处错误/);
      assert.deepEqual(await page.evaluate(signs), [[ROW_SUM, '①'], [COLUMN_SUM, '②']]);
      await mend(page);
      await says(page, /^可以发布$/);
      assert.deepEqual(await page.evaluate(signs), []);
      await page.click('.actions button', '复制');
      await page.waitForFunction(noteSays, PATIENCE, '已复制表三');
      await finish(beside);

      await page.goto(addressOf('elsewhere.html'));
      await page.click('div');
      await page.press(CONTROL, 'v');
      const pasted = await page.evaluate(tableIn);
      assert.match(pasted.text, /（一）予以公开\t21\t/);
      assert.deepEqual(pasted.spans, [3, 3]);
      await page.close();
    });
  }

  test('last year\'s report chosen beside this one', async () => {
    const { page, finish } = await open(browser, singleFile, addressOf('right.html'));
    await paste(page);
    await says(page, /^可以发布/);
    await page.choose('.last input', fileOf('last.docx'));
    await page.waitForFunction(() => /已比较：相符 \d+ 项，不符 0 项/.test(document.querySelector('.last').textContent), PATIENCE);
    await finish();
    await page.close();
  });
});

/** The page, after all of another page was copied where one is named. `finish` asserts that nothing went wrong. */
async function open(browser, address, copyFrom) {
  const { page, seen } = await watchedPage(browser);
  await page.setViewport({ width: 1280, height: 800 });
  if (copyFrom) {
    await page.goto(copyFrom);
    await page.click('div');
    await page.press(CONTROL, 'a');
    await page.press(CONTROL, 'c');
  }
  await page.goto(address);
  const loaded = seen.requests.length;
  const finish = async (beside) => {
    const { fits, notes } = await page.evaluate(state);
    assert.ok(fits, 'the page does not scroll sideways');
    assert.deepEqual(notes, [], 'the engine runs in its worker, and was never replaced');
    const more = seen.requests.slice(loaded);
    assert.ok(beside ? more.length === 1 && beside.test(more[0]) : more.length === 0, more.join());
    assert.deepEqual(seen.violations, []);
    assert.deepEqual(seen.errors, []);
  };
  return { page, finish };
}

async function paste(page) {
  await page.press(CONTROL, 'v');
}

async function take(page) {
  await page.click('.take');
}

async function typeFigure(page) {
  await page.click(`input[data-cell="${WRONG}"]`);
  await page.press(CONTROL, 'a');
  await page.type('21');
}

const says = (page, pattern) => page.waitForFunction(verdictIs, PATIENCE, pattern.source);

// The functions below run in the page.

function verdictIs(source) {
  return new RegExp(source).test(document.querySelector('gouji-check').shadowRoot.querySelector('#verdict')?.textContent.trim());
}

function signs() {
  return [...document.querySelector('gouji-check').shadowRoot.querySelectorAll('.mark')].map((mark) => [mark.dataset.marks, mark.textContent]);
}

function noteSays(words) {
  return document.querySelector('gouji-check').shadowRoot.querySelector('.actions').textContent.includes(words);
}

function state() {
  const notes = document.querySelector('gouji-check').shadowRoot.querySelectorAll('.line');
  return { fits: document.documentElement.scrollWidth <= innerWidth, notes: [...notes].map(({ textContent }) => textContent) };
}

function tableIn() {
  const first = document.querySelector('table td');
  return { text: document.querySelector('table').innerText, spans: [first.rowSpan, first.colSpan] };
}

function drop(bytes, place) {
  const data = new DataTransfer();
  data.items.add(new File([new Uint8Array(bytes)], '年报'));
  document.querySelector(place).dispatchEvent(new DragEvent('drop', { dataTransfer: data, bubbles: true, cancelable: true }));
}
