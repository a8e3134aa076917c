// Requests for a target: who waits where with what priority, and who gets whom. Several requests of one interaction may be live at a time.
import { candidates, choose, type Candidate, type Order } from './candidates.js';
import { dependsOnTime, type ChoiceContext } from './eligibility.js';
import type { WorldHost } from './host.js';
import type { Staff } from './agents.js';
import type { QueueExit, QueueRecord } from './queue-record.js';
import type { Statistics } from './statistics.js';
import type { WantedTarget } from './target-string.js';

export interface RequestOrder {
  readonly id: string;
  /** '' for a competitor that the page does not own. */
  readonly interaction: string;
  /** Virtual queue, '' when none. */
  readonly queue: string;
  readonly priority: number;
  readonly targets: readonly WantedTarget[];
  readonly order: Order;
  readonly statistic: string;
  /** Seconds; undefined waits for ever. */
  readonly timeout: number | undefined;
  readonly clearOnTimeout: boolean;
  /** A target was found: the request is over. The resource is taken. */
  selected(candidate: Candidate): void;
  timedOut(): void;
}

export interface RequestState {
  readonly priority: number;
  /** From 1. */
  readonly position: number;
  /** Seconds. */
  readonly waited: number;
}

/** Settings of an interaction that its later requests inherit. */
export interface PrioritySettings {
  /** Added to the priority every `every` seconds of waiting, up to `limit`. */
  readonly growth?: { readonly by: number; readonly every: number };
  readonly limit?: number;
  /** Equal priorities are ordered by the age of the interaction instead of the waiting time. */
  readonly useAge?: boolean;
}

export interface Requests {
  submit(order: RequestOrder): void;
  /** Ends a request; false when it is not waiting. */
  end(id: string, exit: QueueExit): boolean;
  waitingFor(interaction: string, queue?: string): readonly string[];
  state(id: string): RequestState | undefined;
  setPriority(id: string, priority: number): boolean;
  tune(interaction: string, settings: PrioritySettings): void;
  exclude(agents: readonly string[]): readonly string[];
  checkState(check: boolean): void;
  lengthOf(queue: string): number;
  readonly records: readonly QueueRecord[];
}

export interface RequestsSetup {
  readonly host: WorldHost;
  readonly start: number;
  readonly staff: Staff;
  /** Asked after construction: the statistics count the waiting requests. */
  readonly statistics: () => Statistics;
  readonly allTargetsReady: boolean;
  readonly options: Readonly<Record<string, string>>;
  /** When the interaction came, in milliseconds since the start of the run. */
  readonly born: (interaction: string) => number;
}

interface Waiting {
  readonly order: RequestOrder;
  readonly since: number;
  priority: number;
  timer: number | undefined;
}

/** Milliseconds between looks at a threshold that changes with passing time. */
const look = 1_000;

export function createRequests(setup: RequestsSetup): Requests {
  const { host, staff } = setup;
  const waiting: Waiting[] = [];
  const records: QueueRecord[] = [];
  const tuned = new Map<string, PrioritySettings>();
  let excluded: ReadonlySet<string> = new Set();
  let check = true;
  let alarm: number | undefined;
  const at = (): number => host.now() - setup.start;

  const effective = (entry: Waiting): number => {
    const settings = tuned.get(entry.order.interaction);
    const growth = settings?.growth;
    const grown =
      growth === undefined || growth.every <= 0
        ? entry.priority
        : entry.priority + growth.by * Math.floor((at() - entry.since) / (growth.every * 1000));
    return settings?.limit === undefined ? grown : Math.min(grown, settings.limit);
  };
  const age = (entry: Waiting): number =>
    tuned.get(entry.order.interaction)?.useAge === true ? setup.born(entry.order.interaction) : entry.since;
  // The sort is stable, so that equal requests keep the order in which they came.
  const ranked = (): readonly Waiting[] =>
    [...waiting].sort((a, b) => effective(b) - effective(a) || age(a) - age(b));
  const inQueue = (queue: string): readonly Waiting[] =>
    ranked().filter((entry) => entry.order.queue === queue);

  const contextOf = (entry: Waiting): ChoiceContext => ({
    staff,
    statistics: setup.statistics(),
    at: at(),
    allTargetsReady: setup.allTargetsReady && entry.order.interaction !== '',
    checkState: check,
    excluded,
    options: setup.options,
    age: Math.floor((at() - setup.born(entry.order.interaction)) / 1000),
    waited: Math.floor((at() - entry.since) / 1000),
    position: inQueue(entry.order.queue).indexOf(entry) + 1,
    assume: host.assume,
  });

  const leave = (entry: Waiting, exit: QueueExit): void => {
    waiting.splice(waiting.indexOf(entry), 1);
    if (entry.timer !== undefined) host.withdraw(entry.timer);
    const { queue, id } = entry.order;
    if (queue === '') return;
    const record = { queue, request: id, from: entry.since, to: at(), exit };
    records.push(record);
    host.left(record);
  };

  const match = (): void => {
    for (const entry of ranked()) {
      // A request may have gone because an earlier one of the same interaction was served.
      if (!waiting.includes(entry)) continue;
      const context = contextOf(entry);
      const found = candidates(entry.order.targets, context);
      const chosen = choose(found, entry.order.order, entry.order.statistic, context, () => host.random());
      if (chosen === undefined) continue;
      staff.occupy(chosen.resource, at());
      leave(entry, 'routed');
      entry.order.selected(chosen);
    }
    watch();
  };

  // While somebody waits, the world looks again when readiness or statistics change next.
  const watch = (): void => {
    if (alarm !== undefined) host.withdraw(alarm);
    alarm = undefined;
    if (waiting.length === 0) return;
    const now = at();
    const moments = [staff.nextChange(now), setup.statistics().nextChange(now)].filter(
      (m) => m !== undefined,
    );
    if (waiting.some(({ order }) => order.interaction !== '' && dependsOnTime(order.targets))) {
      moments.push(now + look);
    }
    if (moments.length === 0) return;
    alarm = host.schedule(Math.min(...moments) - now, () => {
      alarm = undefined;
      match();
    });
  };

  const expire = (entry: Waiting): void => {
    // An agent who becomes ready in the very moment of the timeout still wins.
    match();
    if (!waiting.includes(entry)) return;
    entry.timer = undefined;
    if (entry.order.clearOnTimeout) leave(entry, 'cleared');
    entry.order.timedOut();
    watch();
  };

  return {
    records,
    submit: (order) => {
      const entry: Waiting = { order, since: at(), priority: order.priority, timer: undefined };
      waiting.push(entry);
      host.schedule(0, match);
      if (order.timeout !== undefined) {
        entry.timer = host.schedule(Math.max(0, order.timeout * 1000), () => {
          expire(entry);
        });
      }
    },
    end: (id, exit) => {
      const entry = waiting.find((each) => each.order.id === id);
      if (entry === undefined) return false;
      leave(entry, exit);
      watch();
      return true;
    },
    waitingFor: (interaction, queue) =>
      waiting
        .filter(
          ({ order }) => order.interaction === interaction && (queue === undefined || order.queue === queue),
        )
        .map((entry) => entry.order.id),
    state: (id) => {
      const entry = waiting.find((each) => each.order.id === id);
      if (entry === undefined) return undefined;
      const position = inQueue(entry.order.queue).indexOf(entry) + 1;
      return { priority: effective(entry), position, waited: Math.floor((at() - entry.since) / 1000) };
    },
    setPriority: (id, priority) => {
      const entry = waiting.find((each) => each.order.id === id);
      if (entry === undefined) return false;
      entry.priority = priority;
      host.schedule(0, match);
      return true;
    },
    tune: (interaction, settings) => {
      tuned.set(interaction, { ...tuned.get(interaction), ...settings });
    },
    exclude: (agents) => {
      const before = [...excluded];
      excluded = new Set(agents);
      return before;
    },
    checkState: (wanted) => {
      check = wanted;
    },
    lengthOf: (queue) => waiting.filter((entry) => entry.order.queue === queue).length,
  };
}
