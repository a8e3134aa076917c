// The report's record of one audited strategy, and what the sums take of it.
import type { AuditedStrategy } from '../../audit/estate.js';
import type { StrategyFacts } from '../../audit/facts.js';
import type { Diagnostic } from '../../diagnostics/index.js';
import { toFindings } from '../../report/build.js';
import type { ReportCall, ReportConstruct, ReportTask, ReportUse } from '../../report/model-audit.js';
import type { ReportStrategy } from '../../report/model.js';
import { statusOf } from '../../report/tally.js';
import type { Job } from '../convert-strategy.js';
import type { Converted } from '../pipeline.js';

/** Codes of what is to be done by hand: calls and objects without a mapping, parts that nothing became of, and what is to be compared. */
const taskCodes: ReadonlySet<string> = new Set(['IRD3001', 'IRD3002', 'IRD3003', 'IRD3004']);

/** The record of a strategy; `facts` are missing when the conversion failed for a fault of ours. */
export function auditRecord(
  { strategy, input, origin, unread }: Job,
  { tally, assumptions, renamed, reached, facts }: Converted,
  diagnostics: readonly Diagnostic[],
): ReportStrategy {
  const isRoot = strategy.kind === 'strategy';
  return {
    name: strategy.name,
    kind: strategy.kind,
    file: input.file,
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

type AuditParts = Pick<ReportStrategy, 'effort' | 'tasks' | 'uses' | 'constructs' | 'calls'>;

function partsOf(facts: StrategyFacts, diagnostics: readonly Diagnostic[], file: string): AuditParts {
  const { units, minutes, why, parts } = facts.effort;
  return {
    effort: {
      units,
      minutes,
      why,
      parts: parts.map(({ rule, count, units: own }) => ({ rule, count, units: own })),
    },
    tasks: diagnostics
      .filter(({ code }) => taskCodes.has(code))
      .map(({ code, node, message }): ReportTask => ({ code, node, text: message })),
    uses: facts.uses.map(({ kind, name, access, type, count, places }): ReportUse => ({
      kind,
      name,
      ...(access === '' ? {} : { access }),
      ...(type === '' ? {} : { type }),
      count,
      places: places.map((place) => ({ file, ...place })),
    })),
    constructs: facts.constructs.map(({ kind, name, class: each, count }): ReportConstruct => ({
      kind,
      name,
      disposition: each === 'known' ? 'exact' : each,
      count,
    })),
    calls: facts.calls.map(({ kind, name, count }): ReportCall => ({
      kind: kind === 'strategy' ? 'switch' : kind,
      name,
      count,
    })),
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
