// Watches a page that is shown what is hostile: whatever runs, is asked for, opens a window or breaks a policy is noted.

import assert from 'node:assert/strict';

import { ADDRESS, PAYLOADS } from '../fixtures/payloads.mjs';

export const escape = (text) => text.replace(/[&<>"]/g, (c) => ({ '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' })[c]);
const unescape = (text) => text.replace(/&lt;/g, '<').replace(/&gt;/g, '>').replace(/&quot;/g, '"').replace(/&amp;/g, '&');

/** The payloads as text of XML and HTML: XML has no controls. */
export const asText = (text) => escape(text.replace(/[\u0000-\u001f]/g, ' '));
export const asMarkup = (text) => text;
export { unescape };

export const every = (dress = asMarkup) => PAYLOADS.map(({ text }) => dress(text)).join(' ');

/** The report with a payload in a figure each, in its title and behind every paragraph. */
export function hostile(html, dress) {
  let used = 0;
  const paragraphs = html.split('</p>').length - 1;
  const share = Math.ceil(PAYLOADS.length / paragraphs);
  let paragraph = 0;
  return html
    .replace(/<td>\d+<\/td>/g, (cell) => (used < PAYLOADS.length ? `<td>${dress(PAYLOADS[used++].text)}</td>` : cell))
    .replace(/示例市某某局/, () => `示例市${dress('<img src=x: onerror=__ran(1)>')}局`)
    .replace(/<\/p>/g, () => {
      const some = PAYLOADS.slice(paragraph * share, ++paragraph * share);
      return `${some.map(({ text }) => dress(text)).join('；')}</p>`;
    });
}

/** A context of its own, and all that its pages do. */
export async function watch(browser, options = {}) {
  const context = await browser.newContext({ ...options, permissions: ['clipboard-read', 'clipboard-write'] });
  const seen = { ran: [], requests: [], dialogs: [], popups: [], violations: [], errors: [] };
  await context.exposeBinding('__ran', ({ page }, what) => void seen.ran.push(`${what} in ${page.url()}`));
  await context.exposeBinding('__violated', (_, what) => void seen.violations.push(what));
  await context.addInitScript(() => {
    document.addEventListener('securitypolicyviolation', (event) => globalThis.__violated(`${event.violatedDirective} ${event.blockedURI} ${event.sample}`));
  });
  await context.route('**/favicon.ico', (route) => route.fulfill({ status: 204 }));
  context.on('request', (request) => {
    if (!/^(blob|data):/.test(request.url())) seen.requests.push(request.url());
  });
  context.on('page', (page) => {
    page.on('dialog', (dialog) => {
      seen.dialogs.push(dialog.message());
      void dialog.dismiss();
    });
    page.on('popup', (popup) => void seen.popups.push(popup.url()));
    page.on('pageerror', ({ message }) => void seen.errors.push(message));
    page.on('console', (message) => {
      if (message.type() === 'error') seen.errors.push(message.text());
    });
  });
  return { context, seen };
}

/** Nothing ran, nothing was asked for but our own files from here on, nothing in the page is made of what was read. */
export async function assertNothing(page, seen, { from = 0, beside = [], roots = ['#page'] } = {}) {
  const others = seen.requests.slice(from).filter((url) => !beside.some((pattern) => pattern.test(url)));
  const { requests, ...rest } = seen;
  assert.deepEqual({ ...rest, requests: others }, { ran: [], dialogs: [], popups: [], violations: [], errors: [], requests: [] });
  assert.deepEqual(await page.evaluate(madeOf, roots), []);
}

/** Whatever in these elements could run or ask for something, but for our chart and the frame that prints. Runs in the page. */
function madeOf(roots) {
  const KINDS = /^(script|iframe|object|embed|img|image|svg|math|meta|base|link|video|audio|source|marquee|template|noscript|animate|set|use|foreignobject)$/i;
  const found = [];
  const look = (root) => {
    for (const element of root.querySelectorAll('*')) {
      const attributes = [...element.attributes].filter(({ name, value }) => /^on/i.test(name) || (/href$|src|action|data$|style/i.test(name) && /script:|canary|__ran/i.test(value)));
      if (element.closest('#flow svg, iframe[sandbox="allow-same-origin allow-modals"]')) continue;
      if (KINDS.test(element.localName) || attributes.length) found.push(element.cloneNode(false).outerHTML);
      if (element.shadowRoot) look(element.shadowRoot);
    }
  };
  for (const name of roots) for (const element of document.querySelectorAll(name)) look({ querySelectorAll: (what) => [element, ...element.querySelectorAll(what)] });
  return found;
}

/** All text of the page, that of its elements and fields too. */
export const shownText = (page) => page.evaluate(() => {
  const text = (node) => [...node.childNodes].filter(({ localName }) => !/^(script|style)$/.test(localName)).map((child) => (child.nodeType === 3 ? child.data : `${child.value ?? ''} ${text(child)} ${child.shadowRoot ? text(child.shadowRoot) : ''}`)).join('');
  return text(document.documentElement);
});

export { ADDRESS, PAYLOADS };
