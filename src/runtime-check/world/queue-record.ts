// What a virtual queue reports of a request: when it waited, and how it left.

/** How a request left its virtual queue. */
export type QueueExit = 'routed' | 'cleared' | 'abandoned';

/** Times are milliseconds since the start of the run. */
export interface QueueRecord {
  readonly queue: string;
  readonly request: string;
  readonly from: number;
  readonly to: number;
  readonly exit: QueueExit;
}
