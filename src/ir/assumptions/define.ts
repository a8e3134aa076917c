// The shape of one assumption about IRD or URS, and what keeps its id and values as literal types.
import type { Evidence } from '../vocabulary/facts.js';

/** A question that the documents leave open, and the answer that is taken until someone knows better. */
export interface Assumption {
  /** `area.question`: the key under which the configuration overrides it. */
  readonly id: string;
  readonly question: string;
  /** The answer taken: a short phrase that is also the configuration value. */
  readonly default: string;
  /** Other answers that may be configured. None: the question is open, but only one answer is built. */
  readonly alternatives: readonly string[];
  /** How well the default is known. */
  readonly evidence: Evidence;
  /** What speaks for the default, and what against it. */
  readonly why: string;
}

/** Checks rows against `Assumption` and keeps their ids and values literal. */
export const defineAssumptions = <const Rows extends readonly Assumption[]>(rows: Rows): Rows => rows;
