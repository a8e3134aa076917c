// Functions that became actions with an answer: leaving the queues, taking the call, ending it.
import { defineFunctions, type FunctionMapping } from '../define.js';
import * as js from '../js.js';
import { location, value } from '../target-tree.js';
import { argument, since813 } from './row.js';

const shared = { evidence: 'documented', disposition: 'review', cost: 1, target: since813 } as const;

const scxml = 'SCXML Technical Reference 8.1, Interaction Interface, Action Elements';

/** `ixn:<name>` on the interaction of the page. */
const onInteraction = (
  ird: string,
  name: string,
  about: string,
  answer: string,
  source: string = scxml,
): FunctionMapping => ({
  ...shared,
  ird,
  source,
  about,
  examples: [{ ird: `${ird}[]`, js: `'${answer}'`, value: answer }],
  lift: {
    request: (_args, cx) => ({
      actions: [
        {
          kind: 'element',
          module: 'ixn',
          name,
          attributes: { requestid: location(cx.request), interactionid: value(cx.interaction) },
        },
      ],
      replies: [{ event: `interaction.${name}.done` }],
      errors: [{ event: `error.interaction.${name}` }],
    }),
  },
  build: () => js.text(answer),
});

export const actions = defineFunctions([
  {
    ...shared,
    ird: 'ClearTargets',
    source:
      'subroutines ClearTargets and QueueCancel of Composer projects, which say that they equal the IRD function',
    about:
      'A queue:cancel for the interaction, in the virtual queue that is named or in all; a failure takes the red port, where the replacement that Composer ships would wait for ever',
    examples: [
      { ird: 'ClearTargets[]', js: 'ird.clearedTargets()', value: '' },
      { ird: "ClearTargets['VQ_Sales']", js: "''", value: '' },
    ],
    lift: {
      request: (args, cx) => {
        const mine = cx.library('isCancelReply', js.path('_event'));
        const queue = args.length > 0 ? { queue: value(argument(args, 0)) } : {};
        return {
          actions: [
            {
              kind: 'element',
              module: 'queue',
              name: 'cancel',
              attributes: { interactionid: value(cx.interaction), ...queue },
            },
          ],
          replies: [{ event: 'queue.cancel.done', cond: mine }],
          errors: [{ event: 'error.queue.cancel', cond: mine }],
          timeout: { seconds: js.number(5) },
        };
      },
    },
    // Which requests wait in a single queue is known to URS alone: they stay marked, and are cancelled once more at the end.
    build: (args, cx) => (args.length > 0 ? js.text('') : cx.library('clearedTargets')),
  },
  onInteraction(
    'AnswerCall',
    'accept',
    'An ixn:accept for the interaction; the resource that a parameter of the replacement names is that of the interaction itself, and a failure takes the red port',
    'return:ok',
    'subroutine InteractionAccept of Composer projects',
  ),
  onInteraction(
    'ClearCall',
    'terminate',
    'An ixn:terminate for the interaction; the page ends with it, and what follows does not run any more',
    '',
  ),
  onInteraction(
    'ReleaseCall',
    'terminate',
    'An ixn:terminate for the interaction; the page ends with it, and what follows does not run any more',
    '',
  ),
]);
