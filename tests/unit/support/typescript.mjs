// Lets a test in node import one of the page's TypeScript modules: node 20 cannot read them, Vite can.

import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { build } from 'vite';

import { cache, root } from '../../../scripts/run.mjs';

export async function importTypeScript(name) {
  const [{ output }] = [await build({
    root,
    configFile: false,
    logLevel: 'warn',
    build: { write: false, minify: false, target: 'node20', lib: { entry: path.join(root, name), formats: ['es'], fileName: 'module' } },
  })].flat();
  const folder = path.join(cache, 'unit');
  mkdirSync(folder, { recursive: true });
  const file = path.join(folder, `${path.basename(name, '.ts')}.mjs`);
  writeFileSync(file, output[0].code);
  return import(pathToFileURL(file).href);
}
