// The functions that the evaluator computes by itself, by their names in the vocabulary. All others are asked of the surroundings.
import { clock } from './clock.js';
import { configuration } from './configuration.js';
import type { Compute, Family } from './define.js';
import { interaction } from './interaction.js';
import { lists } from './lists.js';
import { random } from './random.js';
import { statistics } from './statistics.js';
import { strings } from './strings.js';
import { utc } from './utc.js';

const families: Family = {
  ...interaction,
  ...clock,
  ...configuration,
  ...utc,
  ...lists,
  ...random,
  ...statistics,
  ...strings,
};
const byName: ReadonlyMap<string, Compute> = new Map(Object.entries(families));

/** Names of all functions that are computed here. */
export const computedFunctions: readonly string[] = [...byName.keys()];

export const functionNamed = (name: string): Compute | undefined => byName.get(name);
