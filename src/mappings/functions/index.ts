// The registry of function mappings: every family in the order of IRD's Function dialog, and the look-up by canonical name.
import type { FunctionFact } from '../../ir/vocabulary/facts.js';
import type { FunctionMapping } from '../define.js';
import { actions } from './actions.js';
import { calls } from './calls.js';
import { callInfo } from './call-info.js';
import { choice } from './choice.js';
import { configuration } from './configuration.js';
import { customRouting } from './custom-routing.js';
import { dateTime } from './date-time.js';
import { interaction } from './interaction.js';
import { keptFunctions, type KeptFunction } from './kept/index.js';
import { listObjects } from './list-objects.js';
import { lists } from './lists.js';
import { miscellaneous } from './miscellaneous.js';
import { priorityIncrements } from './priority-increments.js';
import { queueFunctions } from './queue.js';
import { queueState } from './queue-state.js';
import { routing } from './routing.js';
import { services } from './services.js';
import { settings } from './settings.js';
import { skillTargets } from './skill-targets.js';
import { statistics } from './statistics.js';
import { strings } from './strings.js';
import { ursCalls } from './urs-calls.js';
import { userData } from './user-data.js';
import { utc } from './utc.js';
import { waits } from './waits.js';

/** Every function that has an equivalent. Those without one are in `kept`. */
export const functionMappings: readonly FunctionMapping[] = Object.freeze([
  ...callInfo,
  ...interaction,
  ...configuration,
  ...userData,
  ...dateTime,
  ...utc,
  ...lists,
  ...listObjects,
  ...miscellaneous,
  ...queueFunctions,
  ...choice,
  ...customRouting,
  ...routing,
  ...calls,
  ...services,
  ...skillTargets,
  ...actions,
  ...queueState,
  ...settings,
  ...priorityIncrements,
  ...statistics,
  ...strings,
  ...waits,
  ...ursCalls,
]);

const byName: ReadonlyMap<string, FunctionMapping> = new Map(functionMappings.map((row) => [row.ird, row]));

/** The mapping of a function by the canonical name of the vocabulary. */
export const findFunctionMapping = (name: string): FunctionMapping | undefined => byName.get(name);

/** A row of either kind: with an equivalent, or with the reason why there is none. */
export type FunctionRow = FunctionMapping | KeptFunction;

const keptByName = (as: KeptFunction['as']): ReadonlyMap<string, KeptFunction> =>
  new Map(keptFunctions.filter((row) => row.as === as).map((row) => [row.ird, row]));
const [placeholders, texts] = [keptByName('placeholder'), keptByName('text')];

/** Why a function has no equivalent; undefined when it has one, or when nothing is known of it. */
export const findPlaceholder = (name: string): KeptFunction | undefined =>
  byName.has(name) ? undefined : placeholders.get(name);

/** The row of a function, a statistic or a threshold function; each of the vocabulary has one. */
export const findFunctionRow = ({
  name,
  kind,
}: Pick<FunctionFact, 'name' | 'kind'>): FunctionRow | undefined =>
  kind === 'threshold' ? texts.get(name) : (byName.get(name) ?? placeholders.get(name));
