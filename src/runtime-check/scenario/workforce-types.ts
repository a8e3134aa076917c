// The part of a scenario that says who works there and who waits: agents, groups, queues, other targets, and interactions of somebody else.
import type { AgentState } from '../world/agent-state.js';
import type { QueueExit } from '../world/queue-record.js';

/** A state that holds from a moment on: `at` in virtual seconds. */
export interface At<T> {
  readonly at: number;
  readonly value: T;
}

/** One value, or values that change over time. */
export type OverTime<T> = T | readonly At<T>[];

/** How an agent serves one medium: how many interactions at a time, and in what state when it is not that of the agent. */
export interface ScenarioMedium {
  readonly capacity?: number;
  readonly ready?: OverTime<boolean>;
  readonly state?: OverTime<AgentState>;
}

export interface ScenarioAgent {
  readonly id: string;
  readonly groups?: readonly string[];
  readonly skills?: Readonly<Record<string, OverTime<number>>>;
  readonly place?: string;
  readonly dn?: string;
  readonly switch?: string;
  /** Ready from the beginning (default false), or changes over time. */
  readonly ready?: OverTime<boolean>;
  /** The state in one word, instead of `ready`. */
  readonly state?: OverTime<AgentState>;
  readonly loggedIn?: boolean;
  /** The media that the agent serves, with the capacity of each; one interaction of any medium when left out. */
  readonly media?: Readonly<Record<string, number | ScenarioMedium>>;
  /** Seconds that an interaction lasts, and of after-call work behind it. */
  readonly handling?: number;
  readonly afterCall?: number;
  /** Does not answer: what is delivered comes back after so many seconds (`true`: 30). */
  readonly noAnswer?: boolean | number;
}

/** A group beyond what agents list themselves. */
export interface ScenarioGroup {
  readonly name: string;
  /** Agents, places or queues by name. */
  readonly members?: readonly string[];
  /** A virtual group: the agents who fulfil this skill expression. */
  readonly skills?: string;
}

/** A target that is not an agent. */
export interface ScenarioTarget {
  readonly name: string;
  readonly type?: string;
  readonly dn?: string;
  readonly switch?: string;
  readonly ready?: OverTime<boolean>;
}

/** A queue: virtual (`VQ`), or an ACD queue or routing point that is a target, too. */
export interface ScenarioQueue extends ScenarioTarget {
  /** Media that it takes; all when left out. */
  readonly media?: readonly string[];
  /** Calls that wait there besides those of the scenario. */
  readonly calls?: OverTime<number>;
  /** Seconds. */
  readonly expectedWait?: OverTime<number>;
}

/** An interaction of somebody else that waits in a virtual queue. */
export interface ScenarioCall {
  readonly queue?: string;
  /** In target format, as the page would write them. */
  readonly targets: string;
  readonly priority?: number;
  readonly media?: string;
  /** Another router that selects by itself; the page's own when left out. */
  readonly router?: string;
  /** Virtual seconds when it begins to wait (default 0), and when it leaves unserved. */
  readonly at?: number;
  readonly until?: number;
}

/** What a virtual queue must have reported of a request of the page. */
export interface ExpectedVisit {
  readonly queue?: string;
  readonly exit?: QueueExit | 'waiting';
  /** As in the trace: `r1`, `r2`, ... */
  readonly request?: string;
  /** Virtual seconds. */
  readonly entered?: number;
  readonly left?: number;
  readonly waited?: number;
  /** How many of them there must be; at least one when left out. */
  readonly count?: number;
}
