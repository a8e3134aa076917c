// The report's record of one audited strategy, and what the sums take of it.
import type { AuditedStrategy } from '../../audit/estate.js';
import type { StrategyFacts } from '../../audit/facts.js';
import type { Diagnostic } from '../../diagnostics/index.js';
import { toFindings } from '../../report/build.js';
import type { ReportStrategy } from '../../report/model.js';
import { statusOf } from '../../report/tally.js';
import type { Job } from '../convert-strategy.js';
import type { Converted } from '../pipeline.js';
import { partsOf } from '../record-parts.js';

/** The record of a strategy; `facts` are missing when the conversion failed for a fault of ours. */
export function auditRecord(
  { strategy, input, hash, origin, unread }: Job,
  { tally, assumptions, renamed, reached, facts }: Converted,
  diagnostics: readonly Diagnostic[],
): ReportStrategy {
  const isRoot = strategy.kind === 'strategy';
  return {
    name: strategy.name,
    kind: strategy.kind,
    file: input.file,
    hash,
    ...origin,
    status: statusOf(strategy.kind, isRoot && facts?.hasStart === true, tally),
    blocks: strategy.blocks,
    page: null,
    output: 'none',
    claim: reached,
    tally,
    assumptions,
    ...(renamed.length > 0 ? { renamed } : {}),
    runs: [],
    unread: unread.map(({ path, count, first }) => ({ path, count, line: first.start.line })),
    findings: toFindings(diagnostics, strategy.name),
    ...(facts === undefined ? {} : partsOf(facts, diagnostics, input.file)),
  };
}

/** What the sums and tables take of a strategy. */
export const auditedOf = (
  { name, kind, file, status, blocks, assumptions, findings }: ReportStrategy,
  page: string | undefined,
  facts: StrategyFacts,
): AuditedStrategy => ({
  name,
  kind: kind === 'page' ? 'strategy' : kind,
  file,
  status,
  blocks,
  page,
  assumptions,
  codes: findings.map(({ code }) => code),
  facts,
});
