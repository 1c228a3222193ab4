// npm run release: makes release/, all that is published and nothing else, with its checksums. With --twice it builds the
// commit in two fresh folders instead and says of every file whether it is the same, bit by bit.

import { createHash } from 'node:crypto';
import { chmodSync, copyFileSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { gunzipSync } from 'node:zlib';

import { build } from './build.mjs';
import { noticesOf } from './notices.mjs';
import { ask, filesUnder, main, root, run, say, Trouble } from './run.mjs';
import { setupCommand } from './setup.mjs';
import { COMMAND, ENGINES, shipped } from './shipped.mjs';
import { BUILDS, wasmOf, withoutPaths } from './wasm.mjs';

const folder = path.join(root, 'release');
const PROGRAM = 'gouji-linux-x86_64';
const USAGE = 'docs/使用说明.html';
/** What dist/ holds for others than the site: the file that is the whole page, and what only the npm package needs. */
const NOT_SITE = /^(?:esm\/|gouji-full\.html$|gouji\.d\.ts$|custom-elements\.json$)/;

/** What is copied into release/: names there, by where they come from. */
export function copies(built) {
  const site = built.filter((name) => !NOT_SITE.test(name)).map((name) => [`site/${name}`, `dist/${name}`]);
  const single = ['gouji.html', 'gouji-full.html'].map((name) => [name, `dist/${name}`]);
  return Object.fromEntries([...site, ...single, [path.basename(USAGE), USAGE]]);
}

/** Every name in release/. */
export function releaseNames(built, version) {
  return [...Object.keys(copies(built)), `gouji-${version}.tgz`, PROGRAM, 'gouji.cdx.json', 'licences.txt', 'SHA256SUMS'].sort();
}

/** The names in dist/. */
export const builtNames = () => filesUnder('dist').map((name) => path.relative('dist', name).split(path.sep).join('/'));

async function release() {
  await build();
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder);
  for (const [name, from] of Object.entries(copies(builtNames()))) {
    mkdirSync(path.dirname(path.join(folder, name)), { recursive: true });
    copyFileSync(path.join(root, from), path.join(folder, name));
  }
  say('packing the npm package');
  await run('npm', ['pack', '--ignore-scripts', '--pack-destination', folder], { quiet: true });
  await buildCommand();
  const parts = await shipped([ENGINES, COMMAND]);
  const { sbomOf } = await import('./sbom.mjs');
  put('gouji.cdx.json', await sbomOf(parts));
  put('licences.txt', await noticesOf(parts));
  put('SHA256SUMS', named().map((name) => `${sumOf(path.join(folder, name))}  ${name}\n`).join(''));
  checkNames();
  checkTraces();
  for (const name of readdirSync(folder)) console.log(`  ${name.padEnd(24)}${size(path.join(folder, name))}`);
}

/** The command as one file that needs nothing of the machine where it runs, not even a C library of a certain age. */
async function buildCommand() {
  if (process.platform !== 'linux' || process.arch !== 'x64') throw new Trouble('the command for Linux is built on Linux on x86-64');
  await setupCommand();
  say('building the command for Linux (2 minutes)');
  const flags = [...await withoutPaths(), '-Cstrip=symbols'];
  // mimalloc writes into itself when it was compiled; compilers of C take this second in place of the clock's.
  const env = { CARGO_ENCODED_RUSTFLAGS: flags.join('\x1f'), SOURCE_DATE_EPOCH: '0' };
  const target = path.join(root, 'target');
  await run('cargo', ['build', '--bin', 'gouji', '--locked', '--release', '--target', COMMAND, '--target-dir', target], { env });
  const program = path.join(folder, PROGRAM);
  copyFileSync(path.join(target, COMMAND, 'release', 'gouji'), program);
  chmodSync(program, 0o755);
  const { version } = JSON.parse(readFileSync(path.join(root, 'package.json'), 'utf8'));
  const said = await ask(program, ['--version']);
  if (said !== `gouji ${version}`) throw new Trouble(`the command says "${said}" of its version`);
}

const put = (name, text) => writeFileSync(path.join(folder, name), text);
const named = () => filesUnder('release').map((name) => path.relative('release', name).split(path.sep).join('/')).sort();
const sumOf = (file) => createHash('sha256').update(readFileSync(file)).digest('hex');

function checkNames() {
  const { version } = JSON.parse(readFileSync(path.join(root, 'package.json'), 'utf8'));
  const wrong = difference(releaseNames(builtNames(), version), named());
  if (wrong.length) throw new Trouble(`release/ holds something else than it should: ${wrong.join(', ')}`);
}

const difference = (a, b) => [...a.filter((name) => !b.includes(name)), ...b.filter((name) => !a.includes(name))];

/** Nothing that is published tells of the machine that built it. The engines stand in scripts as strings, so they are looked at by themselves. */
function checkTraces() {
  const engines = Object.keys(BUILDS).map(wasmOf);
  for (const file of [...engines, ...named().map((name) => path.join(folder, name))]) {
    const found = tracesIn(readFileSync(file));
    if (found.length) throw new Trouble(`${path.relative(root, file)} tells of this machine: ${found.join(', ')}`);
  }
}

/** The paths and names of this machine in a file or a packed archive. */
export function tracesIn(bytes) {
  const text = (bytes[0] === 0x1f && bytes[1] === 0x8b ? gunzipSync(bytes) : bytes).toString('latin1');
  const own = [root, os.homedir(), `${os.tmpdir()}/`, `/${os.userInfo().username}/`, os.hostname()];
  // A short name of a machine stands in any file by chance.
  const names = own.filter((name) => name.length > 4 && name !== 'localhost').map((name) => Buffer.from(name).toString('latin1'));
  const shapes = text.match(/(?:\/home|\/Users|\/root|C:\\Users)[/\\][\w.-]+/g) ?? [];
  return [...new Set([...names.filter((name) => text.includes(name)), ...shapes])];
}

const size = (file) => (statSync(file).isDirectory() ? '' : `${(statSync(file).size / 1024).toFixed(0)} KB`);

/** Two builds of the commit in two folders, whose paths differ in length too, with nothing of one in the other. */
async function twice() {
  const head = await ask('git', ['rev-parse', 'HEAD']);
  const base = mkdtempSync(path.join(os.tmpdir(), 'gouji-'));
  const places = ['one', path.join('the other', 'much further below', 'gouji-0')].map((name) => path.join(base, name));
  for (const place of places) {
    say(`building ${head} in ${place}`);
    await run('git', ['clone', '--quiet', '--no-checkout', root, place]);
    await run('git', ['checkout', '--quiet', head], { cwd: place });
    await run(process.execPath, [path.join(place, 'scripts', 'release.mjs')], { cwd: place });
  }
  const [one, other] = places.map((place) => sumsOf(path.join(place, 'release')));
  const names = [...new Set([...one.keys(), ...other.keys()])].sort();
  const differing = names.filter((name) => one.get(name) !== other.get(name));
  if (differing.length) throw new Trouble(`two builds differ in ${differing.join(', ')}; both stand in ${base}`);
  rmSync(base, { recursive: true, force: true });
  say(`${names.length} files, bit by bit the same in both builds`);
}

function sumsOf(place) {
  const files = readdirSync(place, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
  const paths = files.map((entry) => path.join(entry.parentPath ?? entry.path, entry.name));
  return new Map(paths.map((file) => [path.relative(place, file), sumOf(file)]));
}

main(import.meta, () => (process.argv.includes('--twice') ? twice() : release()));
