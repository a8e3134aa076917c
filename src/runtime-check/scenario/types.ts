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
import type {
  ExpectedVisit,
  OverTime,
  ScenarioAgent,
  ScenarioCall,
  ScenarioGroup,
  ScenarioQueue,
  ScenarioTarget,
} from './workforce-types.js';

export type { ScenarioInteraction } from './interaction-types.js';

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
  readonly limits?: ScenarioLimits;
  readonly expect?: ScenarioExpectation;
}

/** Limits of the engine, as Orchestration has them; the run's own when left out. */
export interface ScenarioLimits {
  /** How often one state may be entered. */
  readonly stateEntries?: number;
  /** Transitions one after the other without waiting for an event. */
  readonly microsteps?: number;
  /** Virtual seconds that the session may live. */
  readonly sessionAge?: number;
  /** Events that may wait at a time, delayed ones included. */
  readonly pendingEvents?: number;
}

export interface ScenarioWorld {
  readonly agents?: readonly ScenarioAgent[];
  readonly groups?: readonly ScenarioGroup[];
  /** Targets other than agents by name: queues, routing points, destination labels, places, a whole group; ready unless it says otherwise. */
  readonly targets?: readonly ScenarioTarget[];
  readonly queues?: readonly ScenarioQueue[];
  /** Seconds that interactions last with agents who say nothing of their own. */
  readonly handling?: number;
  /** Every target that the page names takes an interaction at once, whatever its state, skills and threshold: for smoke runs. */
  readonly allTargetsReady?: boolean;
  /** Other interactions that wait for the same targets and compete by priority and waiting time. */
  readonly calls?: readonly ScenarioCall[];
  /** `object` -> `statistic` -> number, or numbers over time. */
  readonly statistics?: Readonly<Record<string, Readonly<Record<string, OverTime<number>>>>>;
  /** List objects: list -> item -> key -> value. */
  readonly lists?: Readonly<Record<string, Readonly<Record<string, Readonly<Record<string, string>>>>>>;
  /** Statistical tables: table -> day name -> dates `YYYY-MM-DD`, or a part of the day: `YYYY-MM-DD HH:MM-HH:MM`. */
  readonly specialDays?: Readonly<Record<string, Readonly<Record<string, readonly string[]>>>>;
  /** Targets of routing rules that are kept in the configuration, in target format: rule -> targets. */
  readonly rules?: Readonly<Record<string, string>>;
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
  /** Only for that treatment of the run, counted from 1; busy treatments count each time that they start. */
  readonly nth?: number;
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
  /** Data of the page at the end, by name or by a path with dots. */
  readonly data?: Readonly<Record<string, unknown>>;
  /** What virtual queues reported of the page's requests, in the order in which they left; others may stand between. */
  readonly queues?: readonly ExpectedVisit[];
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
