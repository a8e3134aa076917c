// Requests that may be open whatever the strategy does: how the frame takes, declines and gives them up. Rules: docs/emitted-page.md.
import type { Submit } from '../../mappings/map-state.js';
import * as js from '../../mappings/js.js';
import type { Js } from '../../mappings/js.js';
import { leaveRequest } from '../../mappings/open-requests.js';
import { value, type Action, type StateNode, type Transition } from '../../mappings/target-tree.js';

const event = js.path('_event');
const lib = (name: string, ...args: readonly Js[]): Js => js.call(`ird.${name}`, ...args);

/** Cancels a request. */
export function cancel(requestid: Js): Action {
  return { kind: 'element', module: 'queue', name: 'cancel', attributes: { requestid: value(requestid) } };
}

/** Cancels those of the requests that are open. */
export const cancelAll = (submits: readonly Submit[]): readonly Action[] =>
  submits.map(({ name }) => {
    const live = js.path(`_data.ird_live.${name}`);
    const open = js.binary(
      js.binary(live, '==', js.text('live')),
      '||',
      js.binary(live, '==', js.text('kept')),
    );
    const forget: Action = { kind: 'assign', location: live, value: js.text('') };
    return {
      kind: 'if',
      branches: [{ cond: open, actions: [cancel(js.path(`_data.ird_requests.${name}`)), forget] }],
    };
  });

/** Forgets requests whose ids have not come. */
export const dropPending: Action = { kind: 'script', statements: [js.run(lib('dropPending'))] };

/** The block that submitted it takes the id of its request by itself. */
export const lateId: Transition = {
  event: 'queue.submit.requestid',
  cond: lib('hasPending'),
  actions: [
    cancel(js.path('_event.data.requestid')),
    dropPending,
    // A pending request takes no reply that another one owns: replies to this one are not for the next.
    {
      kind: 'assign',
      location: js.path('_data.ird_requests.ird_late'),
      value: js.path('_event.data.requestid'),
    },
    { kind: 'assign', location: js.path('_data.ird_live.ird_late'), value: js.text('') },
  ],
  comment: 'A request whose block was left before its id came is given up.',
};

/** Requests whose targets were kept (Clear Target off) may win in any later state. */
export function keptRequests(redirects: boolean): readonly Transition[] {
  const taken = redirects
    ? js.assign(js.path('_data.ird_target'), js.path('_event.data.resource'))
    : js.assign(js.path('_data.ird_routed'), js.boolean(true));
  return [
    {
      event: 'queue.submit.done',
      cond: lib('isLive', event),
      target: 'ird_taken',
      actions: [
        {
          kind: 'script',
          statements: [js.run(lib('close', event)), taken],
        },
      ],
      comment: 'A target that an earlier Selection kept has taken the call.',
    },
    {
      event: 'error.queue.submit',
      cond: lib('isLive', event),
      actions: [{ kind: 'script', statements: [js.run(lib('close', event))] }],
    },
  ];
}

/** Requests of SelectDN stay open while other blocks run: what they find is kept until the strategy asks for it. */
export const selectingRequests: readonly Transition[] = [
  {
    event: 'queue.submit.done',
    cond: lib('isSelecting', event),
    actions: [{ kind: 'script', statements: [js.run(lib('foundDN', event))] }],
    comment: 'A target that SelectDN has asked for is kept until the strategy routes to it.',
  },
  {
    event: 'error.queue.submit',
    cond: lib('isSelecting', event),
    actions: [{ kind: 'script', statements: [js.run(lib('close', event))] }],
  },
];

/** Whether what a request finds takes the call wherever the strategy is. */
export const takesLater = ({ keeps, selects = false }: Submit): boolean => keeps && !selects;

/** A handler of the whole strategy may leave a block that waits for its request. */
export const leaving =
  (submits: readonly Submit[]) =>
  (handler: Transition): Transition =>
    handler.target === undefined || submits.length === 0
      ? handler
      : {
          ...handler,
          actions: [...(handler.actions ?? []), ...submits.filter((s) => !s.selects).map(leaveRequest)],
        };

/** What states of the strategy owe to requests that were kept: to give them up at an end of their own, and to decline what they offer during a redirect. */
export const closing =
  (submits: readonly Submit[], redirects: boolean) =>
  (state: StateNode): StateNode => {
    const kept = submits.filter((s) => s.keeps);
    if (kept.length === 0) return state;
    const transitions = (state.transitions ?? []).map((t) =>
      t.target === 'ended' ? { ...t, actions: [...(t.actions ?? []), ...cancelAll(kept)] } : t,
    );
    const delivers = state.onentry?.some(
      (a) => a.kind === 'element' && a.module === 'ixn' && a.name === 'redirect',
    );
    const declines = redirects && delivers && kept.some(takesLater);
    return { ...state, transitions: declines ? [declined, ...transitions] : transitions };
  };

const declined: Transition = {
  event: 'queue.submit.done',
  cond: lib('isLive', event),
  actions: [{ kind: 'script', statements: [js.run(lib('close', event))] }],
  comment: 'The call is on its way to another target.',
};
