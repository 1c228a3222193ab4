// Makes dist/: the static site (index.html, gouji-page.js, gouji-page.css, gouji-engine.js, and beside them what comes
// when it is needed: gouji-full-engine.js, gouji-plain-engine.js, gouji-rules.js and the page's pieces; rules/, a page for each
// rule; privacy.html, how to verify that nothing is sent); gouji.html and gouji-full.html, which are all of it in one
// file each; what other pages load; the package; licences.txt. The same input gives the same bytes.

import { createHash } from 'node:crypto';
import { mkdirSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { brotliCompressSync } from 'node:zlib';

import { hashOf, isDone, main, markDone, root, say, Trouble } from './run.mjs';
import { buildWasm, plainScript, wasmOf } from './wasm.mjs';
import { stringLiteral } from './embed.mjs';
import { bookOf } from './book.mjs';
import { buildPackage } from './package.mjs';
import { noticesOf } from './notices.mjs';
import { ENGINES, shipped } from './shipped.mjs';

const dist = path.join(root, 'dist');
/** The parts of the page that come when they are first needed; PIECES of vite.config.ts says from where. */
export const PIECES = ['settings', 'last-year', 'area', 'many', 'sheet'];

const OUTPUTS = [
  'index.html', 'gouji-page.js', 'gouji-page.css', 'gouji-engine.js', 'gouji-full-engine.js', 'gouji-plain-engine.js', 'gouji-rules.js',
  ...PIECES.map((name) => `gouji-${name}.js`),
  'gouji.html', 'gouji-full.html', 'gouji.js', 'embed.html', 'gouji-embed.js', 'bookmark.html', 'gouji-bookmark.js',
  'rules/index.html', 'rules/rules.css', 'privacy.html', 'esm/index.js', 'esm/engine.js', 'esm/full-engine.js', 'custom-elements.json', 'licences.txt',
];

// What www/index.html holds and the build replaces.
const CHARSET = '<meta charset="utf-8">';
const STYLE = '<link rel="stylesheet" href="./gouji-page.css">';
const SCRIPT = /<script type="module" src="\.\/\w+\.ts"><\/script>/;

export async function build() {
  await buildWasm();
  const inputs = ['www', 'pkg', 'src/rules', 'scripts', 'vite.config.ts', 'tsconfig.json', 'package-lock.json', 'Cargo.lock'];
  const hash = hashOf(inputs);
  if (isDone('dist', hash) && OUTPUTS.every(inDist)) return;

  say('building the page');
  const page = await bundle('page');
  const pieces = {};
  for (const name of PIECES) pieces[name] = await piece(name);
  const together = { ...page, script: [page.script, ...Object.values(pieces)].join('\n') };
  const host = await bundle('host');
  const embed = await bundle('embed');
  const bookmark = await bundle('bookmark');
  const markdown = rulePages();
  const book = await bookOf(markdown);
  const pages = JSON.stringify(markdown).replace(/</g, '\\u003c');
  const [first, office, full] = await Promise.all(['first', 'office', 'full'].map(engineFile));
  // With the pages of the rules inside, where no other file may stand beside.
  const whole = (engine) => `{...${engine},pages:${pages}}`;
  const shellOf = (name) => readFileSync(path.join(root, 'www', name), 'utf8');
  const shell = shellOf('index.html');
  const notices = await noticesOf(await shipped([ENGINES]));

  rmSync(dist, { recursive: true, force: true });
  mkdirSync(path.join(dist, 'rules'), { recursive: true });
  const put = (name, text) => writeFileSync(path.join(dist, name), text);
  put('gouji-page.js', page.script);
  put('gouji-page.css', page.style);
  put('gouji-engine.js', `self.goujiEngine=${first};\n`);
  put('gouji-full-engine.js', `self.goujiFullEngine=${full};\n`);
  put('gouji-plain-engine.js', `self.goujiPlainEngine=${await plainEngineFile()};\n`);
  put('gouji-rules.js', `self.goujiRules=${pages};\n`);
  for (const [name, script] of Object.entries(pieces)) put(`gouji-${name}.js`, `${script}\n`);
  put('gouji.js', `var gouji=function(){var goujiEngineFile=${whole(first)};${host.script};return gouji}();\n`);
  put('gouji-embed.js', embed.script);
  put('gouji-bookmark.js', bookmark.script);
  put('index.html', site(shell, ['gouji-page.js', 'gouji-engine.js']));
  put('embed.html', site(shellOf('embed.html'), ['gouji-embed.js', 'gouji-engine.js']));
  put('bookmark.html', site(shellOf('bookmark.html'), ['gouji-bookmark.js'], "'none'"));
  put('gouji.html', singleFile(shell, together, `self.goujiEngine=${whole(office)};\n`, notices));
  put('gouji-full.html', singleFile(shell, together, `self.goujiEngine=${whole(full)};\n`, notices));
  put('licences.txt', notices);
  for (const [name, content] of Object.entries(book)) put(name, content);
  await buildPackage(dist, { engine: whole(first), 'full-engine': full });
  printSizes();
  markDone('dist', hash);
}

/** The pages of the rules, by the rules' ids. */
function rulePages() {
  const folder = path.join(root, 'src', 'rules');
  const names = readdirSync(folder).filter((name) => name.endsWith('.md')).sort();
  return Object.fromEntries(names.map((name) => [
    path.basename(name, '.md').replace(/_/g, '-'),
    readFileSync(path.join(folder, name), 'utf8'),
  ]));
}

/** An engine's file as the text of an object: the function that serves it, and its wasm. */
async function engineFile(build) {
  const { script } = await bundle(`engine-${build}`);
  return `{start:function(scope){${script};goujiStart(scope)},wasm:${stringLiteral(readFileSync(wasmOf(build)))}}`;
}

/**
 * The first engine without WebAssembly: its glue is given one that hands out what wasm2js wrote. A trap must be known for
 * one, and memory that has grown leaves its old buffer detached, as the glue expects; indentation would be a third of it.
 */
async function plainEngineFile() {
  const { script } = await bundle('engine-first');
  const changes = [
    ["new Error('abort')", "new WebAssembly.RuntimeError('unreachable')"],
    ['buffer = newBuffer;', 'new MessageChannel().port1.postMessage(0,[buffer]);buffer = newBuffer;'],
  ];
  const translated = changes.reduce((text, [from, to]) => {
    if (text.split(from).length !== 2) throw new Trouble(`wasm2js no longer writes once: ${from}`);
    return text.replace(from, to);
  }, readFileSync(plainScript, 'utf8').replace(/\n\s+/g, '\n'));
  const stand = 'var WebAssembly={Instance:function(){},RuntimeError:class extends Error{},instantiate:async(_,imports)=>({instance:{exports:instantiate(imports)}})}';
  return `{start:function(scope){${stand};${translated};${script};goujiStart(scope)},wasm:""}`;
}

/** A part of the page as a function that is given the page's lit; www/beside.ts calls it. */
async function piece(name) {
  const { script } = await bundle(`piece-${name}`);
  const global = `gouji-${name}`.replace(/-(\w)/g, (_, letter) => letter.toUpperCase());
  return `self.${global}=function(goujiLit){${script};return goujiPiece};`;
}

/** One of the builds of vite.config.ts: its script, and its style where it has one. */
async function bundle(mode) {
  const { build } = await import('vite');
  const config = path.join(root, 'vite.config.ts');
  const [{ output }] = [await build({ root, mode, configFile: config })].flat();
  const script = output.filter((file) => file.type === 'chunk');
  const style = output.filter((file) => file.type === 'asset' && file.fileName.endsWith('.css'));
  const other = output.filter((file) => !script.includes(file) && !style.includes(file));
  if (script.length !== 1 || other.length) {
    throw new Trouble(`the ${mode} build left more than one script: ${output.map((file) => file.fileName).join(', ')}`);
  }
  return { script: script[0].code.trim(), style: style.map((file) => String(file.source)).join('\n') };
}

function site(shell, names, types = 'gouji') {
  const scripts = names.map((src) => `<script src="${src}" defer></script>`).join('\n');
  return compose(shell, {
    policy: policy("'self'", "'self'", types),
    style: '<link rel="stylesheet" href="gouji-page.css">',
    scripts,
  });
}

/** Where nothing stands beside, the notices of others' licences stand inside. */
function singleFile(shell, { script: page, style }, engine, notices) {
  for (const [name, text] of Object.entries({ page, engine })) {
    if (/<\/script|<!--/i.test(text)) throw new Trouble(`the ${name} script holds an HTML tag that would end it`);
  }
  if (/<\/style/i.test(style)) throw new Trouble('the style holds a tag that would end it');
  return compose(shell, {
    policy: policy([page, engine].map(hashSource).join(' '), hashSource(style)),
    style: `<style>${style}</style>`,
    scripts: `<script>${page}</script>\n<script>${engine}</script>`,
  }) + `<!--\n${notices}-->\n`;
}

/** Nothing may be loaded but what is here, nothing may be sent; the engine may run, in the page or in its worker. Text becomes markup only by www/trusted.ts. */
function policy(scripts, styles, types = 'gouji') {
  return [
    "default-src 'none'",
    `script-src ${scripts} 'wasm-unsafe-eval'`,
    `style-src ${styles}`,
    'worker-src blob:',
    'img-src data: blob:',
    "connect-src 'none'",
    "base-uri 'none'",
    "form-action 'none'",
    "require-trusted-types-for 'script'",
    `trusted-types ${types}`,
  ].join('; ');
}

function hashSource(text) {
  return `'sha256-${createHash('sha256').update(text, 'utf8').digest('base64')}'`;
}

function compose(shell, { policy, style, scripts }) {
  const charset = `${CHARSET}\n<meta http-equiv="Content-Security-Policy" content="${policy}">`;
  return [[CHARSET, charset], [STYLE, style], [SCRIPT, scripts]].reduce((html, [from, to]) => {
    if (html.split(from).length !== 2) throw new Trouble(`www/index.html and the pages beside it must hold exactly once: ${from}`);
    return html.replace(from, () => to);
  }, shell);
}

function inDist(name) {
  return statSync(path.join(dist, name), { throwIfNoEntry: false }) !== undefined;
}

function printSizes() {
  for (const name of OUTPUTS) {
    const bytes = readFileSync(path.join(dist, name));
    const kilobytes = (size) => `${(size / 1024).toFixed(1)} KB`.padStart(10);
    console.log(`  ${name.padEnd(20)}${kilobytes(bytes.length)}, brotli ${kilobytes(brotliCompressSync(bytes).length)}`);
  }
}

main(import.meta, build);
