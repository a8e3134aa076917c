// The basic HTTP event I/O processor (SCXML C.2) of a run: sends by its transport, and takes in what the transport receives.
import { enqueueExternal, raiseError, type Runtime, type Session } from '../session-state.js';
import type { HttpTransport } from './http-transport.js';
import { eventOf, requestOf, type HttpMessage } from './http-messages.js';

/** Lets requests for the sessions of a run in. */
export function listen(runtime: Runtime): void {
  runtime.options.http?.connect((sessionId, request) => {
    const session = runtime.sessions.get(sessionId);
    if (!session?.running) return false;
    enqueueExternal(session, eventOf(request, session.document.dialect));
    return true;
  });
}

/** False when it cannot be sent, and the rest of its block must not run. What comes of it later is told by an event alone. */
export function sendByHttp(
  session: Session,
  transport: HttpTransport,
  message: HttpMessage,
  target: string | undefined,
  sendid: string | undefined,
): boolean {
  if (target === undefined) {
    raiseError(session, 'communication', 'A message by HTTP needs a target', sendid);
    return false;
  }
  const { runtime } = session;
  let isOpen = true;
  runtime.openRequests++;
  transport.send(requestOf(target, message), (status) => {
    if (!isOpen) return;
    isOpen = false;
    runtime.openRequests--;
    if (!session.running || (status !== undefined && status >= 200 && status < 300)) return;
    const answer = status === undefined ? 'does not answer' : `answers with status ${status}`;
    raiseError(session, 'communication', `The target "${target}" ${answer}`, sendid);
  });
  return true;
}
