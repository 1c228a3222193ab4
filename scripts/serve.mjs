// Serves a folder of plain files on this machine only, as a static web server would. Used by `npm start` and by the
// browser tests.

import { createReadStream } from 'node:fs';
import { stat } from 'node:fs/promises';
import { createServer } from 'node:http';
import path from 'node:path';

import { main, root, Trouble } from './run.mjs';

const DEFAULT_PORT = 8080;
const PORTS_TO_TRY = 20;

const TYPES = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.wasm': 'application/wasm',
  '.docx': 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
};

/**
 * Serves `folder` on localhost; other folders, by the beginning of their paths, stand in `mounts`. Port 0 takes any free one; another that is taken is passed over for the next.
 * Returns the address, the paths asked for so far, and `close`.
 */
export async function serve(folder, port = 0, mounts = {}) {
  const requests = [];
  const server = createServer((request, response) => {
    requests.push(request.url);
    answer({ ...mounts, '/': folder }, request, response).catch(() => response.destroy());
  });
  const tries = port === 0 ? 1 : PORTS_TO_TRY;
  for (let i = 0; ; i++) {
    try {
      await listen(server, port + i);
      break;
    } catch (error) {
      if (error.code !== 'EADDRINUSE' || i + 1 >= tries) throw error;
    }
  }
  const close = () => new Promise((done) => {
    server.close(done);
    server.closeAllConnections();
  });
  return { address: `http://localhost:${server.address().port}/`, requests, close };
}

function listen(server, port) {
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, 'localhost', () => {
      server.off('error', reject);
      resolve();
    });
  });
}

async function answer(folders, request, response) {
  const refuse = (status) => response.writeHead(status, { 'Content-Type': 'text/plain' }).end(`${status}\n`);
  if (request.method !== 'GET' && request.method !== 'HEAD') return refuse(405);
  let name;
  try {
    name = decodeURIComponent(new URL(request.url, 'http://localhost').pathname);
  } catch {
    return refuse(400);
  }
  const [start, folder] = Object.entries(folders).find(([start]) => name.startsWith(start));
  const file = path.join(folder, name.slice(start.length), name.endsWith('/') ? 'index.html' : '');
  if (path.relative(folder, file).startsWith('..') || name.includes('\0')) return refuse(404);
  const found = await stat(file).catch(() => null);
  if (!found?.isFile()) return refuse(404);
  response.writeHead(200, {
    'Content-Type': TYPES[path.extname(file)] ?? 'application/octet-stream',
    'Content-Length': found.size,
    'Cache-Control': 'no-cache',
  });
  if (request.method === 'HEAD') return response.end();
  createReadStream(file).on('error', () => response.destroy()).pipe(response);
}

/** Serves dist/ until the program is ended, and says where. */
export async function serveAndSay(args) {
  const given = args.findIndex((arg) => arg === '--port' || arg.startsWith('--port='));
  const text = given < 0 ? String(DEFAULT_PORT) : (args[given].split('=')[1] ?? args[given + 1] ?? '');
  const port = Number(text);
  if (!Number.isInteger(port) || port < 0 || port > 65535 || text === '') {
    throw new Trouble(`--port takes a number from 0 to 65535, not "${text}"`);
  }
  const { address } = await serve(path.join(root, 'dist'), port);
  console.log(`\n  请在浏览器中打开  Open in a browser:  ${address}`);
  console.log(`  或直接打开单个文件  or this one file:   ${path.join(root, 'dist', 'gouji.html')}`);
  console.log('  按 Ctrl+C 结束  Ctrl+C ends it\n');
}

main(import.meta, () => serveAndSay(process.argv.slice(2)));
