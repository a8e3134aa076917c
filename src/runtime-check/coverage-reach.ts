// Which states and transitions of a page a run can cover at all, by the graph of its states alone; each one that it cannot has a reason. A state counts
// as reachable as soon as some transition that can be taken leads there: conditions on data are not decided here.
import { isConstant } from './constant-condition.js';
import { planEntry } from './document/entry-set.js';
import { matchesEvent } from './document/event-descriptors.js';
import type { CompiledDocument, State, Transition } from './document/nodes.js';
import { isAtomic, isDescendant } from './document/tree.js';

/** Something that no run can cover. */
export interface Excluded<T> {
  readonly what: T;
  readonly reason: string;
}

export interface Coverable {
  /** In document order; the root is no state of its own. */
  readonly states: readonly State[];
  readonly transitions: readonly Transition[];
  readonly excludedStates: readonly Excluded<State>[];
  readonly excludedTransitions: readonly Excluded<Transition>[];
}

/** What can be covered of a page. Default entries are no transitions of their own: they belong to the state that they enter. */
export function coverableOf(document: CompiledDocument): Coverable {
  const counted = document.transitions
    .filter((transition) => !isDefaultEntry(transition))
    .toSorted((a, b) => a.element.tagSpan.start.offset - b.element.tagSpan.start.offset);
  const blocked = new Map<Transition, string>();
  for (const transition of counted) {
    const reason = neverTaken(transition);
    if (reason !== undefined) blocked.set(transition, reason);
  }
  let active = reach(document, blocked);
  // What inner states take first depends on the states that can be active, and the other way round: until nothing changes.
  for (;;) {
    const found = counted.filter(
      (transition) =>
        !blocked.has(transition) && active.has(transition.source) && isTakenInside(transition, active),
    );
    for (const transition of found) blocked.set(transition, 'the states inside always take its event first');
    if (found.length === 0) break;
    active = reach(document, blocked);
  }
  const states = document.states.filter(({ kind }) => kind !== 'scxml' && kind !== 'history');
  const reasonOf = (transition: Transition): string | undefined =>
    active.has(transition.source) ? blocked.get(transition) : 'its state cannot be reached';
  return {
    states: states.filter((state) => active.has(state)),
    transitions: counted.filter((transition) => reasonOf(transition) === undefined),
    excludedStates: states
      .filter((state) => !active.has(state))
      .map((what) => ({ what, reason: 'no transition that can be taken leads to it' })),
    excludedTransitions: counted.flatMap((what) => {
      const reason = reasonOf(what);
      return reason === undefined ? [] : [{ what, reason }];
    }),
  };
}

const isDefaultEntry = (transition: Transition): boolean =>
  transition.source.initial === transition || transition.source.kind === 'history';

/** The states that may become active. */
function reach(document: CompiledDocument, blocked: ReadonlyMap<Transition, string>): ReadonlySet<State> {
  const active = new Set<State>();
  const waiting: State[] = [];
  const enter = (transition: Transition): void => {
    for (const state of planEntry(transition, new Map()).enter) {
      if (active.has(state)) continue;
      active.add(state);
      waiting.push(state);
    }
  };
  if (document.root.initial) enter(document.root.initial);
  for (const transition of [...document.root.eventless, ...document.root.evented]) enter(transition);
  for (let state = waiting.pop(); state !== undefined; state = waiting.pop()) {
    for (const transition of [...state.eventless, ...state.evented]) {
      if (!blocked.has(transition)) enter(transition);
    }
  }
  return active;
}

/** Why the other transitions of its own state, or its own condition, keep a transition from ever being taken. */
function neverTaken(transition: Transition): string | undefined {
  const { source, cond, events } = transition;
  if (cond !== undefined && isConstant(cond.code, false)) return 'its condition is never true';
  const atOnce = source.eventless.find(isUnconditional);
  if (events !== undefined && atOnce !== undefined) {
    return `the transition in line ${lineOf(atOnce)} leaves the state at once`;
  }
  const rivals = events === undefined ? source.eventless : source.evented;
  const before = rivals
    .slice(0, rivals.indexOf(transition))
    .find((other) => isUnconditional(other) && covers(other, transition));
  return before === undefined ? undefined : `the transition in line ${lineOf(before)} is always taken first`;
}

const lineOf = (transition: Transition): string => String(transition.element.tagSpan.start.line);

const isUnconditional = ({ cond }: Transition): boolean => cond === undefined || isConstant(cond.code, true);

/** Whether every event that enables `other` enables `transition` as well. */
function covers(transition: Transition, other: Transition): boolean {
  if (transition.events === undefined || other.events === undefined) {
    return transition.events === other.events;
  }
  const descriptors = transition.events;
  return other.events.every((name) => descriptors.some((descriptor) => matchesEvent(descriptor, name)));
}

/** Whether each innermost state in which a transition could be asked for has one of its own, or of a state between, that comes first. */
function isTakenInside(transition: Transition, active: ReadonlySet<State>): boolean {
  const { source } = transition;
  if (isAtomic(source)) return false;
  const inner = [...active].filter((state) => isAtomic(state) && isDescendant(state, source));
  return (
    inner.length > 0 &&
    inner.every((state) =>
      [state, ...state.ancestors.slice(0, state.ancestors.indexOf(source))].some(
        ({ eventless, evented }) =>
          eventless.some(isUnconditional) ||
          (transition.events !== undefined &&
            evented.some((other) => isUnconditional(other) && covers(other, transition))),
      ),
    )
  );
}
