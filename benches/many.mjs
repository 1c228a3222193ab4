// A ZIP of a thousand mixed reports in the page, read off the disk as a person chooses it: seconds until every report is
// listed, and the most memory that the tab's process took.

import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import os, { tmpdir } from 'node:os';
import path from 'node:path';

import { fullFile } from '../tests/web/support/browsers.mjs';
import { mixedReports } from '../tests/web/support/many.mjs';
import { openPage } from '../tests/web/support/page.mjs';
import { zip } from '../tests/web/support/zip.mjs';

const COUNT = 1000;
const MB = 1024 * 1024;

export async function manyRows(browser) {
  const folder = mkdtempSync(path.join(tmpdir(), 'gouji-bench-'));
  try {
    const archive = path.join(folder, 'all.zip');
    writeFileSync(archive, zip(Object.fromEntries(await mixedReports(browser, COUNT))));
    const { page } = await openPage(browser, fullFile);
    await page.getByRole('button', { name: '整个文件夹、ZIP 或多份报告一起核对' }).click();
    await page.locator('#many #files').setInputFiles(archive);
    const start = performance.now();
    await page.locator('#done').filter({ hasText: `共 ${COUNT} 份` }).waitFor({ timeout: 600_000 });
    const seconds = (performance.now() - start) / 1000;
    const wrong = await page.locator('#many .chip.error b').innerText();
    if (Number(wrong) !== Math.ceil(COUNT / 3)) throw new Error(`${wrong} wrong reports were found`);
    const peak = await peakMemory(browser);
    await page.close();
    return [
      [`ZIP of ${Math.round(statSync(archive).size / MB)} MB with ${COUNT} reports (HTML, DOCX, XLSX, PDF) → all listed, ${os.cpus().length} cores`, `${seconds.toFixed(1)} s, ${Math.round(COUNT / seconds)} reports a second`, '–', '–'],
      ['the same, peak memory of the tab\'s process, workers included', peak === null ? 'not told here' : `${peak} MB`, '–', '–'],
    ];
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** The peak of the renderer that took the most, in MB; null where the system does not tell. */
async function peakMemory(browser) {
  if (os.platform() !== 'linux') return null;
  const session = await browser.newBrowserCDPSession();
  const { processInfo } = await session.send('SystemInfo.getProcessInfo');
  await session.detach();
  const peaks = processInfo.filter(({ type }) => type === 'renderer').map(({ id }) => Number(/VmHWM:\s+(\d+) kB/.exec(readFileSync(`/proc/${id}/status`, 'utf8'))?.[1] ?? 0));
  return Math.round(Math.max(...peaks) / 1024);
}
