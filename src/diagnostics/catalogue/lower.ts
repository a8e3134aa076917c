// Codes 2xxx: names, types, the strategy graph. Codes 20xx are about what stands in a block, 21xx about how blocks hang together.
import { defineCatalogue, entry } from '../define.js';
import { graphEntries } from './lower-graph.js';

export const lowerEntries = defineCatalogue({
  IRD2001: entry<{ name: string; block: string; hint: string }>({
    severity: 'error',
    title: 'Name is not declared',
    text: (d) =>
      `"${d.name}" in ${d.block} is neither a variable of the strategy nor a known constant${d.hint}`,
    help: 'Declare the variable in the strategy, or correct the name.',
    about:
      'A name in an expression is looked up among the variables of the strategy, then among the constants and statistics of IRD. When nothing is found, the expression has no meaning and its block becomes a placeholder. A function is called with square brackets, also when it takes no arguments.',
    since: '0.1.0',
  }),
  IRD2002: entry<{ name: string; declared: string }>({
    severity: 'warning',
    title: 'Name differs from its declaration in case',
    text: (d) => `"${d.name}" is taken for "${d.declared}", which is spelled otherwise`,
    help: 'Spell both alike. If IRD tells names apart by case in your version, set the assumption "names.case" to "yes".',
    about:
      'Whether IRD tells names apart by upper and lower case is not described. The conversion assumes that it does not.',
    since: '0.1.0',
  }),
  IRD2003: entry<{ name: string; block: string }>({
    severity: 'error',
    title: 'Block writes a variable that is not declared',
    text: (d) => `${d.block} writes the variable "${d.name}", which the strategy does not declare`,
    help: 'Declare the variable in the strategy, or correct the name.',
    about: 'The result would have nowhere to go, so the block becomes a placeholder.',
    since: '0.1.0',
  }),
  IRD2004: entry<{ name: string }>({
    severity: 'warning',
    title: 'Variable is declared twice',
    text: (d) => `The variable "${d.name}" is declared before; the first declaration counts`,
    help: 'Remove one of the declarations.',
    about: 'Both declarations are kept in the report, the type and the start value of the first are used.',
    since: '0.1.0',
  }),
  IRD2005: entry<{ name: string; type: string }>({
    severity: 'warning',
    title: 'Type of a variable is not known',
    text: (d) => `The variable "${d.name}" has the type "${d.type}", which is not one of IRD's`,
    help: 'Use INTEGER, FLOAT, STRING, LIST, DATE, TIME or DAY, or map the name of the type in the export profile.',
    about: 'Nothing is checked about the values of such a variable, and none is converted.',
    since: '0.1.0',
  }),
  IRD2006: entry<{ call: string; given: number; signature: string }>({
    severity: 'error',
    title: 'Wrong number of arguments',
    text: (d) => `"${d.call}" gets ${count(d.given, 'argument')}, it takes ${d.signature}`,
    help: 'Correct the call.',
    about:
      'The parameters of this function are documented. A call that does not fit has no meaning, and its block becomes a placeholder.',
    since: '0.1.0',
  }),
  IRD2007: entry<{ call: string; given: number; signature: string }>({
    severity: 'warning',
    title: 'Doubtful number of arguments',
    text: (d) => `"${d.call}" gets ${count(d.given, 'argument')}, as far as known it takes ${d.signature}`,
    help: 'Compare the call with the Reference Manual of your version; the parameters of this function are inferred.',
    about:
      'The parameters of many functions are not public. Where they are inferred, a call that does not fit is kept.',
    since: '0.1.0',
  }),
  IRD2008: entry<{ name: string; known: string }>({
    severity: 'info',
    title: 'Function is spelled otherwise',
    text: (d) => `"${d.name}" is taken for the function "${d.known}"`,
    help: 'Spell the function as IRD does.',
    about:
      'The names of functions are looked up as written first, then without regard to case, then as Override for Overwrite, and with or without the ending "Ex". A form with "Ex" that is known by its sister only is never taken for proven: its call becomes a matter of review.',
    since: '0.1.0',
  }),
  IRD2009: entry<{ text: string; type: string }>({
    severity: 'error',
    title: 'Date, time or day does not exist',
    text: (d) => `"${d.text}" is not a valid ${d.type}`,
    help: 'Times are written as 9:00 or 17:30:15, dates as 12/24/2026 (month first), days by their English names.',
    about: 'The value cannot be compared with anything, so its block becomes a placeholder.',
    since: '0.1.0',
  }),
  IRD2010: entry<{ target: string; to: string; from: string }>({
    severity: 'warning',
    title: 'Value is converted to another type',
    text: (d) => `"${d.target}" is ${d.to} and gets a value of type ${d.from}`,
    help: 'Make sure that the value always has the form that the target wants; text that is not a number becomes 0.',
    about:
      'IRD converts such a value when it is stored. The conversion does the same, but a value of another form is easily overlooked.',
    since: '0.1.0',
  }),
  IRD2011: entry<{ left: string; right: string }>({
    severity: 'info',
    title: 'Text is compared with a number',
    text: (d) => `${d.left} is compared with ${d.right}: both are taken as numbers`,
    help: 'Compare with a quoted text if the text itself is meant.',
    about:
      'When one side of a comparison is a number, the leading digits of the other side count, and 0 when it has none.',
    since: '0.1.0',
  }),
  IRD2012: entry<{ operator: string; type: string }>({
    severity: 'warning',
    title: 'Operator does not suit the type',
    text: (d) => `"${d.operator}" is used with a value of type ${d.type}`,
    help: 'Check what is meant: texts are joined with Cat, dates and times are compared, truth values are linked with & and |.',
    about: 'The value is converted to what the operator works on, which may not be what was meant.',
    since: '0.1.0',
  }),
  IRD2013: entry<{ number: string }>({
    severity: 'info',
    title: 'Number does not fit 32 bits',
    text: (d) => `${d.number} is greater than 2147483647`,
    help: 'Keep telephone numbers as texts in quotes.',
    about:
      'The size of an INTEGER in URS is not stated. What happens beyond 32 bits is the assumption "arithmetic.overflow".',
    since: '0.1.0',
  }),
  IRD2014: entry<{ target: string }>({
    severity: 'info',
    title: 'Fraction is cut off',
    text: (d) => `"${d.target}" is INTEGER and gets a value that may have a fraction, which is cut off`,
    help: 'Nothing to do when whole numbers are meant.',
    about: 'Statistics and FLOAT values may have fractions; INTEGER variables hold whole numbers.',
    since: '0.1.0',
  }),
  IRD2015: entry<{ block: string; property: string; wanted: string; text: string }>({
    severity: 'error',
    title: 'Property has an unusable value',
    text: (d) => `Property "${d.property}" of ${d.block} is "${d.text}", wanted is ${d.wanted}`,
    help: 'Correct the value, or the language that the export profile gives to this property.',
    about: 'The value is kept in the report, but the block is converted as if it had none.',
    since: '0.1.0',
  }),
  IRD2016: entry<{ block: string; missing: string }>({
    severity: 'error',
    title: 'Block lacks what it needs',
    text: (d) => `${d.block} has no ${d.missing}`,
    help: 'Complete the block in IRD and export it again, or correct the export profile if the file does hold the value.',
    about:
      'Without it the block cannot do its work. A layout that the profile does not describe well looks the same.',
    since: '0.1.0',
  }),
  IRD2017: entry<{ block: string; missing: string }>({
    severity: 'warning',
    title: 'Block has nothing to do',
    text: (d) => `${d.block} has no ${d.missing}`,
    help: 'Check whether the export profile reads the rows of this block; remove the block if it is empty on purpose.',
    about: 'The block does nothing, or always takes its default way.',
    since: '0.1.0',
  }),
  ...graphEntries,
});

function count(number: number, noun: string): string {
  return `${number === 0 ? 'no' : number} ${noun}${number === 1 ? '' : 's'}`;
}
