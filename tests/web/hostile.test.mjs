// What host pages do to gouji: editors that go and come back, read-only ones, styles that
// undo everything, pages that run from right to left, elements that move, several reports, very long documents.

import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, test } from 'node:test';

import { dist } from './support/browsers.mjs';
import { assertMarked, examplesInBrowser, inPage, marks, openExample, panel, paste, verdictIs } from './support/editor.mjs';
import { verdictIs as elementSays } from './support/page.mjs';
import { plainText, wordHtml, wrongHtml } from './support/reports.mjs';

const TWO_ERRORS = /有 2 处错误/;
const ROW = '（一）予以公开';
const BODY = wrongHtml.replace(/^[\s\S]*<body[^>]*>/, '');

const there = examplesInBrowser();

/** An example with a wrong report in it; `finish` asserts that gouji threw nothing. What an editor throws is its own (UEditor does after its end). */
async function open(name, { fill = true } = {}) {
  const { page } = await openExample(there.browser, `${there.server.address}${name}.html`);
  page.setDefaultTimeout(8000);
  const thrown = [];
  page.on('pageerror', ({ stack }) => thrown.push(stack));
  if (fill) {
    await paste(page, wordHtml(wrongHtml), plainText(wrongHtml));
    await page.waitForFunction((row) => globalThis.cellOf(row, '24'), ROW);
  }
  const finish = async () => {
    assert.deepEqual(thrown.filter((stack) => stack.includes('gouji.js')), []);
    await page.close();
  };
  return { page, finish };
}

const press = (page) => page.evaluate(() => attached.open());

describe('an editor', { timeout: 300_000 }, () => {
  test('attached twice gives the same and has one button', async () => {
    const { page, finish } = await open('contenteditable');
    assert.ok(await page.evaluate(() => gouji.attach(editor) === attached && gouji.attach(editor, { language: 'en' }) === attached));
    assert.equal(await page.locator('.gouji-button').count(), 1);
    await finish();
  });

  /** How each is taken away; what is made in its place, where the page does not say. */
  const GONE = {
    tinymce: () => editor.remove(),
    ckeditor5: () => editor.destroy(),
    ckeditor4: () => editor.destroy(),
    ueditor: () => editor.destroy(),
    kindeditor: () => editor.remove(),
    wangeditor5: () => editor.destroy(),
    wangeditor4: () => { editor.destroy(); },
    quill: () => document.querySelector('#content').remove(),
    textarea: () => editor.remove(),
    contenteditable: () => editor.remove(),
  };
  for (const [name, remove] of Object.entries(GONE)) {
    test(`${name}: taken away, the panel and the marks go, and nothing is thrown`, async () => {
      const { page, finish } = await open(name, { fill: name !== 'textarea' });
      if (name === 'textarea') await paste(page, '', wrongHtml);
      await press(page);
      await verdictIs(page, TWO_ERRORS);
      await page.evaluate(remove);
      await panel(page, '.frame').waitFor({ state: 'detached' });
      assert.deepEqual(await marks(page), []);
      // Pressed all the same, by a host that kept it.
      await page.evaluate(async () => { await attached.check(); attached.close(); });
      await finish();
    });
  }

  test('wangEditor 5, twice on a page and attached by two versions: each has its button', async () => {
    const script = readFileSync(path.join(dist, 'gouji.js'), 'utf8');
    const page = await there.browser.newPage();
    await page.route('**/gouji.js', (route) => route.fulfill({ contentType: 'text/javascript', body: script.replace(/^var gouji=/, 'var older=') + script }));
    await page.goto(`${there.server.address}wangeditor5.html`, { waitUntil: 'load' });
    await page.evaluate(() => {
      document.body.insertAdjacentHTML('beforeend', '<div id="toolbar2"></div><div id="content2"></div>');
      const second = wangEditor.createEditor({ selector: '#content2' });
      globalThis.others = older.attach(second);
      wangEditor.createToolbar({ editor: second, selector: '#toolbar2', config: { toolbarKeys: ['undo'], insertKeys: { index: 1, keys: ['gouji'] } } });
    });
    for (const bar of ['#toolbar', '#toolbar2']) {
      await page.locator(`${bar} button[data-menu-key="gouji"]`).click();
      await page.locator('.gouji-panel .frame').waitFor();
      await page.evaluate(() => [attached, others].forEach((one) => one.close()));
      await page.locator('.gouji-panel .frame').waitFor({ state: 'detached' });
    }
    await page.close();
  });

  test('TinyMCE made anew in the same place works anew', async () => {
    const { page, finish } = await open('tinymce');
    await press(page);
    await verdictIs(page, TWO_ERRORS);
    await page.evaluate(async () => {
      const html = editor.getContent();
      editor.remove();
      await tinymce.init({ selector: '#content', license_key: 'gpl', height: 420, plugins: 'table', toolbar: 'gouji', setup: (made) => { window.editor = made; window.attached = gouji.attach(made); } });
      editor.setContent(html);
    });
    await panel(page, '.frame').waitFor({ state: 'detached' });
    await page.locator('.tox-tbtn:has-text("年报校验")').click();
    await verdictIs(page, TWO_ERRORS);
    await panel(page, '.finding .do button').first().click();
    await assertMarked(page, '①', ROW, '24', 'made anew');
    await finish();
  });

  /** How each is made read-only. */
  const READ_ONLY = {
    tinymce: () => editor.mode.set('readonly'),
    ckeditor5: () => editor.enableReadOnlyMode('test'),
    ckeditor4: () => editor.setReadOnly(true),
    ueditor: () => editor.setDisabled(),
    kindeditor: () => editor.readonly(true),
    wangeditor5: () => editor.disable(),
    wangeditor4: () => editor.disable(),
    quill: () => editor.disable(),
    textarea: () => { editor.readOnly = true; },
    contenteditable: () => { editor.contentEditable = 'false'; },
  };
  for (const [name, lock] of Object.entries(READ_ONLY)) {
    test(`${name}: read-only it is marked, and nothing in it is changed`, async () => {
      const { page, finish } = await open(name, { fill: name !== 'textarea' });
      if (name === 'textarea') await paste(page, '', wrongHtml);
      // Editors tidy up for a while after a paste; wangEditor 4 draws its copy anew then and loses what it was scrolled to.
      await page.waitForTimeout(700);
      await page.evaluate(lock);
      const before = await page.evaluate(() => attached.html());
      await press(page);
      await verdictIs(page, TWO_ERRORS);
      await panel(page, '.finding .do button').first().click();
      await page.waitForFunction(() => globalThis.marks().some(({ sign }) => sign === '①'));
      await panel(page, '.cause button').filter({ hasText: '采用 21' }).click();
      await panel(page, 'p[role="status"]').filter({ hasText: '只读' }).waitFor();
      assert.equal(await page.evaluate(() => attached.html()), before);
      await finish();
    });
  }

  /** How each goes into its source view, and back. */
  const SOURCE = {
    ckeditor4: () => editor.execCommand('source'),
    ueditor: () => editor.execCommand('source'),
    kindeditor: () => editor.clickToolbar('source'),
  };
  for (const [name, toggle] of Object.entries(SOURCE)) {
    test(`${name}: in the source view nothing is accused, and back from it the marks are there again`, async () => {
      const { page, finish } = await open(name);
      await press(page);
      await verdictIs(page, TWO_ERRORS);
      const saved = await page.evaluate(() => attached.html());
      await page.evaluate(toggle);
      await panel(page, 'p[role="status"]').filter({ hasText: '源代码' }).waitFor();
      assert.deepEqual(await marks(page), []);
      await page.evaluate(toggle);
      await panel(page, 'p[role="status"]').filter({ hasText: '源代码' }).waitFor({ state: 'detached' });
      await verdictIs(page, TWO_ERRORS);
      await panel(page, '.finding .do button').first().click();
      await assertMarked(page, '①', ROW, '24', 'back from the source');
      assert.equal((await page.evaluate(() => attached.html())).replace(/\s+/g, ''), saved.replace(/\s+/g, ''));
      await finish();
    });
  }

  test('whose element is moved in the page keeps its panel and marks', async () => {
    const { page, finish } = await open('contenteditable');
    await press(page);
    await verdictIs(page, TWO_ERRORS);
    await page.evaluate(() => {
      const box = document.body.appendChild(document.createElement('section'));
      editor.remove();
      box.append(editor);
    });
    await panel(page, '.finding .do button').first().click();
    await assertMarked(page, '①', ROW, '24', 'moved');
    await finish();
  });

  test('in a page that stands in a frame of its own origin: marks and panel are in the inner window', async () => {
    const page = await there.browser.newPage({ viewport: { width: 1500, height: 900 } });
    await page.addInitScript(inPage);
    await page.route('**/portal.html', (route) => route.fulfill({ contentType: 'text/html', body: '<!doctype html><title>门户</title><div style="height: 80px">门户</div><iframe src="tinymce.html" style="margin-left: 70px; width: 1400px; height: 760px"></iframe>' }));
    await page.goto(`${there.server.address}portal.html`, { waitUntil: 'load' });
    const frame = page.frame({ url: /tinymce/ });
    await frame.waitForFunction(() => globalThis.attached?.adapter.body()?.isConnected && globalThis.settled());
    await frame.evaluate((html) => editor.setContent(html), BODY);
    await press(frame);
    await verdictIs(frame, TWO_ERRORS);
    await panel(frame, '.finding .do button').first().click();
    await assertMarked(frame, '①', ROW, '24', 'in a frame');
    await page.evaluate(() => { document.querySelector('div').style.height = '20px'; });
    await assertMarked(frame, '①', ROW, '24', 'the portal moved');
    await page.close();
  });

  test('in a modal dialog: marks and panel are in it and can be pressed', async () => {
    const { page, finish } = await open('contenteditable');
    await page.evaluate(() => {
      const dialog = document.body.appendChild(document.createElement('dialog'));
      dialog.append(editor);
      dialog.showModal();
    });
    await press(page);
    await verdictIs(page, TWO_ERRORS);
    await panel(page, '.finding .do button').first().click();
    await assertMarked(page, '①', ROW, '24', 'in a dialog');
    await panel(page, '.cause button').filter({ hasText: '采用 21' }).click();
    await verdictIs(page, /^可以发布/);
    await finish();
  });

  test('with three reports in one document: the mark is over a cell with the figure that is accused', async () => {
    const { page, finish } = await open('contenteditable', { fill: false });
    await page.evaluate((html) => { editor.innerHTML = html.repeat(3); }, BODY);
    await press(page);
    await verdictIs(page, TWO_ERRORS);
    await panel(page, '.finding .do button').first().click();
    await page.waitForFunction(() => {
      const mark = globalThis.marks().find(({ sign }) => sign === '①')?.box;
      const cells = [...editor.querySelectorAll('td')].filter((cell) => cell.textContent.trim() === '24').map((cell) => cell.getBoundingClientRect());
      return mark && cells.length === 3 && cells.some(({ left, top, width, height }) => [left, top, width, height].every((value, i) => Math.abs(value - mark[i]) < 1.5));
    });
    await finish();
  });

  test('with a very long document: the marks stay over their cells on the whole way', async () => {
    const { page, finish } = await open('contenteditable', { fill: false });
    await page.evaluate((html) => {
      const words = '<p>及时公开各类信息，做好解读和回应，听取公众意见。</p>'.repeat(4000);
      editor.innerHTML = words + html + words;
    }, BODY);
    await press(page);
    await verdictIs(page, TWO_ERRORS);
    await panel(page, '.finding .do button').first().click();
    await assertMarked(page, '①', ROW, '24', 'gone to');
    for (const by of [-60, 25, 70, -40]) {
      await page.evaluate((by) => { editor.scrollTop += by; }, by);
      await assertMarked(page, '①', ROW, '24', `scrolled by ${by}`);
    }
    await page.evaluate(() => { editor.scrollTop = 0; });
    await page.waitForFunction(() => globalThis.marks().length === 0);
    await finish();
  });
});

describe('styles of a host', { timeout: 120_000 }, () => {
  const HOSTS = {
    'that undo everything': '* { all: unset !important; }',
    'of a page from right to left': 'html { direction: rtl; }',
    'with a body that is moved by a transform': 'body { transform: translate(40px, 25px); }',
    'with everything positioned and high': '* { position: relative; z-index: 2147483000; letter-spacing: 3px; }',
  };
  for (const [what, style] of Object.entries(HOSTS)) {
    test(`${what}: marks over the cells, the panel in the window, the element as wide as its place`, async () => {
      const { page, finish } = await open('contenteditable', { fill: false });
      await page.evaluate(([style, html]) => {
        const sheet = new CSSStyleSheet();
        sheet.replaceSync(style);
        document.adoptedStyleSheets = [sheet];
        editor.innerHTML = html;
        document.body.append(document.createElement('gouji-check'));
        document.querySelector('gouji-check').check(html);
      }, [style, BODY]);
      await press(page);
      await verdictIs(page, TWO_ERRORS);
      await elementSays(page, TWO_ERRORS);
      await panel(page, '.finding .do button').first().click();
      await assertMarked(page, '①', ROW, '24', what);
      const seen = await page.evaluate(() => {
        const panel = document.querySelector('.gouji-panel').shadowRoot.querySelector('.frame').getBoundingClientRect();
        const all = document.querySelector('gouji-check').shadowRoot.querySelector('.all');
        return { panel: [panel.top, innerWidth - panel.right, innerHeight - panel.bottom], direction: getComputedStyle(all).direction, narrow: all.classList.contains('narrow'), width: all.getBoundingClientRect().width };
      });
      assert.deepEqual(seen.panel, [0, 0, 0]);
      assert.equal(seen.direction, 'ltr');
      assert.equal(seen.narrow, seen.width < 58 * 16, `${seen.width} px`);
      await finish();
    });
  }
});

test('an element that is taken out and put back goes on, and twice over does nothing twice', { timeout: 60_000 }, async () => {
  const { page, finish } = await open('textarea', { fill: false });
  await page.evaluate((html) => {
    editor.value = html;
    const element = document.createElement('gouji-check');
    element.setAttribute('for', 'content');
    globalThis.told = 0;
    element.addEventListener('gouji-report', () => { globalThis.told += 1; });
    document.body.append(element);
  }, wrongHtml);
  await elementSays(page, TWO_ERRORS);
  await page.evaluate(() => {
    const element = document.querySelector('gouji-check');
    for (let i = 0; i < 3; i++) {
      element.remove();
      document.body.prepend(element);
    }
  });
  await page.waitForTimeout(300);
  const told = await page.evaluate(() => globalThis.told);
  await page.locator('#content').evaluate((field) => {
    field.value = field.value.replace('>24<', '>15<');
    field.dispatchEvent(new InputEvent('input', { bubbles: true }));
  });
  await page.waitForFunction((before) => globalThis.told > before, told);
  await page.waitForTimeout(300);
  assert.equal(await page.evaluate(() => globalThis.told), told + 1);
  await page.evaluate(() => document.querySelector('gouji-check').remove());
  await finish();
});
