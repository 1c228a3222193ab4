// Builds the engine: Rust to wasm with wasm-pack, then down to the wasm of 2017, which every browser since Chromium 57
// loads. The result is pkg/. Nothing is done when no input has changed.

import { existsSync, renameSync, rmSync, statSync } from 'node:fs';
import path from 'node:path';

import { hashOf, isDone, main, markDone, root, run, say } from './run.mjs';
import { setupBuild } from './setup.mjs';

const INPUTS = ['src', 'Cargo.toml', 'Cargo.lock', 'rust-toolchain.toml', 'scripts/wasm.mjs', 'package-lock.json'];
const WASM = path.join(root, 'pkg', 'gouji_bg.wasm');

// rustc's defaults (reference types, multi-value) do not load before Chromium 96. The standard library that comes with
// rustc uses these features all the same, so the linker must let them pass; wasm-opt then lowers them.
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
  '-O3',
  '--enable-mutable-globals',
  '--enable-bulk-memory',
  '--enable-sign-ext',
  '--enable-nontrapping-float-to-int',
  '--llvm-memory-copy-fill-lowering',
  '--signext-lowering',
  '--llvm-nontrapping-fptoint-lowering',
  '--strip-debug',
  '--strip-producers',
  '--strip-target-features',
];

export async function buildWasm() {
  const toolFolders = await setupBuild();
  const hash = hashOf(INPUTS);
  if (existsSync(WASM) && isDone('wasm', hash)) return;

  say('building the engine with wasm-pack (about a minute when the dependencies are new)');
  const env = {
    // Takes precedence over RUSTFLAGS and every configuration file.
    CARGO_ENCODED_RUSTFLAGS: rustFlags().join('\x1f'),
    PATH: [...toolFolders, process.env.PATH].join(path.delimiter),
  };
  rmSync(path.join(root, 'pkg'), { recursive: true, force: true });
  await run('wasm-pack', ['build', '--target', 'web', '--release', '--no-pack', '--', '--no-default-features'], { env });

  say('lowering it to plain wasm with wasm-opt');
  const optimised = `${WASM}.opt`;
  const wasmOpt = path.join(root, 'node_modules', 'binaryen', 'bin', 'wasm-opt');
  await run(process.execPath, [wasmOpt, WASM, '-o', optimised, ...OPT_FLAGS]);
  renameSync(optimised, WASM);
  console.log(`  pkg/gouji_bg.wasm: ${Math.round(statSync(WASM).size / 1024)} KB`);
  markDone('wasm', hash);
}

main(import.meta, buildWasm);
