// The order in which waiting requests are served: by priority, which may grow, then by urgency or waiting time, then as they came.
import type { RequestOrder } from './request-order.js';
import type { WantedTarget } from './target-string.js';

/** Settings of an interaction that its requests, also later ones, inherit. */
export interface PrioritySettings {
  /** Added to the priority every `every` seconds of waiting, from `from` (milliseconds since the start of the run) at the earliest. */
  readonly growth?: { readonly by: number; readonly every: number; readonly from: number };
  readonly lowest?: number | undefined;
  readonly highest?: number;
  /** Equal priorities are ordered by the age of the interaction instead of the waiting time. */
  readonly useAge?: boolean;
  /** Seconds within which the interaction should be served: equal priorities are ordered by the part of it that has passed. */
  readonly objective?: number | undefined;
  /** When the interaction counts as having come, instead of when it came; milliseconds since the start of the run. */
  readonly born?: number;
}

/** A request that waits. */
export interface Waiting {
  readonly order: RequestOrder;
  readonly since: number;
  /** Place among those that came at the same moment. */
  readonly number: number;
  /** The same text: whoever can take the one can take the other. */
  key: string | undefined;
  targets: readonly WantedTarget[];
  /** Ids of those who were tried in vain. */
  readonly refused: Set<string>;
  priority: number;
  timer: number | undefined;
}

/** Those who wait, in order. */
export interface WaitingLine {
  readonly size: number;
  has(entry: Waiting): boolean;
  find(id: string): Waiting | undefined;
  add(entry: Waiting): void;
  remove(entry: Waiting): void;
  /** First served first. */
  ranked(): readonly Waiting[];
  /** The given ones, first served first. */
  sort(entries: readonly Waiting[]): readonly Waiting[];
  /** From 1, among those of the same virtual queue. */
  position(entry: Waiting): number;
  priority(entry: Waiting): number;
  all(): Iterable<Waiting>;
  /** Settings or a priority have changed. */
  reorder(): void;
}

/** What the order depends on. */
export interface LineSetup {
  /** Milliseconds since the start of the run. */
  readonly at: () => number;
  readonly settings: (interaction: string) => PrioritySettings | undefined;
  readonly born: (interaction: string) => number;
}

interface Rank {
  readonly entry: Waiting;
  readonly priority: number;
  /** Higher is served earlier, among equal priorities. */
  readonly urgency: number;
}

/** Seconds within which an interaction without a service objective is compared with those that have one. */
const usualObjective = 60;

/** An empty line. */
export function createWaitingLine({ at, settings, born }: LineSetup): WaitingLine {
  const waiting = new Set<Waiting>();
  const byId = new Map<string, Waiting>();
  /** Those who have left stay in it until it is made anew or half of them are gone. */
  let order: Waiting[] | undefined;
  /** Ranks that change by waiting alone. */
  let moving = false;

  const priority = (entry: Waiting): number => {
    const own = settings(entry.order.interaction);
    if (own === undefined) return entry.priority;
    const { growth, lowest = -Infinity, highest = Infinity } = own;
    const steps =
      growth === undefined || growth.every <= 0
        ? 0
        : Math.max(0, Math.floor((at() - Math.max(entry.since, growth.from)) / (growth.every * 1000)));
    return Math.min(highest, Math.max(lowest, entry.priority + (growth?.by ?? 0) * steps));
  };
  const start = (entry: Waiting): number =>
    settings(entry.order.interaction)?.useAge === true ? born(entry.order.interaction) : entry.since;
  const rank = (entry: Waiting, byObjective: boolean): Rank => ({
    entry,
    priority: priority(entry),
    urgency: byObjective
      ? (at() - start(entry)) / (settings(entry.order.interaction)?.objective ?? usualObjective)
      : -start(entry),
  });
  const compare = (a: Rank, b: Rank): number =>
    b.priority - a.priority || b.urgency - a.urgency || a.entry.number - b.entry.number;
  const anyObjective = (entries: Iterable<Waiting>): boolean => {
    for (const entry of entries) {
      if (settings(entry.order.interaction)?.objective !== undefined) return true;
    }
    return false;
  };
  const sort = (entries: Iterable<Waiting>): Waiting[] => {
    const byObjective = anyObjective(waiting);
    return Array.from(entries, (entry) => rank(entry, byObjective))
      .sort(compare)
      .map(({ entry }) => entry);
  };
  const ranked = (): readonly Waiting[] => {
    if (order === undefined || moving) order = sort(waiting);
    return order;
  };
  /** Puts a new entry where it belongs, without looking at all the others. */
  const insert = (entry: Waiting, into: Waiting[]): void => {
    const own = rank(entry, false);
    let [low, high] = [0, into.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      const other = into[middle];
      if (other !== undefined && compare(rank(other, false), own) < 0) low = middle + 1;
      else high = middle;
    }
    into.splice(low, 0, entry);
  };
  const moves = (entry: Waiting): boolean => {
    const own = settings(entry.order.interaction);
    return own?.growth !== undefined || own?.objective !== undefined;
  };
  return {
    get size() {
      return waiting.size;
    },
    has: (entry) => waiting.has(entry),
    find: (id) => byId.get(id),
    add: (entry) => {
      waiting.add(entry);
      byId.set(entry.order.id, entry);
      moving ||= moves(entry);
      if (moving) order = undefined;
      else if (order !== undefined) insert(entry, order);
    },
    remove: (entry) => {
      waiting.delete(entry);
      if (byId.get(entry.order.id) === entry) byId.delete(entry.order.id);
      if (waiting.size === 0) moving = false;
      if (order !== undefined && waiting.size * 2 < order.length) {
        order = order.filter((each) => waiting.has(each));
      }
    },
    ranked,
    sort,
    position: (entry) => {
      const byObjective = anyObjective(waiting);
      const own = rank(entry, byObjective);
      let place = 1;
      for (const other of waiting) {
        if (other === entry || other.order.queue !== entry.order.queue) continue;
        if (compare(rank(other, byObjective), own) < 0) place++;
      }
      return place;
    },
    priority,
    all: () => waiting,
    reorder: () => {
      order = undefined;
      for (const entry of waiting) moving ||= moves(entry);
    },
  };
}
