// Which transitions are taken: selectTransitions and removeConflictingTransitions of Appendix D.
import { planEntry, type EntryPlan } from '../document/entry-set.js';
import type { EventMatches } from '../document/event-descriptors.js';
import type { State, Transition } from '../document/nodes.js';
import { isAtomic, isDescendant } from '../document/tree.js';
import type { Session } from './session-state.js';

const none: readonly Transition[] = [];

/** The transitions that an event enables, or, without one, those that need none. */
export function selectTransitions(
  session: Session,
  matches: EventMatches | undefined,
): readonly Transition[] {
  let enabled: Transition[] | undefined;
  for (const state of session.configuration) {
    if (!isAtomic(state)) continue;
    const found = firstEnabled(session, state, matches);
    if (!found) continue;
    if (!enabled) enabled = [found];
    else if (!enabled.includes(found)) enabled.push(found);
  }
  if (!enabled) return none;
  return enabled.length === 1 ? enabled : withoutConflicts(session, enabled);
}

/** The innermost state's transition, in document order, of those that are enabled. */
function firstEnabled(
  session: Session,
  atomic: State,
  matches: EventMatches | undefined,
): Transition | undefined {
  const own = enabledIn(session, atomic, matches);
  if (own) return own;
  for (const ancestor of atomic.ancestors) {
    const found = enabledIn(session, ancestor, matches);
    if (found) return found;
  }
  return undefined;
}

function enabledIn(
  session: Session,
  state: State,
  matches: EventMatches | undefined,
): Transition | undefined {
  const transitions = matches ? state.evented : state.eventless;
  for (const transition of transitions) {
    if (matches && !matches.has(transition)) continue;
    const enabled = !transition.cond || session.data.condition(transition.cond);
    session.observer.considered?.(transition, enabled);
    if (enabled) return transition;
  }
  return undefined;
}

function withoutConflicts(session: Session, enabled: readonly Transition[]): readonly Transition[] {
  let kept: Transition[] = [];
  for (const transition of enabled) {
    const domain = planOf(session, transition).domain;
    const rivals = kept.filter((other) => overlap(domain, planOf(session, other).domain));
    // A transition in a descendant takes precedence over the ones of its ancestors; else the first in document order.
    if (rivals.every((rival) => isDescendant(transition.source, rival.source))) {
      kept = [...kept.filter((other) => !rivals.includes(other)), transition];
    }
  }
  return kept;
}

/** Whether two transitions leave a common state: one of their domains holds the other, and something inside is always active. */
const overlap = (a: State | undefined, b: State | undefined): boolean =>
  a !== undefined && b !== undefined && (a === b || isDescendant(a, b) || isDescendant(b, a));

/** What a transition leaves and enters, now. */
export const planOf = (session: Session, transition: Transition): EntryPlan =>
  transition.plan ?? planEntry(transition, session.history);
