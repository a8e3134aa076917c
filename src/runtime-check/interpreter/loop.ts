// The main event loop of Appendix D, one small step at a time, and the clock that moves when nothing is left to do.
import { finalizeAndForward, invokeStates, tellParent } from './invoke.js';
import { microstep } from './microstep.js';
import { selectTransitions } from './select.js';
import { exhaust, isTopFinal, type Runtime, type Session } from './session-state.js';
import type { ScxmlEvent, Stop } from './types.js';

/** Scheduled calls that may follow each other without the clock moving on. */
const mostCallsAtOnce = 100_000;

/** Does the next small thing: one microstep, one event, or one scheduled action. The result says why nothing more is to be done. */
export function step(runtime: Runtime, until = Infinity): Stop | undefined {
  if (runtime.stop) return runtime.stop;
  for (const session of runtime.sessions.values()) {
    if (stepSession(session)) return runtime.stop;
  }
  return stepClock(runtime, until);
}

/** Runs until nothing is left to do before `until`, or a budget is used up. */
export function run(runtime: Runtime, until?: number): Stop {
  for (;;) {
    const stop = step(runtime, until);
    if (stop?.kind === 'idle' && until !== undefined && runtime.openRequests === 0) {
      runtime.scheduler.advance(until);
    }
    if (stop) return stop;
  }
}

/** False when the session waits. */
function stepSession(session: Session): boolean {
  if (!session.running) {
    finish(session);
    return true;
  }
  const eventless = selectTransitions(session, session.document.events.eventless);
  if (eventless.length > 0) {
    microstep(session, eventless, undefined);
  } else if (session.internal.length > 0) {
    const event = session.internal.shift();
    if (event) take(session, event);
  } else if (session.toInvoke.size > 0) {
    invokeStates(session);
  } else if (runDue(session.runtime)) {
    return true;
  } else {
    const event = session.external.shift();
    if (!event) return false;
    session.macrostep = 0;
    takeExternal(session, event);
  }
  return true;
}

/** Runs what is due by now, so that a call which is due comes before the next external event. */
function runDue(runtime: Runtime): boolean {
  const next = runtime.scheduler.nextTime();
  if (next === undefined || next > runtime.scheduler.now()) return false;
  return runScheduled(runtime);
}

function runScheduled(runtime: Runtime): boolean {
  const before = runtime.scheduler.now();
  runtime.scheduler.runNext();
  runtime.calls = runtime.scheduler.now() > before ? 0 : runtime.calls + 1;
  if (runtime.calls > mostCallsAtOnce) runtime.stop ??= { kind: 'budget', which: 'events', state: '' };
  return true;
}

/** The queues are empty: time moves to what is scheduled next. */
function stepClock(runtime: Runtime, until: number): Stop | undefined {
  if (runtime.openRequests > 0) return { kind: 'idle' };
  const next = runtime.scheduler.nextTime();
  if (next === undefined || next > until) return { kind: 'idle' };
  if (next > runtime.options.start + runtime.budget.time) {
    const [main] = runtime.sessions.values();
    if (main) exhaust(main, 'time');
    return runtime.stop;
  }
  if (runtime.budget.sessionAge !== Infinity) {
    for (const session of runtime.sessions.values()) {
      const oldest = session.started + runtime.budget.sessionAge;
      if (next <= oldest) continue;
      // The moment when it is older than it may be.
      runtime.scheduler.advance(oldest + 1);
      exhaust(session, 'sessionAge');
    }
    if (runtime.stop) return runtime.stop;
  }
  runScheduled(runtime);
  return runtime.stop;
}

function takeExternal(session: Session, event: ScxmlEvent): void {
  session.data.setEvent(event);
  finalizeAndForward(session, event);
  take(session, event);
}

/** Takes an event: transitions that it enables are taken, in one microstep. */
function take(session: Session, event: ScxmlEvent): void {
  const { runtime } = session;
  runtime.events++;
  if (runtime.events > runtime.budget.events) {
    exhaust(session, 'events');
    return;
  }
  session.data.setEvent(event);
  session.observer.event?.(event);
  if (session.isMain) runtime.options.platform?.observe?.(event);
  const enabled = selectTransitions(session, session.document.events.on(event.name));
  if (enabled.length > 0) microstep(session, enabled, event);
}

/** The session has come to its end: whoever waits for it is told. */
function finish(session: Session): void {
  const final = session.configuration.find(isTopFinal);
  const data = session.runtime.close(session);
  if (session.isMain) session.runtime.stop ??= { kind: 'final', state: final?.id ?? '' };
  else tellParent(session, data);
}
