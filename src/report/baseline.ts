// The baseline: findings that were there when it was written, and may be there until they are dealt with. A run fails on what is new, and on entries
// that nothing matches any more, so that the debt can only shrink.
import { troubleOf } from '../diagnostics/index.js';
import type { Report, ReportFinding, ReportStrategy } from './model.js';

/** So many findings of one fingerprint are accepted. */
export interface BaselineEntry {
  /** Name of the strategy; of the file, for a finding that belongs to none. */
  readonly strategy: string;
  /** Where they were: says whether a run has looked at them. A file that moved keeps its findings accepted. */
  readonly file: string;
  readonly code: string;
  readonly fingerprint: string;
  readonly count: number;
  /** Why it is accepted: written by hand, shown in reports, kept when the file is written again. */
  readonly why?: string;
}

export interface Baseline {
  /** Version of the format. */
  readonly baseline: 1;
  readonly entries: readonly BaselineEntry[];
}

/** JSON Schema (2020-12) of the file. */
export const baselineSchema = {
  $schema: 'https://json-schema.org/draft/2020-12/schema',
  $id: 'urn:ird2scxml:baseline:1',
  title: 'Baseline of ird2scxml',
  type: 'object',
  required: ['baseline', 'entries'],
  properties: {
    baseline: { const: 1 },
    entries: {
      type: 'array',
      items: {
        type: 'object',
        required: ['strategy', 'file', 'code', 'fingerprint', 'count'],
        properties: {
          strategy: { type: 'string' },
          file: { type: 'string' },
          code: { type: 'string', pattern: '^IRD[0-9]{4}$' },
          fingerprint: { type: 'string', pattern: '^[0-9a-f]{32}$' },
          count: { type: 'integer', minimum: 1 },
          why: { type: 'string' },
        },
      },
    },
  },
} as const;

/** What of a report can be accepted: errors and warnings, but nothing that kept ird2scxml from its work, and nothing that is ignored elsewhere with a reason. */
const canBeAccepted = ({ code, severity, suppressed }: ReportFinding): boolean =>
  severity !== 'info' &&
  troubleOf(code) === undefined &&
  code !== 'IRD8140' &&
  suppressed?.kind !== 'ignored';

/** The baseline that accepts what a report holds. */
export function baselineOf(report: Report): Baseline {
  const entries = new Map<string, BaselineEntry>();
  const add = (findings: Iterable<ReportFinding>, owner: (finding: ReportFinding) => string): void => {
    for (const finding of findings) {
      if (!canBeAccepted(finding)) continue;
      const { file, code, fingerprint } = finding;
      const key = JSON.stringify([fingerprint, file]);
      const count = (entries.get(key)?.count ?? 0) + 1;
      entries.set(key, { strategy: owner(finding), file, code, fingerprint, count });
    }
  };
  add(report.findings, ({ file }) => file);
  for (const { name, findings } of report.strategies) add(findings, () => name);
  return { baseline: 1, entries: [...entries.values()].sort(byName) };
}

const byName = (a: BaselineEntry, b: BaselineEntry): number =>
  compare(a.strategy, b.strategy) ||
  compare(a.file, b.file) ||
  compare(a.code, b.code) ||
  compare(a.fingerprint, b.fingerprint);

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

/** The text of a baseline file: an entry on each line, sorted, so that a change of it can be read as a diff. */
export const baselineText = ({ entries }: Baseline): string =>
  entries.length === 0
    ? '{ "baseline": 1, "entries": [] }\n'
    : `{ "baseline": 1, "entries": [\n${entries.map((entry) => JSON.stringify(entry)).join(',\n')}\n] }\n`;

/** Takes up to `wanted` findings of a fingerprint out of a stock; gives how many there were. */
type Stock = (fingerprint: string, wanted: number) => number;

function stockOf({ entries }: Baseline): Stock {
  const left = new Map<string, number>();
  for (const { fingerprint, count } of entries) left.set(fingerprint, (left.get(fingerprint) ?? 0) + count);
  return (fingerprint, wanted) => {
    const taken = Math.min(wanted, left.get(fingerprint) ?? 0);
    left.set(fingerprint, (left.get(fingerprint) ?? 0) - taken);
    return taken;
  };
}

/** `next` with the reasons that `before` gives. */
export function keepReasons(before: Baseline, next: Baseline): Baseline {
  const reasons = new Map(before.entries.map(({ fingerprint, why }) => [fingerprint, why]));
  const entries = next.entries.map((entry) => {
    const why = reasons.get(entry.fingerprint);
    return why === undefined ? entry : { ...entry, why };
  });
  return { baseline: 1, entries };
}

/** Entries of `next` that `before` does not have, or has fewer of. */
export function newDebt(before: Baseline, next: Baseline): readonly BaselineEntry[] {
  const known = stockOf(before);
  return next.entries.flatMap((entry) => {
    const count = entry.count - known(entry.fingerprint, entry.count);
    return count > 0 ? [{ ...entry, count }] : [];
  });
}

/** `before` without what `now` no longer has. */
export function prune(before: Baseline, now: Baseline): Baseline {
  const present = stockOf(now);
  const entries = before.entries.flatMap((entry) => {
    const count = present(entry.fingerprint, entry.count);
    return count > 0 ? [{ ...entry, count }] : [];
  });
  return { baseline: 1, entries };
}

/** A baseline in use: records go through it once each, in any order. */
export interface BaselineUse {
  /** The record with its known findings accepted. */
  readonly accept: (record: ReportStrategy) => ReportStrategy;
  readonly acceptFindings: (findings: readonly ReportFinding[]) => readonly ReportFinding[];
  /**
   * Entries, or parts of them, that nothing has matched, of files that went through. What was not looked at in this run says nothing about its
   * entries.
   */
  readonly stale: () => readonly BaselineEntry[];
}

/** Begins to use a baseline; `file` is named in the reason. */
export function useBaseline(baseline: Baseline, file: string): BaselineUse {
  const left = baseline.entries.map((entry) => ({ entry, count: entry.count }));
  const byFingerprint = new Map<string, typeof left>();
  for (const each of left) {
    const alike = byFingerprint.get(each.entry.fingerprint) ?? [];
    byFingerprint.set(each.entry.fingerprint, alike);
    alike.push(each);
  }
  const seen = new Set<string>();
  const suppressedBy = ({ why }: BaselineEntry) =>
    ({ kind: 'baseline', reason: `listed in ${file}${why === undefined ? '' : `: ${why}`}` }) as const;
  const acceptFindings = (findings: readonly ReportFinding[]): readonly ReportFinding[] =>
    findings.map((finding) => {
      seen.add(finding.file);
      if (!canBeAccepted(finding)) return finding;
      const alike = (byFingerprint.get(finding.fingerprint) ?? []).filter(({ count }) => count > 0);
      const match = alike.find(({ entry }) => entry.file === finding.file) ?? alike[0];
      if (match === undefined) return finding;
      match.count -= 1;
      return { ...finding, suppressed: suppressedBy(match.entry) };
    });
  return {
    acceptFindings,
    accept: (record) => {
      seen.add(record.file);
      return { ...record, findings: acceptFindings(record.findings) };
    },
    stale: () =>
      left.flatMap(({ entry, count }) => (count > 0 && seen.has(entry.file) ? [{ ...entry, count }] : [])),
  };
}
