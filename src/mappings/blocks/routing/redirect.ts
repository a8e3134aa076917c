// Delivery by the page itself: ixn:redirect to the selected resource, or to a forced destination.
import type { Block } from '../../../ir/nodes.js';
import type { BlockContext } from '../../define.js';
import * as js from '../../js.js';
import type { Js } from '../../js.js';
import { literal, location, value, type Action, type StateNode } from '../../target-tree.js';

/** The redirect action to `destination`. */
export function redirectAction(destination: Js, routeType: string, requestid: Js, cx: BlockContext): Action {
  return {
    kind: 'element',
    module: 'ixn',
    name: 'redirect',
    attributes: {
      requestid: location(requestid),
      interactionid: value(cx.interaction),
      from: value(cx.thisDN),
      to: value(destination),
      type: value(js.path(`_genesys.queue.rType.${routeType}`)),
      detach: literal('true'),
    },
  };
}

/** The state that delivers the call after a selection with `route="false"`. */
export function redirectStates(block: Block, cx: BlockContext): readonly StateNode[] {
  const id = cx.stateId('redirect');
  cx.waits(id);
  return [
    {
      kind: 'state',
      id,
      from: block.nodeId,
      onentry: [redirectAction(js.path('_data.ird_target'), 'RouteTypeDefault', cx.request('redirect'), cx)],
      transitions: [
        {
          event: 'interaction.redirect.done',
          cond: cx.isReply('redirect'),
          target: cx.connected('green') ? cx.target('green') : cx.frame.routed,
          actions: [{ kind: 'assign', location: js.path('_data.ird_routed'), value: js.boolean(true) }],
        },
        { event: 'error.interaction.redirect', cond: cx.isReply('redirect'), target: cx.target('red') },
      ],
    },
  ];
}
