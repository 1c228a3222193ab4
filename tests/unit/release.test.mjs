// release/ holds what people take, what proves it, and nothing else; and no file of it tells of the machine.

import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { test } from 'node:test';
import { gzipSync } from 'node:zlib';

import { PIECES } from '../../scripts/build.mjs';
import { builtNames, copies, releaseNames, tracesIn } from '../../scripts/release.mjs';
import { root } from '../../scripts/run.mjs';

/** The bookmark opens gouji.html; other pages load gouji.js from here. */
const SITE = [
  'bookmark.html', 'embed.html', 'gouji-bookmark.js', 'gouji-embed.js', 'gouji-engine.js', 'gouji-full-engine.js',
  'gouji-page.css', 'gouji-page.js', 'gouji-plain-engine.js', 'gouji-rules.js', 'gouji.html', 'gouji.js', 'index.html', 'licences.txt', 'privacy.html', ...PIECES.map((name) => `gouji-${name}.js`),
].sort();
const BESIDE = ['SHA256SUMS', 'gouji-0.0.0.tgz', 'gouji-full.html', 'gouji-linux-x86_64', 'gouji.cdx.json', 'gouji.html', 'licences.txt', '使用说明.html'];

test('the names in release/', () => {
  const names = releaseNames(builtNames(), '0.0.0');
  const rules = names.filter((name) => name.startsWith('site/rules/'));
  assert.deepEqual(names.filter((name) => !rules.includes(name)), [...BESIDE, ...SITE.map((name) => `site/${name}`)].sort());
  assert.ok(rules.length > 50 && rules.every((name) => /\/(?:[\w-]+\.html|rules\.css)$/.test(name)), rules.join(' '));
});

test('everything that is copied is there, and the site names nothing that is not', () => {
  const copied = copies(builtNames());
  for (const from of Object.values(copied)) assert.ok(existsSync(path.join(root, from)), from);
  for (const page of ['index.html', 'embed.html', 'bookmark.html', 'rules/index.html']) {
    const text = readFileSync(path.join(root, 'dist', page), 'utf8');
    for (const [, name] of text.matchAll(/\b(?:src|href)="(?:\.\/)?([\w-]+\.\w+)"/g)) {
      assert.ok(path.posix.join('site', path.posix.dirname(page), name) in copied, `${page} names ${name}`);
    }
  }
});

test('what tells of the machine is found, packed or not', () => {
  const cases = [
    [`panicked at ${root}/src/main.rs`, true], [`${os.homedir()}/.cargo/registry`, true], ['/home/somebody/gouji/src', true], ['C:\\Users\\somebody', true],
    ['gouji/src/main.rs crates/html5ever-0.40.1/src/lib.rs', false], ['/rustc/0123456789abcdef/library/core', false], ['/tmp', false], ['the root of :root', false],
  ];
  for (const [text, told] of cases) for (const bytes of [Buffer.from(text), gzipSync(text)]) assert.equal(tracesIn(bytes).length > 0, told, text);
});
