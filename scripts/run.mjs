// What every script here needs: where the project is, how to run a program, what a set of files hashes to.
// Node's own modules only: the scripts run before any package is installed.

import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

export const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '..');
export const cache = path.join(root, '.cache');
const windows = process.platform === 'win32';

/** A failure that has been explained in words: the script ends without a stack trace. */
export class Trouble extends Error {}

export function say(text) {
  const bold = process.stdout.isTTY && !process.env.NO_COLOR;
  console.log(bold ? `\x1b[1m▸ ${text}\x1b[0m` : `▸ ${text}`);
}

/**
 * Runs a program to its end with its output shown. `watch` gets each piece of standard output as well;
 * `quiet` shows the output only if the program fails.
 */
export function run(command, args, { env = {}, cwd = root, watch, quiet = false } = {}) {
  return new Promise((resolve, reject) => {
    const piped = watch || quiet;
    const child = spawn(command, args, {
      cwd,
      env: { ...process.env, ...env },
      stdio: ['ignore', piped ? 'pipe' : 'inherit', quiet ? 'pipe' : 'inherit'],
      shell: windows && !path.isAbsolute(command),
    });
    let kept = '';
    const keep = (piece) => {
      if (quiet) kept += piece;
      else process.stdout.write(piece);
      watch?.(String(piece));
    };
    child.stdout?.on('data', keep);
    child.stderr?.on('data', (piece) => (kept += piece));
    child.on('error', (error) => reject(new Trouble(`${command} could not be started: ${error.message}`)));
    child.on('close', (code, signal) => {
      if (code === 0) return resolve();
      if (kept) process.stderr.write(kept);
      reject(new Trouble(`${[path.basename(command), ...args].join(' ')} ended with ${signal ?? code}`));
    });
  });
}

/** The standard output of a program, trimmed, or null if it is not there or fails. */
export function ask(command, args, { env = {}, cwd = root } = {}) {
  return new Promise((resolve) => {
    const child = spawn(command, args, {
      cwd,
      env: { ...process.env, ...env },
      stdio: ['ignore', 'pipe', 'ignore'],
      shell: windows && !path.isAbsolute(command),
    });
    let output = '';
    child.stdout.on('data', (piece) => (output += piece));
    child.on('error', () => resolve(null));
    child.on('close', (code) => resolve(code === 0 ? output.trim() : null));
  });
}

/** The path of a program on PATH, or null. */
export function which(name) {
  const endings = windows ? ['.exe', '.cmd', ''] : [''];
  for (const folder of (process.env.PATH ?? '').split(path.delimiter)) {
    for (const ending of endings) {
      const candidate = path.join(folder, name + ending);
      if (folder && existsSync(candidate) && statSync(candidate).isFile()) return candidate;
    }
  }
  return null;
}

/** One hash over the names and contents of files and folders, the same on every machine. */
export function hashOf(names, extra = '') {
  const hash = createHash('sha256').update(extra);
  for (const name of names.flatMap(filesUnder).sort()) {
    hash.update(`\0${name.split(path.sep).join('/')}\0`).update(readFileSync(path.join(root, name)));
  }
  return hash.digest('hex');
}

/** The files under a file or folder of the project, as paths from its root. */
export function filesUnder(name) {
  const full = path.join(root, name);
  if (!existsSync(full)) return [];
  if (statSync(full).isFile()) return [name];
  return readdirSync(full).filter((entry) => entry !== 'node_modules').sort()
    .flatMap((entry) => filesUnder(path.join(name, entry)));
}

const stampFile = (name) => path.join(cache, `${name}.stamp`);

/** Whether the step `name` was last finished with this same hash. */
export function isDone(name, hash) {
  const file = stampFile(name);
  return existsSync(file) && readFileSync(file, 'utf8') === hash;
}

export function markDone(name, hash) {
  mkdirSync(cache, { recursive: true });
  writeFileSync(stampFile(name), hash);
}

/** Runs a script's main function; an explained failure ends it with status 1 and its words. */
export function main(meta, action) {
  if (process.argv[1] && path.resolve(process.argv[1]) === fileURLToPath(meta.url)) {
    action().catch((error) => {
      console.error(error instanceof Trouble ? `\n✗ ${error.message}` : error);
      process.exitCode = 1;
    });
  }
}
