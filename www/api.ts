// What a host calls: the same functions in the classic script and in the modules.

import { sharedChecker } from './shared-checker';
import type { CheckedDocument, CheckInput, EngineOptions, ReadFailure, Report } from './types';

export { attach, gate, judge } from './editors/index';
export type { AttachOptions, Attached, GateOptions, GateResult } from './editors/index';
export { defineGoujiCheck } from './define';
export type { GoujiCheckElement, GoujiReportEvent } from './define';
export type * from './types';

/**
 * Checks HTML or text, a file's bytes, or a host's paragraphs and tables. Resolves to one document of the output
 * contract, the same in the browser, in Node and from `gouji check --format json`; also where the source could not be
 * read, which the document then says. Fails only where it was called wrongly or the engine cannot run.
 */
export function check(source: CheckInput['source'], options: EngineOptions = {}): Promise<CheckedDocument> {
  return sharedChecker().document({ name: '', ...options, source });
}

/** Checks as `check` does, and resolves to what the element draws: every cell, and every sentence in both languages. */
export function report(source: CheckInput['source'], options: EngineOptions = {}): Promise<Report | ReadFailure> {
  return sharedChecker().check({ name: '', ...options, source });
}
