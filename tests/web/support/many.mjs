// Many made reports of all kinds, as offices send them in: named by office, some with a wrong figure, one of them a file
// that is no report.

import { pdf, xlsx } from './office.mjs';
import { docx, rightHtml, wrongHtml } from './reports.mjs';

const of = (html, agency) => html.replace(/示例市某某局/g, agency);

/** Every third report is wrong. The PDF takes a browser to print, so it is printed once for each kind. */
export async function mixedReports(browser, count) {
  const printed = { right: await pdf(browser, of(rightHtml, '示例市档案局')), wrong: await pdf(browser, of(wrongHtml, '示例市档案局')) };
  const made = {
    html: (html) => Buffer.from(html),
    docx,
    xlsx,
    pdf: (_, isWrong) => (isWrong ? printed.wrong : printed.right),
  };
  const kinds = Object.keys(made);
  return Array.from({ length: count }, (_, i) => {
    const isWrong = i % 3 === 0;
    const kind = kinds[i % kinds.length];
    const html = of(isWrong ? wrongHtml : rightHtml, `示例市第${i + 1}局`);
    return [`${i % 2 ? '部门' : '乡镇'}/第${i + 1}局.${kind}`, made[kind](html, isWrong)];
  });
}
