// npm run supply: looks at what comes from others. Lock files, licences and sources of the crates, advisories where their
// databases can be reached, and whether the least versions that Cargo.toml promises do compile. Not part of npm test: it
// installs cargo-deny and asks registries.

import { spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, readFileSync, rmSync } from 'node:fs';
import path from 'node:path';

import { ask, cache, filesUnder, main, root, run, say, Trouble } from './run.mjs';
import { setupDeny, setupRust } from './setup.mjs';

export const NPM_LOCKS = ['package-lock.json', 'benches/package-lock.json', 'tests/web/editors/package-lock.json', 'tests/web/old/package-lock.json'];

/** What is wrong with a lock file of Cargo: crates from elsewhere than its own registry, or without a checksum. */
export function cargoLockFaults(text) {
  return text.replace(/\r/g, '').split('[[package]]\n').slice(1).flatMap((entry) => {
    const { name, source, checksum } = Object.fromEntries([...entry.matchAll(/^(\w+) = "(.*)"$/gm)].map(([, key, value]) => [key, value]));
    if (name === 'gouji' && !source) return [];
    if (!/^registry\+\S+\/rust-lang\/crates\.io-index$/.test(source ?? '')) return [`${name} comes from ${source ?? 'a folder'}`];
    return checksum ? [] : [`${name} has no checksum`];
  });
}

/** What is wrong with a lock file of npm: an address that would be asked whatever the machine is set to, or no checksum. */
export function npmLockFaults(text) {
  const packages = Object.entries(JSON.parse(text).packages).filter(([name]) => name);
  return packages.flatMap(([name, { resolved, integrity, inBundle }]) => {
    if (resolved) return [`${name} names the address ${resolved}`];
    return integrity || inBundle ? [] : [`${name} has no checksum`];
  });
}

/** The calls of npm in the scripts that install something and would run what packages want to run. */
export function installsThatRun(text) {
  const calls = text.match(/['"]npm['"],\s*\[[^\]]*\]/g) ?? [];
  return calls.filter((call) => /['"](?:ci|install|i)['"]/.test(call) && !call.includes('--ignore-scripts') && !call.includes('--offline'));
}

export function lockFaults() {
  const read = (name) => readFileSync(path.join(root, name), 'utf8');
  const scripts = filesUnder('scripts').flatMap((name) => installsThatRun(read(name)).map((call) => `${name} lets install scripts run: ${call}`));
  return [...cargoLockFaults(read('Cargo.lock')), ...NPM_LOCKS.flatMap((name) => npmLockFaults(read(name))), ...scripts];
}

async function deny() {
  const program = await setupDeny();
  say('licences, bans and sources of the crates');
  await run(program, ['--locked', 'check', 'licenses', 'bans', 'sources']);
  say('advisories of the crates');
  if (await ask(program, ['--locked', 'fetch', 'db']) === null) return say('NOT CHECKED: the database of RustSec cannot be reached from here');
  await run(program, ['--locked', 'check', 'advisories']);
}

/** What builds and ships. The tests' old browser and editors are old on purpose, and never meet anything but our own pages. */
function audit() {
  say('advisories of the npm packages');
  const { status, stdout } = spawnSync('npm', ['audit', '--json'], { cwd: root, encoding: 'utf8', shell: process.platform === 'win32' });
  const { vulnerabilities } = JSON.parse(stdout || '{}');
  if (!vulnerabilities) return say('NOT CHECKED: the registry answers no questions about advisories from here');
  if (status !== 0) throw new Trouble(`npm audit names ${Object.keys(vulnerabilities).join(', ')}`);
}

/** The bounds of Cargo.toml are no lies: with the least version of everything that it names, the crate compiles. */
async function minimal() {
  say('the least versions (5 minutes)');
  const copy = path.join(cache, 'minimal');
  for (const name of ['src', 'benches', 'tests', 'Cargo.toml', 'Cargo.lock', 'rust-toolchain.toml']) {
    rmSync(path.join(copy, name), { recursive: true, force: true });
    mkdirSync(copy, { recursive: true });
    cpSync(path.join(root, name), path.join(copy, name), { recursive: true, filter: (from) => !from.includes('node_modules') });
  }
  // The option is not stable yet; the compiler is the one that builds everything.
  const env = { RUSTC_BOOTSTRAP: '1' };
  await run('cargo', ['update', '-Z', 'direct-minimal-versions'], { cwd: copy, env, quiet: true });
  const target = ['--target-dir', path.join(copy, 'target')];
  await run('cargo', ['check', '--lib', '--bins', ...target], { cwd: copy });
  await run('cargo', ['check', '--lib', '--target', 'wasm32-unknown-unknown', ...target], { cwd: copy });
}

main(import.meta, async () => {
  await setupRust();
  say('lock files and install scripts');
  const faults = lockFaults();
  if (faults.length) throw new Trouble(faults.join('\n'));
  await deny();
  audit();
  await minimal();
  say('nothing found, but for what could not be checked');
});
