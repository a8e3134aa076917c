// Which transitions an event enables by its name (SCXML 3.12.1): descriptors match by whole tokens, `*` matches all.
import type { Transition } from './nodes.js';

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

/** The answers to "does this transition match?" for one event name, remembered. */
export interface EventMatches {
  has(transition: Transition): boolean;
}

export interface EventTable {
  matchesOf(name: string): EventMatches;
}

/** Names that are remembered; a page that makes up names without end must not take memory without end. */
const mostNames = 2_000;
const yes = 1;
const no = 2;

export function eventTable(transitionCount: number): EventTable {
  const byName = new Map<string, EventMatches>();
  const create = (name: string): EventMatches => {
    const known = new Uint8Array(transitionCount);
    return {
      has(transition) {
        const answer = known[transition.index];
        if (answer === yes || answer === no) return answer === yes;
        const found = transition.events?.some((descriptor) => matchesEvent(descriptor, name)) ?? false;
        known[transition.index] = found ? yes : no;
        return found;
      },
    };
  };
  return {
    matchesOf(name) {
      const known = byName.get(name);
      if (known) return known;
      if (byName.size >= mostNames) byName.clear();
      const matches = create(name);
      byName.set(name, matches);
      return matches;
    },
  };
}
