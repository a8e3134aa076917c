// Cancel Call cancels the treatment that is running, not the call.
import { defineBlock } from '../../define.js';
import { location, value } from '../../target-tree.js';

export const cancelCallBlock = defineBlock({
  type: 'CancelCall',
  disposition: 'review',
  evidence: 'documented',
  cost: 1,
  target: { from: '8.1.2' },
  source: 'Orchestration developer guide, Migration from IRD (dialog:stop)',
  about: 'dialog:stop: it stops the running treatment and leaves the call where it is.',
  build: (_block, cx) => {
    const id = cx.id;
    cx.waits(id);
    return {
      states: [
        {
          kind: 'state',
          id,
          onentry: [
            cx.log,
            {
              kind: 'element',
              module: 'dialog',
              name: 'stop',
              attributes: { requestid: location(cx.request()), interactionid: value(cx.interaction) },
            },
          ],
          transitions: [
            { event: 'dialog.stop.done', cond: cx.isReply(), target: cx.target('green') },
            { event: 'error.dialog.stop', cond: cx.isReply(), target: cx.target('red') },
          ],
        },
      ],
    };
  },
});
