// npm run test:spark: the job of examples/spark on some thousand made reports, in Spark's local mode, against the command
// on this machine. Sets up Python packages of its own the first time; after that it needs no network.

import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';

import { ask, main, root, run, say, Trouble, which } from './run.mjs';

const home = path.join(root, 'target', 'spark');
const example = path.join(root, 'examples', 'spark');
const windows = process.platform === 'win32';
const python = path.join(home, 'venv', windows ? 'Scripts/python.exe' : 'bin/python');

async function setupPackages() {
  const wanted = readFileSync(path.join(example, 'requirements.txt'), 'utf8');
  const stamp = path.join(home, 'installed');
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === wanted && (await ask(python, ['-c', 'import pyspark; print(1)']))) return;
  const system = which('python3') ?? which('python');
  if (!system) throw new Trouble('Python 3 is missing. Install it (with its module venv), then run this again.');
  say('installing PySpark into target/spark (450 MB once, some minutes)');
  rmSync(home, { recursive: true, force: true });
  mkdirSync(home, { recursive: true });
  await run(system, ['-m', 'venv', path.join(home, 'venv')]).catch(() => {
    throw new Trouble('Python cannot make an environment: install its module venv (on Debian: apt install python3-venv).');
  });
  await run(python, ['-m', 'pip', 'install', '--disable-pip-version-check', '--requirement', path.join(example, 'requirements.txt')]);
  writeFileSync(stamp, wanted);
}

/** Spark 4 runs on Java 17 or later; `java -version` writes on standard error, so the property is asked for. */
async function assertJava() {
  const java = process.env.JAVA_HOME ? path.join(process.env.JAVA_HOME, 'bin', 'java') : which('java');
  const settings = java && (await ask(windows ? 'cmd' : 'sh', [windows ? '/c' : '-c', `"${java}" -XshowSettings:properties -version 2>&1`]));
  const version = Number(/java\.specification\.version = (\d+)/.exec(settings ?? '')?.[1] ?? 0);
  if (version < 17) throw new Trouble(`Spark needs Java 17 or later; ${version ? `here is ${version}` : 'there is none'}. Install one, or name it with JAVA_HOME.`);
}

main(import.meta, async () => {
  await assertJava();
  await setupPackages();
  say('building the command');
  await run('cargo', ['build', '--release', '--locked', '--bin', 'gouji']);
  say('checking made reports with Spark and without');
  const gouji = path.join(root, 'target', 'release', windows ? 'gouji.exe' : 'gouji');
  await run(python, [path.join(example, 'test_job.py'), gouji, ...process.argv.slice(2)], { env: { PYSPARK_PYTHON: python } });
});
