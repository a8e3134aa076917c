// Values that change at moments of virtual time, as scenarios write them: a plain value, or a list of `{ at, value }`.
import type { At } from '../scenario/workforce-types.js';

/** Changes in order of time, in milliseconds since the start of the run; the first one stands at 0. */
export interface Timeline<T> {
  readonly changes: readonly { readonly at: number; readonly value: T }[];
}

/** `initial` holds when nothing is given. Before the first change of a list a truth is the opposite of what it changes to, anything else is `initial`. */
export function timeline<T extends boolean | number | string>(
  given: T | readonly At<T>[] | undefined,
  initial: T,
): Timeline<T> {
  if (given === undefined) return { changes: [{ at: 0, value: initial }] };
  if (!Array.isArray(given)) {
    // Array.isArray does not narrow a readonly array away.
    return { changes: [{ at: 0, value: given as T }] };
  }
  const listed = (given as readonly At<T>[])
    .map((change) => ({ at: Math.max(0, Math.round(change.at * 1000)), value: change.value }))
    .sort((a, b) => a.at - b.at);
  const first = listed[0];
  if (first?.at === 0) return { changes: listed };
  // T is boolean where the first value is.
  const before = typeof first?.value === 'boolean' ? (!first.value as T) : initial;
  return { changes: [{ at: 0, value: before }, ...listed] };
}

/** The change that holds at a moment. */
export function changeAt<T>(line: Timeline<T>, at: number): { readonly at: number; readonly value: T } {
  const found = line.changes.findLast((change) => change.at <= at) ?? line.changes[0];
  if (found === undefined) throw new Error('internal: a timeline without a first value');
  return found;
}

export const valueAt = <T>(line: Timeline<T>, at: number): T => changeAt(line, at).value;

/** The next moment after `at` when the value changes; undefined when it stays. */
export const nextChange = <T>(line: Timeline<T>, at: number): number | undefined =>
  line.changes.find((change) => change.at > at)?.at;

/** Since when the present value has held without a break. */
export function heldSince<T>(line: Timeline<T>, at: number): number {
  const first = changeAt(line, 0);
  let { at: since, value: held } = first;
  for (const change of line.changes) {
    if (change.at > at) break;
    if (change.value !== held) {
      since = change.at;
      held = change.value;
    }
  }
  return since;
}
