// Values of IRD expressions and how URS converts one type to another. Written from the descriptions, apart from the converter, so that the two can be
// compared.

/** A number (INTEGER, FLOAT, DAY), a text (STRING, LIST, DATE, TIME), or a truth value that nobody has stored yet. */
export type IrdValue = number | string | boolean;

/** No value: an error of the evaluation, or a function whose result is not known here. */
export interface Failed {
  readonly failed: 'error' | 'unknown';
  readonly reason: string;
}

export const failedWith = (reason: string): Failed => ({ failed: 'error', reason });
export const isFailed = (value: IrdValue | Failed): value is Failed => typeof value === 'object';

export const least = -(2 ** 31);
export const greatest = 2 ** 31 - 1;

const isDigit = (character: string | undefined): boolean =>
  character !== undefined && character >= '0' && character <= '9';

/** The digits that a text begins with; '' when it begins otherwise. */
export function leadingDigits(text: string): string {
  let end = 0;
  while (isDigit(text[end])) end++;
  return text.slice(0, end);
}

/** The number that a text begins with, after blanks and a sign; with its fraction when `fraction` is set. 0 when there is none. */
function leadingNumber(text: string, fraction: boolean): number {
  const trimmed = text.trimStart();
  const sign = trimmed.startsWith('-') ? -1 : 1;
  const unsigned = trimmed.startsWith('-') || trimmed.startsWith('+') ? trimmed.slice(1) : trimmed;
  const whole = leadingDigits(unsigned);
  if (whole === '') return 0;
  const rest = unsigned.slice(whole.length);
  const decimals = fraction && rest.startsWith('.') ? leadingDigits(rest.slice(1)) : '';
  return withoutMinusZero(sign * Number(decimals === '' ? whole : `${whole}.${decimals}`));
}

/** There is no negative zero in IRD. */
export const withoutMinusZero = (value: number): number => (value === 0 ? 0 : value);

/** A value where INTEGER is wanted: texts count by their leading digits, a fraction is cut off, true is 1. */
export function toInteger(value: IrdValue): number {
  if (typeof value === 'boolean') return value ? 1 : 0;
  return typeof value === 'number' ? withoutMinusZero(Math.trunc(value)) : leadingNumber(value, false);
}

/** A value where FLOAT is wanted. */
export function toFloat(value: IrdValue): number {
  if (typeof value === 'boolean') return value ? 1 : 0;
  return typeof value === 'number' ? withoutMinusZero(value) : leadingNumber(value, true);
}

/** A value where STRING is wanted: numbers as they are written, truth as 1 or 0. */
export function toText(value: IrdValue): string {
  if (typeof value === 'boolean') return value ? '1' : '0';
  return typeof value === 'number' ? String(withoutMinusZero(value)) : value;
}

/** A value where a condition is wanted: everything that is not 0. */
export function toTruth(value: IrdValue): boolean {
  if (typeof value === 'boolean') return value;
  return (typeof value === 'number' ? value : leadingNumber(value, false)) !== 0;
}

/** An INTEGER that was calculated: beyond 32 bits there is none. */
export function checkedInteger(value: number): number | Failed {
  const fits = value >= least && value <= greatest;
  return fits ? withoutMinusZero(value) : failedWith(`INTEGER overflow: ${String(value)}`);
}
