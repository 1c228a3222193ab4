// Starts the browsers that the page is tested in, each behind the same few functions, and watches what a page may not
// do: ask for anything after it has loaded, or break its own policy.

import { existsSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';

import { browserPath, firefoxPath } from '../../../scripts/browser.mjs';
import { cache, root } from '../../../scripts/run.mjs';

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
export async function launchChromium() {
  const { chromium } = await import('playwright-core');
  return chromium.launch({ executablePath: await browserPath(), args: QUIET });
}

/** Whether there is a build of Chromium 80 for this machine (Linux on x86-64 only). */
export const hasChromium80 = existsSync(path.join(cache, 'chromium80', 'chromium'));

/** Chromium 80, as Puppeteer's `Browser`. */
export async function launchChromium80() {
  const puppeteer = createRequire(path.join(root, 'tests/web/old/package.json'))('puppeteer-core');
  return puppeteer.launch({
    executablePath: path.join(cache, 'chromium80', 'chromium'),
    args: [...QUIET, '--headless', '--single-process', '--no-zygote'],
    ignoreDefaultArgs: ['--enable-automation'],
  });
}

/** Firefox over WebDriver BiDi, as Puppeteer's `Browser`. */
export async function launchFirefox() {
  const puppeteer = createRequire(path.join(root, 'tests/web/editors/package.json'))('puppeteer-core');
  return puppeteer.launch({ browser: 'firefox', executablePath: firefoxPath(), headless: true });
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
    // Chromium before 97 does not know the word and says so; its workers may run wasm without it.
    if (text.includes("invalid source: ''wasm-unsafe-eval''")) return;
    if (/violates the following Content Security Policy|Refused to/.test(text)) seen.violations.push(text);
    else if (message.type() === 'error') seen.errors.push(text);
  });
  return { page, seen };
}
