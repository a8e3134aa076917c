// A scenario: who calls, what the world is like, what it answers, and what must come of it. One format for smoke runs, exploration and equivalence.
// The JSON schema (scenario.schema.json) is the authority on the file; unknown keys are errors.
import type { ClassificationAnswer, ElasticAnswer, FetchAnswer } from './answer-types.js';
import type {
  DeliveryAnswer,
  FurtherInteraction,
  ScenarioHappening,
  ScenarioInteraction,
  ScenarioTimeouts,
} from './interaction-types.js';

export interface Scenario {
  readonly scenario: 1;
  readonly name: string;
  readonly description?: string;
  /** Seed of Math.random and of every draw that `random` does not list. */
  readonly seed?: number;
  /** Start of virtual time, ISO 8601 in UTC: `2026-03-02T09:00:00Z`. */
  readonly clock?: string;
  /** Zone of the platform (IANA name, or `UTC`). */
  readonly zone?: string;
  readonly interaction?: ScenarioInteraction;
  /** Interactions beside the one that starts the session. */
  readonly interactions?: readonly FurtherInteraction[];
  /** What happens from outside. */
  readonly happenings?: readonly ScenarioHappening[];
  readonly world?: ScenarioWorld;
  readonly answers?: ScenarioAnswers;
  /** Draws of Rand / percentage order, in sequence, each from 0 up to 1. */
  readonly random?: readonly number[];
  /** Values for `<data>` of the page by id (application options, project variables). */
  readonly data?: Readonly<Record<string, unknown>>;
  /** Virtual seconds after which the run stops as `stuck`. */
  readonly limit?: number;
  readonly expect?: ScenarioExpectation;
}

/** A state that holds from a moment on: `at` in virtual seconds. */
export interface At<T> {
  readonly at: number;
  readonly value: T;
}

export interface ScenarioAgent {
  readonly id: string;
  readonly groups?: readonly string[];
  readonly skills?: Readonly<Record<string, number>>;
  readonly place?: string;
  readonly dn?: string;
  readonly switch?: string;
  /** Ready from the beginning (default false), or changes over time. */
  readonly ready?: boolean | readonly At<boolean>[];
  readonly loggedIn?: boolean;
  /** Does not answer: what is delivered comes back after so many seconds (`true`: 30). */
  readonly noAnswer?: boolean | number;
}

/** An interaction of somebody else that waits in a virtual queue. */
export interface ScenarioCall {
  readonly queue?: string;
  /** In target format, as the page would write them. */
  readonly targets: string;
  readonly priority?: number;
  /** Virtual seconds when it begins to wait (default 0), and when it leaves unserved. */
  readonly at?: number;
  readonly until?: number;
}

export interface ScenarioWorld {
  readonly agents?: readonly ScenarioAgent[];
  /** Targets other than agents by name: queues, routing points, destination labels, places, a whole group; ready unless it says otherwise. */
  readonly targets?: readonly {
    readonly name: string;
    readonly type?: string;
    readonly ready?: boolean | readonly At<boolean>[];
  }[];
  /** Every target that the page names takes an interaction at once, whatever its state, skills and threshold: for smoke runs. */
  readonly allTargetsReady?: boolean;
  /** Other interactions that wait for the same targets and compete by priority and waiting time. */
  readonly calls?: readonly ScenarioCall[];
  /** `object` -> `statistic` -> number, or numbers over time. */
  readonly statistics?: Readonly<Record<string, Readonly<Record<string, number | readonly At<number>[]>>>>;
  /** List objects: list -> item -> key -> value. */
  readonly lists?: Readonly<Record<string, Readonly<Record<string, Readonly<Record<string, string>>>>>>;
  /** Statistical tables: table -> day name -> dates `YYYY-MM-DD`, or a part of the day: `YYYY-MM-DD HH:MM-HH:MM`. */
  readonly specialDays?: Readonly<Record<string, Readonly<Record<string, readonly string[]>>>>;
  /** Configuration options by key. */
  readonly options?: Readonly<Record<string, string>>;
  /** Statistics come from Stat Server without URS: those that URS counts are not there. */
  readonly directStatistics?: boolean;
  /** Where `queue:default` delivers to; unset = it fails. */
  readonly defaultDestination?: string;
  /** Destinations that take a redirect; unset = all. */
  readonly destinations?: readonly string[];
  readonly timeouts?: ScenarioTimeouts;
}

export interface TreatmentAnswer {
  /** Element (`dialog:playandcollect`) or, narrower, block/prompt text that it contains. First match wins; used up when `times` is reached. */
  readonly match?: string;
  readonly times?: number;
  /** Virtual seconds that it lasts; the element's own duration when left out. */
  readonly lasts?: number;
  readonly digits?: string;
  /** Fails with this error text. */
  readonly error?: string;
  /** User data that the treatment leaves (IVR applications). */
  readonly udata?: Readonly<Record<string, string | number>>;
  readonly extensions?: Readonly<Record<string, string | number>>;
}

/** An action that fails: `queue:submit`, `ixn:redirect`, ... with the error text; the `nth` time only when given. */
export interface Failure {
  readonly action: string;
  readonly error?: string;
  readonly nth?: number;
}

export interface ScenarioAnswers {
  readonly treatments?: readonly TreatmentAnswer[];
  readonly fetch?: readonly FetchAnswer[];
  readonly urs?: readonly FetchAnswer[];
  readonly classification?: readonly ClassificationAnswer[];
  readonly elasticsearch?: readonly ElasticAnswer[];
  readonly failures?: readonly Failure[];
  readonly deliveries?: readonly DeliveryAnswer[];
  /** Events that come from outside: at a moment, or, `in` a state, when it is entered for the first time and `at` seconds have passed. */
  readonly events?: readonly {
    readonly at?: number;
    readonly in?: string;
    readonly name: string;
    /** The event is an HTTP request to the session: its id, for `ws:response`. */
    readonly sendid?: string;
    readonly data?: Readonly<Record<string, unknown>>;
  }[];
}

export interface ScenarioExpectation {
  readonly end?: RunEnd;
  /** Where the interaction was delivered. */
  readonly target?: string;
  /** Steps that must occur in this order (others may stand between); each a kind, or a kind with some of its parameters. */
  readonly steps?: readonly (string | Readonly<Record<string, unknown>>)[];
  /** Steps that must not occur. */
  readonly never?: readonly (string | Readonly<Record<string, unknown>>)[];
  /** User data at the end (the listed keys). */
  readonly udata?: Readonly<Record<string, string | number>>;
  /** States that must have been entered. */
  readonly states?: readonly string[];
}

/** How a run ended; see docs/scenarios.md. */
export const runEnds = [
  'routed',
  'defaulted',
  'ended',
  'abandoned',
  'unrouted',
  'notExecutable',
  'stuck',
] as const;
export type RunEnd = (typeof runEnds)[number];
