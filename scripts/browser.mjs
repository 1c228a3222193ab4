// Finds the programs that the tests use: a browser that is installed or that Playwright has downloaded, Firefox,
// WebKitGTK and its display, LibreOffice, and the old Chromiums of npm packages.

import { existsSync } from 'node:fs';
import path from 'node:path';

import { ask, cache, root, which } from './run.mjs';

const NAMES = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable', 'microsoft-edge', 'microsoft-edge-stable'];

const PLACES = {
  darwin: [
    '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
    '/Applications/Chromium.app/Contents/MacOS/Chromium',
    '/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge',
  ],
  win32: [
    'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
    'C:\\Program Files (x86)\\Google\\Chrome\\Application\\chrome.exe',
    'C:\\Program Files (x86)\\Microsoft\\Edge\\Application\\msedge.exe',
  ],
};

/** The path of a Chromium-like browser, or null. GOUJI_CHROMIUM overrides the search. */
export async function browserPath() {
  const candidates = [
    process.env.GOUJI_CHROMIUM,
    ...NAMES.map(which),
    ...(PLACES[process.platform] ?? []),
    await playwrightsOwn(),
  ];
  for (const candidate of candidates) {
    if (candidate && existsSync(candidate) && (await starts(candidate))) return candidate;
  }
  return null;
}

/** Some systems put a stub in a browser's place that only says how to install it. */
async function starts(program) {
  return process.platform !== 'linux' || (await ask(program, ['--version'])) !== null;
}

async function playwrightsOwn() {
  if (!existsSync(path.join(root, 'node_modules', 'playwright-core'))) return null;
  const { chromium } = await import('playwright-core');
  try {
    return chromium.executablePath();
  } catch {
    return null; // this platform has no build
  }
}

/** The browsers that offices still run, which scripts/setup.mjs unpacks: the oldest of the page, and what each brought. */
export const OLD_CHROMIUMS = [80, 86, 92, 103];
export const oldChromiumPath = (version) => path.join(cache, `chromium${version}`, 'chromium');

const FIREFOX_PLACES = {
  darwin: ['/Applications/Firefox.app/Contents/MacOS/firefox'],
  win32: ['C:\\Program Files\\Mozilla Firefox\\firefox.exe'],
};

/** The path of a Firefox, or null. GOUJI_FIREFOX overrides the search. */
export function firefoxPath() {
  const candidates = [process.env.GOUJI_FIREFOX, which('firefox-esr'), which('firefox'), ...(FIREFOX_PLACES[process.platform] ?? [])];
  return candidates.find((one) => one && existsSync(one)) ?? null;
}

/** WebKitGTK's driver, which knows its browser, or null: there is one on Linux only. GOUJI_WEBKIT overrides the search. */
export function webKitDriverPath() {
  const candidates = [process.env.GOUJI_WEBKIT, which('WebKitWebDriver')];
  return candidates.find((one) => one && existsSync(one)) ?? null;
}

/** What gives WebKitGTK a screen where there is none, or null. */
export const xvfbPath = () => which('Xvfb');

const OFFICE_PLACES = {
  darwin: ['/Applications/LibreOffice.app/Contents/MacOS/soffice'],
  win32: ['C:\\Program Files\\LibreOffice\\program\\soffice.com'],
};

/** The path of LibreOffice, or null. GOUJI_SOFFICE overrides the search. */
export function officePath() {
  const candidates = [process.env.GOUJI_SOFFICE, which('soffice'), which('libreoffice'), ...(OFFICE_PLACES[process.platform] ?? [])];
  return candidates.find((one) => one && existsSync(one)) ?? null;
}
