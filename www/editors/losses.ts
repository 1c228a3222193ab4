// What became of the statutory tables in an editor: pasted as plain text, put there as a picture, robbed of their merges.

import { trusted } from '../trusted';
import type { Report, TableName, TableView } from '../types';
import type { LossKind } from './words';

export interface Loss {
  table: TableView;
  kind: LossKind;
}

/** Words that stand in one of the tables only, in either edition. */
const LABELS: Record<TableName, RegExp> = {
  t2: /现行有效件数|对外公开总数量|上一年项目数量|本年处理决定数量/,
  t3: /本年新收政府信息公开申请数量/,
  t4: /未经复议直接起诉/,
};

const STYLE = /\sstyle\s*=\s*(?:"[^"]*"|'[^']*'|[^\s>]+)/gi;

export function losses(html: string, report: Report): Loss[] {
  // Parsed in a document of its own: nothing in it runs or loads. Styles would still meet the host's policy.
  const content = new DOMParser().parseFromString(trusted.createHTML(html.replace(STYLE, '')), 'text/html').body;
  return report.tables.flatMap((table) => {
    const kind = lossOf(content, table);
    return kind ? [{ table, kind }] : [];
  });
}

function lossOf(content: HTMLElement, { name, state }: TableView): LossKind | null {
  const label = LABELS[name];
  const holds = (element: Element) => label.test((element.textContent ?? '').replace(/\s+/g, ''));
  const grids = [...content.querySelectorAll('table')].filter(holds);
  const grid = grids[grids.length - 1];
  if (grid) return merged(grid) ? null : 'merges';
  // The figures may be told from the text all the same; what is published is no table.
  if (holds(content)) return 'plain';
  return state !== 'bound' && content.querySelector('img') ? 'picture' : null;
}

/** Every one of the tables has merged cells as it is printed. */
const merged = (table: Element): boolean =>
  [...table.querySelectorAll('td, th')].some((cell) => (cell as HTMLTableCellElement).colSpan > 1 || (cell as HTMLTableCellElement).rowSpan > 1);
