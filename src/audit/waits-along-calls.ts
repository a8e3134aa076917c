// Waits of strategies with those of what they call: a call that is in a subroutine waits for its caller, too.
import { findByNames, type Caller } from './call-graph.js';
import { condense } from './condensation.js';
import type { Waits } from './facts.js';
import { longestWay } from './longest-way.js';

/** A strategy, and the names of those that calls go on in. */
export interface WaitingStrategy extends Pick<Caller, 'name'> {
  readonly goesOnIn: readonly string[];
}

/** Names of the strategies that calls go on in, each once. */
export const goesOnIn = ({ steps = [] }: Waits): readonly string[] => [
  ...new Set(steps.flatMap(({ calls }) => calls.map(({ name }) => name))),
];

/**
 * The waits of all strategies, each with those of what it calls: subroutines, macros, and strategies that it switches to. Strategies that call each
 * other in a circle are added up once each, as the blocks of a loop are, and `repeats` says so. What is missing makes a wait unknown. `waitsOf` gives
 * those of the strategy with a number, without what it calls; it is asked for one after the other, and what was added up has no steps any more.
 */
export function waitsAlongCalls(
  strategies: readonly WaitingStrategy[],
  waitsOf: (number: number) => Waits | undefined,
): readonly (Waits | undefined)[] {
  const find = findByNames(strategies);
  const calledBy = strategies.map((strategy) => strategy.goesOnIn.flatMap((name) => find(name) ?? []));
  const graph = { size: strategies.length, successors: (node: number) => calledBy[node] ?? [] };
  const { groupOf, members, order, cyclic } = condense(graph);
  const all: (Waits | undefined)[] = strategies.map(() => undefined);
  for (const group of order) {
    const inGroup = members[group] ?? [];
    const isCircle = cyclic.has(group);
    // What leads back into the circle counts nothing while its members are added up.
    const known = (name: string): Waits | undefined => all[find(name) ?? -1];
    const alone = inGroup.map((node) => withCalls(waitsOf(node), known, (name) => isIn(name, group)));
    for (const [place, node] of inGroup.entries()) {
      const waits = alone[place];
      if (waits !== undefined) all[node] = isCircle ? roundTheCircle(waits, alone) : waits;
    }
  }
  function isIn(name: string, group: number): boolean {
    const node = find(name);
    return node !== undefined && groupOf[node] === group;
  }
  return all;
}

/** The waits of a strategy with those of what it calls; calls for which `isBack` holds are left out. */
function withCalls(
  waits: Waits | undefined,
  known: (name: string) => Waits | undefined,
  isBack: (name: string) => boolean,
): Waits | undefined {
  if (waits === undefined) return undefined;
  if (waits.steps === undefined) return waits;
  const calls = waits.steps.flatMap((step) => step.calls).filter(({ name }) => !isBack(name));
  const those = (holds: (called: Waits | undefined) => boolean): readonly string[] =>
    calls.flatMap(({ block, name }) => (holds(known(name)) ? [`${block} (${name})`] : []));
  const endless = [...waits.endless, ...those((called) => (called?.endless.length ?? 0) > 0)];
  const computed = [
    ...waits.computed,
    ...those((called) => (called === undefined ? true : called.computed.length > 0)),
  ];
  const way = longestWay(waits.steps, (name) => known(name)?.seconds ?? 0);
  return {
    ...way,
    longest: endless.length > 0 || computed.length > 0 ? null : way.seconds,
    endless,
    computed,
    repeats: way.repeats || calls.some(({ name }) => known(name)?.repeats === true),
    steps: undefined,
  };
}

/** A member of a circle of calls: what it waits itself, and once what each of the others does. */
function roundTheCircle(own: Waits, alone: readonly (Waits | undefined)[]): Waits {
  const others = alone.flatMap((each) => (each === undefined || each === own ? [] : [each]));
  const endless = [...own.endless, ...others.flatMap((each) => each.endless)];
  const computed = [...own.computed, ...others.flatMap((each) => each.computed)];
  const seconds = others.reduce((sum, each) => sum + each.seconds, own.seconds);
  return {
    longest: endless.length > 0 || computed.length > 0 ? null : seconds,
    seconds,
    endless,
    computed,
    path: [...own.path, ...others.flatMap(({ path }) => path)],
    repeats: seconds > 0,
    steps: undefined,
  };
}
