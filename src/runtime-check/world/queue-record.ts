// What a virtual queue reports of a request: when it waited, and how it left; and what is counted from that.

/** How a request left its virtual queue: diverted to a target, diverted without one, or given up by the caller. */
export const queueExits = ['routed', 'cleared', 'abandoned'] as const;
export type QueueExit = (typeof queueExits)[number];

/** Times are milliseconds since the start of the run. */
export interface QueueRecord {
  readonly queue: string;
  readonly request: string;
  /** '' for a competitor. */
  readonly interaction: string;
  readonly from: number;
  readonly to: number;
  readonly exit: QueueExit;
}

/** A request that has entered its virtual queue and not left it. */
export type QueueEntry = Pick<QueueRecord, 'queue' | 'request' | 'interaction' | 'from'>;

/** What has passed through a virtual queue. `lost` is cleared or abandoned; waits are milliseconds in all. */
export interface QueueFigures {
  readonly entered: number;
  readonly waiting: number;
  readonly routed: number;
  readonly routedWait: number;
  readonly lost: number;
  readonly lostWait: number;
}

/** Keeps the books of the virtual queues. */
export interface QueueBooks {
  readonly records: readonly QueueRecord[];
  enter(queue: string): void;
  leave(record: QueueRecord): void;
  figures(queue: string): QueueFigures;
}

const none: QueueFigures = { entered: 0, waiting: 0, routed: 0, routedWait: 0, lost: 0, lostWait: 0 };

export function createQueueBooks(): QueueBooks {
  const records: QueueRecord[] = [];
  const counts = new Map<string, QueueFigures>();
  const figures = (queue: string): QueueFigures => counts.get(queue) ?? none;
  return {
    records,
    figures,
    enter: (queue) => {
      const now = figures(queue);
      counts.set(queue, { ...now, entered: now.entered + 1, waiting: now.waiting + 1 });
    },
    leave: (record) => {
      records.push(record);
      const now = figures(record.queue);
      const waited = record.to - record.from;
      const how =
        record.exit === 'routed'
          ? { routed: now.routed + 1, routedWait: now.routedWait + waited }
          : { lost: now.lost + 1, lostWait: now.lostWait + waited };
      counts.set(record.queue, { ...now, ...how, waiting: now.waiting - 1 });
    },
  };
}
