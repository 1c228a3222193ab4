// Bytes survive the string they are shipped in, and the string survives a script, an HTML parser and a text editor.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import vm from 'node:vm';

import { SHIFT, stringLiteral } from '../../scripts/embed.mjs';

const EVERY_PAIR = Uint8Array.from({ length: 256 * 256 * 2 }, (_, i) => (i % 2 ? (i >> 1) & 255 : i >> 9));

test('every byte, beside every other, comes back', () => {
  const text = vm.runInNewContext(stringLiteral(EVERY_PAIR));
  assert.equal(text.length, EVERY_PAIR.length);
  for (let i = 0; i < text.length; i++) {
    if (((text.charCodeAt(i) - SHIFT) & 255) !== EVERY_PAIR[i]) assert.fail(`byte ${i} came back as ${text.charCodeAt(i)}`);
  }
});

test('no character that anything on the way could trip over', () => {
  const inner = stringLiteral(EVERY_PAIR).slice(1, -1);
  assert.doesNotMatch(inner, /[\u0000-\u001f\u007f-\u009f\u00ad"\\<\u2028\u2029\ud800-\udfff]/);
});
