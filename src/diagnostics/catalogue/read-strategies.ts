// Codes 13xx: strategies, blocks, links and properties as an export profile finds them.
import { defineCatalogue, entry } from '../define.js';

const since = '0.1.0';
const times = (count: number): string => (count === 1 ? '' : ` (${count} times in this strategy)`);

export const strategyEntries = defineCatalogue({
  IRD1302: entry<{ id: string; line: number }>({
    severity: 'error',
    title: 'Two blocks have the same id',
    text: (d) => `The id "${d.id}" belongs to the block in line ${d.line} already`,
    help: 'Give one of the two another id, and correct the links that mean it.',
    about: 'Links name blocks by their ids. With two blocks of one id nobody can tell where a link leads.',
    since,
  }),
  IRD1303: entry<{ line: number }>({
    severity: 'error',
    title: 'Block has no id',
    text: (d) => `The block in line ${d.line} has no id`,
    help: 'Add the id; no link can lead to the block without one.',
    about: 'The profile says where the id of a block stands, and nothing stands there.',
    since,
  }),
  IRD1304: entry<{ id: string }>({
    severity: 'error',
    title: 'Block has no type',
    text: (d) => `Block "${d.id}" has no type`,
    help: "Add the type: the name of the object in IRD's toolbar.",
    about: 'The block is kept with its links, and becomes a placeholder.',
    since,
  }),
  IRD1305: entry<{ type: string; id: string }>({
    severity: 'warning',
    title: 'Type of the block is not known',
    text: (d) => `"${d.type}", the type of block "${d.id}", is not a known IRD object`,
    help: 'If it is another name of a known object, add it to "words.types" of the profile; otherwise finish the placeholder by hand.',
    about:
      'All properties of the block are kept as text, its links are kept, and it becomes a placeholder in the output.',
    since,
  }),
  IRD1306: entry<{ id: string; end: 'from' | 'to' }>({
    severity: 'error',
    title: 'Link lacks an end',
    text: (d) =>
      `Link "${d.id}" does not say ${d.end === 'from' ? 'which block it leaves' : 'which block it leads to'}`,
    help: 'Add the id of the block, or remove the link.',
    about: 'The profile says where both ends of a link stand, and nothing stands at one of them.',
    since,
  }),
  IRD1307: entry<{ property: string }>({
    severity: 'warning',
    title: 'Property stands twice',
    text: (d) => `The property "${d.property}" stands twice; the first one counts`,
    help: 'Remove the one that is not meant.',
    about:
      'Two names that mean the same property count as the same. The value that does not count is kept as text.',
    since,
  }),
  IRD1308: entry<{ property: string; value: string }>({
    severity: 'error',
    title: 'Value is not a number',
    text: (d) => `The value "${d.value}" of "${d.property}" is not a number`,
    help: 'Correct the value.',
    about: 'The property is left out; the block is converted as if it had not been set.',
    since,
  }),
  IRD1309: entry<{ property: string; value: string }>({
    severity: 'error',
    title: 'Value is neither true nor false',
    text: (d) => `The value "${d.value}" of "${d.property}" is neither true nor false`,
    help: 'Correct the value, or add the word to "words.booleans" of the profile.',
    about: 'The property is left out; the block is converted as if it had not been set.',
    since,
  }),
  IRD1310: entry<{ what: 'property' | 'table' | 'column'; name: string; type: string; count: number }>({
    severity: 'warning',
    title: 'Name of a property has no meaning here',
    text: (d) =>
      `The ${d.what} "${d.name}" of "${d.type}" is not known${times(d.count)}; it is kept, but not converted`,
    help: 'If it is another name of a known property, add it to "words" of the profile; otherwise check by hand whether it matters.',
    about:
      'Each block type has properties that are read by name. Others are kept as text and shown, and do nothing in the output.',
    since,
  }),
  IRD1311: entry<{ name: string }>({
    severity: 'warning',
    title: 'Strategy has no name',
    text: (d) => `The strategy has no name; "${d.name}" is taken from the name of the file`,
    help: 'Add the name if other strategies call this one.',
    about: 'Subroutines are called by their name, and pages are named after their strategy.',
    since,
  }),
  IRD1312: entry<{ what: string; word: string; used: string }>({
    severity: 'error',
    title: 'Word is not known',
    text: (d) => `"${d.word}" is not a known ${d.what}; "${d.used}" is used`,
    help: 'Correct the word, or add it to "words" of the profile.',
    about: 'Kinds of strategies and directions of variables have fixed words, which a profile can add to.',
    since,
  }),
  IRD1313: entry<Record<string, never>>({
    severity: 'error',
    title: 'Variable has no name',
    text: () => 'A variable has no name',
    help: 'Add the name, or remove the variable.',
    about: 'Nothing can refer to a variable without a name.',
    since,
  }),
  IRD1314: entry<{ id: string; end: 'from' | 'to'; first: string; second: string }>({
    severity: 'error',
    title: 'Two blocks at one end of a link',
    text: (d) =>
      `Link "${d.id}" ${d.end === 'from' ? 'leaves' : 'leads to'} block "${d.first}" and block "${d.second}"; the first counts`,
    help: 'Give one of the two blocks another link.',
    about:
      'In this layout links have ids, and blocks name the links that they are connected to. A link has one block at each end.',
    since,
  }),
  IRD1320: entry<{ path: string; count: number; profile: string }>({
    severity: 'warning',
    title: 'Part of the file was not read',
    text: (d) =>
      `"${d.path}" is read by no rule of profile "${d.profile}"${d.count === 1 ? '' : ` (${d.count} times in this file)`}`,
    help: 'If it matters, add a rule to the profile; if it does not, add the path to "ignore".',
    about:
      'A profile says where everything stands that is converted. What it does not mention is counted, so that nothing is lost in silence. The path names elements from the root, attributes with "@", texts with "text()".',
    since,
  }),
  IRD1321: entry<{ paths: number; profile: string }>({
    severity: 'warning',
    title: 'Many parts of the file were not read',
    text: (d) => `${d.paths} more paths are read by no rule of profile "${d.profile}"`,
    help: 'Check that the profile is the right one for this file; the JSON report lists all paths.',
    about: 'After twenty paths the rest is summed up in one finding.',
    since,
  }),
});
