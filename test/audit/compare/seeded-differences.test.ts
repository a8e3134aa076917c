// Strategies of any shape, edited in any way: exactly the edits are reported. Who is who is known here by numbers that never reach the file.
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { compareStrategies } from '../../../src/audit/compare/compare-strategies.js';
import { shapeOfText, xmlOf, type Drawn } from './drawn.js';

interface Model {
  /** By their numbers; ports hold numbers. */
  readonly blocks: ReadonlyMap<number, Omit<Drawn, 'id'>>;
  readonly variables: Readonly<Record<string, string>>;
}

type Edit = (model: Model, pick: (count: number) => number, fresh: number) => Model;

const withBlock = (model: Model, number: number, change: Partial<Drawn>): Model => {
  const block = model.blocks.get(number);
  if (block === undefined) return model;
  return { ...model, blocks: new Map([...model.blocks, [number, { ...block, ...change }]]) };
};
const ofType = ({ blocks }: Model, ...types: readonly string[]): readonly number[] =>
  [...blocks].flatMap(([number, { type }]) => (types.includes(type) ? [number] : []));
const inner = ['If', 'Assign', 'Attach', 'Play Announcement'];
const targets = (model: Model): readonly number[] => ofType(model, ...inner, 'Exit');
const others = { note: 'STRING', count: 'INTEGER' };

const edits: Readonly<Record<string, Edit>> = {
  'lead a port elsewhere': (model, pick) => {
    const from = ofType(model, ...inner)[pick(ofType(model, ...inner).length)] ?? -1;
    const port = model.blocks.get(from)?.red !== undefined && pick(2) === 1 ? 'red' : 'green';
    return withBlock(model, from, { [port]: String(targets(model)[pick(targets(model).length)]) });
  },
  'cut a port': (model, pick) => {
    const from = ofType(model, ...inner)[pick(ofType(model, ...inner).length)] ?? -1;
    const found = model.blocks.get(from);
    if (found === undefined) return model;
    const { green: _, ...rest } = found;
    return { ...model, blocks: new Map([...model.blocks, [from, rest]]) };
  },
  'insert a block': (model, pick, fresh) => {
    const from = ofType(model, 'Entry', ...inner)[pick(ofType(model, 'Entry', ...inner).length)] ?? -1;
    const before = model.blocks.get(from);
    if (before === undefined) return model;
    const added = {
      type: 'Attach',
      name: `Added ${String(fresh)}`,
      properties: { Key: `K${String(fresh)}`, Value: 'note' },
      ...(before.green === undefined ? {} : { green: before.green }),
    };
    const blocks = new Map([...model.blocks, [fresh, added]]);
    return withBlock({ ...model, blocks }, from, { green: String(fresh) });
  },
  'take a block out': (model, pick) => {
    const gone = ofType(model, ...inner)[pick(ofType(model, ...inner).length)] ?? -1;
    const after = model.blocks.get(gone)?.green;
    const led = (to: string | undefined): string | undefined => (to === String(gone) ? after : to);
    const blocks = [...model.blocks].flatMap(([number, { green, red, ...block }]) => {
      const [a, b] = [led(green), led(red)].map((to) => (to === String(gone) ? undefined : to));
      const ports = { ...(a === undefined ? {} : { green: a }), ...(b === undefined ? {} : { red: b }) };
      return number === gone ? [] : [[number, { ...block, ...ports }] as const];
    });
    return { ...model, blocks: new Map(blocks) };
  },
  'change an expression': (model, pick, fresh) => {
    const of = ofType(model, 'If', 'Assign');
    const at = of[pick(of.length)] ?? -1;
    const { type, properties = {} } = model.blocks.get(at) ?? {};
    const Expression = type === 'If' ? `note = 'n${String(fresh)}'` : `'n${String(fresh)}'`;
    return withBlock(model, at, { properties: { ...properties, Expression } });
  },
  'change a key': (model, pick, fresh) => {
    const of = ofType(model, 'Attach');
    const at = of[pick(of.length)] ?? -1;
    const properties = model.blocks.get(at)?.properties ?? {};
    return withBlock(model, at, { properties: { ...properties, Key: `Key${String(fresh)}` } });
  },
  'add, retype or drop a variable': (model, pick, fresh) => {
    const { spare: _, ...kept } = model.variables;
    const changed = [
      { ...model.variables, [`v${String(fresh)}`]: 'STRING' },
      { ...kept, spare: 'FLOAT' },
      kept,
    ];
    return { ...model, variables: changed[pick(3)] ?? kept };
  },
};

const block = (type: string, number: number, to: number, other: number): Omit<Drawn, 'id'> => {
  const name = `${type} ${String(number)}`;
  const green = String(to);
  switch (type) {
    case 'If':
      return {
        type,
        name,
        properties: { Expression: `count > ${String(number)}` },
        green,
        red: String(other),
      };
    case 'Assign':
      return { type, name, properties: { Variable: 'note', Expression: `'${String(number)}'` }, green };
    case 'Attach':
      return { type, name, properties: { Key: `K${String(number)}`, Value: 'note' }, green };
    default:
      return { type, name, properties: {}, green };
  }
};

const models: fc.Arbitrary<Model> = fc
  .array(fc.tuple(fc.constantFrom(...inner), fc.nat(), fc.nat()), { minLength: 3, maxLength: 12 })
  .map((drawn) => {
    const last = drawn.length + 1;
    const somewhere = (n: number): number => 1 + (n % last);
    return {
      blocks: new Map<number, Omit<Drawn, 'id'>>([
        [0, { type: 'Entry', name: 'Start', properties: {}, green: '1' }],
        ...drawn.map(([type, to, other], index): readonly [number, Omit<Drawn, 'id'>] => [
          index + 1,
          block(type, index + 1, somewhere(to), somewhere(other)),
        ]),
        [last, { type: 'Exit', name: 'End', properties: {} }],
      ]),
      variables: { ...others, spare: 'STRING' },
    };
  });

/** As a file: `order` turns the objects round, `ids` numbers them anew, `spelling` writes expressions with other blanks and brackets. */
function textOf(model: Model, { reversed = false, ids = (n: number) => n, respelled = false } = {}): string {
  const spell = (text: string): string => (respelled ? `( ${text.replaceAll(' = ', '=')} )` : text);
  const drawn = [...model.blocks].map(([number, { green, red, properties, ...rest }]): Drawn => {
    const named = (to: string | undefined): string | undefined => to && String(ids(Number(to)));
    const [a, b] = [named(green), named(red)];
    const { Expression, ...others } = properties;
    return {
      ...rest,
      properties: Expression === undefined ? others : { ...others, Expression: spell(Expression) },
      id: String(ids(number)),
      ...(a === undefined ? {} : { green: a }),
      ...(b === undefined ? {} : { red: b }),
    };
  });
  const variables = Object.entries(model.variables).map(
    ([name, type]) => `<Variable name="${name}" type="${type}" scope="local"/>`,
  );
  return xmlOf(reversed ? drawn.reverse() : drawn, variables.join(''));
}

/** A property as reports call it. */
const propertyOf = (type: string, key: string): string => (type === 'If' ? 'condition' : key.toLowerCase());

/** What has to be reported, found by the numbers. */
function expected(old: Model, now: Model): readonly string[] {
  const label = ({ blocks }: Model, number: string | undefined): string =>
    number === undefined ? '-' : `"${blocks.get(Number(number))?.name ?? ''}"`;
  const all = [...new Set([...old.blocks.keys(), ...now.blocks.keys()])];
  return [
    ...[...new Set([...Object.keys(old.variables), ...Object.keys(now.variables)])].flatMap((name) =>
      old.variables[name] === now.variables[name] ? [] : [`variable|${name}|`],
    ),
    ...all.flatMap((number): readonly string[] => {
      const [before, after] = [old.blocks.get(number), now.blocks.get(number)];
      if (before === undefined) return [`block added|"${after?.name ?? ''}"|`];
      if (after === undefined) return [`block removed|"${before.name}"|`];
      const subject = `"${after.name}"`;
      return [
        ...Object.keys(before.properties).flatMap((key) =>
          before.properties[key] === after.properties[key]
            ? []
            : [
                `setting|${subject}|${propertyOf(after.type, key)}|${before.properties[key] ?? ''}|${after.properties[key] ?? ''}`,
              ],
        ),
        ...(['green', 'red'] as const).flatMap((port) =>
          before[port] === after[port]
            ? []
            : [`link|${subject}|${port}|${label(old, before[port])}|${label(now, after[port])}`],
        ),
      ];
    }),
  ];
}

const reported = (old: string, now: string): readonly string[] =>
  compareStrategies(shapeOfText(old), shapeOfText(now)).map(({ kind, subject, detail, ...change }) =>
    kind === 'setting' || kind === 'link'
      ? [kind, subject, detail, change.old ?? '-', change.new ?? '-'].join('|')
      : [kind, subject, detail].join('|'),
  );

const choices = fc.array(fc.tuple(fc.constantFrom(...Object.keys(edits)), fc.infiniteStream(fc.nat())), {
  minLength: 1,
  maxLength: 4,
});

it('reports exactly what was edited: blocks, links, expressions, settings and variables', () => {
  const seen = new Set<string>();
  fc.assert(
    fc.property(models, choices, fc.boolean(), (old, chosen, reversed) => {
      const now = chosen.reduce<Model>((model, [name, numbers], at) => {
        const pick = (count: number): number => (count === 0 ? 0 : Number(numbers.next().value) % count);
        return edits[name]?.(model, pick, 100 + at) ?? model;
      }, old);
      const changes = expected(old, now);
      for (const change of changes) seen.add(change.split('|')[0] ?? '');
      expect([...reported(textOf(old), textOf(now, { reversed }))].sort()).toEqual([...changes].sort());
    }),
    { numRuns: 150, seed: 5 },
  );
  expect([...seen].sort()).toEqual(['block added', 'block removed', 'link', 'setting', 'variable']);
});

it('reports nothing of numbers, order and spelling', () => {
  fc.assert(
    fc.property(models, fc.boolean(), (model, reversed) => {
      const again = textOf(model, { reversed, ids: (n) => 900 - n * 7, respelled: true });
      expect(reported(textOf(model), again)).toEqual([]);
    }),
    { numRuns: 40, seed: 5 },
  );
});
