// npm run pictures: draws the pictures of the README and of docs/, from the examples: the page with a marked table
// (tests/web/picture.test.mjs) and with many reports, the gate that stops, what the command says, each editor.
// To be run by hand when the look has changed: fonts differ from machine to machine.

import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';

import { build } from './build.mjs';
import { serveExamples } from './examples.mjs';
import { main, root, run } from './run.mjs';
import { setupBrowsers } from './setup.mjs';
import { launchChromium, fullFile } from '../tests/web/support/browsers.mjs';
import { openExample, panel, paste } from '../tests/web/support/editor.mjs';
import { mixedReports } from '../tests/web/support/many.mjs';
import { dropFiles, openPage } from '../tests/web/support/page.mjs';
import { plainText, rightHtml, wordHtml, wrongHtml } from '../tests/web/support/reports.mjs';
import { zip } from '../tests/web/support/zip.mjs';

const DOCS = path.join(root, 'docs');
const NAMES = ['tinymce', 'ckeditor5', 'ckeditor4', 'ueditor', 'kindeditor', 'wangeditor5', 'wangeditor4', 'quill', 'contenteditable', 'textarea'];
/** A window made smaller: enough to see where button, marks and panel are. */
const WINDOW = { width: 1400, height: 600 };
const SCALE = 640 / WINDOW.width;

main(import.meta, async () => {
  await build();
  await setupBrowsers();
  await run(process.execPath, ['--test', 'tests/web/picture.test.mjs'], { env: { UPDATE: '1' } });
  mkdirSync(path.join(DOCS, 'editors'), { recursive: true });
  const server = await serveExamples();
  const browser = await launchChromium();
  try {
    keep('many.png', await drawMany(browser));
    keep('gate.png', await drawGate(browser, `${server.address}gate-block.html`));
    keep('command.png', await drawCommand(browser));
    for (const name of NAMES) keep(`editors/${name}.png`, await drawEditor(browser, `${server.address}${name}.html`));
  } finally {
    await browser.close();
    await server.close();
  }
});

function keep(name, picture) {
  writeFileSync(path.join(DOCS, name), picture);
  console.log(`  docs/${name}  ${Math.round(picture.length / 1024)} KB`);
}

/** The page with the reports of many offices, read to the end. */
async function drawMany(browser) {
  const reports = await mixedReports(browser, 24);
  const context = await browser.newContext({ deviceScaleFactor: 0.7 });
  const { page } = await openPage(context, fullFile, { width: 1280, height: 760 });
  await dropFiles(page, [['全市.zip', zip(Object.fromEntries(reports))]]);
  await page.locator('#done').filter({ hasText: '核对完成' }).waitFor();
  await page.locator('#many .list thead button').first().click();
  await page.mouse.move(0, 0);
  return shot(page);
}

/** The gate has stopped the form: it says so, and the panel is open. */
async function drawGate(browser, address) {
  const context = await browser.newContext({ deviceScaleFactor: 0.64 });
  const { page } = await openExample(context, address, WINDOW);
  await paste(page, wordHtml(wrongHtml), plainText(wrongHtml));
  await page.waitForFunction(() => globalThis.cellOf('（一）予以公开', '24'));
  await page.evaluate(() => document.querySelector('#form').requestSubmit());
  await page.locator('#said').filter({ hasText: '未发布' }).waitFor();
  await panel(page, '.finding .do button').first().click();
  await settle(page);
  return shot(page);
}

/** What the command says of a folder with a wrong report and a right one, word for word, as on a terminal. */
async function drawCommand(browser) {
  const folder = mkdtempSync(path.join(tmpdir(), 'gouji-pictures-'));
  writeFileSync(path.join(folder, '卫健局.html'), wrongHtml);
  writeFileSync(path.join(folder, '档案局.html'), rightHtml);
  const program = path.join(root, 'target/debug/gouji');
  await run('cargo', ['build', '--bin', 'gouji']);
  const said = output(program, ['check', '卫健局.html', '档案局.html'], folder);
  rmSync(folder, { recursive: true });
  const page = await browser.newPage({ deviceScaleFactor: 0.8, viewport: { width: 1100, height: 750 } });
  await page.setContent('<body style="margin:0;background:#1d2125"><pre style="margin:0;padding:20px;background:#1d2125;color:#e6e6e6;font:16px/1.5 monospace;white-space:pre-wrap"></pre>');
  await page.evaluate((text) => (document.querySelector('pre').textContent = text), `$ gouji check 卫健局.html 档案局.html\n${said}`);
  return page.locator('pre').screenshot();
}

/** What a program writes; its status is 1 where it finds an error. */
function output(program, args, cwd) {
  try {
    return execFileSync(program, args, { cwd, encoding: 'utf8' });
  } catch (error) {
    return error.stdout;
  }
}

/** The marks stand where the editor has scrolled to. */
async function settle(page) {
  await page.waitForFunction(() => globalThis.marks().some(({ sign }) => sign === '①'));
  await page.mouse.move(0, 0);
  // The frame of the mark follows the scrolling.
  await page.waitForTimeout(600);
}

async function shot(page) {
  const picture = await page.screenshot({ animations: 'disabled' });
  await page.context().close();
  return picture;
}

async function drawEditor(browser, address) {
  const context = await browser.newContext({ deviceScaleFactor: SCALE });
  const { page } = await openExample(context, address, WINDOW);
  // A textarea takes the source, the others what Word puts on the clipboard.
  const isSource = await page.evaluate(() => editor.tagName === 'TEXTAREA');
  await paste(page, isSource ? '' : wordHtml(wrongHtml), isSource ? wrongHtml : plainText(wrongHtml));
  await page.waitForFunction((isSource) => isSource || globalThis.cellOf('（一）予以公开', '24'), isSource);
  await page.evaluate(() => attached.open());
  await panel(page, '.finding .do button').first().click();
  await settle(page);
  return shot(page);
}
