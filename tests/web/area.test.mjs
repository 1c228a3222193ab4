// A report on an area beside a folder of its units' reports: chosen, dropped, stopped; the table, who adds what, and the
// units that are missing, double or unreadable. On the site and in the single files.

import assert from 'node:assert/strict';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { after, before, describe, test } from 'node:test';

import { serve } from '../../scripts/serve.mjs';
import { dist, fullFile, launchChromium, singleFile } from './support/browsers.mjs';
import { pdf } from './support/office.mjs';
import { cell, focused, openPage, pasteHtml, verdictIs } from './support/page.mjs';
import { docx, plainText, rightHtml, wordHtml, wrongHtml } from './support/reports.mjs';

const BESIDE = [/gouji-(area|full-engine|settings)\.js$/];
const of = (html, agency) => html.replace(/示例市某某局/g, agency);
const zeros = (html) => html.replace(/<td([^>]*)>[\d.]+<\/td>/g, '<td$1>0</td>');
const parent = of(rightHtml, '示例市人民政府');

let server;
let browser;
let folder;
before(async () => {
  server = await serve(dist);
  browser = await launchChromium();
  folder = mkdtempSync(path.join(tmpdir(), 'gouji-area-'));
  mkdirSync(path.join(folder, '乡镇'));
  // 21 of the area's 予以公开 · 自然人 are 12 here; everything else of the area is this one's.
  writeFileSync(path.join(folder, '商务局.docx'), docx(of(wrongHtml, '示例市商务局')));
  writeFileSync(path.join(folder, '乡镇', '青石镇.html'), of(zeros(rightHtml), '示例市青石镇人民政府'));
  writeFileSync(path.join(folder, '~$商务局.docx'), 'a lock');
});
after(async () => {
  await browser?.close();
  await server?.close();
  rmSync(folder, { recursive: true, force: true });
});

async function openArea(page) {
  await pasteHtml(page, wordHtml(parent), plainText(parent));
  await page.getByRole('button', { name: '与下级单位的报告汇总核对' }).click();
  await page.waitForFunction(() => document.querySelector('#area > div').shadowRoot?.activeElement);
  assert.equal(await focused(page), '选择文件夹', 'the focus goes into what was opened');
}
const result = (page, pattern) => page.locator('#result').filter({ hasText: pattern }).waitFor({ timeout: 20_000 });
const told = (page) => page.locator('#area section > ul > li').allInnerTexts();

for (const [from, address] of [['http', () => server.address], ['file', () => singleFile], ['the full file', () => fullFile]]) {
  describe(`from ${from}`, { timeout: 180_000 }, () => {
    test('a folder: the cell that differs, who adds what, a list, an edit, the other language', async () => {
      const { page, check } = await openPage(browser, address());
      await openArea(page);
      await page.locator('#area #folder').setInputFiles(folder);
      await result(page, /计入 2 份报告，核对 190 格：相符 189，不同 1，无法判断 0/);
      assert.match(await focused(page), /^计入 2 份/);
      const row = page.locator('tr[data-cell="t3.granted.natural"]');
      assert.deepEqual((await row.locator('td').allInnerTexts()).slice(0, 3), ['21', '12', '+9']);
      await row.locator('summary').click();
      assert.match(await row.locator('li').innerText(), /示例市商务局 12.*商务局\.docx/s);
      assert.equal(await page.locator('#area tbody tr').count(), 1);
      assert.deepEqual(await told(page), []);

      await page.locator('#area #list').setInputFiles({ name: '名单.csv', mimeType: 'text/csv', buffer: Buffer.from('单位名称,代码\n商务局,1\n青石镇,2\n教育局,3\n') });
      await page.locator('#area li').filter({ hasText: '名单中的「教育局」没有报告' }).waitFor();
      // What it has more may be the missing unit's.
      await result(page, /不同 0，无法判断 1/);

      await cell(page, 't3.granted.natural').fill('12');
      await result(page, /相符 190/);
      await page.getByRole('button', { name: 'English' }).click();
      await result(page, /2 reports counted, 190 cells compared: 190 agree/);
      await page.getByLabel('Show all cells').check();
      assert.equal(await page.locator('#area tbody tr').count(), 190);
      await check(BESIDE);
      await page.close();
    });

    test('files dropped: the report itself, a double, one of another year, what cannot be read', async () => {
      const { page, check } = await openPage(browser, address());
      await openArea(page);
      const files = {
        '全市.html': parent,
        '商务局.html': of(wrongHtml, '示例市商务局'),
        '商务局（二）.html': of(wrongHtml, '示例市商务局'),
        '去年.html': of(rightHtml, '示例市教育局').replace(/2025年/g, '2024年'),
        '空.html': '',
        '通知.txt': '关于开会的通知',
        '扫描件.pdf': [...(await pdf(browser, of(zeros(rightHtml), '示例市体育局')))],
      };
      await page.evaluate((files) => {
        const data = new DataTransfer();
        for (const [name, content] of Object.entries(files)) data.items.add(new File([typeof content === 'string' ? content : new Uint8Array(content)], name));
        const field = document.querySelector('#area > div').shadowRoot.querySelector('section');
        for (const type of ['dragover', 'drop']) field.dispatchEvent(new DragEvent(type, { dataTransfer: data, bubbles: true, cancelable: true, composed: true }));
      }, files);
      await result(page, /计入 \d 份/);
      const said = (await told(page)).join('\n');
      assert.match(said, /「示例市商务局」有两份报告（商务局\.html、商务局（二）\.html），表三、表四相同，只计一次/);
      assert.match(said, /「示例市教育局」的报告（去年\.html）是 2024 年的/);
      assert.match(said, /「空\.html」读不了/);
      assert.match(said, /「通知\.txt」不像年度报告/);
      assert.equal(/「扫描件\.pdf」读不了.*gouji-full\.html/.test(said), from === 'file', said);
      await page.locator('#area').getByText('本报告自身，没有计入：全市.html').waitFor();
      assert.match(await page.locator('.opened').innerText(), /粘贴的内容/, 'the drop opened no other report');
      await check(BESIDE);
      await page.close();
    });
  });
}

test('it can be stopped, starts anew, and goes with its report', { timeout: 120_000 }, async () => {
  const { page, check } = await openPage(browser, server.address);
  await openArea(page);
  const many = Array.from({ length: 300 }, (_, i) => ({ name: `${i}.html`, mimeType: 'text/html', buffer: Buffer.from(of(rightHtml, `示例市第${i}局`)) }));
  await page.locator('#area #files').setInputFiles(many);
  await page.getByText(/正在读取 [1-9]\d*\/300/).first().waitFor();
  await page.getByRole('button', { name: '停止' }).click();
  await page.getByText('已停止，没有读完').waitFor();
  assert.equal(await page.locator('#area #result').count(), 0);
  await page.locator('#area #folder').setInputFiles(folder);
  await result(page, /计入 2 份/);
  await page.emulateMedia({ media: 'print' });
  assert.equal(await page.locator('#area .choose').isVisible(), false);
  await page.emulateMedia({ media: 'screen' });
  await page.getByRole('button', { name: '换一份' }).click();
  assert.equal(await page.locator('#area section').count(), 0);
  await check(BESIDE);
  await page.close();
});
