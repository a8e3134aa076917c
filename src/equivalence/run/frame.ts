// The variables of one strategy or subroutine while it runs.
import type { IrdType, Strategy, Variable } from '../../ir/nodes.js';
import { toFloat, toInteger, toText, type IrdValue } from '../evaluate/values.js';

export interface Frame {
  readonly strategy: Strategy;
  /** The name by which scenarios speak of a block of it: the block's id, behind the name of the subroutine, or of the block that uses the macro. */
  placeOf(block: string): string;
  /** Undefined for a name that the strategy does not declare. */
  read(name: string): IrdValue | undefined;
  /** Converts to the declared type. */
  write(name: string, value: IrdValue): void;
  /** Whether the variable has a value: its start value, a parameter, what was stored; one that is shared may have got it from another strategy. */
  hasValue(name: string): boolean;
}

/** Variables that all strategies of a call share, by lower-case name. */
export type SharedVariables = Map<string, IrdValue>;

/** A value as a variable of that type holds it. */
export function stored(type: IrdType, value: IrdValue): IrdValue {
  switch (type) {
    case 'INTEGER':
    case 'DAY':
    case 'BOOLEAN':
      return toInteger(value);
    case 'FLOAT':
      return toFloat(value);
    case 'STRING':
    case 'LIST':
    case 'DATE':
    case 'TIME':
      return toText(value);
    case 'UNKNOWN':
      return typeof value === 'boolean' ? toInteger(value) : value;
  }
}

/** What a variable holds before anything was stored: 0, or the empty text. */
export const emptyOf = (type: IrdType): IrdValue =>
  ['INTEGER', 'FLOAT', 'DAY', 'BOOLEAN'].includes(type) ? 0 : '';

/**
 * A frame whose variables have no values yet: they read as 0, or as the empty text. `shared` holds those of scope SCRIPT, unless each strategy has its own. `within`: what the names of its
 * blocks begin with.
 */
export function createFrame(
  strategy: Strategy,
  shared: SharedVariables | undefined,
  foldCase: boolean,
  within = '',
): Frame {
  const keyOf = (name: string): string => (foldCase ? name.toLowerCase() : name);
  const declared = new Map<string, Variable>(strategy.variables.map((each) => [keyOf(each.name), each]));
  const own: SharedVariables = new Map();
  const placeOf = (variable: Variable): SharedVariables =>
    variable.direction === 'script' && shared !== undefined ? shared : own;
  return {
    strategy,
    placeOf: (block) => `${within}${block}`,
    read: (name) => {
      const variable = declared.get(keyOf(name));
      return variable && (placeOf(variable).get(keyOf(name)) ?? emptyOf(variable.type));
    },
    hasValue: (name) => {
      const variable = declared.get(keyOf(name));
      return variable !== undefined && placeOf(variable).has(keyOf(name));
    },
    write: (name, value) => {
      const variable = declared.get(keyOf(name));
      if (variable !== undefined) placeOf(variable).set(keyOf(name), stored(variable.type, value));
    },
  };
}
