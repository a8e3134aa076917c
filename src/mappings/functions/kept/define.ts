// Functions that no expression of ECMAScript computes: what becomes of a call of one, and why. A row of this kind counts only as long as no mapping
// has the name, so that a function that gets an equivalent needs no second edit.
import { findFunction } from '../../../ir/vocabulary/functions.js';
import type { FunctionMapping } from '../../define.js';

/** An IRD call, or a threshold that holds one. */
export interface KeptExample {
  readonly ird: string;
}

export interface KeptFunction extends Omit<FunctionMapping, 'examples' | 'build' | 'throws'> {
  /** What a call becomes: a placeholder, or a part of the text that URS evaluates for the page. */
  readonly as: 'placeholder' | 'text';
  readonly examples: readonly KeptExample[];
}

/** A call with as many arguments as the function needs. */
function sampleCall(name: string): string {
  const needed = (findFunction(name)?.parameters ?? []).filter((parameter) => !parameter.optional);
  return `${name}[${needed.map(({ type }) => (type === 'INTEGER' ? '1' : "'x'")).join(',')}]`;
}

/** Functions whose calls make their block a placeholder, each with the reason. */
export const placeholders = (
  source: string,
  about: Readonly<Record<string, string>>,
): readonly KeptFunction[] =>
  Object.entries(about).map(([ird, reason]) => ({
    ird,
    as: 'placeholder',
    evidence: 'inferred',
    disposition: 'placeholder',
    cost: 3,
    target: { from: '8.1.2' },
    source,
    about: reason,
    examples: [{ ird: sampleCall(ird) }],
  }));

/** Functions that have no counterpart, and that URS must not be asked for either. */
export const unsupported = (
  source: string,
  about: Readonly<Record<string, string>>,
): readonly KeptFunction[] =>
  placeholders(source, about).map((row) => ({ ...row, disposition: 'unsupported' }));
