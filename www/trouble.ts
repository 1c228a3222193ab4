// Why the engine gave no answer: in words for a person, and as a host is told it in place of a report.

import type { EngineError } from './checker';
import type { ReadFailure, Words } from './types';

type Kind = EngineError['kind'];

const words = (zh: string, en: string): Words => ({ zh, en });

export const MODULE_NOT_LOADED = words(
  '读取这种文件的模块没有载入。请确认 gouji-full-engine.js 和本页放在同一个文件夹里，再试一次；或改用 gouji-full.html 打开，或复制内容后粘贴到这里。',
  'The module that reads this kind of file did not load. See that gouji-full-engine.js stands in the folder of this page and try again; or open it with gouji-full.html, or copy its content and paste it here.',
);
export const VIEW_NOT_LOADED = words(
  '显示核对结果的程序没有载入，这里看不到结果。请检查网络，再刷新页面。',
  'The part that shows the results did not load, so they cannot be seen here. See that the network is there, and reload the page.',
);
export const DESK_NOT_LOADED = words(
  '校验程序没有载入，没有核对。请先保存正在编辑的内容，检查网络，再刷新页面重试；仍不行的，请联系网站管理员。',
  'The part that checks did not load, so nothing was checked. Save what you are editing, see that the network is there, and reload the page; if that does not help, ask who runs the site.',
);
const DIED = words(
  '核对这份内容时程序停止了，已重新启动。请换一种方式再试：另存为 .docx 后拖入，或只复制三张表粘贴。',
  'The engine stopped at this content and was started again. Try another way: save it as .docx and drop it, or paste the three tables only.',
);

const WHY: Record<Kind, Words> = {
  died: DIED,
  refused: DIED,
  'cannot-load': MODULE_NOT_LOADED,
  'no-engine': words(
    '核对程序没有载入，没有核对。请检查网络，并确认它的文件（gouji-engine.js 等）都在、没有被拦截，再刷新页面。',
    'The checking engine did not load, so nothing was checked. See that the network is there, and that the engine’s files (gouji-engine.js and others) are there and not blocked; then reload the page.',
  ),
  'cannot-start': words(
    '核对程序没有启动。请换用较新的浏览器（Chromium 80 以上、Firefox 或 Edge）打开本页；浏览器禁用了 WebAssembly 的，请打开网站版（index.html 和旁边的文件），它不用 WebAssembly 也能核对。',
    'The checking engine did not start. Open this page in a newer browser (Chromium 80 or later, Firefox or Edge); where WebAssembly is switched off, open the site (index.html and the files beside it), which can check without it.',
  ),
  'time-limit': words(
    '核对时间过长，已停止。请只复制三张表粘贴再试。',
    'Checking took too long and was stopped. Paste the three tables only.',
  ),
  closed: words('核对被中止了，请再核对一次。', 'The check was cancelled. Check once more.'),
};

// By its kind and not by its class, which each script has for itself.
const kindOf = (error: unknown): Kind | undefined => (error as { kind?: Kind } | null)?.kind;

export function engineTrouble(error: unknown): Words {
  return WHY[kindOf(error) ?? 'died'] ?? DIED;
}

/** In place of a report, of the same shape as where the content could not be read. */
export function unanswered(error: unknown): ReadFailure {
  return { error: { kind: kindOf(error) ?? 'died', message: engineTrouble(error) } };
}

/** The same, but what was asked in a wrong way fails. */
export function unansweredUnlessMisused(error: unknown): ReadFailure {
  const kind = kindOf(error);
  if (!kind || kind === 'refused') throw error;
  return unanswered(error);
}
