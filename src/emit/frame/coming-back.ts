// What the frame does when the interaction comes back or changes under the strategy: a consult call that is merged, an e-mail or chat that is presented
// again. Rules: docs/emitted-page.md.
import * as js from '../../mappings/js.js';
import type { Submit } from '../../mappings/map-state.js';
import type { Js } from '../../mappings/js.js';
import type { Action, StateNode, Transition } from '../../mappings/target-tree.js';
import { cancelAll, dropPending } from './requests.js';

const data = (name: string): Js => js.path(`_data.ird_${name}`);
const lib = (name: string, ...args: readonly Js[]): Js => js.call(`ird.${name}`, ...args);
const own = (field: string): Js => js.binary(js.path(`_event.data.${field}`), '==', data('ixn'));
const notRouted = js.not(data('routed'));

/** What the frame around a strategy is made of, as far as it matters when the interaction comes back. */
interface Parts {
  readonly states: readonly StateNode[];
  readonly submits: readonly Submit[];
  /** States in which the page waits. */
  readonly waits: readonly string[];
  /** Puts the data of the strategy back to what they were at its start. */
  readonly restart: readonly Action[];
}

/** The event that swaps the id of the own interaction. */
export const merged = {
  event: 'interaction.onmerge',
  actions: [{ kind: 'assign', location: data('ixn'), value: js.path('_event.data.tointeractionid') }],
} as const;

/**
 * A request whose id has not come was made for the call that is gone: it fails, and the block that made it asks again. A request of a Selection has the name of the
 * state that waits for it; one of SelectDN has a name of its own.
 */
export function mergedEarly(submits: readonly Submit[]): Transition {
  const isPending = (live: Js): Js => js.binary(live, '==', js.text('pending'));
  const waiting = isPending(js.index(data('live'), data('waiting')));
  const selecting = submits
    .filter((s) => s.selects)
    .map(({ name }) => isPending(js.member(data('live'), name)));
  return {
    ...merged,
    cond: js.all([
      own('frominteractionid'),
      selecting.reduce((either, one) => js.binary(either, '||', one), waiting),
    ]),
    target: 'ird_resume',
    comment:
      'A consultation was completed while a request was on its way: it is made again for the call that remains.',
  };
}

/**
 * The first `present` may follow `added` and means nothing new. A later one, for e-mail and chat, means that the interaction was queued again: while the strategy
 * runs what waited starts again, and after it had been routed the whole strategy does, as Interaction Server would start it.
 */
export function presentAgain(parts: Parts): readonly Transition[] {
  const again = js.all([own('interactionid'), js.not(lib('isVoice'))]);
  const open = cancelAll(parts.submits);
  const begins: readonly Action[] = [
    { kind: 'assign', location: data('routed'), value: js.boolean(false) },
    { kind: 'assign', location: data('waiting'), value: js.text('ird_strategy') },
  ];
  const fromStart: Action = { kind: 'if', branches: [{ cond: data('routed'), actions: begins }] };
  const comment = 'Queued again after a switch-over: what waited starts its wait again.';
  const resume: Transition = goesOnRouted(parts)
    ? {
        event: 'interaction.present',
        cond: again,
        target: 'ird_resume',
        actions: [...open, fromStart],
        comment: `${comment} When it was routed, nobody has accepted it: the strategy starts again.`,
      }
    : {
        event: 'interaction.present',
        cond: js.binary(again, '&&', notRouted),
        target: 'ird_resume',
        ...(open.length > 0 ? { actions: open } : {}),
        comment,
      };
  return [
    {
      event: 'interaction.present',
      cond: js.all([own('interactionid'), js.not(data('presented'))]),
      actions: [{ kind: 'assign', location: data('presented'), value: js.boolean(true) }],
    },
    resume,
    ...(goesOnRouted(parts) ? callAgain([...open, ...begins]) : []),
  ];
}

/**
 * A call that was routed, and that this session still owns, asks for a route again. At the place that it was routed from nobody has answered: the strategy starts again.
 * At another place it is for the application there, which cannot own the call before this session has ended.
 */
const callAgain = (actions: readonly Action[]): readonly Transition[] => {
  const event = 'interaction.onrouterequest';
  const returned = js.all([own('interactionid'), data('routed')]);
  return [
    {
      event,
      cond: js.binary(returned, '&&', js.binary(data('dn'), '==', data('home'))),
      target: 'ird_resume',
      actions,
      comment:
        'Nobody has answered, and the call is back where it was routed from: the strategy starts again.',
    },
    {
      event,
      cond: returned,
      target: 'routed',
      comment: 'The call asks for a route elsewhere: this session ends, so that another can own it.',
    },
  ];
};

/** Keeps where the call stands when the strategy runs, for pages that have to know it again. */
export const keepsPlace = (parts: Parts): readonly Action[] =>
  goesOnRouted(parts) ? [{ kind: 'assign', location: data('home'), value: data('dn') }] : [];

/**
 * Whether blocks follow a delivery by URS: the page still runs when nobody accepts it. What the page itself delivers is detached, and comes back to another
 * session.
 */
export const goesOnRouted = ({ states }: Pick<Parts, 'states'>): boolean =>
  states
    .flatMap((state) => state.transitions ?? [])
    .some(
      ({ event, target, actions = [] }) =>
        event === 'queue.submit.done' && target !== 'ird_end' && actions.some(marksRouted),
    );

const marksRouted = (action: Action): boolean =>
  action.kind === 'assign' &&
  action.location.kind === 'path' &&
  action.location.path === '_data.ird_routed' &&
  action.value.kind === 'boolean' &&
  action.value.value;

/** The state that goes back to what waited. A request whose id has not come yet would be taken for the new one: it is waited for, and cancelled. */
export function resumeState(parts: Parts): StateNode {
  const settled = js.not(lib('hasPending'));
  const submits = parts.submits.length > 0;
  const again = (cond: Js): Js => (submits ? js.binary(settled, '&&', cond) : cond);
  const waited = (id: string): Js => again(js.binary(data('waiting'), '==', js.text(id)));
  return {
    kind: 'state',
    id: 'ird_resume',
    transitions: [
      ...parts.waits.map((id) => ({ cond: waited(id), target: id })),
      ...(goesOnRouted(parts)
        ? [{ cond: waited('ird_strategy'), target: 'ird_strategy', actions: parts.restart }]
        : []),
      { ...(submits ? { cond: settled } : {}), target: 'ird_end' },
      ...(submits ? [{ event: 'error.queue.submit', cond: lib('hasPending'), actions: [dropPending] }] : []),
    ],
  };
}
