// Virtual time: what is due when, in an order that is always the same: by time, calls before events, then by when it was scheduled.

export interface Scheduler {
  /** Virtual milliseconds since 1970. */
  now(): number;
  /** Runs `action` after `delay` milliseconds; gives a handle. Calls of the platform come before events of the same time; `what` is for people. */
  schedule(delay: number, kind: 'call' | 'event', action: () => void, what?: string): number;
  /** False when it has already happened. */
  withdraw(handle: number): boolean;
  /** When the next action is due; undefined when nothing is scheduled. */
  nextTime(): number | undefined;
  /** What is to come, in its order. */
  list(): readonly Scheduled[];
  /** Sets the clock to the time of the next action and runs it. */
  runNext(): void;
  /** Sets the clock; nothing may be due before. */
  advance(time: number): void;
  /** Actions that are still to come. */
  readonly pending: number;
  /** Events among them. */
  readonly pendingEvents: number;
}

export interface Scheduled {
  /** Virtual milliseconds since 1970. */
  readonly time: number;
  /** '' when nobody said it. */
  readonly what: string;
}

interface Entry extends Scheduled {
  /** Place among those of one time. */
  readonly rank: number;
  readonly handle: number;
  readonly action: () => void;
}

const before = (a: Entry, b: Entry): boolean =>
  a.time !== b.time ? a.time < b.time : a.rank !== b.rank ? a.rank < b.rank : a.handle < b.handle;

export function createScheduler(start: number): Scheduler {
  /** A binary heap, the next entry first. Withdrawn entries stay until they come up. */
  const heap: Entry[] = [];
  const waiting = new Set<number>();
  const events = new Set<number>();
  let now = start;
  let handles = 0;

  function add(entry: Entry): void {
    let at = heap.push(entry) - 1;
    while (at > 0) {
      const above = (at - 1) >> 1;
      const other = heap[above];
      if (!other || !before(entry, other)) break;
      heap[at] = other;
      at = above;
    }
    heap[at] = entry;
  }
  function removeFirst(): void {
    const moved = heap.pop();
    if (!moved || heap.length === 0) return;
    let at = 0;
    for (;;) {
      const left = heap[at * 2 + 1];
      const right = heap[at * 2 + 2];
      const isRight = left !== undefined && right !== undefined && before(right, left);
      const next = isRight ? right : left;
      if (!next || !before(next, moved)) break;
      heap[at] = next;
      at = at * 2 + (isRight ? 2 : 1);
    }
    heap[at] = moved;
  }
  function first(): Entry | undefined {
    for (let entry = heap[0]; entry; entry = heap[0]) {
      if (waiting.has(entry.handle)) return entry;
      removeFirst();
    }
    return undefined;
  }

  return {
    now: () => now,
    schedule(delay, kind, action, what = '') {
      const handle = ++handles;
      waiting.add(handle);
      if (kind === 'event') events.add(handle);
      // A delay that is no number, or below zero, is none.
      const time = now + (delay > 0 ? delay : 0);
      add({ time, rank: kind === 'call' ? 0 : 1, handle, action, what });
      return handle;
    },
    withdraw(handle) {
      events.delete(handle);
      return waiting.delete(handle);
    },
    nextTime: () => first()?.time,
    list: () =>
      heap
        .filter(({ handle }) => waiting.has(handle))
        .sort((a, b) => (before(a, b) ? -1 : 1))
        .map(({ time, what }) => ({ time, what })),
    runNext() {
      const entry = first();
      if (!entry) return;
      removeFirst();
      waiting.delete(entry.handle);
      events.delete(entry.handle);
      now = Math.max(now, entry.time);
      entry.action();
    },
    advance(time) {
      now = Math.max(now, time);
    },
    get pending() {
      return waiting.size;
    },
    get pendingEvents() {
      return events.size;
    },
  };
}
