// Which scenarios say something about a strategy at all: those in which nothing happens that only a page could notice.
import { forgeries } from '../runtime-check/scenario/forgeries.js';
import type { Scenario } from '../runtime-check/scenario/types.js';

/** Why a scenario is about pages alone. */
export const pageOnly = 'it makes up events or data that only a page has';

/** Why both sides cannot be compared in a scenario; undefined when they can. */
export function whyNotComparable(scenario: Scenario): string | undefined {
  const { answers, data = {} } = scenario;
  const { ird_default_destination: _destination, ...rest } = data;
  const isForged = forgeries({ ...scenario, data: rest }) > 0;
  return isForged || (answers?.events ?? []).length > 0 || Object.keys(rest).length > 0
    ? pageOnly
    : undefined;
}
