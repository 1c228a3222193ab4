// Records whatever could carry something out of a page or leave it behind: from inside by the page's own interfaces, from
// outside by what the browser tells of the page and its workers, and by what it wrote into its own log of the network.

import { readFileSync } from 'node:fs';

/** A context whose pages are recorded. What comes back is filled as they run. */
export async function record(browser, options = {}) {
  const context = await browser.newContext({ ...options, permissions: ['clipboard-read', 'clipboard-write'] });
  const noted = { requests: [], calls: [], sockets: [], workers: [], pages: [], links: [] };
  await context.exposeBinding('__note', (_, kind, what) => void noted[kind].push(what));
  await context.addInitScript(inPage);
  context.on('request', (request) => {
    if (/^(blob|data):/.test(request.url())) return;
    noted.requests.push([request.method(), request.url(), request.postData() ?? ''].filter(Boolean).join(' '));
  });
  context.on('page', (page) => {
    noted.pages.push(page.url());
    page.on('websocket', (socket) => void noted.sockets.push(socket.url()));
    page.on('worker', (worker) => void noted.workers.push(worker.url().split(':')[0]));
  });
  return { context, noted };
}

/** What the page has left in the browser. */
export async function leftBehind(page) {
  const session = await page.context().newCDPSession(page);
  const own = await page.evaluate(async () => ({
    local: { ...localStorage },
    session: { ...sessionStorage },
    cookie: document.cookie,
    databases: 'databases' in indexedDB ? await indexedDB.databases() : [],
    // A page from a file may have neither, and is refused when it asks.
    caches: await globalThis.caches?.keys().catch(() => []) ?? [],
    registrations: await navigator.serviceWorker?.getRegistrations().then(({ length }) => length, () => 0) ?? 0,
  }));
  const { cookies } = await session.send('Network.getAllCookies');
  const { usageBreakdown } = await session.send('Storage.getUsageAndQuota', { origin: await page.evaluate(() => origin) }).catch(() => ({ usageBreakdown: [] }));
  return { ...own, cookies, used: usageBreakdown.filter(({ usage }) => usage > 0).map(({ storageType }) => storageType) };
}

export const NOTHING_LEFT = { local: {}, session: {}, cookie: '', databases: [], caches: [], registrations: 0, cookies: [], used: [] };

/**
 * The hosts that pages asked for or had looked up, by the log that the browser wrote (`--log-net-log`); what it asks for
 * on its own account, for updates and the like, has no origin and no site.
 */
export function hostsOf(netLog) {
  const { constants, events } = JSON.parse(readFileSync(netLog, 'utf8'));
  const kind = Object.fromEntries(Object.entries(constants.logEventTypes).map(([name, id]) => [id, name]));
  const named = events.flatMap(({ type, params }) => {
    if (kind[type] === 'URL_REQUEST_START_JOB' && params?.url && (params.initiator !== 'not an origin' || params.request_type === 'main frame')) return [new URL(params.url).hostname];
    if (kind[type] === 'HOST_RESOLVER_MANAGER_REQUEST' && params?.host && /localhost/.test(params.network_anonymization_key)) return [new URL(params.host).hostname];
    return [];
  });
  return [...new Set(named)].filter(Boolean).sort();
}

/** Runs in every page before its own scripts: each interface tells that it is used, and works on. */
function inPage() {
  const note = (kind, what) => void globalThis.__note(kind, String(what));
  const wrap = (owner, name, kind = 'calls') => {
    const own = owner && Object.getOwnPropertyDescriptor(owner, name);
    if (!own) return;
    const told = (original) => function (...given) {
      note(kind, `${name} ${given.map(String).join(' ').slice(0, 200)}`);
      return new.target ? Reflect.construct(original, given, new.target) : original.apply(this, given);
    };
    if (own.set) Object.defineProperty(owner, name, { ...own, set: told(own.set) });
    else {
      const replaced = told(own.value);
      replaced.prototype = own.value.prototype;
      Object.defineProperty(owner, name, { ...own, value: replaced });
    }
  };
  for (const name of ['WebSocket', 'EventSource', 'RTCPeerConnection', 'webkitRTCPeerConnection', 'WebTransport', 'SharedWorker', 'BroadcastChannel', 'fetch', 'fetchLater', 'open', 'requestFileSystem', 'webkitRequestFileSystem']) wrap(globalThis, name);
  for (const name of ['Worker']) wrap(globalThis, name, 'workers');
  wrap(XMLHttpRequest.prototype, 'open');
  wrap(Navigator.prototype, 'sendBeacon');
  wrap(Storage.prototype, 'setItem');
  wrap(IDBFactory.prototype, 'open');
  wrap(Document.prototype, 'cookie');
  wrap(HTMLFormElement.prototype, 'submit');
  wrap(globalThis.CacheStorage?.prototype, 'open');
  wrap(globalThis.ServiceWorkerContainer?.prototype, 'register');
  wrap(globalThis.CookieStore?.prototype, 'set');
  wrap(globalThis.StorageManager?.prototype, 'getDirectory');
  new MutationObserver((changes) => {
    for (const node of changes.flatMap(({ addedNodes }) => [...addedNodes])) {
      if (node.localName === 'link' || node.localName === 'img') note('links', `${node.rel ?? node.localName} ${node.getAttribute('href') ?? node.getAttribute('src')}`);
    }
  }).observe(document, { childList: true, subtree: true });
}
