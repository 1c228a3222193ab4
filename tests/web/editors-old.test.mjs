// The classic script in the Chromium of 2020, in a host page with a strict policy: marks, a proposal taken, the gate.

import assert from 'node:assert/strict';
import { describe, test } from 'node:test';

import { launchChromium80, noChromium80, watchedPage } from './support/browsers.mjs';
import { examplesInBrowser, inPage } from './support/editor.mjs';
import { wrongHtml } from './support/reports.mjs';

describe('Chromium 80, in a host page', { timeout: 60_000, skip: noChromium80 }, () => {
  const there = examplesInBrowser(launchChromium80);

  test('marks, a proposal, the gate', async () => {
    const { page, seen } = await watchedPage(there.browser);
    await page.setViewport({ width: 1400, height: 800 });
    await page.evaluateOnNewDocument(inPage);
    await page.goto(`${there.server.address}contenteditable.html`, { waitUntil: 'load' });
    const loaded = seen.requests.length;
    await page.evaluate((html) => { editor.innerHTML = html; }, wrongHtml.replace(/^[\s\S]*<body[^>]*>/, ''));
    await page.click('.gouji-button');
    await page.waitForFunction(() => /有 2 处错误/.test(globalThis.verdict()));
    await page.evaluate(() => document.querySelector('.gouji-panel').shadowRoot.querySelector('.finding .do button').click());
    await page.waitForFunction(() => globalThis.marks().some(({ sign }) => sign === '①'));
    const [mark, cell] = await page.evaluate(() => [globalThis.marks().find(({ sign }) => sign === '①').box, globalThis.cellBox('（一）予以公开', '24')]);
    assert.ok(mark.every((value, i) => Math.abs(value - cell[i]) < 1.5), `${mark} over ${cell}`);
    await page.evaluate(() => document.querySelector('.gouji-panel').shadowRoot.querySelector('.cause button').click());
    await page.waitForFunction(() => /^可以发布/.test(globalThis.verdict()));
    assert.equal(await page.evaluate(async () => (await gouji.gate(editor)).pass), true);
    assert.deepEqual(seen.requests.slice(loaded), []);
    assert.deepEqual(await page.evaluate(() => globalThis.violations), []);
    assert.deepEqual(seen.errors.filter((text) => !/404/.test(text)), []);
    await page.close();
  });
});
