// What the documents about IRD and URS leave open. One row for each question; mappings, world and reference interpreter read the value and
// implement it by themselves. The configuration may override a row; every report lists the rows that a conversion used.
import type { Assumption } from './define.js';
import { customRoutingAssumptions } from './custom-routing.js';
import { flowAssumptions } from './flow.js';
import { incrementAssumptions } from './increments.js';
import { languageAssumptions } from './language.js';
import { objectAssumptions } from './objects.js';
import { platformAssumptions } from './platform.js';
import { routingAssumptions } from './routing.js';

export type { Assumption } from './define.js';

/** All rows, in the order of the documentation page. */
export const assumptions = [
  ...routingAssumptions,
  ...customRoutingAssumptions,
  ...incrementAssumptions,
  ...flowAssumptions,
  ...objectAssumptions,
  ...languageAssumptions,
  ...platformAssumptions,
] as const;

export type AssumptionId = (typeof assumptions)[number]['id'];

/** Rows that are set otherwise than by default, by id. */
export type AssumptionOverrides = Readonly<Record<string, string>>;

const rows: ReadonlyMap<string, Assumption> = new Map(assumptions.map((row) => [row.id, row]));

/** Whether the table has a row of that id: what a configuration file may name. */
export const isAssumption = (id: string): id is AssumptionId => rows.has(id);

/** The row of that id. Asking for a row that does not exist is a fault of the caller, not of the input. */
export function assumption(id: string): Assumption {
  const row = rows.get(id);
  if (row === undefined) throw new Error(`internal: no assumption "${id}"`);
  return row;
}

/** Every value that the configuration may give a row, the default first. */
export function allowedValues(id: AssumptionId): readonly string[] {
  const row = assumption(id);
  return [row.default, ...row.alternatives];
}

/** The answer that applies: the override when there is one, else the default. */
export const valueOf = (id: AssumptionId, overrides: AssumptionOverrides = {}): string =>
  overrides[id] ?? assumption(id).default;
