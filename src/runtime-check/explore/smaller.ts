// Makes a scenario smaller piece by piece: what remains is what it takes.
import type { Scenario } from '../scenario/types.js';

type Tree = Readonly<Record<string, unknown>>;

/** How deep into each part a piece is taken out as a whole: `interaction.udata.<key>`, `answers.events[i]`. */
const depths: Readonly<Record<string, number>> = {
  clock: 1,
  zone: 1,
  random: 1,
  seed: 1,
  data: 2,
  interaction: 3,
  interactions: 1,
  happenings: 2,
  world: 4,
  answers: 3,
};

/** The smallest scenario that still `holds`, taking out one piece after the other in a fixed order. */
export function smallest(scenario: Scenario, holds: (smaller: Scenario) => boolean): Scenario {
  let current = scenario;
  for (let at = 0; ;) {
    const path = piecesOf(current)[at];
    if (path === undefined) return current;
    const smaller = without(current, path);
    if (holds(smaller)) current = smaller;
    else at++;
  }
}

type Path = readonly (string | number)[];

/** Larger pieces come before their parts. */
function piecesOf(scenario: Scenario): readonly Path[] {
  return Object.entries(scenario).flatMap(([name, value]) => {
    const depth = depths[name];
    return depth === undefined ? [] : pathsIn(value, [name], depth);
  });
}

function pathsIn(value: unknown, path: Path, depth: number): readonly Path[] {
  if (depth <= path.length || typeof value !== 'object' || value === null) return [path];
  const entries: readonly (readonly [string | number, unknown])[] = Array.isArray(value)
    ? [...value.entries()]
    : Object.entries(value);
  return [path, ...entries.flatMap(([key, inner]) => pathsIn(inner, [...path, key], depth))];
}

// A scenario without one of its optional parts is a scenario.
const without = (scenario: Scenario, path: Path): Scenario => removed(scenario, path) as unknown as Scenario;

/** Without what is at the path, and without what became empty by that. */
function removed(holder: unknown, [key, ...rest]: Path): unknown {
  if (key === undefined || typeof holder !== 'object' || holder === null) return holder;
  if (Array.isArray(holder)) {
    const items = holder as readonly unknown[];
    const inner = rest.length === 0 ? undefined : removed(items[Number(key)], rest);
    return items.flatMap((item, index) =>
      index !== key ? [item] : inner === undefined || isEmpty(inner) ? [] : [inner],
    );
  }
  const tree = holder as Tree;
  const { [key]: value, ...others } = tree;
  const inner = rest.length === 0 ? undefined : removed(value, rest);
  return inner === undefined || isEmpty(inner)
    ? others
    : Object.fromEntries(Object.entries(tree).map(([name, each]) => [name, name === key ? inner : each]));
}

const isEmpty = (value: unknown): boolean =>
  typeof value === 'object' && value !== null && Object.keys(value).length === 0;
