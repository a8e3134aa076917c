// What the platform may do in a session, from action elements, functions and scheduled calls.
import { startSessionAt, terminateSession } from './further-sessions.js';
import { checkPending, enqueueExternal, exhaust, type Session } from './session-state.js';
import type { ActionContext } from './types.js';

/** Calls and events of a run that may be to come at a time. */
const mostScheduled = 100_000;

export function actionContext(session: Session): ActionContext {
  const { scheduler } = session.runtime;
  const schedule = (delay: number, kind: 'call' | 'event', action: () => void, what?: string): number => {
    const handle = scheduler.schedule(delay, kind, action, what);
    // What the platform does later is no event of the session, yet must not fill the memory.
    if (scheduler.pending > mostScheduled) exhaust(session, 'pendingEvents');
    if (kind === 'event') checkPending(session);
    return handle;
  };
  return {
    evaluate(source, span) {
      const found = session.data.valueOfText(source, span);
      return found ? { ok: true, value: found.value } : { ok: false };
    },
    // A session that is over has no data any more.
    write: (location, value, span) =>
      session.runtime.sessions.has(session.id) && session.data.assignText(location, value, span),
    post(event, delay = 0) {
      const deliver = (): void => {
        enqueueExternal(session, event);
      };
      if (delay > 0) return schedule(delay, 'event', deliver, event.name);
      deliver();
      // Such an event cannot be withdrawn any more: no handle is 0.
      return 0;
    },
    withdraw: (handle) => scheduler.withdraw(handle),
    now: () => scheduler.now(),
    schedule: (delay, call, what) => schedule(delay, 'call', call, what),
    expose: (path, call) => {
      session.data.engine.expose(path, call);
    },
    define: (name, value) => {
      session.data.engine.define(name, value, true);
    },
    sessionId: session.id,
    startSession: (uri, data) => startSessionAt(session, uri, data),
    terminateSession: (id) => terminateSession(session, id),
  };
}
