// Variables of scope SCRIPT: one variable for a strategy and all that it calls, expands or switches to. Assumption: variables.script.
import type { Variable } from '../ir/nodes.js';
import * as js from './js.js';
import type { Js } from './js.js';
import { variableName } from './start-values.js';

/** Whether all strategies of the page share the variable by its name. */
export const isShared = ({ direction }: Variable): boolean => direction === 'script';

/** Name in the data of the page, apart from those of locals; strategies may spell it in different cases. */
export const sharedName = ({ name }: Variable): string =>
  variableName({ name: name.toLowerCase() }).replace(/^v_/, 's_');

/** Where a shared variable lives, whoever names it. */
export const sharedPlace = (variable: Variable): Js => js.path(`_data.${sharedName(variable)}`);

/** The variables that belong to one call of a strategy or subroutine. */
export const ownVariables = (variables: readonly Variable[]): readonly Variable[] =>
  variables.filter((variable) => !isShared(variable));

/** Each shared variable once: the declaration that comes first gives its type and start value. */
export function sharedVariables(declared: readonly (readonly Variable[])[]): readonly Variable[] {
  const found = new Map<string, Variable>();
  for (const variable of declared.flat().filter(isShared)) {
    if (!found.has(sharedName(variable))) found.set(sharedName(variable), variable);
  }
  return [...found.values()];
}
