// The smallest scenario that still shows a difference: parts are left out as long as the same difference comes first.
import { smallest } from '../runtime-check/explore/smaller.js';
import { isScenario } from '../runtime-check/scenario/read.js';
import type { Scenario } from '../runtime-check/scenario/types.js';

/** Leaves parts out while `shows` holds, within a number of tries. What the scenario expects is not of interest here. */
export function smallestWith(
  scenario: Scenario,
  shows: (smaller: Scenario) => boolean,
  mostTries: number,
): Scenario {
  const { expect: _expect, description: _description, ...bare } = scenario;
  let tries = 0;
  return smallest(bare, (smaller) => {
    if (tries >= mostTries || !isScenario(smaller)) return false;
    tries++;
    return shows(smaller);
  });
}
