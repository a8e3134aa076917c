// All functions without an expression of their own, by name.
import type { KeptFunction } from './define.js';
import { actions, objects, unknown, withoutCounterpart } from './placeholders.js';
import { thresholds } from './thresholds.js';

export type { KeptFunction } from './define.js';

/** Every row; those of threshold functions have their own language. */
export const keptFunctions: readonly KeptFunction[] = Object.freeze([
  ...actions,
  ...objects,
  ...unknown,
  ...withoutCounterpart,
  ...thresholds,
]);
