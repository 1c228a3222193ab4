// Every sentence that the page itself says, in Chinese and English. What the engine says comes with its report.

import type { Language, OutcomeName, Severity, TableName, Words } from './types';

const words = (zh: string, en: string): Words => ({ zh, en });

/** Picks the language. */
export type Say = (words: Words) => string;

/** Chinese, where a host names a language that is not spoken here. */
export const sayIn = (language: Language): Say => (words) => words[language] ?? words.zh;

export const SEVERITY: Record<Severity, Words> = {
  error: words('错误', 'Error'),
  warning: words('警告', 'Warning'),
  info: words('提示', 'Note'),
};

export const SEVERITIES: Record<Severity, Words> = {
  error: words('错误', 'Errors'),
  warning: words('警告', 'Warnings'),
  info: words('提示', 'Notes'),
};

export const OUTCOME: Record<OutcomeName, Words> = {
  broken: words('不符', 'Broken'),
  cannot_tell: words('无法判断', 'Cannot tell'),
  held: words('相符', 'Held'),
  not_applicable: words('不适用', 'Does not apply'),
};

export const HELD_CHIP = words('已核对', 'Checked');

// The verdict and what can be done about it.
export const COUNTS = words('结果筛选', 'Filter the results');
export const TAKE_ALL = words('采用建议', 'Take the proposals');
export const takeAll = (n: number) => words(`采用建议（${n} 处）`, `Take the proposals (${n})`);
export const copyTable = (table: Words) => words(`复制修正后的${table.zh}`, `Copy the mended ${table.en.toLowerCase()}`);
export const copied = (table: Words) =>
  words(`已复制${table.zh}，可直接粘贴到 Word、WPS 或编辑器`, `${table.en} copied: paste it into Word, WPS or an editor`);
export const NOT_COPIED = words(
  '浏览器没有允许写入剪贴板，请再点一次',
  'The browser did not allow writing to the clipboard; press again',
);
export const UNDO = words('撤销', 'Undo');
export const undoHint = (n: number) => words(`撤销上一步修改，共改动 ${n} 格`, `Undo the last change; ${n} cells changed`);
export const editedCells = (n: number) => words(`已改 ${n} 格`, n === 1 ? '1 cell changed' : `${n} cells changed`);

// What the person says beside the report.
export const GIVEN = words('公布日期与设置', 'Day of publication and settings');
export const PUBLISHED = words('公布日期（或计划公布的日期）', 'Day of publication, or the day planned for it');
export const DEADLINE = words('本地期限（与《条例》不同时填）', 'Local deadline, where it differs from the Regulation');
export const publishedOn = (day: string) => words(`公布日期 ${day}`, `published ${day}`);
export const dueOn = (day: string) => words(`本地期限 ${day}`, `deadline ${day}`);
export const NOT_GIVEN = words('没有填', 'not given');
export const GIVEN_HINT = words(
  '填了就核对是否按期公布：部门 1 月 31 日前，县级以上地方人民政府 3 月 31 日前；不填时只看报告自己写明的发布日期。期限只用月和日。',
  'With it the deadline is checked: 31 January for departments, 31 March for governments. Without it only a day that the report itself names is looked at. Of the deadline only month and day count.',
);

export const rulesChanged = (n: number) => words(`改了 ${n} 条规则`, n === 1 ? '1 rule changed' : `${n} rules changed`);
export const waiversHeld = (n: number) => words(`已说明 ${n} 处`, `${n} let stand`);
export const RULES_SETTING = words('关闭或减轻规则', 'Switch rules off or make them milder');
export const AS_IN_BOOK = words('照常：', 'as it is: ');
export const SWITCH: Record<string, Words> = {
  warning: words('最多到警告', 'at most a warning'),
  info: words('最多到提示', 'at most a note'),
  off: words('关闭', 'off'),
};
export const EXPORT = words('导出已说明的', 'Export what is let stand');
export const IMPORT = words('导入', 'Import');
export const NOT_WAIVERS = words('这个文件不是导出的说明。', 'This is no file of what is let stand.');
export const imported = (n: number) => words(`已导入 ${n} 处`, `${n} imported`);
export const KEEP = words('把设置和已说明的记在本机浏览器（公布日期不记）', 'Remember settings and what is let stand in this browser (not the day)');
export const FORGET = words('清除记住的', 'Forget it');
export const FORGOTTEN = words('已从浏览器清除', 'Nothing is kept in the browser any more');
export const NOT_KEPT = words('浏览器不允许保存', 'The browser does not allow it to be kept');

// What is let stand.
export const WAIVE = words('说明理由，不再提示', 'Give a reason and let it stand');
export const WAIVE_HINT = words(
  '只对这份报告、这条规则、现在这些数有效；数变了会重新提示。说明过的不计入结论，仍列在下面。',
  'It holds for this report, this rule and these figures; when they change, it is found again. It is not counted, and stays listed.',
);
export const WAIVE_DONE = words('不再提示', 'Let it stand');
export const REASON_FIELD = words('理由', 'Reason');
export const REASON = words('理由：', 'Reason: ');
export const RESTORE = words('恢复提示', 'Find it again');
export const REMOVE = words('删除', 'Remove');
export const waivedCount = (n: number) => words(`已说明理由，不计入（${n}）`, `Let stand with a reason, not counted (${n})`);
export const EXPIRED = words('失效的说明：原处已改或已不再提示', 'Expired: what it was about has changed or is no longer found');

// The cause of broken sums.
export const CAUSE = words('最可能的原因', 'The likeliest cause');
export const CAUSES = words('可能的原因', 'Possible causes');
export const causeOf = (cell: string, cellEn: string, found: string, proposed: string) =>
  words(`「${cell}」填成了 ${found}，应为 ${proposed}`, `“${cellEn}” reads ${found} and should read ${proposed}`);
export const causeBlank = (cell: string, cellEn: string, proposed: string) =>
  words(`「${cell}」没有填，应为 ${proposed}`, `“${cellEn}” is blank and should read ${proposed}`);
export const mends = (marks: string, n: number) =>
  n === 1
    ? words(`改后 ${marks} 即可对上。`, `It mends ${marks}.`)
    : words(`改后 ${marks} 共 ${n} 处都能对上。`, `It mends ${marks}, all ${n}.`);
export const ONLY_CELL = words('没有别的单个单元格能做到。', ' No other single cell does.');
export const alternatives = (n: number) =>
  words(
    `以下 ${n} 种改法都能对上，请核对原始台账后选用：`,
    `Each of these ${n} changes would mend it. Compare with your records before you take one:`,
  );
export const ALTERNATIVES_MORE = words('另有其他改法未列出。', 'There are more that are not listed.');
export const NO_REPAIR = words(
  '这些数之间有多处对不上，没有找到简单的改法，请逐格核对。',
  'Several figures disagree and no simple repair was found: compare them one by one.',
);
export const take = (value: string) => words(`采用 ${value}`, `Take ${value}`);
export const TAKE_THESE = words('采用', 'Take');
export const takeIn = (value: string, cell: Words) =>
  words(`采用建议：「${cell.zh}」改为 ${value}`, `Take the proposal: “${cell.en}” becomes ${value}`);
export const LOCATE = words('定位', 'Go to cell');
export const more = (n: number) => words(`其余 ${n} 种`, `${n} more`);

// Findings.
export const FINDINGS = words('核对发现', 'Findings');
export const NO_FINDINGS = words('没有发现问题。', 'Nothing was found.');
export const noneOf = (severity: Severity) =>
  words(`没有${SEVERITY[severity].zh}。`, `No ${SEVERITIES[severity].en.toLowerCase()}.`);
export const SHOW_ALL = words('显示全部', 'Show all');
export const unsure = (n: number) => words(`有 ${n} 项无法判断。`, n === 1 ? '1 check could not be decided.' : `${n} checks could not be decided.`);
export const WHY = words('看原因', 'See why');
export const PLACE = words('位置：', 'Where: ');
export const BASIS = words('依据：', 'Basis: ');
export const RULE_PAGE = words('规则说明', 'About the rule');
export const RULE_ALONE = words('在新标签页打开这条规则（可以打印、转发）', 'Open this rule in a tab of its own, to print or pass on');
export const finding = (mark: string, severity: Severity) =>
  words(`${SEVERITY[severity].zh} ${mark}`, `${SEVERITY[severity].en} ${mark}`);
export const toFinding = (mark: string, severity: Severity) =>
  words(`看${SEVERITY[severity].zh} ${mark}`, `Show ${SEVERITY[severity].en.toLowerCase()} ${mark}`);

// The tables.
export const TABLE: Record<TableName, Words> = {
  t2: words('表二', 'Table 2'),
  t3: words('表三', 'Table 3'),
  t4: words('表四', 'Table 4'),
};
/** What each is about, short enough for a tab. */
export const TABLE_ABOUT: Record<TableName, Words> = {
  t2: words('主动公开', 'published'),
  t3: words('收到和处理申请', 'requests'),
  t4: words('复议诉讼', 'disputes'),
};
export const ANY_TABLE = words('表格', 'table');
export const VIEWS = words('表格与清单', 'Tables and checklist');
export const CHECKLIST = words('核对清单', 'Checklist');
export const TAB_CLEAN = words('无错误', 'no errors');
export const tabFindings = (n: number) => words(`${n} 处问题`, `${n} found`);
export const TABLE_MISSING = words('没有找到这张表', 'This table was not found');
export const TABLE_MISSING_HINT = words(
  '它可能是一张图片，或放在附件里，或不在粘贴的这部分里。请把表格本身复制过来，和其余内容一起再粘贴一次。',
  'It may be a picture, or stand in an attachment, or outside of what was pasted. Copy the table itself and paste it again with the rest.',
);
export const TABLE_DOUBTFUL = words('这张表无法辨认', 'This table cannot be told apart');
export const CELL_BLANK = words('空白', 'blank');
export const CELL_ABSENT = words('未找到', 'not found');
export const CELL_UNREADABLE = words('不是数', 'no number');
export const CELL_DASH = words('未填数', 'no figure');
export const CELL_EDITED = words('已修改', 'changed');
export const cellProposal = (value: string) => words(`建议改为 ${value}`, `proposal: ${value}`);
export const REVERT_CELL = words('还原', 'Put back');
export const revertCell = (cell: Words, raw: string) =>
  words(`还原「${cell.zh}」为 ${raw || '空白'}`, `Put “${cell.en}” back to ${raw || 'blank'}`);
export const KEYS = words(
  '每格都可以直接改，边改边核对。方向键换格，回车到下一行，Esc 还原。',
  'Every cell can be edited and is checked as you type. Arrows move, Enter goes down, Esc puts back.',
);
export const LEGEND_INVOLVED = words('参与这项核对的数', 'Figures of the chosen sum');

// The equation strip.
export const EQUATION = words('算式', 'The sum');
export const restZero = (n: number) => words(`其余 ${n} 项`, `${n} others`);
export const showRest = (n: number) => words(`展开其余为 0 的 ${n} 项`, `Show the other ${n} terms, all 0`);
export const hideRest = words('收起为 0 的项', 'Hide the terms that are 0');
export const difference = (n: string) => words(`相差 ${n}`, `off by ${n}`);
export const MENDED = words('这一处已经对上。', 'This one now holds.');
export const TERM_BLANK = words('空', 'blank');

// The checklist.
export const CHECKLIST_LEAD = words(
  '每条规则核对了什么、结果如何，都列在这里；没有列出的，没有核对。',
  'What every rule checked and how it ended. What is not listed here was not checked.',
);
export const CHECKLIST_ALL = words('全部', 'All');
export const CHECKLIST_RULE = words('规则', 'Rule');
export const CHECKLIST_SUBJECT = words('对象', 'Subject');
export const CHECKLIST_OUTCOME = words('结果', 'Outcome');
export const FAMILY: Record<string, Words> = {
  sum: words('勾稽关系', 'Sums'),
  form: words('格式与内容', 'Form and content'),
  figure: words('每个数', 'Figures'),
  prose: words('正文与表格', 'Text against tables'),
  years: words('与上年度比较', 'Against the year before'),
  area: words('与下级报告比较', 'Against the reports below'),
  date: words('日期', 'Dates'),
  residue: words('残留内容', 'Left in by mistake'),
};
export const FAMILY_OTHER = words('其他', 'Other');
export const openChecklist = (n: number) => words(`核对清单（${n} 条规则）`, `Checklist (${n} rules)`);
export const CHECKLIST_NONE = words('没有这一类结果。', 'There is none of this kind.');
export const WHOLE = words('整份报告', 'the whole report');
export const subjects = (n: number) => words(`${n} 项`, n === 1 ? '1 check' : `${n} checks`);

export const WHICH = words('哪些', 'which');

// Punctuation between what is joined.
export const COMMA = words('、', ', ');
export const SEMICOLON = words('；', '; ');
export const COLON = words('：', ': ');
export const aside = (text: string) => words(`（${text}）`, ` (${text})`);
export const STOP = words('。', '.');

// Under way, and trouble.
export const READING = words('正在读取并核对…', 'Reading and checking…');
export const LOADING = words(
  '正在载入这种文件的读取模块，只需一次…',
  'Loading the module that reads this kind of file, once…',
);
export const PART_NOT_LOADED = words(
  '这部分程序没有载入。请确认本页旁边的 gouji-*.js 文件都在同一个文件夹里，再试一次。',
  'This part of the page did not load. See that the files gouji-*.js stand in the folder of this page and try again.',
);
export const RULE_NOT_LOADED = words(
  '这条规则的说明没有载入。请确认 gouji-rules.js 和本页放在同一个文件夹里，再打开一次。',
  'The page of this rule did not load. See that gouji-rules.js stands in the folder of this page and open it again.',
);
export const CANCEL = words('取消', 'Cancel');
export const TROUBLES = words('有些内容没有读到', 'Some of it could not be read');
export const ENGINE_REPLACED = words(
  '核对程序刚才停了一次，已自动重新启动，您的修改都在。',
  'The checking engine stopped once and was started again by itself; your changes are kept.',
);
export const ENGINE_HERE = words(
  '浏览器不允许后台线程，改在本页内核对。',
  'The browser allows no worker: checking runs in the page itself.',
);
export const CLOSE = words('关闭', 'Close');
export const NOT_READ = words('没有读出内容', 'It could not be read');
