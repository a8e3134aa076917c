// Runs compiled pages. Entry point of the interpreter: everything is synchronous once a script engine is loaded.
import { nothingDeclared } from '../document/declared-names.js';
import type { CompiledDocument } from '../document/nodes.js';
import type { Plain, ScriptResult } from '../script/engine.js';
import { listen } from './io/basic-http.js';
import { run, step } from './loop.js';
import { closeSession, openSession, startSession } from './open-session.js';
import { nothingReached, type Reached } from './reached.js';
import { createScheduler, type Scheduled } from './scheduler.js';
import type { Runtime, SessionOptions } from './session-state.js';
import { defaultBudget, type ScxmlEvent, type Stop } from './types.js';

export type { SessionOptions } from './session-state.js';

/** What the main session has before it. */
export interface Pending {
  readonly internal: readonly ScxmlEvent[];
  readonly external: readonly ScxmlEvent[];
  readonly scheduled: readonly Scheduled[];
}

/** A page that runs. */
export interface RunningSession {
  readonly id: string;
  /**
   * Runs until the page has ended, waits for nothing any more, or has used up a budget; or until nothing is left to do at the moment
   * `until`, which the clock then shows.
   */
  run(until?: number): Stop;
  /** One microstep, one event, or one scheduled action; undefined while there is more to do, not later than `until`. */
  step(until?: number): Stop | undefined;
  /** Puts an event on the external queue, as somebody outside would. */
  send(event: ScxmlEvent): void;
  /** Ids of the active states, in document order; after the end, of those that were active last. */
  configuration(): readonly string[];
  /** The value of an expression in the page's data, as the state at this index sees them; undefined also when it fails. Raises no event. */
  inspect(source: string, state?: number): Plain;
  /** As `inspect`, with the failure. */
  examine(source: string): ScriptResult;
  /** What waits to be done: events in the queues, and what is due later. */
  pending(): Pending;
  /** Virtual milliseconds since 1970. */
  now(): number;
  /** Requests by HTTP that are not answered yet: while there are some, the clock stands still, and an idle run may go on. */
  readonly openRequests: number;
  readonly microsteps: number;
  readonly events: number;
  /** The highest counts so far. */
  readonly reached: Reached;
  /** Frees the script engine. */
  dispose(): void;
}

/** Starts a session of `document`: its first states are entered, and nothing has been processed yet. */
export function createSession(document: CompiledDocument, options: SessionOptions): RunningSession {
  const runtime: Runtime = {
    options,
    budget: { ...defaultBudget, ...options.budget },
    scheduler: createScheduler(options.start),
    sessions: new Map(),
    pages: new Map(),
    starts: 0,
    stop: undefined,
    events: 0,
    microsteps: 0,
    reached: nothingReached(),
    calls: 0,
    openRequests: 0,
    ids: 0,
    open: (page, start) => openSession(runtime, page, start),
    start: startSession,
    close: closeSession,
  };
  const session = openSession(runtime, document, {
    id: options.sessionId ?? 'session1',
    isMain: true,
    parent: undefined,
    given: options.data ?? {},
  });
  listen(runtime);
  startSession(session);
  let told = false;
  /** Tells the platform, once, that the run is over. */
  const tell = <T extends Stop | undefined>(stop: T): T => {
    if (stop && stop.kind !== 'idle' && !told) {
      told = true;
      options.platform?.end(stop.kind === 'final' ? stop.state : undefined);
    }
    return stop;
  };
  const examine = (source: string, state = 0): ScriptResult => {
    const { engine } = session.data;
    const chain = document.scopeChains[state] ?? [];
    const seen = chain.length === 0 ? undefined : { chain, ...nothingDeclared };
    return engine.run(engine.compile(source, 'expression', undefined, seen));
  };
  return {
    id: session.id,
    run: (until) => tell(run(runtime, until)),
    step: (until) => tell(step(runtime, until)),
    send(event) {
      session.external.push(event);
    },
    configuration: () => (session.last ?? session.configuration).slice(1).map((state) => state.id),
    inspect(source, state) {
      const result = examine(source, state);
      return result.ok ? result.value : undefined;
    },
    examine,
    pending: () => ({
      internal: session.internal.items(),
      external: session.external.items(),
      scheduled: runtime.scheduler.list(),
    }),
    now: () => runtime.scheduler.now(),
    get openRequests() {
      return runtime.openRequests;
    },
    reached: runtime.reached,
    get microsteps() {
      return runtime.microsteps;
    },
    get events() {
      return runtime.events;
    },
    dispose() {
      for (const running of runtime.sessions.values()) running.data.engine.dispose();
    },
  };
}
