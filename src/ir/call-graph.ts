// Which strategies call which, over the whole batch. A subroutine that nothing calls is no finding: strategies outside of the batch may.
import { compareSpans, diagnose, type Diagnostic } from '../diagnostics/index.js';
import { cycleIn, cyclicComponents, type Graph } from './graph/algorithms.js';
import type { Block, Strategy } from './nodes.js';
import { checkSharedVariables } from './shared-variables.js';
import { findByName } from './signature.js';

/** Reports recursion, and names that several strategies share. The outcome does not depend on the order of the strategies. */
export function checkCallGraph(strategies: readonly Strategy[]): readonly Diagnostic[] {
  const ordered = strategies.toSorted((a, b) => compareSpans(a.span, b.span));
  const byName = new Map(ordered.toReversed().map((strategy) => [strategy.name, strategy]));
  const numbers = new Map(ordered.map((strategy, number) => [strategy, number]));
  const calls = ordered.map((strategy) =>
    subroutineCalls(strategy).flatMap(({ block, name }) => {
      const called = findByName(byName, name);
      const number = called && numbers.get(called.found);
      return number === undefined ? [] : [{ block, number }];
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
    return call ? [diagnose('IRD2121', call.block.nodeId, call.block.span, { strategies: names })] : [];
  });
  return [...sharedNames(ordered, byName), ...recursion, ...checkSharedVariables(ordered, byName)];
}

/** The subroutines that a strategy calls by name, in the order of its blocks; calls that are never reached are left out. */
export function subroutineCalls(
  strategy: Strategy,
): readonly { readonly block: Block; readonly name: string }[] {
  return strategy.blocks.flatMap((block) => {
    if (!block.reachable || block.type !== 'CallSubroutine') return [];
    const name = block.properties.subroutine?.value ?? '';
    return name === '' ? [] : [{ block, name }];
  });
}

function sharedNames(
  ordered: readonly Strategy[],
  byName: ReadonlyMap<string, Strategy>,
): readonly Diagnostic[] {
  return ordered.flatMap((strategy) => {
    const first = byName.get(strategy.name);
    if (first === undefined || first === strategy) return [];
    const data = { name: strategy.name, other: first.source.file };
    return [diagnose('IRD2124', strategy.nodeId, strategy.span, data)];
  });
}
