// What follows the loss of the interaction: open requests are given up, then the strategy runs that OnCallAbandoned has named, then the page ends.
import * as js from '../../mappings/js.js';
import type { LossHook } from '../../mappings/call-end.js';
import type { Submit } from '../../mappings/map-state.js';
import type { Action, StateNode, Transition } from '../../mappings/target-tree.js';
import { cancel, cancelAll } from './requests.js';

const data = (name: string): js.Js => js.path(`_data.ird_${name}`);

interface Parts {
  readonly submits: readonly Submit[];
  /** Strategies that a page with OnCallAbandoned holds for the loss of the call; undefined when nothing is registered. */
  readonly hooks: readonly LossHook[] | undefined;
}

/** What follows the delivery may outlast the call. */
const wasRouted: Transition = { cond: data('routed'), target: 'routed' };

/** Cancels what is open. A request whose id has not come yet is cancelled when it comes, or the agent would stay blocked. */
function closingState({ submits, hooks }: Parts): StateNode {
  const target = hooks === undefined ? 'abandoned' : 'ird_abandoned';
  if (submits.length === 0) {
    return { kind: 'state', id: 'ird_closing', transitions: [wasRouted, { target }] };
  }
  return {
    kind: 'state',
    id: 'ird_closing',
    comments: ['The interaction is lost: open requests are given up.'],
    onentry: [...cancelAll(submits), { kind: 'send', event: 'ird.closing.timeout', delay: js.text('10s') }],
    transitions: [
      wasRouted,
      { cond: js.not(js.call('ird.hasPending')), target },
      {
        event: 'queue.submit.requestid',
        target,
        actions: [cancel(js.path('_event.data.requestid'))],
      },
      { event: 'ird.closing.timeout', target },
      { event: 'interaction.deleted interaction.notcontrolled', comment: 'Further ends change nothing.' },
    ],
  };
}

/** Starts the strategy that was registered last, once. */
function lostState(hooks: readonly LossHook[]): StateNode {
  const begins: Action = { kind: 'assign', location: data('lost'), value: js.boolean(true) };
  const only = (name: string): js.Js =>
    js.all([js.not(data('lost')), js.binary(data('hook'), '==', js.text(name))]);
  const missing: Action = {
    kind: 'if',
    branches: [
      {
        cond: js.all([js.not(data('lost')), js.binary(data('hook'), '!=', js.text(''))]),
        actions: [
          {
            kind: 'log',
            value: js.binary(js.text('the call is lost; not on this page: '), '+', data('hook')),
            level: 2,
          },
        ],
      },
    ],
  };
  return {
    kind: 'state',
    id: 'ird_abandoned',
    comments: [
      'The strategy that OnCallAbandoned has named runs, without the call; its end is the end of the page.',
    ],
    transitions: [
      ...hooks.map(({ name, entry, statements }): Transition => ({
        cond: only(name),
        target: entry,
        actions: [begins, { kind: 'script', statements }],
      })),
      { target: 'abandoned', actions: [missing] },
    ],
  };
}

/** The states behind the loss of the interaction. */
export const endsOfCall = (parts: Parts): readonly StateNode[] => [
  closingState(parts),
  ...(parts.hooks === undefined ? [] : [lostState(parts.hooks)]),
];

/** How the frame takes the loss: not twice, and without a strategy when the interaction is somebody else's from now on. */
export function lossTransitions(hooks: Parts['hooks'], everyLoss: boolean): readonly Transition[] {
  const isLoss = js.call('ird.isLoss', js.path('_event'));
  const loss: Transition = {
    event: 'interaction.deleted interaction.notcontrolled',
    cond: isLoss,
    target: 'ird_closing',
    comment: 'The caller hung up, or the interaction is controlled by somebody else.',
  };
  if (hooks === undefined) return [loss];
  const again: Transition = {
    event: 'interaction.deleted interaction.notcontrolled',
    cond: data('lost'),
    comment: 'The call is lost already: further ends change nothing.',
  };
  const taken: Transition = {
    event: 'interaction.notcontrolled',
    cond: isLoss,
    target: 'ird_closing',
    actions: [{ kind: 'assign', location: data('hook'), value: js.text('') }],
    comment: 'Somebody else controls the interaction: nobody has abandoned it.',
  };
  return everyLoss ? [again, loss] : [again, taken, loss];
}
