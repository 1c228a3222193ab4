// What the comparison with the units' reports says.

import type { OutcomeName, Words } from '../types';

const words = (zh: string, en: string): Words => ({ zh, en });

export const TITLE = words('与下级单位的报告汇总核对', 'Compare with the sum of the units’ reports');
export const HOW = words(
  '这份报告如果是汇总报告，可以把所属各单位的报告一起放进来：表三、表四的每一格通常是各单位之和。文件只在本机逐个读取，只留下数字。',
  'If this is a report on a whole area, add the reports of its units: each cell of tables 3 and 4 is usually the sum of theirs. The files are read one by one on this computer, and only their figures are kept.',
);
export const CHOOSE_FOLDER = words('选择文件夹', 'Choose a folder');
export const CHOOSE_FILES = words('选择多个文件', 'Choose files');
export const CHOOSE_LIST = words('单位名单（可选）', 'List of units (optional)');
export const DROP = words('也可以把文件夹或多个文件拖到这里', 'Or drop a folder or several files here');
export const LIST_HOW = words('名单是 CSV 或 Excel 表，有「单位名称」一列，或第一列就是，用来找出缺报告的单位。', 'The list is a CSV file or an Excel sheet with a column headed 单位名称, or with the names in its first column; it tells which units have no report.');
export const CANCEL = words('停止', 'Stop');
export const AGAIN = words('重新选择', 'Start anew');
export const STOPPED = words('已停止，没有读完，没有核对。', 'Stopped before all files were read; nothing was compared.');
export const NO_FILES = words('里面没有可读的文件。请选择放有各单位报告的文件夹。', 'There are no files in it. Choose the folder with the units’ reports.');
export const NO_NAMES = words('名单里没有读到单位名称。', 'No name was read in the list.');
export const ALL = words('显示全部各格', 'Show all cells');
export const CELL = words('格', 'Cell');
export const FOUND = words('本报告', 'This report');
export const SUM = words('下级合计', 'Sum of units');
export const DIFFERENCE = words('差', 'Difference');
export const OUTCOME = words('结果', 'Result');
export const CONTRIBUTIONS = words('各单位', 'Units');
export const BLANK = words('（空白）', '(blank)');
export const TOLD = words('需要留意的单位和文件', 'Units and files to look at');
export const NOTHING_TOLD = words('没有缺少、重复或读不了的报告。', 'No report is missing, double or unreadable.');
export const LAWFUL = words(
  '可以不等的：有的单位不在文件夹里（如垂直管理的税务、海关），有的报告本身已含下属单位，统计口径不同，或本报告只报本级。请核对后保留。',
  'They may lawfully differ where units are not in the folder (as tax or customs offices under vertical leadership), where a report already holds those of its own units, where the counting differs, or where this report is on one organ only.',
);
export const TOO_LARGE = words('文件超过 64 MB，不像是一份年度报告', 'the file is larger than 64 MB and hardly a report');
export const NOT_OPENED = words('文件打不开，可能正被其他程序占用', 'the file could not be opened; another program may hold it');
export const NOT_COMPARED = words('没有完成核对，请再试一次。', 'The comparison was not completed; please try again.');

export const OUTCOMES: Record<OutcomeName, Words> = {
  held: words('相符', 'agrees'),
  broken: words('不同', 'differs'),
  cannot_tell: words('无法判断', 'cannot tell'),
  not_applicable: words('不适用', 'does not apply'),
};

export const tooMany = (limit: number): Words =>
  words(`文件多于 ${limit} 个，或文件夹层数太多。请只放各单位的报告。`, `There are more than ${limit} files, or too many folders inside each other. Leave only the units’ reports.`);
export const reading = (done: number, all: number): Words => words(`正在读取 ${done}/${all}`, `Reading ${done}/${all}`);
export const listOf = (name: string, count: number): Words => words(`名单：${name}，${count} 个单位`, `List: ${name}, ${count} units`);
export const own = (sources: string[]): Words =>
  words(`本报告自身，没有计入：${sources.join('、')}`, `This report itself, not counted: ${sources.join(', ')}`);
export const result = (counted: number, held: number, broken: number, untold: number): Words =>
  words(
    `计入 ${counted} 份报告，核对 ${held + broken + untold} 格：相符 ${held}，不同 ${broken}，无法判断 ${untold}`,
    `${counted} reports counted, ${held + broken + untold} cells compared: ${held} agree, ${broken} differ, ${untold} cannot be told`,
  );
export const contributors = (first: string, count: number): Words => words(`${first}${count > 1 ? ` 等 ${count} 个` : ''}`, `${first}${count > 1 ? ` and ${count - 1} more` : ''}`);
