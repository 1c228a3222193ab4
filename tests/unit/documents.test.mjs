// The documents say what is there: the two READMEs are equal section by section, every command, file, link, limit and
// figure that they name exists.

import assert from 'node:assert/strict';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { test } from 'node:test';

import { root } from '../../scripts/run.mjs';

const read = (name) => readFileSync(path.join(root, name), 'utf8');
const READMES = ['README.md', 'README.zh-CN.md'];
const inside = (folder) => readdirSync(path.join(root, folder)).filter((name) => name.endsWith('.md')).map((name) => path.join(folder, name));
const DOCUMENTS = [...inside('.'), ...inside('docs')];

const FENCE = /^```(\w*)\n([\s\S]*?)^```/gm;
const LINK = /(!?)\[[^\]]*\]\(([^)\s]+)\)/g;
const prose = (text) => text.replace(FENCE, '');
const all = (text, pattern) => [...text.matchAll(pattern)];

test('the two READMEs have the same sections, blocks, pictures, links, commands and figures', () => {
  const shape = (name) => {
    const text = read(name);
    return {
      headings: all(prose(text), /^#+/gm).map(([level]) => level),
      blocks: all(text, FENCE).map(([block]) => block),
      links: all(prose(text), LINK).map(([, picture, target]) => picture + target).filter((target) => !target.startsWith('README')),
      rows: all(text, /^\|.*\|$/gm).map(([row]) => row.split('|').slice(2).join('|')).filter((row) => /\d/.test(row)),
      lists: all(prose(text), /^- /gm).length,
    };
  };
  const [english, chinese] = READMES.map(shape);
  assert.ok(english.headings.length > 5 && english.blocks.length > 3 && english.rows.length > 5);
  assert.deepEqual(chinese, english);
});

test('every link of the documents leads somewhere', () => {
  const broken = DOCUMENTS.flatMap((name) => all(prose(read(name)), LINK)
    .map(([, , target]) => target.split('#')[0])
    .filter((target) => target && !/^https?:/.test(target) && !existsSync(path.join(root, path.dirname(name), decodeURI(target))))
    .map((target) => `${name}: ${target}`));
  assert.deepEqual(broken, []);
});

test('every command and file that they name exists', () => {
  const { scripts } = JSON.parse(read('package.json'));
  // ID.md and NAME.ts stand for any.
  const has = (file) => /\/[A-Z]+\.\w+$/.test(file) || existsSync(path.join(root, file));
  const missing = DOCUMENTS.flatMap((name) => {
    const text = read(name);
    const commands = all(text, /\bnpm (?:run ([\w:-]+)|(start|test)\b)/g).map(([, run, own]) => run ?? own).filter((command) => !scripts[command]);
    const files = all(prose(text), /`((?:src|tests|docs|scripts|benches|examples|www|dist)\/[\w./-]*)`/g).map(([, file]) => file).filter((file) => !has(file));
    const suites = all(text, /(?<!node) --test (\w+)/g).map(([, suite]) => `tests/${suite}.rs`).filter((file) => !has(file));
    return [...commands, ...files, ...suites].map((what) => `${name}: ${what}`);
  });
  assert.deepEqual(missing, []);
});

test('every command line of gouji is one that it takes', () => {
  const help = read('tests/snapshots/help.txt');
  const source = readdirSync(path.join(root, 'src/command')).map((name) => read(`src/command/${name}`)).join('\n');
  const blocks = [...READMES, 'docs/command.md'].flatMap((name) => all(read(name), FENCE).map(([, , block]) => block));
  const lines = blocks.flatMap((block) => all(block, /^gouji (\w+)(.*)$/gm));
  assert.ok(lines.length > 10);
  for (const [line, command, rest] of lines) {
    assert.match(help, new RegExp(`^  ${command} `, 'm'), line);
    for (const [, option] of all(rest, / --([\w-]+)/g)) assert.match(help + source, new RegExp(`--${option}\\b|\\b${option.replace(/-/g, '_')}\\b`), line);
  }
});

test('limits, the number of rules and the figures are those of the code and of BENCHMARKS.md', () => {
  const rules = readdirSync(path.join(root, 'src/rules')).filter((name) => name.endsWith('.md')).length;
  const measured = read('BENCHMARKS.md');
  for (const name of READMES) {
    const text = read(name);
    assert.match(text, new RegExp(`^${rules} (rules|条规则)`, 'mi'), `${name}: there are ${rules} rules`);
    const limits = all(text, /\| ([\d,]+)( MB)? \| `(\w+)` in `([^`]+)` \|/g);
    assert.equal(limits.length, 6);
    for (const [row, number, unit, constant, file] of limits) {
      const value = number.replace(/,/g, '');
      const written = read(file).match(new RegExp(`\\b${constant}\\b[^=]*= ([^;]+);`))?.[1].replace(/_/g, '');
      assert.equal(written, unit ? `${value} << 20` : value, row);
    }
    const figures = all(text, /^\| .* \| ([\d.]+(?: \S+)?) \| `npm run bench -- \w+` \|$/gm);
    assert.ok(figures.length > 5);
    for (const [row, figure] of figures) assert.ok([' ', ','].some((end) => measured.includes(` ${figure}${end}`)), `${name}: BENCHMARKS.md says otherwise: ${row}`);
  }
});
