// What a first visit loads stays light: nobody waits for readers and pages that may never be used.

import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { test } from 'node:test';
import { brotliCompressSync } from 'node:zlib';

import { root } from '../../scripts/run.mjs';

/** Bytes in brotli. */
const LIMIT = 350 * 1024;

test('a first visit stays light', () => {
  const page = readFileSync(path.join(root, 'dist/index.html'), 'utf8');
  const files = ['index.html', ...[...page.matchAll(/(?:src|href)="([\w-]+\.(?:js|css))"/g)].map(([, name]) => name)];
  assert.deepEqual(files, ['index.html', 'gouji-page.css', 'gouji-page.js', 'gouji-engine.js']);
  const sizes = files.map((name) => brotliCompressSync(readFileSync(path.join(root, 'dist', name))).length);
  const total = sizes.reduce((a, b) => a + b);
  assert.ok(total < LIMIT, `${total} bytes compressed: ${files.map((name, i) => `${name} ${sizes[i]}`).join(', ')}`);
});
