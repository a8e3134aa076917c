// The registry of function mappings: every family in the order of IRD's Function dialog, and the look-up by canonical name.
import type { FunctionMapping } from '../define.js';
import { callInfo } from './call-info.js';
import { dateTime } from './date-time.js';
import { lists } from './lists.js';
import { miscellaneous } from './miscellaneous.js';
import { queueState } from './queue-state.js';
import { statistics } from './statistics.js';
import { strings } from './strings.js';
import { userData } from './user-data.js';
import { utc } from './utc.js';
import { waits } from './waits.js';

/** Every function that has an equivalent. A function without a row becomes a placeholder. */
export const functionMappings: readonly FunctionMapping[] = Object.freeze([
  ...callInfo,
  ...userData,
  ...dateTime,
  ...utc,
  ...lists,
  ...miscellaneous,
  ...queueState,
  ...statistics,
  ...strings,
  ...waits,
]);

const byName: ReadonlyMap<string, FunctionMapping> = new Map(functionMappings.map((row) => [row.ird, row]));

/** The mapping of a function by the canonical name of the vocabulary. */
export const findFunctionMapping = (name: string): FunctionMapping | undefined => byName.get(name);
