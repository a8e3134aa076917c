// Codes 150x and 151x: syntax errors of the IRD languages.
import { defineCatalogue, entry } from '../define.js';

const missingValue =
  'A value is a quoted text, a number, a time, a date, a name, a call such as Name[], or an expression in parentheses.';

export const languagesEntries = defineCatalogue({
  IRD1501: entry<{ what: string }>({
    severity: 'error',
    title: 'Empty expression',
    text: (d) => `The ${d.what} is empty`,
    help: 'Write a value, or leave out the property that holds it.',
    about: 'A property that is written in one of the IRD languages holds nothing but blanks.',
    since: '0.1.0',
  }),
  IRD1502: entry<{ after: string; found: string }>({
    severity: 'error',
    title: 'Value missing',
    text: (d) => `Expected a value after "${d.after}" but ${d.found}`,
    help: 'Write the value that is missing, or remove the operator, bracket or comma before it.',
    about: `${missingValue} One is missing between two operators, after a comma, or before a closing bracket.`,
    since: '0.1.0',
  }),
  IRD1503: entry<{ what: string; operator: string }>({
    severity: 'error',
    title: 'Expression starts with an operator',
    text: (d) => `The ${d.what} starts with "${d.operator}": the part before it is missing`,
    help: 'Write the part before the operator. A fragment that a strategy appends to another text must be converted where the two are joined.',
    about:
      'The text is not an expression by itself but the tail of one, such as "&(Level > 3)". Such fragments occur where a strategy builds a skill expression from pieces.',
    since: '0.1.0',
  }),
  IRD1504: entry<{ left: string; right: string }>({
    severity: 'error',
    title: 'Operator missing',
    text: (d) => `Expected an operator between "${d.left}" and "${d.right}"`,
    help: 'Write the operator or the comma that is missing. A name or text that holds blanks must stand in quotes.',
    about: `Two values follow each other. ${missingValue}`,
    since: '0.1.0',
  }),
  IRD1505: entry<{ characters: string }>({
    severity: 'error',
    title: 'Character without meaning',
    text: (d) => `Expected a value or an operator but found ${d.characters}`,
    help: 'Remove the characters, or put the text that they belong to in quotes.',
    about:
      'The characters begin no name, number, quoted text or operator of the language. They are skipped, and the rest is read.',
    since: '0.1.0',
  }),
  IRD1506: entry<{ start: string; quote: string }>({
    severity: 'error',
    title: 'Quoted text is not closed',
    text: (d) =>
      `The quoted text that starts with ${d.start} is never closed: expected ${d.quote} before the text ends`,
    help: 'Close the text with the same quote. A quote inside the text is written twice.',
    about:
      'Everything from the opening quote to the end was taken as quoted text, so later errors in it are not seen.',
    since: '0.1.0',
  }),
  IRD1507: entry<{ opening: string; closing: string; found: string }>({
    severity: 'error',
    title: 'Bracket is not closed',
    text: (d) => `"${d.opening}" is never closed: expected "${d.closing}" but ${d.found}`,
    help: 'Write the closing bracket where the call or group ends.',
    about:
      'A bracket was opened and not closed before the text, or the part of it that the bracket stands in, ended.',
    since: '0.1.0',
  }),
  IRD1508: entry<{ opening: string; closing: string; found: string }>({
    severity: 'error',
    title: 'Bracket is closed by another kind',
    text: (d) => `Expected "${d.closing}" to close "${d.opening}" but found "${d.found}"`,
    help: 'Use the bracket that matches the opening one.',
    about:
      'A bracket was closed by a bracket of another kind. The text is read on as if it were the right one.',
    since: '0.1.0',
  }),
  IRD1509: entry<{ closing: string; opening: string }>({
    severity: 'error',
    title: 'Closing bracket without an opening one',
    text: (d) => `"${d.closing}" closes nothing: expected "${d.opening}" somewhere before it`,
    help: 'Remove the bracket, or write the opening one where the call or group begins.',
    about:
      'There are more closing brackets than opening ones up to this place. The bracket is skipped, and the rest is read.',
    since: '0.1.0',
  }),
  IRD1510: entry<{ what: string }>({
    severity: 'error',
    title: 'Comma outside of a call',
    text: (d) => `Expected an operator or the end of the ${d.what} but found ","`,
    help: 'A comma stands only between the arguments of a call: write the name of the function and its brackets, or remove the comma.',
    about: 'Several values in one expression make no sense outside of a call.',
    since: '0.1.0',
  }),
  IRD1511: entry<{ found: string }>({
    severity: 'error',
    title: 'Square bracket without a function name',
    text: (d) => `Expected the name of a function before "[" but ${d.found}`,
    help: 'Write the name of the function. For grouping use parentheses.',
    about: 'Square brackets hold the arguments of a call, so the name of a function must stand before them.',
    since: '0.1.0',
  }),
  IRD1512: entry<{ written: string }>({
    severity: 'error',
    title: 'Neither a number nor a name',
    text: (d) => `Expected a number, a time or a name but found "${d.written}"`,
    help: 'Names do not begin with a digit; put a text in quotes; write times as 9:00 or 17:30:15.',
    about:
      'A word that begins with a digit is not a number, not a time of the form 9:00, and cannot be a name.',
    since: '0.1.0',
  }),
  IRD1513: entry<{ expected: string; found: string }>({
    severity: 'error',
    title: 'Syntax error',
    text: (d) => `Expected ${d.expected} but ${d.found}`,
    help: 'Correct the text at this place.',
    about: 'The text does not follow the grammar of its language; docs/languages.md describes it.',
    since: '0.1.0',
  }),
  IRD1514: entry<{ what: string; limit: number }>({
    severity: 'error',
    title: 'Brackets are nested too deeply',
    text: (d) => `The ${d.what} nests brackets more than ${d.limit} deep and is not read`,
    help: 'Split the expression with variables.',
    about: 'The limit protects every later step from texts that exhaust its memory.',
    since: '0.1.0',
  }),
  IRD1515: entry<{ what: string; limit: number; unit: string }>({
    severity: 'error',
    title: 'Text is too long',
    text: (d) => `The ${d.what} has more than ${d.limit} ${d.unit} and is not read`,
    help: 'Split the text with variables, or move the data to a list object.',
    about:
      'The limits on characters, on words and on operators in a row protect every later step from texts that exhaust its memory.',
    since: '0.1.0',
  }),
  IRD1516: entry<{ what: string; limit: number }>({
    severity: 'error',
    title: 'Too many syntax errors',
    text: (d) => `The ${d.what} has more than ${d.limit} syntax errors and is not read beyond this place`,
    help: 'Check that the property is written in the language that the export profile gives it.',
    about:
      'So many errors mean that the text is something else: another language, binary data, or a damaged file.',
    since: '0.1.0',
  }),
  IRD1517: entry<{ what: string; more: number }>({
    severity: 'warning',
    title: 'Further findings are not listed',
    text: (d) => `The ${d.what} gives ${d.more} more findings that are not listed`,
    help: 'Correct those that are listed, and convert again.',
    about:
      'The number of findings for one text is limited, so that one damaged property does not bury the others.',
    since: '0.1.0',
  }),
});
