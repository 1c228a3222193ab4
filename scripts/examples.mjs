// npm run examples: serves the examples, one page for each editor. The browser tests use the same pages.

import { readdirSync } from 'node:fs';
import path from 'node:path';

import { build } from './build.mjs';
import { main, root } from './run.mjs';
import { serve } from './serve.mjs';
import { setupEditors } from './setup.mjs';

/** Serves examples/ with gouji.js and the editors beside it. */
export function serveExamples(port = 0) {
  return serve(path.join(root, 'examples'), port, {
    '/gouji.js': path.join(root, 'dist', 'gouji.js'),
    '/dist/': path.join(root, 'dist'),
    '/editors/': path.join(root, 'tests/web/editors/node_modules'),
  });
}

main(import.meta, async () => {
  await build();
  await setupEditors();
  const { address } = await serveExamples(8081);
  const pages = readdirSync(path.join(root, 'examples')).filter((name) => name.endsWith('.html'));
  console.log(`\n  请在浏览器中打开  Open in a browser:\n${pages.map((name) => `  ${address}${name}`).join('\n')}\n`);
});
