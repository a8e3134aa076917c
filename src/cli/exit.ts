// Exit codes, and which one a report deserves.
import type { Severity } from '../diagnostics/index.js';
import { plural } from '../report/formats/pretty.js';
import type { Report } from '../report/model.js';

/** 0 clean; 1 findings at or above `--fail-on`, or a failed run; 2 usage, configuration, or a fault of ird2scxml itself; 130 interrupted. */
export const exitCodes = { clean: 0, findings: 1, trouble: 2, interrupted: 130 } as const;
export type ExitCode = (typeof exitCodes)[keyof typeof exitCodes];

export const failLevels = ['error', 'warning', 'info', 'never'] as const;
export type FailLevel = (typeof failLevels)[number];

export interface Verdict {
  readonly code: ExitCode;
  /** Why the code is not 0, in one line; '' when it is. */
  readonly reason: string;
}

const rank: Readonly<Record<Severity, number>> = { info: 0, warning: 1, error: 2 };

/** The verdict on a report. Codes 9xxx are faults of ours: they weigh more than any finding, whatever `--fail-on` says. */
export function verdictOn(report: Report, failOn: FailLevel): Verdict {
  const findings = [...report.findings, ...report.strategies.flatMap((strategy) => strategy.findings)];
  const faults = findings.filter(({ code }) => code.startsWith('IRD9')).length;
  if (faults > 0) return { code: exitCodes.trouble, reason: `${plural(faults, 'internal error')}` };
  if (failOn === 'never') return { code: exitCodes.clean, reason: '' };
  const counted = findings.filter(({ severity }) => rank[severity] >= rank[failOn]).length;
  const failedRuns = report.totals.runs - report.totals.runsPassed;
  if (counted === 0 && failedRuns === 0) return { code: exitCodes.clean, reason: '' };
  // A failed run always has its error; it is named where errors do not count.
  const what =
    counted > 0
      ? plural(counted, failOn === 'error' ? 'error' : 'finding')
      : plural(failedRuns, 'failed run');
  return { code: exitCodes.findings, reason: `${what} (--fail-on ${failOn})` };
}
