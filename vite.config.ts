// Builds, chosen by Vite's mode: `page` (the page's script and style), `engine-NAME` (what runs beside it, with the
// wasm of pkg/NAME), `piece-NAME` (a part of the page that comes when it is needed), `host` (what other pages load) and the like are classic scripts for Chromium 80: a page from file:// may load no
// modules. `package` are the modules of the npm package. scripts/build.mjs drives them and puts the pieces together.

import { defineConfig, type BuildEnvironmentOptions, type Plugin } from 'vite';

const ENTRIES: Record<string, { entry: string; name: string }> = {
  page: { entry: 'www/main.ts', name: 'goujiPage' },
  embed: { entry: 'www/embed.ts', name: 'goujiEmbed' },
  bookmark: { entry: 'www/bookmark.ts', name: 'goujiBookmark' },
  host: { entry: 'www/gouji.ts', name: 'gouji' },
};

/** The parts of the page that come when they are first needed, each a script `gouji-NAME.js` beside the page's. */
export const PIECES: Record<string, string> = { settings: 'www/paint/settings.ts', 'last-year': 'www/last-year.ts', area: 'www/area/tool.ts', many: 'www/many/tool.ts', sheet: 'www/sheet/tool.ts' };

/** What makes markup and addresses of scripts. */
const TRUSTED = `${import.meta.dirname}/www/trusted.ts`;

const ENGINE = { entry: 'www/worker.ts', name: 'goujiStart' };

/** The modules of the npm package; what they share stands in further files beside them. */
const MODULES = ['index', 'element', 'node'];
/** Each has a module of its own too, for hosts that have one editor. */
const EDITORS = ['tinymce', 'ckeditor5', 'ckeditor4', 'ueditor', 'kindeditor', 'wangeditor5', 'wangeditor4', 'quill', 'textarea', 'editable'];

/** What several modules share, in files that are always called the same. Each takes what it needs along, so the lowest come first. */
const PARTS = [
  { name: 'checker', test: /www[\\/](trusted|checker|shared-checker|trouble|judge|gate|paint[\\/]adopt)\.ts/ },
  { name: 'adapter', test: /www[\\/]editors[\\/](adapter|attach|attached|serialise|button)\.ts/ },
  { name: 'gouji-check', test: /www[\\/](check-element|define|session|follow)\.ts/ },
  { name: 'paint', test: /node_modules|www[\\/](words|slots|clipboard|said|paint[\\/](banner|causes|element|equation|findings|given|marks|palette|rule-dialog|scheme|states))/ },
];

export default defineConfig(({ mode }) => {
  return {
    configFile: false,
    publicDir: false,
    logLevel: 'warn',
    plugins: [glueWithoutNetwork(), litWithoutGlobals(), litByOurPolicy(), flatTemplates(), mode === 'package' ? oneEditor() : allAtOnce(mode)],
    // Each engine has glue of its own; worker.ts names that of the first.
    resolve: { alias: [{ find: /^\.\.\/pkg\/first\//, replacement: `${import.meta.dirname}/pkg/${mode.replace('engine-', '')}/` }] },
    define: { 'process.env.NODE_ENV': '"production"' },
    build: {
      target: 'chrome80',
      cssTarget: 'chrome80',
      write: false,
      // What is shipped can be read by whoever wants to know what it does.
      minify: true,
      reportCompressedSize: false,
      ...(mode === 'package' ? modules() : mode.startsWith('piece-') ? piece(mode.slice(6)) : script(mode)),
    },
  };
});

function script(mode: string): BuildEnvironmentOptions {
  const { entry, name } = ENTRIES[mode] ?? ENGINE;
  return { lib: { entry, name, formats: ['iife'], fileName: () => `${mode}.js`, cssFileName: mode } };
}

/** A function of the page's own lit and of its own policy: a page may make no second one of that name. */
function piece(name: string): BuildEnvironmentOptions {
  return {
    lib: { entry: PIECES[name]!, name: 'goujiPiece', formats: ['iife'], fileName: () => `${name}.js` },
    rollupOptions: { external: ['lit-html', TRUSTED], output: { globals: { 'lit-html': 'goujiLit', [TRUSTED]: 'goujiLit' } } },
  };
}

function modules(): BuildEnvironmentOptions {
  const own = MODULES.map((name) => [name, `www/package/${name}.ts`]);
  const editors = EDITORS.map((name) => [`editors/${name}`, `www/package/editors/${name}.ts`]);
  return {
    lib: { entry: Object.fromEntries([...own, ...editors]), formats: ['es'] },
    rollupOptions: {
      external: ['./engine.js', './full-engine.js', 'node:worker_threads'],
      output: { entryFileNames: '[name].js', chunkFileNames: '[name].js', minify: true, codeSplitting: { groups: PARTS } },
    },
  };
}

/** The module of one editor, which no file holds: `attach` and `gate` that know no other. */
function oneEditor(): Plugin {
  const editorOf = (id: string): string | undefined => /www[\\/]package[\\/]editors[\\/](\w+)\.ts$/.exec(id)?.[1];
  return {
    name: 'one-editor',
    enforce: 'pre',
    resolveId: (id) => (editorOf(id) ? id : null),
    load(id) {
      const name = editorOf(id);
      return name ? `import { alone } from '../alone';
        import { ${name} } from '../../editors/${name}';
        export const { attach, gate } = alone(${name});` : null;
    },
  };
}

/** In one script nothing comes later: what would is imported at once, which spares the wrappers. The page's pieces do come later. */
function allAtOnce(mode: string): Plugin {
  const later = /const (\{ \w+ \}) = await import\(('[^']+')\);/g;
  const pieceOf = (from: string): string | undefined => Object.keys(PIECES).find((name) => PIECES[name]!.endsWith(`${from.slice(2, -1)}.ts`));
  return {
    name: 'all-at-once',
    enforce: 'pre',
    transform(code, id) {
      if (!id.endsWith('.ts') || !code.match(later)) return null;
      const imports = new Set<string>();
      const left = code.replace(later, (_, names: string, from: string) => {
        const name = mode === 'page' && pieceOf(from);
        imports.add(name ? `import { piece } from '${import.meta.dirname}/www/beside';` : `import ${names} from ${from};`);
        return name ? `const ${names} = await piece('${name}');` : '';
      });
      return left + [...imports].join('\n');
    },
  };
}

/** Indentation in the templates would be shipped; a line break alone is the same white space. */
function flatTemplates(): Plugin {
  return { name: 'flat-templates', enforce: 'pre', transform: (code, id) => (/[\\/]www[\\/].*\.ts$/.test(id) ? code.replace(/\n\s+/g, '\n') : null) };
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
      if (!/\/pkg\/\w+\/gouji\.js$/.test(id)) return null;
      return cuts.reduce((text, [from, to]) => {
        if (!text.includes(from)) this.error(`wasm-bindgen's glue no longer says ${from}`);
        return text.replace(from, to);
      }, code);
    },
  };
}

/** Lit leaves its versions on the global object. A host page shall find nothing of ours but `gouji`. */
function litWithoutGlobals(): Plugin {
  const versions = /\(\w+\.litHtmlVersions\s*\?\?=\s*\[\]\)\.push\([^)]*\)/g;
  return {
    name: 'lit-without-globals',
    enforce: 'pre',
    transform: (code, id) => (/[\\/]lit-html[\\/]/.test(id) ? code.replace(versions, '0') : null),
  };
}

/** Lit would make a policy of its own, which a host page may have from a lit of its own, and which every host would have to name beside ours. */
function litByOurPolicy(): Plugin {
  const own = /(\w+)\?\1\.createPolicy\("lit-html",\{createHTML:\w+=>\w+\}\):void 0/;
  return {
    name: 'lit-by-our-policy',
    enforce: 'pre',
    transform(code, id) {
      if (!/[\\/]lit-html[\\/]lit-html\.js$/.test(id)) return null;
      if (!own.test(code)) this.error('lit no longer makes its policy as it did');
      return `import { trusted as goujiTrusted } from '${TRUSTED}';${code.replace(own, 'goujiTrusted')}`;
    },
  };
}
