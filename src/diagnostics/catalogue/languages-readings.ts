// Codes 152x to 154x: readings of the IRD languages that the documents leave open, targets, list values.
import { defineCatalogue, entry } from '../define.js';

export const languageReadingEntries = defineCatalogue({
  IRD1520: entry<{ written: string; read: string }>({
    severity: 'warning',
    title: 'Typographic character',
    text: (d) => `The typographic character "${d.written}" is read as ${d.read}`,
    help: 'Check that the strategy holds the plain character; a word processor may have changed the text.',
    about:
      'IRD writes plain quotes, the plain hyphen and plain comparison signs. Others come from documents through which the text has passed.',
    since: '0.1.0',
  }),
  IRD1521: entry<{ written: string; read: string }>({
    severity: 'info',
    title: 'Spelling of an operator is assumed',
    text: (d) => `"${d.written}" is read as "${d.read}"`,
    help: 'Compare with the strategy in IRD if the result surprises.',
    about:
      'The documents do not show how IRD spells every operator, so all plausible spellings are read; this is one of those that no document shows.',
    since: '0.1.0',
  }),
  IRD1522: entry<{ written: string; read: string }>({
    severity: 'warning',
    title: 'Operator of another language',
    text: (d) =>
      `"${d.written}" is read as "${d.read}", which has the same rank as every logical operator of IRD`,
    help: 'Add parentheses if the author expected "and" before "or".',
    about:
      'In IRD, "&" and "|" have equal rank and are evaluated left to right; in languages that write "&&" and "||" the first binds tighter. An expression written with the second habit means something else in IRD.',
    since: '0.1.0',
  }),
  IRD1523: entry<{ operator: string }>({
    severity: 'warning',
    title: 'Comparison of a comparison',
    text: (d) => `"${d.operator}" compares the result of the comparison before it, not its operand`,
    help: 'For a range write "low <= x & x <= high"; for anything else use parentheses.',
    about:
      'A chain such as "a < b < c" is read from the left: the truth value of "a < b", which is 1 or 0, is compared with c.',
    since: '0.1.0',
  }),
  IRD1524: entry<{ written: string; operator: string }>({
    severity: 'warning',
    title: 'Reach of NOT is assumed',
    text: (d) => `"${d.written}" is evaluated first, then "${d.operator}"`,
    help: 'Put what is negated in parentheses.',
    about:
      'No document shows how far NOT reaches in IRD. It is read as binding tighter than every other operator.',
    since: '0.1.0',
  }),
  IRD1525: entry<{ name: string }>({
    severity: 'warning',
    title: 'Call with round brackets',
    text: (d) => `"${d.name}(" is read as a call, which IRD writes "${d.name}["`,
    help: 'Check that the text is an IRD expression and not ECMAScript.',
    about:
      'Expressions call functions with square brackets; only thresholds and skill expressions also use round ones.',
    since: '0.1.0',
  }),
  IRD1526: entry<{ written: string; read: string }>({
    severity: 'warning',
    title: 'Damaged character entity',
    text: (d) =>
      `"${d.written}" is read as "${d.read}": an XML entity was written or decoded one time too many`,
    help: 'Check how the file was produced; compare the text with the strategy in IRD.',
    about: 'Texts such as "a &; b" or "a &amp; b" remain when an entity is escaped twice or cut.',
    since: '0.1.0',
  }),
  IRD1527: entry<{ written: string; type: string; reason: string }>({
    severity: 'warning',
    title: 'Not on the clock or the calendar',
    text: (d) => `"${d.written}" is read as a ${d.type} but ${d.reason}`,
    help: 'Write times as hours:minutes and dates as month/day/year. For a division put blanks around "/".',
    about:
      'The form is that of a time or a date, its numbers are not. It will never equal a real time or date.',
    since: '0.1.0',
  }),
  IRD1528: entry<{ quote: string }>({
    severity: 'warning',
    title: 'Backslash before a quote',
    text: (d) => `The backslash before ${d.quote} is read as an escape: the quote belongs to the text`,
    help: 'Compare with the strategy in IRD; how it writes a quote inside a text is not documented.',
    about:
      "A backslash is an ordinary character, except before the own quote of a text when a letter or digit follows, as in the word it\\'s.",
    since: '0.1.0',
  }),
  IRD1529: entry<{ name: string }>({
    severity: 'warning',
    title: 'Name with blanks',
    text: (d) => `"${d.name}" is read as one name`,
    help: 'If it is not one name, write the missing comma or operator.',
    about:
      'Threshold functions take names without quotes, and names of configuration objects may hold blanks.',
    since: '0.1.0',
  }),
  IRD1530: entry<{ where: string }>({
    severity: 'error',
    title: 'Target missing',
    text: (d) => `Expected a target name or a skill expression ${d.where}`,
    help: 'Write the target, or remove the comma, threshold or weight that stands alone.',
    about: 'Targets are separated by commas, and each has a name or a skill expression.',
    since: '0.1.0',
  }),
  IRD1531: entry<{ location: string }>({
    severity: 'error',
    title: 'Target type missing',
    text: (d) => `Expected a type such as ".GA" at the end of "${d.location}"`,
    help: 'Write the target as name@server.type; the server may be empty, the type may not.',
    about: 'The type of a target is what follows the last dot after "@".',
    since: '0.1.0',
  }),
  IRD1532: entry<{ type: string; known: string }>({
    severity: 'warning',
    title: 'Unknown target type',
    text: (d) => `"${d.type}" is not a known target type (${d.known})`,
    help: 'Check the target; the type is what follows the last dot after "@".',
    about: 'The types are those that the documents of URS and ORS name.',
    since: '0.1.0',
  }),
  IRD1533: entry<Record<never, never>>({
    severity: 'error',
    title: 'Colon missing in a skill target',
    text: () => 'Expected ":" after "?" and the name of the group, before the skill expression',
    help: 'Write "?:" before a skill expression, or "?Group:" when a group limits it.',
    about: 'A skill target begins with "?", the name of a group or nothing, and ":".',
    since: '0.1.0',
  }),
  IRD1534: entry<{ part: string }>({
    severity: 'error',
    title: 'Part of a target given twice',
    text: (d) => `Expected one ${d.part} for this target but found another`,
    help: 'Join the two, or remove one.',
    about: 'A target has at most one threshold in braces and one weight in square brackets.',
    since: '0.1.0',
  }),
  IRD1535: entry<{ found: string }>({
    severity: 'error',
    title: 'Statistic without a name',
    text: (d) => `Expected the name of a statistic between the brackets of "${d.found}"`,
    help: 'Write the statistic, as in $(StatAgentsTotal).',
    about: 'A skill expression reads a statistic of the agent with $(name).',
    since: '0.1.0',
  }),
  IRD1536: entry<{ name: string; character: string }>({
    severity: 'warning',
    title: 'Odd character in a target name',
    text: (d) => `The target name "${d.name}" holds ${d.character === '"' ? 'a quote' : `"${d.character}"`}`,
    help: 'A skill expression begins with "?:", a threshold stands in braces and a weight in square brackets before the name; targets are separated by commas.',
    about:
      'The text was read as a name, but names of agents, groups and queues hardly hold such characters: a part of the target may stand in the wrong place.',
    since: '0.1.0',
  }),
  IRD1540: entry<{ item: string; position: number }>({
    severity: 'warning',
    title: 'List item without a value',
    text: (d) => `Item ${d.position} of the list, "${d.item}", has no ":" and so no value`,
    help: 'Write key:value. List functions return the empty text, or 0, for an item without a value.',
    about:
      'Lists are written key:value|key:value. An item without a colon is read as a key with an empty value.',
    since: '0.1.0',
  }),
});
