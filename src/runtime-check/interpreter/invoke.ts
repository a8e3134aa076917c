// Sessions that a session starts (SCXML 6.4): `invoke`, `finalize`, `autoforward`, and what happens when either of the two ends.
import { compileDocument } from '../document/compile.js';
import type { CompiledDocument, Invoke, State } from '../document/nodes.js';
import type { Plain } from '../script/engine.js';
import { xmlText } from '../script/xml-plain.js';
import { eventData } from './event-data.js';
import { executeBlock } from './execute.js';
import { pageAt, pageFrom } from './further-sessions.js';
import { logText } from './log-text.js';
import { evaluate } from './send.js';
import {
  enqueueExternal,
  mayStartSession,
  raiseError,
  type InvokedSession,
  type Session,
} from './session-state.js';
import type { ScxmlEvent } from './types.js';

/** Types that mean a page like this one. */
const pageTypes: ReadonlySet<string> = new Set([
  '',
  'scxml',
  'http://www.w3.org/TR/scxml/',
  'http://www.w3.org/TR/scxml',
]);

/** Starts what the states entered since the last external event invoke. */
export function invokeStates(session: Session): void {
  const states = [...session.toInvoke].sort((a, b) => a.index - b.index);
  session.toInvoke.clear();
  for (const state of states) {
    for (const invoke of state.invokes) start(session, state, invoke);
  }
}

function start(session: Session, state: State, invoke: Invoke): void {
  const { runtime } = session;
  runtime.ids++;
  const id = invoke.id ?? `${state.id}.${runtime.ids}`;
  if (invoke.idlocation && !session.data.assign(invoke.idlocation, id)) return;
  const type = evaluate(session, invoke.type);
  const src = type && evaluate(session, invoke.src);
  if (!src) return;
  if (type.value !== undefined && !pageTypes.has(logText(type.value))) {
    raiseError(session, 'execution', `Sessions of type "${logText(type.value)}" cannot be invoked`);
    return;
  }
  const data = eventData(session, { params: invoke.params, namelist: invoke.namelist, content: undefined });
  if (!data.complete) return;
  const { failures } = session.data;
  const document = pageOf(session, invoke, src.value);
  if (!document) {
    // An expression that failed has been told already.
    if (session.data.failures > failures) return;
    raiseError(session, 'communication', 'The invoked page cannot be loaded');
    return;
  }
  if (!mayStartSession(session)) return;
  const child = runtime.open(document, {
    id: `${session.id}.${runtime.ids}`,
    isMain: false,
    parent: { session, invokeid: id },
    given: recordOf(data.value),
  });
  session.children.set(id, { invoke, session: child, state });
  runtime.start(child);
}

const recordOf = (value: Plain): Readonly<Record<string, Plain>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)
    ? (value as Readonly<Record<string, Plain>>) // what is left is a record
    : {};

function pageOf(session: Session, invoke: Invoke, src: Plain): CompiledDocument | undefined {
  const { document } = session;
  const { content } = invoke;
  const { resolve } = session.runtime.options;
  const resolving = resolve ? { resolve } : {};
  if (content?.kind === 'xml')
    return compileDocument(document.source, document.dialect, { element: content.element, ...resolving })
      .value;
  if (!content) return pageAt(session, logText(src));
  const { value } = eventData(session, { params: [], content });
  const text = xmlText(value) ?? value;
  return typeof text === 'string' ? pageFrom(session, text, document.source.file) : undefined;
}

/** Before an external event is processed: the content of `finalize` runs, and children that want every event get it. */
export function finalizeAndForward(session: Session, event: ScxmlEvent): void {
  for (const [id, child] of session.children) {
    if (id === event.invokeid) finalize(session, child, event);
    if (child.invoke.autoforward && child.session.running) enqueueExternal(child.session, event);
  }
}

function finalize(session: Session, { invoke }: InvokedSession, event: ScxmlEvent): void {
  executeBlock(session, invoke.finalize);
  const data = recordOf(event.data);
  for (const { name, location } of invoke.updates) {
    if (Object.hasOwn(data, name)) session.data.assign(location, data[name]);
  }
}

/** Ends what `state` has invoked, because it is left. */
export function cancelInvocations(session: Session, state: State): void {
  session.toInvoke.delete(state);
  for (const [id, child] of session.children) {
    if (child.state !== state) continue;
    session.children.delete(id);
    if (!child.session.running) continue;
    child.session.running = false;
    session.runtime.close(child.session);
  }
}

/** The session has ended by itself: the one that invoked it gets `done.invoke`. */
export function tellParent(session: Session, data: Plain): void {
  const { parent } = session;
  if (!parent?.session.running) return;
  const event = {
    name: `done.invoke.${parent.invokeid}`,
    type: 'external',
    invokeid: parent.invokeid,
  } as const;
  enqueueExternal(parent.session, data === undefined ? event : { ...event, data });
}
