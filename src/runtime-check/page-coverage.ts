// What share of a page its runs covered, and what they left, by name and line: what reports show.
import type { Covered } from './coverage.js';
import { coverableOf, type Coverable } from './coverage-reach.js';
import type { CompiledDocument, State, Transition } from './document/nodes.js';

export interface StatePlace {
  readonly id: string;
  readonly file: string;
  readonly line: number;
}

export interface TransitionPlace {
  /** Id of the state that it leaves. */
  readonly source: string;
  /** As the page writes it; '' when it needs none. */
  readonly event: string;
  readonly condition: string;
  /** Ids; none when no state is left. */
  readonly targets: readonly string[];
  readonly file: string;
  readonly line: number;
}

/** Something that was not covered, and why, where that is known. */
export type Left<T> = T & { readonly reason: string };

export interface PageCoverage {
  readonly states: {
    readonly reachable: number;
    readonly entered: number;
    readonly missed: readonly Left<StatePlace>[];
    /** No run can enter these. */
    readonly excluded: readonly Left<StatePlace>[];
  };
  readonly transitions: {
    readonly reachable: number;
    readonly taken: number;
    readonly missed: readonly Left<TransitionPlace>[];
    /** No run can take these. */
    readonly excluded: readonly Left<TransitionPlace>[];
  };
}

/** Why something was missed. */
export interface Reasons {
  readonly state: (state: State) => string;
  readonly transition: (transition: Transition) => string;
}

/** The coverage of a page by what its runs covered together. What a run covered counts, whatever the graph says. */
export function pageCoverage(
  document: CompiledDocument,
  covered: Covered,
  reasons: Reasons = { state: () => '', transition: () => '' },
  coverable: Coverable = coverableOf(document),
): PageCoverage {
  const states = new Set(covered.states);
  const transitions = new Set(covered.transitions);
  const lostStates = coverable.excludedStates.filter(({ what }) => !states.has(what.index));
  const lostTransitions = coverable.excludedTransitions.filter(({ what }) => !transitions.has(what.index));
  const missedStates = coverable.states.filter(({ index }) => !states.has(index));
  const missedTransitions = coverable.transitions.filter(({ index }) => !transitions.has(index));
  const allStates = coverable.states.length + coverable.excludedStates.length - lostStates.length;
  const allTransitions =
    coverable.transitions.length + coverable.excludedTransitions.length - lostTransitions.length;
  return {
    states: {
      reachable: allStates,
      entered: allStates - missedStates.length,
      missed: missedStates.map((state) => ({ ...placeOfState(state), reason: reasons.state(state) })),
      excluded: lostStates.map(({ what, reason }) => ({ ...placeOfState(what), reason })),
    },
    transitions: {
      reachable: allTransitions,
      taken: allTransitions - missedTransitions.length,
      missed: missedTransitions.map((each) => ({
        ...placeOfTransition(each),
        reason: reasons.transition(each),
      })),
      excluded: lostTransitions.map(({ what, reason }) => ({ ...placeOfTransition(what), reason })),
    },
  };
}

const placeOfState = ({ id, element }: State): StatePlace => ({
  id,
  file: element.tagSpan.file,
  line: element.tagSpan.start.line,
});

const placeOfTransition = ({ source, events, cond, targets, element }: Transition): TransitionPlace => ({
  source: source.id,
  event: (events ?? []).map((name) => (name === '' ? '*' : name)).join(' '),
  condition: cond?.text.text.trim() ?? '',
  targets: targets.map(({ id }) => id),
  file: element.tagSpan.file,
  line: element.tagSpan.start.line,
});
