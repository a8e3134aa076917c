// Findings by weight: for formats whose readers cut what is too long.
import type { Severity } from '../../diagnostics/index.js';
import { allFindings } from '../findings.js';
import type { Report, ReportFinding } from '../model.js';

export const severities: readonly Severity[] = ['error', 'warning', 'info'];

/** A finding and the strategy or page that it belongs to; '' when it belongs to none. */
export interface OwnedFinding {
  readonly finding: ReportFinding;
  readonly strategy: string;
}

/** All findings, errors first, then warnings, then notes; within each in the order of the report. The records are read once for each severity. */
export function* worstFirst(report: Report): Iterable<OwnedFinding> {
  for (const severity of severities) {
    for (const finding of report.findings) if (finding.severity === severity) yield { finding, strategy: '' };
    for (const { name, findings } of report.strategies) {
      for (const finding of findings) if (finding.severity === severity) yield { finding, strategy: name };
    }
  }
}

/** The first `limit` findings of a severity that are not accepted, and how many more there are. */
export function firstOf(
  report: Report,
  severity: Severity,
  limit: number,
): { readonly shown: readonly ReportFinding[]; readonly hidden: number } {
  const shown: ReportFinding[] = [];
  let hidden = 0;
  for (const finding of allFindings(report)) {
    if (finding.severity !== severity || finding.suppressed !== undefined) continue;
    if (shown.length < limit) shown.push(finding);
    else hidden += 1;
  }
  return { shown, hidden };
}

/** Numbers the findings that share a fingerprint, so that each has a name of its own: the first `1`, the second `2`. */
export function occurrenceCounter(): (fingerprint: string) => number {
  const seen = new Map<string, number>();
  return (fingerprint) => {
    const number = (seen.get(fingerprint) ?? 0) + 1;
    seen.set(fingerprint, number);
    return number;
  };
}
