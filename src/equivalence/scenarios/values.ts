// Values to try for an input: around what it is compared with, and those that functions often treat apart.
import type { IrdType } from '../../ir/nodes.js';
import type { IrdValue } from '../evaluate/values.js';
import { secondsOf } from './moments.js';

/** Texts that are often treated apart: none, a number and its limits, lists, what needs escaping, what is long. */
export const usualTexts: readonly string[] = [
  '',
  '1',
  '7x',
  '2147483647',
  '0',
  '-2147483648',
  'x',
  '-1',
  '7',
  'key:7|other:5|third:',
  '12345678901',
  'Gold',
  '5550142',
  `O'Hara & "Sons" <1>`,
  'Zürich ',
  '09:30',
  'A'.repeat(300),
];

/** The value itself, what is right below and above, and what only looks like it. */
export function around(value: IrdValue, type: IrdType): readonly IrdValue[] {
  if (typeof value === 'boolean') return value ? [1, 0] : [0, 1];
  if (typeof value === 'number') {
    if (type === 'DAY') return [value, (value + 1) % 7, (value + 6) % 7];
    return [value, value + 1, value - 1, `${String(value)}x`, value + 0.5];
  }
  const seconds = secondsOf(value);
  if (seconds !== undefined) return [value, clock(seconds + 60), clock(seconds - 60), clock(seconds - 1)];
  if (/^-?\d{1,9}$/.test(value)) {
    const number = Number(value);
    return [value, String(number + 1), String(number - 1), `${value}5`, `0${value}`];
  }
  const changed = value === value.toUpperCase() ? value.toLowerCase() : value.toUpperCase();
  return [value, '', changed, `${value}x`, value.slice(0, -1), 'other'].filter(
    (each, index, all) => all.indexOf(each) === index,
  );
}

/** Time of day as URS writes it, seconds only when there are some. */
export function clock(seconds: number): string {
  const inDay = ((seconds % 86_400) + 86_400) % 86_400;
  const parts = [Math.floor(inDay / 3600), Math.floor(inDay / 60) % 60, inDay % 60];
  return (inDay % 60 === 0 ? parts.slice(0, 2) : parts)
    .map((part) => String(part).padStart(2, '0'))
    .join(':');
}

/** Digits of a length. */
export const digitsOf = (length: number): string =>
  '1234567890'.repeat(Math.ceil(length / 10)).slice(0, length);
