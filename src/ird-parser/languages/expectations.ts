// What the parser says it expected, in the words of a person who writes expressions. Chevrotain asks for the message of each error;
// the answer is the expected thing alone, and `syntaxErrors` makes findings of it.
import {
  tokenLabel,
  type IParserErrorMessageProvider,
  type IRecognitionException,
  type IToken,
} from 'chevrotain';
import { endOf, isSkippedBetween, type Skipped } from './lexer.js';
import { languageNames, type Reading } from './reading.js';
import { shorten } from './shorten.js';
import { Operator, StrayComma, UnterminatedText } from './tokens.js';

const someValue = 'a value';

function oneOf(labels: readonly string[]): string {
  const unique = [...new Set(labels)];
  if (unique.includes(someValue)) return someValue;
  const last = unique.at(-1) ?? 'something else';
  return unique.length > 1 ? `${unique.slice(0, -1).join(', ')} or ${last}` : last;
}

/** Answers with what was expected, never with token names. */
export const expectations: IParserErrorMessageProvider = {
  buildMismatchTokenMessage: ({ expected }) => tokenLabel(expected),
  buildNotAllInputParsedMessage: () => 'an operator or the end',
  buildNoViableAltMessage: ({ expectedPathsPerAlt }) =>
    oneOf(expectedPathsPerAlt.flat().flatMap(([first]) => (first ? [tokenLabel(first)] : []))),
  buildEarlyExitMessage: ({ expectedIterationPaths }) =>
    oneOf(expectedIterationPaths.flatMap(([first]) => (first ? [tokenLabel(first)] : []))),
};

/** What stands at a token, for "but ...". A token that `balance` put in shows in its payload what follows it. */
export function foundAt(token: IToken | undefined): string {
  if (!token || Number.isNaN(token.startOffset)) return 'the text ends';
  if (token.image !== '') return `found "${shorten(token.image)}"`;
  const next: unknown = token.payload;
  return typeof next === 'string' ? `found "${shorten(next)}"` : 'the text ends';
}

/** Reports the errors of the parser, without those that only follow from characters that were skipped. */
export function reportSyntaxErrors(
  reading: Reading,
  errors: readonly IRecognitionException[],
  skipped: readonly Skipped[],
): void {
  for (const error of errors) {
    const before = previousOf(error);
    const touched = [before?.tokenType, error.token.tokenType];
    if (touched.includes(StrayComma) || touched.includes(UnterminatedText)) continue; // reported as such
    const ends = Number.isNaN(error.token.startOffset);
    const found = ends ? undefined : error.token;
    const from = before ? endOf(before) : 0;
    const to = found ? found.startOffset : reading.text.length;
    if (isSkippedBetween(skipped, from, to) && reading.errorCount() > 0) continue;
    const shown = found && found.image !== '' ? found : before;
    const [start, end] = shown ? [shown.startOffset, endOf(shown)] : [0, reading.text.length];
    const isOperator = found?.tokenType.CATEGORIES?.includes(Operator) === true && found.image !== '';
    if (error.message !== someValue) {
      reading.report('IRD1513', start, end, { expected: error.message, found: foundAt(found) });
    } else if (before) {
      reading.report('IRD1502', start, end, { after: shorten(before.image), found: foundAt(found) });
    } else if (isOperator) {
      const what = languageNames[reading.language];
      reading.report('IRD1503', start, end, { what, operator: found.image });
    } else {
      reading.report('IRD1513', start, end, { expected: someValue, found: foundAt(found) });
    }
  }
}

// Chevrotain gives the token before the error to some of its errors only, and its end-of-file token at the start of the text.
function previousOf(error: IRecognitionException): IToken | undefined {
  if (!('previousToken' in error)) return undefined;
  const before = error.previousToken as IToken | undefined; // the property is declared on the subclasses only
  return before && !Number.isNaN(before.startOffset) ? before : undefined;
}
