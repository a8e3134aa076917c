// Variables of scope SCRIPT: one for a strategy, what it calls, expands and switches to.
import { describe, expect, test } from 'vitest';
import { anna, block, convertLines, runLine, selection, type Line } from './build-line.js';

const world = { agents: [anna(true)], defaultDestination: '9000' };

/** Adds a letter to the trail, and counts in a local of its own. */
const step = (
  letter: string,
  name: string,
  kind: 'subroutine' | 'strategy',
  rest: Partial<Line> = {},
): Line => ({
  name,
  kind,
  variables: ['Trail STRING x script', 'n INTEGER 0'],
  blocks: [
    block('Entry', 'In'),
    block(
      'Multi-Assign',
      'Add',
      {},
      {
        Assignments: [
          { Variable: 'Trail', Expression: `Cat[Trail, '${letter}']` },
          { Variable: 'n', Expression: 'n + 1' },
        ],
      },
    ),
    ...(rest.blocks ?? []),
    block('Exit', 'Out'),
  ],
  links: ['In.green > Add', `Add.green > ${rest.blocks?.[0]?.name ?? 'Out'}`, ...(rest.links ?? [])],
});
const call = (name: string, subroutine: string) => block('Call Subroutine', name, { Subroutine: subroutine });
const note = block(
  'Multi-Attach',
  'Note',
  {},
  {
    Pairs: [
      { Key: 'Trail', Value: 'Trail' },
      { Key: 'n', Value: 'n' },
    ],
  },
);

const inner = step('i', 'Inner', 'subroutine');
const outer = step('o', 'Outer', 'subroutine', {
  blocks: [call('Deeper', 'Inner')],
  links: ['Deeper.green > Out'],
});
const main: Line = {
  name: 'Line',
  variables: ['trail STRING x script', 'n INTEGER 7'],
  blocks: [
    block('Entry', 'Start'),
    call('First', 'Outer'),
    call('Second', 'Inner'),
    block(
      'Multi-Attach',
      'Note',
      {},
      {
        Pairs: [
          { Key: 'Trail', Value: 'trail' },
          { Key: 'n', Value: 'n' },
        ],
      },
    ),
    selection('Sales', 'Sales'),
    block('Exit', 'End'),
  ],
  links: [
    'Start.green > First',
    'First.green > Second',
    'Second.green > Note',
    'Note.green > Sales',
    'Sales.red > End',
  ],
};

describe('a variable of scope SCRIPT', () => {
  test('is one for the strategy and all that it calls, whatever case they spell it in; locals stay apart', async () => {
    const run = await runLine([main, outer, inner], { world });
    expect(run).toMatchObject({ end: 'routed', findings: [] });
    expect(run.udata).toMatchObject({ Trail: 'xoii', n: 7 });
  });

  test('is one for each strategy when the assumption says so, fresh at each call', async () => {
    const assumptions = { 'variables.script': 'one for each strategy' };
    const run = await runLine([main, outer, inner], { world }, { assumptions });
    expect(run.udata).toMatchObject({ Trail: 'x', n: 7 });
  });

  test('goes on in the strategy that is switched to, which has locals of its own', async () => {
    const second = step('s', 'Second line', 'strategy', {
      blocks: [note, selection('Sales', 'Sales')],
      links: ['Note.green > Sales', 'Sales.red > Out'],
    });
    const first = step('f', 'First line', 'strategy', {
      blocks: [call('Deeper', 'Inner'), block('Switch to Strategy', 'Over', { Strategy: 'Second line' })],
      links: ['Deeper.green > Over'],
    });
    const run = await runLine([first, second, inner], { world });
    expect(run.udata).toMatchObject({ Trail: 'xfis', n: 1 });
  });

  test('starts with a value that is computed once', async () => {
    const start = { variables: ['seen INTEGER 40+2 script'] };
    const sub: Line = {
      name: 'Sub',
      kind: 'subroutine',
      ...start,
      blocks: [
        block('Entry', 'In'),
        block('Assign', 'More', { Variable: 'seen', Expression: 'seen + 1' }),
        block('Exit', 'Out'),
      ],
      links: ['In.green > More', 'More.green > Out'],
    };
    const line: Line = {
      blocks: [
        block('Entry', 'Start'),
        call('First', 'Sub'),
        call('Second', 'Sub'),
        call('Third', 'Tell'),
        block('Exit', 'End'),
      ],
      links: ['Start.green > First', 'First.green > Second', 'Second.green > Third', 'Third.green > End'],
    };
    const tell: Line = {
      name: 'Tell',
      kind: 'subroutine',
      ...start,
      blocks: [
        block('Entry', 'In'),
        block('Attach', 'Say', { Key: 'Seen', Value: 'seen' }),
        block('Exit', 'Out'),
      ],
      links: ['In.green > Say', 'Say.green > Out'],
    };
    const run = await runLine([line, sub, tell], { world });
    expect(run.udata).toMatchObject({ Seen: 44 });
  });

  test('is no parameter', () => {
    const given = block(
      'Call Subroutine',
      'First',
      { Subroutine: 'Inner' },
      {
        'Input Parameters': [{ Parameter: 'Trail', Value: "'y'" }],
        'Output Parameters': [{ Parameter: 'Trail', Variable: 'trail' }],
      },
    );
    const line: Line = { ...main, blocks: main.blocks.map((each) => (each.name === 'First' ? given : each)) };
    const { all, tally } = convertLines([line, inner]);
    expect(all.filter(({ code }) => code === 'IRD2122')).toHaveLength(2);
    expect(tally.byDisposition).toMatchObject({ unsupported: expect.any(Number) as number });
  });

  test('is an assumption of every page that has one', () => {
    expect(convertLines([main, outer, inner]).assumptions).toContain('variables.script');
    expect(
      convertLines([{ ...main, variables: ['trail STRING x', 'n INTEGER 7'] }]).assumptions,
    ).not.toContain('variables.script');
  });

  test.each([
    ['Trail STRING y script', 'Trail: STRING = y'],
    ['Trail INTEGER 3 script', 'Trail: INTEGER = 3'],
    ['Trail STRING x script', undefined],
    ['Trail STRING y local', undefined],
  ])('declared as "%s" by a subroutine', (declared, here) => {
    const other = { ...inner, variables: [declared, 'n INTEGER 0'] };
    const first = { ...main, variables: ['Trail STRING x script', 'n INTEGER 7'] };
    const found = convertLines([first, outer, other]).all.filter(({ code }) => code === 'IRD2125');
    expect(found.map(({ message }) => message)).toEqual(
      here === undefined
        ? []
        : [
            `The SCRIPT variable "Trail" is declared as ${here}, but as Trail: STRING = x in "Line", which shares it`,
          ],
    );
  });

  test('of a strategy that has nothing to do with the other is its own matter', () => {
    const stranger = {
      ...step('z', 'Stranger', 'strategy'),
      variables: ['Trail INTEGER 3 script', 'n INTEGER 0'],
    };
    const found = convertLines([main, outer, inner, stranger]).all.filter(({ code }) => code === 'IRD2125');
    expect(found.map(({ span }) => span.file)).not.toContain('line-3.xml');
  });
});
