// What the modules remember during one run: subscriptions, scheduled starts, requests from outside that wait for an answer, options, announcements.

/** A session that `session:start` shall begin later, or has begun. */
export interface ScheduledStart {
  /** Handle of the scheduled call; undefined once the session runs. */
  handle: number | undefined;
  readonly session: string | undefined;
  readonly begin: () => void;
}

export interface Subscription {
  /** Tells the value if it has changed and may be told now. */
  readonly look: () => void;
}

export interface RunState {
  /** Live subscriptions by object and statistic, as JSON. */
  readonly subscriptions: Map<string, Subscription>;
  /** By the id that the page knows the start by. */
  readonly starts: Map<string, ScheduledStart>;
  /** Requests to the session that nobody has answered yet: name by sendid. */
  readonly webRequests: Map<string, string>;
  /** Options that the page has set. */
  readonly options: Map<string, string>;
  /** Recorded announcements by id. */
  readonly announcements: Set<string>;
}

/** The state at the start of a run. */
export const createRunState = (): RunState => ({
  subscriptions: new Map(),
  starts: new Map(),
  webRequests: new Map(),
  options: new Map(),
  announcements: new Set(),
});
