// Builds the engine three times from one source, with more or fewer readers: Rust to the wasm
// that Chromium 80, the oldest browser of the page, loads. The results are pkg/first, pkg/office and pkg/full. Nothing is done
// when no input has changed.

import { existsSync, mkdirSync, readdirSync, renameSync, rmSync, statSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';

import { ask, hashOf, isDone, main, markDone, root, run, say } from './run.mjs';
import { setupBuild } from './setup.mjs';

/** The builds, their features and profiles (Cargo.toml says what each is) and what wasm-opt looks for; `first` is what a first visit loads. */
export const BUILDS = {
  first: { features: [], profile: 'first', level: ['-Os', '--converge'] },
  office: { features: ['office'], profile: 'release', level: ['-O3'] },
  full: { features: ['full'], profile: 'release', level: ['-O3'] },
};

const INPUTS = ['src', 'Cargo.toml', 'Cargo.lock', 'rust-toolchain.toml', 'scripts/wasm.mjs', 'package-lock.json'];
const TARGET = 'wasm32-unknown-unknown';
const CARGO = ['build', '--lib', '--locked', '--target', TARGET, '--no-default-features'];

/** The engine of a first visit in plain JavaScript, for where WebAssembly is missing or refused. */
export const plainScript = path.join(root, 'pkg', 'first', 'gouji_plain.js');

/** The wasm of a build. */
export const wasmOf = (build) => path.join(root, 'pkg', build, 'gouji_bg.wasm');

// rustc's defaults (reference types, multi-value) do not load before Chromium 96. The standard library that comes with
// rustc says that it uses them all the same, so the linker must not check; these do load since Chromium 75.
const KEPT_FEATURES = ['mutable-globals', 'bulk-memory', 'sign-ext', 'nontrapping-fptoint'];

async function rustFlags() {
  return [
    '-Ctarget-feature=-reference-types,-multivalue',
    `-Clink-arg=--features=${KEPT_FEATURES.join(',')}`,
    '-Clink-arg=--no-check-features',
    ...await withoutPaths(),
  ];
}

/** What makes the compiler leave out the paths of the machine, which stand in the messages of panics. */
export async function withoutPaths() {
  const sources = path.join(process.env.CARGO_HOME || path.join(os.homedir(), '.cargo'), 'registry', 'src');
  const registries = existsSync(sources) ? readdirSync(sources).map((name) => [path.join(sources, name), 'crates']) : [];
  const library = path.join(await ask('rustc', ['--print', 'sysroot']) ?? '', 'lib', 'rustlib', 'src', 'rust');
  const commit = /commit-hash: (\w+)/.exec(await ask('rustc', ['-vV']) ?? '')?.[1];
  // The last that fits counts, so the most special comes last.
  const prefixes = [[root, 'gouji'], [sources, 'crates'], ...registries, [library, `/rustc/${commit}`]];
  return prefixes.map(([from, to]) => `--remap-path-prefix=${from}=${to}`);
}

// Named one by one and never --all-features: that emits types which browsers of today refuse as well.
const FEATURES = ['--enable-mutable-globals', '--enable-bulk-memory', '--enable-sign-ext', '--enable-nontrapping-float-to-int'];
const STRIP = ['--strip-debug', '--strip-producers', '--strip-target-features'];

export async function buildWasm() {
  const bindgen = await setupBuild();
  const hash = hashOf(INPUTS);
  const builds = Object.keys(BUILDS);
  if ([...builds.map(wasmOf), plainScript].every((file) => existsSync(file)) && isDone('wasm', hash)) return;

  rmSync(path.join(root, 'pkg'), { recursive: true, force: true });
  // Each profile has a folder of its own, so their builds go side by side: the last minute of each keeps one processor.
  const profiles = [...new Set(builds.map((build) => BUILDS[build].profile))];
  await Promise.all(profiles.map((profile) => compileAll(builds.filter((build) => BUILDS[build].profile === profile), bindgen)));
  markDone('wasm', hash);
}

/** One after the other, for they share the crates that are compiled; while the next is compiled, the last is optimised. */
async function compileAll(builds, bindgen) {
  const optimised = [];
  for (const build of builds) {
    await compile(build, bindgen);
    const optimising = optimise(build);
    optimising.catch(() => undefined); // told at the end
    optimised.push(optimising);
  }
  await Promise.all(optimised);
}

/** Rust to wasm, and the JavaScript that goes with it. */
async function compile(build, bindgen) {
  say(`building the engine "${build}" (about a minute)`);
  // Takes precedence over RUSTFLAGS and every configuration file.
  const env = { CARGO_ENCODED_RUSTFLAGS: (await rustFlags()).join('\x1f') };
  const target = path.join(root, 'target');
  const { features, profile } = BUILDS[build];
  await run('cargo', [...CARGO, '--profile', profile, '--features', features.join(), '--target-dir', target], { env });
  const folder = path.dirname(wasmOf(build));
  mkdirSync(folder, { recursive: true });
  const compiled = path.join(target, TARGET, profile, 'gouji.wasm');
  await run(bindgen, ['--target', 'web', '--out-dir', folder, '--out-name', 'gouji', compiled]);
}

/** Smaller and faster; the first engine in plain JavaScript too. */
async function optimise(build) {
  const wasm = wasmOf(build);
  const optimised = `${wasm}.opt`;
  await binaryen('wasm-opt', wasm, optimised, [...BUILDS[build].level, ...STRIP]);
  renameSync(optimised, wasm);
  console.log(`  ${path.relative(root, wasm)}: ${Math.round(statSync(wasm).size / 1024)} KB`);
  if (build === 'first') await translate(wasm);
}

/** `function instantiate(imports)`, which gives the exports. wasm2js knows the features of 2017 only. */
async function translate(wasm) {
  const lowered = wasm.replace(/\.wasm$/, '.lowered.wasm'); // known by its ending
  await binaryen('wasm-opt', wasm, lowered, ['--llvm-memory-copy-fill-lowering', '--signext-lowering', '--llvm-nontrapping-fptoint-lowering']);
  await binaryen('wasm2js', lowered, plainScript, ['--emscripten', '-O']);
  rmSync(lowered);
}

function binaryen(program, from, to, args) {
  const script = path.join(root, 'node_modules', 'binaryen', 'bin', program);
  return run(process.execPath, [script, from, '-o', to, ...args, ...FEATURES]);
}

main(import.meta, buildWasm);
