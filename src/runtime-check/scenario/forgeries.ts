// Tells scenarios that make up what only the platform and the page itself can do: they show how a page reacts, not what can happen to it.
import type { Scenario } from './types.js';

/** Replies and errors of actions, events of interactions, ends of states. */
const ownEvent =
  /^(?:error(?:\.|$)|done\.|(?:queue|interaction|ixn|dialog|session|statistic|classification|resource|voice|msgbased|cancel)\.)/;

/** How many of its parts are made up: events in the platform's name, and values for what generated pages keep for themselves. */
export const forgeries = ({ answers, data }: Scenario): number =>
  (answers?.events ?? []).filter(({ name }) => ownEvent.test(name)).length +
  Object.keys(data ?? {}).filter((id) => id.startsWith('ird_')).length;
