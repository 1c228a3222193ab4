// Which files of a folder are read for the sum over an area, in which order, and where it stops.

import assert from 'node:assert/strict';
import { before, test } from 'node:test';

import { importTypeScript } from './support/typescript.mjs';

let fromInput;
let fromDrop;
let MOST_FILES;
before(async () => ({ fromInput, fromDrop, MOST_FILES } = await importTypeScript('www/area/files.ts')));

const file = (path) => ({ name: path.split('/').pop(), webkitRelativePath: path });
const paths = (found) => found && found.map(({ path }) => path);

test('a chosen folder is read in order, without what programs leave in it', () => {
  const chosen = ['年报/b.docx', '年报/乡镇/~$a.docx', '年报/a.pdf', '年报/.git/x', '年报/Thumbs.db', '年报/gouji.toml'].map(file);
  assert.deepEqual(paths(fromInput(chosen)), ['年报/a.pdf', '年报/b.docx']);
  assert.deepEqual(paths(fromInput([{ name: '单个.txt', webkitRelativePath: '' }])), ['单个.txt']);
});

test('too many files are refused, not cut', () => {
  const files = (count) => Array.from({ length: count }, (_, i) => file(`年报/${i}.txt`));
  assert.equal(fromInput(files(MOST_FILES)).length, MOST_FILES);
  assert.equal(fromInput(files(MOST_FILES + 1)), null);
});

/** Entries as a browser hands them over: a folder tells its own a few at a time. */
const entry = (name, inside, path = `/${name}`) => ({
  name, fullPath: path, isDirectory: inside !== undefined,
  file: (resolve) => resolve(file(path)),
  createReader() {
    const left = [...inside];
    return { readEntries: (resolve) => resolve(left.splice(0, 2).map(([name, below]) => entry(name, below, `${path}/${name}`))) };
  },
});
const drop = (...entries) => fromDrop({ items: entries.map((one) => ({ webkitGetAsEntry: () => one })), files: [] });

test('a dropped folder is walked to its end', async () => {
  const folder = entry('年报', [['c.txt'], ['a.txt'], ['乡镇', [['b.txt'], ['~$b.txt']]], ['.hidden', [['x.txt']]], ['d.txt']]);
  assert.deepEqual(paths(await drop(folder)), ['年报/a.txt', '年报/c.txt', '年报/d.txt', '年报/乡镇/b.txt']);
});

test('folders inside each other end somewhere', async () => {
  const deep = (depth) => (depth ? [['下级', deep(depth - 1)]] : [['a.txt']]);
  assert.equal((await drop(entry('年报', deep(5)))).length, 1);
  assert.equal(await drop(entry('年报', deep(40))), null);
});
