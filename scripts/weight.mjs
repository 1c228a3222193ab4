// What a page loads of the package's modules: the files that a module needs, and their bytes in brotli.

import { readFileSync } from 'node:fs';
import path from 'node:path';
import { brotliCompressSync } from 'node:zlib';

import { root } from './run.mjs';

const modules = path.join(root, 'dist', 'esm');
const NOW = /\b(?:from|import)\s*"(\.[^"]+)"/g;
const LATER = /\bimport\(\s*[`"'](\.[^`"']+)[`"']\s*\)/g;

/** The files that come with these modules; with `later` also those that come when they are first asked for, the engines apart. */
export function filesOf(entries, { later = false } = {}) {
  const found = new Set();
  const add = (name) => {
    if (found.has(name) || /engine\.js$/.test(name)) return;
    found.add(name);
    const text = readFileSync(path.join(modules, name), 'utf8');
    for (const [, from] of [...text.matchAll(NOW), ...(later ? text.matchAll(LATER) : [])]) add(path.join(path.dirname(name), from));
  };
  entries.forEach(add);
  return [...found];
}

/** Each file on its own, as a server sends it. */
export const weigh = (names) => names.reduce((sum, name) => sum + brotliCompressSync(readFileSync(path.join(modules, name))).length, 0);
