// Many reports at once: a folder and a ZIP of sixty mixed reports, stopped, sorted, filtered, opened and gone back from;
// files that end an engine or take too long; what is taken away. On the site, from a folder, and in the single file.

import assert from 'node:assert/strict';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { after, before, describe, test } from 'node:test';

import { serve } from '../../scripts/serve.mjs';
import { dist, fullFile, launchChromium, launchFirefox, singleFile, watchedPage } from './support/browsers.mjs';
import { mixedReports } from './support/many.mjs';
import { cell, dropFiles, focused, openPage, pasteHtml, tabTo, verdictIs } from './support/page.mjs';
import { lastYearHtml, plainText, rightHtml, wordHtml, wrongHtml } from './support/reports.mjs';
import { zip } from './support/zip.mjs';
import { importTypeScript } from '../unit/support/typescript.mjs';

const BESIDE = [/gouji-(many|area|full-engine|settings|last-year)\.js$/];
const COUNT = 60;

let server, browser, folder, reports, archive;
before(async () => {
  server = await serve(dist);
  browser = await launchChromium();
  reports = await mixedReports(browser, COUNT);
  archive = zip(Object.fromEntries([...reports, ['空.html', ''], ['通知.txt', '关于开会的通知'], ['说明/封面.png', 'x']]));
  folder = mkdtempSync(path.join(tmpdir(), 'gouji-many-'));
  for (const [name, bytes] of reports) {
    mkdirSync(path.join(folder, path.dirname(name)), { recursive: true });
    writeFileSync(path.join(folder, name), bytes);
  }
});
after(async () => {
  await browser?.close();
  await server?.close();
  rmSync(folder, { recursive: true, force: true });
});

const done = (page, pattern) => page.locator('#done').filter({ hasText: pattern }).waitFor({ timeout: 60_000 });
const lines = (page) => page.locator('#many .list tbody tr');
const names = (page) => page.locator('#many .list tbody .file').allInnerTexts();
const line = (page, name) => lines(page).filter({ has: page.locator(`button:text-is("${name}")`) });
const chip = (page, words) => page.locator('#many .chip').filter({ hasText: words });

/** The page with sixty reports and two other files, read to the end. */
async function checked(address = server.address, options = {}) {
  const opened = await openPage(browser, address, options);
  await dropFiles(opened.page, [['全市.zip', archive]]);
  await done(opened.page, /核对完成，共 62 份/);
  return opened;
}

for (const [from, address, pdf] of [['http', () => server.address, true], ['the single file', () => singleFile, false]]) {
  test(`from ${from}: a ZIP is listed, and every file stands in it with what it comes to`, { timeout: 120_000 }, async () => {
    const { page, check } = await checked(address());
    assert.equal(await lines(page).count(), COUNT + 2);
    const unread = pdf ? 1 : 16;
    const counts = pdf ? ['✕ 有错误 20', `– 读不了 ${unread}`, '? 无法判断 1', '! 需要核对 0', '✓ 可以发布 40'] : ['✕ 有错误 15', `– 读不了 ${unread}`, '? 无法判断 1', '! 需要核对 0', '✓ 可以发布 30'];
    assert.deepEqual(await page.locator('#many .chip').allInnerTexts(), counts);
    assert.deepEqual(await line(page, '乡镇/第1局.html').locator('td').allInnerTexts(), ['✕有错误', '示例市第1局', '2025', '2', '0', '0', '表三「（一）予以公开」行总计与分项之和不符：12+2+0+0+1+0=15，表中总计为 24，相差 9']);
    assert.match(await line(page, '空.html').innerText(), /读不了.*内容为空/s);
    assert.match(await line(page, '部门/第4局.pdf').innerText(), pdf ? /有错误/ : /读不了.*gouji-full\.html/s);
    assert.match(await line(page, '部门/第2局.docx').innerText(), /可以发布/);
    await page.getByText('另有 1 个图片等非文档文件，没有读取').waitFor();
    await check(BESIDE);
    await page.close();
  });
}

test('a chosen folder: opened, mended, the way back, the neighbours, and the list as it was', { timeout: 120_000 }, async () => {
  const { page, check } = await openPage(browser, server.address);
  page.on('dialog', (dialog) => dialog.accept());
  await page.getByRole('button', { name: '整个文件夹、ZIP 或多份报告一起核对' }).click();
  await page.waitForFunction(() => document.querySelector('#many').shadowRoot?.activeElement);
  assert.equal(await focused(page), '选择文件夹');
  assert.equal(await page.locator('.drop').isVisible(), false, 'the empty page gives way');
  await page.locator('#many #folder').setInputFiles(folder);
  await done(page, /核对完成，共 60 份/);

  await page.locator('#filter').fill('局.html 不符');
  assert.match(await page.locator('#many .tools').first().innerText(), /显示 5 份，共 60 份/);
  const before = await names(page);
  await lines(page).nth(1).locator('button').click();
  await verdictIs(page, /有 2 处错误/);
  assert.match(await focused(page), /^有 2 处错误/);
  assert.match(await page.locator('header .opened').innerText(), new RegExp(before[1]));
  assert.equal(await lines(page).first().isVisible(), false);
  await page.getByText('列表中第 2 份，共 5 份').waitFor();
  await cell(page, 't3.granted.natural').fill('21');
  await verdictIs(page, /^可以发布/);
  await page.getByRole('button', { name: '下一份' }).click();
  await page.locator('header .opened').filter({ hasText: before[2] }).waitFor();
  await verdictIs(page, /有 2 处错误/);
  await page.getByText('列表中第 3 份，共 5 份').waitFor();

  await page.getByRole('button', { name: '返回列表' }).click();
  assert.deepEqual(await names(page), before);
  assert.equal(await focused(page), before[2], 'the focus is on what was opened');
  assert.equal(await page.locator('header .opened').innerText(), '');
  // Another way to the same list.
  await page.keyboard.press('Enter');
  await verdictIs(page, /有 2 处错误/);
  await page.getByRole('button', { name: '换一份' }).click();
  assert.deepEqual(await names(page), before);

  // A report from elsewhere in between does not cost the list.
  await pasteHtml(page, wordHtml(rightHtml), plainText(rightHtml));
  await verdictIs(page, /^可以发布/);
  await page.getByRole('button', { name: '返回列表' }).click();
  assert.deepEqual(await names(page), before);
  await page.getByRole('button', { name: '关闭列表' }).click();
  assert.equal(await page.locator('.drop').isVisible(), true);
  assert.equal(await focused(page), '选择文件');
  await check(BESIDE);
  await page.close();
});

test('stopped, what was read stands; results come at the end and nothing sorts itself', { timeout: 120_000 }, async () => {
  const { page, check } = await openPage(browser, server.address, { prepare: slowEngine });
  await dropFiles(page, [['全市.zip', archive]]);
  await page.waitForFunction(() => document.querySelector('#many').shadowRoot?.querySelectorAll('.list tbody tr').length >= 4);
  assert.equal(await focused(page), '停止');
  await page.locator('.busy').filter({ hasText: /正在核对，已完成 \d+\/62/ }).waitFor();
  await page.locator('.busy').filter({ hasText: /还需约|马上就好/ }).waitFor();
  // Once: a result that comes between two presses makes the second take it in, and not turn the order round.
  await page.locator('[data-sort="file"]').click();
  const sorted = await names(page);
  await page.waitForFunction((count) => document.querySelector('#many').shadowRoot.querySelectorAll('.list tbody tr').length > count, sorted.length);
  assert.deepEqual((await names(page)).slice(0, sorted.length), sorted, 'what stood keeps its place');
  await page.getByText(/后来的 \d+ 份排在最后/).waitFor();
  await page.getByRole('button', { name: '停止' }).click();
  await done(page, /已停止：核对了 \d+ 份，还有 \d+ 份没有核对/);
  assert.match(await focused(page), /^已停止/);
  const count = await lines(page).count();
  await page.waitForTimeout(300);
  assert.equal(await lines(page).count(), count);
  await page.locator('[data-sort="file"]').click();
  assert.equal(await page.locator('th[aria-sort="ascending"]').count(), 1, 'pressed again it takes in what came, in the same direction');
  await lines(page).first().locator('button').click();
  await page.locator('#back').waitFor();
  await check(BESIDE);
  await page.close();
});

test('sorted and filtered by keyboard alone', { timeout: 120_000 }, async () => {
  const { page, check } = await checked();
  const { keyboard } = page;
  assert.match(await focused(page), /^核对完成/);
  await tabTo(page, /^✕ 有错误 20/);
  await keyboard.press('Space');
  assert.equal(await lines(page).count(), 20);
  assert.equal(await chip(page, '有错误').getAttribute('aria-pressed'), 'true');
  await tabTo(page, /^$/);
  await keyboard.type('局.docx');
  assert.equal(await lines(page).count(), 5);
  await tabTo(page, /^显示全部/);
  await keyboard.press('Enter');
  assert.equal(await lines(page).count(), COUNT + 2);
  await tabTo(page, /^错误/);
  await keyboard.press('Enter');
  assert.equal(await page.locator('th[aria-sort="descending"]').innerText(), '错误 ▼');
  assert.match((await lines(page).first().innerText()), /有错误/);
  await tabTo(page, /第\d+局\.\w+$/);
  await keyboard.press('Enter');
  await verdictIs(page, /有 2 处错误/);
  await tabTo(page, /返回列表/, 'Shift+Tab');
  await keyboard.press('Enter');
  assert.equal(await lines(page).count(), COUNT + 2);
  await check(BESIDE);
  await page.close();
});

test('a file that ends its engine and one that never ends are named, and the rest goes on', { timeout: 120_000 }, async () => {
  const { page } = await openPage(browser, server.address, { prepare: deadlyFiles });
  const others = [['死.html', rightHtml], ['活.html', rightHtml], ['停.html', rightHtml], ['锁.docx', 'no document'], ['又死.html', rightHtml], ['再死.html', rightHtml], ['还死.html', rightHtml], ['也死.html', rightHtml], ['末.html', wrongHtml]];
  await dropFiles(page, others.map(([name, text]) => [name, Buffer.from(text)]));
  await done(page, /核对完成，共 9 份/);
  for (const name of ['死', '又死', '再死', '还死', '也死']) assert.match(await line(page, `${name}.html`).innerText(), /读不了.*核对程序意外终止/s);
  assert.match(await line(page, '停.html').innerText(), /读不了.*读了太久/s);
  assert.match(await line(page, '活.html').innerText(), /可以发布/);
  assert.match(await line(page, '末.html').innerText(), /有错误/);
  await page.close();
});

describe('what is taken away', { timeout: 120_000 }, () => {
  const taken = async (page, id) => {
    const download = page.waitForEvent('download');
    await page.locator(`#many #${id}`).click();
    const file = await download;
    return [file.suggestedFilename(), readFileSync(await file.path())];
  };

  /** The files of an archive, by name. */
  const unzipped = async (bytes) => {
    const { filesOf } = await importTypeScript('www/many/zip.ts');
    const files = await filesOf(new Blob([bytes]), '');
    return new Map(await Promise.all(files.map(async (file) => [file.path.slice(1), Buffer.from(await (await file.open()).arrayBuffer()).toString()])));
  };

  test('what is shown, as CSV, as a workbook, as a text for each office, as check sheets', async () => {
    const { page, check } = await checked(fullFile);
    await chip(page, '有错误').click();
    const [csvName, csv] = await taken(page, 'csv');
    assert.equal(csvName, '年报核对.csv');
    assert.deepEqual([...csv.subarray(0, 3)], [0xef, 0xbb, 0xbf]);
    const rows = csv.toString().trim().split('\r\n');
    assert.equal(rows.length, 21);
    assert.equal(rows[1].split(',').slice(0, 7).join(), (await lines(page).first().locator('td, th').allInnerTexts()).slice(0, 7).join().replace('✕', ''));

    const [bookName, book] = await taken(page, 'xlsx');
    assert.equal(bookName, '年报核对.xlsx');
    assert.match(book.toString('latin1'), /^PK.*xl\/worksheets\/sheet2\.xml/s);

    const [lettersName, letters] = await taken(page, 'letters');
    assert.equal(lettersName, '退回意见.zip');
    const texts = await unzipped(letters);
    assert.equal(texts.size, 20, 'a text for each, under a name of its own');
    assert.match(texts.get('示例市第1局.txt'), /^\ufeff示例市第1局：.*1\. 错误：表三「（一）予以公开」.*怎么改：/s);
    assert.ok(texts.has('示例市档案局 (2).txt'));

    await chip(page, '有错误').click();
    await page.locator('#filter').fill('局.docx');
    const [sheetsName, sheets] = await taken(page, 'sheets');
    assert.equal(sheetsName, '校验单.zip');
    const pages = await unzipped(sheets);
    assert.equal(pages.size, 15);
    assert.match(pages.get('示例市第2局.html'), /第2局\.docx.*[0-9a-f]{64}/s);
    await done(page, /已导出 15 份报告的校验单/);
    await page.getByRole('button', { name: '显示全部' }).click();

    await chip(page, '可以发布').click();
    await page.locator('#many #letters').click();
    await page.getByText('显示的报告里没有需要退回的').waitFor();
    await check(BESIDE);
    await page.close();
  });
});

describe('all of them together', { timeout: 120_000 }, () => {
  const whole = rightHtml.replace(/示例市某某局/g, '示例市人民政府');
  const zeros = (html) => html.replace(/<td([^>]*)>[\d.]+<\/td>/g, '<td$1>0</td>');
  const few = () => [
    ['全市.html', Buffer.from(whole)],
    ['商务局.html', Buffer.from(wrongHtml.replace(/示例市某某局/g, '示例市商务局'))],
    ['教育局.html', Buffer.from(zeros(rightHtml).replace(/示例市某某局/g, '示例市教育局'))],
  ];

  test('the heat map counts the wrong cells and shows their reports; it prints and is a table for everybody', async () => {
    const { page, check } = await checked(server.address, { height: 1500 });
    await page.getByText('表三哪些格常填错').click();
    const wrong = page.locator('[data-heat]');
    await wrong.first().waitFor();
    assert.deepEqual(await wrong.evaluateAll((all) => all.map(({ dataset, textContent, ariaLabel }) => [dataset.heat, textContent, ariaLabel])), [['t3.granted.natural', '20', '（一）予以公开 · 自然人：20 份有错，只看这些']]);
    assert.equal(await page.locator('.heat td').count(), 25 * 7);
    await wrong.click();
    assert.equal(await lines(page).count(), 20);
    assert.equal(await focused(page), '显示全部');
    await page.getByText('只看表三「（一）予以公开 · 自然人」有错的').waitFor();
    await page.emulateMedia({ media: 'print' });
    assert.equal(await page.locator('.heat').isVisible(), true);
    await page.emulateMedia({ media: 'screen' });
    await page.getByRole('button', { name: '显示全部' }).click();
    assert.equal(await lines(page).count(), COUNT + 2);
    await check(BESIDE);
    await page.close();
  });

  test('a report on the area is held against the sum of the others, on the same screen', async () => {
    const { page, check } = await openPage(browser, server.address, { height: 1500 });
    await dropFiles(page, few());
    await done(page, /核对完成，共 3 份/);
    await page.getByText('与汇总报告核对').click();
    assert.deepEqual(await page.locator('#many select option').allInnerTexts(), ['请选择', '示例市人民政府 全市.html'], 'only a report of a government is on an area');
    await page.locator('#many select').selectOption({ index: 1 });
    await page.locator('#units #result').filter({ hasText: '计入 2 份报告，核对 190 格：相符 189，不同 1，无法判断 0' }).waitFor();
    assert.deepEqual((await page.locator('#units tr[data-cell="t3.granted.natural"] td').allInnerTexts()).slice(0, 3), ['21', '12', '+9']);
    await page.getByText('本报告自身，没有计入：全市.html').waitFor();
    await page.getByRole('button', { name: 'English' }).click();
    await page.locator('#units #result').filter({ hasText: '2 reports counted, 190 cells compared' }).waitFor();
    await page.getByRole('button', { name: '中文' }).click();
    // A report that is opened and left changes nothing of it.
    await lines(page).first().locator('button').click();
    await page.locator('#back').click();
    assert.match(await page.locator('#units #result').innerText(), /不同 1/);
    await page.locator('#many select').selectOption({ index: 0 });
    assert.equal(await page.locator('#units #result').count(), 0);
    await check(BESIDE);
    await page.close();
  });
});

describe('what opens the list and what does not', { timeout: 120_000 }, () => {
  const opensList = async (page, count) => {
    await done(page, new RegExp(`核对完成，共 ${count} 份`));
    assert.equal(await lines(page).count(), count);
  };

  test('two reports that are no pair, three files, an archive in an archive', async () => {
    const { page, check } = await openPage(browser, server.address);
    page.on('dialog', (dialog) => dialog.accept());
    await dropFiles(page, [['甲.html', Buffer.from(rightHtml)], ['乙.html', Buffer.from(wrongHtml)]]);
    await opensList(page, 2);
    await dropFiles(page, [['甲.html', Buffer.from(rightHtml)], ['乙.html', Buffer.from(wrongHtml)], ['丙.zip', zip({ '丙.html': rightHtml, '丁.html': rightHtml })]], 'body');
    await opensList(page, 4);
    await check(BESIDE);
    await page.close();
  });

  test('a pair of years is compared as before, and an archive with one report is that report', async () => {
    const { page, check } = await openPage(browser, server.address);
    await dropFiles(page, [['甲.html', Buffer.from(lastYearHtml)], ['乙.html', Buffer.from(rightHtml)]]);
    await verdictIs(page, /^可以发布/);
    assert.match(await page.locator('.tell').textContent(), /正在核对「乙\.html」/);
    await dropFiles(page, [['报告.zip', zip({ '报告/年报.html': wrongHtml, '报告/年报_files/a.css': 'x', '报告/说明.txt': '请查收' })]], 'body');
    await verdictIs(page, /有 2 处错误/);
    assert.match(await page.locator('header .opened').innerText(), /年报\.html/);
    assert.equal(await page.locator('#many *').count(), 0);
    await dropFiles(page, [['坏.zip', Buffer.from('PK\x03\x04 cut off')]], 'body');
    await page.locator('gouji-check').getByText(/文件不完整或已损坏/).waitFor();
    await check(BESIDE);
    await page.close();
  });

  test('a folder with nothing in it, and the module that does not load', async () => {
    const { page } = await openPage(browser, server.address);
    await page.route('**/gouji-full-engine.js', (route) => route.fulfill({ status: 404 }));
    await dropFiles(page, [1, 2, 3].map((i) => [`${i}.png`, Buffer.from('x')]));
    await page.locator('#many').getByText('里面没有可以核对的文件').waitFor();
    await dropFiles(page, [1, 2, 3].map((i) => [`${i}.html`, Buffer.from(rightHtml)]), 'body');
    await page.locator('#many').getByText(/gouji-full-engine\.js/).waitFor();
    await page.unroute('**/gouji-full-engine.js');
    await dropFiles(page, [1, 2, 3].map((i) => [`${i}.html`, Buffer.from(rightHtml)]), 'body');
    await opensList(page, 3);
    await page.close();
  });
});

describe('for everybody', { timeout: 120_000 }, () => {
  test('forced colours keep what is pressed', async () => {
    const { page } = await checked(fullFile);
    await page.emulateMedia({ forcedColors: 'active' });
    await chip(page, '有错误').click();
    assert.notEqual(await chip(page, '有错误').evaluate((element) => getComputedStyle(element).outlineStyle), 'none');
    await page.close();
  });

  test('in English nothing is left in Chinese but what the reports say', async () => {
    const { page } = await checked(fullFile);
    await page.getByRole('button', { name: 'English' }).click();
    await done(page, /Done: 62 reports/);
    const own = await page.evaluate(() => [...document.querySelector('#many').shadowRoot.querySelectorAll('h2, button:not(.link), caption, summary, .tools, .standing, [role="status"]')].map((element) => element.textContent).join(' '));
    assert.deepEqual(own.match(/[\u4e00-\u9fff]+/g), null);
    assert.match(await line(page, '乡镇/第1局.html').innerText(), /Errors.*differ/s);
    await page.close();
  });

  test('on paper every line stands, and no button', async () => {
    const many = zip(Object.fromEntries(Array.from({ length: 230 }, (_, i) => [`${i}.txt`, '通知'])));
    const { page } = await openPage(browser, fullFile);
    await dropFiles(page, [['很多.zip', many]]);
    await done(page, /共 230 份/);
    assert.equal(await lines(page).count(), 200);
    await page.emulateMedia({ media: 'print' });
    await page.evaluate(() => dispatchEvent(new Event('beforeprint')));
    assert.equal(await lines(page).count(), 230);
    assert.equal(await page.locator('#many .choose').isVisible(), false);
    await page.evaluate(() => dispatchEvent(new Event('afterprint')));
    await page.emulateMedia({ media: 'screen' });
    await page.getByRole('button', { name: '再显示 30 份' }).click();
    assert.equal(await lines(page).count(), 230);
    await page.close();
  });
});

test('Firefox lists them too', { timeout: 120_000 }, async () => {
  const firefox = await launchFirefox();
  try {
    const { page, seen } = await watchedPage(firefox);
    await page.goto(server.address, { waitUntil: 'load' });
    await dropFiles(page, [['全市.zip', archive]]);
    await page.waitForFunction(() => /共 62 份/.test(document.querySelector('#many').shadowRoot?.querySelector('#done')?.textContent ?? ''), { timeout: 60_000 });
    assert.deepEqual(await page.evaluate(() => [...document.querySelector('#many').shadowRoot.querySelectorAll('.chip b')].map((count) => count.textContent)), ['20', '1', '1', '0', '40']);
    assert.deepEqual([seen.violations, seen.errors], [[], []]);
  } finally {
    await firefox.close();
  }
});

// The two functions below run in the page before its own script.

function slowEngine() {
  const send = Worker.prototype.postMessage;
  Worker.prototype.postMessage = function (message) {
    setTimeout(() => send.call(this, message), message.question === 'summary' ? 150 : 0);
  };
}

/** One name ends the worker that reads it, another is never answered; nobody waits the full twenty seconds. */
function deadlyFiles() {
  const send = Worker.prototype.postMessage;
  Worker.prototype.postMessage = function (message) {
    const name = message.question === 'summary' ? message.given.name : '';
    if (name.includes('死')) setTimeout(() => this.onerror?.({ message: 'killed by the test' }));
    else if (!name.includes('停')) send.call(this, message);
  };
  const wait = setTimeout;
  globalThis.setTimeout = (run, ms, ...rest) => wait(run, ms === 20_000 ? 3000 : ms, ...rest);
}
