// The limits of the engine that a scenario gives: what they are for the interpreter, and what is said of a run that exceeds one.
import type { Budget, BudgetName, Stop } from './interpreter/types.js';
import type { Scenario, ScenarioLimits } from './scenario/types.js';
import type { RunPeaks } from './trace.js';

/** Budget of the interpreter for each limit, and the name that the limit has in the configuration of Orchestration (from memory). */
const limits: Readonly<
  Record<keyof ScenarioLimits, { readonly budget: keyof Budget; readonly option: string }>
> = {
  stateEntries: { budget: 'stateEntries', option: 'max-state-entry-count' },
  microsteps: { budget: 'microstepsPerEvent', option: 'max-microstep-count' },
  sessionAge: { budget: 'sessionAge', option: 'max-session-age' },
  pendingEvents: { budget: 'pendingEvents', option: 'max-pending-events' },
};

/** What a scenario allows a run. */
export function scenarioBudget({ limit, limits: given = {} }: Scenario): Partial<Budget> {
  const { stateEntries, microsteps, sessionAge, pendingEvents } = given;
  return {
    ...(limit === undefined ? {} : { time: limit * 1000 }),
    ...(stateEntries === undefined ? {} : { stateEntries }),
    ...(microsteps === undefined ? {} : { microstepsPerEvent: microsteps }),
    ...(sessionAge === undefined ? {} : { sessionAge: sessionAge * 1000 }),
    ...(pendingEvents === undefined ? {} : { pendingEvents }),
  };
}

/** The limit of the scenario that stopped a run; undefined when it was another. */
export function exceededLimit(
  scenario: Scenario,
  stop: Extract<Stop, { readonly kind: 'budget' }>,
  peaks: RunPeaks,
):
  | { readonly limit: string; readonly state: string; readonly count: number; readonly allowed: number }
  | undefined {
  for (const key of ['stateEntries', 'microsteps', 'sessionAge', 'pendingEvents'] as const) {
    const allowed = scenario.limits?.[key];
    const { budget, option } = limits[key];
    if (allowed === undefined || stop.which !== budget) continue;
    const peak = peaks[key];
    return typeof peak === 'number'
      ? { limit: option, state: stop.state, count: peak, allowed }
      : { limit: option, state: peak.state === '' ? stop.state : peak.state, count: peak.count, allowed };
  }
  return undefined;
}

/** What a run did that used up a limit. */
export const exhausted: Readonly<Record<BudgetName, string>> = {
  microstepsPerEvent: 'it took transition after transition without waiting for an event',
  microsteps: 'it took more transitions than a run may take',
  events: 'it took more events than a run may take',
  time: 'the time of the scenario was over',
  stateEntries: 'a state was entered more often than a session may enter it',
  sessionAge: 'the session became older than it may',
  pendingEvents: 'more events were pending than a session may have',
  sessions: 'more sessions were running at a time than a run may have',
  sessionStarts: 'more sessions were started than a run may start',
  script: 'a script ran too long',
  memory: 'scripts used too much memory',
};
