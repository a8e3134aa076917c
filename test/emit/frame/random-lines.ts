// Random strategies in the layout of the profile ird-8: blocks of all types, properties present or not, fitting or not, links anywhere.
import fc from 'fast-check';
import {
  blockShapes,
  unshapedBlockTypes,
  type BlockShape,
  type PropertyLanguage,
  type RowsShape,
} from '../../../src/ird-parser/shapes.js';

/** Texts for each language: mostly good, some strange. */
const texts: Readonly<Record<PropertyLanguage, readonly string[]>> = {
  expression: [
    '1',
    "'text'",
    'n + 1',
    "Cat['a', s]",
    'n / z',
    'Time[] >= 8:00',
    'Day[] = Monday',
    "UData['Key'] = 'x' | n > 3 & z = 0",
    'ANI[]',
    "SData['Sales@Stat.GA', StatAgentsLoggedIn] > 2",
    'NoSuchFunction[1, 2]',
    'unknown_variable',
    '1 +',
    '',
    '-2147483647 - 10',
    '"5550100"',
  ],
  targets: ['Sales@Stat.GA', '{StatCallsInQueue < 3}Sales@Stat.GA, 5550100@Switch.DN', '@@', ''],
  skill: ['English > 5', 'English >', ''],
  threshold: ['StatCallsInQueue < 3', 'sdata(Sales@Stat.GA, StatAgentsAvailable) > 0', '((', ''],
  list: ['a:1|b:2', '|', ''],
  text: [
    'Sales',
    'max',
    'Agent Group',
    'Variable',
    'n',
    'Sub',
    'Missing',
    'Main',
    'Music',
    'Exit',
    'port-1',
    '',
    'Grüße "&" <x>',
    '08:00',
    '17:00',
  ],
  integer: ['5', 'five', ''],
  boolean: ['true', 'false', 'perhaps'],
  variable: ['n', 's', 'z', 'not declared', ''],
  ecmascript: ['1'],
};

const ports = ['green', 'red', 'default', 'port-1', 'Sales', 'other port'];

const escape = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');

const value = (language: PropertyLanguage): fc.Arbitrary<string> => fc.constantFrom(...texts[language]);

const element = (tag: string, name: string, body: fc.Arbitrary<string>): fc.Arbitrary<string> =>
  body.map((inner) => `<${tag} name="${escape(name)}">${inner}</${tag}>`);

const maybe = (xml: fc.Arbitrary<string>): fc.Arbitrary<string> => fc.option(xml, { nil: '', freq: 4 });

const joined = (parts: readonly fc.Arbitrary<string>[]): fc.Arbitrary<string> =>
  parts.length === 0 ? fc.constant('') : fc.tuple(...parts).map((list) => list.join(''));

function table(name: string, shape: RowsShape): fc.Arbitrary<string> {
  const cells = Object.entries(shape.columns).map(([column, language]) =>
    maybe(element('Cell', column, value(language).map(escape))),
  );
  const inner = Object.entries(shape.rows ?? {}).map(([nested, below]) => maybe(table(nested, below)));
  const row = joined([...cells, ...inner]).map((body) => `<Row>${body}</Row>`);
  return element(
    'Table',
    name,
    fc.array(row, { maxLength: 3 }).map((rows) => rows.join('')),
  );
}

function object(type: string, shape: BlockShape | undefined): fc.Arbitrary<string> {
  const own = Object.entries(shape ?? {}).map(([name, property]) =>
    property.kind === 'scalar'
      ? maybe(element('Property', name, value(property.language).map(escape)))
      : maybe(table(name, property)),
  );
  const strange = fc.option(element('Property', 'Strange', value('text').map(escape)), { nil: '', freq: 1 });
  return joined([...own, strange]).map((body) => `type="${type}" @>${body}</Object>`);
}

const shapes: readonly (readonly [string, BlockShape | undefined])[] = [
  ...Object.entries<BlockShape>(blockShapes),
  ...unshapedBlockTypes.map((type) => [type, undefined] as const),
  ['Never Heard Of', undefined],
];

const anyObject = fc
  .oneof(
    { weight: 5, arbitrary: fc.constantFrom(...shapes.slice(0, Object.keys(blockShapes).length)) },
    { weight: 1, arbitrary: fc.constantFrom(...shapes) },
  )
  .chain(([type, shape]) => object(type, shape));

/** One strategy: an Entry, blocks, links between them and to nowhere. */
const strategy = (name: string, kind: 'strategy' | 'subroutine'): fc.Arbitrary<string> =>
  fc
    .record({
      objects: fc.array(fc.tuple(anyObject, fc.constantFrom('', 'Same name', 'Block', 'Ä')), {
        minLength: 1,
        maxLength: 7,
      }),
      links: fc.array(
        fc.tuple(fc.integer({ min: 0, max: 8 }), fc.constantFrom(...ports), fc.integer({ min: 0, max: 8 })),
        { maxLength: 14 },
      ),
      initial: value('expression'),
      disabled: fc.integer({ min: 0, max: 20 }),
      note: fc.option(fc.integer({ min: 0, max: 8 })),
    })
    .map(({ objects, links, initial, disabled, note }) => {
      const blocks = objects.map(([xml, caption], index) => {
        const off = disabled === index ? ' disabled="true"' : '';
        return `<Object id="${String(index + 1)}" name="${caption}"${off} ${xml.replace(' @>', '>')}`;
      });
      // A chain through all blocks, so that most are reached; the random links come on top.
      const chain = objects.map((_, index) => [index, 'green', index + 1] as const);
      const all = [...chain, ...links].map(
        ([from, port, to], index) =>
          `<Link id="l${String(index)}" from="${String(from)}" port="${port}" to="${String(to)}"/>`,
      );
      const comment =
        note === null ? '' : `<Comments><Comment object="${String(note)}">note -- it</Comment></Comments>`;
      return [
        `<Strategy name="${name}" type="${kind}"><Variables>`,
        `<Variable name="n" type="INTEGER" value="${escape(initial)}" scope="in"/>`,
        '<Variable name="s" type="STRING" value="" scope="out"/><Variable name="z" type="INTEGER" value="0"/>',
        '</Variables><Objects><Object id="0" type="Entry" name="Start"/>',
        ...blocks,
        `</Objects><Links>${all.join('')}</Links>${comment}</Strategy>`,
      ].join('\n');
    });

/** A file with a strategy "Main" and a subroutine "Sub". */
export const randomFile: fc.Arbitrary<string> = fc
  .tuple(strategy('Main', 'strategy'), strategy('Sub', 'subroutine'))
  .map(([main, sub]) => `<?xml version="1.0"?><IRDExport version="8.1">${main}${sub}</IRDExport>`);
