// Sums of a report: what the header says is derived from the records, never counted beside them.
import type { ReportFinding, ReportStrategy, ReportTally, ReportTotals, Status } from './model.js';

/** The tally of something that has no source nodes: a page, a strategy that could not be read. */
export const emptyTally: ReportTally = { nodes: 0, byDisposition: {}, byKind: {} };

/** Counts how often each word occurs; words in the order of their first occurrence in `order`, then of the list. */
export function countBy(
  words: Iterable<string>,
  order: readonly string[] = [],
): Readonly<Record<string, number>> {
  const counts = new Map<string, number>(order.map((word) => [word, 0]));
  for (const word of words) counts.set(word, (counts.get(word) ?? 0) + 1);
  return Object.fromEntries([...counts].filter(([, count]) => count > 0));
}

/** Adds counts key by key. */
export function addCounts(
  all: readonly Readonly<Record<string, number>>[],
  order: readonly string[] = [],
): Readonly<Record<string, number>> {
  const sums = new Map<string, number>(order.map((word) => [word, 0]));
  for (const counts of all) {
    for (const [word, count] of Object.entries(counts)) sums.set(word, (sums.get(word) ?? 0) + count);
  }
  return Object.fromEntries([...sums].filter(([, count]) => count > 0));
}

const complete = new Set(['exact', 'omitted']);
const unfinished = new Set(['placeholder', 'unsupported']);

/** Status of a converted strategy by its worst node. */
export function statusOf(kind: ReportStrategy['kind'], hasPage: boolean, tally: ReportTally): Status {
  if (kind === 'page') return 'checked';
  const isEmbedded = (kind === 'subroutine' || kind === 'macro') && tally.nodes > 0;
  if (!hasPage) return isEmbedded ? 'embedded' : 'failed';
  const present = Object.entries(tally.byDisposition).filter(([, count]) => count > 0);
  if (present.some(([disposition]) => unfinished.has(disposition))) return 'partial';
  return present.every(([disposition]) => complete.has(disposition)) ? 'complete' : 'review';
}

/** The totals of a report. */
export function totalsOf(
  files: number,
  strategies: readonly ReportStrategy[],
  otherFindings: readonly ReportFinding[],
): ReportTotals {
  const findings = [...otherFindings, ...strategies.flatMap((strategy) => strategy.findings)];
  const runs = strategies.flatMap((strategy) => strategy.runs);
  const count = (severity: string): number =>
    findings.filter((finding) => finding.severity === severity).length;
  const overridden = strategies.reduce((sum, { tally }) => sum + (tally.overridden ?? 0), 0);
  return {
    files,
    strategies: strategies.length,
    converted: strategies.filter(({ output }) => output === 'written' || output === 'unchanged').length,
    byStatus: countBy(strategies.map(({ status }) => status)),
    byClaim: countBy(strategies.map(({ claim }) => claim)),
    byDisposition: addCounts(strategies.map(({ tally }) => tally.byDisposition)),
    ...(overridden > 0 ? { overridden } : {}),
    runs: runs.length,
    runsPassed: runs.filter(({ passed }) => passed).length,
    errors: count('error'),
    warnings: count('warning'),
    infos: count('info'),
  };
}
