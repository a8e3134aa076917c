// Requests for a target: who waits where with what priority, and who gets whom. Several requests of one interaction may be live at a time.
import type { Demand, Staff } from './agents.js';
import { candidates, choose, type Candidate } from './candidates.js';
import { readCondition, type ReadCondition } from './condition.js';
import { dependsOnTime, isConditional, type ChoiceContext } from './eligibility.js';
import type { WorldHost } from './host.js';
import { createQueueBooks, type QueueEntry, type QueueExit } from './queue-record.js';
import type { RequestOrder, Requests } from './request-order.js';
import type { Statistics } from './statistics.js';
import { createWaitingLine, type PrioritySettings, type Waiting } from './waiting-line.js';

/** What requests are made with. */
export interface RequestsSetup {
  readonly host: WorldHost;
  readonly start: number;
  readonly staff: Staff;
  /** Asked after construction: the statistics count the waiting requests. */
  readonly statistics: () => Statistics;
  readonly allTargetsReady: boolean;
  readonly options: Readonly<Record<string, string>>;
  readonly lists: ChoiceContext['lists'];
  /** When the interaction came, in milliseconds since the start of the run. */
  readonly born: (interaction: string) => number;
  readonly medium: (interaction: string) => string;
  /** The id that it has now: a merge may have changed it. */
  readonly current: (interaction: string) => string;
}

/** Milliseconds between looks at a threshold that changes with passing time. */
const look = 1_000;

/** The waiting requests of one run. */
export function createRequests(setup: RequestsSetup): Requests {
  const { host, staff } = setup;
  const books = createQueueBooks();
  const tuned = new Map<string, PrioritySettings>();
  const at = (): number => host.now() - setup.start;
  const born = (interaction: string): number => tuned.get(interaction)?.born ?? setup.born(interaction);
  const line = createWaitingLine({ at, settings: (interaction) => tuned.get(interaction), born });
  const conditions = new Map<string, ReadCondition>();
  let excluded: ReadonlySet<string> = new Set();
  let check = true;
  let submitted = 0;
  /** Waiting requests whose targets depend on more than the state of agents. */
  let conditional = 0;
  /** Requests that have not been tried yet; the others found nobody, and would find nobody now unless `stale`. */
  let fresh: Waiting[] = [];
  let stale = false;
  let matching: number | undefined;
  /** The look at what changes by itself: when, and the handle of the call. */
  let alarm: { readonly at: number; readonly handle: number } | undefined;

  const read = (text: string): ReadCondition => {
    const known = conditions.get(text) ?? readCondition(text);
    conditions.set(text, known);
    return known;
  };
  const demandOf = (order: RequestOrder): Demand =>
    order.demand ?? { medium: setup.medium(order.interaction), router: '' };
  const waited = (entry: Waiting): number => Math.floor((at() - entry.since) / 1000);
  const contextOf = (entry: Waiting): ChoiceContext => {
    const { order } = entry;
    return {
      staff,
      statistics: setup.statistics(),
      at: at(),
      demand: demandOf(order),
      allTargetsReady: setup.allTargetsReady && order.interaction !== '',
      checkState: check,
      isExcluded: (agent) => excluded.has(agent) || (order.leftOut?.includes(agent) ?? false),
      options: setup.options,
      lists: setup.lists,
      age: () => Math.floor((at() - born(order.interaction)) / 1000),
      waited: () => waited(entry),
      position: () => line.position(entry),
      assume: host.assume,
      read,
    };
  };
  const keyOf = ({ order, targets }: Waiting): string | undefined =>
    isConditional(targets)
      ? undefined
      : JSON.stringify([
          demandOf(order),
          order.leftOut ?? [],
          order.interaction === '',
          targets.map(({ text, workbin }) => [text, workbin === true]),
        ]);

  /** Looks for targets at this moment, after what is happening now. */
  const soon = (all: boolean): void => {
    stale ||= all;
    const search = (): void => {
      matching = undefined;
      match();
    };
    matching ??= host.schedule(0, search, 'a target is looked for');
  };
  const leave = (entry: Waiting, exit: QueueExit): void => {
    line.remove(entry);
    if (entry.timer !== undefined) host.withdraw(entry.timer);
    if (entry.key === undefined) conditional--;
    const { queue, id, interaction } = entry.order;
    if (queue === '') return;
    const record = { queue, request: id, interaction, from: entry.since, to: at(), exit };
    books.leave(record);
    host.left(record);
    // A shorter queue may meet the threshold of somebody else.
    if (conditional > 0) soon(true);
  };
  /** Whom the request gets now; those who are tried in vain are left out of it from then on. */
  const find = (entry: Waiting, context: ChoiceContext): Candidate | 'failed' | undefined => {
    const { order, refused } = entry;
    for (;;) {
      const found = candidates(entry.targets, context).filter(({ resource }) => !refused.has(resource.id));
      const chosen = choose(found, order.order, order.statistic, context, () => host.random());
      const answer = chosen === undefined ? 'taken' : (order.tried?.(chosen) ?? 'taken');
      if (chosen === undefined || answer === 'taken') return chosen;
      if (answer === 'failed') return 'failed';
      refused.add(chosen.resource.id);
      // From now on it is like no other request.
      if (entry.key !== undefined) conditional++;
      entry.key = undefined;
    }
  };
  const serve = (entry: Waiting): boolean => {
    const { order } = entry;
    const context = contextOf(entry);
    const chosen = find(entry, context);
    if (chosen === undefined) return false;
    if (chosen === 'failed') {
      leave(entry, 'cleared');
      order.failed?.();
      return true;
    }
    const isPage = order.interaction !== '';
    const name = isPage ? setup.current(order.interaction) : order.id;
    const { medium, router } = context.demand;
    staff.occupy(chosen.resource, at(), { name, medium, router });
    if (!isPage) staff.deliver(name, [chosen.resource.id], at(), medium);
    leave(entry, 'routed');
    order.selected(chosen);
    return true;
  };
  const isDue = (): boolean => alarm !== undefined && alarm.at <= at();
  const match = (): void => {
    stale ||= isDue();
    if (alarm !== undefined) host.withdraw(alarm.handle);
    alarm = undefined;
    const entries = stale ? [...line.ranked()] : line.sort(fresh);
    stale = false;
    fresh = [];
    const hopeless = new Set<string>();
    for (const entry of entries) {
      // A request may have gone because an earlier one of the same interaction was served.
      if (!line.has(entry) || (entry.key !== undefined && hopeless.has(entry.key))) continue;
      if (!serve(entry) && entry.key !== undefined) hopeless.add(entry.key);
    }
    watch();
  };

  // While somebody waits, the world looks again when readiness or statistics change next.
  const watch = (): void => {
    // What is due at this very moment must not be forgotten.
    if (isDue()) soon(true);
    if (alarm !== undefined) host.withdraw(alarm.handle);
    alarm = undefined;
    if (line.size === 0) return;
    const now = at();
    const moments = [staff.nextChange(now), setup.statistics().nextChange(now)].filter(
      (m) => m !== undefined,
    );
    if (conditional > 0) {
      for (const entry of line.all()) {
        if (entry.order.interaction === '' || !dependsOnTime(entry.targets)) continue;
        moments.push(now + look);
        break;
      }
    }
    if (moments.length === 0) return;
    const moment = Math.min(...moments);
    const handle = host.schedule(moment - now, match, 'a target is looked for again');
    alarm = { at: moment, handle };
  };

  const expire = (entry: Waiting): void => {
    // An agent who becomes ready in the very moment of the timeout still wins.
    match();
    if (!line.has(entry)) return;
    entry.timer = undefined;
    if (entry.order.clearOnTimeout) leave(entry, 'cleared');
    entry.order.timedOut();
    watch();
  };

  if (staff.resources.some(({ media }) => (media?.size ?? 0) > 1)) host.assume('blended-media');
  staff.onChange(() => {
    if (line.size > 0) soon(true);
  });
  return {
    records: books.records,
    submit: (order) => {
      const since = order.since ?? at();
      const { targets, priority } = order;
      const entry: Waiting = {
        order,
        since,
        number: submitted++,
        key: undefined,
        targets,
        refused: new Set(),
        priority,
        timer: undefined,
      };
      entry.key = keyOf(entry);
      if (entry.key === undefined) conditional++;
      line.add(entry);
      fresh.push(entry);
      if (order.queue !== '') {
        books.enter(order.queue);
        host.entered?.(entryOf(entry));
      }
      soon(conditional > 0);
      if (order.timeout !== undefined) {
        const end = (): void => {
          expire(entry);
        };
        entry.timer = host.schedule(Math.max(0, order.timeout * 1000), end, 'a request times out');
      }
    },
    end: (id, exit) => {
      const entry = line.find(id);
      if (entry === undefined) return false;
      leave(entry, exit);
      watch();
      return true;
    },
    waitingFor: (interaction, queue) =>
      [...line.all()]
        .filter(
          ({ order }) => order.interaction === interaction && (queue === undefined || order.queue === queue),
        )
        .map((entry) => entry.order.id),
    state: (id) => {
      const entry = line.find(id);
      if (entry === undefined) return undefined;
      return { priority: line.priority(entry), position: line.position(entry), waited: waited(entry) };
    },
    setPriority: (id, priority) => {
      const entry = line.find(id);
      if (entry === undefined) return false;
      entry.priority = priority;
      line.reorder();
      // Who stands elsewhere now may meet a threshold.
      soon(conditional > 0);
      return true;
    },
    widen: (id, targets) => {
      const entry = line.find(id);
      if (entry === undefined) return false;
      entry.targets = [...entry.targets, ...targets];
      const had = entry.key === undefined ? 1 : 0;
      entry.key = entry.refused.size > 0 ? undefined : keyOf(entry);
      conditional += (entry.key === undefined ? 1 : 0) - had;
      soon(true);
      return true;
    },
    tune: (interaction, settings) => {
      tuned.set(interaction, { ...tuned.get(interaction), ...settings });
      line.reorder();
      if (conditional > 0) soon(true);
    },
    exclude: (agents) => {
      const before = [...excluded];
      excluded = new Set(agents);
      soon(true);
      return before;
    },
    checkState: (wanted) => {
      check = wanted;
      soon(true);
    },
    figures: books.figures,
    entries: () => [...line.all()].filter(({ order }) => order.queue !== '').map((entry) => entryOf(entry)),
  };
}

const entryOf = ({ order, since }: Waiting): QueueEntry => ({
  queue: order.queue,
  request: order.id,
  interaction: order.interaction,
  from: since,
});
