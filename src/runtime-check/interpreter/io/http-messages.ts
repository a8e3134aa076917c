// Events as HTTP requests and requests as events (SCXML C.2): parameters go as a form, content goes as the body.
import { valueOfText } from '../../document/content.js';
import type { Plain } from '../../script/engine.js';
import type { Pair } from '../event-data.js';
import { logText } from '../log-text.js';
import type { Dialect } from '../dialects.js';
import type { ScxmlEvent } from '../types.js';
import type { HttpRequest } from './http-transport.js';

/** The parameter that bears the name of the event. */
const eventName = '_scxmleventname';
const form = 'application/x-www-form-urlencoded';

/** What a request is made of. */
export interface HttpMessage {
  /** '' when it has none. */
  readonly event: string;
  /** The body as a whole, where there are no parameters. */
  readonly value: Plain;
  readonly pairs: readonly Pair[] | undefined;
}

export function requestOf(url: string, { event, value, pairs }: HttpMessage): HttpRequest {
  const name: readonly string[] = event === '' ? [] : [pair(eventName, event)];
  const request = { method: 'POST', contentType: form } as const;
  // The body is taken by the content, so that the name goes into the address.
  if (!pairs) return { ...request, url: withQuery(url, name), body: encoded(logText(value ?? '')) };
  const params = pairs.map(([key, each]) => pair(key, logText(each)));
  return { ...request, url, body: [...name, ...params].join('&') };
}

const pair = (name: string, value: string): string => `${encoded(name)}=${encoded(value)}`;

/** Half of a surrogate pair cannot be encoded. */
const encoded = (text: string): string => encodeURIComponent(text.replace(/[\ud800-\udfff]/gu, '\ufffd'));

const withQuery = (url: string, pairs: readonly string[]): string =>
  pairs.length === 0 ? url : `${url}${url.includes('?') ? '&' : '?'}${pairs.join('&')}`;

/** The event that a request stands for; without a name of its own it has that of the method. */
export function eventOf(request: HttpRequest, dialect: Dialect): ScxmlEvent {
  const { method, url, contentType, body } = request;
  const query = new URLSearchParams(/\?(.*)$/s.exec(url)?.[1] ?? '');
  const isForm = contentType === '' || contentType.startsWith(form);
  const hasParams = isForm && body.includes('=');
  const params = hasParams ? new URLSearchParams(body) : undefined;
  const [name, ...further] = [...query.getAll(eventName), ...(params?.getAll(eventName) ?? [])];
  const data =
    params || body === '' ? recordOf([...query, ...(params ?? [])]) : contentOf(body, isForm, dialect);
  return {
    name: name !== undefined && further.length === 0 ? name : `HTTP.${method}`,
    type: 'external',
    origintype: dialect.httpTypes[0] ?? '',
    ...(data === undefined ? {} : { data }),
    raw: `${method} ${url} HTTP/1.1\r\nContent-Type: ${contentType}\r\n\r\n${body}`,
  };
}

/** Parameters by their names, those that come more than once as a list. */
function recordOf(entries: readonly (readonly [string, string])[]): Plain {
  const values = new Map<string, readonly string[]>();
  for (const [name, value] of entries) {
    if (name !== eventName) values.set(name, [...(values.get(name) ?? []), value]);
  }
  if (values.size === 0) return undefined;
  return Object.fromEntries([...values].map(([name, found]) => [name, found.length > 1 ? found : found[0]]));
}

const contentOf = (body: string, isForm: boolean, dialect: Dialect): Plain =>
  valueOfText(
    dialect,
    isForm ? (new URLSearchParams(`content=${body.replaceAll('&', '%26')}`).get('content') ?? '') : body,
  );
