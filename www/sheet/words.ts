// What the page says about the check sheet.

import type { Words } from '../types';

const words = (zh: string, en: string): Words => ({ zh, en });

export const TITLE = words('校验单', 'Check sheet');
export const HOW = words(
  '一页可打印、可签字的单子：文件的 SHA-256、表格和标记、每条发现的依据和改法、已说明的理由、各条规则的结果。屏幕上改过的数字和说明的理由都算在内。',
  'A page to print and sign: the SHA-256 of the file, the tables with their marks, the basis of every finding and what to do, the reasons given, the outcomes of the rules. Figures changed and reasons given on the screen count.',
);
export const PRINT = words('打印', 'Print');
export const DOWNLOAD = words('下载网页', 'Download as HTML');
export const MAKING = words('正在生成校验单……', 'Making the check sheet …');
export const NOT_MADE = words('校验单没有生成，请再试一次。', 'The check sheet was not made; please try again.');
export const NOT_PRINTED = words('这个浏览器不能直接打印，请下载后打开打印。', 'This browser cannot print it from here; download it, open it and print.');
/** How the file is called, before the name of the report. */
export const FILE = words('校验单', 'check-sheet');
