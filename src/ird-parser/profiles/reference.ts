// The reference of names for people who write exports or profiles: every block type, property, table, column and fixed word, with the
// other words that are understood for it. Made from the tables that the reader uses, so that it cannot differ from them.
import { unshapedBlockTypes, type BlockShape, type RowsShape } from '../shapes.js';
import { blockTypes, shapeOf } from './known-names.js';
import { columnSynonyms, propertySynonyms, typePropertySynonyms } from './property-words.js';
import { vocabularyOf } from './vocabulary.js';
import {
  answerSynonyms,
  directionSynonyms,
  falseWords,
  kindSynonyms,
  portSynonyms,
  trueWords,
  typeSynonyms,
  valueSynonyms,
  variableTypeSynonyms,
  type Synonyms,
} from './words.js';

/** The page docs/export-reference.md. */
export function exportReferenceMarkdown(): string {
  const unshaped = new Set<string>(unshapedBlockTypes);
  const shaped = blockTypes.filter((type) => !unshaped.has(type));
  const groups = new Map<string, string[]>();
  for (const type of shaped) {
    const key = JSON.stringify([shapeOf(type), ownWords(type)]);
    groups.set(key, [...(groups.get(key) ?? []), type]);
  }
  return [
    '# Names in exports',
    '',
    'Generated from the tables of the reader by `npm run docs`; do not edit. [export-profile.md](export-profile.md) explains how they are used.',
    '',
    'Names are compared without case, blanks and punctuation: `Clear Target`, `clear-target` and `ClearTarget` are the same. Each name that stands first in a line is understood, and so are the other words beside it. A profile can add words of its own.',
    '',
    '## How values are read',
    '',
    ...languages,
    '',
    '## Blocks whose properties are read by name',
    '',
    ...[...groups.values()].flatMap(section),
    '## Blocks whose properties are kept as text',
    '',
    'These objects are known, but not converted yet: each becomes a placeholder that shows its properties. Any property and table may stand in them.',
    '',
    ...wordTable('Type', wordsOf(unshapedBlockTypes, typeSynonyms)),
    '## Ports',
    '',
    ...wordTable('Port', Object.entries(portSynonyms)),
    'A block that does not name its own ports also understands:',
    '',
    ...wordTable('Port', Object.entries(answerSynonyms)),
    'A segmentation block has one port for each row of `segments`, called as its column `port` says, and `default`.',
    '',
    '## Strategies and variables',
    '',
    ...wordTable('Kind of strategy', Object.entries(kindSynonyms)),
    ...wordTable('Direction of a variable', Object.entries(directionSynonyms)),
    ...wordTable('Type of a variable', Object.entries(variableTypeSynonyms)),
    '## Fixed words',
    '',
    `True is ${codes(trueWords)}; false is ${codes(falseWords)}.`,
    '',
    ...Object.entries(valueSynonyms).flatMap(([key, synonyms]) => [
      `### \`${key}\``,
      '',
      ...wordTable('Word', Object.entries(synonyms)),
    ]),
  ].join('\n');
}

const languages = [
  '| read as | what stands there |',
  '|---|---|',
  "| expression | an expression of IRD: `attempts + 1`, `'a text'`, `Time[] >= 8:00`; see [languages.md](languages.md) |",
  '| targets | a list of targets: `Sales@StatServer.GA, ?:English > 3@StatServer.GA` |',
  '| threshold | a threshold expression: `sdata(Sales@.GA, StatAgentsTotal) > 0` |',
  '| variable | the name of a variable that the block writes |',
  '| text | the text as it stands, without quotes |',
  '| boolean | true or false, see [fixed words](#fixed-words) |',
  '| integer | a whole number |',
];

type Words = readonly (readonly [string, readonly string[] | undefined])[];

const codes = (words: readonly string[]): string => words.map((word) => `\`${word}\``).join(', ');

const wordsOf = (names: readonly string[], synonyms: Synonyms): Words =>
  names.map((name) => [name, synonyms[name]]);

const wordTable = (heading: string, words: Words): readonly string[] => [
  `| ${heading} | Other words |`,
  '|---|---|',
  ...words.map(([name, others]) => `| \`${name}\` | ${codes(others ?? [])} |`),
  '',
];

const ownWords = (type: string): Synonyms =>
  new Map(Object.entries<Synonyms>(typePropertySynonyms)).get(type) ?? {};

/** One section for block types that have the same properties. */
function section(types: readonly string[]): readonly string[] {
  const [first = ''] = types;
  const shape = shapeOf(first) ?? {};
  const alsoCalled = types.flatMap((type) => {
    const others = new Map(Object.entries<readonly string[]>(typeSynonyms)).get(type) ?? [];
    return others.length === 0 ? [] : [`\`${type}\` is also called ${codes(others)}.`];
  });
  const heading = [`### ${types.map((type) => `\`${type}\``).join(', ')}`, ''];
  const also = alsoCalled.length === 0 ? [] : [alsoCalled.join(' '), ''];
  if (Object.keys(shape).length === 0) return [...heading, ...also, 'No properties.', ''];
  return [...heading, ...also, ...properties(first, shape), ...tables(first, shape)];
}

const common = vocabularyOf({});

function properties(type: string, shape: BlockShape): readonly string[] {
  const scalars = Object.entries(shape).flatMap(([name, property]) => {
    if (property.kind !== 'scalar') return [];
    const means = (word: string): boolean => common.property(type, shape, word, 'scalar') === name;
    return [
      `| \`${name}\` | ${property.language} | ${otherNames(name, [propertySynonyms, ownWords(type)], means)} |`,
    ];
  });
  if (scalars.length === 0) return [];
  return ['| Property | Read as | Other names |', '|---|---|---|', ...scalars, ''];
}

function tables(type: string, shape: BlockShape): readonly string[] {
  return Object.entries(shape).flatMap(([name, property]) => {
    if (property.kind !== 'rows') return [];
    const means = (word: string): boolean => common.property(type, shape, word, 'rows') === name;
    const others = otherNames(name, [propertySynonyms, ownWords(type)], means);
    return table(name, property, `Table \`${name}\``, others);
  });
}

function table(name: string, shape: RowsShape, title: string, others: string): readonly string[] {
  const synonyms = [propertySynonyms, columnSynonyms['*'] ?? {}, columnSynonyms[name] ?? {}];
  const words = (column: string, kind: 'scalar' | 'rows'): string =>
    otherNames(column, synonyms, (word) => common.column(name, shape, word, kind) === column);
  return [
    `${title}${others === '' ? '' : ` (also called ${others})`}:`,
    '',
    '| Column | Read as | Other names |',
    '|---|---|---|',
    ...Object.entries(shape.columns).map(
      ([column, language]) => `| \`${column}\` | ${language} | ${words(column, 'scalar')} |`,
    ),
    '',
    ...Object.entries(shape.rows ?? {}).flatMap(([inner, nested]) =>
      table(inner, nested, `In each row of \`${name}\`, table \`${inner}\``, words(inner, 'rows')),
    ),
  ];
}

/** The synonyms of `name` that the reader takes for it where it stands. */
const otherNames = (name: string, synonyms: readonly Synonyms[], means: (word: string) => boolean): string =>
  codes([...new Set(synonyms.flatMap((words) => words[name] ?? []))].filter(means));
