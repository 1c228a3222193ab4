// What the page around the element says: its head, the empty page, how to verify that nothing leaves.

import type { Words } from './types';

const words = (zh: string, en: string): Words => ({ zh, en });

export const NAME = words('勾稽', 'Gouji');
export const SUBTITLE = words('政府信息公开工作年度报告自检', 'Self-check of annual reports on government information disclosure');
export const FORM_2021 = words('2021年格式（30号文）', '2021 form (No. 30)');
export const FORM_2019 = words('2019年格式（60号文）', '2019 form (No. 60)');
export const ANOTHER = words('换一份', 'Another report');
export const LARGE = words('大字', 'Large type');
export const PRIVATE = words('全部检查在本机浏览器内完成，不上传任何内容。', 'Everything is checked inside your browser on this computer. Nothing is uploaded.');
export const VERIFY = words('如何验证', 'How to verify');
export const PROOF = words('给信息安全人员', 'For security officers');

export const DROP_TITLE = words('把年度报告粘贴到这里', 'Paste the annual report here');
export const DROP_HOW = words(
  '按 Ctrl+V 粘贴，或把文件拖进来，或点击选择文件',
  'Press Ctrl+V, drop a file here, or click to choose one',
);
export const CHOOSE_FILE = words('选择文件', 'Choose a file');
export const PASTE_FIELD = words('也可以在这里右键粘贴，或输入文字', 'Or paste here with the right mouse button, or type');
export const CHECK_TEXT = words('核对', 'Check');
export const FORMATS = words(
  '可以读取：从 Word、WPS、Excel、网页复制的内容；Word、WPS、Excel、PDF（有文字的）、OFD、网页和文本文件（.docx、.doc、.wps、.odt、.rtf、.xlsx、.xls、.et、.ods、.pdf、.ofd、.html、.mht、.txt、.csv）。整份报告或只有三张表都可以。',
  'It reads what you copy out of Word, WPS, Excel or a web page, and files of Word, WPS, Excel, PDF (with text), OFD, the web and text (.docx, .doc, .wps, .odt, .rtf, .xlsx, .xls, .et, .ods, .pdf, .ofd, .html, .mht, .txt, .csv). The whole report or just its three tables.',
);
export const LAST_TITLE = words('上年度报告（可选）', 'Last year’s report (optional)');
export const LAST_HINT = words(
  '拖到这里、粘贴或选择文件，就核对上年结转、现行有效等能否与去年衔接。',
  'Drop, paste or choose it here, and what was carried over and what is in force are checked against it.',
);
export const LAST_PASTE = words('在这里粘贴上年度报告', 'Paste last year’s report here');
export const REPLACE = words('更换', 'Replace');
export const pairOpened = (later: string, earlier: string): Words =>
  words(`正在核对「${later}」，并与上一年的「${earlier}」比较。`, `“${later}” is checked and compared with “${earlier}” of the year before.`);
export const EXAMPLES = words('没有现成的报告？先看示例：', 'No report at hand? Look at an example:');
export const EXAMPLE_WRONG = words('有一处填错的报告', 'a report with one wrong figure');
export const EXAMPLE_CLEAN = words('填写正确的报告', 'a report that is right');
export const BLANK = words('要一份空白表来填？', 'A blank form to fill in?');
export const BLANK_2021 = words('空白表（2021年及以后）', 'the blank form (2021 and later)');
export const BLANK_2019 = words('空白表（2019、2020年）', 'the blank form (2019 and 2020)');
export const EXAMPLE_NAME = words('示例', 'Example');
export const PASTED = words('粘贴的内容', 'Pasted content');
export const DROP_HERE = words('松开鼠标，开始核对', 'Let go to check it');

export const NOTHING_PASTED = words(
  '剪贴板里没有文字或表格。请先在 Word、WPS 或网页里选中报告并复制（Ctrl+C）。',
  'There is no text or table on the clipboard. Select the report in Word, WPS or a web page and copy it first (Ctrl+C).',
);
export const FILE_UNREADABLE = words(
  '这个文件打不开，可能正被其他程序占用或已被移动。请关闭它再试，或直接复制内容粘贴。',
  'The file could not be opened: another program may hold it, or it was moved. Close it and try again, or copy and paste its content.',
);
export const fileTooLarge = (limit: number): Words =>
  words(`文件超过 ${limit} MB，不像是一份年度报告。请只复制三张表粘贴。`, `The file is larger than ${limit} MB. Copy and paste the three tables only.`);
export const EDITS_LOST = words('换一份会丢弃已做的修改。确定要换吗？', 'Another report discards the changes you made. Go on?');
export const MANY = words('整个文件夹、ZIP 或多份报告一起核对', 'Check a folder, a ZIP or many reports at once');
export const AREA = words('与下级单位的报告汇总核对', 'Compare with the units’ reports');
export const SHEET = words('校验单和申请去向图', 'Check sheet and chart');
export const CLOSE = words('关闭', 'Close');
export const VERIFY_TITLE = words('如何验证内容没有离开本机', 'How to verify that nothing leaves this computer');
export const VERIFY_STEPS: Words[] = [
  words(
    '断开网络再用：拔掉网线，照常粘贴、核对、复制（要读 PDF、OFD 和表格文件，先联网打开过一个，或用单个文件 gouji-full.html）。',
    'Use it offline: pull the cable, then paste, check and copy as usual (for PDF, OFD and spreadsheet files, open one before, or use the one file gouji-full.html).',
  ),
  words(
    '看网络记录：按 F12，选「网络」，再粘贴一份报告，不会出现任何新请求。只有第一次打开 PDF、OFD、表格文件和用到规则说明、设置、多份核对等功能时，会从本页所在的位置各取一个程序文件，只取不送。',
    'Watch the network: press F12, open “Network”, then paste a report. No new request appears in the list. Only the first PDF, OFD or spreadsheet file and parts such as the settings or the list of many reports fetch a program file each from where this page stands; nothing is sent along.',
  ),
  words(
    '看页面自己的禁令：按 Ctrl+U，开头的 Content-Security-Policy 写着 connect-src \'none\'，浏览器因此拒绝本页的一切连接。',
    'Read the page’s own ban: press Ctrl+U. The Content-Security-Policy at its head says connect-src \'none\', so the browser refuses this page every connection.',
  ),
  words(
    '本页不使用 Cookie，关闭即消失；只有勾选「记在本机浏览器」，才在浏览器里记下设置和已说明的理由，可随时清除。',
    'The page sets no cookies; close it and everything is gone. Only if you tick “Remember … in this browser” are settings and reasons kept there, until you let it forget them.',
  ),
];
