// Pause as a block of its own: a timer. Inside a busy treatment list it is dialog:pause (dialog.ts).
import { defineBlock } from '../../define.js';
import { delayOf } from '../../delay.js';
import * as js from '../../js.js';

export const pauseBlock = defineBlock({
  type: 'Pause',
  disposition: 'exact',
  evidence: 'documented',
  cost: 0,
  target: { from: '8.1.2' },
  source:
    'Composer migration guide, Voice Treatment objects (Wait Event); SCXML Technical Reference 8.1, send',
  about: 'A delayed event of the page itself; dialog:pause is meant for lists of treatments only.',
  build: (block, cx) => {
    const id = cx.id;
    const { duration } = block.properties;
    const seconds = duration ? cx.expression(duration).js : js.number(0);
    if (seconds.kind !== 'number') cx.assume('wait.negative');
    const event = `${id}.timeout`;
    const timer = cx.request('timer');
    cx.waits(id);
    return {
      states: [
        {
          kind: 'state',
          id,
          onentry: [
            cx.log,
            {
              kind: 'send',
              event,
              delay: delayOf(seconds, cx.library),
              idLocation: timer,
            },
          ],
          onexit: [{ kind: 'cancel', sendid: timer }],
          transitions: [{ event, target: cx.target('green'), isAnswer: true }],
        },
      ],
    };
  },
});
