// Error Segmentation: branches on the error that the last block that failed has left.
import type { IrdError } from '../faults.js';
import { defineRunners } from './define.js';

/** Blanks and punctuation separate words; upper and lower case are one. */
function wordsOf(text: string): string {
  const separators = ' \t\n\r\f\v.,:;_()/-';
  const plain = [...text.toLowerCase()].map((character) =>
    separators.includes(character) ? ' ' : character,
  );
  return plain
    .join('')
    .split(' ')
    .filter((word) => word !== '')
    .join(' ');
}

/** The number that a text begins with, without leading zeros: `0013 Remote error`. */
function numberAtStart(text: string): string | undefined {
  const digits = [...text].findIndex((character) => character < '0' || character > '9');
  const found = digits < 0 ? text : text.slice(0, digits);
  return found === '' ? undefined : String(BigInt(found));
}

const withoutNumber = (text: string): string => {
  const end = [...text].findIndex((character) => character < '0' || character > '9');
  return end < 0 ? '' : text.slice(end);
};

/**
 * Whether a segment names an error (assumption `error-segmentation.match`): by its event or the beginning of it in whole parts, else by its number when both
 * have one, else by words that stand in its error or description.
 */
export function namesError(segment: string, { error, description, event }: IrdError): boolean {
  const wanted = segment.trim().toLowerCase();
  if (wanted === '' || event === '') return false;
  const asEvent = wanted.startsWith('error.') ? wanted : `error.${wanted}`;
  if (event.toLowerCase() === asEvent || event.toLowerCase().startsWith(`${asEvent}.`)) return true;
  const number = numberAtStart(wanted);
  const numbers = [numberAtStart(error), numberAtStart(description)].filter((found) => found !== undefined);
  if (number !== undefined && numbers.length > 0) return numbers.includes(number);
  const words = wordsOf(withoutNumber(wanted));
  return words !== '' && [error, description].some((text) => ` ${wordsOf(text)} `.includes(` ${words} `));
}

export const errors = defineRunners({
  *ErrorSegmentation({ properties }, { session }) {
    session.assume('error-segmentation.match');
    const { lastError } = session.state;
    for (const { port, value } of properties.segments) {
      const named = (value?.value ?? '') === '' ? (port?.value ?? '') : (value?.value ?? '');
      if (lastError !== undefined && namesError(named, lastError))
        return { port: port?.value ?? value?.value ?? '' };
    }
    return { port: 'default' };
  },
});
