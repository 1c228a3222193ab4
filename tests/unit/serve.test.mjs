// The static server: what it gives, what it refuses, and that it finds a free port.

import assert from 'node:assert/strict';
import { get } from 'node:http';
import path from 'node:path';
import { after, before, test } from 'node:test';

import { root } from '../../scripts/run.mjs';
import { serve } from '../../scripts/serve.mjs';

let server;
before(async () => (server = await serve(path.join(root, 'dist'))));
after(() => server.close());

/** Status and type of a path, sent as it is written: fetch would tidy it up. */
function ask(name, method = 'GET') {
  const { hostname, port } = new URL(server.address);
  return new Promise((resolve, reject) => {
    get({ hostname, port, path: name, method }, (response) => {
      response.resume();
      resolve([response.statusCode, response.headers['content-type']]);
    }).on('error', reject);
  });
}

for (const [name, status, type] of [
  ['/', 200, 'text/html; charset=utf-8'],
  ['/index.html?x=1', 200, 'text/html; charset=utf-8'],
  ['/gouji-engine.js', 200, 'text/javascript; charset=utf-8'],
  ['/gouji-page.css', 200, 'text/css; charset=utf-8'],
  ['/nothing.html', 404, 'text/plain'],
  ['/../package.json', 404, 'text/plain'],
  ['/%2e%2e/package.json', 404, 'text/plain'],
  ['/..%2fpackage.json', 404, 'text/plain'],
  ['/%00', 404, 'text/plain'],
  ['/%', 400, 'text/plain'],
]) {
  test(`GET ${name} is ${status}`, async () => assert.deepEqual(await ask(name), [status, type]));
}

test('only reading is served', async () => assert.equal((await ask('/', 'POST'))[0], 405));

test('a port that is taken is passed over', async () => {
  const taken = Number(new URL(server.address).port);
  const other = await serve(root, taken);
  assert.notEqual(new URL(other.address).port, String(taken));
  await other.close();
});
