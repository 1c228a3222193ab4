// npm run fuzz -- [target] [seconds]: libFuzzer on one target, or on each in turn. Sets up cargo-fuzz the first time.
// What it finds is written to fuzz/crashes/TARGET/, where the tests take it up.

import { mkdirSync, readFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';

import { ask, main, root, run, say, Trouble } from './run.mjs';

const home = path.join(root, 'target', 'fuzz');
const SECONDS = 60;
// For what never ends: a target itself says which input is slow, and tests/hostile.rs measures with more care.
const LIMITS = ['-max_len=200000', '-timeout=60', '-rss_limit_mb=2048'];
// Without a sanitizer, which only a nightly compiler has: the crate has no unsafe code of its own for it to look at.
const BUILD = ['--fuzz-dir', 'fuzz', '--target-dir', home, '--sanitizer', 'none'];

const targets = () => [...readFileSync(path.join(root, 'fuzz/Cargo.toml'), 'utf8').matchAll(/^\[\[bin\]\]\nname = "(.+)"/gm)].map((found) => found[1]);

async function setupCargoFuzz() {
  if (await ask('cargo', ['fuzz', '--version'])) return {};
  const tools = path.join(process.env.XDG_CACHE_HOME || path.join(os.homedir(), '.cache'), 'gouji', 'cargo-fuzz');
  const env = { PATH: `${path.join(tools, 'bin')}${path.delimiter}${process.env.PATH}` };
  if (await ask('cargo', ['fuzz', '--version'], { env })) return env;
  say('installing cargo-fuzz (once, a minute or two)');
  const install = ['install', '--locked', 'cargo-fuzz', '--root', tools];
  await run('cargo', install).catch((error) => {
    throw new Trouble(`cargo-fuzz could not be installed: ${error.message}. By hand: cargo ${install.join(' ')}`);
  });
  return env;
}

/** Runs a target over its corpus, its seeds and what was once wrong; whether it stood all of it. */
async function stands(target, seconds, env) {
  say(`${target}: ${seconds} s`);
  const [corpus, seeds, crashes] = [path.join(home, 'corpus', target), path.join(home, 'seeds', target), path.join(root, 'fuzz', 'crashes', target)];
  for (const folder of [corpus, seeds, crashes]) mkdirSync(folder, { recursive: true });
  const own = [`-max_total_time=${seconds}`, `-artifact_prefix=${crashes}${path.sep}`, `-dict=${path.join(home, 'seeds', 'words.dict')}`];
  const args = ['fuzz', 'run', ...BUILD, target, corpus, seeds, '--', ...LIMITS, ...own, '-print_final_stats=1'];
  return run('cargo', args, { env: { ...env, SEEDS: seeds } }).then(() => true, () => false);
}

main(import.meta, async () => {
  const [one, two] = process.argv.slice(2);
  const seconds = Number((/^\d+$/.test(one ?? '') ? one : two) ?? SECONDS);
  const named = /^\d+$/.test(one ?? '') ? undefined : one;
  const all = targets();
  if (named && !all.includes(named)) throw new Trouble(`no target "${named}"; there are: ${all.join(', ')}`);
  if (!(seconds > 0)) throw new Trouble(`"${two}" is no number of seconds`);
  if (process.platform === 'win32') throw new Trouble('cargo-fuzz needs Linux or macOS. The short run of every target is everywhere: cargo test --test fuzz');
  const env = await setupCargoFuzz();
  const fallen = [];
  for (const target of named ? [named] : all) if (!(await stands(target, seconds, env))) fallen.push(target);
  if (fallen.length > 0) throw new Trouble(`does not build or stand an input: ${fallen.join(', ')}. See above and fuzz/crashes/TARGET/. Mend it, give the file a telling name and keep it; npm test runs it from now on.`);
});
