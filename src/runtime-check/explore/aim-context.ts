// What aims at transitions share: the page, what is known of it, runs so far, and in which states of a run something can happen.
import type { State, Transition } from '../document/nodes.js';
import { isAtomic, isDescendant } from '../document/tree.js';
import type { Scenario } from '../scenario/types.js';
import type { EventData } from './event-data.js';
import type { PageCode } from './page-code.js';
import type { OnEvent, RunLog } from './run-log.js';
import type { VariantContext } from './variants.js';

export interface AimContext extends VariantContext {
  readonly code: PageCode;
  readonly states: readonly State[];
  readonly transitions: readonly Transition[];
  /** The shortest run known that entered a state. */
  readonly runIn: (state: string) => RunLog | undefined;
  /** What looks have found, by the scenario that asked. */
  readonly looked: Map<string, EventData | undefined>;
  /** Runs a scenario only to look into it; undefined when the budget is used up. */
  readonly look: (scenario: Scenario, onEvent: OnEvent) => void;
}

/** States of one run in which something is tried. */
export const mostPlaces = 6;

/** States of a run in which an event for `source` may be taken: those that wait. */
export const placesIn = (source: State, { stays }: RunLog, states: readonly State[]): readonly string[] =>
  states
    .filter((state) => isAtomic(state) && (state === source || isDescendant(state, source)))
    .filter(({ id, eventless }) => stays.has(id) && eventless.every((other) => other.cond !== undefined))
    .sort((a, b) => a.eventless.length - b.eventless.length || a.index - b.index)
    .map(({ id }) => id);

/** Whether a state is another one or, where the run was in it, lies inside that. */
export const isWithin = (state: string, source: State, stays: RunLog['stays']): boolean =>
  state === source.id || (source.children.length > 0 && stays.has(state) && isBelow(state, source));

const isBelow = (id: string, source: State): boolean =>
  source.children.some((child) => child.id === id || isBelow(id, child));
