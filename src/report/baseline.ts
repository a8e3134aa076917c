// The baseline: findings that were there when it was written, and may be there until they are dealt with. A run fails on what is new, and on entries
// that nothing matches any more, so that the debt can only shrink.
import type { Report, ReportFinding, ReportStrategy } from './model.js';

/** So many findings of one fingerprint are accepted. */
export interface BaselineEntry {
  /** Name of the strategy; of the file, for a finding that belongs to none. */
  readonly strategy: string;
  readonly code: string;
  readonly fingerprint: string;
  readonly count: number;
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
        required: ['strategy', 'code', 'fingerprint', 'count'],
        properties: {
          strategy: { type: 'string' },
          code: { type: 'string', pattern: '^IRD[0-9]{4}$' },
          fingerprint: { type: 'string', pattern: '^[0-9a-f]{32}$' },
          count: { type: 'integer', minimum: 1 },
        },
      },
    },
  },
} as const;

/** What of a report can be accepted: errors and warnings, but no faults of ird2scxml, and nothing that is ignored elsewhere with a reason. */
const canBeAccepted = ({ code, severity, suppressed }: ReportFinding): boolean =>
  severity !== 'info' && !code.startsWith('IRD9') && code !== 'IRD8140' && suppressed?.kind !== 'ignored';

/** The baseline that accepts what a report holds. */
export function baselineOf(report: Report): Baseline {
  const entries = new Map<string, BaselineEntry>();
  const add = (findings: Iterable<ReportFinding>, owner: (finding: ReportFinding) => string): void => {
    for (const finding of findings) {
      if (!canBeAccepted(finding)) continue;
      const { code, fingerprint } = finding;
      const count = (entries.get(fingerprint)?.count ?? 0) + 1;
      entries.set(fingerprint, { strategy: owner(finding), code, fingerprint, count });
    }
  };
  add(report.findings, ({ file }) => file);
  for (const { name, findings } of report.strategies) add(findings, () => name);
  return { baseline: 1, entries: [...entries.values()].sort(byName) };
}

const byName = (a: BaselineEntry, b: BaselineEntry): number =>
  compare(a.strategy, b.strategy) || compare(a.code, b.code) || compare(a.fingerprint, b.fingerprint);

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

/** The text of a baseline file: an entry on each line, sorted, so that a change of it can be read as a diff. */
export const baselineText = ({ entries }: Baseline): string =>
  entries.length === 0
    ? '{ "baseline": 1, "entries": [] }\n'
    : `{ "baseline": 1, "entries": [\n${entries.map((entry) => JSON.stringify(entry)).join(',\n')}\n] }\n`;

/** Entries of `next` that `before` does not have, or has fewer of. */
export function newDebt(before: Baseline, next: Baseline): readonly BaselineEntry[] {
  const known = new Map(before.entries.map(({ fingerprint, count }) => [fingerprint, count]));
  return next.entries.flatMap((entry) => {
    const count = entry.count - (known.get(entry.fingerprint) ?? 0);
    return count > 0 ? [{ ...entry, count }] : [];
  });
}

/** `before` without what `now` no longer has. */
export function prune(before: Baseline, now: Baseline): Baseline {
  const present = new Map(now.entries.map(({ fingerprint, count }) => [fingerprint, count]));
  const entries = before.entries.flatMap((entry) => {
    const count = Math.min(entry.count, present.get(entry.fingerprint) ?? 0);
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
   * Entries, or parts of them, that nothing has matched, of strategies and files that went through. What was not looked at in this run says nothing
   * about its entries.
   */
  readonly stale: () => readonly BaselineEntry[];
}

/** Begins to use a baseline; `file` is named in the reason. */
export function useBaseline(baseline: Baseline, file: string): BaselineUse {
  const left = new Map(baseline.entries.map(({ fingerprint, count }) => [fingerprint, count]));
  const seen = new Set<string>();
  const suppressed = { kind: 'baseline', reason: `listed in ${file}` } as const;
  const acceptFindings = (findings: readonly ReportFinding[]): readonly ReportFinding[] =>
    findings.map((finding) => {
      seen.add(finding.file);
      const count = left.get(finding.fingerprint) ?? 0;
      if (count === 0 || !canBeAccepted(finding)) return finding;
      left.set(finding.fingerprint, count - 1);
      return { ...finding, suppressed };
    });
  return {
    acceptFindings,
    accept: (record) => {
      seen.add(record.name);
      seen.add(record.file);
      return { ...record, findings: acceptFindings(record.findings) };
    },
    stale: () =>
      baseline.entries.flatMap((entry) => {
        const count = left.get(entry.fingerprint) ?? 0;
        return count > 0 && seen.has(entry.strategy) ? [{ ...entry, count }] : [];
      }),
  };
}
