// Names of request ids in the trace: `r1`, `r2`, ... by first use in a step, so that traces can be compared. Ids are the simulator's own (`request-7`).
import type { Detail } from './trace.js';

const requestId = /\brequest-\d+\b/g;

/** A value with the request ids in it replaced, whole texts only. */
export function withRequestNames(value: unknown, nameOf: (id: string) => string): unknown {
  if (typeof value === 'string') return /^request-\d+$/.test(value) ? nameOf(value) : value;
  if (typeof value !== 'object' || value === null) return value;
  if (Array.isArray(value)) return value.map((item) => withRequestNames(item, nameOf));
  return Object.fromEntries(
    Object.entries(value).map(([key, item]) => [key, withRequestNames(item, nameOf)]),
  );
}

/** A detail with the request ids in it replaced. */
export function detailWithNames(detail: Detail, nameOf: (id: string) => string): Detail {
  const text = detail.text.replace(requestId, nameOf);
  // A record stays a record.
  const facts = withRequestNames(detail.facts, nameOf) as Detail['facts'];
  return { ...detail, text, ...(facts === undefined ? {} : { facts }) };
}

/** Goes on with the numbers where the steps ended: for ids that only details name. */
export function furtherNames(known: ReadonlyMap<string, string>): (id: string) => string {
  const names = new Map(known);
  return (id) => {
    const name = names.get(id) ?? `r${String(names.size + 1)}`;
    names.set(id, name);
    return name;
  };
}
