// `send` and `cancel`: where an event goes, when, and what becomes of it on the way.
import type { Action, SendAction, Value } from '../document/nodes.js';
import type { Plain } from '../script/engine.js';
import { parseDelay } from './delay.js';
import { eventData } from './event-data.js';
import { sendByHttp } from './io/basic-http.js';
import { logText } from './log-text.js';
import { checkPending, enqueueExternal, enqueueInternal, raiseError, type Session } from './session-state.js';
import { sessionTarget } from './system-variables.js';
import type { ScxmlEvent } from './types.js';

/** The attributes of a `send`, evaluated. */
interface Order {
  readonly event: Plain;
  readonly target: Plain;
  readonly type: Plain;
  readonly delay: Plain;
}

/** False when the rest of its block must not run. */
export function executeSend(session: Session, action: SendAction): boolean {
  const { dialect } = session.document;
  const id = action.id ?? (action.idlocation ? newId(session, 'send') : undefined);
  if (action.idlocation && !session.data.assign(action.idlocation, id)) return false;
  const order = evaluateOrder(session, action);
  if (!order) return false;
  const data = eventData(session, action);
  // SCXML 6.2.3: an event whose arguments cannot be evaluated is not sent.
  if (!data.complete) return false;

  const name = order.event === undefined ? '' : logText(order.event);
  const delay = order.delay === undefined ? 0 : delayOf(order.delay);
  const target = order.target === undefined || order.target === '' ? undefined : logText(order.target);
  const type = order.type === undefined ? '' : logText(order.type);
  const http = dialect.httpTypes.includes(type) ? session.runtime.options.http : undefined;
  const isInternal = !http && target !== undefined && dialect.internalTargets.includes(target);
  const refuse = (error: 'execution' | 'communication', message: string): false => {
    raiseError(session, error, message, id);
    return false;
  };
  if (!http && type !== '' && !dialect.sessionTypes.includes(type)) {
    return refuse('execution', `The send type "${type}" is not supported`);
  }
  if (delay === undefined) return refuse('execution', `"${logText(order.delay)}" is no duration`);
  if (isInternal && delay > 0)
    return refuse('execution', 'An event for the internal queue cannot be delayed');
  if (!http && name === '' && action.content === undefined)
    return refuse('execution', 'The event has no name');

  const event: ScxmlEvent = {
    name,
    type: isInternal ? 'internal' : 'external',
    data: data.value,
    ...(id === undefined ? {} : { sendid: id }),
    ...(isInternal ? {} : { origin: sessionTarget(session.id), origintype: dialect.sessionTypes[0] ?? '' }),
  };
  if (isInternal) {
    enqueueInternal(session, event);
    return true;
  }
  const message = { event: name, ...data };
  const dispatch = (): boolean =>
    http ? sendByHttp(session, http, message, target, id) : deliver(session, event, target, id);
  if (delay === 0) return dispatch();
  sendLater(session, event, delay, id, dispatch);
  return true;
}

function evaluateOrder(session: Session, action: SendAction): Order | undefined {
  const event = evaluate(session, action.event);
  const target = event && evaluate(session, action.target);
  const type = target && evaluate(session, action.type);
  const delay = type && evaluate(session, action.delay);
  return delay && { event: event.value, target: target.value, type: type.value, delay: delay.value };
}

const missing = { value: undefined };

/** The value of an attribute; undefined when its evaluation failed. */
export function evaluate(session: Session, value: Value | undefined): { readonly value: Plain } | undefined {
  if (!value) return missing;
  return value.kind === 'literal' ? { value: value.text } : session.data.value(value.expression);
}

// A bare number is no duration in either dialect's documents; 0 is, whatever its unit.
const delayOf = (delay: Plain): number | undefined =>
  delay === 0 || delay === '0' ? 0 : parseDelay(logText(delay));

function newId(session: Session, kind: string): string {
  session.runtime.ids++;
  return `${session.id}.${kind}.${session.runtime.ids}`;
}

function sendLater(
  session: Session,
  { name }: ScxmlEvent,
  delay: number,
  id: string | undefined,
  dispatch: () => boolean,
): void {
  const send = (): void => {
    if (id !== undefined) forget(session, id, handle);
    // SCXML 6.2.4: what is still to be sent when the session ends is discarded.
    if (session.running) dispatch();
  };
  const handle: number = session.runtime.scheduler.schedule(delay, 'event', send, name);
  if (id !== undefined) {
    const handles = session.delayed.get(id) ?? new Set<number>();
    handles.add(handle);
    session.delayed.set(id, handles);
  }
  checkPending(session);
}

function forget(session: Session, id: string, handle: number): void {
  const handles = session.delayed.get(id);
  handles?.delete(handle);
  if (handles?.size === 0) session.delayed.delete(id);
}

/** Hands the event to whom `target` names; an unknown one is an error event. */
function deliver(
  session: Session,
  event: ScxmlEvent,
  target: string | undefined,
  id: string | undefined,
): boolean {
  const receiver = receiverOf(session, target);
  if (receiver === 'malformed') {
    raiseError(session, 'execution', `"${target ?? ''}" is no target`, id);
    return false;
  }
  if (!receiver?.session.running) {
    raiseError(session, 'communication', `The target "${target ?? ''}" cannot be reached`, id);
    return false;
  }
  enqueueExternal(
    receiver.session,
    receiver.invokeid === undefined ? event : { ...event, invokeid: receiver.invokeid },
  );
  return true;
}

interface Receiver {
  readonly session: Session;
  /** Set when an invoked session sends to the one that invoked it. */
  readonly invokeid?: string;
}

function receiverOf(session: Session, target: string | undefined): Receiver | 'malformed' | undefined {
  if (target === undefined || target === session.id || target === sessionTarget(session.id))
    return { session };
  const { sessions } = session.runtime;
  const named = sessions.get(target);
  if (named) return { session: named };
  if (!target.startsWith('#_')) return 'malformed';
  if (target === '#_parent') {
    const { parent } = session;
    // A session that was cancelled is no longer heard.
    const isKnown = parent?.session.children.get(parent.invokeid)?.session === session;
    return isKnown ? { session: parent.session, invokeid: parent.invokeid } : undefined;
  }
  const prefix = sessionTarget('');
  if (target.startsWith(prefix)) {
    const other = sessions.get(target.slice(prefix.length));
    return other && { session: other };
  }
  const child = session.children.get(target.slice(2));
  return child && { session: child.session };
}

/** False when the rest of its block must not run. */
export function executeCancel(session: Session, action: Extract<Action, { kind: 'cancel' }>): boolean {
  const found = evaluate(session, action.sendid);
  if (!found) return false;
  const id = logText(found.value);
  const handles = session.delayed.get(id);
  for (const handle of handles ?? []) session.runtime.scheduler.withdraw(handle);
  session.delayed.delete(id);
  const replies = session.document.dialect.cancelReplies;
  if (replies) {
    const name = handles ? replies.done : replies.tooLate;
    enqueueExternal(session, { name, type: 'platform', sendid: id, data: { sendid: id } });
  }
  return true;
}
