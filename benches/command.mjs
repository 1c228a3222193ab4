// The command on ten thousand made reports of each kind: reports a second and core, the most memory it took; beside
// what a script in Python takes that only reads the same tables.

import { spawn } from 'node:child_process';
import { closeSync, existsSync, mkdirSync, openSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';

import { ask, cache, hashOf, isDone, markDone, root, run, say, Trouble, which } from '../scripts/run.mjs';

const COUNT = 10_000;
/** The scripts are slow, and every report is like the others. */
const READ_BY_SCRIPT = 300;
/** How often the memory of the command is looked at; the system keeps the peak. */
const LOOK_MS = 20;
const KINDS = { html: ['HTML', 'Beautiful Soup and lxml'], docx: ['DOCX', 'python-docx'], xlsx: ['XLSX', 'openpyxl'] };
const WANTED = 'benches/python/requirements.txt';
const windows = process.platform === 'win32';
const venv = path.join(cache, 'bench-python');
const python = path.join(venv, windows ? 'Scripts/python.exe' : 'bin/python');

export async function commandRows() {
  const folder = path.join(root, 'target', 'bench-reports');
  await setupPython();
  await run('cargo', ['build', '--release', '--locked', '--bin', 'gouji']);
  say(`writing ${Object.keys(KINDS).length} × ${COUNT} made reports`);
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  try {
    await run('cargo', ['bench', '--bench', 'reports', '--', folder, String(COUNT)], { quiet: true });
    const rows = [];
    for (const [kind, names] of Object.entries(KINDS)) rows.push(...await rowsOf(path.join(folder, kind), kind, names));
    return rows;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

async function rowsOf(folder, kind, [name, library]) {
  const files = readdirSync(folder).map((file) => path.join(folder, file));
  const cores = os.cpus().length;
  // The first run finds the files in the system's memory, for both sides.
  const few = await checked(files.slice(0, COUNT / 10));
  const all = await checked(files);
  const rate = COUNT / all.seconds;
  const theirs = await readByScript(kind, files.slice(0, READ_BY_SCRIPT));
  const memory = (peak) => (peak === null ? 'not told here' : `${Math.round(peak / 1024)} MB`);
  return [
    [`the command on ${COUNT} ${name} reports, ${cores} cores`, `${all.seconds.toFixed(1)} s, ${Math.round(rate / cores)} reports a second and core`, `${library}, the tables only: ${Math.round(theirs)} a second and core`, `${(rate / cores / theirs).toFixed(0)} × as many`],
    ['the same, peak memory', memory(all.peak), `with a tenth of the reports ${memory(few.peak)}`, '–'],
  ];
}

/** Seconds and peak memory (KB) of a check of some files. */
function checked(files) {
  const gouji = path.join(root, 'target', 'release', windows ? 'gouji.exe' : 'gouji');
  return new Promise((resolve, reject) => {
    // Into a file, as people keep it: to read a pipe would take of the cores that are measured.
    const file = path.join(path.dirname(path.dirname(files[0])), 'answers.ndjson');
    const answers = openSync(file, 'w');
    const start = performance.now();
    const child = spawn(gouji, ['check', '--files-from', '-', '--format', 'ndjson'], { stdio: ['pipe', answers, 'inherit'] });
    let peak = null;
    const look = setInterval(() => (peak = memoryOf(child.pid) ?? peak), LOOK_MS);
    child.on('error', reject);
    child.on('close', (code) => {
      clearInterval(look);
      const seconds = (performance.now() - start) / 1000;
      closeSync(answers);
      const lines = linesIn(file);
      // Every third report is wrong.
      if (code !== 1 || lines < files.length) reject(new Trouble(`the command ended with ${code} after ${lines} of ${files.length} reports`));
      else resolve({ seconds, peak });
    });
    child.stdin.end(files.join('\n'));
  });
}

function linesIn(file) {
  const bytes = readFileSync(file);
  let lines = 0;
  for (let at = bytes.indexOf(10); at !== -1; at = bytes.indexOf(10, at + 1)) lines += 1;
  return lines;
}

function memoryOf(id) {
  if (process.platform !== 'linux') return null;
  try {
    return Number(/VmHWM:\s+(\d+) kB/.exec(readFileSync(`/proc/${id}/status`, 'utf8'))?.[1] ?? 0) || null;
  } catch {
    return null;
  }
}

/** Reports a second. */
function readByScript(kind, files) {
  return new Promise((resolve, reject) => {
    const child = spawn(python, [path.join(root, 'benches/python/tables.py'), kind], { stdio: ['pipe', 'pipe', 'inherit'] });
    let said = '';
    child.stdout.on('data', (piece) => (said += piece));
    child.on('error', reject);
    child.on('close', () => {
      const [seconds, figures] = said.trim().split(' ').map(Number);
      // Tables 三 and 四 alone have 190 cells.
      if (figures > files.length * 150) resolve(files.length / seconds);
      else reject(new Trouble(`the script found ${figures} figures in ${files.length} ${kind} reports`));
    });
    child.stdin.end(files.join('\n'));
  });
}

async function setupPython() {
  const hash = hashOf([WANTED]);
  if (existsSync(python) && isDone('bench-python', hash)) return;
  const system = which('python3') ?? which('python');
  if (!system) throw new Trouble('Python 3 is missing: the command is measured beside scripts in it. Install it (with its module venv), or name the other parts: npm run bench -- engine many editors repairs.');
  say('installing what the scripts read with into .cache/bench-python (20 MB once)');
  rmSync(venv, { recursive: true, force: true });
  await run(system, ['-m', 'venv', venv]).catch(() => {
    throw new Trouble('Python cannot make an environment: install its module venv (on Debian: apt install python3-venv).');
  });
  await run(python, ['-m', 'pip', 'install', '--quiet', '--disable-pip-version-check', '--requirement', path.join(root, WANTED)]).catch(() => {
    throw new Trouble(`The packages of ${WANTED} could not be installed; that needs a network once. The other parts go without: npm run bench -- engine many editors repairs.`);
  });
  if (!(await ask(python, ['-c', 'import bs4, docx, lxml, openpyxl; print(1)']))) throw new Trouble(`The packages of ${WANTED} do not load.`);
  markDone('bench-python', hash);
}
