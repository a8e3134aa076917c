// The smallest scenario that still shows a difference: parts are left out, then values made smaller, as long as the same difference comes first.
import { smallest } from '../runtime-check/explore/smaller.js';
import { isScenario } from '../runtime-check/scenario/read.js';
import type { Scenario } from '../runtime-check/scenario/types.js';
import { smallestValues } from './smallest-values.js';

/** How many runs either may take. */
export interface Tries {
  readonly parts: number;
  readonly values: number;
}

/** Makes a scenario smaller while `shows` holds. What it expects is not of interest here. */
export function smallestWith(
  scenario: Scenario,
  shows: (smaller: Scenario) => boolean,
  { parts, values }: Tries,
): Scenario {
  const { expect: _expect, description: _description, ...bare } = scenario;
  return smallestValues(smallest(bare, atMost(parts, shows)), atMost(values, shows));
}

/** The same test so many times, then never again. */
function atMost(tries: number, shows: (smaller: Scenario) => boolean): (smaller: Scenario) => boolean {
  let left = tries;
  return (smaller) => {
    if (left <= 0 || !isScenario(smaller)) return false;
    left--;
    return shows(smaller);
  };
}
