// What a run, or several runs, entered and took of a page: states and transitions by their place in the document.
import type { CompiledDocument } from './document/nodes.js';
import type { Observer } from './interpreter/types.js';

/** Indexes of states and transitions of the compiled page, ascending. */
export interface Covered {
  readonly states: readonly number[];
  readonly transitions: readonly number[];
}

export interface CoverageWatch {
  readonly observer: Observer;
  covered(): Covered;
}

/** Watches what one run covers of `document`; pages of further sessions do not count. */
export function watchCoverage(document: CompiledDocument): CoverageWatch {
  const states = new Set<number>();
  const transitions = new Set<number>();
  return {
    observer: {
      enter: (_id, state) => {
        if (document.states[state.index] === state) states.add(state.index);
      },
      transition: (_source, _targets, _event, _span, taken) => {
        if (document.transitions[taken.index] === taken) transitions.add(taken.index);
      },
    },
    covered: () => ({ states: ascending(states), transitions: ascending(transitions) }),
  };
}

const ascending = (indexes: Iterable<number>): readonly number[] => [...indexes].sort((a, b) => a - b);

/** What any of the runs covered. */
export const joinCovered = (runs: readonly Covered[]): Covered => ({
  states: ascending(new Set(runs.flatMap(({ states }) => states))),
  transitions: ascending(new Set(runs.flatMap(({ transitions }) => transitions))),
});
