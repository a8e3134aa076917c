// The frame of a page: how the interaction comes, how it is lost, what happens at the end and to errors that nobody handles.
// Rules: docs/emitted-page.md.
import type { LossHook } from '../../mappings/call-end.js';
import type { Submit } from '../../mappings/map-state.js';
import * as js from '../../mappings/js.js';
import type { Js } from '../../mappings/js.js';
import { placeholderEvent } from '../../mappings/placeholder.js';
import { value, type Action, type StateNode, type Transition } from '../../mappings/target-tree.js';
import { defaultRouting, redirectTo } from './default-routing.js';
import { endsOfCall, lossTransitions } from './call-end.js';
import { consultState, startState } from './consulting.js';
import { keepsPlace, merged, mergedEarly, presentAgain, resumeState } from './coming-back.js';
import {
  cancelAll,
  closing,
  keptRequests,
  lateId,
  leaving,
  selectingRequests,
  takesLater,
} from './requests.js';

export interface FrameParts {
  /** First state of the strategy. */
  readonly entry: string;
  /** States of blocks and embedded subroutines. */
  readonly states: readonly StateNode[];
  readonly submits: readonly Submit[];
  /** States in which the page waits. */
  readonly waits: readonly string[];
  /** The page delivers what a submit selected; else the platform does. */
  readonly redirects: boolean;
  /** Whether a voice call that is not routed at the end goes to default routing (assumption end.voice). */
  readonly defaultRoutesVoice: boolean;
  /** Transitions that hold in every state of the strategy. */
  readonly handlers: readonly Transition[];
  /** Puts the data of the strategy back to what they were at its start. */
  readonly restart: readonly Action[];
  /** Strategies that run when the call is lost; undefined when nothing on the page registers one. */
  readonly hooks: readonly LossHook[] | undefined;
  /** They run whenever the interaction is lost, not only when it is deleted (assumption abandoned.event). */
  readonly everyLoss: boolean;
}

const data = (name: string): Js => js.path(`_data.ird_${name}`);
const event = js.path('_event');
const lib = (name: string, ...args: readonly Js[]): Js => js.call(`ird.${name}`, ...args);
const own = (field: string): Js => js.binary(js.path(`_event.data.${field}`), '==', data('ixn'));
const notRouted = js.not(data('routed'));

/** Names of library functions that every frame uses. */
export function frameLibrary(parts: FrameParts): readonly string[] {
  const submitting = parts.submits.length > 0 ? ['hasPending', 'isReply', 'dropPending'] : [];
  const keeping = parts.submits.some(takesLater) ? ['isLive', 'close'] : [];
  const selecting = parts.submits.some((s) => s.selects) ? ['isSelecting', 'foundDN', 'close'] : [];
  return ['start', 'isVoice', 'isLoss', 'parentOf', ...submitting, ...keeping, ...selecting];
}

const isLossHandler = ({ event: name = '', target }: Transition): boolean =>
  target !== undefined && /(^|\s)interaction\.(deleted|notcontrolled)\b/.test(name);

/** Whether the strategy itself handles the loss of its interaction. */
const handlesLoss = ({ handlers, states }: FrameParts): boolean =>
  [...handlers, ...states.flatMap((s) => s.transitions ?? [])].some(isLossHandler);

/** Whether blocks run after the interaction is lost. */
export const goesOnLost = (parts: FrameParts): boolean => parts.hooks !== undefined || handlesLoss(parts);

/** What follows a handled loss ends as abandoned: there is no call to be routed any more. */
const noticesLoss = (t: Transition): Transition =>
  isLossHandler(t)
    ? {
        ...t,
        actions: [
          ...(t.actions ?? []),
          { kind: 'assign', location: data('lost'), value: lib('isLoss', event) },
        ],
      }
    : t;

/** The states of the whole page: the frame around the strategy, and the final states. */
export function frameStates(parts: FrameParts): readonly StateNode[] {
  return [
    {
      kind: 'state',
      id: 'ird_page',
      initial: 'ird_start',
      comments: ['The frame: it holds in every state of the strategy.'],
      transitions: frameTransitions(parts),
      children: [
        startState(),
        consultState(),
        {
          kind: 'state',
          id: 'ird_strategy',
          initial: parts.entry,
          comments: ['The strategy: one state for each block.'],
          ...(keepsPlace(parts).length > 0 ? { onentry: keepsPlace(parts) } : {}),
          transitions: [
            ...parts.handlers.map(leaving(parts.submits)).map(noticesLoss),
            ...(parts.waits.length > 0 ? presentAgain(parts) : []),
          ],
          children: parts.states
            .map(closing(parts.submits, parts.redirects))
            .map((s) => (s.transitions ? { ...s, transitions: s.transitions.map(noticesLoss) } : s)),
        },
        endState(parts),
        ...(parts.waits.length > 0 ? [resumeState(parts)] : []),
        ...(parts.submits.some(takesLater) ? [takenState(parts)] : []),
        defaultRouting(cancelAll(parts.submits), parts.hooks !== undefined),
        ...endsOfCall(parts),
      ],
    },
    ...['routed', 'defaulted', 'ended', 'abandoned', 'unrouted'].map((id): StateNode => ({
      kind: 'final',
      id,
    })),
  ];
}

function frameTransitions(parts: FrameParts): readonly Transition[] {
  const keeps = parts.submits.some(takesLater);
  const selects = parts.submits.some((s) => s.selects);
  return [
    ...(parts.submits.length > 0 ? [mergedEarly(parts.submits)] : []),
    {
      ...merged,
      cond: own('frominteractionid'),
      comment: 'A consultation was completed: the strategy works on the call that remains.',
    },
    {
      event: 'interaction.partystatechanged',
      cond: js.binary(own('interactionid'), '&&', js.path('_event.data.focusdeviceid')),
      actions: [{ kind: 'assign', location: data('dn'), value: js.path('_event.data.focusdeviceid') }],
    },
    ...lossTransitions(parts.hooks, parts.everyLoss),
    ...(parts.submits.length > 0 ? [lateId] : []),
    ...(keeps ? keptRequests(parts.redirects) : []),
    ...(selects ? selectingRequests : []),
    { event: placeholderEvent, cond: notRouted, target: 'ird_default_routing' },
    {
      event: 'error.script',
      cond: notRouted,
      target: 'ird_default_routing',
      comment: 'An error of a script that no block handles.',
    },
  ];
}

/** The guard at every end: a voice call that nobody routed goes to default routing. */
function endState(parts: FrameParts): StateNode {
  const { submits, defaultRoutesVoice } = parts;
  return {
    kind: 'state',
    id: 'ird_end',
    onentry: cancelAll(submits.filter((s) => s.keeps)),
    comments: [
      'The end of the strategy. URS default-routes a call that its strategy leaves unrouted; so does this page.',
    ],
    transitions: [
      { cond: data('routed'), target: 'routed' },
      ...(goesOnLost(parts) ? [{ cond: data('lost'), target: 'ird_closing' }] : []),
      { cond: lib('isVoice'), target: defaultRoutesVoice ? 'ird_default_routing' : 'unrouted' },
      { target: 'ended' },
    ],
  };
}

/** A kept target took the call: what else is open is given up. */
function takenState({ submits, redirects }: FrameParts): StateNode {
  const request = js.path('_data.ird_requests.ird_taken');
  const mine = js.binary(js.path('_event.data.requestid'), '==', request);
  const routed: Action = { kind: 'assign', location: data('routed'), value: js.boolean(true) };
  return {
    kind: 'state',
    id: 'ird_taken',
    onentry: [
      {
        kind: 'element',
        module: 'dialog',
        name: 'stop',
        attributes: {
          requestid: { kind: 'location', js: js.path('_data.ird_requests.ird_stop') },
          interactionid: value(data('ixn')),
        },
      },
      ...cancelAll(submits),
      ...(redirects ? [redirectTo(data('target'), request)] : []),
    ],
    transitions: redirects
      ? [
          { event: 'interaction.redirect.done', cond: mine, target: 'routed', actions: [routed] },
          { event: 'error.interaction.redirect', cond: mine, target: 'ird_default_routing' },
        ]
      : [{ target: 'routed' }],
  };
}
