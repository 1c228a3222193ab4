// What is taken away of one report in the page: the check sheet, printed and as a file, and the chart of its applications.

import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { after, before, describe, test } from 'node:test';

import { serve } from '../../scripts/serve.mjs';
import { violations } from './support/axe.mjs';
import { dist, launchChromium, singleFile } from './support/browsers.mjs';
import { cell, countPrints, dropFiles, focused, openPage, verdictIs } from './support/page.mjs';
import { docx, lastYearHtml, rightHtml, wrongHtml } from './support/reports.mjs';

const BESIDE = [/gouji-(sheet|full-engine|settings|last-year|rules)\.js$/, /^blob:/];

let server;
let browser;
before(async () => {
  server = await serve(dist);
  browser = await launchChromium();
});
after(async () => {
  await browser?.close();
  await server?.close();
});

async function openWith(address, files, tool = true) {
  const { page, check } = await openPage(browser, address, { prepare: countPrints });
  await dropFiles(page, files);
  await verdictIs(page, /./);
  if (tool) {
    await page.getByRole('button', { name: '校验单和申请去向图' }).click();
    await page.locator('#print').waitFor();
  }
  return { page, check };
}

async function saved(page) {
  const [download] = await Promise.all([page.waitForEvent('download', { timeout: 20_000 }), page.locator('#save').click()]);
  return { name: download.suggestedFilename(), html: readFileSync(await download.path(), 'utf8') };
}

for (const [from, address] of [['http', () => server.address], ['file', () => singleFile]]) {
  describe(`from ${from}`, { timeout: 180_000 }, () => {
    test('the sheet is saved, with edits and reasons, and printed', async () => {
      const file = docx(wrongHtml);
      const { page, check } = await openWith(address(), [['年报.docx', file]]);
      assert.equal(await focused(page), '打印');
      const first = await saved(page);
      assert.equal(first.name, '校验单-年报.html');
      assert.ok(first.html.includes(createHash('sha256').update(file).digest('hex')), 'the hash of the file');
      const findings = await page.locator('.finding h3').allInnerTexts();
      assert.ok(findings.length >= 2);

      await page.locator('.finding').first().getByRole('button', { name: /说明理由，不再提示/ }).click();
      await page.locator('#waive textarea').fill('台账如此 <b>&</b>');
      await page.locator('#waive').locator('button').first().click();
      await cell(page, 't3.new.natural').fill('77');
      await page.locator('.finding', { hasText: '77' }).first().waitFor();
      const { html } = await saved(page);
      assert.match(html, /台账如此 &lt;b&gt;&amp;&lt;\/b&gt;/);
      assert.match(html, /屏幕上改过/);

      await page.locator('#print').click();
      await page.waitForFunction(() => globalThis.prints === 1, null, { timeout: 20_000 });
      const printed = await page.evaluate(() => {
        const { contentDocument } = document.querySelector('#sheet > div').shadowRoot.querySelector('iframe');
        return { text: contentDocument.body.innerText, sheets: contentDocument.adoptedStyleSheets[0].cssRules.length, scripts: contentDocument.scripts.length };
      });
      assert.match(printed.text, /台账如此 <b>&<\/b>/);
      assert.ok(printed.sheets > 10);
      assert.equal(printed.scripts, 0);
      await check(BESIDE);
      await page.close();
    });

    test('the chart shows where the applications went, and last year beside it', async () => {
      const { page, check } = await openWith(address(), [['今年.html', Buffer.from(rightHtml)], ['去年.html', Buffer.from(lastYearHtml)]]);
      const figures = page.locator('#flow .bar');
      assert.equal(await figures.count(), 9);
      assert.equal(await page.locator('#flow .tell').count(), 0);
      await page.locator('#flow small').first().waitFor();
      const lines = await page.locator('#flow .figure').allInnerTexts();
      assert.match(lines.join(' '), /[+−]\d/);
      // The table is there for those who do not see the bars, and shown to the others on demand.
      assert.equal(await page.locator('#flow tbody tr').count(), 13);
      await page.getByLabel('显示数据表').check();
      assert.ok(await page.locator('#flow table').isVisible());
      await page.getByRole('button', { name: 'English' }).click();
      await page.getByText('Where the applications went').first().waitFor();
      await check(BESIDE);
      await page.close();
    });
  });
}

test('sides that differ are said, and drawn as they stand', { timeout: 60_000 }, async () => {
  const { page } = await openWith(server.address, [['年报.html', Buffer.from(wrongHtml)]]);
  assert.equal(await page.locator('#flow .tell').count(), 0);
  await cell(page, 't3.granted.total').fill('30');
  await page.locator('#flow .tell', { hasText: '两边合计不等' }).waitFor();
  await page.locator('#flow .tell', { hasText: '（七）总计填' }).waitFor();
  await cell(page, 't3.granted.total').fill('');
  await page.locator('#flow .figure', { hasText: '画不出' }).waitFor();
  assert.match(await page.locator('#flow .tell').first().innerText(), /空白不当作 0/);
  await page.close();
});

test('a saved sheet opens by itself, black on white, without a script', { timeout: 60_000 }, async () => {
  const { page } = await openWith(server.address, [['<img src=x onerror=alert(1)>.html', Buffer.from(wrongHtml)]]);
  const folder = mkdtempSync(path.join(tmpdir(), 'gouji-sheet-'));
  const file = path.join(folder, 'sheet.html');
  writeFileSync(file, (await saved(page)).html);
  const alone = await browser.newPage();
  const errors = [];
  alone.on('console', (message) => errors.push(message.text()));
  await alone.route('**/*', (route) => (route.request().url().startsWith('file:') ? route.continue() : route.abort()));
  await alone.goto(`file://${file}`);
  assert.match(await alone.locator('.facts td').first().innerText(), /^<img src=x onerror=alert\(1\)>\.html$/);
  assert.equal(await alone.locator('img, script').count(), 0);
  const pdf = await alone.pdf({ preferCSSPageSize: true });
  assert.ok(pdf.length > 10_000);
  assert.deepEqual(errors, []);
  assert.deepEqual(await violations(alone), []);
  await alone.close();
  await page.close();
  rmSync(folder, { recursive: true });
});
