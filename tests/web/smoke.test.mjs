// The pieces fit in a real browser: from a web server and from a file, Chromium of today and of 2020 starts the
// engine in a worker under the page's own policy, and it answers. What the page does with it is tested elsewhere.

import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';

import { serve } from '../../scripts/serve.mjs';
import { dist, launchChromium, launchOldChromium, oldChromiums, singleFile, watchedPage } from './support/browsers.mjs';

const BROWSERS = [['Chromium of today', launchChromium], ...oldChromiums.map((version) => [`Chromium ${version}`, () => launchOldChromium(version)])];

let server;
before(async () => (server = await serve(dist)));
after(() => server.close());

for (const [name, launch] of BROWSERS) {
  describe(name, () => {
    let browser;
    before(async () => (browser = await launch()));
    after(() => browser.close());

    for (const [from, address] of [['http', () => server.address], ['file', () => singleFile]]) {
      test(`the engine answers from ${from}, and nothing is asked for`, { timeout: 60_000 }, async () => {
        const { page, seen } = await watchedPage(browser);
        await keepPolicy(page);
        await page.goto(address(), { waitUntil: 'load' });
        const loaded = [seen.requests.length, server.requests.length];

        const replies = await page.evaluate(askEngine);
        assert.deepEqual(replies.map((reply) => reply.type), ['ready', 'answer', 'answer']);

        assert.deepEqual(seen.requests.slice(loaded[0]), [], 'requests after load');
        assert.deepEqual(server.requests.slice(loaded[1]), [], 'requests that reached the server');
        assert.deepEqual(seen.violations, [], 'violations of the policy');
        assert.deepEqual(seen.errors, [], 'errors');
        await page.close();
      });

      test(`the policy holds from ${from}: the worker can neither fetch nor eval`, { timeout: 60_000 }, async () => {
        const { page } = await watchedPage(browser);
        await keepPolicy(page);
        await page.goto(address(), { waitUntil: 'load' });
        assert.deepEqual(await page.evaluate(tryToEscape, server.address), ['fetch refused', 'eval refused']);
        await page.close();
      });
    }
  });
}

/** The page lets its own policy make workers, and nobody a second one: the test takes that. Chromium 80 has none. */
const keepPolicy = (page) => (page.addInitScript ?? page.evaluateOnNewDocument).call(page, () => {
  globalThis.policy = { createScriptURL: (url) => url };
  const factory = globalThis.TrustedTypePolicyFactory?.prototype;
  const create = factory?.createPolicy;
  if (factory) factory.createPolicy = function (...given) { return (globalThis.policy = create.apply(this, given)); };
});

// The two functions below run in the page.

function askEngine() {
  const { start, wasm } = globalThis.goujiEngine;
  const worker = new Worker(policy.createScriptURL(URL.createObjectURL(new Blob([`(${start})(self)`]))));
  return new Promise((resolve, reject) => {
    const replies = [];
    worker.onerror = (event) => reject(new Error(event.message));
    worker.onmessage = ({ data }) => {
      replies.push(data);
      if (data.type === 'ready') {
        const html = '<table><tr><td>一、本年新收政府信息公开申请数量<td>1</table>';
        worker.postMessage({ id: 1, question: 'check', given: { source: html, name: 'paste.html' } });
        worker.postMessage({ id: 2, question: 'check', given: { source: new TextEncoder().encode(html), name: 'file.html' } });
      } else if (replies.length === 3 || data.type === 'dead') {
        worker.terminate();
        resolve(replies);
      }
    };
    worker.postMessage({ wasm });
  });
}

function tryToEscape(address) {
  const attempt = `
    const say = [];
    fetch(${JSON.stringify(address)}).then(() => say.push('fetch went through'), () => say.push('fetch refused'))
      .then(() => { try { eval('1'); say.push('eval ran'); } catch { say.push('eval refused'); } postMessage(say); });
  `;
  const worker = new Worker(policy.createScriptURL(URL.createObjectURL(new Blob([attempt]))));
  return new Promise((resolve, reject) => {
    worker.onmessage = ({ data }) => resolve(data);
    worker.onerror = (event) => reject(new Error(event.message));
  });
}
