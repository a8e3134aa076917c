// What blocks that ask a server share: the state that asks and waits for its reply, and requests over HTTP.
import type { Block, PropertiesOf, Value } from '../../ir/nodes.js';
import type { BlockContext } from '../define.js';
import * as js from '../js.js';
import type { Js } from '../js.js';
import {
  location,
  value,
  type Action,
  type AttributeValue,
  type OrsModule,
  type StateNode,
} from '../target-tree.js';

/** An action element, and the events that answer it. */
export interface Asked {
  readonly module: OrsModule;
  readonly name: string;
  /** What stands before `.done` and after `error.` in its events. */
  readonly event: string;
  readonly attributes: Readonly<Record<string, AttributeValue>>;
  readonly content?: Js;
  /** What `param` children give. */
  readonly params?: readonly { readonly key: string; readonly value: Js }[];
}

/** Where the reply leads. */
interface Outcome {
  readonly success: string;
  readonly failure: string;
  /** What is kept of the reply. */
  readonly keep?: readonly Action[];
}

/** The state that asks; `suffix` names a further state of the block and its request. */
export function askingState(
  block: Block,
  asked: Asked,
  { success, failure, keep = [] }: Outcome,
  cx: BlockContext,
  suffix?: string,
): StateNode {
  const id = suffix === undefined ? cx.id : cx.stateId(suffix);
  cx.waits(id);
  const action: Action = {
    kind: 'element',
    module: asked.module,
    name: asked.name,
    from: block.nodeId,
    attributes: { requestid: location(cx.request(suffix)), ...asked.attributes },
    children: [
      ...(asked.params ?? []).map(
        ({ key, value: given }) => ({ kind: 'param', name: key, value: given }) as const,
      ),
      ...(asked.content ? [{ kind: 'content', value: asked.content } as const] : []),
    ],
  };
  return {
    kind: 'state',
    id,
    onentry: [cx.log, action],
    transitions: [
      { event: `${asked.event}.done`, cond: cx.isReply(suffix), target: success, actions: keep },
      { event: `error.${asked.event}`, cond: cx.isReply(suffix), target: failure },
      { event: 'error.script', target: failure },
    ],
  };
}

/** Seconds after which a request over HTTP is given up; IRD's own limit is an option of a server. */
export const patience = 10;

/** A POST of a JSON text. */
export const postRequest = (url: Js, body: Js, seconds: Js): Asked => ({
  module: 'session',
  name: 'fetch',
  event: 'session.fetch',
  attributes: {
    srcexpr: value(url),
    method: value(js.text('post')),
    enctype: value(js.text('application/json')),
    timeout: value(seconds),
  },
  content: body,
});

/** A GET. */
export const getRequest = (url: Js, seconds: Js): Asked => ({
  module: 'session',
  name: 'fetch',
  event: 'session.fetch',
  attributes: { srcexpr: value(url), method: value(js.text('get')), timeout: value(seconds) },
});

/** The limit that a block gives, else the one of all; in whole seconds, whatever it is computed from. */
export const secondsOf = (timeout: Value | undefined, cx: BlockContext): Js =>
  timeout ? cx.stored(timeout, 'INTEGER').js : js.number(patience);

/** A POST with the limit of a block. */
export const post = (url: Js, body: Js, timeout: Value | undefined, cx: BlockContext): Asked =>
  postRequest(url, body, secondsOf(timeout, cx));

/** Rows of a key and a value as an object; a row that lacks one of them has been reported where it was read. */
export function objectOf(
  rows: PropertiesOf<'IdentifyContact'>['parameters'],
  cx: BlockContext,
): Readonly<Record<string, Js>> {
  const entries = rows.flatMap(({ key, value: given }) => {
    if (key) cx.use(key);
    return key && given ? [[key.value, cx.expression(given).js] as const] : [];
  });
  return Object.fromEntries(entries);
}
