// The functions that a running strategy asks of the router, by their names in the vocabulary. What the evaluator computes by itself is not here.
import type { RunFunction } from '../session.js';
import { callSettings } from './call-settings.js';
import { customRouting } from './custom-routing.js';
import { data } from './data.js';
import type { FunctionFamily } from './define.js';
import { otherCalls } from './other-calls.js';
import { priority } from './priority.js';
import { routing } from './routing.js';
import { services } from './services.js';
import { targetSettings } from './target-settings.js';
import { routerFunctions } from './urs.js';
import { waits } from './waits.js';

const families: FunctionFamily = {
  ...callSettings,
  ...customRouting,
  ...data,
  ...otherCalls,
  ...priority,
  ...routerFunctions,
  ...routing,
  ...services,
  ...targetSettings,
  ...waits,
};
const byName: ReadonlyMap<string, RunFunction> = new Map(Object.entries(families));

/** Names of all functions that a run carries out. */
export const runFunctions: readonly string[] = [...byName.keys()];

export const functionNamed = (name: string): RunFunction | undefined => byName.get(name);
