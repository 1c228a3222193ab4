// Every sentence that the panel and the marks say, in Chinese and English.

import type { TableName, Words } from '../types';
import { TABLE } from '../words';

const words = (zh: string, en: string): Words => ({ zh, en });

export const PANEL = words('年报校验', 'Report check');
export const CLOSE = words('关闭', 'Close');
export const FAILED = words('没有读出内容', 'It could not be read');
export const COUNTS = (errors: number, warnings: number, infos: number): Words =>
  words(`错误 ${errors} · 警告 ${warnings} · 提示 ${infos}`, `Errors ${errors} · warnings ${warnings} · notes ${infos}`);
export const TAKEN = words('已改到正文里，可用编辑器的撤销还原', 'Changed in the text; the editor’s own undo puts it back');
export const NOT_HERE = words('编辑器里找不到这一格，请对照表格查看', 'This cell is not in the editor; look it up in the table');
export const HIDDEN = words('编辑器现在没有显示正文（可能在源代码模式），请切换回来再看标记', 'The editor does not show its content now (source view?): switch back to see the marks');

export const READ_ONLY = words('编辑器现在是只读的，没有改动', 'The editor is read-only now: nothing was changed');

export type LossKind = 'plain' | 'picture' | 'merges';

/** What became of a table. */
export function loss(table: TableName, kind: LossKind): Words {
  const { zh, en } = TABLE[table];
  switch (kind) {
    case 'plain':
      return words(
        `${zh}成了纯文字：粘贴时丢了表格，空白格也可能丢了，发布后不是表格。请带格式重新粘贴，或插入空白表填写。`,
        `${en} became plain text: the paste lost its grid and perhaps its blank cells, and what is published will be no table. Paste it again with formatting, or insert the blank table and fill it in.`,
      );
    case 'picture':
      return words(
        `没有找到${zh}，正文里有图片：图片里的数字无法核对。请改用表格，可插入空白表填写。`,
        `${en} was not found, but there are pictures, whose figures cannot be checked. Use a real table: insert the blank one and fill it in.`,
      );
    case 'merges':
      return words(
        `${zh}的合并单元格丢失了，发布后的表格会走样。`,
        `The merged cells of ${en.toLowerCase()} were lost: the published table will look different.`,
      );
  }
}

export const noMerges = (editor: string): Words =>
  words(`${editor} 不支持合并单元格，请换用能保留合并的编辑器或源代码方式录入。`, `${editor} keeps no merged cells: use another editor or the source view for this table.`);
export const insertBlank = (table: TableName): Words => words(`插入空白${TABLE[table].zh}`, `Insert the blank ${TABLE[table].en.toLowerCase()}`);
