// WebKitGTK over WebDriver, in a display of its own: behind the functions of Puppeteer's pages that the tests of all
// browsers use, and with the mouse, the keys and the chosen files of a person.

import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createServer } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';

import { webKitDriverPath, xvfbPath } from '../../../scripts/browser.mjs';

/** Root, containers and machines without a graphics card: no sandbox of its own, and all is drawn by the processor. */
const ENVIRONMENT = {
  WEBKIT_DISABLE_SANDBOX_THIS_IS_DANGEROUS: '1',
  WEBKIT_DISABLE_DMABUF_RENDERER: '1',
  LIBGL_ALWAYS_SOFTWARE: '1',
  GSK_RENDERER: 'cairo',
  GDK_BACKEND: 'x11',
  NO_AT_BRIDGE: '1',
};
const START_MS = 15_000;
/** What WebDriver calls an element. */
const ELEMENT = 'element-6066-11e4-a52e-4f735466cecf';
export const CONTROL = '\uE009';

/** The driver holds one session at a time: a new page ends the one before. */
export async function launchWebKit() {
  if (!webKitDriverPath() || !xvfbPath()) throw new Error('WebKitGTK or its screen is missing; npm run setup installs them, or says how to');
  const { display, end: endDisplay } = await startDisplay();
  const port = await freePort();
  const driver = start(webKitDriverPath(), [`--port=${port}`], { env: { ...process.env, ...ENVIRONMENT, DISPLAY: display }, stdio: 'ignore' });
  const ask = askerOf(`http://127.0.0.1:${port}`);
  const close = async () => {
    await end(driver);
    await endDisplay();
  };
  try {
    await until(() => ask('GET', '/status').then(({ ready }) => ready, () => false), START_MS, 'WebKitWebDriver did not start');
  } catch (error) {
    await close();
    throw error;
  }
  let page = null;
  const newPage = async () => {
    await page?.close();
    return (page = await WebKitPage.open(ask));
  };
  return { newPage, close };
}

class WebKitPage {
  #ask;
  #handlers = {};
  #closed = false;

  static async open(ask) {
    const { sessionId } = await ask('POST', '/session', { capabilities: { alwaysMatch: { browserName: 'MiniBrowser' } } });
    return new WebKitPage((method, path, body) => ask(method, `/session/${sessionId}${path}`, body));
  }

  constructor(ask) {
    this.#ask = ask;
  }

  /** The events are `request`, `pageerror` and `console`; they are told at the next call. */
  on(event, handler) {
    this.#handlers[event] = handler;
  }

  async goto(url) {
    await this.#ask('POST', '/url', { url });
    await this.evaluate(watch);
  }

  async setViewport({ width, height }) {
    const rect = await this.#ask('GET', '/window/rect');
    const [innerWidth, innerHeight] = await this.evaluate(() => [globalThis.innerWidth, globalThis.innerHeight]);
    await this.#ask('POST', '/window/rect', { width: rect.width + width - innerWidth, height: rect.height + height - innerHeight });
  }

  /** Runs a function in the page to its end, also a promised one. */
  async evaluate(run, ...given) {
    const script = `const [given, done] = arguments;
      const told = () => globalThis.toldSince?.() ?? [];
      Promise.resolve().then(() => (${run})(...given)).then((value) => done({ value, told: told() }), (error) => done({ thrown: String(error?.stack ?? error), told: told() }));`;
    const { value, thrown, told } = await this.#ask('POST', '/execute/async', { script, args: [given] });
    for (const [event, what] of told) this.#tell(event, what);
    if (thrown !== undefined && thrown !== null) throw new Error(thrown);
    return value;
  }

  waitForFunction(holds, { timeout, polling }, ...given) {
    return until(() => this.evaluate(holds, ...given), timeout, `it does not come to hold: ${holds}`, polling);
  }

  /**
   * Presses the mouse in the middle of what is found: the words where they are given, else the selector, also inside of
   * the element. By place, for the driver takes what stands in a shadow root for covered.
   */
  async click(selector, words = '') {
    const [x, y] = await this.evaluate(placeOf, selector, words);
    const actions = [{ type: 'pointerMove', x, y }, { type: 'pointerDown', button: 0 }, { type: 'pointerUp', button: 0 }];
    await this.#act({ type: 'pointer', id: 'mouse', parameters: { pointerType: 'mouse' }, actions });
  }

  /** Gives a field for files, hidden as it may be, the path of a file as if it had been chosen. */
  async choose(selector, file) {
    const field = await this.#ask('POST', '/element', { using: 'css selector', value: selector });
    await this.#ask('POST', `/element/${field[ELEMENT]}/value`, { text: file });
  }

  /** Presses keys together, and lets them go. */
  async press(...keys) {
    const down = keys.map((value) => ({ type: 'keyDown', value }));
    const up = keys.reverse().map((value) => ({ type: 'keyUp', value }));
    await this.#act({ type: 'key', id: 'keys', actions: [...down, ...up] });
  }

  async type(text) {
    for (const key of text) await this.press(key);
  }

  async close() {
    if (!this.#closed) await this.#ask('DELETE', '');
    this.#closed = true;
  }

  #act(input) {
    return this.#ask('POST', '/actions', { actions: [input] });
  }

  #tell(event, what) {
    const told = {
      request: () => ({ url: () => what }),
      pageerror: () => new Error(what),
      console: () => ({ text: () => what, type: () => 'error' }),
    };
    this.#handlers[event]?.(told[event]());
  }
}

/** Runs in the page after it has loaded. `toldSince` gives what happened since it was asked last. */
function watch() {
  const happened = [];
  let asked = 0;
  globalThis.toldSince = () => {
    const resources = performance.getEntriesByType('resource').slice(asked);
    asked += resources.length;
    return [...happened.splice(0), ...resources.map(({ name }) => ['request', name])];
  };
  const { error: say } = console;
  console.error = (...words) => {
    happened.push(['console', words.join(' ')]);
    say.apply(console, words);
  };
  addEventListener('error', ({ message }) => happened.push(['pageerror', message]));
  addEventListener('unhandledrejection', ({ reason }) => happened.push(['pageerror', String(reason)]));
  addEventListener('securitypolicyviolation', ({ violatedDirective, blockedURI }) => happened.push(['console', `Refused to load ${blockedURI} by ${violatedDirective}`]));
}

/** Runs in the page: scrolls to what is found, and gives its middle. Fails where something else would be pressed. */
function placeOf(selector, words) {
  const roots = [document, ...[...document.querySelectorAll('*')].flatMap(({ shadowRoot }) => shadowRoot ?? [])];
  const all = roots.flatMap((root) => [...root.querySelectorAll(selector)]);
  const found = all.find(({ textContent }) => textContent.includes(words));
  if (!found) throw new Error(`there is no ${selector} ${words}`);
  found.scrollIntoView({ block: 'center' });
  const { left, top, width, height } = found.getBoundingClientRect();
  const [x, y] = [Math.round(left + width / 2), Math.round(top + height / 2)];
  const hit = found.getRootNode().elementFromPoint(x, y);
  if (!found.contains(hit)) throw new Error(`${selector} ${words} is covered by ${hit?.outerHTML.slice(0, 200)}`);
  return [x, y];
}

/** A screen that nobody sees. Xvfb itself and not xvfb-run, which needs a further package. */
async function startDisplay() {
  const server = start(xvfbPath(), ['-displayfd', '3', '-screen', '0', '1600x1200x24', '-nolisten', 'tcp'], { stdio: ['ignore', 'ignore', 'ignore', 'pipe'] });
  const number = await Promise.race([
    once(server.stdio[3], 'data').then(([data]) => String(data).trim()),
    once(server, 'exit').then(([code]) => { throw new Error(`Xvfb ended with ${code}`); }),
  ]);
  return { display: `:${number}`, end: () => end(server) };
}

/** A program that does not outlive the tests, also where they are ended. */
function start(program, args, options) {
  const child = spawn(program, args, options);
  process.once('exit', () => child.kill());
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.once(signal, () => process.exit(1));
  return child;
}

async function end(child) {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const ended = once(child, 'exit');
  child.kill();
  await ended;
}

function freePort() {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.on('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const { port } = server.address();
      server.close(() => resolve(port));
    });
  });
}

function askerOf(address) {
  return async (method, path, body) => {
    const response = await fetch(address + path, { method, body: body && JSON.stringify(body) });
    const { value } = await response.json();
    if (!response.ok) throw new Error(`${method} ${path.replace(/\/session\/[^/]*/, '')}: ${value.error}, ${value.message}`);
    return value;
  };
}

async function until(holds, timeout, otherwise, polling = 50) {
  for (const end = Date.now() + timeout; Date.now() < end; await sleep(polling)) {
    const value = await holds();
    if (value) return value;
  }
  throw new Error(otherwise);
}
