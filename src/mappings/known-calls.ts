// What must be said of a call because of its name: that no document has it, or that it is known by a sister of it only.
import { findFunction, spellingOf } from '../ir/vocabulary/functions.js';
import type { CallExpr } from '../ir/walk.js';
import type { FunctionMapping } from './define.js';
import { findFunctionMapping } from './functions/index.js';

/** Whether our own row converts a call as exact, though no document has its name. A row of the user's is the user's word. */
export const isUnverified = ({ name }: CallExpr, row: FunctionMapping): boolean =>
  row.disposition === 'exact' &&
  row === findFunctionMapping(name) &&
  findFunction(name)?.evidence === 'unverified';

/** Whether the name is known by its sister only (`Ex` added or left out, Override for Overwrite). */
export function isOtherForm({ name, writtenAs }: CallExpr): boolean {
  const fact = findFunction(name);
  return fact !== undefined && spellingOf(writtenAs, fact) === 'form';
}
