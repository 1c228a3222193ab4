// What is hostile goes through every input into everything that shows it, and out of it again in what is taken away:
// nothing runs, nothing is asked for. What is shown is shown as text.

import assert from 'node:assert/strict';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { after, before, describe, test } from 'node:test';

import { serveExamples } from '../../scripts/examples.mjs';
import { serve } from '../../scripts/serve.mjs';
import { importTypeScript } from '../unit/support/typescript.mjs';
import { FORMULAS } from './fixtures/payloads.mjs';
import { dist, fullFile, launchChromium, singleFile } from './support/browsers.mjs';
import { ADDRESS, PAYLOADS, asMarkup, asText, assertNothing, every, hostile, shownText, unescape, watch } from './support/canary.mjs';
import { inPage, panel, paste, verdictIs as panelSays } from './support/editor.mjs';
import { xlsx } from './support/office.mjs';
import { countPrints, dropFiles, pasteHtml, verdictIs } from './support/page.mjs';
import { docx, lastYearHtml, plainText, rightHtml, wrongHtml } from './support/reports.mjs';
import { zip } from './support/zip.mjs';

const BESIDE = [/\/gouji-(full-engine|settings|rules|last-year|area|many|sheet)\.js$/];
/** How what is hostile is shown, if only its beginning. */
const SHOWN = /<script>__ran|<img src=x/;

let browser, server, examples, folder;
before(async () => {
  [browser, server, examples] = await Promise.all([launchChromium(), serve(dist), serveExamples()]);
  folder = mkdtempSync(path.join(tmpdir(), 'gouji-injection-'));
});
after(async () => {
  await browser?.close();
  await server?.close();
  await examples?.close();
  rmSync(folder, { recursive: true, force: true });
});

/** The page, empty; `end` asserts that nothing happened, and that what is hostile was shown as text. */
async function open(address = server.address, prepare) {
  const { context, seen } = await watch(browser);
  if (prepare) await context.addInitScript(prepare);
  const page = await context.newPage();
  await page.goto(address, { waitUntil: 'load' });
  await page.waitForSelector('.drop');
  const from = seen.requests.length;
  const end = async (shown = SHOWN) => {
    const text = await shownText(page);
    assert.match(text, shown, 'it is shown as text');
    await assertNothing(page, seen, { from, beside: BESIDE });
    await context.close();
  };
  return { context, page, seen, end };
}

/** Opens whatever draws more of the report. */
async function explore(page) {
  await verdictIs(page, /./);
  await page.getByRole('button', { name: /^核对清单（/ }).click();
  await page.locator('table.checks tbody tr').first().waitFor();
  for (const tab of await page.locator('[role=tab]').all()) await tab.click();
  const findings = page.locator('.finding h3 button');
  for (let i = 0; i < Math.min(3, await findings.count()); i++) await findings.nth(i).click();
  if (!(await page.locator('details.given').evaluate(({ open }) => open))) await page.locator('.given > summary').click();
  await page.getByLabel('公布日期（或').waitFor();
  await page.getByRole('button', { name: 'English' }).click();
  await verdictIs(page, /^[^\u4e00-\u9fff]*$/);
  await page.getByRole('button', { name: '中文' }).click();
}

test('the table holds sixty payloads of every kind', () => {
  assert.ok(PAYLOADS.length >= 60);
  assert.equal(new Set(PAYLOADS.map(({ name }) => name)).size, PAYLOADS.length);
  assert.deepEqual([...new Set(PAYLOADS.map(({ kind }) => kind))], ['tag', 'handler', 'entity', 'url', 'svg', 'mathml', 'template', 'css', 'clipboard', 'settings', 'name']);
});

test('the watch sees what fires where markup is made without a policy', { timeout: 30_000 }, async () => {
  const silent = [];
  const { context, seen } = await watch(browser);
  await context.route(`${ADDRESS}**`, (route) => route.abort());
  const page = await context.newPage();
  for (const { name, text } of PAYLOADS.filter(({ fires }) => fires)) {
    await page.goto(`${examples.address}published.html`);
    const before = seen.ran.length + seen.requests.length;
    await page.evaluate((html) => { document.body.innerHTML = html; }, text);
    for (let i = 0; i < 40 && seen.ran.length + seen.requests.length === before; i++) await page.evaluate(() => new Promise(requestAnimationFrame));
    if (seen.ran.length + seen.requests.length === before) silent.push(name);
  }
  assert.deepEqual(silent, []);
  assert.ok(seen.ran.length > 20 && seen.requests.some((url) => url.startsWith(ADDRESS)));
  await assert.rejects(assertNothing(page, seen));
  await context.close();
});

describe('trusted types', { timeout: 60_000 }, () => {
  /** What makes markup or a program of a text; each must be refused. */
  const SINKS = {
    innerHTML: () => { document.createElement('p').innerHTML = '<b>x</b>'; },
    outerHTML: () => { document.body.appendChild(document.createElement('p')).outerHTML = '<b>x</b>'; },
    insertAdjacentHTML: () => document.body.insertAdjacentHTML('beforeend', '<b>x</b>'),
    'shadow innerHTML': () => { document.createElement('p').attachShadow({ mode: 'open' }).innerHTML = '<b>x</b>'; },
    'document.write': () => document.write('<b>x</b>'),
    DOMParser: () => new DOMParser().parseFromString('<b>x</b>', 'text/html'),
    createContextualFragment: () => document.createRange().createContextualFragment('<b>x</b>'),
    srcdoc: () => { document.createElement('iframe').srcdoc = '<b>x</b>'; },
    insertHTML: () => document.execCommand('insertHTML', false, '<b>x</b>'),
    'script.src': () => { document.createElement('script').src = 'x.js'; },
    'script.text': () => { document.createElement('script').text = '1'; },
    onclick: () => document.body.setAttribute('onclick', '1'),
    Worker: () => new Worker('blob:x'),
    eval: () => (0, eval)('1'),
    setTimeout: () => setTimeout('1'),
    'a policy of another name': () => trustedTypes.createPolicy('other', {}),
    'a second policy of our name': () => trustedTypes.createPolicy('gouji', {}),
  };
  /** Those that are not; in a task of the page's own, since a debugger may do more. */
  const passed = (page) => page.evaluate(() => new Promise((done) => setTimeout(() => done(Object.entries(globalThis.sinks).filter(([, sink]) => {
    try {
      sink();
      return true;
    } catch (error) {
      return !/Trusted|policy|eval/i.test(String(error));
    }
  }).map(([name]) => name)))));

  for (const name of ['index.html', 'embed.html', 'bookmark.html', 'gouji.html', 'gouji-full.html']) {
    test(`${name} makes nothing of a text`, async () => {
      const page = await browser.newPage();
      await page.addInitScript(`globalThis.sinks = {${Object.entries(SINKS).map(([name, sink]) => `${JSON.stringify(name)}: ${sink}`)}};`);
      await page.goto(`${server.address}${name}`, { waitUntil: 'load' });
      assert.deepEqual(await passed(page), []);
      await page.close();
    });
  }

  test('our policy makes addresses of our own scripts only', async () => {
    const page = await browser.newPage();
    await page.addInitScript(() => {
      const { createPolicy } = TrustedTypePolicyFactory.prototype;
      TrustedTypePolicyFactory.prototype.createPolicy = function (name, rules) { return (globalThis.kept = createPolicy.call(this, name, rules)); };
    });
    await page.goto(server.address, { waitUntil: 'load' });
    const passed = await page.evaluate((urls) => urls.filter((url) => {
      try {
        return kept.createScriptURL(url);
      } catch {
        return false;
      }
    }), ['blob:null/1', `${server.address}gouji-many.js`, 'https://canary.invalid/x.js', 'data:text/javascript,1', 'javascript:1', 'https://canary.invalid/gouji-x.js?y', '//canary.invalid/gouji-x.mjs']);
    assert.deepEqual(passed, ['blob:null/1', `${server.address}gouji-many.js`]);
    await page.close();
  });

  /** A page of a host that demands trusted types. */
  const host = async (names) => {
    const { context, seen } = await watch(browser);
    const policy = `script-src 'self' 'wasm-unsafe-eval'; worker-src blob:; require-trusted-types-for 'script'; trusted-types ${names}`;
    await context.route('**/host.html', (route) => route.fulfill({ contentType: 'text/html', body: `<!doctype html><meta charset="utf-8"><meta http-equiv="Content-Security-Policy" content="${policy}"><script src="gouji.js"></script><gouji-check>nothing yet</gouji-check><div id="content" contenteditable="true"></div>` }));
    const page = await context.newPage();
    await page.addInitScript(inPage);
    await page.goto(`${examples.address}host.html`, { waitUntil: 'load' });
    return { context, page, seen };
  };

  test('element, editor and gate work in a host that demands them', async () => {
    const { context, page, seen } = await host('gouji');
    await page.evaluate((html) => document.querySelector('gouji-check').check(html), wrongHtml);
    await verdictIs(page, /有 2 处错误/);
    await page.evaluate(() => {
      globalThis.editor = document.querySelector('#content');
      globalThis.attached = gouji.attach(editor);
    });
    // A report without a third table, which the panel offers to insert.
    const lost = wrongHtml.replace(/<table(?![\s\S]*<table)[\s\S]*?<\/table>/, '<p>结果维持 结果纠正 未经复议直接起诉</p>');
    await paste(page, lost, '');
    await page.locator('.gouji-button').click();
    await panelSays(page, /./);
    const insert = panel(page, '.loss button').first();
    await insert.waitFor();
    await insert.click();
    await page.waitForFunction(() => document.querySelectorAll('#content table').length === 3);
    assert.deepEqual([seen.errors, seen.violations], [[], []]);
    await context.close();
  });

  test('a host that does not name the policy is told so, and keeps what stands in the element', async () => {
    const { context, page, seen } = await host("'none'");
    assert.match(seen.errors.join('\n'), /gouji: this page's Content-Security-Policy must say: trusted-types gouji/);
    assert.match(await page.locator('gouji-check').innerText(), /nothing yet/);
    await context.close();
  });
});

describe('into the page', { timeout: 120_000 }, () => {
  const [markup, text] = [hostile(wrongHtml, asMarkup), hostile(wrongHtml, asText)];
  const plain = unescape(plainText(text));
  const INPUTS = {
    'pasted as markup': (page) => pasteHtml(page, markup, ''),
    'pasted as text in HTML': (page) => pasteHtml(page, text, ''),
    'pasted as plain text': (page) => pasteHtml(page, '', plain),
    'typed into the field': async (page) => {
      await page.locator('.drop textarea').fill(plain);
      await page.locator('.drop form button').click();
    },
    'dropped as HTML': (page) => dropFiles(page, [['a.html', Buffer.from(markup)]]),
    'dropped as text': (page) => dropFiles(page, [['a.txt', Buffer.from(plain)]]),
    'dropped as DOCX': (page) => dropFiles(page, [['a.docx', docx(text)]]),
    'dropped as XLSX, its sheet of such a name': (page) => dropFiles(page, [['a.xlsx', xlsx(text, asText(PAYLOADS[32].text.slice(0, 31)))]]),
    'dropped under such a name': (page) => dropFiles(page, [[`${every()}.html`, Buffer.from(text)]]),
  };
  /** What is markup to a reader is not shown: its tags are no text. */
  const TAGS = ['pasted as markup', 'pasted as plain text', 'dropped as HTML', 'dropped as text'];
  for (const [name, bring] of Object.entries(INPUTS)) {
    test(name, async () => {
      const { page, end } = await open();
      await bring(page);
      await explore(page);
      await end(TAGS.includes(name) ? /./ : SHOWN);
    });
  }

  test('in the single file', async () => {
    const { page, end } = await open(singleFile);
    await pasteHtml(page, text, '');
    await explore(page);
    await end();
  });

  test('in last year’s report, and in its name', async () => {
    const { page, end } = await open();
    await pasteHtml(page, rightHtml, '');
    await verdictIs(page, /./);
    await dropFiles(page, [[`${every()}.html`, Buffer.from(hostile(lastYearHtml, asText).replace(/示例市.*?局/, '示例市某某局'))]], '.last');
    await page.locator('.last').filter({ hasText: SHOWN }).waitFor();
    await explore(page);
    await end();
  });

  test('typed into cells', async () => {
    const { page, end } = await open();
    await pasteHtml(page, rightHtml, '');
    await verdictIs(page, /./);
    const cells = page.locator('#panel-t3 input[data-cell]');
    for (const [i, { text }] of PAYLOADS.slice(0, 12).entries()) await cells.nth(i).fill(text);
    await page.locator('.finding', { hasText: '__ran' }).first().waitFor();
    await explore(page);
    await end(/__ran/);
  });

  test('in what the browser remembers', async () => {
    const kept = { deadline: every(), rules: Object.fromEntries(PAYLOADS.map(({ text }) => [text, text])), waivers: PAYLOADS.map(({ text }) => ({ key: text, agency: '示例市某某局', year: 2025, reason: text })) };
    const { page, end } = await open(server.address, `try { localStorage.gouji = ${JSON.stringify(JSON.stringify(kept))}; } catch {}`);
    await pasteHtml(page, wrongHtml, '');
    await explore(page);
    await page.locator('.waived .key').first().waitFor();
    await end();
  });

  test('as reasons, in a file of waivers, and out of all of it onto the check sheet', async () => {
    const { context, page, seen, end } = await open(server.address, countPrints);
    await dropFiles(page, [[`${PAYLOADS[32].text}.html`, Buffer.from(wrongHtml.replace('（一）主动公开。', `（一）主动公开。${every(asText)}`))]]);
    await verdictIs(page, /./);
    await page.locator('.finding').first().getByRole('button', { name: '说明理由，不再提示' }).click();
    await page.locator('#waive textarea').fill(every());
    await page.locator('#waive button').first().click();
    await page.locator('.waived', { hasText: SHOWN }).waitFor();
    await page.locator('.given > summary').click();
    await page.locator('.given input[type=file]').waitFor({ state: 'attached' });
    const file = path.join(folder, 'waivers.json');
    writeFileSync(file, JSON.stringify({ schema: 1, waivers: PAYLOADS.map(({ text }) => ({ key: text, agency: '示例市某某局', year: 2025, reason: text })) }));
    await page.locator('.given input[type=file]').setInputFiles(file);
    await page.locator('.waived .key').first().waitFor();
    await explore(page);

    await page.getByRole('button', { name: '校验单和申请去向图' }).click();
    await page.locator('#print').click();
    await page.waitForFunction(() => globalThis.prints === 1);
    const frame = await page.evaluate(() => {
      const { contentDocument } = document.querySelector('#sheet > div').shadowRoot.querySelector('iframe');
      const attributes = [...contentDocument.querySelectorAll('*')].flatMap((element) => element.getAttributeNames());
      return { text: contentDocument.body.innerText, kinds: contentDocument.querySelectorAll('script, img, svg, iframe, object, a, form, base').length, handlers: attributes.filter((name) => name.startsWith('on')) };
    });
    assert.match(frame.text, SHOWN);
    assert.deepEqual([frame.kinds, frame.handlers], [0, []]);

    const [download] = await Promise.all([page.waitForEvent('download'), page.locator('#save').click()]);
    const sheet = path.join(folder, 'sheet.html');
    await download.saveAs(sheet);
    const before = seen.requests.length;
    const alone = await context.newPage();
    await alone.goto(`file://${sheet}`);
    assert.match(await shownText(alone), SHOWN);
    await assertNothing(alone, seen, { from: before, beside: [/sheet\.html$/], roots: ['body'] });
    // Without its policy too, as a mail program may show it.
    const bare = await watch(browser, { bypassCSP: true });
    const shown = await bare.context.newPage();
    await shown.goto(`file://${sheet}`);
    await assertNothing(shown, bare.seen, { beside: [/sheet\.html$/], roots: ['body'] });
    await bare.context.close();
    await alone.close();
    seen.requests.length = before;
    await end();
  });
});

describe('many at once, and what is taken away of them', { timeout: 120_000 }, () => {
  const names = [...PAYLOADS.map(({ text }) => text), ...FORMULAS];
  const archive = () => zip(Object.fromEntries(names.map((name, i) => [`${name.replace(/[/\\]/g, '∕')} ${i}.html`, (i % 2 ? hostile : asIs)(wrongHtml, asText).replace(/示例市.*?局/, () => `示例市${asText(name)}局`)])));
  const asIs = (html) => html;

  test('listed, opened, exported', async () => {
    const { page, end } = await open(fullFile);
    await dropFiles(page, [['全市.zip', archive()]]);
    await page.locator('#done').filter({ hasText: /核对完成/ }).waitFor({ timeout: 60_000 });
    const lines = page.locator('#many .list tbody tr');
    assert.equal(await lines.count(), names.length);
    await page.locator('#filter').fill('onerror');
    await lines.nth(1).locator('button').click();
    await explore(page);
    await page.locator('#back').click();
    await page.locator('#filter').fill('');

    const taken = async (id) => {
      const [download] = await Promise.all([page.waitForEvent('download'), page.locator(`#many #${id}`).click()]);
      return readFileSync(await download.path());
    };
    const fields = fieldsOf((await taken('csv')).toString().slice(1));
    assert.ok(fields.some((field) => SHOWN.test(field)) && fields.some((field) => field.includes('=1+1')));
    assert.deepEqual(fields.filter(isFormula), []);

    const { filesOf } = await importTypeScript('www/many/zip.ts');
    const unzipped = async (bytes) => Promise.all((await filesOf(new Blob([bytes]), '')).map(async (file) => [file.path.slice(1), await (await file.open()).text()]));
    const book = await unzipped(await taken('xlsx'));
    const sheets = book.filter(([name]) => name.includes('worksheets'));
    assert.equal(sheets.length, 2);
    for (const [, xml] of sheets) {
      assert.match(xml, /<t xml:space="preserve">=1\+1 \d+\.html<\/t>/);
      assert.doesNotMatch(xml, /<f[ >]| t="(?!inlineStr")|<hyperlink|<img/);
      await assertParses(page, xml);
    }
    const letters = await unzipped(await taken('letters'));
    assert.equal(letters.length, names.length);
    assert.deepEqual(letters.map(([name]) => name).filter((name) => /[\\/:*?"<>|\u0000-\u001f]/.test(name)), []);
    await page.locator('#filter').fill('onerror');
    for (const [name, html] of (await unzipped(await taken('sheets'))).slice(0, 8)) {
      const { context, seen } = await watch(browser, { bypassCSP: true });
      const alone = await context.newPage();
      const file = path.join(folder, 'one.html');
      writeFileSync(file, html);
      await alone.goto(`file://${file}`);
      await assertNothing(alone, seen, { beside: [/one\.html$/], roots: ['body'] });
      await context.close();
      assert.doesNotMatch(name, /[\\/:*?"<>|]/);
    }
    await end();
  });
});

describe('into other pages', { timeout: 120_000 }, () => {
  const hostBlocks = [...PAYLOADS.map(({ text }) => text), PAYLOADS.map(({ text }, row) => ({ row, col: 0, rowspan: 1, colspan: 1, text, id: text }))];
  test('the element, its attributes, content and sources, in a host without a policy', async () => {
    const { context, seen } = await watch(browser);
    await context.route('**/host.html', (route) => route.fulfill({ contentType: 'text/html', body: '<!doctype html><meta charset="utf-8"><script src="gouji.js"></script><textarea id="report"></textarea><main></main>' }));
    await context.route('**/gouji-full-engine.js', (route) => route.fulfill({ path: path.join(dist, 'gouji-full-engine.js') }));
    const page = await context.newPage();
    await page.goto(`${examples.address}host.html`, { waitUntil: 'load' });
    const from = seen.requests.length;
    await page.evaluate(([texts, content, report, markup, lastYear]) => {
      const main = document.querySelector('main');
      for (const text of texts) {
        const element = document.createElement('gouji-check');
        for (const name of ['language', 'for', 'title', 'lang']) element.setAttribute(name, text);
        element.textContent = text;
        main.append(element);
      }
      document.querySelector('#report').value = report;
      globalThis.reports = 0;
      document.addEventListener('gouji-report', () => globalThis.reports++);
      const follows = document.createElement('gouji-check');
      follows.setAttribute('for', 'report');
      const [raw, blocks] = [document.createElement('gouji-check'), document.createElement('gouji-check')];
      main.append(follows, raw, blocks);
      raw.previous = lastYear;
      raw.check(markup, texts.join(' '));
      blocks.check(content, texts[0]);
    }, [PAYLOADS.map(({ text }) => text), hostBlocks, hostile(wrongHtml, asText), hostile(wrongHtml, asMarkup), hostile(lastYearHtml, asMarkup)]);
    await page.waitForFunction(() => globalThis.reports >= 3);
    await page.waitForFunction(() => [...document.querySelectorAll('gouji-check')].slice(-3).every(({ shadowRoot }) => shadowRoot.querySelector('#verdict')?.textContent.trim()));
    assert.match(await shownText(page), SHOWN);
    await assertNothing(page, seen, { from, beside: BESIDE, roots: ['gouji-check'] });
    await context.close();
  });

  test('the frame, by its messages and its address', async () => {
    const { context, seen } = await watch(browser);
    const page = await context.newPage();
    await page.goto(`${examples.address}published.html`);
    const origin = new URL(examples.address).origin;
    await page.evaluate((src) => {
      globalThis.told = [];
      addEventListener('message', ({ data }) => globalThis.told.push(data));
      document.body.append(Object.assign(document.createElement('iframe'), { src, width: 1200, height: 700 }));
    }, `${server.address}embed.html?origin=${encodeURIComponent(origin)}&x=${encodeURIComponent(every())}#${encodeURIComponent(every())}`);
    await page.waitForFunction(() => globalThis.told.some(({ type }) => type === 'ready'));
    const from = seen.requests.length;
    const messages = [hostile(wrongHtml, asMarkup), hostile(wrongHtml, asText), hostBlocks].map((content) => ({ gouji: 1, type: 'check', id: PAYLOADS[32].text, name: every(), content }));
    for (const [i, message] of messages.entries()) {
      await page.evaluate((message) => document.querySelector('iframe').contentWindow.postMessage(message, '*'), message);
      await page.waitForFunction((count) => globalThis.told.filter(({ type }) => type === 'report').length === count, i + 1);
      const [, frame] = page.frames();
      await frame.waitForFunction(() => document.querySelector('gouji-check').shadowRoot.querySelector('#verdict')?.textContent.trim());
      await assertNothing(frame, seen, { from, beside: BESIDE, roots: ['gouji-check'] });
    }
    await context.close();
  });

  // Their own policies would hide what runs.
  for (const name of ['contenteditable', 'tinymce']) {
    test(`${name}: the panel beside it`, async () => {
      for (const dress of [asText, asMarkup]) {
        const { context, seen } = await watch(browser, { bypassCSP: true });
        await context.route(`${ADDRESS}**`, (route) => route.abort());
        const page = await context.newPage();
        await page.addInitScript(inPage);
        await page.goto(`${examples.address}${name}.html`, { waitUntil: 'load' });
        await page.waitForFunction(() => globalThis.attached?.adapter.body()?.isConnected && globalThis.settled());
        await paste(page, hostile(wrongHtml, dress), '');
        await page.waitForFunction(() => attached.adapter.body().textContent.includes('四、结转下年度继续办理'));
        // What an editor itself loads of what was pasted is no concern of ours; it is over when nothing came for a while.
        for (let count = -1; count !== seen.requests.length; await page.waitForTimeout(500)) count = seen.requests.length;
        for (const list of Object.values(seen)) list.length = 0;
        await page.evaluate(() => attached.open());
        await panelSays(page, /./);
        await assertNothing(page, seen, { roots: ['.gouji-panel', '.gouji-marks'] });
        if (dress === asText) {
          // With pictures in it TinyMCE would load them anew whenever the focus moves.
          const findings = panel(page, '.finding h3 button');
          for (let i = 0; i < Math.min(3, await findings.count()); i++) await findings.nth(i).click();
          await panel(page, '.given > summary').click();
          await panel(page, '.given input[type=date]').first().waitFor();
          assert.match(await shownText(page), SHOWN);
          await assertNothing(page, seen, { roots: ['.gouji-panel', '.gouji-marks'] });
        }
        await context.close();
      }
    });
  }
});

/** The fields of a CSV, as spreadsheets part them. */
const fieldsOf = (csv) => [...csv.matchAll(/"((?:[^"]|"")*)"|[^,\r\n]+/g)].map(([whole, quoted]) => quoted?.replace(/""/g, '"') ?? whole);
const isFormula = (field) => /^[\s\u0000]*[=+\-@＝＋－＠]/.test(field) && !Number.isFinite(Number(field));

/** Well-formed, to the parser of the browser. */
async function assertParses(page, xml) {
  const blank = await page.context().newPage();
  assert.equal(await blank.evaluate((xml) => new DOMParser().parseFromString(xml, 'application/xml').querySelector('parsererror')?.textContent ?? null, xml), null);
  await blank.close();
}
