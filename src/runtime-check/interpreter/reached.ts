// The highest counts that a run has come to so far, and where: what the limits of a real engine would have been compared with.

/** A count, and the state that the session was in. */
export interface Peak {
  readonly count: number;
  readonly state: string;
}

/** Of all sessions of a run. */
export interface Reached {
  /** Entries of one state of one session. */
  readonly stateEntries: Peak;
  /** Microsteps without an external event between them. */
  readonly microsteps: Peak;
  /** Events that waited at a time, delayed ones included. */
  readonly pendingEvents: Peak;
}

/** The counts while they grow. */
export type Growing = { readonly [K in keyof Reached]: { count: number; state: string } };

export const nothingReached = (): Growing => ({
  stateEntries: { count: 0, state: '' },
  microsteps: { count: 0, state: '' },
  pendingEvents: { count: 0, state: '' },
});
