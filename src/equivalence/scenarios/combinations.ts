// Several changes at once: each pair of values of the inputs that were found (a covering array), then combinations by chance. Composed of what the search
// found, so that the vocabulary is that of the program.
import { createDraws } from '../../runtime-check/draws.js';
import type { Scenario } from '../../runtime-check/scenario/types.js';
import { joinScenarios } from '../../runtime-check/explore/edit-scenario.js';

/** An input with the values that scenarios gave it, each as a scenario that has nothing else. */
interface Input {
  readonly name: string;
  readonly values: readonly Scenario[];
}

const mostValues = 8;
const mostInputs = 24;
/** Rows that are compared when the next row of the array is chosen. */
const mostOffers = 8;

const empty = (): Scenario => ({ scenario: 1, name: 'combination' });

/** Endless; the same scenarios and seed give the same combinations. */
export function* combinations(scenarios: readonly Scenario[], seed: number): Generator<Scenario> {
  const inputs = inputsOf(scenarios);
  if (inputs.length < 2) return;
  const draw = createDraws([], seed);
  const pick = (count: number): number => Math.floor(draw() * count);
  const open = new Set<string>();
  for (const [a, first] of inputs.entries())
    for (const [b, second] of inputs.entries())
      if (a < b)
        for (const x of first.values.keys()) for (const y of second.values.keys()) open.add(pair(a, x, b, y));
  while (open.size > 0) {
    const offers = Array.from({ length: mostOffers }, () => rowFor(inputs, open, pick));
    const scored = offers.map((row) => ({ row, pairs: pairsOf(row).filter((each) => open.has(each)) }));
    const best = scored.reduce((a, b) => (b.pairs.length > a.pairs.length ? b : a));
    for (const each of best.pairs) open.delete(each);
    yield composed(inputs, best.row);
  }
  for (;;) {
    // Few inputs at a time: with all of them at once, most calls end early.
    const taken = 1 + pick(5);
    const row = inputs.map((): number => -1);
    for (let at = 0; at < taken; at++) {
      const input = pick(inputs.length);
      row[input] = pick(inputs[input]?.values.length ?? 1);
    }
    yield composed(inputs, row);
  }
}

const pair = (a: number, x: number, b: number, y: number): string => [a, x, b, y].join(' ');

function pairsOf(row: readonly number[]): readonly string[] {
  return row.flatMap((x, a) => row.slice(a + 1).map((y, rest) => pair(a, x, a + 1 + rest, y)));
}

/** A row that has one of the open pairs, and values by chance elsewhere. */
function rowFor(
  inputs: readonly Input[],
  open: ReadonlySet<string>,
  pick: (count: number) => number,
): readonly number[] {
  const row = inputs.map(({ values }) => pick(values.length));
  const wanted = nth(open, pick(Math.min(open.size, 200)))
    .split(' ')
    .map(Number);
  const [a = 0, x = 0, b = 0, y = 0] = wanted;
  row[a] = x;
  row[b] = y;
  return row;
}

function nth(set: ReadonlySet<string>, position: number): string {
  let at = 0;
  for (const each of set) if (at++ === position) return each;
  return '';
}

const composed = (inputs: readonly Input[], row: readonly number[]): Scenario =>
  row.reduce((scenario, value, at) => {
    const part = inputs[at]?.values[value];
    return part === undefined ? scenario : joinScenarios(scenario, part);
  }, base());

/** A caller who gives up in the end, so that no wait lasts for ever. */
const base = (): Scenario => ({
  ...empty(),
  interaction: { hangup: 3600 },
  world: { defaultDestination: 'default' },
});

function inputsOf(scenarios: readonly Scenario[]): readonly Input[] {
  const found = new Map<string, Map<string, Scenario>>();
  for (const scenario of scenarios) {
    for (const [name, part] of partsOf(scenario)) {
      const values = found.get(name) ?? new Map<string, Scenario>();
      found.set(name, values);
      const key = JSON.stringify(part);
      if (values.size < mostValues && !values.has(key)) values.set(key, part);
    }
  }
  return [...found]
    .map(([name, values]) => ({ name, values: [...values.values()] }))
    .sort((a, b) => b.values.length - a.values.length)
    .slice(0, mostInputs);
}

/** The inputs of a scenario, each alone. */
function* partsOf({
  clock,
  zone,
  random,
  interaction,
  happenings,
  world,
  answers,
  data,
}: Scenario): Generator<readonly [name: string, part: Scenario]> {
  if (clock !== undefined) yield ['clock', { ...empty(), clock }];
  if (zone !== undefined) yield ['zone', { ...empty(), zone }];
  if (random !== undefined) yield ['random', { ...empty(), random }];
  if (data !== undefined) yield ['data', { ...empty(), data }];
  if (happenings !== undefined) yield ['happenings', { ...empty(), happenings }];
  const { udata, extensions, ...properties } = interaction ?? {};
  for (const [key, value] of Object.entries(extensions ?? {}))
    yield [`extension ${key}`, { ...empty(), interaction: { extensions: { [key]: value } } }];
  for (const [key, value] of Object.entries(udata ?? {}))
    yield [`udata ${key}`, { ...empty(), interaction: { udata: { [key]: value } } }];
  for (const [key, value] of Object.entries(properties))
    yield [`interaction ${key}`, { ...empty(), interaction: { [key]: value as never } }];
  const { agents, targets, allTargetsReady, ...others } = world ?? {};
  const staff = {
    ...(agents === undefined ? {} : { agents }),
    ...(targets === undefined ? {} : { targets }),
    ...(allTargetsReady === undefined ? {} : { allTargetsReady }),
  };
  if (Object.keys(staff).length > 0) yield ['staff', { ...empty(), world: staff }];
  for (const [key, value] of Object.entries(others))
    yield [`world ${key}`, { ...empty(), world: { [key]: value } }];
  for (const [kind, list] of Object.entries(answers ?? {}))
    for (const answer of list as readonly Readonly<Record<string, unknown>>[])
      yield [
        `${kind} ${String(answer['match'] ?? answer['action'] ?? answer['url'] ?? answer['to'] ?? '')}`,
        { ...empty(), answers: { [kind]: [answer] } },
      ];
}
