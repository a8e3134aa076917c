// Plain data as text: what crosses the border of the sandbox in both directions. JSON, extended by what JSON drops (NaN, infinities, undefined in a list)
// and by XML.
// The other half is written in the language of the sandbox, in `realm-source.ts`.
import type { Plain } from './engine.js';

/** Stands in front of plain JSON. */
const jsonSign = '=';
/** Stands in front of JSON in which an object with the one key `markKey` names a value that JSON does not have, or holds the pieces of XML. */
const markedSign = '!';
export const markKey = '\u0000#';
const markInJson = JSON.stringify(markKey);
/** Data nested deeper than this does not leave the sandbox. */
export const deepest = 400;

/** Text for the sandbox; '' is undefined. */
export function packPlain(value: Plain): string {
  if (value === undefined) return '';
  const json = JSON.stringify(value);
  // Whatever JSON does not have, it writes as null.
  const hasMark = json.includes(markInJson);
  if (!hasMark && !json.includes('null')) return jsonSign + json;
  const marked = JSON.stringify(value, (_key, part: Plain) => {
    const name = nameOfMissing(part);
    return name === undefined ? part : { [markKey]: name };
  });
  return marked === json && !hasMark ? jsonSign + json : markedSign + marked;
}

const nameOfMissing = (value: Plain): string | undefined =>
  value === undefined || (typeof value === 'number' && !Number.isFinite(value)) ? String(value) : undefined;

/** The value that a text from the sandbox stands for; 'too deep' when it is nested beyond `deepest`. */
export function unpackPlain(text: string): { readonly value: Plain } | 'too deep' {
  if (text === '') return { value: undefined };
  if (text.length > 2 * deepest && isTooDeep(text)) return 'too deep';
  const json = text.slice(1);
  if (text.startsWith(jsonSign)) return { value: JSON.parse(json) as Plain }; // JSON text gives plain data
  return { value: JSON.parse(json, (_key, part: Plain) => revived(part)) as Plain }; // as above
}

function revived(part: Plain): Plain {
  if (typeof part !== 'object' || part === null || !(markKey in part)) return part;
  const name = part[markKey];
  // XML stays what it is on this side.
  if (typeof name !== 'string') return part;
  return name === 'undefined' ? undefined : Number(name);
}

/** Whether JSON text is nested deeper than `deepest`. */
export function isTooDeep(text: string): boolean {
  let depth = 0;
  let quoted = false;
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if (quoted) {
      if (code === 0x5c) at++;
      else if (code === 0x22) quoted = false;
    } else if (code === 0x22) quoted = true;
    else if (code === 0x7b || code === 0x5b) {
      if (++depth > deepest) return true;
    } else if (code === 0x7d || code === 0x5d) depth--;
  }
  return false;
}
