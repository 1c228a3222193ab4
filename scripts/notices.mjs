// The notices that the licences of others ask for, as one text: each licence once, with whose it is, from the files that
// the packages themselves bring.

import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import path from 'node:path';

import { ask, Trouble } from './run.mjs';

const NOTICE = /^(?:licen[cs]e|copying|copyright|notice|unlicense)/i;
/** Where MIT may be chosen these need not come along; a copyright that is not MIT's stands in a file of another name. */
const OTHER_CHOICE = /apache|unlicense|copying|zlib|0bsd|boost|cc0|mit0/i;
/** Folders in a package, below each other, in which a notice may stand beside code of somebody else's. */
const DEEPEST = 3;
const MUSL = 'Copyright © 2005-2020 Rich Felker, et al.';
/** Parts of the standard library for systems for which nothing is published. */
const ELSEWHERE = /windows|efi|sgx|hermit|moto|vex|wasi|wit-bindgen/;
const RULE = '-'.repeat(80);

/** The notices of what `shipped` found, and our own. */
export async function noticesOf({ own, parts: others }) {
  const parts = [own, ...others];
  const texts = (await Promise.all(parts.map(async (part) => (await textsOf(part)).map((text) => ({ part, text }))))).flat();
  const [mit] = texts.filter(({ text }) => /^MIT License/.test(text)).map(({ text }) => bodyOf(text));
  if (parts.some(({ name }) => name === 'musl')) texts.push({ part: parts.find(({ name }) => name === 'musl'), text: `${MUSL}\n\n${mit}` });
  const groups = new Map();
  for (const { part, text } of texts) {
    const body = bodyOf(text);
    const group = groups.get(keyOf(body)) ?? { body, names: new Set(), holders: new Set() };
    group.names.add(`${part.name} ${part.version}`);
    for (const line of holdersOf(text)) group.holders.add(line);
    groups.set(keyOf(body), group);
  }
  const list = parts.map(({ name, version, license }) => `${name} ${version}: ${license}`);
  const sections = [...groups.values()].map(({ names, holders, body }) => [[...names].join(', '), [...holders].sort().join('\n'), body].filter(Boolean).join('\n\n'));
  return `${[`What gouji is made of, and its licences\n\n${list.join('\n')}`, ...sections.sort()].join(`\n\n${RULE}\n\n`)}\n`;
}

async function textsOf(part) {
  if (part.name === 'musl') return [];
  if (part.kind === 'toolchain') return standardLibrary();
  const files = noticeFiles(part.folder, part.name === 'gouji' ? 0 : DEEPEST);
  const isMit = /\bMIT\b(?!-)/.test(part.license) && files.some((file) => /permission is hereby granted, free of charge/i.test(readFileSync(file, 'utf8')));
  const needed = files.filter((file) => !isMit || !OTHER_CHOICE.test(path.basename(file)));
  if (needed.length === 0) throw new Trouble(`${part.name} ${part.version} brings no text of its licence`);
  return needed.map((file) => clean(readFileSync(file, 'utf8')));
}

function noticeFiles(folder, depth) {
  const names = readdirSync(folder).filter((name) => name !== 'node_modules').sort();
  return names.map((name) => path.join(folder, name)).flatMap((file) => {
    if (statSync(file).isDirectory()) return depth > 0 ? noticeFiles(file, depth - 1) : [];
    return NOTICE.test(path.basename(file)) && !/\.rs$/.test(file) ? [file] : [];
  });
}

/** What Rust says of its standard library and of what that is made of. */
async function standardLibrary() {
  const file = path.join(await ask('rustc', ['--print', 'sysroot']) ?? '', 'share', 'doc', 'rust', 'COPYRIGHT-library.html');
  if (!existsSync(file)) throw new Trouble(`this Rust brings no notices of its standard library (${file}); rustup's does`);
  const html = readFileSync(file, 'utf8');
  const own = html.slice(html.indexOf('<h2 id="longer-version">'), html.indexOf('<h2 id="out-of-tree-dependencies">'));
  const linked = html.split('<h3>').slice(1).filter((section) => !ELSEWHERE.test(section.slice(0, section.indexOf('<'))));
  const texts = linked.flatMap((section) => [...section.matchAll(/<pre>([^]*?)<\/pre>/g)].map(([, text]) => text));
  return [own.replace(/<[^>]*>/g, '').replace(/\n\s*\n(\s*\n)+/g, '\n\n'), ...texts].map(plain).map(clean)
    .filter((text) => !/Apache License|Unlicense|unencumbered/i.test(text.slice(0, 400)) || text.startsWith('Longer'));
}

const plain = (html) => html.replace(/&#x([\da-f]+);/gi, (_, hex) => String.fromCodePoint(parseInt(hex, 16))).replace(/&#(\d+);/g, (_, code) => String.fromCodePoint(code))
  .replace(/&lt;/g, '<').replace(/&gt;/g, '>').replace(/&quot;/g, '"').replace(/&amp;/g, '&');
/** Without what would end a comment of a page in which it stands. */
const clean = (text) => text.replace(/\r/g, '').replace(/^\uFEFF/, '').replace(/[ \t]+$/gm, '').replace(/--+>/g, '->').trim();
const isHolder = (line) => /^\s*(?:copyright\s|©|\(c\) \d)/i.test(line) && !/copyright (?:notice|holder|owner|license)/i.test(line);
const holdersOf = (text) => text.split('\n').filter(isHolder).map((line) => line.trim());
const bodyOf = (text) => text.split('\n').filter((line) => !isHolder(line)).join('\n').replace(/^(?:(?:the )?MIT license(?: \(MIT\))?|#.*)\s*$/gim, '').replace(/\n{3,}/g, '\n\n').trim();
const keyOf = (body) => body.toLowerCase().replace(/[^a-z]+/g, '');
