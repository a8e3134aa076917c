// A request whose targets stay (Clear Target off): a second pass through its block finds it waiting, and only the time of that pass starts again.
import type { BlockContext } from '../../define.js';
import { delayOf } from '../../delay.js';
import * as js from '../../js.js';
import type { Js } from '../../js.js';
import { value, type Action, type Transition } from '../../target-tree.js';
import type { Growth } from './increments.js';
import type { SubmitFields } from './selection.js';
import { targetsOf, varies } from './targets.js';

/**
 * The submit itself. With kept targets a second pass through the block finds the request still waiting: it keeps its place in the queue, and only the time of this
 * pass starts again.
 */
export function open(
  submit: readonly Action[],
  live: Js,
  fields: SubmitFields,
  timeout: Js,
  request: string,
  growth: Growth | undefined,
  cx: BlockContext,
): readonly Action[] {
  // The mark comes second: a submit whose attributes fail leaves nothing that waits.
  const start: readonly Action[] = [...submit, { kind: 'assign', location: live, value: js.text('pending') }];
  if (fields.clears) return start;
  const timer: Action = {
    kind: 'send',
    event: `${request}.timeout`,
    delay: delayOf(timeout, cx.library),
    idLocation: cx.request('timer'),
  };
  return [
    {
      kind: 'if',
      branches: [
        {
          cond: js.binary(live, '==', js.text('kept')),
          actions: [timer, ...renew(fields, growth, cx), ...(growth?.await ?? [])],
        },
      ],
      otherwise: start,
    },
  ];
}

/** Only a pass that found its request waiting has a timer. One that outlives its pass would cut a later one short. */
export const stopTimer = (timer: Js): Action => ({
  kind: 'if',
  branches: [{ cond: timer, actions: [{ kind: 'cancel', sendid: timer }] }],
});

/**
 * A request that waits already: it keeps its place, gets a priority that may have changed and the targets that variables hold now beside those that it has, and its
 * treatments begin again.
 */
function renew(
  { priority: base, busy, targets, statServer, queue, staysInBlock }: SubmitFields,
  growth: Growth | undefined,
  cx: BlockContext,
): readonly Action[] {
  // A priority that grows by new submits is told by the next one.
  const priority = growth === undefined ? base : growth.updates ? growth.priority : undefined;
  const isConstant = priority === undefined || priority.kind === 'number';
  const further = targets.filter(varies);
  const children = [...busy.children, ...(further.length > 0 ? [targetsOf(further, statServer)] : [])];
  // Whoever enters such a block again has given up its requests before.
  if (staysInBlock === true || (isConstant && children.length === 0)) return [];
  const what = further.length > 0 ? 'priority, treatments and further targets' : 'priority and treatments';
  const stays =
    queue === undefined || queue.kind === 'string' ? '' : '; its virtual queue stays that of the first pass';
  cx.review(
    `when the block is entered again, the request that still waits gets its ${what} by queue:update, whose attributes are inferred${stays}`,
  );
  const update: Action = {
    kind: 'element',
    module: 'queue',
    name: 'update',
    attributes: {
      requestid: value(cx.request()),
      ...(isConstant ? {} : { priority: value(priority) }),
    },
    children,
  };
  if (growth === undefined || growth.updates) return [update];
  return [{ kind: 'if', branches: [{ cond: growth.isLater, actions: [update] }] }];
}

export const again = (request: string, target: string): Transition => ({
  event: `${request}.timeout`,
  target,
  comment: 'The request was already waiting when the block was entered: this is the end of this pass.',
});
