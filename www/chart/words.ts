// What the chart of the applications says.

import type { Words } from '../types';

const words = (zh: string, en: string): Words => ({ zh, en });

export const TITLE = words('申请去向', 'Where the applications went');
export const CAME = words('来源', 'Came in');
export const WENT = words('去向', 'Went');
export const NEW = words('本年新收', 'New this year');
export const CARRIED_IN = words('上年结转', 'Carried over from last year');
export const GRANTED = words('予以公开', 'Granted');
export const PARTLY = words('部分公开', 'Granted in part');
export const DENIED = words('不予公开', 'Denied');
export const UNAVAILABLE = words('无法提供', 'Unavailable');
export const REJECTED = words('不予处理', 'Not processed');
export const OTHER = words('其他处理', 'Other');
export const CARRIED_OUT = words('结转下年度', 'Carried over to next year');
export const TOGETHER = words('合计', 'Together');
export const PART = words('项目', 'Part');
export const COUNT = words('件数', 'Count');
export const SHARE = words('占比', 'Share');
export const BEFORE = words('上年', 'Last year');
export const CHANGE = words('变化', 'Change');
export const UNTOLD = words('有空白或不是数，画不出', 'a blank, or no number: not drawn');
export const SHOW_DATA = words('显示数据表', 'Show the data as a table');
export const KEY = words('实心：本年；空心：上年', 'Filled: this year; hollow: last year');
export const NONE = words('表三没有读到数字，画不出申请去向。', 'No figures of table 3 were read; there is nothing to draw.');
export const UNTOLD_SUMS = words('有的格没有数，两边合计算不出来；空白不当作 0。', 'Some cells hold no number, so the sums of both sides cannot be told; a blank is not taken for 0.');
export const SOURCE = words('数字取自表三「总计」列。', 'Figures of the column 总计 of table 3.');

export const than = (change: string): Words => words(`较上年 ${change}`, `${change} on last year`);
export const unequal = (came: number, went: number): Words => words(
  `两边合计不等：来源 ${came} 件，去向 ${went} 件，相差 ${Math.abs(came - went)} 件。这里按表中的数字照画，请先改正表三。`,
  `The two sides differ: ${came} came in, ${went} went, a difference of ${Math.abs(came - went)}. The figures are drawn as they stand; correct table 3 first.`,
);
export const otherTotal = (printed: number, sum: number): Words => words(
  `表中（七）总计填 ${printed} 件，各项结果相加是 ${sum} 件；这里画的是各项结果。`,
  `The table prints ${printed} as （七）总计, its results add up to ${sum}; the results are what is drawn.`,
);
