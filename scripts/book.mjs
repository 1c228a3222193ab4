// The book of the rules as static pages: rules/index.html, rules/ID.html and their style. Nothing in them runs.

import { readFileSync } from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';

import { root } from './run.mjs';
import { wasmOf } from './wasm.mjs';

/** Nothing but their own style may be loaded. */
const POLICY = "default-src 'none'; style-src 'self'; base-uri 'none'; form-action 'none'";

/** The files of rules/ by their names; `markdown` holds the pages of the rules by the rules' ids. */
export async function bookOf(markdown) {
  const { runnerImport, build } = await import('vite');
  const { module } = await runnerImport(path.join(root, 'www/rule-site.ts'), { root, configFile: false, logLevel: 'warn' });
  const rules = (await ruleList()).map((rule) => ({ ...rule, page: markdown[rule.id] }));
  const pages = Object.entries(module.bookPages(rules)).map(([name, page]) => [name, whole(page)]);
  return { ...Object.fromEntries(pages), 'rules.css': await style(build) };
}

/** The rules as the engine lists them. */
async function ruleList() {
  const { initSync, rules } = await import(pathToFileURL(path.join(root, 'pkg/first/gouji.js')).href);
  initSync({ module: readFileSync(wasmOf('first')) });
  return rules();
}

const whole = ({ title, body }) => `<!doctype html>
<html lang="zh-CN">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${POLICY}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${title}</title>
<link rel="stylesheet" href="rules.css">
</head>
<body>${body}
</body>
</html>
`;

async function style(build) {
  const entry = path.join(root, 'www/rule-site.css');
  const target = { target: 'chrome80', cssTarget: 'chrome80' };
  const [{ output }] = [await build({ root, configFile: false, publicDir: false, logLevel: 'warn', build: { write: false, ...target, rollupOptions: { input: entry } } })].flat();
  return String(output.find(({ fileName }) => fileName.endsWith('.css')).source);
}
