// An example page with a real editor, as a person uses it: paste, press the button, look at the marks, take a proposal.

import assert from 'node:assert/strict';
import { after, before } from 'node:test';

import { serveExamples } from '../../../scripts/examples.mjs';
import { launchChromium, watchedPage } from './browsers.mjs';

/** The examples on a server and a browser, there while the tests of one file run. */
export function examplesInBrowser(launch = launchChromium) {
  const there = {};
  before(async () => {
    there.server = await serveExamples();
    there.browser = await launch();
  });
  after(async () => {
    await there.browser?.close();
    await there.server?.close();
  });
  return there;
}

/** Opens an example, in a browser or a context of it; its editor stands and holds nothing. */
export async function openExample(browser, address, { width = 1400, height = 860 } = {}) {
  const { page, seen } = await watchedPage(browser);
  await page.setViewportSize({ width, height });
  await page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
  await page.addInitScript(inPage);
  await page.goto(address, { waitUntil: 'load' });
  await page.waitForFunction(() => globalThis.attached?.adapter.body()?.isConnected && globalThis.settled(), null, { timeout: 10_000 });
  return { page, seen };
}

/** A real paste: the clipboard filled as another program does, the caret in the editor, Ctrl+V. */
export async function paste(page, html, text) {
  await page.evaluate(([html, text]) => {
    const fill = (event) => {
      event.clipboardData.setData('text/html', html);
      event.clipboardData.setData('text/plain', text);
      event.preventDefault();
      event.stopImmediatePropagation();
    };
    document.addEventListener('copy', fill, { once: true, capture: true });
    document.execCommand('copy');
    const body = attached.adapter.body();
    body.ownerDocument.defaultView.frameElement?.focus();
    body.focus();
  }, [html, text]);
  await page.keyboard.press('Control+V');
}

export async function verdictIs(page, pattern) {
  await page.waitForFunction((source) => new RegExp(source).test(globalThis.verdict()), pattern.source, { timeout: 8000 }).catch(async () => {
    assert.fail(`the verdict is not ${pattern}: ${await page.evaluate(() => globalThis.verdict())}`);
  });
}

export const panel = (page, selector) => page.locator(`.gouji-panel ${selector}`);

/** Every mark that is shown: its sign and its rectangle. */
export const marks = (page) => page.evaluate(() => globalThis.marks());

/** The mark with this sign lies over the cell of this row and figure, and can be seen. */
export async function assertMarked(page, sign, row, figure, when) {
  let seen;
  for (let i = 0; i < 20; i++) {
    seen = await page.evaluate(([sign, row, figure]) => ({ mark: globalThis.marks().find((mark) => mark.sign === sign), cell: globalThis.cellBox(row, figure) }), [sign, row, figure]);
    if (seen.mark && seen.cell && near(seen.mark.box, seen.cell)) return;
    await page.waitForTimeout(50);
  }
  assert.fail(`${when}: the mark ${sign} is not over ${row} ${figure}: ${JSON.stringify(seen)}`);
}

const near = (a, b) => a.every((value, i) => Math.abs(value - b[i]) < 1.5);

/** Runs in the page before its own scripts: what a test looks at. */
export function inPage() {
  globalThis.violations = [];
  document.addEventListener('securitypolicyviolation', (event) => globalThis.violations.push(`${event.violatedDirective} ${event.blockedURI}`));

  globalThis.settled = () => {
    const body = attached.adapter.body();
    return body.ownerDocument.readyState === 'complete' && body.getBoundingClientRect().height > 0;
  };
  globalThis.verdict = () => document.querySelector('.gouji-panel')?.shadowRoot.querySelector('#verdict')?.textContent.trim() ?? '';
  globalThis.marks = () => {
    const layer = document.querySelector('.gouji-marks')?.shadowRoot.querySelector('.layer');
    if (!layer || layer.hidden) return [];
    return [...layer.children].filter((mark) => !mark.hidden).map((mark) => {
      const { left, top, width, height } = mark.getBoundingClientRect();
      return { sign: mark.textContent, box: [left, top, width, height] };
    });
  };
  // Found by the texts of the document, without gouji.
  globalThis.cellOf = (row, figure) => {
    const body = attached.adapter.body();
    const rows = [...body.querySelectorAll('tr')].filter((tr) => tr.textContent.replace(/\s/g, '').includes(row));
    return rows.flatMap((tr) => [...tr.children]).find((cell) => cell.textContent.trim() === figure);
  };
  globalThis.cellBox = (row, figure) => {
    const cell = globalThis.cellOf(row, figure);
    if (!cell) return null;
    const box = cell.getBoundingClientRect();
    const frame = cell.ownerDocument.defaultView.frameElement;
    const outer = frame?.getBoundingClientRect() ?? { left: 0, top: 0 };
    return [box.left + outer.left + (frame?.clientLeft ?? 0), box.top + outer.top + (frame?.clientTop ?? 0), box.width, box.height];
  };
}
