// From one lowered strategy to its page: mapped, accounted for, emitted.
import type { Converted, PipelineSettings } from './cli/pipeline.js';
import { shapeOf } from './audit/compare/shape.js';
import { factsOf, reportedFactsOf } from './audit/facts-of.js';
import { risksOf } from './audit/risks.js';
import { diagnose, type Diagnostic } from './diagnostics/index.js';
import type { StrategyGraph } from './drawing/model.js';
import { strategyGraph, type TracedPage } from './drawing/strategy-graph.js';
import { emitPage, spotsOn } from './emit/index.js';
import { sourceProgram } from './equivalence/run/program.js';
import type { Strategy } from './ir/nodes.js';
import type { NameUse } from './ir/renaming/rename-strategy.js';
import { objectFact } from './ir/vocabulary/objects.js';
import { countedNodes } from './ir/walk.js';
import type { Account } from './mappings/accounts.js';
import type { MapOptions } from './mappings/define.js';
import { withCopies } from './mappings/macro-copies.js';
import { mapStrategy } from './mappings/map-strategy.js';
import type { AppliedOverrides } from './mappings/overrides/apply.js';
import type { ReportTally } from './report/model.js';

/** A strategy as it was drawn, and what the user has decided about it. */
export interface AppliedStrategy {
  readonly drawn: Strategy;
  readonly decided: AppliedOverrides;
}

/** What became of the nodes of macros. */
export type Copies = ReadonlyMap<string, Account>;

/** What the conversion of one strategy needs of its batch. */
export interface Surroundings {
  readonly subroutine: (name: string) => Strategy | undefined;
  readonly settings: PipelineSettings;
  readonly usesOf: (strategies: readonly Strategy[]) => readonly NameUse[];
  readonly applied: AppliedTo;
  /** What became of the copies of macros on the pages of all that use them. */
  readonly copies: () => Copies;
}

export type AppliedTo = (strategy: Strategy) => AppliedStrategy | undefined;

/** The settings as the mappings want them. */
export const optionsOf = (settings: PipelineSettings, applied: AppliedTo): MapOptions => ({
  selection: settings.selection,
  ursCalls: settings.ursCalls ?? true,
  priorityIncrements: settings.priorityIncrements ?? 'resubmit',
  ...(settings.target === undefined ? {} : { target: settings.target }),
  assumptions: settings.assumptions,
  custom: (each) => applied(each)?.decided.mappings,
});

/** Maps and emits one strategy; the account of its nodes must close. */
export function convertStrategy(
  strategy: Strategy,
  before: readonly Diagnostic[],
  { subroutine, settings, usesOf, applied, copies }: Surroundings,
): { readonly converted: Converted; readonly copies: Copies } {
  const mapped = mapStrategy(strategy, { subroutine, options: optionsOf(settings, applied) });
  const accounts =
    strategy.kind === 'macro' ? withCopies(mapped.value.accounts, [copies()]) : mapped.value.accounts;
  const { tally, fault } = takeStock(strategy, applied(strategy), accounts);
  const assumptions = [...new Set([...strategy.assumptions, ...mapped.value.assumptions])].sort();
  const { audit } = settings;
  const risks = audit === undefined ? [] : risksOf(strategy);
  const diagnostics = [...before, ...mapped.diagnostics, ...risks, ...(fault ? [fault] : [])];
  const input = { strategy, accounts, findings: mapped.diagnostics };
  const facts = audit === undefined ? undefined : factsOf(input, audit);
  const made = {
    program: () => sourceProgram(applied(strategy)?.drawn ?? strategy, subroutine, settings.assumptions),
    tally,
    assumptions,
    reported: () => facts ?? reportedFactsOf(input),
    shape: () => shapeOf(strategy),
    ...(facts === undefined ? {} : { facts }),
  };
  const graphOf = (page?: TracedPage) => (): StrategyGraph =>
    strategyGraph(strategy, { accountOf: (node) => accounts.get(node), factOf: objectFact }, page);
  if (fault !== undefined || strategy.kind !== 'strategy' || settings.pages === false) {
    const renamed = usesOf([strategy]);
    return {
      converted: { ...made, graph: graphOf(), page: undefined, reached: 'lowered', diagnostics, renamed },
      copies: mapped.value.copies,
    };
  }
  const { root, subroutines } = mapped.value;
  const renamed = usesOf([root, ...subroutines].map((part) => part.strategy));
  const emitted = emitPage(mapped.value, {
    notes: settings.notes ? 'all' : 'none',
    version: settings.version,
    ...(settings.names === undefined ? {} : { renamed: { file: settings.names.file, uses: renamed } }),
  });
  return {
    converted: {
      ...made,
      graph: graphOf(emitted.value),
      page: emitted.value && {
        text: emitted.value.text,
        trace: `${JSON.stringify(emitted.value.trace, undefined, 2)}\n`,
        spotOf: spotsOn(emitted.value.text, emitted.value.trace),
      },
      reached: emitted.value ? 'emitted' : 'lowered',
      diagnostics: [...diagnostics, ...emitted.diagnostics],
      renamed,
    },
    copies: mapped.value.copies,
  };
}

/** Adds up what became of the source nodes. A node without an account is a fault of ours: nothing may be dropped in silence. */
function takeStock(
  strategy: Strategy,
  own: AppliedStrategy | undefined,
  accounts: ReadonlyMap<string, Account>,
): { readonly tally: ReportTally; readonly fault: Diagnostic | undefined } {
  const dropped = new Set(own?.decided.dropped);
  const nodes = countedNodes(own?.drawn ?? strategy);
  const byDisposition: Record<string, number> = {};
  const byKind: Record<string, Record<string, number>> = {};
  const missing: string[] = [];
  for (const node of nodes) {
    const disposition = dropped.has(node.id) ? 'omitted' : accounts.get(node.id)?.disposition;
    if (disposition === undefined) {
      missing.push(node.id);
      continue;
    }
    byDisposition[disposition] = (byDisposition[disposition] ?? 0) + 1;
    const kind = (byKind[node.kind] ??= {});
    kind[disposition] = (kind[disposition] ?? 0) + 1;
  }
  const [first] = missing;
  const fault =
    first === undefined
      ? undefined
      : diagnose('IRD9002', first, strategy.span, {
          nodes: nodes.length,
          accounted: nodes.length - missing.length,
          missing: first,
        });
  const isConverted = (id: string): boolean =>
    !['placeholder', 'unreachable'].includes(accounts.get(id)?.disposition ?? '');
  const overridden = (own?.decided.nodes ?? []).filter(isConverted).length;
  return {
    tally: { nodes: nodes.length, byDisposition, byKind, ...(overridden > 0 ? { overridden } : {}) },
    fault,
  };
}
