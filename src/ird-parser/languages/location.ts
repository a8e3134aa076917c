// `@server.type`: where a target is watched, and what it is.
import type { Reading } from './reading.js';

/** The target types that the documents name; GQ and C stand in older ones. */
const targetTypes = ['A', 'AP', 'GA', 'GP', 'GC', 'Q', 'DN', 'RP', 'DL', 'C', 'GQ'];

/** Splits the text from `@` on: the type is what follows the last dot, the server what stands before it. */
export function locate(
  reading: Reading,
  image: string,
  start: number,
): { readonly server: string; readonly type: string } {
  const location = image.trimEnd();
  const body = location.slice(1);
  const dot = body.lastIndexOf('.');
  const type = dot === -1 ? '' : body.slice(dot + 1).trim();
  if (!/^\w+$/.test(type)) {
    reading.report('IRD1531', start, start + location.length, { location });
    return { server: body.trim(), type: '' };
  }
  if (!targetTypes.includes(type.toUpperCase())) {
    const from = start + location.lastIndexOf(type);
    reading.report('IRD1532', from, from + type.length, { type, known: targetTypes.join(', ') });
  }
  return { server: body.slice(0, dot).trim(), type };
}
