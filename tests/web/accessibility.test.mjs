// Nobody is left out: every state in every way of looking, by axe and by measure; what a reader of the screen says of
// it; and the whole way by keyboard.

import assert from 'node:assert/strict';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { after, before, describe, test } from 'node:test';

import { root } from '../../scripts/run.mjs';
import { serve } from '../../scripts/serve.mjs';
import { violations } from './support/axe.mjs';
import { dist, singleFile } from './support/browsers.mjs';
import { examplesInBrowser } from './support/editor.mjs';
import { cutOff, lostFocus, moving, tooSmall, tooWide } from './support/measures.mjs';
import { cell, focused, openPage, pasteItem, readClipboard, tabTo, verdictIs } from './support/page.mjs';
import { plainText, wrongHtml } from './support/reports.mjs';
import { MODES, modesOf, openState, STATES } from './support/states.mjs';

/** So high that nothing lies under what sticks to the edges of the window. */
const HIGH = 2400;
const LIGHT = { width: 1280, height: 1024 };

const there = examplesInBrowser();
let gouji;
before(async () => {
  gouji = await serve(dist);
  Object.assign(there, { page: singleFile, gouji: gouji.address });
});
after(() => gouji?.close());

/** Gives the window a size, and waits until the page has laid itself out for it: it follows a frame later. */
async function put(page, { width, height }) {
  await page.setViewportSize({ width, height });
  await page.waitForFunction((wide) => innerWidth === wide, width);
  await page.evaluate(() => new Promise((drawn) => requestAnimationFrame(() => requestAnimationFrame(drawn))));
}

describe('in every state and way of looking', { timeout: 600_000 }, () => {
  for (const name of Object.keys(STATES)) {
    test(name, async () => {
      const { main, read } = STATES[name];
      const { page, close } = await openState(there, name);
      await page.emulateMedia({ reducedMotion: 'reduce' });
      const faults = {};
      const note = (what, found) => found.length && (faults[what] = found);
      note('moves', await moving(page));
      note('too small to be hit', await tooSmall(page));
      if (main) note('cut off with more space between letters and lines', await cutOff(page));
      const words = read && (await spoken(page, read));
      await put(page, { ...LIGHT, height: HIGH });
      // What axe calls good practice is asked of a whole page that is ours.
      note('light', await ours(page, name, { practice: !/^(element|panel)/.test(name) }));
      for (const mode of modesOf(name)) await lookAt(page, name, mode, (what, found) => note(`${mode}: ${what}`, found));
      await close();
      assert.deepEqual(faults, {});
      if (words) heard(name, words);
    });
  }
});

async function lookAt(page, name, mode, note) {
  const { differs, set, unset, width = LIGHT.width, height = LIGHT.height } = MODES[mode];
  await put(page, { width, height: differs === 'colour' ? HIGH : height });
  await set?.(page);
  if (differs === 'layout') {
    // What stands in an editor is its own; the panel's edges are measured in panel.test.mjs.
    if (!name.startsWith('panel')) note('too wide', await tooWide(page));
    note('too small to be hit', await tooSmall(page));
    if (mode === '400 %') note('the focus is lost', await lostFocus(page));
    await put(page, { width, height: HIGH });
  }
  note('axe', await ours(page, name, { only: differs }));
  await unset?.(page);
  if (differs === 'colour') await page.emulateMedia({ colorScheme: null, forcedColors: null, media: null });
}

/** An editor's own faults are its own. */
async function ours(page, name, options) {
  const found = await violations(page, options);
  return STATES[name].editor ? found.filter(({ nodes }) => nodes.some((node) => /gouji/.test(node))) : found;
}

/** The parts as a reader of the screen has them. */
async function spoken(page, parts) {
  const shown = page.locator(parts).filter({ visible: true });
  return (await Promise.all((await shown.all()).map((part) => part.ariaSnapshot()))).join('\n');
}

/** Compared with what stands in the snapshot; UPDATE=1 writes it anew. */
function heard(name, text) {
  const file = path.join(root, 'tests/web/snapshots', `${name.replace(/,? /g, '-')}.txt`);
  if (process.env.UPDATE) {
    mkdirSync(path.dirname(file), { recursive: true });
    return writeFileSync(file, `${text}\n`);
  }
  assert.ok(existsSync(file), `${file} is missing: UPDATE=1`);
  assert.equal(`${text}\n`, readFileSync(file, 'utf8'));
}

/** Opens the page with the wrong report pasted, as a person without a mouse does. */
async function opened() {
  const { page, check } = await openPage(there.browser, singleFile);
  await pasteItem(page, { 'text/html': wrongHtml, 'text/plain': plainText(wrongHtml) });
  await verdictIs(page, /有 2 处错误/);
  return { page, check };
}

/** What every live region says now. */
const said = (page) => page.evaluate(() => {
  const roots = [document, ...[...document.querySelectorAll('*')].flatMap(({ shadowRoot }) => shadowRoot ?? [])];
  return roots.flatMap((root) => [...root.querySelectorAll('[role="status"], [role="alert"], [aria-live]')]).map(({ textContent }) => textContent.trim()).filter(Boolean);
});

test('a whole session without a mouse', { timeout: 120_000 }, async () => {
  const { page, check } = await opened();
  const { keyboard } = page;
  assert.match(await focused(page), /^有 2 处错误/, 'the verdict is where reading begins');
  assert.deepEqual(await said(page), [], 'what has the focus is not said a second time');

  // From the verdict over filters, buttons, tabs and the table to the findings.
  await tabTo(page, /^② 错误/);
  await keyboard.press('ArrowUp');
  assert.match(await focused(page), /^① 错误/);
  await keyboard.press('Enter');
  await page.waitForFunction(() => document.querySelector('gouji-check').shadowRoot.activeElement?.dataset.cell);
  const subject = await focused(page);
  assert.ok(['t3.granted.total', 't3.total.natural'].includes(subject), subject);
  assert.match(await cell(page, subject).getAttribute('aria-label'), /、错误 ①：表三「（一）予以公开」.*相差 9/, 'the cell says what is wrong with it');

  // The arrows move; a figure typed is checked; Escape puts it back.
  await keyboard.press('ArrowUp');
  assert.notEqual(await focused(page), subject);
  await keyboard.press('Enter');
  assert.equal(await focused(page), subject);
  await keyboard.type('99');
  await page.waitForSelector('td.edited');
  await keyboard.press('Escape');
  await page.waitForSelector('td.edited', { state: 'detached' });

  // The proposal in the cell, then the copy.
  await tabTo(page, /^采用建议：/, 'Shift+Tab').catch(() => tabTo(page, /^采用建议：/));
  await keyboard.press('Enter');
  await verdictIs(page, /^可以发布/);
  assert.equal(await focused(page), 't3.granted.natural');
  assert.equal((await said(page)).filter((text) => text.startsWith('可以发布')).length, 1, 'the new verdict is said once');
  await tabTo(page, /^复制修正后的表三/, 'Shift+Tab');
  await keyboard.press('Enter');
  await page.waitForSelector('text=已复制表三');
  assert.match((await readClipboard(page)).text, /（一）予以公开\t\t21\t/);
  await tabTo(page, /^撤销/, 'Shift+Tab');
  await keyboard.press('Enter');
  await verdictIs(page, /有 2 处错误/);

  // Both findings let stand with a reason.
  for (const next of [/有 1 处错误/, /^可以发布/]) {
    await tabTo(page, /^说明理由，不再提示/);
    await keyboard.press('Enter');
    await page.locator('#waive textarea:focus').waitFor();
    await keyboard.type('台账如此');
    await tabTo(page, /^不再提示/);
    await keyboard.press('Enter');
    await verdictIs(page, next);
    assert.notEqual(await focused(page), '', 'the focus is not lost with the finding');
  }

  // The check sheet, and back to the beginning.
  await tabTo(page, /^校验单和申请去向图/);
  await keyboard.press('Enter');
  await page.locator('#print:focus').waitFor();
  await tabTo(page, /^换一份/, 'Shift+Tab');
  await keyboard.press('Enter');
  await page.locator('.drop').waitFor();
  assert.equal(await focused(page), '选择文件');
  await check([/^blob:/]);
  await page.close();
});

/** Every window over the page, and what opens it. */
const DIALOGS = { '#verify': /^如何验证/, '#rule': /^规则说明/, '#waive': /^说明理由，不再提示/ };

for (const [dialog, opener] of Object.entries(DIALOGS)) {
  test(`${dialog} keeps the focus in it, goes with Escape and gives the focus back`, { timeout: 60_000 }, async () => {
    const { page } = await opened();
    await tabTo(page, opener, dialog === '#verify' ? 'Shift+Tab' : 'Tab');
    const before = await focused(page);
    await page.keyboard.press('Enter');
    await page.locator(`${dialog}[open]`).waitFor();
    for (let i = 0; i < 6; i++) {
      await page.keyboard.press('Tab');
      const stays = await page.evaluate((dialog) => {
        let one = document.activeElement;
        while (one?.shadowRoot?.activeElement) one = one.shadowRoot.activeElement;
        // Beyond the last stop the browser's own bar has the focus, and the page nothing.
        return one === document.body || one.closest(dialog) !== null;
      }, dialog);
      assert.ok(stays, `Tab ${i + 1} left the window for ${await focused(page)}`);
    }
    await page.keyboard.press('Escape');
    await page.locator(`${dialog}[open]`).waitFor({ state: 'detached' });
    assert.equal(await focused(page), before);
    await page.close();
  });
}
