// The text of a value in logs.
import type { Plain } from '../script/engine.js';

export const logText = (value: Plain): string =>
  typeof value === 'object' && value !== null ? JSON.stringify(value) : String(value);

/** What a log keeps of a text: a page may log without end. */
const longest = 10_000;

export const clipped = (text: string): string =>
  text.length <= longest ? text : `${text.slice(0, longest)}... (${text.length} characters)`;
