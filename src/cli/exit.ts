// Which exit code a report deserves, by the gates that the user has set.
import { troubleOf, type Severity, type Trouble } from '../diagnostics/index.js';
import { allFindings } from '../report/findings.js';
import { plural } from '../report/formats/plural.js';
import { claims, type Claim, type Report, type ReportStrategy, type Status } from '../report/model.js';
import { exitCodes, type ExitCode } from './exit-codes.js';

export const failLevels = ['error', 'warning', 'info', 'never'] as const;
export type FailLevel = (typeof failLevels)[number];

/** What `--min-status` takes, from the lowest. */
export const gateStatuses = ['partial', 'review', 'complete'] as const;
export type GateStatus = (typeof gateStatuses)[number];

/** What `--min-claim` takes, from the lowest. */
export const gateClaims = claims.filter((claim) => claim !== 'none');

/** What a report must keep to. Options of a command are ones. */
export interface Gates {
  readonly failOn: FailLevel;
  /** More warnings than that fail. */
  readonly maxWarnings?: number;
  readonly minStatus?: GateStatus;
  readonly minClaim?: Claim;
}

export interface Verdict {
  readonly code: ExitCode;
  /** Why the code is not 0, in one line; '' when it is. */
  readonly reason: string;
}

const rank: Readonly<Record<Severity, number>> = { info: 0, warning: 1, error: 2 };

/** The verdict on a report. What kept ird2scxml from its work weighs more than any finding, whatever the gates say. Accepted findings do not count. */
export function verdictOn(report: Report, gates: Gates): Verdict {
  const { failOn, maxWarnings, minStatus, minClaim } = gates;
  const troubles: Record<Trouble, number> = { fault: 0, unwritten: 0 };
  let counted = 0;
  for (const { code, severity, suppressed } of allFindings(report)) {
    if (suppressed !== undefined) continue;
    const trouble = troubleOf(code);
    if (trouble !== undefined) troubles[trouble] += 1;
    if (failOn !== 'never' && rank[severity] >= rank[failOn]) counted += 1;
  }
  const { fault, unwritten } = troubles;
  if (fault + unwritten > 0) {
    const reasons = [
      ...(fault > 0 ? [plural(fault, 'internal error')] : []),
      ...(unwritten > 0 ? [`${plural(unwritten, 'file')} could not be written`] : []),
    ];
    return { code: exitCodes.trouble, reason: reasons.join('; ') };
  }
  const { failedRuns, belowStatus, belowClaim } = look(report.strategies, gates);
  const { warnings } = report.totals;
  const reasons = [
    // A failed run always has its error; it is named where errors do not count.
    ...(counted > 0
      ? [`${plural(counted, failOn === 'error' ? 'error' : 'finding')} (--fail-on ${failOn})`]
      : failedRuns > 0 && failOn !== 'never'
        ? [`${plural(failedRuns, 'failed run')} (--fail-on ${failOn})`]
        : []),
    ...(maxWarnings !== undefined && warnings > maxWarnings
      ? [`${plural(warnings, 'warning')} (--max-warnings ${String(maxWarnings)})`]
      : []),
    ...(minStatus !== undefined && belowStatus > 0
      ? [`${plural(belowStatus, 'strategy', 'strategies')} below "${minStatus}" (--min-status ${minStatus})`]
      : []),
    ...(minClaim !== undefined && belowClaim > 0
      ? [`${plural(belowClaim, 'strategy', 'strategies')} below "${minClaim}" (--min-claim ${minClaim})`]
      : []),
  ];
  return reasons.length === 0
    ? { code: exitCodes.clean, reason: '' }
    : { code: exitCodes.findings, reason: reasons.join('; ') };
}

interface Looked {
  readonly failedRuns: number;
  readonly belowStatus: number;
  readonly belowClaim: number;
}

function look(strategies: Iterable<ReportStrategy>, { minStatus, minClaim }: Gates): Looked {
  const counts = { failedRuns: 0, belowStatus: 0, belowClaim: 0 };
  for (const { status, claim, kind, runs, findings } of strategies) {
    // A run whose finding was accepted is accepted with it.
    const isAccepted = (scenario: string): boolean =>
      findings.some(
        ({ suppressed, message }) =>
          suppressed !== undefined && message.startsWith(`Scenario "${scenario}": `),
      );
    counts.failedRuns += runs.filter(({ passed, scenario }) => !passed && !isAccepted(scenario)).length;
    if (minStatus !== undefined && statusRank(status) < gateStatuses.indexOf(minStatus))
      counts.belowStatus += 1;
    // Subroutines and macros are claimed for in the pages of their callers.
    const isJudged = kind !== 'subroutine' && kind !== 'macro' && status !== 'skipped';
    if (minClaim !== undefined && isJudged && claims.indexOf(claim) < claims.indexOf(minClaim))
      counts.belowClaim += 1;
  }
  return counts;
}

/** Where a status stands among those of the gate; what the gate does not judge is above all. */
function statusRank(status: Status): number {
  switch (status) {
    case 'failed':
      return -1;
    case 'partial':
    case 'review':
    case 'complete':
      return gateStatuses.indexOf(status);
    case 'embedded':
    case 'checked':
    case 'skipped':
      return gateStatuses.length;
  }
}
