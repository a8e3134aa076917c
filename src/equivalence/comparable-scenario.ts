// Which scenarios say something about a strategy at all: those in which nothing happens that only a page could notice.
import { forgeries } from '../runtime-check/scenario/forgeries.js';
import type { Scenario } from '../runtime-check/scenario/types.js';

/** Why a scenario is about pages alone. */
export const pageOnly = 'it makes up events or data that only a page has, or lets something happen at them';

/** The one event of the platform that a strategy has, too: it begins with it. */
const begins = 'interaction.added';

/** Whether something happens at an event of the platform, or in a state of the frame: nothing in a strategy is that moment. */
const happensInPage = ({ happenings = [] }: Scenario): boolean =>
  happenings.some(
    ({ after, in: state }) => (after !== undefined && after !== begins) || state?.startsWith('ird_') === true,
  );

/** Data of a page that are options of the application: what they say holds for the strategy alike (docs/services.md, docs/page.md). */
const options: ReadonlySet<string> = new Set([
  'ird_default_destination',
  'ird_service_url',
  'ird_service_authorization',
  'ird_contact_url',
  'ird_outbound_url',
]);

/** Why both sides cannot be compared in a scenario; undefined when they can. Events of other names than the platform's own reach both. */
export function whyNotComparable(scenario: Scenario): string | undefined {
  const own = Object.keys(scenario.data ?? {}).filter((id) => !options.has(id));
  const { data: _data, ...rest } = scenario;
  return forgeries(rest) > 0 || own.length > 0 || happensInPage(scenario) ? pageOnly : undefined;
}
