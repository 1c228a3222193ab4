// What the page of an editor pays for gouji: the time from an edit in TinyMCE to its new marks, and what attaching adds
// to the load. Each beside the same page without gouji, in turn. Called by scripts/bench.mjs.

import { readFileSync } from 'node:fs';
import path from 'node:path';
import { brotliCompressSync } from 'node:zlib';

import { serveExamples } from '../scripts/examples.mjs';
import { root } from '../scripts/run.mjs';
import { filesOf, weigh } from '../scripts/weight.mjs';
import { inPage } from '../tests/web/support/editor.mjs';
import { dist } from '../tests/web/support/browsers.mjs';
import { wrongHtml } from '../tests/web/support/reports.mjs';

const EDITS = 15;
const LOADS = 9;
/** What `attach` waits for after an edit unless it is told otherwise; not counted, since it is chosen. */
const DEBOUNCE_MS = 400;

const median = (values) => [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)];

/** The rows of the table: what, gouji, instead, ratio. */
export async function editorRows(browser) {
  const server = await serveExamples();
  try {
    const edits = await editToMarks(browser, server.address);
    const loads = await attachCost(browser, server.address);
    const kilobytes = (bytes) => `${(bytes / 1024).toFixed(1)} KB`;
    const now = ['editors/tinymce.js', 'element.js'];
    const compressed = (file) => brotliCompressSync(readFileSync(file)).length;
    const all = compressed(path.join(dist, 'gouji.js')) - compressed(path.join(dist, 'gouji-engine.js'));
    const tinymce = compressed(path.join(root, 'tests/web/editors/node_modules/tinymce/tinymce.min.js'));
    return [
      ['edit in TinyMCE → new marks painted, after the debounce', `${edits.marks.toFixed(1)} ms`, `the edit itself painted, without gouji ${edits.alone.toFixed(1)} ms`, '–'],
      ['gouji.js evaluated and attached to TinyMCE', `${loads.ours.toFixed(1)} ms`, `TinyMCE from script to ready, without gouji ${loads.alone.toFixed(0)} ms, with it ${loads.both.toFixed(0)} ms`, `${((100 * loads.ours) / loads.alone).toFixed(1)} %`],
      ['modules for TinyMCE and the element, with the page: brotli beyond the engine', kilobytes(weigh(filesOf(now))), `TinyMCE's own script ${kilobytes(tinymce)}`, '–'],
      ['the same with all that comes at the first check', kilobytes(weigh(filesOf(now, { later: true }))), '–', '–'],
      ['gouji.js, which has everything in it: brotli beyond the engine', kilobytes(all), '–', '–'],
    ];
  } finally {
    await server.close();
  }
}

/** Medians from an edit to the frame in which its new marks stand, and from the same edit to its own frame without gouji. */
async function editToMarks(browser, address) {
  const pages = await Promise.all([true, false].map((attached) => editorPage(browser, address, attached)));
  const times = [[], []];
  for (let i = 0; i < EDITS; i++) {
    for (const [at, page] of pages.entries()) {
      await page.evaluate(noteNextEdit, at === 0);
      await page.keyboard.press(i % 2 ? 'Backspace' : '9');
      times[at].push(await page.evaluate(() => globalThis.painted));
    }
  }
  await Promise.all(pages.map((page) => page.close()));
  return { marks: median(times[0]) - DEBOUNCE_MS, alone: median(times[1]) };
}

/** The example of TinyMCE with a report in it and the caret behind a figure; without gouji its script is empty. */
async function editorPage(browser, address, attached) {
  const page = await browser.newPage();
  if (!attached) await page.route('**/gouji.js', (route) => route.fulfill({ contentType: 'text/javascript', body: 'var gouji = { attach: () => null };' }));
  await page.addInitScript(inPage);
  await page.goto(`${address}tinymce.html`, { waitUntil: 'load' });
  await page.waitForFunction(() => globalThis.editor?.initialized);
  await page.evaluate(async ([html, attached]) => {
    editor.setContent(html);
    if (attached) await globalThis.attached.open();
    editor.focus();
    const cell = [...editor.getBody().querySelectorAll('td')].find((one) => one.textContent === '24');
    editor.selection.setCursorLocation(cell, cell.childNodes.length);
  }, [wrongHtml.replace(/^[\s\S]*<body[^>]*>/, ''), attached]);
  return page;
}

/**
 * Keeps, as `painted`, the time from the next edit to the frame after it or, with `marks`, from the last change that
 * TinyMCE makes for it (it tidies up some milliseconds later) to the frame after the new marks.
 */
function noteNextEdit(marks) {
  globalThis.painted = new Promise((resolve) => {
    editor.getBody().addEventListener('input', () => {
      let start = performance.now();
      const frame = () => requestAnimationFrame(() => setTimeout(() => resolve(performance.now() - start)));
      if (!marks) return frame();
      const changes = new MutationObserver(() => { start = performance.now(); });
      changes.observe(editor.getBody(), { childList: true, characterData: true, subtree: true });
      const layer = document.querySelector('.gouji-marks').shadowRoot.querySelector('.layer');
      const observer = new MutationObserver((records) => {
        if (!records.some(({ addedNodes }) => addedNodes.length)) return;
        observer.disconnect();
        changes.disconnect();
        frame();
      });
      observer.observe(layer, { childList: true });
    }, { once: true, capture: true });
  });
}

/** Medians of a page's way from TinyMCE's script to a ready editor, with gouji and without it, and of gouji's own part. */
async function attachCost(browser, address) {
  const times = { ours: [], alone: [], both: [] };
  for (let i = 0; i < LOADS; i++) {
    for (const attached of [true, false]) {
      const page = await browser.newPage();
      await page.route('**/bench.html', (route) => route.fulfill({ contentType: 'text/html', body: '<!doctype html><title>.</title><textarea id="content"></textarea>' }));
      await page.goto(`${address}bench.html`);
      const { whole, own } = await page.evaluate(load, attached);
      if (attached) times.ours.push(own);
      times[attached ? 'both' : 'alone'].push(whole);
      await page.close();
    }
  }
  return Object.fromEntries(Object.entries(times).map(([name, values]) => [name, median(values)]));
}

/** Runs in an empty page: evaluates the scripts, whose texts are there already, and makes the editor. */
async function load(attached) {
  const text = async (address) => (await fetch(address)).text();
  const [tinymceText, goujiText] = [await text('editors/tinymce/tinymce.min.js'), await text('gouji.js')];
  const run = (source) => {
    const script = document.createElement('script');
    script.textContent = source;
    document.head.append(script);
  };
  const start = performance.now();
  let own = 0;
  const ours = (work) => {
    const before = performance.now();
    work();
    own += performance.now() - before;
  };
  run(tinymceText);
  if (attached) ours(() => run(goujiText));
  await globalThis.tinymce.init({
    selector: '#content', license_key: 'gpl', base_url: 'editors/tinymce', suffix: '.min', toolbar: 'undo redo | gouji', promotion: false,
    setup: (editor) => attached && ours(() => globalThis.gouji.attach(editor)),
  });
  return { whole: performance.now() - start, own };
}
