// The text of a value in logs.
import type { Plain } from '../script/engine.js';

export const logText = (value: Plain): string =>
  typeof value === 'object' && value !== null ? JSON.stringify(value) : String(value);
