// Which exit code a report deserves.
import type { Severity } from '../diagnostics/index.js';
import { plural } from '../report/formats/plural.js';
import { allFindings } from '../report/findings.js';
import type { Report } from '../report/model.js';
import { exitCodes, type ExitCode } from './exit-codes.js';

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
  const findings = [...allFindings(report)].filter(({ suppressed }) => suppressed === undefined);
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
