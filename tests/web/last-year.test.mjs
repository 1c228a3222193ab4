// Last year's report beside this one: dropped, chosen, pasted; before or after this year's; what does not fit, and the
// two the wrong way round. On the site, in the single file, and in the one that reads everything.

import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';

import { serve } from '../../scripts/serve.mjs';
import { violations } from './support/axe.mjs';
import { dist, fullFile, launchChromium, singleFile } from './support/browsers.mjs';
import { pdf } from './support/office.mjs';
import { cell, dropFiles, focused, openPage, pasteHtml, tabTo, verdictIs } from './support/page.mjs';
import { docx, lastYearHtml, plainText, rightHtml, wordHtml } from './support/reports.mjs';

const CLEAN = /^可以发布/;
const BESIDE = [/gouji-(last-year|full-engine|settings)\.js$/];

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

const open = (page, html = rightHtml) => pasteHtml(page, wordHtml(html), plainText(html));
const give = (page, html, name = '去年.html') => dropFiles(page, [[name, typeof html === 'string' ? Buffer.from(html) : html]], '.last');
const says = (page, pattern) => page.locator('.last [role="status"]').filter({ hasText: pattern }).waitFor({ timeout: 10_000 });
/** How the checks of a rule ended, as the checklist has them. */
const outcomes = async (page, rule) => {
  await page.getByRole('button', { name: /^核对清单（/ }).click();
  const text = await page.locator('table.checks tbody tr', { has: page.locator(`code:text-is("${rule}")`) }).locator('td').innerText();
  await page.getByRole('tab', { name: /表三/ }).click();
  return text;
};

for (const [from, address] of [['http', () => server.address], ['file', () => singleFile], ['the full file', () => fullFile]]) {
  describe(`from ${from}`, { timeout: 180_000 }, () => {
    test('after this year’s: compared, followed through edits, replaced, taken away', async () => {
      const { page, check } = await openPage(browser, address());
      await open(page);
      await verdictIs(page, CLEAN);
      assert.match(await outcomes(page, 'years-carry'), /不适用/);
      await give(page, lastYearHtml);
      await says(page, /^已比较：相符 \d+ 项，不符 0 项/);
      assert.match(await page.locator('.last .name').textContent(), /去年\.html.*示例市某某局 · 2024 年度/s);
      await verdictIs(page, CLEAN);
      assert.match(await outcomes(page, 'years-carry'), /相符/);

      // An edit keeps it, and is compared with it.
      await cell(page, 't3.carried_in.total').fill('4');
      await page.waitForFunction(() => [...document.querySelector('gouji-check').shadowRoot.querySelectorAll('.finding')].some((card) => /2024 年/.test(card.textContent)));
      await says(page, /不符 1 项/);
      assert.match(await outcomes(page, 'years-carry'), /不符/);
      await page.getByRole('button', { name: '撤销' }).click();
      await verdictIs(page, CLEAN);

      await give(page, lastYearHtml.replace(/2024年/g, '2023年'), '前年.html');
      await says(page, /没有比较.*2023 年/);
      await verdictIs(page, /无法判断：没有与去年的报告比较/);
      assert.match(await outcomes(page, 'years-carry'), /无法判断/);
      await page.getByRole('button', { name: '去掉' }).click();
      await verdictIs(page, CLEAN);
      assert.equal(await focused(page), '选择文件', 'the focus stays in the place for it');
      assert.match(await outcomes(page, 'years-carry'), /不适用/);
      assert.equal(await page.locator('.last .name').count(), 0);
      assert.deepEqual(await page.evaluate(() => [localStorage.length, sessionStorage.length, document.cookie]), [0, 0, '']);
      await check(BESIDE);
      await page.close();
    });

    test('before this year’s, by paste and as a Word file; two at once are put in order', async () => {
      const { page, check } = await openPage(browser, address());
      await page.locator('.last textarea').focus();
      await open(page, lastYearHtml);
      await says(page, /打开本年度报告后一起核对/);
      await page.locator('.drop h2').evaluate((heading) => heading.closest('.drop').querySelector('button').focus());
      await open(page);
      await says(page, /^已比较/);
      await verdictIs(page, CLEAN);
      await page.getByRole('button', { name: '去掉' }).click();
      await give(page, docx(lastYearHtml), '去年.docx');
      await says(page, /^已比较/);

      await page.getByRole('button', { name: '去掉' }).click();
      await page.getByRole('button', { name: '换一份' }).click();
      await dropFiles(page, [['甲.html', Buffer.from(lastYearHtml)], ['乙.html', Buffer.from(rightHtml)]]);
      await says(page, /^已比较/);
      assert.match(await page.locator('.tell').textContent(), /正在核对「乙\.html」，并与上一年的「甲\.html」比较/);
      assert.match(await page.locator('header .opened').textContent(), /乙\.html/);
      await verdictIs(page, CLEAN);
      await check(BESIDE);
      await page.close();
    });
  });
}

describe('what does not fit', { timeout: 180_000 }, () => {
  const OTHERS = {
    'another organ': [lastYearHtml.replace('示例市某某局', '远方县教育局'), /没有比较.*远方县教育局/],
    'the same year': [rightHtml, /没有比较.*2025 年的/],
    'without a title': ['<p>一段文字</p>', /没有比较.*标题没有年度/],
    'without tables': [lastYearHtml.replace(/<table[\s\S]*?<\/table>/g, ''), /没有读到表二、表三、表四/],
    'nothing': ['', /去年的报告|没有内容|空/],
    'a broken file': [Buffer.from('PK\x03\x04 broken'), /./],
  };
  for (const [what, [content, words]] of Object.entries(OTHERS)) {
    test(what, async () => {
      const { page, check } = await openPage(browser, fullFile);
      await open(page);
      await verdictIs(page, CLEAN);
      await give(page, content);
      await page.waitForFunction(() => !document.querySelector('.last progress'));
      await says(page, words);
      assert.ok(await page.locator('gouji-check #verdict').count(), 'this year’s report stays');
      await check();
      await page.close();
    });
  }

  test('a file that the single file has no reader for leaves this year’s report alone', async () => {
    const { page } = await openPage(browser, singleFile);
    await open(page);
    await give(page, await pdf(browser, lastYearHtml), '去年.pdf');
    await says(page, /gouji-full\.html/);
    await cell(page, 't3.new.total').fill('51');
    await verdictIs(page, /处错误/);
    await page.close();
    const { page: whole } = await openPage(browser, fullFile);
    await open(whole);
    await give(whole, await pdf(browser, lastYearHtml), '去年.pdf');
    await says(whole, /^已比较/);
    await whole.close();
  });

  test('the wrong way round: swapped by keyboard', async () => {
    const { page, check } = await openPage(browser, singleFile);
    await open(page, lastYearHtml);
    await page.locator('#verdict').waitFor();
    await give(page, rightHtml, '今年.html');
    await says(page, /可能放反了/);
    assert.deepEqual(await violations(page), []);
    await tabTo(page, /^对调这两份报告$/);
    await page.keyboard.press('Enter');
    await says(page, /^已比较/);
    await verdictIs(page, CLEAN);
    assert.match(await page.locator('header .opened').textContent(), /今年\.html/);
    assert.match(await focused(page), /^可以发布/, 'the verdict has the focus');
    await check();
    await page.close();
  });

  test('the parts that do not load are named, and this year’s report goes on', async () => {
    const { page } = await openPage(browser, server.address);
    await page.route('**/gouji-last-year.js', (route) => route.abort());
    await open(page);
    await verdictIs(page, CLEAN);
    await give(page, lastYearHtml);
    await page.locator('.tell').filter({ hasText: '没有载入' }).waitFor();
    await page.unroute('**/gouji-last-year.js');
    await page.route('**/gouji-full-engine.js', (route) => route.abort());
    await give(page, lastYearHtml);
    await says(page, /模块没有载入/);
    await page.unroute('**/gouji-full-engine.js');
    await give(page, lastYearHtml);
    await says(page, /^已比较/);
    await verdictIs(page, CLEAN);
    await page.close();
  });
});

describe('what is in it is only text', { timeout: 60_000 }, () => {
  const PAYLOAD = '<img src=x onerror="globalThis.hacked=1"><script>globalThis.hacked=1</script>';
  test('a script in its name, its title and its words', async () => {
    const { page, check } = await openPage(browser, singleFile);
    await open(page);
    const escaped = PAYLOAD.replace(/</g, '&lt;');
    await give(page, lastYearHtml.replace('示例市某某局', `${escaped}局`) + PAYLOAD, `${PAYLOAD}.html`);
    await page.waitForFunction(() => !document.querySelector('.last progress') && document.querySelector('.last .name'));
    assert.ok((await page.locator('.last .name').textContent()).includes(PAYLOAD));
    assert.equal(await page.locator('.last img, .last script').count(), 0);
    assert.equal(await page.evaluate(() => globalThis.hacked), undefined);
    await check();
    await page.close();
  });
});

describe('seen and heard', { timeout: 120_000 }, () => {
  test('in English; on paper', async () => {
    const { page } = await openPage(browser, singleFile);
    await open(page);
    await give(page, lastYearHtml);
    await says(page, /^已比较/);
    await page.getByRole('button', { name: 'English' }).click();
    await says(page, /^Compared: \d+ held, 0 broken/);
    await page.emulateMedia({ media: 'print' });
    assert.ok(await page.locator('.last .name').isVisible());
    assert.equal(await page.locator('.last button:visible').count(), 0);
    await page.close();
  });

  test('chosen by keyboard', async () => {
    const { page } = await openPage(browser, singleFile);
    await open(page);
    // From here on a chooser is an event; asked for only before the key, it may open for nobody.
    page.on('filechooser', () => undefined);
    // The button of the empty page is called so too.
    await page.getByRole('tab', { name: /表三/ }).waitFor();
    await tabTo(page, /^选择文件$/);
    const chooser = page.waitForEvent('filechooser');
    await page.keyboard.press('Enter');
    await (await chooser).setFiles({ name: '去年.html', mimeType: 'text/html', buffer: Buffer.from(lastYearHtml) });
    await says(page, /^已比较/);
    await page.close();
  });
});
