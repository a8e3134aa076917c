// The text of a value in logs and messages.
import type { Plain } from '../script/engine.js';
import { xmlText } from '../script/xml-plain.js';

export const logText = (value: Plain): string =>
  typeof value === 'object' && value !== null
    ? (xmlText(value) ?? JSON.stringify(value, (_key, part: Plain) => xmlText(part) ?? part))
    : String(value);

/** What a log keeps of a text: a page may log without end. */
const longest = 10_000;

export const clipped = (text: string): string =>
  text.length <= longest ? text : `${text.slice(0, longest)}... (${text.length} characters)`;
