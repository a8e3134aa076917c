// What a transition enters: computeEntrySet of Appendix D. For a transition that meets no history state it depends on the page alone, and is kept with it.
import type { Block, State, Transition } from './nodes.js';
import { domainOf, isCompound, isDescendant, properAncestors } from './tree.js';

/** What transitions leave and enter together. */
export interface EntryPlan {
  /** Undefined for transitions without target: nothing is left or entered. */
  readonly domain: State | undefined;
  /** In entry order. */
  readonly enter: readonly State[];
  /** Of these, the ones whose `initial` content runs. */
  readonly byDefault: ReadonlySet<State>;
  /** Content of history states that had nothing to restore, by their parent. */
  readonly historyContent: ReadonlyMap<State, Block>;
}

/** States that were active when a history state's parent was left. */
export type HistoryValue = ReadonlyMap<State, readonly State[]>;

/** The plan of one transition; `met` is told of each history state on the way. */
export function planEntry(
  transition: Pick<Transition, 'source' | 'internal' | 'targets'>,
  history: HistoryValue,
  met?: (state: State) => void,
): EntryPlan {
  const targets = effectiveTargets(transition.targets, history);
  const domain = domainOf(transition, targets);
  const enter = new Set<State>();
  const byDefault: State[] = [];
  const historyContent: [State, Block][] = [];

  function addDescendants(state: State): void {
    if (state.kind === 'history') addHistory(state);
    else {
      enter.add(state);
      if (isCompound(state)) {
        byDefault.push(state);
        addBelow(state.initial?.targets ?? [], state);
      } else if (state.kind === 'parallel') addRegions(state);
    }
  }
  function addHistory(state: State): void {
    met?.(state);
    const { parent } = state;
    const restored = history.get(state);
    if (!parent) return;
    if (!restored) historyContent.push([parent, state.initial?.content ?? []]);
    addBelow(restored ?? state.initial?.targets ?? [], parent);
  }
  function addBelow(states: readonly State[], ancestor: State): void {
    for (const state of states) addDescendants(state);
    for (const state of states) addAncestors(state, ancestor);
  }
  function addRegions(parallel: State): void {
    for (const region of parallel.children) {
      if (![...enter].some((state) => isDescendant(state, region))) addDescendants(region);
    }
  }
  function addAncestors(state: State, end: State): void {
    for (const ancestor of properAncestors(state, end)) {
      enter.add(ancestor);
      if (ancestor.kind === 'parallel') addRegions(ancestor);
    }
  }

  for (const target of transition.targets) addDescendants(target);
  if (domain) for (const target of targets) addAncestors(target, domain);
  return {
    domain,
    enter: [...enter].sort((a, b) => a.index - b.index),
    byDefault: byDefault.length === 0 ? noStates : new Set(byDefault),
    historyContent: historyContent.length === 0 ? noContent : new Map(historyContent),
  };
}

// Most plans have neither, and a page has a plan for each transition.
const noStates: EntryPlan['byDefault'] = new Set();
const noContent: EntryPlan['historyContent'] = new Map();

/** The targets with history states replaced by what they stand for. */
function effectiveTargets(targets: readonly State[], history: HistoryValue): readonly State[] {
  if (targets.every((target) => target.kind !== 'history')) return targets;
  const found = targets.flatMap((target) =>
    target.kind === 'history'
      ? (history.get(target) ?? effectiveTargets(target.initial?.targets ?? [], history))
      : [target],
  );
  return [...new Set(found)];
}

/** What several transitions enter together that do not conflict: their domains are disjoint and in document order, so what they enter is, too. */
export function joinPlans(plans: readonly EntryPlan[]): EntryPlan {
  const [only] = plans;
  if (plans.length === 1 && only) return only;
  return {
    domain: undefined,
    enter: plans.flatMap((plan) => plan.enter),
    byDefault: new Set(plans.flatMap((plan) => [...plan.byDefault])),
    historyContent: new Map(plans.flatMap((plan) => [...plan.historyContent])),
  };
}
