import { describe, expect, it } from 'vitest';
import {
  attribute,
  defineBlock,
  defineFunctions,
  js,
  migrate,
  type Migration,
  type Plugin,
} from '../../../src/index.js';

const site = { evidence: 'observed', cost: 1, target: { from: '8.1.3' }, source: 'the test system' } as const;

const strategy = `<IRDExport version="8.1.400"><Strategy name="Main" type="strategy"><Variables><Variable name="v" type="STRING" scope="local" description=""/></Variables><Objects>
<Object id="1" type="Entry" name="Start"/>
<Object id="2" type="Assign" name="Set"><Property name="Variable" value="v"/><Property name="Expression">PartnerOf['gold', 3]</Property></Object>
<Object id="3" type="Beeper" name="Beep"><Property name="Tone">high</Property></Object>
<Object id="4" type="Default" name="Default"/>
</Objects><Links><Link id="l1" from="1" port="green" to="2"/><Link id="l2" from="2" port="green" to="3"/><Link id="l3" from="3" port="green" to="4"/></Links></Strategy></IRDExport>`;

const convert = (exports: unknown, overrides?: string): Migration =>
  migrate([{ file: 'in.xml', content: strategy }], {
    plugins: [{ file: 'site.mjs', exports }],
    ...(overrides === undefined ? {} : { overrides: { file: 'o.yaml', text: overrides } }),
  });
const pageOf = ({ strategies }: Migration): string => strategies[0]?.page?.text ?? '';
const found = ({ strategies, diagnostics }: Migration, code: string): readonly string[] =>
  [...diagnostics, ...strategies.flatMap((each) => each.diagnostics)]
    .filter((each) => each.code === code)
    .map(({ message, span }) => `${span.file} ${message}`);

const partner = {
  ...site,
  ird: 'PartnerOf',
  disposition: 'exact',
  about: 'Partner.',
  examples: [],
  build: (args) => js.call('partner', ...args),
} satisfies Parameters<typeof defineFunctions>[0][number];

const beeper = defineBlock({
  ...site,
  type: 'Unknown',
  disposition: 'exact',
  about: 'A request.',
  build: (block, cx) => {
    const tone = block.properties.values['Tone'];
    return {
      states: [
        {
          kind: 'state',
          id: cx.id,
          onentry: [
            cx.log,
            {
              kind: 'element',
              module: 'ixn',
              name: 'createmessage',
              attributes: { tone: attribute.value(tone === undefined ? js.text('') : cx.text(tone)) },
            },
          ],
          transitions: [{ target: cx.target('green') }],
        },
      ],
    };
  },
});

describe('plug-ins', () => {
  it('convert functions and objects', () => {
    const plugin: Plugin = { functions: defineFunctions([partner]), blocks: { Beeper: beeper } };
    const migration = convert(plugin);
    expect(pageOf(migration)).toContain("partner('gold', 3)");
    expect(pageOf(migration)).toContain(`<ixn:createmessage tone="'high'"/>`);
    expect(migration.strategies[0]?.tally.overridden).toBe(2);
    expect(migration.strategies[0]?.tally.byDisposition).not.toHaveProperty('placeholder');
    expect(migration.strategies[0]?.tally.byDisposition).not.toHaveProperty('review');
  });

  it('claim no more than their evidence allows', () => {
    const migration = convert({
      functions: [{ ...partner, evidence: 'inferred' }],
      blocks: { Beeper: { ...beeper, evidence: 'unverified' } },
    });
    expect(migration.strategies[0]?.tally.byKind['call']).toEqual({ review: 1 });
    expect(migration.strategies[0]?.tally.byKind['block']).toMatchObject({ review: 2 });
  });

  it('come after the overrides file', () => {
    const overrides = 'overrides: 1\nfunctions:\n  - { name: PartnerOf, template: "first" }\n';
    expect(pageOf(convert({ functions: [partner] }, overrides))).toContain('= ird.text(first)');
  });

  it('may go unused', () => {
    expect(found(convert({ functions: [{ ...partner, ird: 'Other' }] }), 'IRD8122')).toEqual([]);
  });

  it.each([
    [undefined, 'its default export is no object with "functions" or "blocks"'],
    [[], 'its default export is no object with "functions" or "blocks"'],
    [{ function: [] }, '"function" is no key of a plug-in; did you mean "functions"?'],
    [{ functions: {} }, '"functions" is no list; defineFunctions makes one'],
    [{ functions: [null] }, 'functions[0] has no name in "ird"'],
    [{ functions: [{ ...partner, build: 5 }] }, 'function "PartnerOf" has no function as "build"'],
    [
      { functions: [{ ...partner, evidence: 'observd' }] },
      'function "PartnerOf" has no "evidence" of documented, observed, inferred, unverified; did you mean "observed"?',
    ],
    [
      { functions: [{ ...partner, disposition: 'urs' }] },
      'function "PartnerOf" has no "disposition" of exact, omitted, review',
    ],
    [{ blocks: [] }, '"blocks" is no object with a mapping for each name'],
    [{ blocks: { Beeper: 1 } }, 'object "Beeper" is no object'],
    [
      { blocks: { Beeper: { ...beeper, target: '8' } } },
      'object "Beeper" has no "target" with the version in "from"',
    ],
  ])('that export %j are refused', (exports, reason) => {
    const migration = convert(exports);
    expect(migration.strategies).toEqual([]);
    expect(found(migration, 'IRD8126')).toEqual([`site.mjs In the plug-in "site.mjs", ${reason}`]);
  });
});

describe('plug-ins that fail', () => {
  const region = (change: object): unknown => ({
    states: [{ kind: 'state', id: 'Beep', onentry: [], transitions: [], ...change }],
  });

  it.each([
    [
      'throws',
      () => {
        throw new TypeError('x is not defined\n    at build (site.mjs:3:1)');
      },
      'x is not defined',
    ],

    ['gives nothing', () => undefined, '"build" gave no expression; the functions of "js" make them'],
    ['gives a text', () => 'partner()', '"build" gave no expression; the functions of "js" make them'],
    [
      'gives half an expression',
      () => js.call('f', undefined as never),
      '"build" gave no expression; the functions of "js" make them',
    ],
  ])('at a function that %s', (_, build, reason) => {
    const migration = convert({ functions: [{ ...partner, build }], blocks: { Beeper: beeper } });
    expect(found(migration, 'IRD8127')).toEqual([
      `site.mjs The plug-in "site.mjs" failed at function "PartnerOf": ${reason}`,
    ]);
    expect(found(migration, 'IRD9001')).toEqual([]);
    expect(pageOf(migration)).toContain('error.ird2scxml.placeholder');
    expect(pageOf(migration)).toContain('ixn:createmessage');
    expect(migration.strategies[0]?.tally.overridden).toBe(1);
    expect(migration.strategies[0]?.tally.byKind['call']).toEqual({ placeholder: 1 });
  });

  it.each([
    ['nothing', undefined, '"build" gave no region with states'],
    ['no states', { states: [] }, '"build" gave no region with states'],
    ['a state without id', { states: [{ kind: 'state' }] }, 'a state has no id'],
    ['another id', region({ id: 'Boop' }), 'its first state is called "Boop", not "Beep" (cx.id)'],
    ['another kind', region({ kind: 'history' }), 'state "Beep" is of no kind that a page has'],
    ['strange actions', region({ onentry: ['log'] }), 'state "Beep" has an action that a page cannot hold'],
    ['no list of actions', region({ onentry: 1 }), 'state "Beep" has an action that a page cannot hold'],
  ])('at an object that gives %s', (_, built, reason) => {
    const migration = convert({
      functions: [partner],
      blocks: { Beeper: { ...beeper, build: () => built } },
    });
    expect(found(migration, 'IRD8127')).toEqual([
      `site.mjs The plug-in "site.mjs" failed at object "Beeper": ${reason}`,
    ]);
    expect(migration.strategies[0]?.tally.byKind['block']).toMatchObject({ placeholder: 1 });
  });

  it('leave every node accounted for', () => {
    const migration = convert({ blocks: { Beeper: { ...beeper, build: () => null } } });
    const tally = migration.strategies[0]?.tally;
    expect(Object.values(tally?.byDisposition ?? {}).reduce((a, b) => a + b, 0)).toBe(tally?.nodes);
    expect(found(migration, 'IRD9002')).toEqual([]);
  });
});
