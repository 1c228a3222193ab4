// The parts of the npm package that the site has no use for: ES modules, their types, and the manifest that documents the
// element. package.json says which file is what.

import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';

import { cache, root, run, Trouble } from './run.mjs';

const ENTRIES = ['index', 'element', 'node', 'editor'];
/** Where one declaration names another file. */
const SPECIFIER = /(\bfrom\s*|\bimport\s*\(?\s*)(['"])(\.[^'"]*)\2/g;

/** Writes dist/esm and dist/custom-elements.json; `engines` are the modules of the engines' files, each as the source text of an object. */
export async function buildPackage(dist, engines) {
  const modules = path.join(dist, 'esm');
  mkdirSync(modules, { recursive: true });
  const { build } = await import('vite');
  const [{ output }] = [await build({ root, mode: 'package', configFile: path.join(root, 'vite.config.ts') })].flat();
  for (const file of output) {
    if (file.type !== 'chunk') throw new Trouble(`the package's build left ${file.fileName}`);
    mkdirSync(path.dirname(path.join(modules, file.fileName)), { recursive: true });
    writeFileSync(path.join(modules, file.fileName), file.code);
  }
  for (const [name, engine] of Object.entries(engines)) writeFileSync(path.join(modules, `${name}.js`), `export const engine=${engine};\n`);
  await writeTypes(path.join(modules, 'types'));
  writeFileSync(path.join(dist, 'gouji.d.ts'), '// The global of the classic script.\ndeclare global {\n  const gouji: typeof import("./esm/types/package/index.js");\n}\nexport {};\n');
  writeFileSync(path.join(dist, 'custom-elements.json'), `${JSON.stringify(await manifest(), null, 2)}\n`);
}

/** The declarations that the entries need, and no others: a host does not have what the rest of the page is made of. */
async function writeTypes(to) {
  const emitted = path.join(cache, 'types');
  rmSync(emitted, { recursive: true, force: true });
  const tsc = path.join(root, 'node_modules/typescript/bin/tsc');
  await run(process.execPath, [tsc, '-p', root, '--noEmit', 'false', '--declaration', '--emitDeclarationOnly', '--rootDir', path.join(root, 'www'), '--outDir', emitted]);
  const written = new Set();
  const write = (file) => {
    if (written.has(file)) return;
    written.add(file);
    const text = declaration(emitted, file);
    const outside = text.match(/(?:from|import\()\s*['"]([^.'"][^'"]*)['"]/);
    if (outside) throw new Trouble(`the types of the package name ${outside[1]}, which a host does not have (${file})`);
    const target = path.join(to, file);
    mkdirSync(path.dirname(target), { recursive: true });
    writeFileSync(target, text.replace(SPECIFIER, (_, before, quote, name) => `${before}${quote}${name.replace(/\.js$/, '')}.js${quote}`));
    for (const [, , , name] of text.matchAll(SPECIFIER)) write(path.join(path.dirname(file), `${name.replace(/\.js$/, '')}.d.ts`));
  };
  for (const entry of ENTRIES) write(`package/${entry}.d.ts`);
}

/** What tsc made of a source; declarations that were written by hand stand beside the sources. */
function declaration(emitted, file) {
  for (const folder of [emitted, path.join(root, 'www')]) {
    try {
      return readFileSync(path.join(folder, file), 'utf8');
    } catch (error) {
      if (error.code !== 'ENOENT') throw error;
    }
  }
  throw new Trouble(`the types of the package name ${file}, which is not there`);
}

/** The custom-elements manifest, from the element's own comments; what is private stays out. */
export async function manifest() {
  const { create, ts } = await import('@custom-elements-manifest/analyzer');
  const modules = ['www/check-element.ts', 'www/define.ts'].map((name) =>
    ts.createSourceFile(name, readFileSync(path.join(root, name), 'utf8'), ts.ScriptTarget.ES2022, true));
  const made = create({ modules, plugins: [], context: { dev: false } });
  const element = made.modules.flatMap(({ declarations }) => declarations).find(({ tagName }) => tagName);
  const hidden = new Set(element.members.filter(({ privacy }) => privacy && privacy !== 'public').map(({ name }) => name));
  element.members = element.members.filter(({ name }) => !hidden.has(name));
  element.attributes = element.attributes.filter(({ fieldName }) => !hidden.has(fieldName));
  return {
    schemaVersion: made.schemaVersion,
    modules: [{
      kind: 'javascript-module',
      path: 'dist/esm/element.js',
      declarations: [element],
      exports: [{ kind: 'custom-element-definition', name: element.tagName, declaration: { name: element.name, module: 'dist/esm/element.js' } }],
    }],
  };
}
