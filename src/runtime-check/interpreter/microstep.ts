// One microstep of Appendix D: states are left, the transitions' content runs, states are entered.
import { joinPlans, type EntryPlan } from '../document/entry-set.js';
import type { State, Transition } from '../document/nodes.js';
import { isAtomic, isDescendant } from '../document/tree.js';
import { eventData } from './event-data.js';
import type { Plain } from '../script/engine.js';
import { executeBlock } from './execute.js';
import { initializeData } from './initialize.js';
import { cancelInvocations } from './invoke.js';
import { planOf } from './select.js';
import { enqueueInternal, exhaust, type Session } from './session-state.js';
import type { ScxmlEvent } from './types.js';

export function microstep(
  session: Session,
  transitions: readonly Transition[],
  event: ScxmlEvent | undefined,
): void {
  const { runtime, observer } = session;
  runtime.microsteps++;
  session.macrostep++;
  const peak = runtime.reached.microsteps;
  if (session.macrostep > peak.count) {
    peak.count = session.macrostep;
    peak.state = transitions[0]?.source.id ?? '';
  }
  if (session.macrostep > runtime.budget.microstepsPerEvent) exhaust(session, 'microstepsPerEvent');
  if (runtime.microsteps > runtime.budget.microsteps) exhaust(session, 'microsteps');
  if (runtime.stop) return;

  // What is left follows from the history so far; what is entered, from the history that leaving records.
  exitStates(session, transitions);
  for (const transition of transitions) {
    if (observer.transition) {
      const targets = transition.targets.map((target) => target.id);
      observer.transition(transition.source.id, targets, event?.name, transition.element.tagSpan, transition);
    }
    executeBlock(session, transition.content);
  }
  enterStates(session, joinPlans(transitions.map((transition) => planOf(session, transition))));
}

function exitStates(session: Session, transitions: readonly Transition[]): void {
  const leaving = statesToLeave(session, transitions);
  for (const state of leaving) {
    for (const history of state.history)
      session.history.set(history, remembered(session, state, history.deep));
  }
  for (let at = leaving.length - 1; at >= 0; at--) {
    const state = leaving[at];
    if (!state) continue;
    exitState(session, state);
  }
}

/** The active states inside the transitions' domains; these are disjoint and in document order, as the active states are. */
function statesToLeave(session: Session, transitions: readonly Transition[]): readonly State[] {
  const leaving: State[] = [];
  const active = session.configuration;
  let at = 0;
  for (const transition of transitions) {
    const { domain } = planOf(session, transition);
    if (!domain) continue;
    for (let state = active[at]; state && state.index <= domain.last; state = active[++at]) {
      if (state.index > domain.index) leaving.push(state);
    }
  }
  return leaving;
}

/** What a history state of `parent` restores. */
const remembered = ({ configuration }: Session, parent: State, deep: boolean): readonly State[] =>
  configuration.filter((state) =>
    deep ? isAtomic(state) && isDescendant(state, parent) : state.parent === parent,
  );

/** Leaves one state: its `onexit` runs while it is still active. */
export function exitState(session: Session, state: State): void {
  for (const block of state.onexit) executeBlock(session, block);
  cancelInvocations(session, state);
  session.configuration.splice(session.configuration.lastIndexOf(state), 1);
  if (state.scope) session.data.engine.closeScope(state.index);
  if (isAtomic(state)) session.left = state;
  session.observer.exit?.(state.id);
}

export function enterStates(session: Session, plan: EntryPlan): void {
  for (const state of plan.enter) {
    if (session.runtime.stop) return;
    insert(session.configuration, state);
    session.observer.enter?.(state.id, state);
    countEntry(session, state);
    if (state.invokes.length > 0) session.toInvoke.add(state);
    if (state.scope) session.data.engine.openScope(state.index, state.scope);
    if (state.data.length > 0) initializeLate(session, state);
    for (const block of state.onentry) executeBlock(session, block);
    if (state.initial && plan.byDefault.has(state)) executeBlock(session, state.initial.content);
    const restored = plan.historyContent.get(state);
    if (restored) executeBlock(session, restored);
    if (state.kind === 'final') finish(session, state);
  }
}

function countEntry({ entries, runtime }: Session, state: State): void {
  const count = (entries[state.index] ?? 0) + 1;
  entries[state.index] = count;
  const peak = runtime.reached.stateEntries;
  if (count <= peak.count) return;
  peak.count = count;
  peak.state = state.id;
  if (count > runtime.budget.stateEntries) {
    runtime.stop ??= { kind: 'budget', which: 'stateEntries', state: state.id };
  }
}

/** Keeps the configuration in document order. */
function insert(configuration: State[], state: State): void {
  let at = configuration.length;
  while (at > 0 && (configuration[at - 1]?.index ?? -1) > state.index) at--;
  if (configuration[at - 1] !== state) configuration.splice(at, 0, state);
}

function initializeLate(session: Session, state: State): void {
  if (session.document.binding === 'early' || session.entered.has(state)) return;
  session.entered.add(state);
  initializeData(session, state);
}

/** Raises the done events that entering a final state causes. */
function finish(session: Session, state: State): void {
  const { parent } = state;
  const grandparent = parent?.parent;
  if (!parent || parent.kind === 'scxml') {
    session.running = false;
    return;
  }
  const data = state.donedata && eventData(session, state.donedata).value;
  enqueueInternal(session, doneEvent(parent, data));
  if (
    grandparent?.kind === 'parallel' &&
    grandparent.children.every((region) => isInFinal(session, region))
  ) {
    enqueueInternal(session, doneEvent(grandparent, undefined));
  }
}

const doneEvent = (state: State, data: Plain): ScxmlEvent => ({
  name: `done.state.${state.id}`,
  type: 'internal',
  ...(data === undefined ? {} : { data }),
});

/** isInFinalState of Appendix D. */
function isInFinal(session: Session, state: State): boolean {
  if (state.kind === 'parallel') return state.children.every((child) => isInFinal(session, child));
  return state.children.some((child) => child.kind === 'final' && session.configuration.includes(child));
}
