// The doors for hosts that cannot attach: the frame with its messages, and the bookmark.

import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';

import { serve } from '../../scripts/serve.mjs';
import { serveExamples } from '../../scripts/examples.mjs';
import { dist, launchChromium } from './support/browsers.mjs';
import { verdictIs } from './support/page.mjs';
import { wrongHtml } from './support/reports.mjs';

let host;
let gouji;
let browser;
before(async () => {
  // Two servers are two origins.
  host = await serveExamples();
  gouji = await serve(dist);
  browser = await launchChromium();
});
after(async () => {
  await browser?.close();
  await host?.close();
  await gouji?.close();
});

const originOf = ({ address }) => new URL(address).origin;

/** A host page with the frame in it; what the frame tells is kept. */
async function openHost(declared) {
  const page = await browser.newPage();
  await page.goto(`${host.address}published.html`);
  await page.evaluate((src) => {
    globalThis.told = [];
    addEventListener('message', ({ origin, data }) => globalThis.told.push({ origin, ...data }));
    const frame = document.createElement('iframe');
    Object.assign(frame, { src, width: 1200, height: 700 });
    document.body.append(frame);
  }, `${gouji.address}embed.html?origin=${encodeURIComponent(declared)}`);
  const ask = (message) => page.evaluate((message) => document.querySelector('iframe').contentWindow.postMessage(message, '*'), message);
  return { page, ask };
}

const told = (page, type) => page.waitForFunction((type) => globalThis.told.filter((message) => message.type === type).pop(), type).then((handle) => handle.jsonValue());

test('a frame takes content, tells reports, and tells what the person took', { timeout: 60_000 }, async () => {
  const { page, ask } = await openHost(originOf(host));
  assert.deepEqual(await told(page, 'ready'), { origin: originOf(gouji), gouji: 1, type: 'ready' });
  const named = wrongHtml.replace('<td id="one">', '<td data-gouji-id="cell-7">');
  await ask({ gouji: 1, type: 'check', id: 42, content: named, name: 'draft.html' });
  const answer = await told(page, 'report');
  assert.equal(answer.id, 42);
  assert.equal(answer.report.findings.filter(({ severity }) => severity === 'error').length, 2);
  assert.ok((await told(page, 'height')).height > 300);

  await page.frameLocator('iframe').locator('.take[data-take="t3.granted.natural"]').click();
  assert.deepEqual((await told(page, 'take')).changes, [{ id: 'cell-7', cell: 't3.granted.natural', text: '21' }]);
  await page.close();
});

test('a frame says nothing to an origin that is not declared, and takes nothing of another shape', { timeout: 60_000 }, async () => {
  for (const declared of ['https://elsewhere.example', 'nonsense', '*']) {
    const { page, ask } = await openHost(declared);
    await page.frameLocator('iframe').locator('gouji-check').waitFor();
    await ask({ gouji: 1, type: 'check', content: wrongHtml });
    await page.waitForTimeout(400);
    assert.deepEqual(await page.evaluate(() => globalThis.told), [], declared);
    await page.close();
  }
  const { page, ask } = await openHost(originOf(host));
  await told(page, 'ready');
  for (const message of [null, 'x', { gouji: 2, type: 'check', content: wrongHtml }, { gouji: 1, type: 'check', content: 5 }, { gouji: 1, type: 'run' }]) await ask(message);
  await page.waitForTimeout(300);
  assert.equal(await page.evaluate(() => globalThis.told.some(({ type }) => type === 'report')), false);
  await page.close();
});

test('the bookmark opens the page with what the current page holds', { timeout: 60_000 }, async () => {
  const bookmarks = await browser.newPage();
  await bookmarks.goto(`${gouji.address}bookmark.html`);
  const script = await bookmarks.locator('#bookmark').getAttribute('href');
  assert.match(script, /^javascript:/);
  await bookmarks.close();

  const page = await browser.newPage();
  await page.goto(`${host.address}published.html`);
  // The report stands in a frame, as in an editor.
  await page.evaluate((html) => {
    const frame = document.body.appendChild(document.createElement('iframe'));
    frame.contentDocument.body.innerHTML = html;
  }, wrongHtml);
  const opened = page.waitForEvent('popup');
  await page.evaluate((code) => { (0, eval)(code); }, decodeURIComponent(script.slice('javascript:'.length)));
  const checked = await opened;
  await verdictIs(checked, /有 2 处错误/);
  await page.close();
  await checked.close();
});
