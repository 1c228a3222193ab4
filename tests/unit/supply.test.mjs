// What comes from others is locked and checked, runs no scripts of its own, and is said in the SBOM and the notices.

import assert from 'node:assert/strict';
import { before, test } from 'node:test';

import { noticesOf } from '../../scripts/notices.mjs';
import { root } from '../../scripts/run.mjs';
import { sbomOf } from '../../scripts/sbom.mjs';
import { COMMAND, ENGINES, shipped } from '../../scripts/shipped.mjs';
import { cargoLockFaults, installsThatRun, lockFaults, npmLockFaults } from '../../scripts/supply.mjs';

let all;
before(async () => (all = await shipped([ENGINES, COMMAND])));

test('the lock files name no address, every checksum, and nothing runs at installation', () => assert.deepEqual(lockFaults(), []));

test('what is wrong with a lock file is found', () => {
  const crate = (source, more) => `[[package]]\nname = "x"\nversion = "1.0.0"\n${source && `source = "${source}"\n`}${more}`;
  const cargo = [
    ['registry+https://index.example/rust-lang/crates.io-index', 'checksum = "0"\n', []],
    ['registry+https://index.example/mirror', 'checksum = "0"\n', ['x comes from registry+https://index.example/mirror']],
    ['git+https://code.example/x', '', ['x comes from git+https://code.example/x']],
    ['', '', ['x comes from a folder']],
    ['registry+https://index.example/rust-lang/crates.io-index', '', ['x has no checksum']],
  ];
  for (const [source, more, faults] of cargo) assert.deepEqual(cargoLockFaults(crate(source, more)), faults);
  const npm = [
    [{ integrity: 'sha512-0' }, []],
    [{}, ['node_modules/x has no checksum']],
    [{ integrity: 'sha512-0', resolved: 'https://packages.example/x.tgz' }, ['node_modules/x names the address https://packages.example/x.tgz']],
  ];
  for (const [entry, faults] of npm) assert.deepEqual(npmLockFaults(JSON.stringify({ packages: { '': {}, 'node_modules/x': entry } })), faults);
  assert.equal(installsThatRun("run('npm', ['ci', '--no-audit'])").length, 1);
});

test('what is shipped is all there is in it: no tools, no tests, no macros', () => {
  const names = all.parts.map(({ name }) => name);
  for (const name of ['html5ever', 'wasm-bindgen', 'mimalloc', 'clap', 'lit-html', 'fflate', 'rust-std', 'musl']) assert.ok(names.includes(name), name);
  for (const name of ['vite', 'typescript', 'wasmparser', 'serde_derive', 'syn', 'binaryen']) assert.ok(!names.includes(name), name);
});

test('the SBOM is whole, follows its schema, and holds nothing that another build would say differently', async () => {
  const text = await sbomOf(all);
  assert.doesNotMatch(text, /serialNumber|timestamp|file:/);
  assert.ok(!text.includes(root));
  const { specVersion, metadata, components, dependencies } = JSON.parse(text);
  assert.deepEqual([specVersion, metadata.component.name, components.length], ['1.6', 'gouji', all.parts.length]);
  const refs = new Set([metadata.component, ...components].map((part) => part['bom-ref']));
  assert.equal(dependencies.length, refs.size);
  for (const { ref, dependsOn = [] } of dependencies) for (const name of [ref, ...dependsOn]) assert.ok(refs.has(name), name);
  for (const part of components) {
    assert.ok(part.licenses.length === 1 && part.purl, part.name);
    assert.ok(part.hashes || part.purl.startsWith('pkg:generic/'), `${part.name} has no checksum`);
  }
  const nameless = { ...all, parts: all.parts.map((part) => ({ ...part, name: 0 })) };
  await assert.rejects(sbomOf(nameless), /does not follow the schema/);
});

test('the notices name everything and end no comment', async () => {
  const text = await noticesOf(all);
  for (const { name, version, license } of [all.own, ...all.parts]) assert.ok(text.includes(`${name} ${version}: ${license}\n`), name);
  for (const words of ['Permission is hereby granted', 'BSD 3-Clause', 'Apache License', 'UNICODE LICENSE V3', 'Rich Felker', 'The Rust Project Developers']) assert.ok(text.includes(words), words);
  assert.ok(!text.includes('-->') && !text.includes('--!>'));
});
