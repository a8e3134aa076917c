// A priority that grows while a Selection waits: the request is cancelled and submitted again with what it has grown to, or told so by queue:update.
// That the functions of the queue let it grow by themselves needs nothing here.
import type { BlockContext } from '../../define.js';
import * as js from '../../js.js';
import type { Js } from '../../js.js';
import { value, type Action, type StateNode, type Transition } from '../../target-tree.js';
import type { SubmitFields } from './selection.js';
import { stopTimer } from './kept-request.js';
import { varies } from './targets.js';

/** Seconds after which a cancel that nobody answers is taken for done. */
const patience = '5s';

/** How the priority of one request grows; undefined where no way sets increments. */
export interface Growth {
  /** Before the submit: the wait begins, or goes on. */
  readonly before: readonly Action[];
  readonly priority: Js;
  /** Seconds that are left. */
  readonly timeout: Js;
  /** Waits for the next increment, when there is one. */
  readonly await: readonly Action[];
  readonly onexit: readonly Action[];
  readonly transitions: readonly Transition[];
  /** A pass that found its request waiting tells the queue by itself; else the request is submitted again. */
  readonly updates: boolean;
  /** Condition that it is not submitted again at once. */
  readonly isLater: Js;
  /** The state that waits for the end of the old request. */
  states(done: { readonly target: string; readonly actions: readonly Action[] }): readonly StateNode[];
}

/** What a growing priority needs on the page, for the request of that name. */
export function growthOf(
  request: string,
  timeout: Js,
  { priority: base, clears, busy, targets }: Pick<SubmitFields, 'priority' | 'clears' | 'busy' | 'targets'>,
  cx: BlockContext,
): Growth | undefined {
  const way = cx.options.priorityIncrements ?? 'resubmit';
  if (way === 'queue-functions' || cx.setting('increment', js.text('')) === undefined) return undefined;
  const start = cx.assume('priority-increment.start');
  const own = js.text(request);
  const timer = cx.request('increment');
  const event = `${request}.increment`;
  const live = js.member(js.path('_data.ird_live'), request);
  cx.shared('waits', 'Since when and until when each block waits, and the priority that its queue was told.');
  cx.review(reason(way, { clears, plays: busy.children.length > 0, varies: targets.some(varies) }, cx));
  const wait = cx.library(
    'beginWait',
    own,
    timeout,
    base ?? js.number(0),
    ...(start === 'each wait anew' ? [js.boolean(true)] : []),
  );
  const keepsAge = way === 'resubmit' && !cx.isMentioned('PriorityTuning');
  const next: readonly Action[] = [
    {
      kind: 'if',
      branches: [
        {
          cond: js.binary(cx.library('nextIncrement', own), '>=', js.number(0)),
          actions: [
            {
              kind: 'send',
              event,
              delay: js.binary(cx.library('nextIncrement', own), '+', js.text('ms')),
              idLocation: timer,
            },
          ],
        },
      ],
    },
  ];
  const priority = cx.library('waitPriority', own);
  const update: Action = {
    kind: 'element',
    module: 'queue',
    name: 'update',
    attributes: { requestid: value(cx.request()), priority: value(priority) },
    children: [],
  };
  const accepted = js.binary(live, '!=', js.text('pending'));
  const grown: Transition =
    way === 'update'
      ? { event, cond: accepted, actions: [update, ...next] }
      : { event, cond: accepted, target: cx.stateId('increment') };
  return {
    before: [{ kind: 'script', statements: [js.run(keepsAge ? cx.library('keepAge', wait) : wait)] }],
    priority,
    timeout: cx.library('timeLeft', own),
    await: next,
    onexit: [stopTimer(timer)],
    transitions: [grown],
    updates: way === 'update',
    isLater: js.binary(cx.library('nextIncrement', own), '!=', js.number(0)),
    states: (done) => (way === 'update' ? [] : [again(request, live, done, cx)]),
  };
}

/** The old request is given up. Only when the queue has confirmed that is a new one made: a target that was found until then counts. */
function again(
  request: string,
  live: Js,
  done: { readonly target: string; readonly actions: readonly Action[] },
  cx: BlockContext,
): StateNode {
  const mine = cx.library('isReply', js.path('_event'), js.text(request));
  const unanswered = `${request}.unanswered`;
  const resubmit = {
    target: cx.id,
    actions: [
      { kind: 'script', statements: [js.run(cx.library('submitAgain', js.text(request)))] },
    ] as const satisfies readonly Action[],
  };
  return {
    kind: 'state',
    id: cx.stateId('increment'),
    comments: [
      'The priority has grown: the request is cancelled, and submitted again with what is left of its time.',
    ],
    onentry: [
      cx.log,
      { kind: 'assign', location: live, value: js.text('growing') },
      {
        kind: 'element',
        module: 'queue',
        name: 'cancel',
        attributes: { requestid: value(cx.request()) },
      },
      {
        kind: 'send',
        event: unanswered,
        delay: js.text(patience),
        idLocation: cx.request('unanswered'),
      },
    ],
    onexit: [stopTimer(cx.request('unanswered'))],
    transitions: [
      {
        event: 'queue.submit.done',
        cond: mine,
        ...done,
        comment: 'A target was found before the queue knew of the cancel.',
      },
      {
        event: 'queue.cancel.done error.queue.cancel',
        cond: cx.library('isCancelReply', js.path('_event'), js.text(request)),
        ...resubmit,
      },
      { event: unanswered, ...resubmit },
    ],
  };
}

/** What is to be looked at, in one sentence. */
function reason(
  way: 'resubmit' | 'update',
  request: { readonly clears: boolean; readonly plays: boolean; readonly varies: boolean },
  cx: BlockContext,
): string {
  const behind = request.clears
    ? ''
    : '; while other blocks run its kept targets stay at the priority that they had';
  if (way === 'update')
    return `its priority grows by queue:update at each interval, whose attributes are inferred${behind}`;
  const treatments = request.plays ? ' and its busy treatments begin again' : '';
  const alone = request.varies && !request.clears ? ', which has the targets of the moment alone' : '';
  const age = cx.isMentioned('PriorityTuning')
    ? 'PriorityTuning of the strategy decides about its place among equal priorities'
    : 'its age is kept by priorityTuning, and by setInteractionAge, whose parameters are not documented';
  return `its priority grows by a cancel and a new submit at each interval${alone}: the virtual queue counts the call once more for each${treatments}; ${age}${behind}`;
}
