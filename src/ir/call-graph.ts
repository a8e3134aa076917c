// Which strategies call which, over the whole batch. A subroutine that nothing calls is no finding: strategies outside of the batch may.
// It is decided from outlines, so that no more than one strategy need be in memory.
import { compareSpans, diagnose, type Diagnostic } from '../diagnostics/index.js';
import { cycleIn, cyclicComponents, type Graph } from './graph/algorithms.js';
import type { StrategyOutline } from './outline.js';
import { checkSharedVariables } from './shared-variables.js';
import { findByName } from './signature.js';
import { staysInUrs } from './vocabulary/urs-only.js';

/** Reports recursion, and names that several strategies share. The outcome does not depend on the order of the strategies. */
export function checkCallGraph(strategies: readonly StrategyOutline[]): readonly Diagnostic[] {
  const ordered = strategies.toSorted((a, b) => compareSpans(a.span, b.span));
  const byName = new Map(ordered.toReversed().map((strategy) => [strategy.name, strategy]));
  const numbers = new Map(ordered.map((strategy, number) => [strategy, number]));
  const calls = ordered.map((strategy) =>
    strategy.calls.flatMap(({ node, span, name }) => {
      const called = findByName(byName, name);
      const number = called && numbers.get(called.found);
      return number === undefined ? [] : [{ node, span, number }];
    }),
  );
  const graph: Graph = {
    size: ordered.length,
    successors: (node) => calls[node]?.map((call) => call.number) ?? [],
  };
  const recursion = cyclicComponents(graph).flatMap((component) => {
    const cycle = cycleIn(graph, component);
    const [first = 0, second = first] = cycle;
    const call = calls[first]?.find(({ number }) => number === second);
    const names = cycle.map((node) => ordered[node]?.name ?? '');
    return call ? [diagnose('IRD2121', call.node, call.span, { strategies: names })] : [];
  });
  return [
    ...sharedNames(ordered, byName),
    ...recursion,
    ...checkSharedVariables(ordered, byName),
    ...runByUrs(ordered, byName),
  ];
}

/** Strategies of the batch that URS needs as well, or alone: those that thresholds run, and those that products of Genesys bring along. */
function runByUrs(
  ordered: readonly StrategyOutline[],
  byName: ReadonlyMap<string, StrategyOutline>,
): readonly Diagnostic[] {
  const users = (of: (strategy: StrategyOutline) => readonly string[]): Map<StrategyOutline, string[]> => {
    const found = new Map<StrategyOutline, string[]>();
    for (const strategy of ordered)
      for (const name of new Set(of(strategy))) {
        const used = findByName(byName, name)?.found;
        if (used) found.set(used, [...(found.get(used) ?? []), strategy.name]);
      }
    return found;
  };
  const runners = users(({ runs }) => runs);
  const callers = users(({ leadsTo }) => leadsTo);
  return ordered.flatMap((strategy) => {
    const own = staysInUrs(strategy.name);
    const runs = runners.get(strategy) ?? [];
    if (own === undefined && runs.length === 0) return [];
    const calls = own === undefined ? (callers.get(strategy) ?? []) : [];
    const data = { name: strategy.name, why: own ?? '', runners: runs, callers: calls };
    return [diagnose('IRD3023', strategy.nodeId, strategy.span, data)];
  });
}

function sharedNames(
  ordered: readonly StrategyOutline[],
  byName: ReadonlyMap<string, StrategyOutline>,
): readonly Diagnostic[] {
  return ordered.flatMap((strategy) => {
    const first = byName.get(strategy.name);
    if (first === undefined || first === strategy) return [];
    const data = { name: strategy.name, other: first.file };
    return [diagnose('IRD2124', strategy.nodeId, strategy.span, data)];
  });
}
