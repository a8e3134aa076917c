// What becomes of a request when the block that submitted it is left by another way than its own: cancelled, or kept when its targets stay.
import * as js from './js.js';
import type { Submit } from './map-state.js';
import { value, type Action } from './target-tree.js';

/** Gives up a request that waits, kept or not. */
export function dropRequest(name: string): Action {
  const live = js.path(`_data.ird_live.${name}`);
  const is = (word: string): js.Js => js.binary(live, '==', js.text(word));
  return {
    kind: 'if',
    branches: [
      {
        cond: js.binary(is('live'), '||', is('kept')),
        actions: [
          {
            kind: 'element',
            module: 'queue',
            name: 'cancel',
            attributes: { requestid: value(js.path(`_data.ird_requests.${name}`)) },
          },
          { kind: 'assign', location: live, value: js.text('') },
        ],
      },
    ],
  };
}

/** Leaves the request of a block that may still wait for it. */
export function leaveRequest({ name, keeps }: Submit): Action {
  const live = js.path(`_data.ird_live.${name}`);
  const leave = (word: string): Action => ({ kind: 'assign', location: live, value: js.text(word) });
  const cancel: Action = {
    kind: 'element',
    module: 'queue',
    name: 'cancel',
    attributes: { requestid: value(js.path(`_data.ird_requests.${name}`)) },
  };
  return {
    kind: 'if',
    branches: [
      {
        cond: js.binary(live, '==', js.text('live')),
        actions: keeps ? [leave('kept')] : [cancel, leave('')],
      },
    ],
  };
}
