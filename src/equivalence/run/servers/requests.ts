// The requests that strategies make of services which are provided beside the page: docs/services.md and docs/messages.md say what stands in them.
import type { Value } from '../../../ir/nodes.js';
import { toInteger } from '../../evaluate/values.js';
import { failing } from '../blocks/basics.js';
import type { Flow } from '../flow.js';
import type { BlockContext, SourceSession } from '../session.js';
import { askServer, usualTimeout } from './ask.js';

/** A setting that is made beside the strategy, by name; '' as long as nobody has made it. */
export function setting(session: SourceSession, name: string): string {
  const given = session.scenario.data?.[name];
  const value = typeof given === 'string' ? given : '';
  session.observer.read?.({ kind: 'setting', name: [name], value });
  return value;
}

/** A path below an address that is set beside the strategy; nothing is below one that is not. */
export function addressBelow(session: SourceSession, name: string, path: string): string {
  const server = setting(session, name);
  return server === '' ? '' : `${server}${path}`;
}

/** Attached data as an object, each value as text. */
export const userData = ({ data }: SourceSession): Readonly<Record<string, string>> =>
  Object.fromEntries(data.pairs());

interface KeyedRow {
  readonly key?: Extract<Value, { kind: 'text' }>;
  readonly value?: Value;
}

/** Rows of keys and values as an object; a truth value is sent as IRD stores it. The last of equal keys wins. */
export function* keyedValues(
  rows: readonly KeyedRow[],
  cx: BlockContext,
): Flow<Readonly<Record<string, string | number>>> {
  const found: [string, string | number][] = [];
  for (const { key, value } of rows) found.push([key?.value ?? '', yield* sentValue(value, cx)]);
  return Object.fromEntries(found);
}

/** A value as it is sent. */
export function* sentValue(value: Value | undefined, cx: BlockContext): Flow<string | number> {
  const found = yield* failing(cx.property(value));
  return typeof found === 'boolean' ? toInteger(found) : found;
}

/** Seconds that a block waits for its answer. */
export function* timeoutOf(value: Value | undefined, cx: BlockContext): Flow<number> {
  return (yield* failing(cx.integer(value))) ?? usualTimeout;
}

export interface ServiceCall {
  /** Setting with the address of all services of the kind. */
  readonly at: 'ird_service_url' | 'ird_contact_url';
  /** Name of the object whose request it is. */
  readonly service: string;
  readonly parameters: Readonly<Record<string, unknown>>;
  readonly withUserData: boolean;
  readonly timeout: number;
}

/** Posts a request to a service below the address of its kind. */
export function* callService(session: SourceSession, call: ServiceCall): Flow<string> {
  const { at, service, parameters, withUserData, timeout } = call;
  return yield* askServer(session, {
    method: 'post',
    url: addressBelow(session, at, `/${service}`),
    body: JSON.stringify({
      service,
      interactionid: session.interaction().id,
      parameters,
      ...(withUserData ? { userdata: userData(session) } : {}),
    }),
    timeout,
  });
}
