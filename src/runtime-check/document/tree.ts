// Questions about the tree of states, as Appendix D of the Recommendation asks them. Indices are in document order, so that "inside" is an interval.
import type { State, Transition } from './nodes.js';

/** Whether `state` lies inside `ancestor`; no state lies inside itself. */
export const isDescendant = (state: State, ancestor: State): boolean =>
  state.index > ancestor.index && state.index <= ancestor.last;

/** A state with states inside of which one at a time is active; the root is none, as in Appendix D. */
export const isCompound = (state: State): boolean => state.kind === 'state' && state.children.length > 0;

export const isAtomic = (state: State): boolean => state.children.length === 0;

const isCompoundOrRoot = (state: State): boolean => isCompound(state) || state.kind === 'scxml';

/** Proper ancestors from the parent up to but without `end`. */
export function properAncestors(state: State, end: State): readonly State[] {
  const at = state.ancestors.indexOf(end);
  return at < 0 ? state.ancestors : state.ancestors.slice(0, at);
}

/** Least common compound ancestor: the innermost compound state, or the root, that holds all of `states`. */
export function findLcca(states: readonly State[]): State | undefined {
  const [head, ...rest] = states;
  return head?.ancestors.find(
    (ancestor) => isCompoundOrRoot(ancestor) && rest.every((state) => isDescendant(state, ancestor)),
  );
}

/**
 * Domain of a transition with these effective targets: everything that it leaves and enters lies inside. Undefined without targets.
 */
export function domainOf(
  transition: Pick<Transition, 'source' | 'internal'>,
  targets: readonly State[],
): State | undefined {
  const { source, internal } = transition;
  if (targets.length === 0) return undefined;
  // The default entry of a page, or a transition of the root itself, which some engines take.
  if (source.kind === 'scxml') return source;
  if (internal && isCompound(source) && targets.every((target) => isDescendant(target, source)))
    return source;
  return findLcca([source, ...targets]);
}

/** A history state's default lies inside its parent; another history state of the same parent would lead in circles. */
export const mayBeDefault = (target: State, history: State): boolean =>
  history.parent !== undefined &&
  isDescendant(target, history.parent) &&
  !(target.kind === 'history' && target.parent === history.parent);

/** Neither holds the other, and the innermost state that holds both is parallel. */
export function canBeActiveTogether(a: State, b: State): boolean {
  if (a === b || isDescendant(a, b) || isDescendant(b, a)) return false;
  return a.ancestors.find((ancestor) => isDescendant(b, ancestor))?.kind === 'parallel';
}
