// npm test: every check there is, the quick ones first, stopping at the first that fails. `npm test -- clippy web`
// runs only the steps named.

import { readdirSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';

import { build } from './build.mjs';
import { main, root, run, say, Trouble } from './run.mjs';
import { browserPath, officePath } from './browser.mjs';
import { setupBrowsers, setupPrograms, setupRust } from './setup.mjs';
import { buildWasm } from './wasm.mjs';

const count = { passed: 0, failed: 0 };

// What each runner says at its end: cargo test, then node's (as text and as TAP).
const CLOSING = [/^test result: \w+\. (\d+) passed; (\d+) failed/, /^(?:#|ℹ) (pass|fail|cancelled) (\d+)/];

// What node says of a test that failed, and how many files with one may be run once more.
const FALLEN = /^test at (tests\S+?\.test\.mjs):/;
const AGAIN = 2;

const STEPS = [
  ['fmt', 'formatting', () => cargo('fmt', '--check')],
  ['clippy', 'clippy', () => cargo('clippy', '--all-targets', '--test', 'hostile', '--test', 'fuzz', '--test', 'solver', '--', '-D', 'warnings')],
  ['native', 'Rust tests', () => cargo('test')],
  ['hostile', 'hostile documents', () => cargo('test', '--test', 'hostile', '--test', 'fuzz')],
  ['solver', 'repairs against an exact solver', () => cargo('test', '--test', 'solver')],
  ['programs', 'documents saved by other programs', async () => {
    await setupPrograms();
    await cargo('clippy', '--test', 'programs', '--', '-D', 'warnings');
    const env = { GOUJI_CHROMIUM: await browserPath(), GOUJI_SOFFICE: officePath() };
    await run('cargo', ['test', '--test', 'programs'], { watch: countTests(), env });
  }],
  ['wasm', 'engine: build, clippy, validation', async () => {
    await buildWasm();
    await cargo('clippy', '--lib', '--target', 'wasm32-unknown-unknown', '--', '-D', 'warnings');
    await cargo('clippy', '--test', 'wasm', '--', '-D', 'warnings');
    await cargo('test', '--test', 'wasm');
  }],
  ['types', 'TypeScript', async () => {
    await buildWasm();
    await run(process.execPath, [path.join(root, 'node_modules/typescript/bin/tsc'), '-p', root]);
  }],
  ['page', 'page: build', build],
  ['unit', 'unit tests in node', () => nodeTests(testsIn('tests/unit'))],
  ['web', 'browser tests', async () => {
    await build();
    await setupBrowsers();
    await browserTests(testsIn('tests/web'));
  }],
];

function cargo(...args) {
  return run('cargo', args, { watch: args[0] === 'test' ? countTests() : undefined });
}

function testsIn(folder) {
  const files = readdirSync(path.join(root, folder)).filter((name) => name.endsWith('.test.mjs')).sort();
  if (files.length === 0) throw new Trouble(`no test in ${folder}`);
  return files.map((name) => path.join(folder, name));
}

// A browser waits as much as it works: a file for each processor, where node would leave one free.
async function nodeTests(files, { watch = countTests(), atOnce = os.availableParallelism() } = {}) {
  await run(process.execPath, ['--test', '--test-reporter=spec', `--test-concurrency=${atOnce}`, ...files], { watch });
}

/** Files with a fault are run once more, alone: browsers that starve each other are no fault of the page. It is said which. */
async function browserTests(files) {
  const before = count.failed;
  const fallen = [];
  const watch = byLine((line) => {
    countLine(line);
    const file = line.match(FALLEN)?.[1];
    if (file) fallen.push(file);
  });
  try {
    await nodeTests(files, { watch });
  } catch (error) {
    const again = [...new Set(fallen)];
    const failed = count.failed - before;
    // Only if it is known of each test where it stands.
    if (failed === 0 || fallen.length !== failed || again.length > AGAIN) throw error;
    say(`once more, alone: ${again.join(', ')}`);
    await nodeTests(again, { watch: () => {}, atOnce: 1 });
    count.failed = before;
    count.passed += failed;
    say(`NOT STEADY: failed beside others and passed alone, ${failed} in ${again.join(', ')}`);
  }
}

/** Adds up the closing lines of the runners as they pass by. */
const countTests = () => byLine(countLine);

function countLine(line) {
  const cargo = line.match(CLOSING[0]);
  if (cargo) {
    count.passed += Number(cargo[1]);
    count.failed += Number(cargo[2]);
  }
  const node = line.match(CLOSING[1]);
  if (node) count[node[1] === 'pass' ? 'passed' : 'failed'] += Number(node[2]);
}

/** Output comes in pieces that end anywhere. */
function byLine(take) {
  let rest = '';
  return (piece) => {
    const lines = (rest + piece).split('\n');
    rest = lines.pop();
    lines.forEach(take);
  };
}

main(import.meta, async () => {
  const names = process.argv.slice(2);
  const unknown = names.find((name) => !STEPS.some(([step]) => step === name));
  if (unknown) throw new Trouble(`no step "${unknown}"; there are: ${STEPS.map(([step]) => step).join(', ')}`);
  const steps = STEPS.filter(([step]) => names.length === 0 || names.includes(step));

  await setupRust();
  const times = [];
  let failure;
  for (const [step, title, action] of steps) {
    say(title);
    const start = Date.now();
    try {
      await action();
    } catch (error) {
      failure = error;
      count.failed ||= 1; // a step without tests, or one that ended before it could count
    }
    const seconds = ((Date.now() - start) / 1000).toFixed(1).padStart(7);
    times.push(`  ${failure ? '✗' : '✓'} ${step.padEnd(8)}${seconds} s  ${title}`);
    if (failure) break;
  }
  console.log(`\n${times.join('\n')}\n`);
  if (count.passed + count.failed > 0) console.log(`${count.passed} passed, ${count.failed} failed`);
  if (failure) throw failure;
});
