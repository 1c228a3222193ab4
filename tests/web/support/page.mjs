// The page as a person uses it: opens it, pastes, drops, reads what it says. For Playwright's pages.

import assert from 'node:assert/strict';

import { watchedPage } from './browsers.mjs';

/**
 * The page, loaded and empty, with the clipboard allowed. `check` at the end asserts that nothing left and no policy was
 * broken; what it is given may have been loaded from beside the page.
 */
export async function openPage(browser, address, { width = 1440, height = 900, prepare } = {}) {
  const { page, seen } = await watchedPage(browser);
  await page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
  await page.setViewportSize({ width, height });
  await page.addInitScript(() => {
    globalThis.violations = [];
    document.addEventListener('securitypolicyviolation', (event) => globalThis.violations.push(`${event.violatedDirective} ${event.blockedURI}`));
  });
  if (prepare) await page.addInitScript(prepare);
  await page.goto(address, { waitUntil: 'load' });
  await page.waitForSelector('.drop');
  const loaded = seen.requests.length;
  const check = async (beside = []) => {
    const others = seen.requests.slice(loaded).filter((url) => !beside.some((pattern) => pattern.test(url)));
    assert.deepEqual(others, [], 'requests after load');
    assert.deepEqual(await page.evaluate(() => globalThis.violations), [], 'violations of the policy');
    assert.deepEqual(seen.violations, [], 'violations of the policy on the console');
    assert.deepEqual(seen.errors, [], 'errors');
  };
  return { page, check };
}

/** Puts HTML on the clipboard as another program does, byte for byte, and presses Ctrl+V. */
export async function pasteHtml(page, html, text) {
  await page.evaluate(([html, text]) => {
    const fill = (event) => {
      event.clipboardData.setData('text/html', html);
      event.clipboardData.setData('text/plain', text);
      event.preventDefault();
    };
    document.addEventListener('copy', fill, { once: true });
    document.execCommand('copy');
  }, [html, text]);
  await page.keyboard.press('Control+V');
}

/** Puts parts on the clipboard through the asynchronous interface and presses Ctrl+V. */
export async function pasteItem(page, parts) {
  await page.evaluate(async (parts) => {
    const blobs = Object.entries(parts).map(([type, text]) => [type, new Blob([text], { type })]);
    await navigator.clipboard.write([new ClipboardItem(Object.fromEntries(blobs))]);
  }, parts);
  await page.keyboard.press('Control+V');
}

/** Drops files, given as [name, bytes], on the page or on a place in it. */
export async function dropFiles(page, files, place = '.drop') {
  const list = files.map(([name, bytes]) => [name, Buffer.from(bytes).toString('base64')]);
  await page.evaluate(([list, place]) => {
    const data = new DataTransfer();
    for (const [name, bytes] of list) data.items.add(new File([Uint8Array.from(atob(bytes), (c) => c.charCodeAt(0))], name));
    const field = document.querySelector(place) ?? document.body;
    for (const type of ['dragenter', 'dragover', 'drop']) {
      field.dispatchEvent(new DragEvent(type, { dataTransfer: data, bubbles: true, cancelable: true, composed: true }));
    }
  }, [list, place]);
}

export async function readClipboard(page) {
  return page.evaluate(async () => {
    const [item] = await navigator.clipboard.read();
    const read = async (type) => (item.types.includes(type) ? (await item.getType(type)).text() : '');
    return { html: await read('text/html'), text: await read('text/plain') };
  });
}

/** Waits until the verdict says this. */
export async function verdictIs(page, pattern) {
  await page.waitForFunction((source) => {
    const heading = document.querySelector('gouji-check')?.shadowRoot?.querySelector('#verdict');
    return heading && new RegExp(source).test(heading.textContent);
  }, pattern.source, { timeout: 10_000 }).catch(async () => {
    const said = await page.evaluate(() => document.querySelector('gouji-check').shadowRoot.textContent.replace(/\s+/g, ' ').slice(0, 300));
    assert.fail(`the verdict is not ${pattern}: ${said}`);
  });
}

export const cell = (page, name) => page.locator(`input[data-cell="${name}"]`);

/** The innermost focused element, as its cell's name or its words. */
export function focused(page) {
  return page.evaluate(() => {
    let element = document.activeElement;
    while (element?.shadowRoot?.activeElement) element = element.shadowRoot.activeElement;
    if (!element) return '';
    return element.dataset.cell ?? (element.getAttribute('aria-label') || element.textContent.replace(/\s+/g, ' ').trim());
  });
}

/** Presses Tab until what has the focus matches; fails after a round that never comes there. */
export async function tabTo(page, pattern, key = 'Tab') {
  for (let i = 0; i < 80; i++) {
    if (pattern.test(await focused(page))) return;
    await page.keyboard.press(key);
  }
  assert.fail(`${key} does not reach ${pattern}; it is at ${await focused(page)}`);
}

/** Runs in the page before its own scripts: no window of the system opens, what would be printed is counted. */
export function countPrints() {
  const { get } = Object.getOwnPropertyDescriptor(HTMLIFrameElement.prototype, 'contentWindow');
  globalThis.prints = 0;
  Object.defineProperty(HTMLIFrameElement.prototype, 'contentWindow', {
    get() {
      const inside = get.call(this);
      if (inside) inside.print = () => globalThis.prints++;
      return inside;
    },
  });
}
