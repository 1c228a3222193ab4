// The sheet for clerks prints on one page of A4 with room to spare, nothing in it is cut, and it asks for nothing.

import assert from 'node:assert/strict';
import path from 'node:path';
import { after, before, test } from 'node:test';
import { pathToFileURL } from 'node:url';

import { root } from '../../scripts/run.mjs';
import { launchChromium, watchedPage } from './support/browsers.mjs';

const SHEET = pathToFileURL(path.join(root, 'docs', '使用说明.html')).href;
/** What other fonts may need, in pixels of the page at 96 to the inch. */
const ROOM = 30;
/** A4 less the margins of the sheet. */
const HEIGHT = ((297 - 20) / 25.4) * 96;

let browser;
before(async () => (browser = await launchChromium()));
after(() => browser?.close());

test('one page, nothing cut', { timeout: 30_000 }, async () => {
  const { page, seen } = await watchedPage(browser);
  await page.goto(SHEET);
  await page.emulateMedia({ media: 'print' });
  const pdf = (await page.pdf({ preferCSSPageSize: true })).toString('latin1');
  assert.equal(pdf.match(/\/Type\s*\/Page\b/g)?.length, 1);
  assert.match(pdf, /\/MediaBox \[0 0 59[45]\.?\d* 84[12]\.?\d*\]/, 'A4');
  const { height, cut } = await page.evaluate(() => {
    const inside = (inner, outer) => ['left', 'top'].every((side) => inner[side] >= outer[side] - 1) && ['right', 'bottom'].every((side) => inner[side] <= outer[side] + 1);
    const box = (element) => element.getBoundingClientRect();
    const drawn = [...document.querySelectorAll('svg *')].map((part) => [part, part.closest('svg')]);
    const written = [...document.querySelectorAll('li *, footer *')].filter((part) => !part.closest('svg')).map((part) => [part, part.closest('li, footer div')]);
    const cut = [...drawn, ...written].filter(([part, around]) => !inside(box(part), box(around))).map(([part]) => part.outerHTML);
    return { height: document.body.scrollHeight, cut };
  });
  assert.deepEqual(cut, []);
  assert.ok(height < HEIGHT - ROOM, `${height} of ${HEIGHT} pixels`);
  assert.deepEqual(seen, { requests: [SHEET], violations: [], errors: [] });
});
