// All findings of a report, one after the other: those of no strategy first, then those of each record.
import type { Report, ReportFinding } from './model.js';

/** Findings in the order of the report, accepted ones among them. */
export function* allFindings(report: Report): Iterable<ReportFinding> {
  yield* report.findings;
  for (const { findings } of report.strategies) yield* findings;
}
