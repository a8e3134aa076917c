// String functions of IRD. Positions count from 1 and ranges include both ends; where the documents leave a base open, the assumptions table says what is taken.
import { documented, family, integer, optional, sources, string } from '../define.js';

export const stringFunctions = family('String Manipulation', sources.library, [
  {
    name: 'Cat',
    parameters: [string('String 1'), string('String 2')],
    variadic: true,
    returns: 'STRING',
    ...documented,
    about:
      'Joins texts; an INTEGER is taken as its digits. Only two arguments are documented, more are accepted.',
  },
  {
    name: 'StrAsciiBreak',
    parameters: [string('String'), string('Char Set'), integer('From Index')],
    returns: 'INTEGER',
    ...documented,
    about:
      'Position of the first character, from From Index on, that is one of Char Set. A negative From Index means 1.',
  },
  {
    name: 'StrAsciiTok',
    parameters: [string('String'), string('Char Set'), integer('Index')],
    returns: 'STRING',
    evidence: 'documented',
    signatureEvidence: 'inferred',
    about: 'One token of String; every character of Char Set separates. What Index counts is not stated.',
  },
  {
    name: 'StrChar',
    parameters: [string('String'), string('Character'), integer('From Index')],
    returns: 'INTEGER',
    ...documented,
    about: 'Position of Character, searched from From Index on. A negative From Index means 1.',
  },
  {
    name: 'StrGetChar',
    parameters: [string('String'), integer('Index')],
    returns: 'STRING',
    ...documented,
    about: 'The character at Index; empty when Index is negative or beyond the end.',
  },
  {
    name: 'StrLen',
    parameters: [string('String')],
    returns: 'INTEGER',
    ...documented,
    about: 'Number of characters.',
  },
  {
    name: 'StrReplace',
    parameters: [string('Source'), string('To Find'), string('Replace With')],
    returns: 'STRING',
    ...documented,
    about: 'Source with every occurrence of To Find replaced.',
  },
  {
    name: 'StrStr',
    parameters: [string('Source'), string('To Find')],
    returns: 'STRING',
    ...documented,
    about: 'The rest of Source from the first occurrence of To Find on; empty when there is none.',
  },
  {
    name: 'StrSub',
    parameters: [string('String'), integer('First'), integer('Last'), optional(integer('From The End'))],
    returns: 'STRING',
    ...documented,
    about:
      'The characters First to Last, both included; counted from the end when the fourth argument is set.',
  },
  {
    name: 'StrToLower',
    parameters: [string('String')],
    returns: 'STRING',
    ...documented,
    about: 'The text in lower case.',
  },
  {
    name: 'StrToUpper',
    parameters: [string('String')],
    returns: 'STRING',
    ...documented,
    about: 'The text in upper case.',
  },
]);
