// Embedded subroutines: parameters by value, results copied at the return, as often as they are called.
import { describe, expect, test } from 'vitest';
import { anna, block, convertLines, runLine, selection, type Line, type LineBlock } from './build-line.js';

const world = { agents: [anna(true)], defaultDestination: '9000' };
const call = (
  name: string,
  subroutine: string,
  inputs: Readonly<Record<string, string>> = {},
  outputs: Readonly<Record<string, string>> = {},
): LineBlock =>
  block(
    'Call Subroutine',
    name,
    { Subroutine: subroutine },
    {
      'Input Parameters': Object.entries(inputs).map(([parameter, value]) => ({
        Parameter: parameter,
        Value: value,
      })),
      'Output Parameters': Object.entries(outputs).map(([parameter, variable]) => ({
        Parameter: parameter,
        Variable: variable,
      })),
    },
  );
const assign = (name: string, variable: string, expression: string): LineBlock =>
  block('Assign', name, { Variable: variable, Expression: expression });
const note = (...names: readonly string[]): LineBlock =>
  block('Multi-Attach', 'Note', {}, { Pairs: names.map((name) => ({ Key: name, Value: name })) });

/** Blocks in one chain of green ports. */
const chain = (line: Omit<Line, 'links'>, more: readonly string[] = []): Line => ({
  ...line,
  links: [
    ...line.blocks.slice(1).map(({ name }, index) => `${line.blocks[index]?.name ?? ''}.green > ${name}`),
    ...more,
  ],
});

const double: Line = chain({
  name: 'Double',
  kind: 'subroutine',
  variables: ['x INTEGER 0 in', 'y INTEGER 0 out', 'n INTEGER 5 local'],
  blocks: [
    block('Entry', 'In'),
    assign('Count', 'n', 'n + 1'),
    assign('Twice', 'y', 'x * 2'),
    assign('Spoil', 'x', '0'),
    block('Exit', 'Out'),
  ],
});

test('parameters go by value, results come back, locals start anew; two call sites', async () => {
  const main = chain({
    variables: ['a INTEGER 21', 'b INTEGER 0', 'c INTEGER 0', 'n INTEGER 1', 'm INTEGER 0'],
    blocks: [
      block('Entry', 'Start'),
      call('First', 'Double', { x: 'a' }, { y: 'b', n: 'm' }),
      call('Second', 'Double', { x: 'b + 1' }, { y: 'c', n: 'm' }),
      note('a', 'b', 'c', 'n', 'm'),
      block('Exit', 'End'),
    ],
  });
  const run = await runLine([main, double], { world });
  expect(run.findings).toEqual([]);
  expect(run.udata).toMatchObject({ a: 21, b: 42, c: 86, n: 1 });
  expect(run.visited['Double__return']).toBe(2);
  const text = convertLines([main, double]).page?.text ?? '';
  expect(text.match(/id="Double__In"/g)).toHaveLength(1);
});

test('nested calls keep their frames apart', async () => {
  const outer = chain({
    name: 'Outer',
    kind: 'subroutine',
    variables: ['x INTEGER 0 in', 'y INTEGER 0 out', 'half INTEGER 0 local'],
    blocks: [
      block('Entry', 'In'),
      call('Inner', 'Double', { x: 'x + 1' }, { y: 'half' }),
      assign('Sum', 'y', 'half + x'),
      block('Exit', 'Out'),
    ],
  });
  const main = chain({
    variables: ['x INTEGER 10', 'y INTEGER 3'],
    blocks: [
      block('Entry', 'Start'),
      call('Go', 'Outer', { x: 'x' }, { y: 'y' }),
      note('x', 'y'),
      block('Exit', 'End'),
    ],
  });
  const run = await runLine([main, outer, double], { world });
  expect(run.findings).toEqual([]);
  expect(run.udata).toEqual({ x: 10, y: 32 });
});

test('a start value of the subroutine does not read the variables of its caller', async () => {
  const sub = chain({
    name: 'Starts',
    kind: 'subroutine',
    variables: ['a INTEGER 4', 'y INTEGER a+1 out'],
    blocks: [block('Entry', 'In'), block('Exit', 'Out')],
  });
  const main = chain({
    variables: ['a INTEGER 100', 'r INTEGER 0'],
    blocks: [block('Entry', 'Start'), call('Go', 'Starts', {}, { y: 'r' }), note('r'), block('Exit', 'End')],
  });
  const run = await runLine([main, sub], { world });
  expect(run.udata).toEqual({ r: 5 });
});

describe('recursion', () => {
  const factorial = (more: readonly string[] = [], sum = 'n * below'): Line => ({
    name: 'Factorial',
    kind: 'subroutine',
    variables: ['n INTEGER 0 in', 'f INTEGER 1 out', 'below INTEGER 0 local'],
    blocks: [
      block('Entry', 'In'),
      block('If', 'Small', { Expression: 'n < 2' }),
      call('Again', 'Factorial', { n: 'n - 1' }, { f: 'below' }),
      assign('Times', 'f', sum),
      block('Exit', 'Out'),
    ],
    links: [
      'In.green > Small',
      'Small.green > Out',
      'Small.red > Again',
      'Again.green > Times',
      'Times.green > Out',
      ...more,
    ],
  });
  const main = (n: string): Line =>
    chain(
      {
        variables: ['f INTEGER 0'],
        blocks: [
          block('Entry', 'Start'),
          call('Go', 'Factorial', { n }, { f: 'f' }),
          note('f'),
          block('Exit', 'End'),
        ],
      },
      [],
    );

  test('that ends gives its result', async () => {
    const run = await runLine([main('6'), factorial()], { world });
    expect(run).toMatchObject({ findings: [], udata: { f: 720 } });
  });

  test('is reported, and stopped at the limit', async () => {
    const { all } = convertLines([main('6'), factorial()]);
    expect(all.filter(({ message }) => /recurs|calls itself/i.test(message))).not.toEqual([]);
    const run = await runLine([main('100'), factorial()], { world });
    expect(run).toMatchObject({ end: 'defaulted', udata: {} });
    expect(run.visited['Factorial__Again']).toBeLessThanOrEqual(50);
  });

  test('the call that is one too many takes its red port', async () => {
    const run = await runLine([main('100'), factorial(['Again.red > Out'], 'n + below')], { world });
    expect(run).toMatchObject({ end: 'defaulted' });
    expect(run.visited['Note']).toBe(1);
    expect(run.visited['Factorial__return']).toBe(50);
  });
});

describe('a subroutine that is not there', () => {
  const main = chain({
    blocks: [block('Entry', 'Start'), call('Go', 'Nowhere', { x: '1' }), note(), block('Exit', 'End')],
  });

  test('is a placeholder at the call', async () => {
    const { all } = convertLines([main]);
    expect(all.some(({ message }) => message.includes('Nowhere'))).toBe(true);
    const run = await runLine(
      chain({ blocks: [block('Entry', 'Start'), call('Go', 'Nowhere'), block('Exit', 'End')] }),
      { world },
    );
    expect(run).toMatchObject({ end: 'notExecutable', target: '9000' });
  });
});

test('a Selection in a subroutine routes, and ends the page', async () => {
  const sub: Line = {
    name: 'Route',
    kind: 'subroutine',
    blocks: [
      block('Entry', 'In'),
      selection('Sales', 'Sales', { 'Clear Target': 'false' }),
      block('Exit', 'Out'),
    ],
    links: ['In.green > Sales', 'Sales.red > Out'],
  };
  const main = chain({
    blocks: [block('Entry', 'Start'), call('Go', 'Route'), call('Go again', 'Route'), block('Exit', 'End')],
  });
  const now = await runLine([main, sub], { world });
  expect(now).toMatchObject({ end: 'routed', target: 'anna', findings: [] });
  const later = await runLine([main, sub], { world: { agents: [anna(40)] } });
  expect(later).toMatchObject({ end: 'routed', target: 'anna', findings: [], duration: 40 });
  expect(later.story).toEqual(['submit r1', 'routed anna by submit']);
});
