// The book of the rules as static pages: rules/index.html, rules/ID.html and their style; and privacy.html, which wears it too.
// Nothing in them runs.

import { readFileSync } from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';

import { root } from './run.mjs';
import { wasmOf } from './wasm.mjs';

/** Nothing but their own style may be loaded. */
const POLICY = "default-src 'none'; style-src 'self'; base-uri 'none'; form-action 'none'";

/** The files by their names; `markdown` holds the pages of the rules by the rules' ids. */
export async function bookOf(markdown) {
  const { runnerImport, build } = await import('vite');
  const { module } = await runnerImport(path.join(root, 'www/rule-site.ts'), { root, configFile: false, logLevel: 'warn' });
  const rules = (await ruleList()).map((rule) => ({ ...rule, page: markdown[rule.id] }));
  const pages = Object.entries(module.bookPages(rules)).map(([name, page]) => [`rules/${name}`, whole(page, 'rules.css')]);
  const privacy = module.privacyPage(readFileSync(path.join(root, 'www/privacy.md'), 'utf8'));
  return { ...Object.fromEntries(pages), 'rules/rules.css': await style(build), 'privacy.html': whole(privacy, 'rules/rules.css') };
}

/** The rules as the engine lists them. */
async function ruleList() {
  const { initSync, rules } = await import(pathToFileURL(path.join(root, 'pkg/first/gouji.js')).href);
  initSync({ module: readFileSync(wasmOf('first')) });
  return rules();
}

const whole = ({ title, body }, look) => `<!doctype html>
<html lang="zh-CN">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${POLICY}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${title}</title>
<link rel="stylesheet" href="${look}">
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
