// Every state that the page, the element in a host's page and the panel beside an editor can be in, by what brings it
// there; and the ways in which people look at them. One table, for all that is measured of them.

import { openExample, paste, verdictIs as panelIs, panel } from './editor.mjs';
import { cell, dropFiles, openPage, pasteHtml, verdictIs } from './page.mjs';
import { lastYearHtml, plainText, rightHtml, wordHtml, wrongHtml } from './reports.mjs';
import { zip } from './zip.mjs';

const of = (html, agency) => html.replace(/示例市某某局/g, agency);
const given = (html) => (page) => pasteHtml(page, wordHtml(html), plainText(html));
const button = (page, name) => page.getByRole('button', { name }).first();

async function right(page) {
  await given(rightHtml)(page);
  await verdictIs(page, /^可以发布/);
}

async function wrong(page) {
  await given(wrongHtml)(page);
  await verdictIs(page, /有 2 处错误/);
}

async function beside(page, content, says) {
  await dropFiles(page, [['去年.html', Buffer.from(content)]], '.last');
  await page.locator('.last [role="status"]').filter({ hasText: says }).waitFor();
}

async function asked(page) {
  await wrong(page);
  await button(page, '说明理由，不再提示').click();
  await page.locator('#waive textarea').waitFor();
}

const OFFICES = ['商务局', '教育局', '体育局', '档案局', '统计局', '水利局'];
const reports = () => zip({
  '全市.html': of(rightHtml, '示例市人民政府'),
  ...Object.fromEntries(OFFICES.map((name, i) => [`${name}.html`, of(i % 2 ? rightHtml : wrongHtml, `示例市${name}`)])),
  '空.html': '',
  '通知.txt': '关于开会的通知',
});

async function listed(page) {
  await dropFiles(page, [['全市.zip', reports()]], 'body');
  await page.locator('#done').filter({ hasText: /核对完成/ }).waitFor({ timeout: 30_000 });
}

/**
 * In the page: what brings it there, the part that stands in a snapshot (all of it without one), what must run before
 * the page's own script, and whether every way of looking is looked at: `main`.
 */
const PAGE = {
  'empty page': { main: true, bring: async () => {} },
  busy: {
    prepare: holdTheEngine,
    read: '.busy',
    bring: async (page) => {
      await given(rightHtml)(page);
      await page.waitForSelector('.busy');
    },
  },
  refused: {
    read: 'main',
    bring: async (page) => {
      await dropFiles(page, [['年报.pdf', Buffer.from('%PDF-1.7\n%âãÏÓ\n1 0 obj\n<<>>\nendobj\n')]]);
      await verdictIs(page, /没有读出内容/);
    },
  },
  right: { read: '.right, .verdict', bring: right },
  wrong: { main: true, print: true, read: 'body', bring: wrong },
  'cannot tell': {
    read: '.verdict, .right, .doubt',
    bring: async (page) => {
      const without = rightHtml.replace(/(<table[\s\S]*?<\/table>[\s\S]*?)<table[\s\S]*?<\/table>/, '$1');
      await given(without)(page);
      await verdictIs(page, /./);
    },
  },
  chosen: {
    read: '.equation, .right',
    bring: async (page) => {
      await wrong(page);
      await page.locator('.finding h3 button').nth(1).click();
      await page.waitForFunction(() => document.querySelector('gouji-check').shadowRoot.activeElement?.dataset.cell);
    },
  },
  edited: {
    main: true,
    read: '.verdict, .actions, table.t3, .right',
    bring: async (page) => {
      await wrong(page);
      for (const [name, text] of [['t3.denied.law.legal', ''], ['t3.denied.law.other', 'O'], ['t3.denied.law.research', '/'], ['t3.total.total', '4999']]) {
        await cell(page, name).fill(text);
      }
      await page.waitForSelector('td.is-unreadable');
    },
  },
  'table 4 with alternatives': {
    read: 'table.t4, .cause',
    bring: async (page) => {
      await wrong(page);
      await page.getByRole('tab', { name: /表四/ }).click();
      await cell(page, 't4.review.total').fill('9');
      await verdictIs(page, /有 3 处错误/);
    },
  },
  'table 2': {
    read: 'table.t2',
    bring: async (page) => {
      await right(page);
      await page.getByRole('tab', { name: /表二/ }).click();
    },
  },
  'last year first': { read: '.last', bring: (page) => beside(page, lastYearHtml, '已放好') },
  'last year': {
    print: true,
    read: '.last',
    bring: async (page) => {
      await right(page);
      await beside(page, lastYearHtml, '已比较');
    },
  },
  'last year unfit': {
    read: '.last, .verdict',
    bring: async (page) => {
      await right(page);
      await beside(page, rightHtml, '没有比较');
    },
  },
  settings: {
    main: true,
    read: '.given',
    bring: async (page) => {
      await wrong(page);
      await page.locator('.given > summary').click();
      await page.locator('.given input[type="date"]').first().waitFor();
      await page.locator('.given details > summary').first().click();
    },
  },
  'waiver asked': { read: '#waive', bring: asked },
  waived: {
    read: '.right',
    bring: async (page) => {
      await asked(page);
      await page.locator('#waive textarea').fill('台账如此');
      await page.locator('#waive').getByRole('button', { name: '不再提示' }).click();
      await page.locator('.waived').waitFor();
    },
  },
  'rule page': {
    main: true,
    read: '#rule',
    bring: async (page) => {
      await wrong(page);
      await button(page, '规则说明').click();
      await page.locator('#rule[open] h2').waitFor();
    },
  },
  checklist: {
    main: true,
    read: '.checklist .chips, table.checks',
    bring: async (page) => {
      await wrong(page);
      await page.getByRole('tab', { name: '核对清单' }).click();
    },
  },
  'how to verify': { read: '#verify', bring: (page) => button(page, '如何验证').click() },
  'area compared': {
    main: true,
    print: true,
    read: '#area',
    bring: async (page) => {
      await given(of(rightHtml, '示例市人民政府'))(page);
      await button(page, '与下级单位的报告汇总核对').click();
      const units = [['商务局.html', of(wrongHtml, '示例市商务局')], ['教育局.html', of(rightHtml, '示例市教育局').replace(/2025年/g, '2024年')], ['空.html', '']];
      await page.locator('#area #files').setInputFiles(units.map(([name, html]) => ({ name, mimeType: 'text/html', buffer: Buffer.from(html) })));
      await page.locator('#result').filter({ hasText: /计入 \d 份/ }).waitFor();
    },
  },
  'sheet and chart': {
    main: true,
    print: true,
    read: '#sheet',
    bring: async (page) => {
      await right(page);
      await beside(page, lastYearHtml, '已比较');
      await button(page, '校验单和申请去向图').click();
      await page.getByLabel('显示数据表').check();
    },
  },
  'many, none yet': {
    read: '#many',
    bring: async (page) => {
      await button(page, '整个文件夹、ZIP 或多份报告一起核对').click();
      await page.locator('#many .choose').waitFor();
    },
  },
  'many, running': {
    prepare: holdTheEngine,
    bring: async (page) => {
      await dropFiles(page, [['全市.zip', reports()]]);
      await page.locator('#many .busy').filter({ hasText: /正在核对/ }).waitFor();
    },
  },
  'many, list': { main: true, print: true, read: '#many', bring: listed },
  'many, filtered and sorted': {
    read: '#many .tools, #many .list thead',
    bring: async (page) => {
      await listed(page);
      await page.locator('#many .chip').filter({ hasText: '有错误' }).click();
      await page.locator('[data-sort="agency"]').click();
    },
  },
  'many, heat map': {
    main: true,
    print: true,
    read: '#heat',
    bring: async (page) => {
      await listed(page);
      await page.getByText('表三哪些格常填错').click();
      await page.locator('[data-heat]').first().waitFor();
    },
  },
  'many, above a report': {
    read: '#many',
    bring: async (page) => {
      await listed(page);
      await page.locator('#many .list tbody button').first().click();
      await page.locator('#back').waitFor();
    },
  },
};

const inHost = (html) => async (page) => {
  await page.evaluate((html) => document.querySelector('gouji-check').check(html, 'report.html'), html);
  await verdictIs(page, /./);
};

/** In a host's page: what the element is given. */
const HOST = {
  'element, empty': { bring: async () => {} },
  'element, wrong': { main: true, bring: inHost(wrongHtml) },
  'element, right': { bring: inHost(rightHtml) },
};

async function inEditor(page, html = wrongHtml) {
  await paste(page, wordHtml(html), plainText(html));
  await page.locator('.gouji-button').click();
}

/** Beside an editor. */
const EDITOR = {
  'panel, wrong': {
    main: true,
    read: '.gouji-panel .frame',
    bring: async (page) => {
      await inEditor(page);
      await panelIs(page, /有 2 处错误/);
    },
  },
  'panel, rule page': {
    bring: async (page) => {
      await inEditor(page);
      await panelIs(page, /有 2 处错误/);
      await panel(page, 'button').filter({ hasText: '规则说明' }).first().click();
      await panel(page, 'dialog[open] h2').waitFor();
    },
  },
  'panel, mended': {
    bring: async (page) => {
      await inEditor(page);
      await panelIs(page, /有 2 处错误/);
      await panel(page, '.cause button').filter({ hasText: '采用 21' }).click();
      await panelIs(page, /^可以发布/);
    },
  },
  'panel, a table lost': {
    editor: 'quill',
    read: '.gouji-panel .frame',
    bring: async (page) => {
      await paste(page, wordHtml(rightHtml), plainText(rightHtml));
      await page.locator('.ql-gouji').click();
      await panel(page, '.loss').first().waitFor();
    },
  },
};

const press = (page, name) => page.locator('header nav').getByRole('button', { name, includeHidden: true }).evaluate((element) => element.click());

/** Ways of looking: what they do to a page, and what can come out differently by them, colours or lay-out. */
export const MODES = {
  dark: { differs: 'colour', set: (page) => page.emulateMedia({ colorScheme: 'dark' }) },
  'forced colours': { differs: 'colour', set: (page) => page.emulateMedia({ forcedColors: 'active' }) },
  print: { differs: 'colour', set: (page) => page.emulateMedia({ media: 'print' }) },
  'large type': { differs: 'layout', page: true, set: (page) => press(page, '大字'), unset: (page) => press(page, '大字') },
  // What a window of 1280 by 1024 shows at these zooms.
  '200 %': { differs: 'layout', width: 640, height: 512 },
  '400 %': { differs: 'layout', width: 320, height: 256 },
  English: { differs: 'layout', page: true, set: (page) => press(page, 'English') },
};

export const STATES = { ...PAGE, ...HOST, ...EDITOR };

/** The ways in which a state is looked at beside light and as it is. */
export const modesOf = (name) => Object.keys(MODES).filter((mode) => {
  const { main, print } = STATES[name];
  return mode === 'print' ? print : main && (name in PAGE || !MODES[mode].page);
});

/** Opens a state, as wide as most screens. What it needs is in `there`: a browser, the addresses, the examples. */
export async function openState(there, name, { width = 1280, height = 1024 } = {}) {
  const { bring, prepare, editor = 'contenteditable' } = STATES[name];
  const context = await there.browser.newContext();
  let page;
  if (name in EDITOR) ({ page } = await openExample(context, `${there.server.address}${editor}.html`, { width, height }));
  else if (name in HOST) page = await openHost(context, there.gouji, { width, height });
  else ({ page } = await openPage(context, there.page, { width, height, prepare }));
  await bring(page);
  return { page, close: () => context.close() };
}

/** A host's page with the element in it, and its own ground for a dark system. */
async function openHost(context, gouji, viewport) {
  const page = await context.newPage();
  await page.setViewportSize(viewport);
  const style = 'body { margin: 0 8px; } @media (prefers-color-scheme: dark) { html { background: #111; color: #eee; } }';
  const body = `<!doctype html><html lang="zh-CN"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><title>发布系统</title><style>${style}</style><script src="gouji.js"></script></head><body><main><h1>编辑年报</h1><gouji-check>核对结果会出现在这里。</gouji-check></main></body></html>`;
  await page.route('**/host.html', (route) => route.fulfill({ contentType: 'text/html', body }));
  await page.goto(`${gouji}host.html`);
  return page;
}

/** Runs in the page before its own script: no question about a report is answered. */
function holdTheEngine() {
  const send = Worker.prototype.postMessage;
  Worker.prototype.postMessage = function (message) {
    if (!['check', 'summary'].includes(message.question)) send.call(this, message);
  };
}
