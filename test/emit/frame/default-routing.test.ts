// Default routing: every voice call that nobody routed goes there, once.
import { describe, expect, test } from 'vitest';
import { anna, block, runLine, selection, type Line } from './build-line.js';

const ending: Line = {
  blocks: [block('Entry', 'Start'), block('Exit', 'End')],
  links: ['Start.green > End'],
};
const withDestination = (destination: string): Line => ({
  blocks: [
    block('Entry', 'Start'),
    block('Set Default Destination', 'Night', { Destination: destination }),
    block('Exit', 'End'),
  ],
  links: ['Start.green > Night', 'Night.green > End'],
});

describe('a voice call that is not routed at the end', () => {
  test('goes to what the platform calls default', async () => {
    const run = await runLine(ending, { world: { defaultDestination: '9000' } });
    expect(run).toMatchObject({ end: 'defaulted', target: '9000', findings: [] });
    expect(run.story).toEqual(['defaulted 9000 by queue:default']);
  });

  test('goes to the destination of Set Default Destination', async () => {
    const run = await runLine(withDestination("'5550199'"), { world: { defaultDestination: '9000' } });
    expect(run).toMatchObject({ end: 'defaulted', target: '5550199', findings: [] });
    expect(run.story).toEqual(['defaulted 5550199 by ixn:redirect']);
  });

  test('goes to the destination that the page is given', async () => {
    const run = await runLine(ending, {
      data: { ird_default_destination: '5550177' },
      world: { defaultDestination: '9000' },
    });
    expect(run).toMatchObject({ end: 'defaulted', target: '5550177' });
  });

  test('ends unrouted when default routing fails, which is tried once', async () => {
    const run = await runLine(ending, {});
    expect(run).toMatchObject({ end: 'unrouted' });
    expect(run.visited).toMatchObject({ ird_default_routing: 1, unrouted: 1 });
    const failed = await runLine(withDestination("'5550199'"), {
      world: { defaultDestination: '9000' },
      answers: { failures: [{ action: 'ixn:redirect', error: 'unknown' }] },
    });
    expect(failed).toMatchObject({ end: 'unrouted', story: [] });
    expect(failed.visited['ird_default_routing']).toBe(1);
  });

  test('stays at the routing point when it is assumed so', async () => {
    const run = await runLine(
      ending,
      { world: { defaultDestination: '9000' } },
      { assumptions: { 'end.voice': 'stays at the routing point' } },
    );
    expect(run).toMatchObject({ end: 'unrouted', story: [] });
  });

  test('an e-mail just ends', async () => {
    const run = await runLine(ending, {
      interaction: { media: 'email' },
      world: { defaultDestination: '9000' },
    });
    expect(run).toMatchObject({ end: 'ended', story: [] });
  });
});

describe('ports that are not connected', () => {
  const failing: Line = {
    blocks: [
      block('Entry', 'Start'),
      block('Set Default Destination', 'Night', { Destination: "'5550199'" }),
      block('Play Announcement', 'Hello', {}, { Prompts: [{ Type: 'announcement', Value: '1' }] }),
    ],
    links: ['Start.green > Night', 'Night.green > Hello'],
  };
  const failure = { answers: { treatments: [{ match: 'dialog:play', error: 'unknown' }] } };

  test('red leads to default routing', async () => {
    const run = await runLine(failing, failure);
    expect(run).toMatchObject({ end: 'defaulted', target: '5550199' });
    expect(run.visited['ird_end']).toBeUndefined();
  });

  test('red ends the strategy when it is assumed so: the guard of the end applies', async () => {
    const run = await runLine(failing, failure, {
      assumptions: { 'port.red-unconnected': 'ends the strategy' },
    });
    expect(run).toMatchObject({ end: 'defaulted', target: '5550199' });
    expect(run.visited['ird_end']).toBe(1);
  });

  test('green ends the strategy', async () => {
    const run = await runLine(failing, {});
    expect(run).toMatchObject({ end: 'defaulted' });
    expect(run.visited['ird_end']).toBe(1);
  });
});

describe('Set Default Destination and the Default object', () => {
  test('the last destination counts; the Default object goes there', async () => {
    const line: Line = {
      variables: ['n INTEGER 0'],
      blocks: [
        block('Entry', 'Start'),
        block('Set Default Destination', 'First', { Destination: "'5550101'" }),
        block('Set Default Destination', 'Second', { Destination: "Cat['5550', 102]" }),
        block('Default', 'Give up'),
      ],
      links: ['Start.green > First', 'First.green > Second', 'Second.green > Give up'],
    };
    const run = await runLine(line, { world: { defaultDestination: '9000' } });
    expect(run).toMatchObject({ end: 'defaulted', target: '5550102' });
  });

  test('open requests are given up first', async () => {
    const line: Line = {
      blocks: [
        block('Entry', 'Start'),
        selection('Sales', 'Sales', { Timeout: '10', 'Clear Target': 'false' }),
        block('Default', 'Give up'),
      ],
      links: ['Start.green > Sales', 'Sales.red > Give up'],
    };
    const run = await runLine(line, { world: { agents: [anna(60)], defaultDestination: '9000' } });
    expect(run.story).toEqual(['submit r1', 'cancel r1', 'defaulted 9000 by queue:default']);
  });

  test('a call that was routed is not routed again, whatever follows', async () => {
    const line: Line = {
      blocks: [
        block('Entry', 'Start'),
        block('Set Default Destination', 'Night', { Destination: "'5550199'" }),
        selection('Sales', 'Sales'),
        block('Default', 'Give up'),
      ],
      links: ['Start.green > Night', 'Night.green > Sales', 'Sales.green > Give up'],
    };
    const run = await runLine(line, { world: { agents: [anna(true)] } });
    expect(run).toMatchObject({ end: 'routed', target: 'anna', findings: [] });
    expect(run.story).toEqual(['submit r1', 'routed anna by submit']);
  });
});
