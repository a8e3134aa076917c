// Puts the report together from what a command found out.
import { compareSpans, diagnose, wholeFile, type Diagnostic } from '../diagnostics/index.js';
import type { BaselineUse } from './baseline.js';
import { fingerprintOf } from './fingerprint.js';
import type { ReportDetails, ReportInventoryItem } from './model-audit.js';
import type {
  Report,
  ReportFinding,
  ReportHeader,
  ReportPlace,
  ReportSettings,
  ReportStrategy,
  ReportTotals,
} from './model.js';
import { tablesHash } from './tables-hash.js';
import { addFindings, totalsOf } from './tally.js';

/** A finding as the report keeps it; `strategy` is the name of the strategy or page that it belongs to, '' when it belongs to none. */
export function toFinding(
  { code, severity, message, help, span, node, identity }: Diagnostic,
  strategy = '',
): ReportFinding {
  return {
    code,
    severity,
    message,
    help,
    file: span.file,
    line: span.start.line,
    column: span.start.column,
    endLine: span.end.line,
    endColumn: span.end.column,
    node,
    fingerprint: fingerprintOf({
      code,
      strategy: strategy === '' ? span.file : strategy,
      node,
      message,
      identity,
    }),
  };
}

/** Where something came of a source node, in a file of the output; undefined when nothing did. */
export type FindRelated = (node: string) => ReportPlace | undefined;

/** Findings of a strategy ('': of none) in the order of the files and places that they are about. */
export const toFindings = (
  diagnostics: readonly Diagnostic[],
  strategy = '',
  relatedOf?: FindRelated,
): readonly ReportFinding[] =>
  diagnostics
    .toSorted((a, b) => compareSpans(a.span, b.span) || (a.code < b.code ? -1 : 1))
    .map((diagnostic): ReportFinding => {
      const finding = toFinding(diagnostic, strategy);
      const related = relatedOf?.(diagnostic.node);
      // What was found on the page itself needs no other place.
      return related === undefined || related.file === finding.file ? finding : { ...finding, related };
    });

/** The first keys of a report. */
export const headerOf = (version: string, command: string, run?: ReportSettings): ReportHeader => ({
  report: 1,
  tool: { name: 'ird2scxml', version, mappings: { version, hash: tablesHash() } },
  target: { name: 'ors', version: null },
  ...(run === undefined ? {} : { run }),
  command,
});

export interface ReportParts<Strategies extends Iterable<ReportStrategy>> {
  readonly version: string;
  readonly command: string;
  readonly run?: ReportSettings;
  /** How many files were read or tried. */
  readonly files: number;
  readonly strategies: Strategies;
  /** Findings that belong to no strategy. */
  readonly diagnostics: readonly Diagnostic[];
  readonly inventory?: readonly ReportInventoryItem[];
  readonly details?: ReportDetails;
  /** Accepts what it lists. The records have gone through it already; what is stale becomes a finding. */
  readonly baseline?: { readonly file: string; readonly use: BaselineUse };
  /** The sums over the records, where they were taken while these were made; otherwise the records are read for them. */
  readonly totals?: ReportTotals;
}

/** The report of one command. */
export function buildReport<Strategies extends Iterable<ReportStrategy>>(
  parts: ReportParts<Strategies>,
): Report<Strategies> {
  const { version, command, run, files, strategies, inventory, details } = parts;
  const findings = findingsOf(parts);
  return {
    ...headerOf(version, command, run),
    strategies,
    findings,
    ...(inventory === undefined ? {} : { inventory }),
    totals:
      parts.totals === undefined
        ? totalsOf(files, strategies, findings)
        : addFindings(parts.totals, findings),
    ...(details === undefined ? {} : { details }),
  };
}

function findingsOf({
  diagnostics,
  baseline,
}: Pick<ReportParts<never>, 'diagnostics' | 'baseline'>): readonly ReportFinding[] {
  const findings = toFindings(diagnostics);
  if (baseline === undefined) return findings;
  const accepted = baseline.use.acceptFindings(findings);
  const stale = baseline.use
    .stale()
    .map(({ code, strategy, fingerprint, count }) =>
      diagnose('IRD8140', '', wholeFile(baseline.file), { code, strategy, fingerprint, count }),
    );
  return [...accepted, ...toFindings(stale)];
}
