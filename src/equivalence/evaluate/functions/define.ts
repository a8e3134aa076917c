// What a function of IRD is to the evaluator: its arguments and surroundings to a value.
import type { Arguments } from '../arguments.js';
import type { EvaluationContext } from '../context.js';
import type { Failed, IrdValue } from '../values.js';

export type Compute = (args: Arguments, cx: EvaluationContext) => IrdValue | Failed;

/** The functions of a family by their names in the vocabulary. */
export type Family = Readonly<Record<string, Compute>>;
