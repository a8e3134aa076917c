// What changed in the page's data from one microstep to the next, as facts of the verbose trace.
import type { Plain } from './script/engine.js';

/** One place in the data. `value` is missing when it was deleted. */
export interface DataChange {
  /** `_data.order.items` */
  readonly path: string;
  readonly value?: Plain;
}

/** The narrowest records that differ; a list counts as one value. */
export function dataChanges(path: string, before: Plain, after: Plain): readonly DataChange[] {
  if (!isRecord(before) || !isRecord(after)) {
    return JSON.stringify(before) === JSON.stringify(after) ? [] : [changeOf(path, after)];
  }
  const keys = [...new Set([...Object.keys(before), ...Object.keys(after)])];
  return keys.flatMap((key) => {
    const place = /^[A-Za-z_$][\w$]*$/.test(key) ? `${path}.${key}` : `${path}[${JSON.stringify(key)}]`;
    if (!Object.hasOwn(after, key)) return [{ path: place }];
    return Object.hasOwn(before, key)
      ? dataChanges(place, before[key], after[key])
      : [changeOf(place, after[key])];
  });
}

const changeOf = (path: string, value: Plain): DataChange =>
  value === undefined ? { path } : { path, value };

const isRecord = (value: Plain): value is { readonly [key: string]: Plain } =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
