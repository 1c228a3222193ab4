// The empty form of an edition, to be filled in or copied: the tables as the engine draws them, under their headings.

import { tableCopy } from './clipboard';
import { sharedChecker } from './shared-checker';
import type { Report } from './types';

const HEADINGS: Record<string, string> = {
  t2: '二、主动公开政府信息情况',
  t3: '三、收到和处理政府信息公开申请情况',
  t4: '四、政府信息公开行政复议、行政诉讼情况',
};

/** The report year that calls for an edition: the last of the old one, the first of the new one. */
const YEAR: Record<NonNullable<Report['form']>, number> = { 2019: 2020, 2021: 2021 };

export async function blankForm(edition: NonNullable<Report['form']>): Promise<string | null> {
  const title = `${YEAR[edition]}年政府信息公开工作年度报告`;
  const drawn = await sharedChecker().check({ source: title, name: '' });
  if ('error' in drawn) return null;
  const tables = drawn.tables.map((table) => `<h2>${HEADINGS[table.name]}</h2>${tableCopy(table, () => '').html}`);
  return tables.join('');
}
