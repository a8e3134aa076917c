// Route Interaction: the Selection of e-mails, chats and the like.
import { defineBlock } from '../../define.js';
import { selectionStates } from './selection.js';

export const routeInteractionBlock = defineBlock({
  type: 'RouteInteraction',
  disposition: 'review',
  evidence: 'inferred',
  cost: 2,
  target: { from: '8.1.2' },
  source:
    'Composer help, Route Interaction block; Orchestration developer guide, Queue interface; properties recalled, port of the timeout is an assumption (selection.timeout)',
  about:
    'queue:submit, as for a Selection. The queues that an agent lays the interaction or its answer into have no part in it.',
  build: (block, cx) => {
    const { existingQueue, outgoingQueue } = block.properties;
    const queues = [
      [existingQueue, 'existing'],
      [outgoingQueue, 'outgoing'],
    ] as const;
    for (const [queue, which] of queues)
      if (queue)
        cx.unsupported(
          queue.id,
          `its queue for the ${which} interaction (${queue.value}): no such attribute of queue:submit or ixn:redirect is documented`,
        );
    return selectionStates(block, block.properties, {}, cx);
  },
});
