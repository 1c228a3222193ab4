// What of others is inside what is published, as plain data: the crates of the engines and of the command by Cargo's own
// tree, the npm packages that the page imports, and what Rust itself links. Build tools and tests are not among them.

import { readFileSync } from 'node:fs';
import path from 'node:path';

import { ask, filesUnder, root, Trouble } from './run.mjs';

export const ENGINES = 'wasm32-unknown-unknown';
export const COMMAND = 'x86_64-unknown-linux-musl';

/** What Cargo does not list: the standard library, and the C library that the command is linked with. */
const TOOLCHAIN = [
  { name: 'rust-std', license: 'MIT OR Apache-2.0', targets: [ENGINES, COMMAND] },
  { name: 'musl', version: '1.2.5', license: 'MIT', targets: [COMMAND] },
];

/** All that is shipped to these targets, in the order of the names. Each: name, version, license, purl, sha, folder, needs. */
export async function shipped(targets) {
  const crates = new Map();
  for (const target of targets) for (const crate of await cratesOf(target)) crates.set(crate.purl, merged(crates.get(crate.purl), crate));
  const own = [...crates.values()].find(({ name }) => name === 'gouji');
  const parts = [...[...crates.values()].filter((crate) => crate !== own), ...packages(), ...await toolchain(targets)];
  const direct = parts.filter(({ kind }) => kind !== 'cargo').map(({ purl }) => purl);
  return { own: { ...own, needs: sorted([...own.needs, ...direct]) }, parts: parts.sort((a, b) => (a.purl < b.purl ? -1 : 1)) };
}

/** The crates that are linked for a target: no build scripts, no macros, no tests. */
async function cratesOf(target) {
  const tree = await cargo('tree', '--target', target, '--edges', 'normal,no-proc-macro', '--prefix', 'depth', '--no-dedupe', '--format', '\t{p}');
  const { packages: known } = JSON.parse(await cargo('metadata', '--format-version', '1', '--filter-platform', target));
  const byName = new Map(known.map((crate) => [`${crate.name} v${crate.version}`, crate]));
  const found = new Map();
  const above = [];
  for (const line of tree.split('\n')) {
    const [, depth, id] = /^(\d+)\t(\S+ v\S+)/.exec(line);
    const crate = byName.get(id);
    if (!crate) throw new Trouble(`cargo metadata does not know ${id}`);
    const entry = found.get(id) ?? crateEntry(crate);
    found.set(id, entry);
    above[depth] = entry;
    if (depth > 0) above[depth - 1].needs = sorted([...above[depth - 1].needs, entry.purl]);
  }
  return found.values();
}

async function cargo(...args) {
  const output = await ask('cargo', [args[0], '--locked', ...args.slice(1)]);
  if (output === null) throw new Trouble(`cargo ${args.join(' ')} failed`);
  return output;
}

function crateEntry({ name, version, license, manifest_path: manifest }) {
  return {
    kind: 'cargo', name, version, license: license.replace(/\s*\/\s*/g, ' OR '), purl: purl('cargo', name, version),
    sha: { alg: 'SHA-256', hex: lockedSums().get(`${name} ${version}`) }, folder: path.dirname(manifest), needs: [],
  };
}

function lockedSums() {
  const lock = readFileSync(path.join(root, 'Cargo.lock'), 'utf8').replace(/\r/g, '');
  return new Map([...lock.matchAll(/name = "(.*)"\nversion = "(.*)"\nsource = ".*"\nchecksum = "(.*)"/g)].map(([, name, version, sum]) => [`${name} ${version}`, sum]));
}

/** The npm packages that the page's sources name, and what these need: types are no code. */
function packages() {
  const { packages: locked } = JSON.parse(readFileSync(path.join(root, 'package-lock.json'), 'utf8'));
  const sources = filesUnder('www').filter((name) => name.endsWith('.ts')).map((name) => readFileSync(path.join(root, name), 'utf8'));
  const named = sources.flatMap((text) => [...text.matchAll(/\b(?:from|import)\s*\(?\s*'((?:@[^/']+\/)?[^./':][^/':]*)(?:\/[^']*)?'/g)].map(([, name]) => name));
  const found = new Map();
  const add = (name) => {
    if (name.startsWith('@types/') || found.has(name)) return;
    const { version, license, integrity, dependencies = {} } = locked[`node_modules/${name}`];
    const needs = Object.keys(dependencies).filter((other) => !other.startsWith('@types/'));
    const hex = Buffer.from(integrity.replace('sha512-', ''), 'base64').toString('hex');
    found.set(name, { kind: 'npm', name, version, license, purl: purl('npm', name, version), sha: { alg: 'SHA-512', hex }, folder: path.join(root, 'node_modules', name), needs });
    needs.forEach(add);
  };
  named.forEach(add);
  return [...found.values()].map((part) => ({ ...part, needs: sorted(part.needs.map((name) => found.get(name).purl)) }));
}

async function toolchain(targets) {
  const rust = /release: (.*)/.exec(await ask('rustc', ['-vV']) ?? '')?.[1];
  return TOOLCHAIN.filter((part) => part.targets.some((target) => targets.includes(target)))
    .map(({ name, version = rust, license }) => ({ kind: 'toolchain', name, version, license, purl: purl('generic', name, version), needs: [] }));
}

const purl = (type, name, version) => `pkg:${type}/${name.replace('@', '%40')}@${encodeURIComponent(version)}`;
const sorted = (names) => [...new Set(names)].sort();
const merged = (a, b) => ({ ...b, needs: sorted([...(a?.needs ?? []), ...b.needs]) });
