// Sums of a report: what the header says is derived from the records, never counted beside them.
import type { Severity } from '../diagnostics/index.js';
import type { Output, ReportFinding, ReportStrategy, ReportTally, ReportTotals, Status } from './model.js';

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

/** Sums of no record at all. */
export const noTotals = (files: number): ReportTotals => ({
  files,
  strategies: 0,
  converted: 0,
  byStatus: {},
  byClaim: {},
  byDisposition: {},
  byOutput: {},
  runs: 0,
  runsPassed: 0,
  errors: 0,
  warnings: 0,
  infos: 0,
});

const inPlace: ReadonlySet<Output> = new Set<Output>(['written', 'unchanged', 'skipped', 'merged']);

/** The sums with one record more. Keys stand in the order of their first occurrence. */
export function addToTotals(totals: ReportTotals, record: ReportStrategy): ReportTotals {
  const { status, claim, output, tally, runs, effort } = record;
  const overridden = (totals.overridden ?? 0) + (tally.overridden ?? 0);
  return {
    ...addFindings(totals, record.findings),
    strategies: totals.strategies + 1,
    converted: totals.converted + (inPlace.has(output) ? 1 : 0),
    byStatus: addCounts([totals.byStatus, { [status]: 1 }]),
    byClaim: addCounts([totals.byClaim, { [claim]: 1 }]),
    byDisposition: addCounts([totals.byDisposition, tally.byDisposition]),
    byOutput: addCounts([totals.byOutput, { [output]: 1 }]),
    ...(overridden > 0 ? { overridden } : {}),
    runs: totals.runs + runs.length,
    runsPassed: totals.runsPassed + runs.filter(({ passed }) => passed).length,
    ...(effort === undefined
      ? {}
      : {
          effort: {
            units: (totals.effort?.units ?? 0) + effort.units,
            minutes: (totals.effort?.minutes ?? 0) + effort.minutes,
          },
        }),
  };
}

/** The sums with findings more that belong to no strategy. */
export function addFindings(totals: ReportTotals, findings: readonly ReportFinding[]): ReportTotals {
  const open = findings.filter(({ suppressed }) => suppressed === undefined);
  const count = (severity: Severity): number =>
    open.filter((finding) => finding.severity === severity).length;
  const suppressed = (totals.suppressed ?? 0) + findings.length - open.length;
  return {
    ...totals,
    errors: totals.errors + count('error'),
    warnings: totals.warnings + count('warning'),
    infos: totals.infos + count('info'),
    ...(suppressed > 0 ? { suppressed } : {}),
  };
}

/** The totals of a report. */
export function totalsOf(
  files: number,
  strategies: Iterable<ReportStrategy>,
  otherFindings: readonly ReportFinding[],
): ReportTotals {
  let totals = noTotals(files);
  for (const record of strategies) totals = addToTotals(totals, record);
  return addFindings(totals, otherFindings);
}
