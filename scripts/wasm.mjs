// Builds the engine three times from one source, with more or fewer readers: Rust to the wasm
// that Chromium 80, the oldest browser of the page, loads. The results are pkg/first, pkg/office and pkg/full. Nothing is done
// when no input has changed.

import { existsSync, mkdirSync, renameSync, rmSync, statSync } from 'node:fs';
import path from 'node:path';

import { hashOf, isDone, main, markDone, root, run, say } from './run.mjs';
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

/** The wasm of a build. */
export const wasmOf = (build) => path.join(root, 'pkg', build, 'gouji_bg.wasm');

// rustc's defaults (reference types, multi-value) do not load before Chromium 96. The standard library that comes with
// rustc says that it uses them all the same, so the linker must not check; these do load since Chromium 75.
const KEPT_FEATURES = ['mutable-globals', 'bulk-memory', 'sign-ext', 'nontrapping-fptoint'];

function rustFlags() {
  const cargoHome = process.env.CARGO_HOME || path.join(process.env.HOME || process.env.USERPROFILE || '', '.cargo');
  return [
    '-Ctarget-feature=-reference-types,-multivalue',
    `-Clink-arg=--features=${KEPT_FEATURES.join(',')}`,
    '-Clink-arg=--no-check-features',
    // Panic messages must not carry the paths of the machine that built them.
    `--remap-path-prefix=${path.join(cargoHome, 'registry', 'src')}=crates`,
    `--remap-path-prefix=${root}=gouji`,
  ];
}

// Named one by one and never --all-features: that emits types which browsers of today refuse as well.
const OPT_FLAGS = [
  '--enable-mutable-globals',
  '--enable-bulk-memory',
  '--enable-sign-ext',
  '--enable-nontrapping-float-to-int',
  '--strip-debug',
  '--strip-producers',
  '--strip-target-features',
];

export async function buildWasm() {
  const bindgen = await setupBuild();
  const hash = hashOf(INPUTS);
  const builds = Object.keys(BUILDS);
  if (builds.every((build) => existsSync(wasmOf(build))) && isDone('wasm', hash)) return;

  rmSync(path.join(root, 'pkg'), { recursive: true, force: true });
  const optimised = [];
  for (const build of builds) {
    await compile(build, bindgen);
    // While the next one is compiled, which keeps one processor busy. What fails is told at the end.
    const optimising = optimise(build);
    optimising.catch(() => undefined);
    optimised.push(optimising);
  }
  await Promise.all(optimised);
  markDone('wasm', hash);
}

/** Rust to wasm, and the JavaScript that goes with it. The crates that builds of one profile share are compiled once. */
async function compile(build, bindgen) {
  say(`building the engine "${build}" (about a minute)`);
  // Takes precedence over RUSTFLAGS and every configuration file.
  const env = { CARGO_ENCODED_RUSTFLAGS: rustFlags().join('\x1f') };
  const target = path.join(root, 'target');
  const { features, profile } = BUILDS[build];
  await run('cargo', [...CARGO, '--profile', profile, '--features', features.join(), '--target-dir', target], { env });
  const folder = path.dirname(wasmOf(build));
  mkdirSync(folder, { recursive: true });
  const compiled = path.join(target, TARGET, profile, 'gouji.wasm');
  await run(bindgen, ['--target', 'web', '--out-dir', folder, '--out-name', 'gouji', compiled]);
}

/** Smaller and faster. */
async function optimise(build) {
  const wasm = wasmOf(build);
  const optimised = `${wasm}.opt`;
  const wasmOpt = path.join(root, 'node_modules', 'binaryen', 'bin', 'wasm-opt');
  await run(process.execPath, [wasmOpt, wasm, '-o', optimised, ...BUILDS[build].level, ...OPT_FLAGS]);
  renameSync(optimised, wasm);
  console.log(`  ${path.relative(root, wasm)}: ${Math.round(statSync(wasm).size / 1024)} KB`);
}

main(import.meta, buildWasm);
