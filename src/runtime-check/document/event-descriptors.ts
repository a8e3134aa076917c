// Which transitions an event enables by its name (SCXML 3.12.1): descriptors match by whole tokens, `*` matches all.
import type { State, Transition } from './nodes.js';

/** The descriptors of an `event` attribute, without closing `.*` or `.`; '' stands for `*`. */
export function eventDescriptors(attribute: string): readonly string[] {
  return attribute
    .split(/\s+/)
    .filter((descriptor) => descriptor !== '')
    .map((descriptor) => (descriptor === '*' ? '' : descriptor.replace(/\.\*?$/, '')));
}

/** Whether a descriptor, as `eventDescriptors` gives it, matches an event name. */
export const matchesEvent = (descriptor: string, name: string): boolean =>
  descriptor === '' ||
  (name.startsWith(descriptor) && (name.length === descriptor.length || name[descriptor.length] === '.'));

/** The transitions that one event may take, by the innermost active state; found once for each state that is asked for. */
export interface Candidates {
  /** Those of the state and of the states around it, in the order in which they are tried. */
  of(state: State): readonly Transition[];
}

export interface EventTable {
  /** Those that need no event. */
  readonly eventless: Candidates;
  /** Those that an event of this name enables, whatever their conditions say. */
  on(name: string): Candidates;
}

/** Names that are remembered; a page that makes up names without end must not take memory without end. */
const mostNames = 1_000;

export function eventTable(stateCount: number): EventTable {
  const byName = new Map<string, Candidates>();
  return {
    eventless: candidates(stateCount, (state) => state.eventless),
    on(name) {
      const known = byName.get(name);
      if (known) return known;
      if (byName.size >= mostNames) byName.clear();
      const made = candidates(stateCount, (state) =>
        state.evented.filter(({ events }) => events?.some((descriptor) => matchesEvent(descriptor, name))),
      );
      byName.set(name, made);
      return made;
    },
  };
}

const none: readonly Transition[] = [];

function candidates(stateCount: number, ownOf: (state: State) => readonly Transition[]): Candidates {
  const known = new Array<readonly Transition[] | undefined>(stateCount);
  const of = (state: State): readonly Transition[] => {
    const found = known[state.index];
    if (found) return found;
    const around = state.parent ? of(state.parent) : none;
    const own = ownOf(state);
    // Most states add nothing: they share the list of the state around them.
    const all = own.length === 0 ? around : [...own, ...around];
    known[state.index] = all;
    return all;
  };
  return { of };
}
