// The package: what is in it, what its types say, and that a server gets the very document that the command writes.

import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { after, before, describe, test } from 'node:test';
import { pathToFileURL } from 'node:url';

import { manifest } from '../../scripts/package.mjs';
import { filesUnder, root, run } from '../../scripts/run.mjs';
import { filesOf, weigh } from '../../scripts/weight.mjs';
import { ofd } from '../web/support/office.mjs';
import { docx, plainText, rightHtml, wordHtml, wrongHtml } from '../web/support/reports.mjs';
import { install, pack } from './support/package.mjs';

const program = (name, ...inside) => path.join(root, 'node_modules', name, ...inside);

let archive, host;
before(async () => {
  archive = await pack();
  host = await install(archive);
});
after(() => host?.remove());

/** How a program ends, and what it prints. */
function ends(file, args, options = {}) {
  return new Promise((resolve) => {
    execFile(file, args, { maxBuffer: 1 << 26, ...options }, (error, stdout, stderr) => resolve({ status: error?.code ?? 0, stdout, stderr }));
  });
}

test('publint and attw find nothing', { timeout: 60_000 }, async () => {
  const lints = [
    [program('publint', 'src', 'cli.js'), ['run', archive, '--strict']],
    // ES modules only, so what `require` of old and TypeScript's oldest way of looking make of it is left out.
    [program('@arethetypeswrong', 'cli', 'dist', 'index.js'), [archive, '--profile', 'esm-only']],
  ];
  for (const [script, args] of lints) {
    const { status, stdout, stderr } = await ends(process.execPath, [script, ...args]);
    assert.equal(status, 0, stdout + stderr);
  }
});

test('nothing comes with it, and what package.json names is there', () => {
  const installed = JSON.parse(readFileSync(path.join(host.folder, 'package-lock.json'), 'utf8'));
  assert.deepEqual(Object.keys(installed.packages).filter(Boolean), ['node_modules/gouji']);
  const own = JSON.parse(readFileSync(path.join(root, 'package.json'), 'utf8'));
  const cargo = readFileSync(path.join(root, 'Cargo.toml'), 'utf8').match(/^version = "(.*)"/m)[1];
  assert.equal(own.version, cargo, 'the version of the crate');
  for (const name of [own.types, own.unpkg, own.customElements]) readFileSync(path.join(host.folder, 'node_modules/gouji', name));
});

test('an adapter and the element are light, and bring no other adapter', () => {
  const names = filesOf(['editors/tinymce.js', 'element.js']);
  assert.ok(!names.some((name) => /quill|ueditor|desk|check-view/.test(name)), names.join(' '));
  assert.ok(weigh(names) < 15 * 1024, `${weigh(names)} bytes come with the page`);
  const all = filesOf(['editors/tinymce.js', 'element.js'], { later: true });
  assert.ok(['desk.js', 'check-view.js', 'rule.js'].every((name) => all.includes(name)), all.join(' '));
});

describe('types', { timeout: 60_000 }, () => {
  const USE = `
import { attach, check, defineGoujiCheck, gate, type CheckedDocument, type Severity } from 'gouji';
import 'gouji/element';
import { attach as alone, type AttachOptions } from 'gouji/editors/tinymce';
import { check as again } from 'gouji/node';
const document: CheckedDocument = await check(new Uint8Array(), { name: 'a.docx', language: 'en' });
const same: CheckedDocument = await again('…');
if ('findings' in document) {
  const severities: Severity[] = document.findings.map(({ severity }) => severity);
  const row: (number | null)[] | undefined = document.tables['t3']?.['new'];
  const options: AttachOptions = { language: 'en' };
  console.log(severities, row, same, gate, attach, alone({}, options).report, defineGoujiCheck);
}
globalThis.document.querySelector('gouji-check')!.addEventListener('gouji-report', ({ detail }) => {
  if ('findings' in detail) console.log(detail.cells[0]?.proposed);
});
// @ts-expect-error No rule is that bad.
const wrong: Severity = 'fatal';
// @ts-expect-error A number is no source.
void check(5);
export { wrong };
`;
  for (const resolution of ['nodenext', 'bundler']) {
    test(`a host's code compiles (${resolution})`, async () => {
      host.put('use.mts', USE);
      const module = resolution === 'nodenext' ? 'nodenext' : 'esnext';
      const args = ['use.mts', '--noEmit', '--strict', '--noUncheckedIndexedAccess', '--target', 'es2022', '--lib', 'es2022,dom', '--types', '', '--module', module, '--moduleResolution', resolution];
      const { status, stdout } = await ends(process.execPath, [program('typescript', 'bin', 'tsc'), ...args], { cwd: host.folder });
      assert.equal(status, 0, stdout);
    });
  }

  test('the global of the classic script has them too', async () => {
    host.put('global.ts', "/// <reference types=\"gouji/gouji.js\" />\nconst answer: Promise<{ pass: boolean }> = gouji.gate('…');\nconsole.log(answer);\n");
    const args = ['global.ts', '--noEmit', '--strict', '--target', 'es2022', '--lib', 'es2022,dom', '--module', 'esnext', '--moduleResolution', 'bundler'];
    const { status, stdout } = await ends(process.execPath, [program('typescript', 'bin', 'tsc'), ...args], { cwd: host.folder });
    assert.equal(status, 0, stdout);
  });
});

/** Inputs of every kind, and what cannot be read. */
const INPUTS = {
  'right.html': rightHtml,
  'wrong.html': wrongHtml,
  'word.html': wordHtml(wrongHtml),
  'report.txt': plainText(wrongHtml),
  'report.docx': docx(wrongHtml),
  'utf16.txt': Buffer.from(`\ufeff${plainText(wrongHtml)}`, 'utf16le'),
  'notice.html': '<p>一则通知</p>',
  'empty.txt': '',
  'report.ofd': ofd(wrongHtml),
  'cut-off.pdf': Buffer.from('%PDF-1.7\n'),
  'scan.png': Buffer.from('89504e470d0a1a0a0000000d49484452', 'hex'),
};

test('in Node every document is the one that the command writes', { timeout: 300_000 }, async () => {
  const node = await import(pathToFileURL(path.join(host.folder, 'node_modules/gouji/dist/esm/node.js')).href);
  const names = Object.keys(INPUTS);
  for (const name of names) writeFileSync(path.join(host.folder, name), INPUTS[name]);
  // As the Rust tests build it: with the features of their crates nothing is compiled a second time.
  await run('cargo', ['test', '--quiet', '--no-run', '--test', 'command']);
  const command = path.join(root, 'target', 'debug', process.platform === 'win32' ? 'gouji.exe' : 'gouji');
  for (const language of ['zh', 'en']) {
    const { stdout } = await ends(command, ['check', '--format', 'json', '--lang', language, ...names], { cwd: host.folder });
    const { schema, documents } = JSON.parse(stdout);
    assert.equal(documents.length, names.length);
    for (const [i, name] of names.entries()) {
      const bytes = readFileSync(path.join(host.folder, name));
      const document = await node.check(bytes, { name, language });
      assert.deepEqual(document, documents[i], name);
      assert.equal(document.schema, schema);
      if (typeof INPUTS[name] === 'string') assert.deepEqual(await node.check(INPUTS[name], { name, language }), document, `${name} as a string`);
    }
  }
});

test('a server asks the same question, and its process ends by itself', { timeout: 60_000 }, async () => {
  host.put('server.mjs', `
import { check, gate } from 'gouji/node';
const [right, wrong] = JSON.parse(process.env.REPORTS);
const say = ({ pass, errors, warnings, waived }) => [pass, errors, warnings, waived];
console.log(JSON.stringify([
  say(await gate(right)), say(await gate(wrong)), say(await gate(wrong, { waive: ['sum-row', 'sum-results'] })), say(await gate('')),
  await check(5).catch((error) => error.message),
  (await check(wrong)).findings.length,
]));
`);
  const { stdout, stderr } = await ends(process.execPath, ['server.mjs'], { cwd: host.folder, timeout: 30_000, env: { ...process.env, REPORTS: JSON.stringify([rightHtml, wrongHtml]) } });
  assert.equal(stderr, '');
  assert.deepEqual(JSON.parse(stdout), [
    [true, 0, 0, 0], [false, 2, 0, 0], [true, 0, 0, 2], [false, 0, 0, 0],
    'source must be a string, a Uint8Array or an array', 2,
  ]);
});

describe('the manifest', () => {
  test('is that of the element as it stands', async () => {
    assert.deepEqual(JSON.parse(readFileSync(path.join(host.folder, 'node_modules/gouji/dist/custom-elements.json'), 'utf8')), await manifest());
  });

  test('names every part, property and attribute that there is, and the page for hosts explains each', async () => {
    const [{ declarations: [element] }] = (await manifest()).modules;
    const names = (list) => list.map(({ name }) => name).sort();
    const sources = filesUnder('www').filter((name) => !name.includes('editors')).map((name) => readFileSync(path.join(root, name), 'utf8')).join('\n');
    const used = (pattern) => [...new Set([...sources.matchAll(pattern)].map(([, name]) => name))].sort();
    assert.deepEqual(names(element.cssParts), used(/\bpart="([\w-]+)"/g));
    assert.deepEqual(names(element.cssProperties), used(/var\((--gouji-[\w-]+)/g));
    assert.deepEqual(names(element.attributes), ['for', 'language']);
    assert.deepEqual(names(element.members), ['check', 'clear', 'edited', 'focus', 'for', 'language', 'prepare', 'previous', 'report']);
    assert.deepEqual(names(element.events), ['gouji-report']);
    const page = readFileSync(path.join(root, 'docs/embed.md'), 'utf8');
    for (const { name } of [element.cssParts, element.cssProperties, element.attributes, element.members, element.events].flat()) {
      assert.ok(page.includes(name), `docs/embed.md does not explain ${name}`);
    }
  });
});
