// Force Routing: to the first target, whatever its state.
import { defineBlock } from '../../define.js';
import * as js from '../../js.js';
import { redirectAction, redirectReplies, routeTypeOf } from './redirect.js';
import { firstDestination } from './targets.js';

export const forceRoutingBlock = defineBlock({
  type: 'ForceRouting',
  disposition: 'exact',
  evidence: 'documented',
  cost: 1,
  target: { from: '8.1.2' },
  source: 'Composer help, Force Route block',
  about: 'ixn:redirect to the first target; its state is not checked.',
  build: (block, cx) => {
    const { targets, targetList } = block.properties;
    const destination = firstDestination(targets, targetList, cx);
    if (destination === undefined) cx.placeholder('it has no target');
    cx.assume('force-routing.targets');
    const type = routeTypeOf(block.properties.routeType?.value ?? '', cx);
    const routed = cx.connected('green') ? cx.target('green') : cx.frame.routed;
    cx.waits(cx.id);
    return {
      states: [
        {
          kind: 'state',
          id: cx.id,
          onentry: [cx.log, redirectAction(destination ?? js.text(''), type, cx.request(), cx)],
          transitions: redirectReplies(routed, cx.target('red'), undefined, cx),
        },
      ],
    };
  },
});
