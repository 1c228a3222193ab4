// npm run bench: in one Chromium, the engine beside what a user would use instead, and an editor's page with gouji and
// without it; natively, the command beside scripts, and the search for repairs beside an exact solver. Medians and
// ratios; no verdicts. `engine`, `many`, `command`, `editors` or `repairs` runs one part; --write puts it into the table
// of BENCHMARKS.md.

import { readFileSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { brotliCompressSync } from 'node:zlib';

import { build } from './build.mjs';
import { root, run } from './run.mjs';
import { setupEditors, setupPackages } from './setup.mjs';
import { dist, launchChromium, singleFile } from '../tests/web/support/browsers.mjs';
import { pdf, xlsx } from '../tests/web/support/office.mjs';
import { openPage, pasteHtml } from '../tests/web/support/page.mjs';
import { docx, lastYearHtml, plainText, wordHtml, wrongHtml } from '../tests/web/support/reports.mjs';
import { largePage, measure, pasteToPaint } from '../benches/browser.mjs';
import { commandRows } from '../benches/command.mjs';
import { editorRows } from '../benches/editors.mjs';
import { manyRows } from '../benches/many.mjs';

/** What is loaded when. */
const SIZES = {
  'first visit': ['index.html', 'gouji-page.js', 'gouji-page.css', 'gouji-engine.js'],
  'when a file needs the full engine': ['gouji-full-engine.js'],
  'when the page of a rule is opened': ['gouji-rules.js'],
  '`gouji.html`': ['gouji.html'],
  '`gouji-full.html`': ['gouji-full.html'],
};
const PASTES = 15;
/** What the bench in Rust says: wrong figures, median of the search, which programme, median of the solver, ratio. */
const SOLVER_LINE = /^(\d) +(\d+ µs) +(plain|cuts) +(\d+) µs +(\d+)/gm;

const FILE = path.join(root, 'BENCHMARKS.md');
const HEAD = ['| what | gouji | instead | ratio |', '| --- | --- | --- | --- |'];
/** The line of the table that a part begins with. */
const TITLE = /^\| \*\*(.+?)\*\* \|/;
const PARTS = { engine: ['The engine and the page', engineRows], many: ['A thousand reports at once', manyRows], command: ['The command', commandRows], editors: ["In an editor's page", editorRows], repairs: ['Repairs beside an exact solver', repairRows] };

await build();
await setupEditors();
await setupPackages('benches', ['--omit=optional']);
const named = process.argv.slice(2).filter((name) => name in PARTS);
const browser = await launchChromium();
try {
  for (const name of named.length ? named : Object.keys(PARTS)) {
    const [title, rowsOf] = PARTS[name];
    const rows = await rowsOf(browser);
    const lines = rows.map((row) => `| ${row.join(' | ')} |`);
    console.log(`\n${[...HEAD, ...lines].join('\n')}\n`);
    if (process.argv.includes('--write')) write(name, title, lines);
  }
} finally {
  await browser.close();
}

/** Puts one part in the place of its old figures. */
function write(name, title, lines) {
  const cpu = os.cpus()[0]?.model.trim() ?? 'unknown processor';
  const where = `${os.cpus().length} × ${cpu}, ${os.platform()} ${os.arch()}, node ${process.version}, headless Chromium ${browser.version()}`;
  const [head, table = ''] = readFileSync(FILE, 'utf8').split(`${HEAD.join('\n')}\n`);
  const parts = new Map();
  let at = [];
  for (const line of table.trimEnd().split('\n')) {
    const begins = TITLE.exec(line);
    if (begins) parts.set(begins[1], (at = []));
    at.push(line);
  }
  parts.set(title, [`| **${title}** | \`npm run bench -- ${name}\` | one run on ${where} | |`, ...lines]);
  const all = Object.values(PARTS).flatMap(([title]) => parts.get(title) ?? []);
  writeFileSync(FILE, `${[head.trimEnd(), '', ...HEAD, ...all].join('\n')}\n`);
}

async function engineRows() {
  const rows = [];
  const page = await browser.newPage();
  await page.goto('about:blank');
  const others = path.join(root, 'benches/node_modules');
  const classic = [path.join(dist, 'gouji-engine.js'), path.join(dist, 'gouji-full-engine.js'), path.join(root, 'node_modules/mammoth/mammoth.browser.min.js'), path.join(others, 'xlsx/dist/xlsx.full.min.js')];
  for (const script of classic) await page.addScriptTag({ path: script });
  // With its worker in the page: no message passing on either side.
  for (const name of ['pdf.worker.min.mjs', 'pdf.min.mjs']) {
    await page.addScriptTag({ type: 'module', content: readFileSync(path.join(others, 'pdfjs-dist/legacy/build', name), 'utf8') });
  }
  await page.waitForFunction(() => globalThis.pdfjsLib && globalThis.pdfjsWorker);
  const inputs = { small: wrongHtml, large: largePage(wrongHtml), word: [...docx(wrongHtml)], sheet: [...xlsx(wrongHtml)], paper: [...await pdf(browser, wrongHtml)], last: lastYearHtml };
  const times = await page.evaluate(measure, inputs);
  const ms = (value) => `${value.toFixed(2)} ms`;
  const size = (text) => `${Math.round(Buffer.byteLength(text) / 1024)} KB`;
  for (const [name, text] of [['small', inputs.small], ['large', inputs.large]]) {
    const { ours, parser, sums } = times[name];
    rows.push([`HTML of ${size(text)} → findings`, ms(ours), `DOMParser alone ${ms(parser)}; with the same sums ${ms(sums)}`, `${(parser / ours).toFixed(2)} × DOMParser's speed`]);
  }
  rows.push(['the same 7 KB, the first of all: the engine is still cold', ms(times.first), '–', '–']);
  rows.push(['HTML of 7 KB, all rules, last year\'s report read and compared, repairs', ms(times.whole), '–', '–']);
  const FILES = { word: ['DOCX', 'mammoth, DOMParser and the same sums'], sheet: ['XLSX', 'SheetJS, rows only'], paper: ['PDF', 'pdf.js, text only'] };
  for (const [name, [what, other]] of Object.entries(FILES)) {
    const { ours, theirs } = times[name];
    rows.push([`${what} of ${Math.round(inputs[name].length / 1024)} KB → findings`, ms(ours), `${other} ${ms(theirs)}`, `${(theirs / ours).toFixed(1)} × its speed`]);
  }
  await page.close();

  const report = padded(wordHtml(wrongHtml), 100 * 1024);
  const painted = await paste(report);
  rows.push([`paste → painted marks, a report of ${size(report)}`, ms(painted), '–', '–']);
  for (const [what, names] of Object.entries(SIZES)) {
    const bytes = names.map((name) => brotliCompressSync(readFileSync(path.join(dist, name))).length);
    rows.push([`${what}, brotli`, `${Math.round(bytes.reduce((a, b) => a + b) / 1024)} KB`, '–', '–']);
  }
  return rows;
}

/** Median time from the paste to the frame after the marks, on the real page with a warm engine. */
async function paste(report) {
  const { page } = await openPage(browser, singleFile);
  page.on('dialog', (dialog) => dialog.accept());
  const times = [];
  for (let i = 0; i < PASTES; i++) {
    await page.evaluate(pasteToPaint);
    await pasteHtml(page, report, plainText(report));
    times.push(await page.evaluate(() => globalThis.painted));
    await page.getByRole('button', { name: '换一份' }).click();
    await page.waitForSelector('.drop');
  }
  await page.close();
  return times.sort((a, b) => a - b)[Math.floor(times.length / 2)];
}

async function repairRows() {
  let output = '';
  const args = ['bench', '--bench', 'repair'];
  await run('cargo', args, { watch: (piece) => (output += piece) });
  const programme = { plain: 'the definition as a mixed-integer programme', cuts: 'the same with cuts' };
  return [...output.matchAll(SOLVER_LINE)].map(([, wrong, ours, name, solver, ratio]) =>
    [`wrong figures in table 三: ${wrong}`, ours, `${programme[name]}, microlp ${(solver / 1000).toFixed(1)} ms`, `${ratio} × faster`]);
}

/** The report with paragraphs of a narrative behind it, up to a size. */
function padded(html, size) {
  const paragraph = '<p class="MsoNormal" style="text-indent:28.0pt"><span style="font-size:14.0pt;font-family:仿宋">示例段落：按照条例规定，及时公开各类信息，做好解读和回应，全年未发生泄密问题。</span></p>';
  const missing = Math.max(0, size - Buffer.byteLength(html));
  return html + paragraph.repeat(Math.ceil(missing / Buffer.byteLength(paragraph)));
}
