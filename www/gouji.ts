// The classic script for host pages, the global `gouji`: engine, element, editors and gate in one file.

import type { EngineFile } from './protocol';
import { sharedChecker, useEngine } from './shared-checker';
import type { CheckInput, ReadFailure, Report } from './types';
import './define';

/** The build puts the engine around this script, so that it needs no global of its own. */
declare const goujiEngineFile: EngineFile;
useEngine(goujiEngineFile);

export { attach, gate, judge } from './editors/index';

/** Checks HTML, text, a file's bytes or a host's blocks. */
export function check(source: CheckInput['source'], options: Omit<CheckInput, 'source' | 'name'> & { name?: string } = {}): Promise<Report | ReadFailure> {
  return sharedChecker().check({ name: '', ...options, source });
}
