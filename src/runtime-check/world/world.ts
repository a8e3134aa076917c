// The world of one run, made from a scenario: interaction, staff, queues, statistics, answers, calendar. It knows no SCXML, so that other fronts can
// stand on it; everything that happens by itself (hang-up, competitors) is scheduled on the host's virtual clock.
import type { Scenario, ScenarioWorld } from '../scenario/types.js';
import { createStaff, type Staff } from './agents.js';
import { createAnswers, type Answers } from './answers.js';
import { zoneName } from './calendar.js';
import type { WorldHost } from './host.js';
import { createInteractions, type Delivery, type Interactions } from './interactions.js';
import { createRequests, type Requests } from './requests.js';
import { createStatistics, type Statistics } from './statistics.js';
import { parseTargets } from './target-string.js';

export interface World {
  readonly host: WorldHost;
  /** Virtual milliseconds since 1970 when the run began. */
  readonly start: number;
  readonly scenario: Scenario;
  readonly given: ScenarioWorld;
  readonly zone: string;
  readonly staff: Staff;
  readonly statistics: Statistics;
  readonly requests: Requests;
  readonly interactions: Interactions;
  readonly answers: Answers;
  /** Milliseconds since the start of the run. */
  at(): number;
  /** Delivers an interaction: its other requests leave their queues. */
  deliver(interaction: string, delivery: Delivery, device: string): void;
  /** Ends an interaction that was not delivered. */
  end(interaction: string, state: 'terminated' | 'abandoned'): void;
  /** Starts what happens by itself; `hungUp` is told when the caller has gone. */
  begin(hungUp: (interaction: string) => void): void;
}

/** Moment at which a scenario without `clock` starts: a Monday morning. */
export const defaultClock = '2026-03-02T09:00:00Z';

export function createWorld(scenario: Scenario, host: WorldHost): World {
  const given = scenario.world ?? {};
  const start = host.now();
  const staff = createStaff(given);
  const interactions = createInteractions(scenario.interaction);
  const requests = createRequests({
    host,
    start,
    staff,
    statistics: () => statistics,
    allTargetsReady: given.allTargetsReady ?? false,
    options: given.options ?? {},
    born: (id) => interactions.find(id)?.born ?? 0,
  });
  const statistics = createStatistics(given, staff, (queue) => requests.lengthOf(queue));
  const leaveQueues = (interaction: string, exit: 'cleared' | 'abandoned'): void => {
    for (const id of requests.waitingFor(interaction)) requests.end(id, exit);
  };
  const end = (id: string, state: 'terminated' | 'abandoned'): void => {
    leaveQueues(id, state === 'abandoned' ? 'abandoned' : 'cleared');
    interactions.end(id, state);
  };
  return {
    host,
    start,
    scenario,
    given,
    zone: zoneName(scenario.zone ?? 'UTC') ?? 'UTC',
    staff,
    statistics,
    requests,
    interactions,
    answers: createAnswers(scenario.answers ?? {}),
    at: () => host.now() - start,
    deliver: (id, delivery, device) => {
      leaveQueues(id, 'cleared');
      interactions.deliver(id, delivery, device);
    },
    end,
    begin: (hungUp) => {
      for (const [index, call] of (given.calls ?? []).entries()) compete(call, index, requests, host);
      const hangup = scenario.interaction?.hangup;
      const first = interactions.all[0];
      if (hangup === undefined || first === undefined) return;
      host.schedule(hangup * 1000, () => {
        const now = interactions.find(first.id);
        if (now === undefined || now.state === 'terminated') return;
        if (now.state === 'present') end(now.id, 'abandoned');
        hungUp(now.id);
      });
    },
  };
}

function compete(
  call: NonNullable<ScenarioWorld['calls']>[number],
  index: number,
  requests: Requests,
  host: WorldHost,
): void {
  const read = parseTargets(call.targets);
  if (!read.ok) return;
  const from = call.at ?? 0;
  const order = {
    id: `call-${String(index + 1)}`,
    interaction: '',
    queue: call.queue ?? '',
    priority: call.priority ?? 0,
    targets: read.targets,
    order: 'any',
    statistic: '',
    timeout: call.until === undefined ? undefined : Math.max(0, call.until - from),
    clearOnTimeout: true,
    selected: () => undefined,
    timedOut: () => undefined,
  } as const;
  if (from === 0) requests.submit(order);
  else {
    host.schedule(from * 1000, () => {
      requests.submit(order);
    });
  }
}
