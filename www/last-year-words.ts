// What the page says of last year's report.

import type { Report, Words } from './types';

const words = (zh: string, en: string): Words => ({ zh, en });

export const REMOVE = words('去掉', 'Take it away');
export const SWAP = words('对调这两份报告', 'Swap the two reports');
export const READING = words('正在读取上年度报告…', 'Reading last year’s report…');
export const WAITING = words('已放好；打开本年度报告后一起核对。', 'It is ready, and is compared once this year’s report is opened.');
export const LATER = words(
  '没有比较：它比正在核对的报告晚一年，两份可能放反了。',
  'Not compared: it is a year later than the report under check. The two may stand the wrong way round.',
);

export function about({ agency, year }: Report): Words {
  const zh = [agency ?? '标题没有机关名称', year === null ? '标题没有年度' : `${year} 年度`];
  const en = [agency ?? 'its title names no organ', year === null ? 'its title names no year' : `report on ${year}`];
  return words(zh.join(' · '), en.join(' · '));
}

export const notCompared = ({ zh, en }: Words): Words => words(`没有比较：${zh}。`, `Not compared: ${en}.`);

export function compared(held: number, broken: number, unsure: number, lost: string, family: string): Words {
  const counts = [`相符 ${held} 项，不符 ${broken} 项，无法判断 ${unsure} 项`, `${held} held, ${broken} broken, ${unsure} cannot tell`];
  const zh = `已比较：${counts[0]}，列在核对清单的「${family}」。${lost && `其中没有读到${lost}，与它们有关的没有比较。`}`;
  const en = `Compared: ${counts[1]}, listed in the checklist under “${family}”.${lost && ` ${lost} could not be read in it, so nothing of them was compared.`}`;
  return words(zh, en);
}
