// npm run pictures: draws the pictures that the README shows: the page with a marked table (tests/web/picture.test.mjs),
// and each editor, from the examples: a report with one wrong figure pasted, the button pressed. To be run by hand when the look has changed: fonts differ from machine to machine.

import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';

import { build } from './build.mjs';
import { serveExamples } from './examples.mjs';
import { main, root, run } from './run.mjs';
import { setupBrowsers } from './setup.mjs';
import { launchChromium } from '../tests/web/support/browsers.mjs';
import { openExample, panel, paste } from '../tests/web/support/editor.mjs';
import { plainText, wordHtml, wrongHtml } from '../tests/web/support/reports.mjs';

const FOLDER = path.join(root, 'docs', 'editors');
const NAMES = ['tinymce', 'ckeditor5', 'ckeditor4', 'ueditor', 'kindeditor', 'wangeditor5', 'wangeditor4', 'quill', 'contenteditable', 'textarea'];
/** A window made smaller: enough to see where button, marks and panel are. */
const WINDOW = { width: 1400, height: 600 };
const SCALE = 640 / WINDOW.width;

main(import.meta, async () => {
  await build();
  await setupBrowsers();
  await run(process.execPath, ['--test', 'tests/web/picture.test.mjs'], { env: { UPDATE: '1' } });
  mkdirSync(FOLDER, { recursive: true });
  const server = await serveExamples();
  const browser = await launchChromium();
  try {
    for (const name of NAMES) {
      const picture = await draw(browser, `${server.address}${name}.html`);
      writeFileSync(path.join(FOLDER, `${name}.png`), picture);
      console.log(`  docs/editors/${name}.png  ${Math.round(picture.length / 1024)} KB`);
    }
  } finally {
    await browser.close();
    await server.close();
  }
});

async function draw(browser, address) {
  const context = await browser.newContext({ deviceScaleFactor: SCALE });
  const { page } = await openExample(context, address, WINDOW);
  // A textarea takes the source, the others what Word puts on the clipboard.
  const isSource = await page.evaluate(() => editor.tagName === 'TEXTAREA');
  await paste(page, isSource ? '' : wordHtml(wrongHtml), isSource ? wrongHtml : plainText(wrongHtml));
  await page.waitForFunction((isSource) => isSource || globalThis.cellOf('（一）予以公开', '24'), isSource);
  await page.evaluate(() => attached.open());
  await panel(page, '.finding .do button').first().click();
  await page.waitForFunction(() => globalThis.marks().some(({ sign }) => sign === '①'));
  await page.mouse.move(0, 0);
  // The frame of the mark follows the scrolling.
  await page.waitForTimeout(600);
  const picture = await page.screenshot({ animations: 'disabled' });
  await context.close();
  return picture;
}
