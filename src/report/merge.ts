// Puts the reports of the parts of one estate together: the result is that of one run over all of it.
import type { ReportInventoryItem } from './model-audit.js';
import type { ReportFinding, ReportSettings, ReportStrategy } from './model.js';
import type { StoredReport } from './read-report.js';
import { totalsOf } from './tally.js';

/** A report and the file that it came from. */
export interface Part {
  readonly name: string;
  readonly report: StoredReport;
}

export type Merged =
  { readonly ok: true; readonly report: StoredReport } | { readonly ok: false; readonly problem: string };

/**
 * Merges. It fails for parts of different commands, for a strategy that is in two of them, and, unless `mixed`, for parts that were made by different
 * versions or tables, because their findings and dispositions do not mean the same.
 */
export function mergeReports(
  [first, ...others]: readonly [Part, ...(readonly Part[])],
  mixed: boolean,
): Merged {
  const parts = [first, ...others];
  for (const { name, report } of others) {
    if (report.command !== first.report.command) {
      return refuse(`"${name}" is of "${report.command}", and "${first.name}" of "${first.report.command}".`);
    }
    if (!mixed && madeBy(report) !== madeBy(first.report)) {
      return refuse(
        `"${name}" was made by ${madeBy(report)}, and "${first.name}" by ${madeBy(first.report)}; --mixed merges them all the same.`,
      );
    }
  }
  const owners = new Map<string, string>();
  for (const { name, report } of parts) {
    for (const strategy of report.strategies) {
      const key = keyOf(strategy);
      const owner = owners.get(key);
      // A file may hold two strategies of one name, which its own report tells.
      if (owner !== undefined && owner !== name) {
        return refuse(`Strategy "${strategy.name}" of "${strategy.file}" is in "${owner}" and in "${name}".`);
      }
      owners.set(key, name);
    }
  }
  const strategies = parts.flatMap(({ report }) => report.strategies).sort(byFile);
  const findings = unique(parts.flatMap(({ report }) => report.findings)).sort(byFile);
  const files = parts.reduce((sum, { report }) => sum + report.totals.files, 0);
  const inventory = addInventories(parts.flatMap(({ report }) => report.inventory ?? []));
  const details = new Map(parts.flatMap(({ report }) => [...(report.details ?? [])]));
  const {
    strategies: _,
    findings: __,
    inventory: ___,
    totals: ____,
    details: _____,
    run,
    ...header
  } = first.report;
  return {
    ok: true,
    report: {
      ...header,
      ...(run === undefined ? {} : { run: withoutShard(run) }),
      strategies,
      findings,
      ...(inventory.length > 0 ? { inventory } : {}),
      totals: totalsOf(files, strategies, findings),
      ...(details.size > 0 ? { details } : {}),
    },
  };
}

const refuse = (problem: string): Merged => ({ ok: false, problem });

const madeBy = ({ tool }: StoredReport): string =>
  `${tool.name} ${tool.version}${tool.mappings === undefined ? '' : ` with tables ${tool.mappings.hash.slice(0, 12)}`}`;

const keyOf = ({ kind, file, name }: ReportStrategy): string => JSON.stringify([kind, file, name]);

const byFile = (a: { readonly file: string }, b: { readonly file: string }): number =>
  a.file < b.file ? -1 : a.file > b.file ? 1 : 0;

const withoutShard = ({ shard: _, ...run }: ReportSettings): ReportSettings => run;

/** A finding about the command as a whole is in every part. */
function unique(findings: readonly ReportFinding[]): ReportFinding[] {
  const seen = new Map(findings.map((finding) => [JSON.stringify(finding), finding]));
  return [...seen.values()];
}

function addInventories(items: readonly ReportInventoryItem[]): readonly ReportInventoryItem[] {
  const sums = new Map<string, ReportInventoryItem>();
  for (const item of items) {
    const key = JSON.stringify([item.kind, item.name, item.class]);
    const before = sums.get(key);
    sums.set(key, {
      ...item,
      count: item.count + (before?.count ?? 0),
      strategies: item.strategies + (before?.strategies ?? 0),
    });
  }
  return [...sums.values()];
}
