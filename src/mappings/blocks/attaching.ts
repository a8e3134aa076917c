// A state that attaches what was computed or answered: it waits, for a bounded time, until the platform has confirmed the change, and not at all
// when there is nothing to attach. What is routed right after it would else reach the desktop without the data.
import type { BlockContext } from '../define.js';
import * as js from '../js.js';
import type { Js, Statement } from '../js.js';
import type { StateNode } from '../target-tree.js';

/** How long the page waits for the confirmation of user data. */
export const confirmWithin = '2s';

/** What is attached, and where the block goes on. */
export interface Attaching {
  /** Run before the pairs are computed. */
  readonly before?: readonly Statement[];
  /** An object of keys and values. */
  readonly pairs: Js;
  readonly success: string;
  readonly failure: string;
}

/** The state; `suffix` names a further state of the block. */
export function attachingState(
  { before = [], pairs, success, failure }: Attaching,
  cx: BlockContext,
  suffix?: string,
): StateNode {
  const id = suffix === undefined ? cx.id : cx.stateId(suffix);
  const timer = cx.request(suffix === undefined ? 'timer' : `${suffix}_timer`);
  const timeout = `${id}.timeout`;
  const done = js.path('_data.ird_done');
  const attached = cx.library('attachSome', cx.interaction, pairs);
  cx.assume('attach.visibility');
  cx.waits(id);
  return {
    kind: 'state',
    id,
    onentry: [
      cx.log,
      { kind: 'assign', location: done, value: js.text('') },
      { kind: 'send', event: timeout, delay: js.text(confirmWithin), idLocation: timer },
      {
        kind: 'script',
        statements: [...before, js.assign(done, js.conditional(attached, js.text(''), js.text(id)))],
      },
    ],
    onexit: [{ kind: 'cancel', sendid: timer }],
    transitions: [
      { cond: js.binary(done, '==', js.text(id)), target: success },
      {
        event: 'interaction.udata.changed',
        cond: js.binary(js.path('_event.data.interactionid'), '==', cx.interaction),
        target: success,
      },
      { event: timeout, target: success, isAnswer: true },
      { event: 'error.script', target: failure },
    ],
  };
}
