// Who calls whom over all strategies: in which order they are converted and cut over, which calls go round in circles, what is missing and what is not used.
import { cycleIn, type Graph } from '../ir/graph/algorithms.js';
import { condense } from './condensation.js';
import type { Call } from './facts.js';

/** A strategy as the graph sees it. */
export interface Caller {
  readonly name: string;
  readonly kind: 'strategy' | 'subroutine' | 'macro' | 'process';
  readonly file: string;
  readonly calls: readonly Call[];
}

/** A place in the order of conversion. */
export interface OrderedStrategy extends Omit<Caller, 'calls'> {
  /** 1: it calls nothing. Strategies of one wave do not need each other, unless they lie on one cycle. */
  readonly wave: number;
  /** Number of the cycle that it lies on, from 1. */
  readonly cycle: number | undefined;
}

export interface CallEdge extends Call {
  readonly caller: string;
  /** The name is among the files. */
  readonly found: boolean;
}

export interface MissingName {
  readonly kind: Call['kind'];
  readonly name: string;
  readonly callers: readonly string[];
}

export interface CallGraph {
  /** What is called stands before what calls it. */
  readonly order: readonly OrderedStrategy[];
  readonly edges: readonly CallEdge[];
  /** Each as the names along a shortest way round. */
  readonly cycles: readonly (readonly string[])[];
  readonly missing: readonly MissingName[];
  /** Subroutines and macros that nothing among the files calls. */
  readonly unused: readonly OrderedStrategy[];
}

/** The call graph of all strategies. Of two that share a name the first is meant, as in a conversion. */
export function callGraphOf(callers: readonly Caller[]): CallGraph {
  const find = findByNames(callers);
  const targets = callers.map(({ calls }) => calls.flatMap(({ name }) => find(name) ?? []));
  const graph: Graph = { size: callers.length, successors: (node) => targets[node] ?? [] };
  const { groupOf, members, cyclic, successors, order } = condense(graph);

  const waves = new Map<number, number>();
  for (const group of order)
    waves.set(group, 1 + Math.max(0, ...successors(group).map((next) => waves.get(next) ?? 0)));
  const numbered = [...cyclic].map((group) => ({ group, cycle: cycleIn(graph, members[group] ?? []) }));
  const numberOf = new Map(numbered.map(({ group }, index) => [group, index + 1]));
  const placed = callers.map(({ name, kind, file }, index): OrderedStrategy => {
    const group = groupOf[index] ?? 0;
    return { name, kind, file, wave: waves.get(group) ?? 1, cycle: numberOf.get(group) };
  });
  const called = new Set(targets.flat());
  return {
    order: placed.toSorted((a, b) => a.wave - b.wave || compare(a.name, b.name) || compare(a.file, b.file)),
    edges: callers.flatMap(({ name: caller, calls }) =>
      calls.map((call) => ({ ...call, caller, found: find(call.name) !== undefined })),
    ),
    cycles: numbered.map(({ cycle }) => cycle.map((node) => callers[node]?.name ?? '')),
    missing: missingNames(callers, find),
    unused: placed.filter(
      ({ kind }, index) => (kind === 'subroutine' || kind === 'macro') && !called.has(index),
    ),
  };
}

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

/** Names are found as written, then without regard to case. */
export function findByNames(callers: readonly Pick<Caller, 'name'>[]): (name: string) => number | undefined {
  const exact = new Map<string, number>();
  const folded = new Map<string, number>();
  callers.forEach(({ name }, index) => {
    if (!exact.has(name)) exact.set(name, index);
    if (!folded.has(name.toLowerCase())) folded.set(name.toLowerCase(), index);
  });
  return (name) => exact.get(name) ?? folded.get(name.toLowerCase());
}

function missingNames(
  callers: readonly Caller[],
  find: (name: string) => number | undefined,
): readonly MissingName[] {
  const missing = new Map<string, MissingName>();
  for (const { name: caller, calls } of callers) {
    for (const { kind, name } of calls) {
      if (find(name) !== undefined) continue;
      const key = `${kind}\u0000${name}`;
      const before = missing.get(key)?.callers ?? [];
      missing.set(key, { kind, name, callers: before.includes(caller) ? before : [...before, caller] });
    }
  }
  return [...missing.values()].sort((a, b) => b.callers.length - a.callers.length || compare(a.name, b.name));
}
