// Values to try for an input: around the literals that the page compares it with, then some that are often treated apart.
import type { Scenario } from '../scenario/types.js';
import { defaultClock } from '../world/world.js';
import type { Literal } from './comparisons.js';

/** Values that are often treated apart. */
const usual: readonly Literal[] = ['', 'x', 0, 1, -1, 2, 99999, 2147483647];

/** The literals with what lies right below and above the numbers among them. */
export function around(literals: readonly Literal[]): readonly (string | number)[] {
  const near = literals.flatMap((literal): readonly (string | number)[] => {
    if (typeof literal === 'boolean') return [literal ? 'true' : 'false', literal ? 1 : 0];
    if (typeof literal === 'number') return [literal, literal + 1, literal - 1];
    const isNumber = /^-?\d{1,9}$/.test(literal);
    return isNumber ? [literal, String(Number(literal) + 1), String(Number(literal) - 1)] : [literal];
  });
  return [...new Set([...near, ...usual.map((value) => (typeof value === 'boolean' ? 1 : value))])];
}

/** Made-up values, always the same: for what no literal tells, such as sums of digits. */
export const madeUp: readonly string[] = [
  '19',
  '55',
  '1234567890',
  '407',
  '82',
  '5550',
  '100',
  '0000',
  '36',
  '3141592653',
];

/** The moment at which a run begins, in the ways in which pages write it down. */
export function momentsOf({ clock = defaultClock }: Scenario): readonly (string | number)[] {
  const time = Date.parse(clock);
  const seconds = Math.floor(time / 1000);
  const iso = new Date(time).toISOString();
  const [year = '', month = '', day = ''] = iso.slice(0, 10).split('-');
  const sinceMidnight = seconds % 86_400;
  return [
    ...[seconds, sinceMidnight, time, seconds - 60],
    ...[
      iso.slice(11, 16),
      iso.slice(11, 19),
      iso.slice(0, 10),
      `${month}/${day}/${year}`,
      `${day}.${month}.${year}`,
    ],
  ];
}

/** Text of a length that the page may ask for. */
export const ofLength = (literals: readonly Literal[]): readonly string[] =>
  literals.flatMap((literal) =>
    typeof literal === 'number' && literal > 1 && literal <= 64 && Number.isInteger(literal)
      ? ['1'.repeat(literal)]
      : [],
  );
