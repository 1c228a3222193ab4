// Whether a report may be published: the same answer in the browser and on a server.

import type { FindingView, ReadFailure, Report } from './types';

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
  /** Errors and warnings that were waived, by `waive` or with a reason. */
  waived: number;
  /** Or `{error}`: the content could not be read, or nothing was checked, for the engine did not come, start or answer. */
  report: Report | ReadFailure;
}

/** The answer that a report gives. Fails closed: what could not be read or told does not pass. */
export function judge(report: Report | ReadFailure, { level = 'error', waive = [] }: GateOptions = {}): GateResult {
  if ('error' in report) return { pass: false, errors: 0, warnings: 0, waived: 0, report };
  // A text that was given in place of a list would otherwise be searched, and let more pass than it says.
  const waivedNames = [waive].flat();
  const isWaived = ({ rule, subject }: FindingView): boolean =>
    waivedNames.includes(rule) || waivedNames.includes(`${rule} ${subject}`);
  const count = (severity: string, waived: boolean): number =>
    report.findings.filter((finding) => finding.severity === severity && isWaived(finding) === waived).length;
  const errors = count('error', false);
  const warnings = count('warning', false);
  const reasoned = report.waived.filter(({ finding: { severity } }) => severity !== 'info').length;
  const waived = count('error', true) + count('warning', true) + reasoned;
  const told = report.verdict.level !== 'unknown';
  return { pass: told && errors === 0 && (level === 'error' || warnings === 0), errors, warnings, waived, report };
}
