// Properties of blocks: by shape, in their language, nothing lost; what blocks need; where values are converted.
import { describe, expect, it } from 'vitest';
import { noteId } from '../../src/ir/node-id.js';
import type { IrdType } from '../../src/ir/nodes.js';
import { valuesOf } from '../../src/ir/walk.js';
import {
  binary,
  block,
  blockOf,
  call,
  chain,
  codes,
  declare,
  expression,
  integer,
  lower,
  messages,
  name,
  num,
  row,
  script,
  str,
  strategy,
  text,
  threshold,
  variable,
} from './build.js';
import type { SourceBlock, SourceVariable } from '../../src/ird-parser/source-model.js';

const lowerBlock = (one: SourceBlock, variables: readonly SourceVariable[] = []) => {
  const { value, diagnostics } = lower(chain([one], { variables }));
  return {
    block: blockOf(value, one.id),
    diagnostics: diagnostics.filter((found) => found.code < 'IRD2100'),
    strategy: value,
  };
};

describe('shaped properties', () => {
  it('have their place, language and node id', () => {
    const { block: lowered } = lowerBlock(
      block('12', 'Selection', {
        properties: { timeout: expression(num(30)), virtualQueue: text('VQ_Sales') },
        rows: {
          targets: [
            row({ type: text('Agent Group'), name: text('Sales'), threshold: threshold(call('callage')) }),
          ],
          busyTreatments: [row({ type: text('Music') }, { prompts: [row({ value: expression(str('x')) })] })],
        },
      }),
    );
    if (lowered.type !== 'Selection') throw new Error('wrong type');
    expect(lowered.properties.timeout?.expr).toMatchObject({ kind: 'number', value: 30 });
    expect(lowered.properties.targets[0]?.threshold).toMatchObject({
      kind: 'threshold',
      canonical: 'callage[]',
    });
    expect(valuesOf(lowered).map((value) => value.id)).toEqual([
      'Main/12/targets[0]/type',
      'Main/12/targets[0]/name',
      'Main/12/targets[0]/threshold',
      'Main/12/virtualQueue',
      'Main/12/timeout',
      'Main/12/busyTreatments[0]/type',
      'Main/12/busyTreatments[0]/prompts[0]/value',
    ]);
  });

  it('that the file does not give are missing, rows are empty', () => {
    const { block: lowered } = lowerBlock(block('1', 'MultiAttach'));
    expect(lowered.properties).toEqual({ pairs: [] });
  });

  it('that no shape names are kept as text, wherever they stand', () => {
    const { block: lowered } = lowerBlock(
      block('1', 'If', {
        properties: { condition: expression(num(1)), colour: text('blue'), constructor: text('odd') },
        rows: {
          extras: [row({ a: text('1') }, { inner: [row({ b: expression(str('2'), "'2'") })] })],
          condition: [row({ c: text('3') })],
        },
        others: { layer: 'top' },
      }),
    );
    expect(lowered.others.map((other) => `${other.name}=${other.text}`)).toEqual([
      'layer=top',
      'colour=blue',
      'constructor=odd',
      'extras[0].a=1',
      "extras[0].inner[0].b='2'",
      'condition[0].c=3',
    ]);
  });

  it('also in columns and nested rows', () => {
    const { block: lowered } = lowerBlock(
      block('1', 'MultiAttach', {
        rows: {
          pairs: [
            row(
              { key: text('k'), value: expression(str('v')), toString: text('odd') },
              { deeper: [row({ x: text('y') })] },
            ),
          ],
        },
      }),
    );
    expect(lowered.others.map((other) => `${other.name}=${other.text}`)).toEqual([
      'pairs[0].toString=odd',
      'pairs[0].deeper[0].x=y',
    ]);
  });

  it('accept literals where expressions are wanted', () => {
    const { block: lowered, diagnostics } = lowerBlock(
      block('1', 'MultiAttach', {
        rows: {
          pairs: [
            row({ key: text('a'), value: text('plain') }),
            row({ key: text('b'), value: integer(5) }),
            row({ key: text('c'), value: variable('v') }),
          ],
        },
      }),
      [declare('v', 'STRING')],
    );
    if (lowered.type !== 'MultiAttach') throw new Error('wrong type');
    expect(lowered.properties.pairs.map((pair) => pair.value?.expr.kind)).toEqual([
      'string',
      'number',
      'variable',
    ]);
    expect(diagnostics).toEqual([]);
  });

  it('of the wrong language are reported and kept as text', () => {
    const { block: lowered, diagnostics } = lowerBlock(
      block('1', 'Assign', {
        properties: { variable: expression(num(1), '1'), expression: expression(num(2)) },
      }),
    );
    expect(messages(diagnostics, 'IRD2015')).toEqual([
      'Property "variable" of Assign "1" is "1", wanted is the name of a variable',
    ]);
    // The block has it, so it is not missing as well.
    expect(codes(diagnostics)).toEqual(['IRD2015']);
    expect(lowered.others).toMatchObject([{ name: 'variable', text: '1' }]);
  });
});

describe('variables that blocks write', () => {
  it('have the type of their declaration and its spelling', () => {
    const { block: lowered, diagnostics } = lowerBlock(
      block('1', 'Assign', { properties: { variable: variable('VX'), expression: expression(num(1)) } }),
      [declare('vx', ' integer ')],
    );
    if (lowered.type !== 'Assign') throw new Error('wrong type');
    expect(lowered.properties.variable).toMatchObject({ name: 'vx', type: 'INTEGER', resolved: true });
    expect(codes(diagnostics)).toEqual(['IRD2002']);
  });

  it('are errors when nobody declares them', () => {
    const { block: lowered, diagnostics } = lowerBlock(
      block('1', 'Assign', { properties: { variable: variable('vx'), expression: expression(num(1)) } }),
    );
    if (lowered.type !== 'Assign') throw new Error('wrong type');
    expect(lowered.properties.variable).toMatchObject({ name: 'vx', type: 'UNKNOWN', resolved: false });
    expect(codes(diagnostics)).toEqual(['IRD2003']);
  });
});

describe('declarations', () => {
  it('keep every variable, and say which is declared twice or has a strange type', () => {
    const { value, diagnostics } = lower(
      chain([], {
        variables: [
          declare('v', 'STRING'),
          declare('v', 'INTEGER'),
          declare('w', 'SKILL'),
          declare('x', 'Float'),
        ],
      }),
    );
    expect(value.variables.map(({ nodeId, type }) => `${nodeId} ${type}`)).toEqual([
      'Main/variable[v] STRING',
      'Main/variable[v~2] INTEGER',
      'Main/variable[w] UNKNOWN',
      'Main/variable[x] FLOAT',
    ]);
    expect(codes(diagnostics)).toEqual(['IRD2004', 'IRD2005']);
  });

  it('may start with a value that names other variables, whatever their order', () => {
    const variables = [
      declare('a', 'STRING', { initial: expression(call('Cat', name('b'), str('!'))) }),
      declare('b', 'STRING', { initial: text('plain') }),
      declare('c', 'INTEGER', { initial: expression(name('nowhere')) }),
    ];
    const { value, diagnostics } = lower(chain([], { variables }));
    expect(value.variables[0]?.initial).toMatchObject({ id: 'Main/variable[a]/initial', kind: 'expression' });
    expect(messages(diagnostics, 'IRD2001')).toEqual([
      '"nowhere" in the start value of "c" is neither a variable of the strategy nor a known constant',
    ]);
  });
});

describe('what blocks need', () => {
  it.each<[SourceBlock, readonly string[]]>([
    [block('1', 'If'), ['If "1" has no condition']],
    [block('1', 'Assign', { caption: 'Count' }), ['"Count" has no variable', '"Count" has no expression']],
    [
      block('1', 'Selection', { properties: { timeout: expression(num(3)) } }),
      ['Selection "1" has no targets'],
    ],
    [
      block('1', 'CallSubroutine', { properties: { subroutine: text(' ') } }),
      ['CallSubroutine "1" has no name of a subroutine'],
    ],
    [
      block('1', 'MultiAssign', { rows: { assignments: [row({ expression: expression(num(1)) })] } }),
      ['MultiAssign "1" has no variable in row 1 of its assignments'],
    ],
    [
      block('1', 'Generic', { rows: { segments: [row({ port: text('a') })] } }),
      ['Generic "1" has no condition in row 1 of its segments'],
    ],
    [
      block('1', 'Selection', { rows: { targets: [row({ type: text('Agent') })] } }),
      ['Selection "1" has no name in row 1 of its targets'],
    ],
  ])('is an error when it is missing', (one, expected) => {
    expect(messages(lowerBlock(one).diagnostics, 'IRD2016')).toEqual(expected);
  });

  it.each<[SourceBlock, string]>([
    [block('1', 'MultiAssign'), 'MultiAssign "1" has no assignments'],
    [block('1', 'Time'), 'Time "1" has no segments'],
    [block('1', 'PlayAnnouncement'), 'PlayAnnouncement "1" has no prompts'],
  ])('is a warning when the block is merely empty', (one, expected) => {
    expect(messages(lowerBlock(one).diagnostics, 'IRD2017')).toEqual([expected]);
  });

  it('of a Selection is either list of targets', () => {
    const list = { kind: 'targets', items: [], span: block('1', 'If').span } as const;
    const one = block('1', 'Selection', {
      properties: { targetList: { kind: 'targets', tree: list, source: text('A@.GA').source } },
    });
    expect(lowerBlock(one).diagnostics).toEqual([]);
  });
});

describe('stored values', () => {
  const stored = (to: IrdType, from: IrdType): readonly string[] =>
    codes(
      lowerBlock(
        block('1', 'Assign', {
          properties: { variable: variable('to'), expression: expression(name('from')) },
        }),
        [declare('to', to === 'UNKNOWN' ? '' : to), declare('from', from === 'UNKNOWN' ? '' : from)],
      ).diagnostics,
    );

  it.each<[IrdType, IrdType, readonly string[]]>([
    ['INTEGER', 'INTEGER', []],
    ['INTEGER', 'DAY', []],
    ['INTEGER', 'FLOAT', ['IRD2014']],
    ['INTEGER', 'STRING', ['IRD2010']],
    ['FLOAT', 'INTEGER', []],
    ['STRING', 'INTEGER', ['IRD2010']],
    ['STRING', 'LIST', []],
    ['LIST', 'STRING', []],
    ['LIST', 'INTEGER', ['IRD2010']],
    ['DATE', 'STRING', ['IRD2010']],
    ['DAY', 'INTEGER', []],
    ['TIME', 'UNKNOWN', []],
    ['UNKNOWN', 'STRING', []],
  ])('to %s from %s', (to, from, expected) => {
    expect(stored(to, from)).toEqual(expected);
  });

  it('may be truth values, which are 1 or 0', () => {
    const truth = expression(binary(num(1), '<', num(2)));
    const one = block('1', 'MultiAssign', {
      rows: { assignments: [row({ variable: variable('v'), expression: truth })] },
    });
    expect(lowerBlock(one, [declare('v', 'INTEGER')]).diagnostics).toEqual([]);
    expect(codes(lowerBlock(one, [declare('v', 'DATE')]).diagnostics)).toEqual(['IRD2010']);
  });

  it('may be numbers that the layout writes as text', () => {
    const one = block('1', 'Assign', { properties: { variable: variable('v'), expression: text('42') } });
    expect(lowerBlock(one, [declare('v', 'INTEGER')]).diagnostics).toEqual([]);
    const other = block('1', 'Assign', { properties: { variable: variable('v'), expression: text('many') } });
    expect(messages(lowerBlock(other, [declare('v', 'INTEGER')]).diagnostics, 'IRD2010')).toEqual([
      '"v" is INTEGER and gets a value of type STRING',
    ]);
  });

  it.each<[SourceBlock, string]>([
    [block('1', 'If', { properties: { condition: expression(str('yes')) } }), 'STRING'],
    [
      block('1', 'Generic', {
        rows: { segments: [row({ port: text('p'), condition: expression(call('Time')) })] },
      }),
      'TIME',
    ],
  ])('are no conditions unless they can be true or false', (one, type) => {
    expect(messages(lowerBlock(one).diagnostics, 'IRD2012')).toEqual([
      `"condition" is used with a value of type ${type}`,
    ]);
  });
});

describe('blocks without a shape', () => {
  it('keep what the reader gives, scripts and recovered texts included', () => {
    const source = strategy({
      language: 'ecmascript',
      variables: [declare('known', '')],
      blocks: [
        block('e', 'ComposerEntry', { caption: 'Entry1' }),
        block('s', 'ComposerEcmaScript', {
          caption: 'Script1',
          notes: ['by hand'],
          properties: { script: script('/* StrLen[x] */ y = 1;', 'script', ['StrLen[x]']) },
          rows: { logging: [row({ target: variable('known'), other: variable('undeclared') })] },
        }),
      ],
      links: ['e.default -> s'],
    });
    const { value, diagnostics } = lower(source);
    const lowered = blockOf(value, 's');
    if (lowered.type !== 'ComposerEcmaScript') throw new Error('wrong type');
    expect(lowered.properties.values['script']).toMatchObject({
      kind: 'ecmascript',
      recovered: [{ id: 'Main/s/script/recovered[0]', text: 'StrLen[x]' }],
    });
    expect(lowered.properties.rows['logging']?.[0]?.columns).toMatchObject({
      target: { resolved: true },
      other: { resolved: false },
    });
    expect(lowered.notes).toEqual(['by hand']);
    expect(noteId(lowered.nodeId, 0)).toBe('Main/s/note[0]');
    // The last block of a diagram should lead to an Exit; what scripts write is not checked.
    expect(codes(diagnostics)).toEqual(['IRD2104']);
  });
});
