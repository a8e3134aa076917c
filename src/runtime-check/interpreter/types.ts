// The border between the interpreter (SCXML algorithm) and the platform (what ORS adds). The interpreter knows no ORS element; the platform knows
// no state machine.
import type { Diagnostic, Span } from '../../diagnostics/index.js';
import type { XmlElement } from '../../xml/tree.js';
import type { State, Transition } from '../document/nodes.js';
import type { Plain, ScriptFailure } from '../script/engine.js';

export interface ScxmlEvent {
  readonly name: string;
  readonly type: 'internal' | 'external' | 'platform';
  readonly data?: Plain;
  readonly sendid?: string;
  readonly origin?: string;
  readonly origintype?: string;
  readonly invokeid?: string;
  /** The message by which it came in, where it came by HTTP. */
  readonly raw?: string;
}

/** What the interpreter lets an action element do while it runs. */
export interface ActionContext {
  /** Evaluates a value expression in the data model. On failure the interpreter has raised `error.script.*`. */
  evaluate(source: string, span: Span): { readonly ok: true; readonly value: Plain } | { readonly ok: false };
  /** Writes plain data to a location expression; the platform may also write below `_genesys`, which scripts may only read. */
  write(location: string, value: Plain, span: Span): boolean;
  /** Puts an event on the external queue, now or after `delay` virtual milliseconds; gives a handle for `withdraw`. */
  post(event: ScxmlEvent, delay?: number): number;
  /** Takes back a posted event or a scheduled call; false when it has already happened. */
  withdraw(handle: number): boolean;
  /** Virtual milliseconds since 1970. */
  now(): number;
  /** Calls back after `delay` virtual milliseconds, before events due at the same time are processed; `what` is for people. */
  schedule(delay: number, call: () => void, what?: string): number;
  /** As `ScriptEngine.expose`: a platform function under its dotted path (`_genesys.ixn.setuData`). Only during `Platform.start`. */
  expose(path: string, call: (...args: readonly Plain[]) => Plain): void;
  /** As `ScriptEngine.define`: the constant parts of `_genesys`, before anything is exposed below it. Only during `Platform.start`. */
  define(name: string, value: Plain): void;
  /** The id of the session that this is. */
  readonly sessionId: string;
  /**
   * Starts a further session of the run on the page at `uri`, `data` as values for its data by id, and gives its id; undefined when the page
   * cannot be loaded. Its first states are entered before this returns.
   */
  startSession(uri: string, data: Readonly<Record<string, Plain>>): string | undefined;
  /** Ends a session of the run, this one included, after what it is doing now; false when none of that id runs. */
  terminateSession(id: string): boolean;
}

/** The ORS modules on the world. One for each run. */
export interface Platform {
  /** Called once when the session starts: exposes `_genesys`, posts the first interaction events. */
  start(context: ActionContext): void;
  /** Called once for each further session of the run, before its data are initialised: exposes `_genesys` there. */
  join?(context: ActionContext): void;
  /** Runs an executable element of a foreign namespace. False = unknown element: the interpreter raises `error.unsupported`. */
  execute(element: XmlElement, context: ActionContext): boolean;
  /** Told of every event that the interpreter takes from a queue, before transitions are selected. */
  observe?(event: ScxmlEvent): void;
  /** The session is over; `final` is the id of the top-level final state reached, undefined when it was stopped. */
  end(final: string | undefined): void;
}

/** What the interpreter reports while it runs. */
export interface Observer {
  enter?(state: string, entered: State): void;
  exit?(state: string): void;
  /** `source` -> `targets` on `event` (undefined = eventless); `taken` is the transition itself. */
  transition?(
    source: string,
    targets: readonly string[],
    event: string | undefined,
    span: Span,
    taken: Transition,
  ): void;
  /** The event of a transition fits, or it needs none, and its condition was tested. */
  considered?(transition: Transition, enabled: boolean): void;
  event?(event: ScxmlEvent): void;
  log?(label: string, text: string, level: number | undefined): void;
  scriptFailure?(failure: ScriptFailure, span: Span): void;
}

/** Every limit is a budget of a run; the first that runs out stops it and is named. */
export interface Budget {
  /** Microsteps of one macrostep: a page that loops without a wait. */
  readonly microstepsPerEvent: number;
  readonly microsteps: number;
  readonly events: number;
  /** Virtual milliseconds. */
  readonly time: number;
  /** Events that wait in the queues of a session, and delayed ones. */
  readonly pendingEvents: number;
  /** Entries of one state of one session. */
  readonly stateEntries: number;
  /** Virtual milliseconds that one session lives. */
  readonly sessionAge: number;
  /** Sessions of a run at a time, each of which has a sandbox of its own. */
  readonly sessions: number;
  /** Sessions that a run may start besides its main one. */
  readonly sessionStarts: number;
}

export const defaultBudget: Budget = {
  microstepsPerEvent: 2_000,
  microsteps: 200_000,
  events: 50_000,
  time: 24 * 3600 * 1000,
  pendingEvents: 1_000,
  stateEntries: Infinity,
  sessionAge: Infinity,
  sessions: 30,
  sessionStarts: 500,
};

/** What can run out: a limit of the run, or one of the sandbox (`script`: instructions of one script, `memory`: of all of them). */
export type BudgetName = keyof Budget | 'script' | 'memory';

export type Stop =
  | { readonly kind: 'final'; readonly state: string }
  /** Nothing is scheduled any more and no final state is reached. */
  | { readonly kind: 'idle' }
  | { readonly kind: 'budget'; readonly which: BudgetName; readonly state: string }
  | { readonly kind: 'failed'; readonly diagnostic: Diagnostic };
