// What comes of the keys that a caller presses: termination, abort, ignored, backspace and reset keys, the highest number, and the timeouts.
import { numberFrom, textFrom } from './loose-value.js';

/** Attributes of `dialog:input`, evaluated. */
export type InputRules = Readonly<Record<string, unknown>>;

export interface Collected {
  readonly digits: string;
  /** From the moment when keys are taken. */
  readonly seconds: number;
  readonly how: 'keyed' | 'silence' | 'aborted';
}

/** How long it takes to press a key, and how long nobody says anything when no timeout is given. */
export interface Pace {
  readonly digit: number;
  readonly silence: number;
}

/** Takes the keys one by one. */
export function collectDigits(keys: string, input: InputRules, pace: Pace): Collected {
  const among = (name: string, key: string): boolean => textFrom(input[name]).includes(key);
  const total = positive(input['total_timeout']);
  const most = positive(input['max_digits']);
  let typed = '';
  let seconds = 0;
  for (const key of keys) {
    if (total !== undefined && seconds + pace.digit > total) {
      return { digits: typed, seconds: total, how: 'keyed' };
    }
    seconds += pace.digit;
    if (among('abort_digits', key)) return { digits: '', seconds, how: 'aborted' };
    if (among('term_digits', key)) return { digits: typed, seconds, how: 'keyed' };
    if (among('ignore_digits', key)) continue;
    if (among('backspace_digits', key)) typed = typed.slice(0, -1);
    else if (among('reset_digits', key)) typed = '';
    else typed += key;
    if (most !== undefined && typed.length >= most) return { digits: typed, seconds, how: 'keyed' };
  }
  const wait =
    seconds === 0
      ? (numberFrom(input['start_timeout']) ?? total ?? numberFrom(input['digit_timeout']) ?? pace.silence)
      : (numberFrom(input['digit_timeout']) ?? 0);
  const until = seconds + Math.max(0, wait);
  return {
    digits: typed,
    seconds: total === undefined ? until : Math.min(total, until),
    how: typed === '' ? 'silence' : 'keyed',
  };
}

function positive(value: unknown): number | undefined {
  const number = numberFrom(value);
  return number !== undefined && number > 0 ? number : undefined;
}
