// What the list of many reports says, and what it writes into the files that people take away.

import type { Words } from '../types';
import type { Column, Standing } from './list';

const words = (zh: string, en: string): Words => ({ zh, en });
const reports = (count: number): string => (count === 1 ? '1 report' : `${count} reports`);

export const TITLE = words('多份报告一起核对', 'Check many reports at once');
export const HOW = words(
  '选择或拖入一个文件夹、一个 ZIP 压缩包或多个文件，最多 5000 份。文件只在本机读取，不上传；列表里只留结果，打开某一份时再重新读它。',
  'Choose or drop a folder, a ZIP archive or several files, up to 5,000 reports. They are read on this computer and never uploaded; the list keeps results only, and a report is read again when you open it.',
);
export const CHOOSE_FOLDER = words('选择文件夹', 'Choose a folder');
export const CHOOSE_FILES = words('选择多个文件或 ZIP', 'Choose files or a ZIP');
export const CLOSE_LIST = words('关闭列表', 'Close the list');
export const REPLACE_LIST = words('换一批会丢弃现在的列表。确定要换吗？', 'Other reports discard this list. Go on?');
export const LOSE_LIST = words('关闭后列表不再保留，需要时请先导出。确定要关闭吗？', 'The list is not kept when it is closed; export it first if you need it. Close it?');

export const LOOKING = words('正在查看有哪些文件……', 'Looking what files there are…');
export const LOADING = words('正在载入读取各种文件的模块……', 'Loading the module that reads every kind of file…');
export const CANCEL = words('停止', 'Stop');
export const PROGRESS = words('进度', 'Progress');
export const NO_FILES = words('里面没有可以核对的文件。', 'There is no file in it that could be checked.');
export const tooMany = (limit: number): Words =>
  words(`文件多于 ${limit} 个，或文件夹层数太多。请分成几批。`, `There are more than ${limit} files, or too many folders inside each other. Take them in several parts.`);
export const passed = (count: number): Words =>
  words(`另有 ${count} 个图片等非文档文件，没有读取。`, count === 1 ? '1 file that is no document (as a picture) was not read.' : `${count} files that are no documents (as pictures) were not read.`);
export const checking = (done: number, all: number): Words => words(`正在核对，已完成 ${done}/${all}`, `Checking, ${done} of ${all} done`);
export const finished = (count: number): Words => words(`核对完成，共 ${count} 份`, `Done: ${reports(count)}`);
export const stopped = (done: number, all: number): Words =>
  words(`已停止：核对了 ${done} 份，还有 ${all - done} 份没有核对`, `Stopped: ${done} checked, ${all - done} not`);

/** Seconds are told as people say them. */
export function timeLeft(seconds: number): Words {
  if (seconds < 10) return words('马上就好', 'nearly done');
  if (seconds < 60) return words(`还需约 ${Math.ceil(seconds / 10) * 10} 秒`, `about ${Math.ceil(seconds / 10) * 10} seconds left`);
  const minutes = Math.ceil(seconds / 60);
  return words(`还需约 ${minutes} 分钟`, minutes === 1 ? 'about 1 minute left' : `about ${minutes} minutes left`);
}

export const STANDING: Record<Standing, Words> = {
  error: words('有错误', 'Errors'),
  unread: words('读不了', 'Not read'),
  unknown: words('无法判断', 'Cannot tell'),
  warning: words('需要核对', 'To check'),
  pass: words('可以发布', 'Ready'),
};
export const SIGN: Record<Standing, string> = { error: '✕', unread: '–', unknown: '?', warning: '!', pass: '✓' };

export const COLUMN: Record<Column, Words> = {
  standing: words('结论', 'Verdict'),
  file: words('文件', 'File'),
  agency: words('机关', 'Organ'),
  year: words('年度', 'Year'),
  errors: words('错误', 'Errors'),
  warnings: words('警告', 'Warnings'),
  infos: words('提示', 'Notes'),
  worst: words('最要紧的一处', 'First thing to look at'),
};

export const TABLE = words('报告列表', 'The reports');
export const COUNTS = words('按结论筛选', 'Filter by verdict');
export const FILTER = words('筛选文件、机关、年度或问题', 'Filter by file, organ, year or fault');
export const shown = (shown: number, all: number): Words =>
  shown === all ? words(`共 ${all} 份`, reports(all)) : words(`显示 ${shown} 份，共 ${all} 份`, `${shown} of ${reports(all)} shown`);
export const ALL_AGAIN = words('显示全部', 'Show all');
export const NONE_SHOWN = words('没有符合筛选条件的报告。', 'No report matches the filter.');
export const more = (count: number): Words => words(`再显示 ${count} 份`, `Show ${count} more`);
export const stale = (count: number): Words =>
  words(`后来的 ${count} 份排在最后，再点列标题可一起排序。`, `${count} that came later stand at the end; press the head again to sort them in.`);
export const NO_AGENCY = words('（没有读到）', '(not read)');

export const BACK = words('返回列表', 'Back to the list');
export const PREVIOUS = words('上一份', 'Previous');
export const NEXT = words('下一份', 'Next');
export const place = (at: number, all: number): Words => words(`列表中第 ${at} 份，共 ${all} 份`, `Number ${at} of ${all} in the list`);
export const cannotOpen = (name: string, why: Words): Words => words(`「${name}」打不开：${why.zh}`, `“${name}” could not be opened: ${why.en}`);

export const TOO_LARGE = words('文件超过 64 MB，不像是一份年度报告。', 'The file is larger than 64 MB and hardly a report.');
export const NOT_OPENED = words('文件打不开，可能正被其他程序占用，或已被移动、改动。', 'The file could not be opened: another program may hold it, or it was moved or changed.');
export const KILLED = words(
  '读这个文件时核对程序意外终止，已自动重启并继续核对其余文件。请另存为 .docx 后单独核对它，或只复制三张表粘贴。',
  'The engine ended while it read this file; it was started again and went on with the rest. Save the file as .docx and check it by itself, or copy and paste its three tables.',
);
export const TOO_SLOW = words(
  '这个文件读了太久，已放弃并继续核对其余文件。请另存为 .docx 后单独核对它，或只复制三张表粘贴。',
  'This file took too long and was given up; the rest went on. Save it as .docx and check it by itself, or copy and paste its three tables.',
);
export const ZIP_TROUBLE: Record<'damaged' | 'locked' | 'too-large', Words> = {
  damaged: words('压缩包里的这个文件不完整或已损坏。请重新打包或解压后再放进来。', 'This file of the archive is incomplete or damaged. Pack it anew, or unpack it first.'),
  locked: words('压缩包设了密码。请先用密码解压。', 'The archive is locked with a password. Unpack it with the password first.'),
  'too-large': words('解压后超过 64 MB，不像是一份年度报告。', 'Unpacked it is larger than 64 MB and hardly a report.'),
};

export const EXPORTS = words('导出', 'Export');
export const EXPORT_CSV = words('CSV 表', 'CSV');
export const EXPORT_XLSX = words('Excel 表', 'Excel');
export const EXPORT_LETTERS = words('退回意见（每家一份）', 'Texts to send back');
export const EXPORT_SHEETS = words('校验单（每份一张）', 'Check sheets');
export const exported = (count: number): Words => words(`导出的是列表中显示的 ${count} 份`, `What is exported are the ${reports(count)} shown`);
export const NO_LETTERS = words('显示的报告里没有需要退回的。', 'None of the reports shown has to go back.');
export const FILE_NAME = words('年报核对', 'reports');
export const LETTERS_NAME = words('退回意见', 'texts-to-send-back');
export const SHEETS_NAME = words('校验单', 'check-sheets');
export const NO_SHEET_NAME = words('没有校验单的文件', 'files-without-a-sheet');
export const makingSheets = (done: number, all: number): Words => words(`正在生成校验单，已完成 ${done}/${all}`, `Making check sheets, ${done} of ${all} done`);
export const sheetsMade = (count: number): Words => words(`已导出 ${count} 份报告的校验单`, `The check sheets of ${reports(count)} were exported`);
export const SHEETS_STOPPED = words('已停止，没有导出校验单', 'Stopped; no check sheets were exported');
export const SHEET_REPORTS = words('报告', 'Reports');
export const SHEET_FINDINGS = words('问题', 'Findings');
export const SEVERITY = words('程度', 'Severity');
export const RULE = words('规则', 'Rule');
export const WHAT = words('问题', 'What is wrong');
export const HOW_TO = words('怎么改', 'What to do');
export const COLON = words('：', ': ');
export const moreFindings = (count: number): Words =>
  words(`另有 ${count} 处没有列出，请打开这份报告查看。`, `${count} more are not listed here; open the report to see them.`);

export const letterTo = (name: string): Words => words(`${name}：`, `To ${name}:`);
export const letterAbout = (file: string, year: number | null): Words =>
  words(
    `你单位报送的${year ? ` ${year} 年` : ''}政府信息公开工作年度报告（${file}）已核对，意见如下：`,
    `Your annual report on government information disclosure${year ? ` for ${year}` : ''} (${file}) was checked:`,
  );
export const LETTER_END = words(
  '请对照原始台账核对后修改，再报送一次。以上由勾稽程序自动核对，以《条例》和国务院办公厅印发的格式为准；确有特殊情况的，请说明理由。',
  'Please compare with your own records, mend it and send it again. The check was made by a program, Gouji; what counts are the Regulation and the printed form. Where there is a reason, please say so.',
);

export const HEAT = words('表三哪些格常填错', 'Where table 3 is often wrong');
export const HEAT_HOW = words(
  '数字是该格有错的报告份数，越多颜色越深；点数字只看这些报告。能断定错在哪一格的算在那一格，断定不了的算在合不上的总计上。',
  'Each number is that of the reports in which the cell is wrong, the more the darker; press it to see those reports. Where the wrong cell is clear it is counted there, otherwise the total that does not add up is.',
);
export const HEAT_CAPTION = words('表三各格有错的报告份数', 'Reports with an error, by cell of table 3');
export const otherForm = (count: number): Words =>
  words(`另有 ${count} 份用的是另一年度格式，两种格式都有的格一并计入。`, `${count} more follow the other edition of the form; cells that both have are counted together.`);
export const wrongIn = (cell: Words, count: number): Words => words(`${cell.zh}：${count} 份有错，只看这些`, `${cell.en}: wrong in ${reports(count)}; show them`);
export const onlyCell = (cell: Words): Words => words(`只看表三「${cell.zh}」有错的`, `Only with an error in “${cell.en}” of table 3`);

export const AREA = words('与汇总报告核对', 'Compare with a report on the whole area');
export const AREA_HOW = words(
  '这些报告里如果有一份是全地区的汇总报告，请选出来：它的表三、表四各格通常是其余各份之和。',
  'If one of these reports is on the whole area, choose it: each cell of its tables 3 and 4 is usually the sum of the others.',
);
export const AREA_CHOOSE = words('汇总报告', 'Report on the area');
export const AREA_NONE = words('请选择', 'Choose one');
export const areaTooMany = (limit: number): Words => words(`多于 ${limit} 份时不能汇总核对。`, `No more than ${limit} reports can be summed.`);
