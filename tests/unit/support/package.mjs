// The package as a stranger gets it: packed, and installed without a network in an empty folder outside of the project.

import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';

import { cache, root, run } from '../../../scripts/run.mjs';

/** Packs what has been built; gives the path of the archive. */
export async function pack() {
  const folder = path.join(cache, 'package');
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  // The build is done by whoever runs the tests.
  await run('npm', ['pack', '--ignore-scripts', '--pack-destination', folder], { quiet: true });
  return path.join(folder, readdirSync(folder)[0]);
}

/** A fresh folder in which the archive is installed. `remove` takes it away. */
export async function install(archive) {
  const folder = mkdtempSync(path.join(tmpdir(), 'gouji-host-'));
  // Without one npm would install into whatever folder above has a package.
  writeFileSync(path.join(folder, 'package.json'), '{"private":true}');
  await run('npm', ['install', archive, '--offline', '--no-audit', '--no-fund'], { cwd: folder, quiet: true });
  return {
    folder,
    put: (name, text) => writeFileSync(path.join(folder, name), text),
    remove: () => rmSync(folder, { recursive: true, force: true }),
  };
}

/** The first block in this language of the page that tells how to embed. */
export function documented(language) {
  const page = readFileSync(path.join(root, 'docs/embed.md'), 'utf8');
  return page.match(new RegExp(`\`\`\`${language}\\n([\\s\\S]*?)\`\`\``))[1];
}
