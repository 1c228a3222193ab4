// The single files in the Chromium of 2020 that offices still run: a report typed, pasted or dropped is checked, mended
// and copied.

import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';

import { fullFile, hasChromium80, launchChromium, launchChromium80, singleFile, watchedPage } from './support/browsers.mjs';
import { ofd, pdf } from './support/office.mjs';
import { docx, lastYearHtml, plainText, rightHtml, wordHtml, wrongHtml } from './support/reports.mjs';

describe('Chromium 80', { timeout: 120_000, skip: hasChromium80 ? false : 'there is no build of it for this machine' }, () => {
  let browser, printed;
  before(async () => {
    browser = await launchChromium80();
    const printer = await launchChromium();
    printed = [...await pdf(printer, wrongHtml)];
    await printer.close();
  });
  after(() => browser?.close());

  const WAYS = {
    'pasted from Word': [paste, () => [wordHtml(wrongHtml), 'x']],
    'pasted as text': [paste, () => ['', plainText(wrongHtml)]],
    'typed into the field': [type, () => plainText(wrongHtml)],
    'a dropped DOCX': [drop, () => [...docx(wrongHtml)]],
    'a dropped OFD': [drop, () => [...ofd(wrongHtml)]],
    'a dropped PDF': [drop, () => printed, fullFile],
  };
  for (const [name, [bring, what, address = singleFile]] of Object.entries(WAYS)) {
    test(name, async () => {
      const { page, seen } = await watchedPage(browser);
      await page.setViewport({ width: 1280, height: 800 });
      await page.goto(address, { waitUntil: 'load' });
      const loaded = seen.requests.length;
      await page.evaluate(bring, what());
      await page.waitForFunction(() => /有 2 处错误/.test(document.querySelector('gouji-check').shadowRoot.textContent), { timeout: 20_000 });

      const after = await page.evaluate(mendAndCopy);
      assert.equal(after.verdict, '可以发布');
      assert.ok(after.copied.includes('（一）予以公开\t\t21\t'), after.copied);
      assert.ok(after.fits, 'the page does not scroll sideways');
      assert.deepEqual(seen.requests.slice(loaded), []);
      assert.deepEqual(seen.violations, []);
      assert.deepEqual(seen.errors, []);
      await page.close();
    });
  }

  test('last year\'s report dropped beside this one', async () => {
    const { page, seen } = await watchedPage(browser);
    await page.goto(singleFile, { waitUntil: 'load' });
    await page.evaluate(paste, [wordHtml(rightHtml), 'x']);
    await page.waitForFunction(() => /可以发布/.test(document.querySelector('gouji-check').shadowRoot.textContent), { timeout: 20_000 });
    await page.evaluate(drop, [...docx(lastYearHtml)], '.last');
    await page.waitForFunction(() => /已比较：相符 \d+ 项，不符 0 项/.test(document.querySelector('.last').textContent), { timeout: 20_000 });
    assert.deepEqual(seen.violations, []);
    assert.deepEqual(seen.errors, []);
    await page.close();
  });
});

// The functions below run in the page.

function paste([html, text]) {
  const data = new DataTransfer();
  if (html) data.setData('text/html', html);
  data.setData('text/plain', text);
  document.body.dispatchEvent(new ClipboardEvent('paste', { clipboardData: data, bubbles: true, cancelable: true }));
}

function type(text) {
  document.querySelector('textarea').value = text;
  document.querySelector('.drop form button').click();
}

function drop(bytes, place = '.drop') {
  const data = new DataTransfer();
  data.items.add(new File([new Uint8Array(bytes)], '年报'));
  document.querySelector(place).dispatchEvent(new DragEvent('drop', { dataTransfer: data, bubbles: true, cancelable: true }));
}

async function mendAndCopy() {
  const root = document.querySelector('gouji-check').shadowRoot;
  const until = async (holds) => {
    for (let i = 0; i < 200 && !holds(); i++) await new Promise((resolve) => setTimeout(resolve, 25));
  };
  const verdict = () => root.querySelector('#verdict').textContent.trim();
  root.querySelector('.take').click();
  await until(() => verdict() === '可以发布');
  let copied = '';
  document.addEventListener('copy', (event) => (copied = event.clipboardData.getData('text/plain')));
  // Seen by the page's own listener only, which stops the event: read what it set.
  const set = DataTransfer.prototype.setData;
  DataTransfer.prototype.setData = function (type, text) {
    if (type === 'text/plain') copied = text;
    return set.call(this, type, text);
  };
  [...root.querySelectorAll('.actions button')].find((button) => /复制/.test(button.textContent)).click();
  await until(() => copied !== '');
  DataTransfer.prototype.setData = set;
  return { verdict: verdict(), copied, fits: document.documentElement.scrollWidth <= innerWidth };
}
