// The world of one run, made from a scenario: interaction, staff, queues, statistics, answers, calendar. It knows no SCXML, so that other fronts can
// stand on it; everything that happens by itself (hang-up, competitors) is scheduled on the host's virtual clock.
import type { Scenario, ScenarioWorld } from '../scenario/types.js';
import { createStaff, type Staff } from './agents.js';
import { createAnswers, type Answers } from './answers.js';
import { zoneName } from './calendar.js';
import { beginCompetitors } from './competitors.js';
import type { WorldHost } from './host.js';
import { createCallControl, type CallControl } from './call-control.js';
import { createHappenings } from './happenings.js';
import type { Delivery } from './interaction.js';
import { createInteractions, type Interactions } from './interactions.js';
import type { News } from './news.js';
import type { Requests } from './request-order.js';
import { createRequests } from './requests.js';
import { placesOf, type Resource } from './resources.js';
import { createStatistics, type Statistics } from './statistics.js';

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
  /** What others do to interactions. */
  readonly control: CallControl;
  /** Delivers an interaction: its other requests leave their queues. */
  deliver(interaction: string, delivery: Delivery, device: string): void;
  /** Ends an interaction that was not delivered. */
  end(interaction: string, state: 'terminated' | 'abandoned'): void;
  /** Starts what happens by itself; `tell` hears of what the session gets to know. */
  begin(tell: (news: News) => void): void;
  /** The page is about to take an event of this name. */
  noticed(event: string): void;
  /** The page has entered a state of this id. */
  entered(state: string): void;
}

/** Seconds that a delivery waits for somebody who does not answer: the server's delivering timeout. */
const deliveringTimeout = 30;

/** Moment at which a scenario without `clock` starts: a Monday morning. */
export const defaultClock = '2026-03-02T09:00:00Z';

export function createWorld(scenario: Scenario, host: WorldHost): World {
  const given = scenario.world ?? {};
  const start = host.now();
  const staff = createStaff(given);
  const interactions = createInteractions(scenario);
  const waiting = createRequests({
    host,
    start,
    staff,
    statistics: () => statistics,
    allTargetsReady: given.allTargetsReady ?? false,
    options: given.options ?? {},
    lists: given.lists ?? {},
    born: (id) => interactions.current(id)?.born ?? 0,
    medium: (id) => interactions.current(id)?.media ?? 'voice',
    current: (id) => interactions.current(id)?.id ?? id,
  });
  // Requests keep the id under which they were submitted: a merge leaves them where they are.
  const requests: Requests = {
    ...waiting,
    waitingFor: (interaction, queue) =>
      [...new Set([interaction, ...interactions.names(interaction)])].flatMap((name) =>
        waiting.waitingFor(name, queue),
      ),
  };
  const statistics = createStatistics(given, staff, requests.figures, host.assume);
  const leaveQueues = (interaction: string, exit: 'cleared' | 'abandoned'): void => {
    for (const id of requests.waitingFor(interaction)) requests.end(id, exit);
  };
  const end = (id: string, state: 'terminated' | 'abandoned'): void => {
    leaveQueues(id, state === 'abandoned' ? 'abandoned' : 'cleared');
    interactions.end(id, state);
    staff.ended(id, at());
  };
  let tell: (news: News) => void = () => undefined;
  const heard = (news: News): void => {
    tell(news);
  };
  const at = (): number => host.now() - start;
  const timeouts = given.timeouts ?? {};
  const freed = (id: string, how: 'ended' | 'unanswered'): void => {
    if (how === 'ended') staff.ended(id, at());
    else {
      host.assume('no-answer');
      staff.unanswered(id, at());
    }
  };
  const control = createCallControl({
    host,
    interactions,
    timeouts,
    tell: heard,
    leaveQueues,
    freed,
    renamed: (from, to) => {
      staff.renamed(from, to);
    },
    at,
  });
  const happenings = createHappenings({ scenario, host, interactions, control, tell: heard });
  // Who does not answer lets it ring; the seconds of the scenario, else the server's.
  const agentAt = (...names: readonly string[]): Resource | undefined =>
    staff.resources.find(
      (each) => each.kind === 'agent' && placesOf(each).some((place) => names.includes(place)),
    );
  const unanswered = (agent: Resource | undefined): number | undefined => {
    const { noAnswer = false } = given.agents?.find(({ id }) => id === agent?.id) ?? {};
    if (noAnswer === false) return undefined;
    return noAnswer === true ? (timeouts.delivering ?? deliveringTimeout) : noAnswer;
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
    at,
    control,
    deliver: (id, delivery, device) => {
      const now = interactions.current(id);
      if (now === undefined) return;
      leaveQueues(now.id, 'cleared');
      const agent = agentAt(delivery.target, device);
      interactions.deliver(now.id, delivery, device, agent === undefined ? 'unknown' : 'agent');
      staff.deliver(now.id, [delivery.target, device], at(), now.media);
      control.watchDelivery(now.id, delivery, now.device, unanswered(agent));
    },
    end,
    begin: (listener) => {
      tell = listener;
      beginCompetitors(given.calls ?? [], requests, host);
      happenings.begin();
    },
    noticed: (event) => {
      happenings.noticed(event);
    },
    entered: (state) => {
      happenings.entered(state);
    },
  };
}
