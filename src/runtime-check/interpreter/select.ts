// Which transitions are taken: selectTransitions and removeConflictingTransitions of Appendix D.
import { planEntry, type EntryPlan } from '../document/entry-set.js';
import type { Candidates } from '../document/event-descriptors.js';
import type { State, Transition } from '../document/nodes.js';
import { isAtomic, isDescendant } from '../document/tree.js';
import type { Session } from './session-state.js';

const none: readonly Transition[] = [];

/** The transitions to take, of those that an event, or none, enables. */
export function selectTransitions(session: Session, candidates: Candidates): readonly Transition[] {
  let enabled: Transition[] | undefined;
  for (const state of session.configuration) {
    const found = isAtomic(state) ? firstEnabled(session, candidates.of(state)) : undefined;
    if (!found) continue;
    if (!enabled) enabled = [found];
    else if (!enabled.includes(found)) enabled.push(found);
  }
  if (!enabled) return none;
  return enabled.length === 1 ? enabled : withoutConflicts(session, enabled);
}

function firstEnabled(session: Session, candidates: readonly Transition[]): Transition | undefined {
  for (const transition of candidates) {
    const isEnabled = !transition.cond || session.data.condition(transition.cond);
    session.observer.considered?.(transition, isEnabled);
    if (isEnabled) return transition;
  }
  return undefined;
}

/** What is left lies apart: the domains are disjoint, and in document order as their transitions are. */
function withoutConflicts(session: Session, enabled: readonly Transition[]): readonly Transition[] {
  let kept: Transition[] = [];
  for (const transition of enabled) {
    const domain = planOf(session, transition).domain;
    const rivals = kept.filter((other) => overlap(domain, planOf(session, other).domain));
    if (rivals.length === 0) kept.push(transition);
    // A transition in a descendant takes precedence over the ones of its ancestors; else the first in document order.
    else if (rivals.every((rival) => isDescendant(transition.source, rival.source))) {
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
