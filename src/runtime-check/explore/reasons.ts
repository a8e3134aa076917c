// Why the exploration did not cover something: the event that never came, the condition that stayed false.
import type { State, Transition } from '../document/nodes.js';
import { matchesEvent } from '../document/event-descriptors.js';
import type { Reasons } from '../page-coverage.js';
import type { Search } from './search.js';

/** Reasons by what the search saw in all its runs. */
export function reasonsOf({ coverable, states, events, refused }: Search): Reasons {
  const arriving = (state: State): readonly Transition[] =>
    coverable.transitions.filter(({ targets }) => targets.includes(state));
  const ofTransition = (transition: Transition): string => {
    const { source, index } = transition;
    if (!states.has(source.index)) return `the state "${source.id}" was never entered`;
    const names = transition.events ?? [];
    const came =
      names.length === 0 || [...events].some((name) => names.some((each) => matchesEvent(each, name)));
    const wanted = names.map((name) => `"${name === '' ? '*' : name}"`).join(' or ');
    if (!came) return `the event ${wanted} never came`;
    if (refused.has(index)) return `its condition stayed false: ${conditionOf(transition)}`;
    return names.length === 0
      ? 'another transition of the state was always taken first'
      : `the event ${wanted} never came while the state was active, or another transition took it`;
  };
  return {
    transition: ofTransition,
    state: (state) => {
      const ways = arriving(state);
      const [only] = ways;
      if (ways.length === 1 && only !== undefined) {
        const line = String(only.element.tagSpan.start.line);
        return `the only way there, line ${line}, was not taken: ${ofTransition(only)}`;
      }
      return ways.length === 0
        ? 'the state around it was never entered that way'
        : 'none of the ways there was taken';
    },
  };
}

const conditionOf = ({ cond }: Transition): string => cond?.text.text.trim().replaceAll(/\s+/g, ' ') ?? '';
