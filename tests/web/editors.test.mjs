// Every adapter with the real editor, in the example pages: a report pasted out of Word, the button pressed, the marks
// over the right cells wherever they move, a proposal taken and undone, nothing written into the document, the gate.

import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { describe, test } from 'node:test';

import { assertMarked, examplesInBrowser, marks, openExample, panel, paste, verdictIs } from './support/editor.mjs';
import { plainText, rightHtml, wordHtml, wrongHtml } from './support/reports.mjs';

const TWO_ERRORS = /有 2 处错误/;
const CLEAN = /^可以发布/;
const ROW = '（一）予以公开';

/** Where each editor has its button; how it goes back one step where it does not hear Ctrl+Z. */
const EDITORS = {
  tinymce: { button: '.tox-tbtn:has-text("年报校验")' },
  ckeditor5: { button: '.ck-button:has-text("年报校验")' },
  ckeditor4: { button: '.cke_button__gouji' },
  // A key makes UEditor add a style to the cell of the caret, so it goes back by its command.
  ueditor: { button: '.edui-for-gouji .edui-label', undo: () => editor.execCommand('undo') },
  kindeditor: { button: '.ke-outline[data-name="gouji"]' },
  wangeditor5: { button: 'button[data-menu-key="gouji"]' },
  wangeditor4: { button: '.w-e-menu[data-title="年报校验"]' },
  quill: { button: '.ql-gouji' },
  contenteditable: { button: '.gouji-button' },
};

const there = examplesInBrowser();

const html = (page) => page.evaluate(() => attached.html());
const gate = (page) => page.evaluate(async () => {
  const { pass, errors } = await gouji.gate(editor, { level: 'error' });
  return { pass, errors };
});

for (const [name, { button, undo }] of Object.entries(EDITORS)) {
  test(`${name}: paste, marks, proposal, undo, gate`, { timeout: 60_000 }, async () => {
    const { page, seen } = await openExample(there.browser, `${there.server.address}${name}.html`);
    await paste(page, wordHtml(wrongHtml), plainText(wrongHtml));
    await page.waitForFunction((row) => globalThis.cellOf(row, '24'), ROW);
    const before = await stillHtml(page);
    const start = { requests: seen.requests.length, violations: (await page.evaluate(() => globalThis.violations)).length };

    await page.locator(button).click();
    await verdictIs(page, TWO_ERRORS);
    await panel(page, '.finding h3 button').first().click();
    await assertMarked(page, '①', ROW, '24', 'pressed');
    await assertMarked(page, '→ 21', ROW, '12', 'pressed');
    assert.equal(firstDifference(await html(page), before), null, 'marks change nothing that is saved');
    assert.deepEqual(await gate(page), { pass: false, errors: 2 });

    await page.evaluate(scroll, 35);
    await assertMarked(page, '①', ROW, '24', 'scrolled');
    await page.evaluate(() => { document.querySelector('h1').style.padding = '30px'; });
    await assertMarked(page, '①', ROW, '24', 'moved');
    await page.evaluate(() => { document.body.style.maxWidth = '800px'; });
    await page.setViewportSize({ width: 1380, height: 760 });
    await assertMarked(page, '①', ROW, '24', 'resized');
    await page.evaluate(scroll, 5000);
    await page.waitForFunction(() => !globalThis.marks().some(({ sign }) => sign === '①'));
    await panel(page, '.finding .do button').first().click();
    await assertMarked(page, '①', ROW, '24', 'gone to');

    await panel(page, '.cause button').filter({ hasText: '采用 21' }).click();
    await verdictIs(page, CLEAN);
    assert.ok(await page.evaluate((row) => Boolean(globalThis.cellOf(row, '21')), ROW), 'the figure stands in its cell');
    assert.deepEqual(await marks(page), []);
    assert.deepEqual(await gate(page), { pass: true, errors: 0 });

    if (undo) await page.evaluate(undo);
    else await page.keyboard.press('Control+z'); // the caret is in the editor
    await verdictIs(page, TWO_ERRORS);
    assert.equal(firstDifference(await html(page), before), null, 'one step back brings the old figure back');
    await panel(page, '.finding .do button').first().click();
    await assertMarked(page, '①', ROW, '24', 'undone');

    await typeInto(page, '24', '9');
    await page.waitForFunction(() => !globalThis.marks().some(({ sign }) => sign.includes('①')), null, { timeout: 350, polling: 10 });
    await verdictIs(page, /处错误/);
    await page.waitForFunction(() => globalThis.marks().some(({ sign }) => sign.includes('①')));

    assert.deepEqual(seen.requests.slice(start.requests), [], 'requests');
    assert.deepEqual((await page.evaluate(() => globalThis.violations)).slice(start.violations), [], 'violations of the policy');
    assert.deepEqual(seen.errors.filter((text) => !/favicon|404/.test(text)), []);
    await page.close();
  });
}

/** Editors tidy up for a while after a paste. */
async function stillHtml(page) {
  for (let last = null; ;) {
    const now = await html(page);
    if (now === last) return now;
    last = now;
    await page.waitForTimeout(400);
  }
}

function firstDifference(a, b) {
  if (a === b) return null;
  const at = [...a].findIndex((_, i) => a[i] !== b[i]);
  return [a.slice(at - 60, at + 60), b.slice(at - 60, at + 60)];
}

test('textarea: the marks lie over the figures of the source', { timeout: 60_000 }, async () => {
  const { page, seen } = await openExample(there.browser, `${there.server.address}textarea.html`);
  await paste(page, '', wrongHtml);
  const before = await html(page);
  assert.equal(before, wrongHtml.replace(/\r\n/g, '\n'));
  const requests = seen.requests.length;
  await page.locator('.gouji-button').click();
  await verdictIs(page, TWO_ERRORS);
  await panel(page, '.finding .do button').first().click();
  assert.equal(await page.evaluate(() => editor.value.slice(editor.selectionStart, editor.selectionEnd)), '24', 'the figure is chosen');
  for (const [sign, figure, move] of [['①', '24', 0], ['→ 21', '12', 0], ['①', '24', 30]]) {
    await page.evaluate((by) => { editor.scrollTop += by; }, move);
    await page.waitForTimeout(100);
    const mark = (await marks(page)).find((one) => one.sign === sign);
    assert.ok(mark, `${sign} is shown: ${JSON.stringify(await marks(page))}`);
    // The browser itself says which character lies under the middle of the mark.
    const [left, top, width, height] = mark.box;
    await page.mouse.click(left + width * 0.6, top + height - 3);
    const under = await page.evaluate(([length]) => editor.value.slice(editor.selectionStart - 1, editor.selectionStart - 1 + length), [figure.length]);
    assert.equal(under, figure, `${sign} over ${figure}`);
  }
  assert.equal(await html(page), before);
  await panel(page, '.cause button').filter({ hasText: '采用 21' }).click();
  await verdictIs(page, CLEAN);
  assert.equal(await html(page), before.replace('<td id="one">12</td>', '<td id="one">21</td>'));
  await page.keyboard.press('Control+z');
  await verdictIs(page, TWO_ERRORS);
  assert.equal(await html(page), before);
  await assertQuiet(page, seen, requests);
  await page.close();
});

describe('what an editor loses is named, and nobody is accused', { timeout: 60_000 }, () => {
  test('UEditor with pasteplain: tables become text; a blank one is inserted', async () => {
    const { page } = await openExample(there.browser, `${there.server.address}ueditor.html?pasteplain`);
    await paste(page, wordHtml(rightHtml), plainText(rightHtml));
    await page.waitForTimeout(600);
    assert.equal(await page.evaluate(() => editor.body.querySelectorAll('table').length), 0);
    await page.locator(EDITORS.ueditor.button).click();
    await page.waitForFunction(() => globalThis.verdict() !== '');
    assert.deepEqual(await sumErrors(page), []);
    const said = await panel(page, '.loss').allTextContents();
    assert.equal(said.length, 3);
    for (const [i, name] of ['表二', '表三', '表四'].entries()) assert.match(said[i], new RegExp(`${name}成了纯文字.*插入空白${name}`, 's'));
    await panel(page, '.loss button').nth(1).click();
    await page.waitForFunction(() => editor.body.querySelector('table')?.querySelector('[rowspan="22"]'));
    await page.waitForFunction(() => document.querySelector('.gouji-panel').shadowRoot.querySelectorAll('.loss').length === 2);
    assert.match(await html(page), /三、本年度办理结果/);
    assert.deepEqual((await sumErrors(page)).filter((words) => !/格为空/.test(words)), [], 'a blank table is blank and nothing else');
    await page.close();
  });

  test('Quill: the merges are lost', async () => {
    const { page } = await openExample(there.browser, `${there.server.address}quill.html`);
    await paste(page, wordHtml(rightHtml), plainText(rightHtml));
    await page.locator(EDITORS.quill.button).click();
    await page.waitForFunction(() => globalThis.verdict() !== '');
    assert.deepEqual(await sumErrors(page), []);
    const said = await panel(page, '.loss').allTextContents();
    assert.match(said.join(), /表三的合并单元格丢失了.*Quill 不支持合并单元格/s);
    assert.equal(await panel(page, '.loss button').count(), 0, 'a table that cannot be kept is not offered');
    await page.close();
  });

  test('a picture in the place of the tables', async () => {
    const { page } = await openExample(there.browser, `${there.server.address}contenteditable.html`);
    await page.evaluate((html) => {
      editor.innerHTML = html.replace(/<table[\s\S]*?<\/table>/g, '<p><img alt="" width="600" height="300" src="data:image/gif;base64,R0lGODlhAQABAAAAACw="></p>');
    }, rightHtml.replace(/^[\s\S]*<body[^>]*>/, ''));
    await page.locator('.gouji-button').click();
    await page.waitForFunction(() => globalThis.verdict() !== '');
    assert.match((await panel(page, '.loss').allTextContents()).join(), /没有找到表三，正文里有图片/);
    await page.close();
  });
});

describe('the gate', { timeout: 60_000 }, () => {
  test('blocks a form, then lets it pass', async () => {
    const { page } = await openExample(there.browser, `${there.server.address}gate-block.html`);
    await paste(page, wordHtml(wrongHtml), plainText(wrongHtml));
    await page.getByRole('button', { name: '发布' }).click();
    await page.waitForSelector('text=有 2 处错误，未发布');
    await panel(page, '.cause button').filter({ hasText: '采用 21' }).click();
    await verdictIs(page, CLEAN);
    await page.getByRole('button', { name: '发布' }).click();
    await page.waitForURL('**/published.html*');
    await page.close();
  });

  for (const name of ['tinymce', 'contenteditable']) {
    test(`${name}: what is let stand with a reason passes, in the panel and at the gate, until its figures change`, async () => {
      const { page } = await openExample(there.browser, `${there.server.address}${name}.html`);
      const asked = () => page.evaluate(async () => {
        const { pass, errors, waived } = await gouji.gate(editor);
        return { pass, errors, waived };
      });
      await paste(page, wordHtml(wrongHtml), plainText(wrongHtml));
      await page.waitForFunction((row) => globalThis.cellOf(row, '24'), ROW);
      await page.evaluate(() => attached.open());
      await verdictIs(page, TWO_ERRORS);
      assert.deepEqual(await asked(), { pass: false, errors: 2, waived: 0 });
      for (const [reason, verdict] of [['已核对台账', /有 1 处错误/], ['<img src=x onerror=alert(1)>', CLEAN]]) {
        await panel(page, '.finding .do button').filter({ hasText: '说明理由' }).first().click();
        await panel(page, '#waive[open] textarea').fill(reason);
        await panel(page, '#waive button').filter({ hasText: '不再提示' }).click();
        await verdictIs(page, verdict);
      }
      assert.deepEqual(await asked(), { pass: true, errors: 0, waived: 2 });
      assert.match(await panel(page, '.waived').textContent(), /已核对台账.*<img src=x/s);
      assert.equal(await panel(page, '.waived img').count(), 0);
      assert.deepEqual(await page.evaluate(() => Object.keys(localStorage).filter((key) => /gouji/.test(key))), []);

      // As a file, and back.
      await panel(page, '.given > summary').click();
      const [download] = await Promise.all([page.waitForEvent('download'), panel(page, '.given button').filter({ hasText: '导出' }).click()]);
      const file = readFileSync(await download.path());
      assert.equal(JSON.parse(file).waivers.length, 2);
      while (await panel(page, '.waived button').count()) {
        const before = await panel(page, '.waived button').count();
        await panel(page, '.waived button').first().click();
        await page.waitForFunction((n) => document.querySelector('.gouji-panel').shadowRoot.querySelectorAll('.waived button').length < n, before);
      }
      await verdictIs(page, TWO_ERRORS);
      assert.deepEqual(await asked(), { pass: false, errors: 2, waived: 0 });
      await panel(page, '.given input[type="file"]').setInputFiles({ name: 'w.json', mimeType: 'application/json', buffer: file });
      await verdictIs(page, CLEAN);

      // Kept only where it is asked for.
      await panel(page, '.given input[type="checkbox"]').check();
      assert.equal(await page.evaluate(() => JSON.parse(localStorage.getItem('gouji')).waivers.length), 2);
      await panel(page, '.given button').filter({ hasText: '清除' }).click();
      assert.equal(await page.evaluate(() => localStorage.getItem('gouji')), null);

      await panel(page, '.head button').click();
      await page.evaluate((row) => { globalThis.cellOf(row, '12').textContent = '13'; }, ROW);
      assert.equal((await asked()).pass, false);
      await page.close();
    });
  }

  test('warns and leaves it to the person', async () => {
    const { page } = await openExample(there.browser, `${there.server.address}gate-warn.html`);
    await paste(page, wordHtml(wrongHtml), plainText(wrongHtml));
    const asked = [];
    page.on('dialog', (dialog) => {
      asked.push(dialog.message());
      asked.length > 1 ? dialog.accept() : dialog.dismiss();
    });
    await page.getByRole('button', { name: '发布' }).click();
    await verdictIs(page, TWO_ERRORS);
    await panel(page, '.head button').click();
    await page.getByRole('button', { name: '发布' }).click();
    await page.waitForURL('**/published.html*');
    assert.match(asked[0], /^有 2 处错误/);
    await page.close();
  });

  test('knows waivers, blocks and cells; fails closed', async () => {
    const { page } = await openExample(there.browser, `${there.server.address}textarea.html`);
    const ask = (content, options) => page.evaluate(async ([content, options]) => {
      const { pass, errors, warnings, waived } = await gouji.gate(content, options);
      return { pass, errors, warnings, waived };
    }, [content, options]);
    assert.deepEqual(await ask(rightHtml), { pass: true, errors: 0, warnings: 0, waived: 0 });
    assert.deepEqual(await ask(wrongHtml), { pass: false, errors: 2, warnings: 0, waived: 0 });
    assert.deepEqual(await ask(wrongHtml, { waive: ['sum-row granted'] }), { pass: false, errors: 1, warnings: 0, waived: 1 });
    assert.deepEqual(await ask(wrongHtml, { waive: ['sum-row', 'sum-results'] }), { pass: true, errors: 0, warnings: 0, waived: 2 });
    assert.equal((await ask('')).pass, false);
    assert.equal((await ask('<p>一则通知</p>')).pass, false);
    assert.deepEqual(await page.evaluate(async () => {
      const cells = ['行政复议', '', '', '', ''].map((text, col) => ({ id: `a${col}`, text, row: 0, col }));
      const answer = await gouji.check(['某局2025年政府信息公开工作年度报告', cells]);
      return answer.kind;
    }), 'host');
    await page.close();
  });
});

test('a host finds one new global and its prototypes as they were', { timeout: 60_000 }, async () => {
  const { page } = await openExample(there.browser, `${there.server.address}textarea.html`);
  const changed = await page.evaluate(async () => {
    const frame = document.body.appendChild(document.createElement('iframe'));
    const clean = frame.contentWindow;
    const own = ['editor', 'attached', 'violations', 'settled', 'verdict', 'marks', 'cellOf', 'cellBox'];
    const globals = Object.getOwnPropertyNames(globalThis).filter((name) => !(name in clean) && !own.includes(name) && name !== '0');
    const prototypes = ['Object', 'Array', 'String', 'Element', 'HTMLElement', 'Node', 'Document', 'Promise', 'Map'].filter((name) =>
      Object.getOwnPropertyNames(globalThis[name].prototype).join() !== Object.getOwnPropertyNames(clean[name].prototype).join());
    return { globals, prototypes };
  });
  assert.deepEqual(changed, { globals: ['gouji'], prototypes: [] });
  await page.close();
});

const sumErrors = (page) => page.evaluate(() => attached.report.findings.filter(({ rule }) => /^(sum|figure)-/.test(rule)).map(({ what }) => what.zh));

async function assertQuiet(page, seen, requests) {
  assert.deepEqual(seen.requests.slice(requests), [], 'requests');
  assert.deepEqual(await page.evaluate(() => globalThis.violations), [], 'violations of the policy');
}

/** Puts the caret behind a figure and types. */
async function typeInto(page, figure, text) {
  const [left, top, width, height] = await page.evaluate(([row, figure]) => globalThis.cellBox(row, figure), [ROW, figure]);
  await page.mouse.click(left + width / 2, top + height / 2);
  await page.keyboard.press('End');
  await page.keyboard.type(text);
}

// Runs in the page.

function scroll(by) {
  const body = attached.adapter.body();
  let scroller = body;
  const scrolls = (element) => element.scrollHeight > element.clientHeight + 1 && /auto|scroll/.test(getComputedStyle(element).overflowY);
  if (body.ownerDocument !== document) scroller = body.ownerDocument.scrollingElement;
  else while (scroller && !scrolls(scroller)) scroller = scroller.parentElement;
  (scroller ?? document.scrollingElement).scrollTop += by;
}
