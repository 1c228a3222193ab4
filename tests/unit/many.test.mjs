// Many reports at once, without a browser: which files are checked, what comes out of an archive, the order of the list.

import assert from 'node:assert/strict';
import { before, describe, test } from 'node:test';
import { deflateRawSync } from 'node:zlib';

import { zip } from '../web/support/zip.mjs';
import { importTypeScript } from './support/typescript.mjs';

let filesOf, gather, MOST_REPORTS, sort, insert, filtered, countOf, wrongCells, csv, workbook, letter, letters, fileName, timeLeft;
before(async () => {
  ({ filesOf } = await importTypeScript('www/many/zip.ts'));
  ({ gather, MOST_REPORTS } = await importTypeScript('www/many/gather.ts'));
  ({ sort, insert, filtered, countOf, wrongCells } = await importTypeScript('www/many/list.ts'));
  ({ csv, workbook } = await importTypeScript('www/many/data.ts'));
  ({ letter, letters } = await importTypeScript('www/many/letters.ts'));
  ({ fileName } = await importTypeScript('www/many/save.ts'));
  ({ timeLeft } = await importTypeScript('www/many/words.ts'));
});

const textOf = async (file) => Buffer.from(await (await file.open()).arrayBuffer()).toString();
const kindOf = (promise) => promise.then(() => 'none', (error) => error.kind);

/** An archive with one file, whose fields can be told otherwise. */
function archive(name, content, { packed = deflateRawSync(content), method = 8, flags = 0, size = content.length, checksum = null } = {}) {
  const [bytes] = [zip({ x: content })];
  const label = Buffer.isBuffer(name) ? name : Buffer.from(name);
  const crc = checksum ?? bytes.readUInt32LE(14);
  const common = Buffer.alloc(26);
  [[20, 0], [flags, 2], [method, 4]].forEach(([value, at]) => common.writeUInt16LE(value, at));
  [[crc, 10], [packed.length, 14], [size, 18]].forEach(([value, at]) => common.writeUInt32LE(value, at));
  common.writeUInt16LE(label.length, 22);
  const local = Buffer.concat([Buffer.from('PK\x03\x04'), common, label, packed]);
  const central = Buffer.concat([Buffer.from('PK\x01\x02\x14\x00', 'latin1'), common, Buffer.alloc(14), label]);
  const end = Buffer.alloc(22);
  end.write('PK\x05\x06');
  end.writeUInt16LE(1, 8);
  end.writeUInt16LE(1, 10);
  end.writeUInt32LE(central.length, 12);
  end.writeUInt32LE(local.length, 16);
  return new Blob([local, central, end]);
}

describe('an archive', () => {
  test('gives its files one at a time, packed or not, folders left out', async () => {
    const files = await filesOf(new Blob([zip({ '乡镇/': '', '乡镇/甲.html': '甲的报告', '乙.txt': '乙的报告' })]), '全部.zip');
    assert.deepEqual(files.map(({ path }) => path), ['全部.zip/乡镇/甲.html', '全部.zip/乙.txt']);
    assert.equal(await textOf(files[0]), '甲的报告');
    const [packed] = await filesOf(archive('丙.html', Buffer.from('丙的报告'.repeat(999))), 'a.zip');
    assert.equal(await textOf(packed), '丙的报告'.repeat(999));
  });

  test('names of Chinese Windows come out right, and separators of either kind', async () => {
    // 商务局\年报.doc in GBK.
    const name = Buffer.from([0xc9, 0xcc, 0xce, 0xf1, 0xbe, 0xd6, 0x5c, 0xc4, 0xea, 0xb1, 0xa8, 0x2e, 0x64, 0x6f, 0x63]);
    const [file] = await filesOf(archive(name, Buffer.from('x')), 'a.zip');
    assert.equal(file.path, 'a.zip/商务局/年报.doc');
  });

  test('what cannot be had is told: locked, damaged, another checksum, packed in another way, too large', async () => {
    const content = Buffer.from('一份报告'.repeat(99));
    const openOf = async (options) => kindOf((await filesOf(archive('a.html', content, options), 'a.zip'))[0].open());
    assert.equal(await openOf({}), 'none');
    assert.equal(await openOf({ flags: 1 }), 'locked');
    assert.equal(await openOf({ checksum: 1 }), 'damaged');
    assert.equal(await openOf({ method: 12 }), 'damaged');
    assert.equal(await openOf({ packed: deflateRawSync(content).subarray(0, 9) }), 'damaged');
    assert.equal(await openOf({ packed: Buffer.from('no deflate at all') }), 'damaged');
    assert.equal(await openOf({ size: 1 << 30 }), 'too-large');
    assert.equal(await kindOf(filesOf(new Blob(['PK\x03\x04 cut off']), 'a.zip')), 'damaged');
  });

  test('a bomb is not unpacked: neither one that says how large it is nor one that does not', async () => {
    const packed = deflateRawSync(Buffer.alloc(48 << 20));
    const openOf = async (size) => kindOf((await filesOf(archive('a.html', Buffer.alloc(1), { packed, size }), 'a.zip'))[0].open());
    assert.equal(await openOf(48 << 20), 'too-large');
    assert.equal(await openOf(1000), 'damaged');
  });
});

describe('what is checked', () => {
  const file = (path, content = 'x') => Object.assign(new Blob([content]), { name: path.split('/').pop(), webkitRelativePath: path });
  const pathsOf = async (files) => {
    const gathered = await gather([], files);
    return gathered && [gathered.files.map(({ path }) => path), gathered.passed];
  };

  test('archives are opened, also those that offices sent inside of one; pictures and the folders of saved pages are not', async () => {
    const inner = zip({ '年报.docx': 'x', '图.png': 'x' });
    const deep = zip({ '里.zip': zip({ '再里.zip': zip({ 'a.html': 'x' }) }) });
    assert.deepEqual(await pathsOf([
      file('全市/甲局.zip', zip({ '甲局.html': 'x', '甲局_files/frame.html': 'x', '__MACOSX/._甲局.html': 'x' })),
      file('全市/乙局.zip', zip({ '乙局.zip': inner })),
      file('全市/丙局.zip', deep),
      file('全市/丁局.zip', 'no archive'),
      file('全市/封面.jpg'),
    ]), [['丁局.zip', '丙局.zip/里.zip/再里.zip', '乙局.zip/乙局.zip/年报.docx', '甲局.zip/甲局.html'], 4]);
  });

  test('too many are refused, not cut', async () => {
    const many = (count) => [file('a.zip', zip(Object.fromEntries(Array.from({ length: count }, (_, i) => [`${i}.txt`, 'x']))))];
    assert.equal((await pathsOf(many(MOST_REPORTS)))[0].length, MOST_REPORTS);
    assert.equal(await pathsOf(many(MOST_REPORTS + 1)), null);
  });
});

/** A line of the list. */
const row = (path, summary, trouble = null) => ({ file: { path }, trouble, summary: summary && { agency: null, year: null, errors: 0, warnings: 0, infos: 0, findings: [], wrong: [], troubles: [], why: null, words: null, ...summary } });
const words = (zh, en = zh) => ({ zh, en });

describe('the list', () => {
  const rows = () => [
    row('第10局.html', { level: 'pass', agency: '第10局', year: 2025 }),
    row('第2局.html', { level: 'error', agency: '第2局', year: 2024, errors: 12, findings: [{ what: { zh: '表三不符', en: 'Table 3 differs' } }], wrong: ['t3.new.total'] }),
    row('坏.pdf', null, { zh: '读不了', en: 'not read' }),
    row('第3局.html', { level: 'error', agency: '第3局', year: 2025, errors: 3, wrong: ['t3.new.total', 't3.total.total'] }),
  ];
  const order = (by, down) => {
    const all = rows();
    sort(all, by, down, 'zh');
    return all.map(({ file }) => file.path.replace(/\.\w+$/, ''));
  };

  test('is sorted as people count, with what is not known at the end', () => {
    assert.deepEqual(order('agency', false), ['第2局', '第3局', '第10局', '坏']);
    assert.deepEqual(order('agency', true), ['第10局', '第3局', '第2局', '坏']);
    assert.deepEqual(order('errors', true), ['第2局', '第3局', '第10局', '坏']);
    assert.deepEqual(order('standing', false), ['第2局', '第3局', '坏', '第10局']);
    assert.deepEqual(order('year', false), ['第2局', '第10局', '第3局', '坏'], 'equal ones stay as they are');
  });

  test('is in the order of the files, in whatever order the engines end', () => {
    const all = [];
    for (const place of [1, 3, 0, 2]) insert(all, { ...row(`${place}.html`, null), place });
    assert.deepEqual(all.map(({ place }) => place), [0, 1, 2, 3]);
  });

  test('is filtered by words, by verdict and by a cell, and counted', () => {
    const found = (filter) => filtered(rows(), { text: '', standing: null, cell: null, ...filter }).map(({ file }) => file.path);
    assert.deepEqual(found({ text: '  2025 局 ' }), ['第10局.html', '第3局.html']);
    assert.deepEqual(found({ text: 'DIFFERS' }), ['第2局.html']);
    assert.deepEqual(found({ standing: 'unread' }), ['坏.pdf']);
    assert.deepEqual(found({ cell: 't3.total.total', standing: 'error' }), ['第3局.html']);
    assert.deepEqual(countOf(rows()), { error: 2, unread: 1, unknown: 0, warning: 0, pass: 1 });
    assert.deepEqual([...wrongCells(rows())], [['t3.new.total', 2], ['t3.total.total', 1]]);
  });
});

describe('what is taken away', () => {
  const finding = (severity, what) => ({ severity, rule: 'sum-row', what: words(what, 'differs'), how: words('对照台账改正', 'mend it') });
  const wrong = row('甲局.html', { level: 'error', agency: '甲局', year: 2025, errors: 2, infos: 1, words: words('有 2 处错误'), findings: [finding('error', '总计不符'), finding('info', '写法')] });
  const hostile = row('=cmd|" /C calc"!A0.html', { level: 'pass', agency: '+甲\u0001局\ud800', year: 2024, findings: [] });
  const unread = row('坏.pdf', null, words('扫描件', 'a scan'));

  test('CSV: the mark of Excel, quotes, and nothing that is taken for a formula', () => {
    const lines = csv([wrong, hostile, unread], 'zh').split('\r\n');
    assert.equal(lines[0], '\ufeff结论,文件,机关,年度,错误,警告,提示,最要紧的一处');
    assert.equal(lines[1], '有错误,甲局.html,甲局,2025,2,0,1,总计不符');
    assert.ok(lines[2].startsWith(`可以发布,"'=cmd|"" /C calc""!A0.html",'+甲`), lines[2]);
    assert.equal(lines[3], '读不了,坏.pdf,,,,,,扫描件');
    for (const start of ['=', '+', '-', '@', '\t=', ' =', '＝', '＠']) assert.match(csv([row(`${start}1`, null, words('x'))], 'zh'), new RegExp(`读不了,"?'`), start);
  });

  test('a workbook: two sheets, numbers as numbers, texts as texts', async () => {
    const files = Object.fromEntries(await Promise.all((await filesOf(new Blob([workbook([wrong, hostile, unread], 'en')]), '')).map(async (file) => [file.path.slice(1), await textOf(file)])));
    assert.match(files['xl/workbook.xml'], /name="Reports".*name="Findings"/s);
    const sheet = files['xl/worksheets/sheet1.xml'];
    assert.match(sheet, /<c r="D2"[^>]*><v>2025<\/v><\/c>/);
    assert.doesNotMatch(Object.values(files).join(''), /<f>|[\u0001\ud800]/);
    const texts = Object.values(files).join('');
    assert.match(texts, /=cmd\|(&quot;|") \/C calc/);
    assert.match(texts, />differs</);
    assert.match(texts, />a scan</);
  });

  test('a text for each office that has something to mend, in plain words, under its own name', async () => {
    const text = letter(wrong, 'zh');
    assert.equal(text.replace(/\r\n/g, '\n'), '\ufeff' + `甲局：

你单位报送的 2025 年政府信息公开工作年度报告（甲局.html）已核对，意见如下：

有 2 处错误

1. 错误：总计不符
   怎么改：对照台账改正

另有 1 处没有列出，请打开这份报告查看。

请对照原始台账核对后修改，再报送一次。以上由勾稽程序自动核对，以《条例》和国务院办公厅印发的格式为准；确有特殊情况的，请说明理由。
`);
    assert.match(letter(wrong, 'en'), /甲局：.*To 甲局:.*1\. Error: differs/s);
    assert.match(letter(unread, 'zh'), /坏\.pdf：.*扫描件/s);
    const files = await filesOf(new Blob([letters([wrong, hostile, unread, wrong, row('a/b:c.html', null, words('x'))], 'zh')]), '');
    assert.deepEqual(files.map(({ path }) => path), ['/甲局.txt', '/坏.pdf.txt', '/甲局 (2).txt', '/a b c.html.txt']);
    assert.equal(await textOf(files[0]), text);
  });

  test('names that every system takes', () => {
    assert.equal(fileName('../../etc/passwd'), '.. .. etc passwd');
    assert.equal(fileName('a\u202egnp.exe\u0000. '), 'a gnp.exe');
    assert.equal(fileName('///'), '-');
    assert.equal(Array.from(fileName('𠀀'.repeat(99))).length, 60);
  });

  test('the time that is left is told as people say it', () => {
    assert.deepEqual([4, 12, 59, 61, 150].map((seconds) => timeLeft(seconds).zh), ['马上就好', '还需约 20 秒', '还需约 60 秒', '还需约 2 分钟', '还需约 3 分钟']);
  });
});
