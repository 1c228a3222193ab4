// Draws the picture of a marked table that stands first in the README, from the example. With UPDATE=1 it is written
// anew, otherwise only drawn: fonts differ from machine to machine.

import assert from 'node:assert/strict';
import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { after, before, test } from 'node:test';

import { root } from '../../scripts/run.mjs';
import { launchChromium, singleFile } from './support/browsers.mjs';
import { openPage, verdictIs } from './support/page.mjs';

const PICTURE = path.join(root, 'docs', 'marked-table.png');
const WIDTH = 1280;
/** From the verdict to the wrong row with its sum below. */
const HEIGHT = 760;
/** Drawn smaller, so that a README is light: the words can still be read. */
const SCALE = 0.7;

let browser;
before(async () => (browser = await launchChromium()));
after(() => browser?.close());

test('a picture of a marked table', { timeout: 60_000 }, async () => {
  const { page } = await openPage(await browser.newContext({ deviceScaleFactor: SCALE }), singleFile, { width: WIDTH, height: HEIGHT });
  await page.getByRole('button', { name: '有一处填错的报告' }).click();
  await verdictIs(page, /有 2 处错误/);
  assert.equal(await page.locator('td.is-error').count(), 2);
  assert.equal(await page.locator('td.is-proposed').count(), 1);
  await page.mouse.move(0, 0);
  const picture = await page.screenshot({ animations: 'disabled' });
  assert.deepEqual([picture.readUInt32BE(16), picture.readUInt32BE(20)], [WIDTH * SCALE, HEIGHT * SCALE].map(Math.round));
  assert.ok(picture.length > 50_000, 'there is something on it');
  if (process.env.UPDATE || !existsSync(PICTURE)) {
    mkdirSync(path.dirname(PICTURE), { recursive: true });
    writeFileSync(PICTURE, picture);
  }
  await page.context().close();
});
