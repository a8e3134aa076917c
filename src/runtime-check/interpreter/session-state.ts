// What one running session consists of. Its parts change while it runs; the functions that change them take it as their first argument.
import type { ResolveFile } from '../document/include.js';
import type { CompiledDocument, Invoke, State } from '../document/nodes.js';
import type { Plain, ScriptEngineFactory, ScriptLimits } from '../script/engine.js';
import type { DataModel } from './data-model.js';
import type { HttpTransport } from './io/http-transport.js';
import type { Queue } from './queue.js';
import type { Growing } from './reached.js';
import type { Scheduler } from './scheduler.js';
import type { ActionContext, Budget, BudgetName, Observer, Platform, ScxmlEvent, Stop } from './types.js';

export interface SessionOptions {
  readonly engine: ScriptEngineFactory;
  /** Virtual time at the start, in milliseconds since 1970. */
  readonly start: number;
  /** Minutes by which local time is ahead of UTC at a moment in ms. UTC when left out. */
  readonly zoneOffset?: (at: number) => number;
  /** Of Math.random. */
  readonly seed?: number;
  readonly limits?: Partial<ScriptLimits>;
  readonly budget?: Partial<Budget>;
  readonly platform?: Platform;
  readonly observer?: Observer;
  /** Value of `_sessionid`. */
  readonly sessionId?: string;
  /** The text of another page that an `invoke` names; undefined: there is none. */
  readonly resolve?: ResolveFile;
  /** Carries events by HTTP; without it there is no such processor. */
  readonly http?: HttpTransport;
  /** Initial values of the page's data by id, instead of its own. */
  readonly data?: Readonly<Record<string, Plain>>;
}

/** What the sessions of one run share. */
export interface Runtime {
  readonly options: SessionOptions;
  readonly budget: Budget;
  readonly scheduler: Scheduler;
  /** In the order in which they were started. */
  readonly sessions: Map<string, Session>;
  /** Pages that sessions of the run were started on, by their place; undefined: there is none. */
  readonly pages: Map<string, CompiledDocument | undefined>;
  /** Sessions started besides the main one. */
  starts: number;
  /** Set when the run is over for good. */
  stop: Stop | undefined;
  events: number;
  microsteps: number;
  readonly reached: Growing;
  /** Scheduled calls since the clock moved. */
  calls: number;
  /** Requests by HTTP that are not answered yet: virtual time stands still meanwhile. */
  openRequests: number;
  /** Numbers for ids that the interpreter makes up. */
  ids: number;
  /** Makes a session; its first states are entered by `start`. */
  readonly open: (document: CompiledDocument, start: SessionStart) => Session;
  readonly start: (session: Session) => void;
  /** Ends a session that has reached its end, or is cancelled; gives the data of its final state. */
  readonly close: (session: Session) => Plain;
}

/** What a session is started with. */
export interface SessionStart {
  readonly id: string;
  /** The session that the run is about; further ones are invoked, or started by the platform. */
  readonly isMain: boolean;
  readonly parent: Session['parent'];
  readonly given: Readonly<Record<string, Plain>>;
}

export interface Session {
  readonly id: string;
  readonly isMain: boolean;
  readonly document: CompiledDocument;
  readonly runtime: Runtime;
  readonly data: DataModel;
  readonly context: ActionContext;
  readonly internal: Queue<ScxmlEvent>;
  readonly external: Queue<ScxmlEvent>;
  /** Active states in document order. */
  readonly configuration: State[];
  readonly history: Map<State, readonly State[]>;
  /** For late binding: states that were entered before. */
  readonly entered: Set<State>;
  readonly toInvoke: Set<State>;
  readonly children: Map<string, InvokedSession>;
  /** Delayed events that can still be cancelled, by send id. */
  readonly delayed: Map<string, Set<number>>;
  /** The session that invoked this one. */
  readonly parent: { readonly session: Session; readonly invokeid: string } | undefined;
  /** Values for the page's data by id, from outside. */
  readonly given: Readonly<Record<string, Plain>>;
  readonly observer: Observer;
  running: boolean;
  /** The innermost state that was left last. */
  left: State | undefined;
  /** States that were active when the session ended. */
  last: readonly State[] | undefined;
  /** Since the last external event. */
  macrostep: number;
  /** Virtual milliseconds since 1970. */
  readonly started: number;
  /** How often each state was entered, by its index in the document. */
  readonly entries: number[];
}

export interface InvokedSession {
  readonly invoke: Invoke;
  readonly session: Session;
  readonly state: State;
}

/** Entering such a state ends the session. */
export const isTopFinal = (state: State): boolean => state.kind === 'final' && state.parent?.kind === 'scxml';

/** Ends the run because a budget is used up. */
export function exhaust(session: Session, which: BudgetName): void {
  session.runtime.stop ??= { kind: 'budget', which, state: innermost(session) };
}

/** Whether one more session may be started; the run is over when not. */
export function mayStartSession(session: Session): boolean {
  const { runtime } = session;
  const { budget, sessions } = runtime;
  if (runtime.stop) return false;
  runtime.starts++;
  if (sessions.size >= budget.sessions) exhaust(session, 'sessions');
  else if (runtime.starts > budget.sessionStarts) exhaust(session, 'sessionStarts');
  return !runtime.stop;
}

/** The state that a person would say the session is in: the innermost of the first region. */
function innermost({ configuration, left }: Session): string {
  // Between leaving and entering, no innermost state is active.
  const atomic = configuration.find((state) => state.children.length === 0) ?? left;
  return atomic?.id ?? '';
}

/** Puts an event on the internal queue. */
export function enqueueInternal(session: Session, event: ScxmlEvent): void {
  if (session.runtime.stop) return;
  session.internal.push(event);
  checkPending(session);
}

/** Puts an event on the external queue. */
export function enqueueExternal(session: Session, event: ScxmlEvent): void {
  if (session.runtime.stop) return;
  session.external.push(event);
  checkPending(session);
}

/** Counts the events that wait, and ends the run when they are too many. */
export function checkPending(session: Session): void {
  const { runtime, internal, external } = session;
  const pending = internal.length + external.length + runtime.scheduler.pendingEvents;
  const peak = runtime.reached.pendingEvents;
  if (pending > peak.count) {
    peak.count = pending;
    peak.state = innermost(session);
  }
  if (pending > runtime.budget.pendingEvents) exhaust(session, 'pendingEvents');
}

/** Raises one of the errors that the interpreter itself tells of. */
export function raiseError(
  session: Session,
  name: 'execution' | 'communication' | 'unsupported',
  message: string,
  sendid?: string,
): void {
  enqueueInternal(session, {
    name: session.document.dialect.errors[name],
    type: 'platform',
    data: { reason: message },
    ...(sendid === undefined ? {} : { sendid }),
  });
}
