// Stop Interaction: the interaction is over for Interaction Server.
import { defineBlock } from '../../define.js';
import * as js from '../../js.js';
import { location, value } from '../../target-tree.js';

export const stopInteractionBlock = defineBlock({
  type: 'StopInteraction',
  disposition: 'review',
  evidence: 'inferred',
  cost: 1,
  target: { from: '8.1.2' },
  source:
    "Orchestration Server Developer's Guide, Interaction interface (terminate, and that messages can be stopped only while they are presented); Composer help, Stop Interaction block",
  about:
    'ixn:terminate with the reason of the object. It fails, by the red port, while the interaction is not presented to the strategy.',
  build: (block, cx) => {
    const { reason, notify, delete: deletes, thirdPartyServer, applicationType } = block.properties;
    const switches = [
      [notify, 'that a server is told of the end'],
      [deletes, 'that the record of the interaction is deleted'],
      [thirdPartyServer, 'that a third-party server is told'],
    ] as const;
    for (const [given, words] of switches) {
      if (given === undefined) continue;
      if (given.value) cx.unsupported(given.id, `${words}: no such attribute of ixn:terminate is documented`);
      else cx.omit(given.id, 'ixn:terminate does not do so by itself');
    }
    if (applicationType)
      cx.unsupported(
        applicationType.id,
        `the type of the application that is told (${applicationType.value}): no such attribute of ixn:terminate is documented`,
      );
    const next = cx.target('green');
    if (cx.connected('green'))
      cx.review(
        'what follows its green port has no interaction any more; the first block there that waits ends the page',
      );
    const stated = reason?.value ?? '';
    cx.waits(cx.id);
    return {
      states: [
        {
          kind: 'state',
          id: cx.id,
          onentry: [
            cx.log,
            {
              kind: 'element',
              module: 'ixn',
              name: 'terminate',
              from: block.nodeId,
              attributes: {
                requestid: location(cx.request()),
                interactionid: value(cx.interaction),
                ...(stated === '' ? {} : { reason: value(js.text(stated)) }),
              },
            },
          ],
          transitions: [
            {
              event: 'interaction.terminate.done',
              cond: cx.isReply(),
              target: cx.connected('green') ? next : 'ended',
            },
            { event: 'error.interaction.terminate', cond: cx.isReply(), target: cx.target('red') },
          ],
        },
      ],
    };
  },
});
