// Errors of scripts, and placeholders: who takes which port.
import { describe, expect, test } from 'vitest';
import { anna, block, convertLines, runLine, selection, type Line } from './build-line.js';

const world = { agents: [anna(true)], defaultDestination: '9000' };
const red = (text: string) => block('Attach', 'Red way', { Key: 'Way', Value: `'${text}'` });
const variables = ['zero INTEGER 0', 'n INTEGER 7'];
const isRed = { Way: 'red' };

describe('an expression that fails', () => {
  const assign = (links: readonly string[]): Line => ({
    variables,
    blocks: [
      block('Entry', 'Start'),
      block('Assign', 'Divide', { Variable: 'n', Expression: '1 / zero' }),
      red('red'),
      block('Exit', 'End'),
    ],
    links: ['Start.green > Divide', 'Divide.green > End', ...links],
  });

  test('in an Assign takes the red port', async () => {
    const run = await runLine(assign(['Divide.red > Red way', 'Red way.green > End']), { world });
    expect(run).toMatchObject({ end: 'defaulted', udata: isRed });
  });

  test('in an Assign without red port goes to default routing, not on', async () => {
    const run = await runLine(assign([]), { world });
    expect(run).toMatchObject({ end: 'defaulted', udata: {} });
    expect(run.visited['End']).toBeUndefined();
  });

  test('in an Assign leaves the rows before it done and the rows after it undone', async () => {
    const line: Line = {
      variables: [...variables, 'a INTEGER 0', 'b INTEGER 0'],
      blocks: [
        block('Entry', 'Start'),
        block(
          'Multi-Assign',
          'Rows',
          {},
          {
            Assignments: [
              { Variable: 'a', Expression: '1' },
              { Variable: 'n', Expression: '1 / zero' },
              { Variable: 'b', Expression: '1' },
            ],
          },
        ),
        block(
          'Multi-Attach',
          'Note',
          {},
          {
            Pairs: [
              { Key: 'a', Value: 'a' },
              { Key: 'b', Value: 'b' },
            ],
          },
        ),
        block('Exit', 'End'),
      ],
      links: ['Start.green > Rows', 'Rows.red > Note', 'Note.green > End'],
    };
    const run = await runLine(line, { world });
    expect(run.udata).toEqual({ a: 1, b: 0 });
  });

  const condition: Line = {
    variables,
    blocks: [
      block('Entry', 'Start'),
      block('If', 'Ask', { Expression: '1 / zero = 0' }),
      red('red'),
      block('Exit', 'End'),
    ],
    links: ['Start.green > Ask', 'Ask.green > End', 'Ask.red > Red way', 'Red way.green > End'],
  };

  test('in an If goes to default routing', async () => {
    const run = await runLine(condition, { world });
    expect(run).toMatchObject({ end: 'defaulted', udata: {} });
    expect(run.visited['End']).toBeUndefined();
  });

  test('in an If takes the red port when it is assumed so', async () => {
    const run = await runLine(condition, { world }, { assumptions: { 'error.condition': 'red' } });
    expect(run).toMatchObject({ end: 'defaulted', udata: isRed });
  });

  test('in a Generic segmentation goes to default routing', async () => {
    const line: Line = {
      ...condition,
      blocks: condition.blocks.map((b) =>
        b.name === 'Ask'
          ? block('Generic', 'Ask', {}, { Segments: [{ Port: 'one', Condition: '1 / zero = 0' }] })
          : b,
      ),
      links: ['Start.green > Ask', 'Ask.one > End', 'Ask.default > Red way', 'Red way.green > End'],
    };
    const run = await runLine(line, { world });
    expect(run).toMatchObject({ end: 'defaulted', udata: {} });
    const assumed = await runLine(line, { world }, { assumptions: { 'error.condition': 'red' } });
    expect(assumed.udata).toEqual(isRed);
  });

  const priority = (links: readonly string[]): Line => ({
    variables,
    blocks: [
      block('Entry', 'Start'),
      selection('Sales', 'Sales', { Priority: '5 / zero' }),
      red('red'),
      selection('Other', 'Sales'),
    ],
    links: ['Start.green > Sales', 'Red way.green > Other', ...links],
  });

  test('in the priority of a Selection takes the red port, and nothing is left waiting', async () => {
    const run = await runLine(priority(['Sales.red > Red way']), {
      world: { agents: [] },
      interaction: { hangup: 12 },
    });
    expect(run).toMatchObject({ end: 'abandoned', udata: isRed, duration: 12 });
    expect(run.story).toEqual(['udata', 'submit r1', 'ended', 'cancel r1']);
  });

  test('in the priority of a Selection without red port goes where such a port leads', async () => {
    const run = await runLine(priority([]), { world });
    expect(run).toMatchObject({ end: 'defaulted', story: ['defaulted 9000 by queue:default'] });
    expect(run.visited['ird_end']).toBeUndefined();
    const ends = await runLine(
      priority([]),
      { world },
      {
        assumptions: { 'port.red-unconnected': 'ends the strategy' },
      },
    );
    expect(ends.visited['ird_end']).toBe(1);
  });

  test('in a prompt takes the red port', async () => {
    const line: Line = {
      variables,
      blocks: [
        block('Entry', 'Start'),
        block('Play Announcement', 'Say', {}, { Prompts: [{ Type: 'number', Value: '5 / zero' }] }),
        red('red'),
        block('Exit', 'End'),
      ],
      links: ['Start.green > Say', 'Say.green > End', 'Say.red > Red way', 'Red way.green > End'],
    };
    const run = await runLine(line, { world });
    expect(run).toMatchObject({ end: 'defaulted', udata: isRed });
  });

  test('in an Attach takes the red port without waiting', async () => {
    const line: Line = {
      variables,
      blocks: [
        block('Entry', 'Start'),
        block('Attach', 'Note', { Key: 'x', Value: '5 / zero' }),
        red('red'),
        block('Exit', 'End'),
      ],
      links: ['Start.green > Note', 'Note.green > End', 'Note.red > Red way', 'Red way.green > End'],
    };
    const run = await runLine(line, { world });
    expect(run).toMatchObject({ end: 'defaulted', udata: isRed, duration: 0 });
  });
});

describe('a placeholder', () => {
  const line: Line = {
    blocks: [
      block('Entry', 'Start'),
      block('Submit New Interaction', 'Ask the bank', { URL: 'http://bank.example/' }),
      red('red'),
      block('Exit', 'End'),
    ],
    links: [
      'Start.green > Ask the bank',
      'Ask the bank.green > End',
      'Ask the bank.red > Red way',
      'Red way.green > End',
    ],
  };

  test('default-routes the call, takes no red port, and the run is not executable', async () => {
    const run = await runLine(line, { world });
    expect(run).toMatchObject({ end: 'notExecutable', target: '9000', udata: {} });
    expect(run.visited).toMatchObject({ ird_default_routing: 1, defaulted: 1 });
    expect(run.visited['Red_way']).toBeUndefined();
  });

  test('keeps what a person needs to fill it', () => {
    const { page, tally } = convertLines([line]);
    expect(page?.text).toContain('Placeholder (IRD3003)');
    expect(page?.text).toContain('http://bank.example/');
    expect(page?.text).toContain('port red -> Red_way');
    expect(tally.byDisposition['placeholder']).toBeGreaterThan(0);
  });

  test('in a subroutine default-routes the call as well', async () => {
    const caller: Line = {
      blocks: [
        block('Entry', 'Start'),
        block('Call Subroutine', 'Sub', { Subroutine: 'Inner' }),
        red('red'),
        block('Exit', 'End'),
      ],
      links: ['Start.green > Sub', 'Sub.green > End', 'Sub.red > Red way', 'Red way.green > End'],
    };
    const inner: Line = { ...line, name: 'Inner', kind: 'subroutine' };
    const run = await runLine([caller, inner], { world });
    expect(run).toMatchObject({ end: 'notExecutable', target: '9000', udata: {} });
  });
});
