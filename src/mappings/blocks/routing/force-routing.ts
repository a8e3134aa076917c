// Force Routing: to the first target, whatever its state.
import { defineBlock } from '../../define.js';
import * as js from '../../js.js';
import { redirectAction } from './redirect.js';
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
    const { targets, targetList, routeType } = block.properties;
    const destination = firstDestination(targets, targetList, cx);
    if (destination === undefined) cx.placeholder('it has no target');
    const type = routeType?.value.replace(/^(RouteType)?/, 'RouteType') ?? 'RouteTypeDefault';
    const id = cx.id;
    cx.waits(id);
    return {
      states: [
        {
          kind: 'state',
          id,
          onentry: [cx.log, redirectAction(destination ?? js.text(''), type, cx.request(), cx)],
          transitions: [
            {
              event: 'interaction.redirect.done',
              cond: cx.isReply(),
              target: cx.connected('green') ? cx.target('green') : cx.frame.routed,
              actions: [{ kind: 'assign', location: js.path('_data.ird_routed'), value: js.boolean(true) }],
            },
            { event: 'error.interaction.redirect', cond: cx.isReply(), target: cx.target('red') },
          ],
        },
      ],
    };
  },
});
