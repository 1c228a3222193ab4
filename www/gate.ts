// The gate before publishing: one question, one answer in any case. What was let stand on the page with a reason passes.
// Fails closed: what could not be read, told or checked at all does not pass.

import { EngineError } from './checker';
import { waiversHere } from './kept';
import { judge, type GateOptions, type GateResult } from './judge';
import { sharedChecker } from './shared-checker';
import { unansweredUnlessMisused } from './trouble';
import type { HostBlocks } from './types';

/** Longer than any engine needs to start and to answer: only one that never arrives takes so long. */
const PATIENCE_MS = 60_000;

export async function ask(source: string | HostBlocks, options?: GateOptions): Promise<GateResult> {
  const asked = sharedChecker().check({ source, name: 'gate.html', waivers: waiversHere() });
  return judge(await inTime(asked).catch(unansweredUnlessMisused), options);
}

function inTime<T>(asked: Promise<T>): Promise<T> {
  return new Promise((resolve, reject) => {
    const late = new EngineError('no-engine', `no answer within ${PATIENCE_MS} ms`);
    const timer = setTimeout(() => reject(late), PATIENCE_MS);
    asked.then(resolve, reject).finally(() => clearTimeout(timer));
  });
}
