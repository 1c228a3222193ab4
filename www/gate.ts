// The gate before publishing: one question, one answer. What was let stand on the page with a reason passes. Fails closed:
// what could not be read or told does not pass.

import { waiversHere } from './kept';
import { judge, type GateOptions, type GateResult } from './judge';
import { sharedChecker } from './shared-checker';
import type { HostBlocks } from './types';

export async function ask(source: string | HostBlocks, options?: GateOptions): Promise<GateResult> {
  return judge(await sharedChecker().check({ source, name: 'gate.html', waivers: waiversHere() }), options);
}
