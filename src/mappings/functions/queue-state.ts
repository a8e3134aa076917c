// What URS knows about the waiting interaction and ORS has to ask for: its priority. The queue answers by an event.
import { defineFunctions } from '../define.js';
import * as js from '../js.js';
import { value } from '../target-tree.js';
import { since813 } from './row.js';

export const queueState = defineFunctions([
  {
    ird: 'GetPriority',
    evidence: 'documented',
    disposition: 'exact',
    cost: 1,
    target: since813,
    source:
      'Composer migration guide, IRD functions (tag mapping); queue:query in the subroutines of Composer projects',
    about:
      'Priority of the interaction: asked of the queue while a request waits there, else the one that the next submit will have.',
    examples: [{ ird: 'GetPriority[]', js: 'ird.num(_event.data.priority)', value: 7 }],
    lift: {
      request: (_args, cx) => {
        const waiting = cx.library('waitingRequest');
        const mine = js.binary(js.path('_event.data.requestid'), '==', waiting);
        return {
          when: { cond: js.binary(waiting, '!=', js.text('')), otherwise: js.number(0) },
          actions: [
            { kind: 'element', module: 'queue', name: 'query', attributes: { requestid: value(waiting) } },
          ],
          replies: [{ event: 'queue.query.done', cond: mine }],
          errors: [{ event: 'error.queue.query', cond: mine }],
          timeout: { seconds: js.number(5) },
        };
      },
    },
    build: (_args, cx) => cx.library('num', js.path('_event.data.priority')),
  },
]);
