// How answers of servers are read: docs/services.md.
import { BlockFailure } from '../faults.js';

export type Members = Readonly<Record<string, unknown>>;

const isObject = (value: unknown): value is Members => typeof value === 'object' && value !== null;

/** A value of an answer as a text of IRD: truth as 1 or 0, nothing as the empty text, an object as a list. */
export function valueText(value: unknown): string {
  switch (typeof value) {
    case 'string':
      return value;
    case 'number':
      return String(value);
    case 'boolean':
      return value ? '1' : '0';
    default:
      return isObject(value) ? listOf(value) : '';
  }
}

/** The members of an object as a list of IRD. */
export const listOf = (members: Members): string =>
  Object.entries(members)
    .map(([key, value]) => `${key}:${valueText(value)}`)
    .join('|');

/** A list of IRD as an object; the first of equal keys wins. */
export function membersOf(list: string): Readonly<Record<string, string>> {
  const found = new Map<string, string>();
  for (const item of list === '' ? [] : list.split('|')) {
    const [key = '', ...rest] = item.split(':');
    if (key !== '' && !found.has(key)) found.set(key, rest.join(':'));
  }
  return Object.fromEntries(found);
}

/**
 * The row that an answer gives: an object, the first of several, the first of its `rows`. No answer and no row have no values; a single value goes by the
 * name `result`. What is no JSON fails the block: values are wanted of it.
 */
export function firstRow(answer: string): Members {
  if (answer === '') return {};
  const read = parsed(answer);
  if (read === undefined) throw new BlockFailure('evaluation', 'The answer is no JSON.');
  const rows = isObject(read.value) && Array.isArray(read.value['rows']) ? read.value['rows'] : read.value;
  const row: unknown = Array.isArray(rows) ? (rows.length === 0 ? {} : rows[0]) : rows;
  return isObject(row) ? row : { result: row };
}

/** One value of a row; the name may differ in case, unless one has it exactly. */
export function valueNamed(row: Members, name: string): string {
  if (Object.hasOwn(row, name)) return valueText(row[name]);
  const found = Object.entries(row).find(([key]) => key.toLowerCase() === name.toLowerCase());
  return found === undefined ? '' : valueText(found[1]);
}

/** An answer as the value of a function: an object as a list, anything else as it came. */
export function functionValue(answer: string): string {
  const read = answer.trimStart().startsWith('{') ? parsed(answer) : undefined;
  return read === undefined ? answer : valueText(read.value);
}

/** The texts and numbers of an answer that is an object; nothing of any other. */
export function plainMembers(answer: string): Readonly<Record<string, string | number>> {
  const read = parsed(answer)?.value;
  if (!isObject(read) || Array.isArray(read)) return {};
  return Object.fromEntries(
    Object.entries(read).filter(
      (each): each is [string, string | number] => typeof each[1] === 'string' || typeof each[1] === 'number',
    ),
  );
}

function parsed(text: string): { readonly value: unknown } | undefined {
  try {
    return { value: JSON.parse(text) as unknown };
  } catch {
    return undefined;
  }
}
