// Builds, chosen by Vite's mode: `page` (the page's script and style), `engine` (everything that runs beside it),
// `host` (what other pages load) and the like are classic scripts for Chromium 80: a page from file:// may load no
// modules. `package` are the modules of the npm package. scripts/build.mjs drives them and puts the pieces together.

import { defineConfig, type BuildEnvironmentOptions, type Plugin } from 'vite';

const ENTRIES: Record<string, { entry: string; name: string }> = {
  page: { entry: 'www/main.ts', name: 'goujiPage' },
  engine: { entry: 'www/worker.ts', name: 'goujiStart' },
  embed: { entry: 'www/embed.ts', name: 'goujiEmbed' },
  bookmark: { entry: 'www/bookmark.ts', name: 'goujiBookmark' },
  host: { entry: 'www/gouji.ts', name: 'gouji' },
};

/** The modules of the npm package; what they share stands in further files beside them. */
const MODULES = ['index', 'element', 'node'];

/** So that a host's bundler leaves out what the host does not use. Each takes what it needs along, so the lowest come first. */
const PARTS = [
  { name: 'lit', test: /node_modules/ },
  { name: 'checker', test: /www[\\/](checker|shared-checker|judge)\.ts/ },
  { name: 'paint', test: /www[\\/](paint[\\/]|words|slots|clipboard)/ },
  { name: 'gouji-check', test: /www[\\/](check-element|define)\.ts/ },
  { name: 'editors', test: /www[\\/](editors[\\/]|gate\.ts)/ },
];

export default defineConfig(({ mode }) => {
  return {
    configFile: false,
    publicDir: false,
    logLevel: 'warn',
    plugins: [glueWithoutNetwork(), litWithoutGlobals()],
    define: { 'process.env.NODE_ENV': '"production"' },
    build: {
      target: 'chrome80',
      cssTarget: 'chrome80',
      write: false,
      // What is shipped can be read by whoever wants to know what it does.
      minify: true,
      reportCompressedSize: false,
      ...(mode === 'package' ? modules() : script(mode)),
    },
  };
});

function script(mode: string): BuildEnvironmentOptions {
  const { entry, name } = ENTRIES[mode] ?? ENTRIES.page!;
  return { lib: { entry, name, formats: ['iife'], fileName: () => `${mode}.js`, cssFileName: mode } };
}

function modules(): BuildEnvironmentOptions {
  return {
    lib: { entry: Object.fromEntries(MODULES.map((name) => [name, `www/package/${name}.ts`])), formats: ['es'] },
    rollupOptions: {
      external: ['./engine.js', 'node:worker_threads'],
      output: { entryFileNames: '[name].js', chunkFileNames: '[name].js', codeSplitting: { groups: PARTS } },
    },
  };
}

/** wasm-bindgen's glue can fetch its wasm. Ours comes as bytes, so what is shipped shall not even name `fetch`. */
function glueWithoutNetwork(): Plugin {
  const cuts: [string, string][] = [
    ["new URL('gouji_bg.wasm', import.meta.url)", 'undefined'],
    ['fetch(module_or_path)', 'undefined'],
  ];
  return {
    name: 'glue-without-network',
    enforce: 'pre',
    transform(code, id) {
      if (!id.endsWith('/pkg/gouji.js')) return null;
      return cuts.reduce((text, [from, to]) => {
        if (!text.includes(from)) this.error(`wasm-bindgen's glue no longer says ${from}`);
        return text.replace(from, to);
      }, code);
    },
  };
}

/** Lit leaves its versions and a map for decorators on the global object. A host page shall find nothing of ours but `gouji`. */
function litWithoutGlobals(): Plugin {
  const versions = /\(\w+\.(?:litHtmlVersions|litElementVersions|reactiveElementVersions)\s*\?\?=\s*\[\]\)\.push\([^)]*\)/g;
  const metadata = /Symbol\.metadata\?\?=Symbol\("metadata"\),\w+\.litPropertyMetadata\?\?=new WeakMap/g;
  return {
    name: 'lit-without-globals',
    enforce: 'pre',
    transform: (code, id) => (/[\\/](lit|lit-html|lit-element|@lit)[\\/]/.test(id) ? code.replace(versions, '0').replace(metadata, '0').replace('this[Symbol.metadata]', 'null') : null),
  };
}
