// Makes a suite of scenarios of what the search found: few of them, each as small as it can be, named after what it reaches, with what must come of it.
import type { CompiledDocument } from '../document/nodes.js';
import { isScenario } from '../scenario/read.js';
import type { Scenario } from '../scenario/types.js';
import type { RunLog } from './run-log.js';
import { smallest } from './smaller.js';

/** A scenario of the suite, with its run. */
export interface SuiteEntry {
  readonly scenario: Scenario;
  readonly log: RunLog;
}

interface Share {
  readonly log: RunLog;
  /** What no scenario before it covers. */
  readonly states: readonly number[];
  readonly transitions: readonly number[];
}

/** Runs a scenario again; undefined when no more runs may be made. */
export type Rerun = (scenario: Scenario) => RunLog | undefined;

/** The suite for what `found` covered together. */
export function makeSuite(
  found: readonly RunLog[],
  document: CompiledDocument,
  rerun: Rerun,
): readonly SuiteEntry[] {
  const names = new Set<string>();
  return sharesOf(found).map((share) => {
    let { log } = share;
    const { description: _description, ...bare } = log.scenario;
    smallest(bare, (smaller) => {
      // Some pieces need others, as an agent needs an id.
      const run = isScenario(smaller) ? rerun(smaller) : undefined;
      if (run === undefined || !coversAll(run, share)) return false;
      log = run;
      return true;
    });
    const name = unique(titleOf({ ...share, log }, document), names);
    const { description: _before, ...rest } = log.scenario;
    const scenario = withExpectation({ ...rest, name }, log, share, document);
    return { scenario, log: { ...log, scenario, result: { ...log.result, scenario: name } } };
  });
}

/** Which runs are needed, and for what: the one that covers most first, of two alike the one with the smaller scenario. */
function sharesOf(found: readonly RunLog[]): readonly Share[] {
  const states = new Set<number>();
  const transitions = new Set<number>();
  const left = found.map((log) => ({ log, size: JSON.stringify(log.scenario).length }));
  const shares: Share[] = [];
  for (;;) {
    const offers = left.map(({ log, size }) => ({
      log,
      size,
      states: log.result.covered.states.filter((index) => !states.has(index)),
      transitions: log.result.covered.transitions.filter((index) => !transitions.has(index)),
    }));
    const [best] = offers.sort(
      (a, b) =>
        b.states.length + b.transitions.length - (a.states.length + a.transitions.length) || a.size - b.size,
    );
    if (best === undefined || best.states.length + best.transitions.length === 0) return shares;
    shares.push({ log: best.log, states: best.states, transitions: best.transitions });
    for (const index of best.states) states.add(index);
    for (const index of best.transitions) transitions.add(index);
  }
}

function coversAll({ result }: RunLog, share: Share): boolean {
  const states = new Set(result.covered.states);
  const transitions = new Set(result.covered.transitions);
  return (
    share.states.every((index) => states.has(index)) &&
    share.transitions.every((index) => transitions.has(index))
  );
}

/** What the scenario reaches, in words. */
function titleOf({ log, states, transitions }: Share, document: CompiledDocument): string {
  const reached = states
    .map((index) => document.states[index])
    .filter((state) => state !== undefined && state.children.length === 0);
  // The last state on the way says most.
  const last = [...Object.keys(log.result.visited)]
    .reverse()
    .find((id) => reached.some((state) => state?.id === id));
  if (last !== undefined) return `reaches ${last}`;
  const taken = transitions
    .map((index) => document.transitions[index])
    .find((each) => each?.element.local === 'transition');
  if (taken === undefined) return `ends ${log.result.end}`;
  const to = taken.targets.length === 0 ? '' : ` to ${taken.targets.map(({ id }) => id).join(' ')}`;
  const on =
    taken.events === undefined
      ? ''
      : ` on ${taken.events.map((name) => (name === '' ? '*' : name)).join(' ')}`;
  return `${taken.source.id}${to}${on}`;
}

function unique(title: string, names: Set<string>): string {
  let name = title;
  for (let number = 2; names.has(name); number++) name = `${title} (${String(number)})`;
  names.add(name);
  return name;
}

/** Keys in the order in which people write them. */
function withExpectation(
  scenario: Scenario,
  { result }: RunLog,
  { states, transitions }: Share,
  document: CompiledDocument,
): Scenario {
  const { scenario: version, name, expect: _expect, ...rest } = scenario;
  const reached = states
    .map((index) => document.states[index]?.id ?? '')
    .filter((id) => id !== '' && !id.startsWith('$'));
  const counts = `${count(states.length, 'state')} and ${count(transitions.length, 'transition')}`;
  return {
    scenario: version,
    name,
    description: `Found by exploration. It covers ${counts} that no scenario before it covers.`,
    ...rest,
    expect: {
      end: result.end,
      ...(result.target === undefined ? {} : { target: result.target }),
      ...(reached.length === 0 ? {} : { states: reached }),
    },
  };
}

const count = (number: number, word: string): string => `${String(number)} ${word}${number === 1 ? '' : 's'}`;
