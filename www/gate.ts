// The gate before publishing: one question, one answer. Fails closed: what could not be read or told does not pass.

import { adapt, attachedTo } from './editors/attach';
import type { Editor } from './editors/adapter';
import { sharedChecker } from './shared-checker';
import type { FindingView, HostBlocks, ReadFailure, Report } from './types';

export interface GateOptions {
  /** The mildest severity that holds a report back; `error` by default. */
  level?: 'error' | 'warning';
  /** Findings that somebody has looked at and lets pass: a rule (`form-label`), or a rule and its subject (`sum-row granted`). */
  waive?: readonly string[];
}

export interface GateResult {
  /** Nothing of the level or above is left, and the report could be judged. */
  pass: boolean;
  errors: number;
  warnings: number;
  /** Errors and warnings that were waived. */
  waived: number;
  report: Report | ReadFailure;
}

/** Asks the engine about HTML, a host's blocks, an editor, or what `attach` gave. */
export async function gate(content: string | HostBlocks | Editor, options: GateOptions = {}): Promise<GateResult> {
  const isContent = typeof content === 'string' || Array.isArray(content);
  const source = isContent ? content : typeof content.html === 'function' && content.adapter ? content.html() : htmlOf(content);
  return judge(await sharedChecker().check({ source, name: 'gate.html' }), options);
}

const htmlOf = (editor: Editor): string => (attachedTo(editor)?.adapter ?? adapt(editor)).html();

/** The answer that a report gives. The same here and on a server. */
export function judge(report: Report | ReadFailure, { level = 'error', waive = [] }: GateOptions = {}): GateResult {
  if ('error' in report) return { pass: false, errors: 0, warnings: 0, waived: 0, report };
  const isWaived = ({ rule, subject }: FindingView): boolean => waive.includes(rule) || waive.includes(`${rule} ${subject}`);
  const count = (severity: string, waived: boolean): number =>
    report.findings.filter((finding) => finding.severity === severity && isWaived(finding) === waived).length;
  const errors = count('error', false);
  const warnings = count('warning', false);
  const waived = count('error', true) + count('warning', true);
  const told = report.verdict.level !== 'unknown';
  return { pass: told && errors === 0 && (level === 'error' || warnings === 0), errors, warnings, waived, report };
}
