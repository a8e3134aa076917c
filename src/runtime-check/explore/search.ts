// The search of the exploration: runs scenarios, keeps those that cover something new, and aims from them at what is left. Everything goes in the order
// of the document, so that the same page gives the same runs.
import { coverableOf, type Coverable } from '../coverage-reach.js';
import type { Transition } from '../document/nodes.js';
import type { RunnablePage } from '../run-prepare.js';
import { defaultScenarios } from '../scenario/defaults.js';
import { forgeries } from '../scenario/forgeries.js';
import { isScenario } from '../scenario/read.js';
import type { Scenario } from '../scenario/types.js';
import type { AimContext } from './aim-context.js';
import { aimsAt } from './aims.js';
import { contentsFor } from './contents.js';
import { createDataFlow } from './data-flow.js';
import { readPageCode } from './page-code.js';
import { runWithLog, type RunLog } from './run-log.js';

export interface Search {
  readonly coverable: Coverable;
  /** Runs that covered something new, in the order in which they were found. */
  readonly found: readonly RunLog[];
  /** Indexes of what was covered. */
  readonly states: ReadonlySet<number>;
  readonly transitions: ReadonlySet<number>;
  /** Names of events that came while a state was active are not kept: these are all that came in any run. */
  readonly events: ReadonlySet<string>;
  /** Indexes of transitions whose condition was tested and false in some run. */
  readonly refused: ReadonlySet<number>;
  readonly runs: number;
}

/** Runs that are spent on one transition from one base, before others get their turn; then more. */
const quotas = [12, 25, 50, 100, 200, 400] as const;
const mostBases = 3;

/** Searches within a number of runs, from the default scenarios and the given ones. */
export function search(page: RunnablePage, budget: number, given: readonly Scenario[] = []): Search {
  const coverable = coverableOf(page.document);
  const found: RunLog[] = [];
  const states = new Set<number>();
  const transitions = new Set<number>();
  const events = new Set<string>();
  const refused = new Set<number>();
  const seen = new Set<string>();
  let runs = 0;

  function run(scenario: Scenario): RunLog | undefined {
    const key = JSON.stringify(scenario);
    if (seen.has(key) || runs >= budget || !isScenario(scenario)) return undefined;
    seen.add(key);
    runs++;
    const log = runWithLog(page, scenario);
    const { covered } = log.result;
    const isNew =
      covered.states.some((index) => !states.has(index)) ||
      covered.transitions.some((index) => !transitions.has(index));
    for (const index of covered.states) states.add(index);
    for (const index of covered.transitions) transitions.add(index);
    for (const name of log.events) events.add(name);
    for (const index of log.refused) refused.add(index);
    if (isNew) found.push(log);
    return log;
  }

  const code = readPageCode(page.document);
  const flow = createDataFlow(code);
  const context: AimContext = {
    flow,
    code,
    dataIds: new Set(page.document.states.flatMap(({ data }) => data.map(({ id }) => id))),
    contents: contentsFor(code, flow),
    states: page.document.states,
    transitions: coverable.transitions,
    runIn: (state) => found.find(({ stays }) => stays.has(state)),
    looked: new Map(),
    look: (scenario, onEvent) => {
      if (runs >= budget) return;
      runs++;
      runWithLog(page, scenario, onEvent);
    },
  };

  /** Runs that were spent on a transition from a base. */
  const spent = new Map<string, number>();

  /** Spends runs on one transition, up to `quota` in all; true when something new was covered. */
  function aim(transition: Transition, base: RunLog, quota: number): boolean {
    const before = states.size + transitions.size;
    const key = `${String(transition.index)} ${String(found.indexOf(base))}`;
    let used = spent.get(key) ?? 0;
    if (used >= quota) return false;
    for (const scenario of aimsAt(transition, base, context)) {
      if (used >= quota || runs >= budget) break;
      const log = run(scenario);
      if (log !== undefined) used++;
      if (transitions.has(transition.index)) return true;
    }
    spent.set(key, used);
    return states.size + transitions.size > before;
  }

  for (const { expect: _expect, ...scenario } of [...defaultScenarios, ...given]) run(scenario);
  for (let level = 0; level < quotas.length && runs < budget;) {
    let progress = false;
    for (const transition of coverable.transitions) {
      if (transitions.has(transition.index)) continue;
      for (const base of basesFor(transition, found)) {
        if (aim(transition, base, quotas[level] ?? 0)) progress = true;
        if (transitions.has(transition.index)) break;
      }
    }
    level = progress ? 0 : level + 1;
  }
  return { coverable, found, states, transitions, events, refused, runs };
}

/**
 * Runs that were in the source of a transition: those first in which its condition was tested, then those in which the source waited for events, then the
 * simplest.
 */
function basesFor({ source, index }: Transition, found: readonly RunLog[]): readonly RunLog[] {
  const waiting = new Set(source.evented.map((other) => other.index));
  const rank = (log: RunLog): number =>
    log.refused.has(index) ? 0 : log.result.covered.transitions.some((taken) => waiting.has(taken)) ? 1 : 2;
  return found
    .filter(({ stays }) => stays.has(source.id))
    .map((log) => ({
      log,
      rank: rank(log),
      forged: forgeries(log.scenario),
      size: JSON.stringify(log.scenario).length,
    }))
    .sort((a, b) => a.rank - b.rank || a.forged - b.forged || a.size - b.size)
    .slice(0, mostBases)
    .map(({ log }) => log);
}
