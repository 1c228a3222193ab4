// The clerk's way through the page in a real browser, from a web server and from a file: paste or drop a report, see
// what is wrong, mend it, copy it back; and that nothing leaves the page on the way.

import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';

import { serve } from '../../scripts/serve.mjs';
import { dist, launchChromium, singleFile } from './support/browsers.mjs';
import { cell, dropFiles, focused, openPage, pasteHtml, pasteItem, readClipboard, verdictIs } from './support/page.mjs';
import { plainText, rightHtml, wordHtml, wrongHtml } from './support/reports.mjs';

const TWO_ERRORS = /有 2 处错误/;
const CLEAN = /^可以发布/;
const WRONG_CELL = 't3.granted.natural';

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

for (const [from, address] of [['http', () => server.address], ['file', () => singleFile]]) {
  describe(`from ${from}`, { timeout: 120_000 }, () => {
    test('pasted from Word: a finding chosen, its proposal taken, the table copied back', async () => {
      const { page, check } = await openPage(browser, address());
      await pasteHtml(page, wordHtml(wrongHtml), plainText(wrongHtml));
      await verdictIs(page, TWO_ERRORS);
      assert.equal(await focused(page), '有 2 处错误，请修改后再发布', 'the verdict has the focus');

      await page.locator('.finding h3 button').nth(1).click();
      await page.waitForFunction(() => document.querySelector('gouji-check').shadowRoot.activeElement?.dataset.cell);
      const chosen = await focused(page);
      await assertInView(page, chosen);
      const terms = await page.locator('.equation .term b').allTextContents();
      assert.ok(terms.includes('12'), `the sum is drawn with its figures: ${terms}`);

      await page.locator(`.take[data-take="${WRONG_CELL}"]`).click();
      await verdictIs(page, CLEAN);
      assert.equal(await cell(page, WRONG_CELL).inputValue(), '21');
      assert.equal(await focused(page), WRONG_CELL, 'the focus stays where the person was');

      await page.getByRole('button', { name: '复制修正后的表三' }).click();
      await page.waitForSelector('text=已复制表三');
      const { html, text } = await readClipboard(page);
      assert.match(html.replace(/\s+/g, ' '), /rowspan="22"[^>]*>三、本年度办理结果/);
      assert.ok(text.includes('（一）予以公开\t\t21\t2\t0\t0\t1\t0\t24'), text);

      // What was copied is itself a report that can be pasted, and it is clean.
      page.on('dialog', (dialog) => dialog.accept());
      await pasteHtml(page, html, text);
      await verdictIs(page, /^可以发布|没有发现/);
      await check();
      await page.close();
    });

    test('pasted as plain text: a cell edited, marks at each keystroke, the way back', async () => {
      const { page, check } = await openPage(browser, address());
      await pasteItem(page, { 'text/plain': plainText(rightHtml) });
      await verdictIs(page, CLEAN);

      const total = cell(page, 't3.new.total');
      await total.click();
      await page.keyboard.type('5');
      await verdictIs(page, /处错误/);
      assert.equal(await total.getAttribute('aria-invalid'), 'true');
      await page.keyboard.type('0');
      await verdictIs(page, CLEAN);
      assert.equal(await total.getAttribute('aria-invalid'), 'false');

      await page.keyboard.type('7');
      await verdictIs(page, /处错误/);
      await page.keyboard.press('Escape');
      await verdictIs(page, CLEAN);
      assert.equal(await total.inputValue(), '50');

      await total.fill('51');
      await verdictIs(page, /处错误/);
      await page.getByRole('button', { name: '撤销' }).click();
      await verdictIs(page, CLEAN);
      assert.equal(await total.inputValue(), '50');
      await check();
      await page.close();
    });

    test('a dropped file', async () => {
      const { page, check } = await openPage(browser, address());
      await dropFiles(page, [['示例年报.html', Buffer.from(wrongHtml)]]);
      await verdictIs(page, TWO_ERRORS);
      assert.match(await page.locator('header .opened').textContent(), /示例年报\.html.*2021年格式/s);
      await check();
      await page.close();
    });

    test('a chosen file', async () => {
      const { page, check } = await openPage(browser, address());
      const chooser = page.waitForEvent('filechooser');
      await page.locator('.drop h2').click();
      await (await chooser).setFiles({ name: '年报.html', mimeType: 'text/html', buffer: Buffer.from(wrongHtml) });
      await verdictIs(page, TWO_ERRORS);
      await check();
      await page.close();
    });

    test('the examples are what they say', async () => {
      const { page, check } = await openPage(browser, address());
      await page.getByRole('button', { name: '有一处填错的报告' }).click();
      await verdictIs(page, TWO_ERRORS);
      await page.getByRole('button', { name: '换一份' }).click();
      await page.getByRole('button', { name: '填写正确的报告' }).click();
      await verdictIs(page, CLEAN);
      assert.equal(await page.locator('.finding').count(), 0);
      await check();
      await page.close();
    });

    test('a blank form of either edition, to be filled in and copied', async () => {
      const { page, check } = await openPage(browser, address());
      for (const [name, cells] of [['空白表（2021年及以后）', 175], ['空白表（2019、2020年）', 161]]) {
        await page.getByRole('button', { name }).click();
        await page.getByRole('tab', { name: /表三/ }).click();
        await page.waitForFunction((n) => {
          const shown = document.querySelector('gouji-check').shadowRoot.querySelectorAll('table.t3 input');
          return shown.length === n && [...shown].every((input) => input.value === '');
        }, cells);
        await cell(page, 't3.new.natural').fill('3');
        assert.equal(await cell(page, 't3.new.natural').inputValue(), '3');
        page.once('dialog', (dialog) => dialog.accept());
        await page.getByRole('button', { name: '换一份' }).click();
      }
      await check();
      await page.close();
    });
  });
}

describe('what the person sees', { timeout: 120_000 }, () => {
  test('nothing moves when findings come and go', async () => {
    const { page } = await openPage(browser, singleFile);
    await pasteHtml(page, rightHtml, plainText(rightHtml));
    await verdictIs(page, CLEAN);
    const total = cell(page, 't3.rejected.petition.total');
    await total.scrollIntoViewIfNeeded();
    await total.focus();
    const boxes = () => page.evaluate(() => [...document.querySelector('gouji-check').shadowRoot.querySelectorAll('table.t3 td.n')]
      .map((td) => { const { x, y, width, height } = td.getBoundingClientRect(); return [x, y, width, height].map(Math.round).join(' '); }));
    const still = await boxes();
    await total.fill('9');
    await verdictIs(page, /处错误/);
    assert.deepEqual(await boxes(), still);
    await total.fill('');
    await page.waitForSelector('td.is-blank');
    assert.deepEqual(await boxes(), still);
    await page.close();
  });

  test('a row of figures out of a spreadsheet fills a row, and one step takes it back', async () => {
    const { page } = await openPage(browser, singleFile);
    await pasteHtml(page, rightHtml, plainText(rightHtml));
    await verdictIs(page, CLEAN);
    await cell(page, 't3.denied.secret.natural').click();
    await pasteItem(page, { 'text/plain': '1\t2\t0\t0\t0\t0\t3\r\n' });
    await verdictIs(page, /处错误/);
    assert.equal(await cell(page, 't3.denied.secret.total').inputValue(), '3');
    await page.keyboard.press('Control+z');
    await verdictIs(page, CLEAN);
    assert.equal(await cell(page, 't3.denied.secret.total').inputValue(), '0');
    await page.close();
  });

  test('a file that cannot be read is refused in words, and the field stays', async () => {
    const { page } = await openPage(browser, singleFile);
    await dropFiles(page, [['年报.pdf', Buffer.from('%PDF-1.7\n%âãÏÓ\n1 0 obj\n<<>>\nendobj\n')]]);
    await verdictIs(page, /没有读出内容/);
    assert.match(await page.locator('.verdict p').textContent(), /PDF/);
    assert.ok(await page.locator('.drop').isVisible());
    await page.close();
  });

  test('a hostile paste is text, never markup', async () => {
    const { page, check } = await openPage(browser, singleFile);
    const bad = '<img src=x onerror="globalThis.hit=1"><script>globalThis.hit=1</script>';
    const hostile = rightHtml.replace('>45<', `>45${bad}&lt;img src=x onerror=globalThis.hit=1&gt;<`);
    await pasteHtml(page, hostile, 'x');
    await page.waitForSelector('.verdict');
    assert.equal(await page.evaluate(() => globalThis.hit), undefined);
    assert.equal(await page.evaluate(() => document.querySelector('gouji-check').shadowRoot.querySelectorAll('img, script').length), 0);
    await check();
    await page.close();
  });

  test('edits are not thrown away unasked', async () => {
    const { page } = await openPage(browser, singleFile);
    await pasteHtml(page, rightHtml, plainText(rightHtml));
    await verdictIs(page, CLEAN);
    await cell(page, 't3.new.natural').fill('46');
    await verdictIs(page, /处错误/);
    const asked = [];
    page.on('dialog', (dialog) => {
      asked.push(dialog.message());
      dialog.dismiss();
    });
    await page.getByRole('button', { name: '换一份' }).click();
    assert.equal(asked.length, 1);
    assert.equal(await cell(page, 't3.new.natural').inputValue(), '46');
    await page.close();
  });

  test('a slow engine: a bar after a while, and a way out', async () => {
    const { page } = await openPage(browser, singleFile, { prepare: holdTheEngine });
    await pasteHtml(page, rightHtml, plainText(rightHtml));
    await page.waitForSelector('.busy');
    await page.getByRole('button', { name: '取消' }).click();
    await page.waitForSelector('.busy', { state: 'detached' });
    assert.ok(await page.locator('.drop').isVisible());
    await page.evaluate(() => (globalThis.holdEngine = false));
    await pasteHtml(page, rightHtml, plainText(rightHtml));
    await verdictIs(page, CLEAN);
    await page.close();
  });

  test('an engine that dies is replaced, the page says so and keeps the changes', async () => {
    const { page } = await openPage(browser, singleFile, { prepare: killTheEngine });
    await pasteHtml(page, rightHtml, plainText(rightHtml));
    await verdictIs(page, CLEAN);
    await page.evaluate(() => (globalThis.killNext = true));
    await cell(page, 't3.new.natural').fill('46');
    await page.waitForSelector('text=已自动重新启动');
    await verdictIs(page, /处错误/);
    assert.equal(await cell(page, 't3.new.natural').inputValue(), '46');
    await page.close();
  });

  test('large type and English reach everything', async () => {
    const { page } = await openPage(browser, singleFile);
    await page.getByRole('button', { name: '有一处填错的报告' }).click();
    await verdictIs(page, TWO_ERRORS);
    const size = () => page.locator('#verdict').evaluate((element) => parseFloat(getComputedStyle(element).fontSize));
    const small = await size();
    await page.getByRole('button', { name: '大字' }).click();
    assert.equal(Math.round((await size()) / small * 100), 125);
    await page.getByRole('button', { name: 'English' }).click();
    await verdictIs(page, /errors/);
    const chinese = await page.evaluate(() => {
      // The sentences of the engine may quote the form's own Chinese words.
      const own = 'h2, .chips, .actions, .tabs, .no, .do, .cause h3, .off';
      const texts = [...document.querySelectorAll('header, .private'), ...document.querySelector('gouji-check').shadowRoot.querySelectorAll(own)];
      return texts.map((element) => element.textContent).join(' ').match(/[\u4e00-\u9fff]{2,}/g);
    });
    assert.deepEqual(chinese?.filter((word) => word !== '中文') ?? [], []);
    await page.close();
  });
});

/** The cell and the heads of its row and column lie inside the window, and nothing lies over them. */
async function assertInView(page, name) {
  const hidden = await page.evaluate((name) => {
    const root = document.querySelector('gouji-check').shadowRoot;
    const input = root.querySelector(`input[data-cell="${name}"]`);
    const parts = [input, ...root.querySelectorAll('th.lit')];
    if (parts.length < 3) return ['the heads are not lit'];
    return parts.filter((part) => {
      const box = part.getBoundingClientRect();
      // A head that spans many rows is seen where it crosses the row of the cell.
      const y = Math.min(Math.max((box.top + box.bottom) / 2, 1), innerHeight - 1);
      const row = input.getBoundingClientRect();
      const at = box.height > 200 ? (row.top + row.bottom) / 2 : y;
      return root.elementFromPoint((box.left + box.right) / 2, at) !== part;
    }).map((part) => part.dataset.cell ?? part.textContent);
  }, name);
  assert.deepEqual(hidden, []);
}

// The two functions below run in the page before its own script.

function holdTheEngine() {
  globalThis.holdEngine = true;
  const send = Worker.prototype.postMessage;
  Worker.prototype.postMessage = function (message) {
    if (!globalThis.holdEngine || message.question !== 'check') send.call(this, message);
  };
}

function killTheEngine() {
  const send = Worker.prototype.postMessage;
  Worker.prototype.postMessage = function (message) {
    if (!globalThis.killNext || message.question !== 'check') return send.call(this, message);
    globalThis.killNext = false;
    setTimeout(() => this.onerror?.({ message: 'killed by the test' }));
  };
}
