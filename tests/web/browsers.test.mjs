// The whole path in every browser that offices have: a report typed, pasted or dropped is checked, mended and copied, on
// the site and in the single files; without WebAssembly, and without scripts.

import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';

import { serve } from '../../scripts/serve.mjs';
import { dist, fullFile, launchChromium, launchChromiumAsTheOthers, launchFirefox, launchOldChromium, oldChromiums, singleFile, watchedPage } from './support/browsers.mjs';
import { ofd, pdf } from './support/office.mjs';
import { docx, lastYearHtml, plainText, rightHtml, wordHtml, wrongHtml } from './support/reports.mjs';

const FULL_ENGINE = [/gouji-full-engine\.js$/];

/** How a report comes in, where, and what may be loaded then. */
const PASTED = [paste, () => [wordHtml(wrongHtml), 'x'], () => singleFile, []];
const WORD_FILE = [drop, () => [...docx(wrongHtml)], () => server.address, FULL_ENGINE];
const WAYS = {
  'pasted from Word': PASTED,
  'pasted as text': [paste, () => ['', plainText(wrongHtml)], () => singleFile, []],
  'typed on the site': [type, () => plainText(wrongHtml), () => server.address, []],
  'a DOCX dropped on the site': WORD_FILE,
  'a DOCX dropped on the single file': [drop, () => [...docx(wrongHtml)], () => singleFile, []],
  'an OFD dropped on the single file': [drop, () => [...ofd(wrongHtml)], () => singleFile, []],
  'a PDF dropped on the full file': [drop, () => printed, () => fullFile, []],
};
/** For the browsers between the oldest and today's. */
const FEW = { 'pasted from Word': PASTED, 'a DOCX dropped on the site': WORD_FILE };
/** A paste by script is empty in Firefox. */
const NO_PASTE = { 'typed in the single file': [type, () => plainText(wrongHtml), () => singleFile, []], 'a DOCX dropped on the site': WORD_FILE };

const BROWSERS = [
  ...oldChromiums.map((version) => [`Chromium ${version}`, () => launchOldChromium(version), version === 80 ? WAYS : FEW]),
  ['Chromium of today', launchChromiumAsTheOthers, FEW],
  ['Firefox', launchFirefox, NO_PASTE],
];

let server, printed;
before(async () => {
  server = await serve(dist);
  const printer = await launchChromium();
  printed = [...await pdf(printer, wrongHtml)];
  await printer.close();
});
after(() => server?.close());

const saysIn = (page, pattern) => page.waitForFunction((source) => new RegExp(source).test(document.querySelector('gouji-check').shadowRoot.textContent), { timeout: 30_000, polling: 50 }, pattern.source);

for (const [name, launch, ways] of BROWSERS) {
  describe(name, { timeout: 180_000 }, () => {
    let browser;
    before(async () => (browser = await launch()));
    after(() => browser?.close());

    for (const [way, [bring, what, address, beside]] of Object.entries(ways)) {
      test(way, async () => {
        const { page, seen } = await watchedPage(browser);
        await page.setViewport({ width: 1280, height: 800 });
        await page.goto(address(), { waitUntil: 'load' });
        const loaded = seen.requests.length;
        await page.evaluate(bring, what());
        await saysIn(page, /有 2 处错误/);

        const after = await page.evaluate(mendAndCopy);
        assert.equal(after.verdict, '可以发布');
        assert.ok(after.copied.includes('（一）予以公开\t\t21\t'), after.copied);
        assert.ok(after.fits, 'the page does not scroll sideways');
        const more = seen.requests.slice(loaded);
        assert.ok(more.length === beside.length && more.every((url, i) => beside[i].test(url)), more.join());
        assert.deepEqual(seen.violations, []);
        assert.deepEqual(seen.errors, []);
        await page.close();
      });
    }

    if (ways !== WAYS) return;
    test('last year\'s report dropped beside this one', async () => {
      const { page, seen } = await watchedPage(browser);
      await page.goto(singleFile, { waitUntil: 'load' });
      await page.evaluate(type, plainText(rightHtml));
      await saysIn(page, /可以发布/);
      await page.evaluate(drop, [...docx(lastYearHtml)], '.last');
      await page.waitForFunction(() => /已比较：相符 \d+ 项，不符 0 项/.test(document.querySelector('.last').textContent), { timeout: 30_000, polling: 50 });
      assert.deepEqual(seen.violations, []);
      assert.deepEqual(seen.errors, []);
      await page.close();
    });
  });
}

describe('where WebAssembly is switched off', { timeout: 180_000 }, () => {
  let browser, usual;
  before(async () => {
    browser = await launchChromiumAsTheOthers(['--js-flags=--jitless']);
    usual = await launchChromiumAsTheOthers();
  });
  after(() => Promise.all([browser?.close(), usual?.close()]));

  const reports = { right: rightHtml, wrong: wrongHtml, 'from Word': wordHtml(wrongHtml), text: plainText(wrongHtml), 'last year': lastYearHtml };

  test('the plain engine says what the other says', async () => {
    const answers = [];
    for (const one of [browser, usual]) {
      const { page, seen } = await watchedPage(one);
      await page.goto(server.address, { waitUntil: 'load' });
      assert.equal(await page.evaluate(() => typeof WebAssembly), one === browser ? 'undefined' : 'object');
      answers.push(await page.evaluate(checkAll, reports));
      const engines = seen.requests.map((url) => url.split('/').pop()).filter((file) => /engine/.test(file));
      assert.deepEqual(engines, ['gouji-engine.js', ...(one === browser ? ['gouji-plain-engine.js'] : [])]);
      assert.deepEqual(seen.violations, []);
      await page.close();
    }
    assert.equal(answers[0].length, Object.keys(reports).length);
    assert.deepEqual(answers[0], answers[1]);
  });

  test('a report is checked, mended and copied', async () => {
    const { page, seen } = await watchedPage(browser);
    await page.goto(server.address, { waitUntil: 'load' });
    await page.evaluate(type, plainText(wrongHtml));
    await saysIn(page, /有 2 处错误/);
    assert.equal((await page.evaluate(mendAndCopy)).verdict, '可以发布');
    assert.deepEqual(seen.violations, []);
    await page.close();
  });

  test('the single file says to use the site', async () => {
    const { page } = await watchedPage(browser);
    await page.goto(singleFile, { waitUntil: 'load' });
    await page.evaluate(type, plainText(wrongHtml));
    await saysIn(page, /核对程序没有启动.*禁用了 WebAssembly.*网站版/s);
    await page.close();
  });
});

describe('where the page cannot start, it says what to do', { timeout: 60_000 }, () => {
  let browser;
  before(async () => (browser = await launchChromium()));
  after(() => browser?.close());
  const ASKED = /换用 Chromium 80 以上的浏览器.*极速模式.*please use Chromium 80 or later/s;

  for (const [name, address] of [['the site', () => server.address], ['the single file', () => singleFile]]) {
    test(`${name}, without scripts`, async () => {
      const context = await browser.newContext({ javaScriptEnabled: false });
      const page = await context.newPage();
      await page.goto(address());
      assert.match(await page.locator('#page').innerText(), ASKED);
      await context.close();
    });
  }

  test('a script that the browser cannot read', async () => {
    const page = await browser.newPage();
    await page.route('**/gouji-page.js', (route) => route.fulfill({ contentType: 'text/javascript', body: 'const a = b ??? c' }));
    await page.goto(server.address);
    assert.match(await page.locator('#page').innerText(), ASKED);
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

async function checkAll(reports) {
  const element = document.body.appendChild(document.createElement('gouji-check'));
  const answers = [];
  for (const text of Object.values(reports)) {
    const before = element.report;
    const reported = new Promise((resolve) => element.addEventListener('gouji-report', resolve, { once: true }));
    element.check(text, 'report.html');
    await reported;
    if (element.report !== before) answers.push(JSON.stringify(element.report));
  }
  return answers;
}

async function mendAndCopy() {
  const root = document.querySelector('gouji-check').shadowRoot;
  const until = async (holds) => {
    for (let i = 0; i < 1200 && !holds(); i++) await new Promise((resolve) => setTimeout(resolve, 25));
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
