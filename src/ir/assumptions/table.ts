// What the documents about IRD and URS leave open. One row for each question; mappings, world and reference interpreter read the value and
// implement it by themselves. The configuration may override a row; every report lists the rows that a conversion used.
import type { Evidence } from '../vocabulary/facts.js';

export interface Assumption {
  readonly id: string;
  readonly question: string;
  readonly default: string;
  readonly alternatives: readonly string[];
  readonly evidence: Evidence;
  readonly why: string;
}

export const assumptions = [] as const satisfies readonly Assumption[];
