// Starts the browsers that the page is tested in, each behind the same few functions, and watches what a page may not
// do: ask for anything after it has loaded, or break its own policy.

import { existsSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';

import { browserPath, firefoxPath, OLD_CHROMIUMS, oldChromiumPath } from '../../../scripts/browser.mjs';
import { root } from '../../../scripts/run.mjs';

const QUIET = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-dev-shm-usage',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

export const dist = path.join(root, 'dist');
export const singleFile = `file://${path.join(dist, 'gouji.html')}`;
export const fullFile = `file://${path.join(dist, 'gouji-full.html')}`;

/** A browser of today, as Playwright's `Browser`. */
export async function launchChromium(more = []) {
  const { chromium } = await import('playwright-core');
  return chromium.launch({ executablePath: await browserPath(), args: [...QUIET, ...more] });
}

/** The old Chromiums that there are for this machine: all on Linux on x86-64, none elsewhere. */
export const oldChromiums = OLD_CHROMIUMS.filter((version) => existsSync(oldChromiumPath(version)));
export const noChromium80 = oldChromiums.includes(80) ? false : 'there is no build of it for this machine';

/** An old Chromium, as Puppeteer's `Browser`. What Puppeteer adds of its own, some of them do not start with. */
export async function launchOldChromium(version) {
  const puppeteer = createRequire(path.join(root, 'tests/web/old/package.json'))('puppeteer-core');
  return puppeteer.launch({
    executablePath: oldChromiumPath(version),
    args: [...QUIET, '--headless', '--no-zygote', '--remote-debugging-port=0', 'about:blank'],
    ignoreDefaultArgs: true,
  });
}

export const launchChromium80 = () => launchOldChromium(80);

/** Chromium of today in Puppeteer, which drives the others. */
export async function launchChromiumAsTheOthers(more = []) {
  return puppeteerOfToday().launch({ executablePath: await browserPath(), args: [...QUIET, ...more] });
}

/** Firefox over WebDriver BiDi, as Puppeteer's `Browser`. */
export async function launchFirefox() {
  return puppeteerOfToday().launch({ browser: 'firefox', executablePath: firefoxPath(), headless: true });
}

function puppeteerOfToday() {
  return createRequire(path.join(root, 'tests/web/editors/package.json'))('puppeteer-core');
}

/** A page of any browser that notes what it asks for and which violations of its policy it reports. */
export async function watchedPage(browser) {
  const page = await browser.newPage();
  const seen = { requests: [], violations: [], errors: [] };
  page.on('request', (request) => {
    // blob: and data: never leave the page.
    if (!/^(blob|data):/.test(request.url())) seen.requests.push(request.url());
  });
  page.on('pageerror', (error) => seen.errors.push(error.message));
  page.on('console', (message) => {
    const text = message.text();
    // Chromium before 97 does not know the word and says so; its workers may run wasm without it. Before 83 it knows no trusted types.
    if (text.includes("invalid source: ''wasm-unsafe-eval''") || /Unrecognized Content-Security-Policy directive '(require-)?trusted-types/.test(text)) return;
    if (/violates the following Content Security Policy|Refused to/.test(text)) seen.violations.push(text);
    else if (message.type() === 'error') seen.errors.push(text);
  });
  return { page, seen };
}
