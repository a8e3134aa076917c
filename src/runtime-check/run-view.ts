// What can be seen of a run from outside while it stands still: where it is, what waits, what is under way.
import type { Span } from '../diagnostics/index.js';
import type { State } from './document/nodes.js';
import type { Observer, ScxmlEvent } from './interpreter/types.js';
import type { Pending } from './interpreter/session.js';
import type { Recorder, UnderWay } from './platform/recorder.js';
import type { Interaction } from './world/interaction.js';
import type { World } from './world/world.js';

export interface RunView {
  /** Virtual seconds since the start. */
  readonly at: number;
  /** Active states, in document order. */
  readonly states: readonly string[];
  /** The innermost state that was entered last, and the transition that was taken last. */
  readonly state: Span | undefined;
  readonly transition: Span | undefined;
  /** Events that wait, in the order in which they will be taken. */
  readonly events: readonly ScxmlEvent[];
  /** What is due later; `what` is an event's name, or says what the platform does. */
  readonly timers: readonly { readonly at: number; readonly what: string }[];
  /** Requests for a target that wait, by their name in the trace. */
  readonly requests: readonly WaitingRequest[];
  readonly underWay: readonly UnderWay[];
  /** The one that the session began with first. */
  readonly interactions: readonly Interaction[];
  readonly agents: readonly { readonly id: string; readonly isReady: boolean }[];
  /** How often something was asked for, or an action executed. */
  readonly asked: (what: string) => number;
}

export interface WaitingRequest {
  readonly name: string;
  readonly queue: string;
  readonly targets: readonly string[];
  readonly priority: number;
  readonly position: number;
  /** Seconds. */
  readonly waited: number;
}

export interface ViewSources {
  readonly at: number;
  /** Seconds since the run has done something last. */
  readonly idle: number;
  readonly start: number;
  readonly states: readonly string[];
  readonly pending: Pending;
  readonly recorder: Recorder;
  readonly world: World | undefined;
  readonly place: Place;
}

/** Looks at a run. */
export function viewOf({ at, idle, start, states, pending, recorder, world, place }: ViewSources): RunView {
  const interaction = world?.interactions.main;
  return {
    at,
    states,
    state: place.state()?.element.tagSpan,
    transition: place.transition(),
    events: [...pending.internal, ...pending.external],
    timers: pending.scheduled.map(({ time, what }) => ({ at: (time - start) / 1000, what })),
    requests: interaction === undefined ? [] : waiting(interaction.id, idle, world, recorder),
    // Treatments are not told that the caller has gone.
    underWay: recorder.underWay.filter(
      ({ kind }) => kind !== 'treatment' || interaction?.state === 'present',
    ),
    interactions: world?.interactions.all ?? [],
    agents: (world?.staff.resources ?? [])
      .filter(({ kind }) => kind === 'agent')
      .map((agent) => ({ id: agent.id, isReady: world?.staff.isReady(agent, at * 1000) ?? false })),
    asked: (what) => world?.answers.asked(what) ?? 0,
  };
}

function waiting(
  interaction: string,
  idle: number,
  world: World | undefined,
  recorder: Recorder,
): readonly WaitingRequest[] {
  return (world?.requests.waitingFor(interaction) ?? []).flatMap((id) => {
    const name = recorder.requestName(id);
    const state = world?.requests.state(id);
    const submit = recorder.steps.findLast(
      ({ kind, params }) => kind === 'submit' && params['request'] === name,
    );
    const { queue, targets } = submit?.params ?? {};
    return state === undefined
      ? []
      : [
          {
            name,
            queue: typeof queue === 'string' ? queue : '',
            targets: Array.isArray(targets) ? targets.map(String) : [],
            priority: state.priority,
            position: state.position,
            waited: Math.floor(state.waited + idle),
          },
        ];
  });
}

/** Where a run stands in its page. */
export interface Place {
  readonly observer: Observer;
  state(): State | undefined;
  transition(): Span | undefined;
}

/** Follows states and transitions. */
export function followPlace(): Place {
  let state: State | undefined;
  let transition: Span | undefined;
  return {
    observer: {
      enter: (_id, entered) => {
        state = entered;
      },
      transition: (_source, _targets, _event, span) => {
        transition = span;
      },
    },
    state: () => state,
    transition: () => transition,
  };
}
