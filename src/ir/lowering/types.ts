// Types of IRD values: how declarations are read, what operators give, and where a value is converted on its way.
import type { BinaryOperator } from '../../ird-parser/languages/ast.js';
import type { IrdType } from '../nodes.js';

const declarable: ReadonlySet<string> = new Set<IrdType>([
  'INTEGER',
  'FLOAT',
  'STRING',
  'LIST',
  'DATE',
  'TIME',
  'DAY',
]);

/** The type that a declaration names, in any case; undefined when IRD has no such type. */
export function typeOfDeclaration(declared: string): IrdType | undefined {
  const type = declared.trim().toUpperCase();
  return isDeclarable(type) ? type : undefined;
}

const isDeclarable = (type: string): type is IrdType => declarable.has(type);

/** Types that are numbers to URS: a truth value is 1 or 0, a day counts from Sunday. */
export const isNumeric = (type: IrdType): boolean =>
  type === 'INTEGER' || type === 'FLOAT' || type === 'BOOLEAN' || type === 'DAY';

export const isArithmetic = (op: BinaryOperator): op is '+' | '-' | '*' | '/' =>
  op === '+' || op === '-' || op === '*' || op === '/';

export const isLogical = (op: BinaryOperator): op is '&' | '|' => op === '&' || op === '|';

/** What an operator gives: arithmetic stays in whole numbers unless a FLOAT takes part, everything else is a truth value. */
export function typeOfBinary(op: BinaryOperator, left: IrdType, right: IrdType): IrdType {
  if (!isArithmetic(op)) return 'BOOLEAN';
  return left === 'FLOAT' || right === 'FLOAT' ? 'FLOAT' : 'INTEGER';
}

/** What happens to a value of type `from` where a value of type `to` is wanted. */
export type Fit = 'fits' | 'truncated' | 'converted';

export function fit(to: IrdType, from: IrdType): Fit {
  if (to === from || to === 'UNKNOWN' || from === 'UNKNOWN') return 'fits';
  switch (to) {
    case 'INTEGER':
      if (from === 'FLOAT') return 'truncated';
      return isNumeric(from) ? 'fits' : 'converted';
    case 'FLOAT':
    case 'BOOLEAN':
      return isNumeric(from) ? 'fits' : 'converted';
    case 'DAY':
      return from === 'INTEGER' ? 'fits' : 'converted';
    // A list is a text of the form `key:value|key:value`.
    case 'STRING':
      return from === 'LIST' ? 'fits' : 'converted';
    case 'LIST':
      return from === 'STRING' ? 'fits' : 'converted';
    case 'DATE':
    case 'TIME':
      return 'converted';
  }
}

/** Whether a value of the type can be asked for its truth: numbers can, 0 is false. */
export const hasTruth = (type: IrdType): boolean => isNumeric(type) || type === 'UNKNOWN';

export type Comparison = 'alike' | 'text with number' | 'unlike';

/** How two types are compared. Texts may stand for dates and times. */
export function comparison(left: IrdType, right: IrdType): Comparison {
  if (left === right || left === 'UNKNOWN' || right === 'UNKNOWN') return 'alike';
  if (isNumeric(left) && isNumeric(right)) return 'alike';
  const isText = (type: IrdType): boolean => type === 'STRING' || type === 'LIST';
  const isMoment = (type: IrdType): boolean => type === 'DATE' || type === 'TIME';
  if (isText(left) && isText(right)) return 'alike';
  if ((isText(left) && isMoment(right)) || (isMoment(left) && isText(right))) return 'alike';
  return isText(left) || isText(right) ? 'text with number' : 'unlike';
}
