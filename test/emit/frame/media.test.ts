// E-mail and chat: the interaction is presented, and may be queued again after a switch-over.
import { describe, expect, test } from 'vitest';
import { anna, block, runLine, selection, type Line } from './build-line.js';

const interaction = { media: 'email' } as const;
const present = (at: number, interactionid = 'ixn0001') => ({
  at,
  name: 'interaction.present',
  data: { interactionid },
});
const waiting: Line = {
  blocks: [block('Entry', 'Start'), selection('Sales', 'Sales', { Timeout: '100' }), block('Exit', 'End')],
  links: ['Start.green > Sales', 'Sales.red > End'],
};

test('added and present start the strategy once', async () => {
  const run = await runLine(waiting, { interaction, world: { agents: [anna(10)] } });
  expect(run).toMatchObject({ end: 'routed', target: 'anna', findings: [] });
  expect(run.story).toEqual(['submit r1', 'routed anna by submit']);
  expect(run.visited['Start']).toBe(1);
});

describe('a later present', () => {
  test('enters the block that waits again, its request is cancelled first', async () => {
    const run = await runLine(waiting, {
      interaction,
      world: { agents: [anna(60)] },
      answers: { events: [present(20)] },
    });
    expect(run).toMatchObject({ end: 'routed', target: 'anna', findings: [] });
    expect(run.story).toEqual(['submit r1', 'cancel r1', 'submit r2', 'routed anna by submit']);
    expect(run.visited).toMatchObject({ Start: 1, Sales: 2 });
  });

  test('of another interaction changes nothing, nor does one of a call', async () => {
    const world = { agents: [anna(60)] };
    const foreign = await runLine(waiting, {
      interaction,
      world,
      answers: { events: [present(20, 'other')] },
    });
    expect(foreign.story).toEqual(['submit r1', 'routed anna by submit']);
    const call = await runLine(waiting, { world, answers: { events: [present(20), present(30)] } });
    expect(call.story).toEqual(['submit r1', 'routed anna by submit']);
  });

  test('before the request id came: the first request is cancelled when its id comes, the second is told apart', async () => {
    const run = await runLine(waiting, {
      interaction,
      world: { agents: [anna(60)] },
      answers: { events: [present(0)] },
    });
    expect(run).toMatchObject({ end: 'routed', target: 'anna', findings: [] });
    expect(run.story).toEqual(['submit r1', 'cancel r1', 'submit r2', 'routed anna by submit']);
  });

  test('while data are being attached does not end the session', async () => {
    const line: Line = {
      blocks: [
        block('Entry', 'Start'),
        block('Attach', 'Note', { Key: 'Seen', Value: "'yes'" }),
        selection('Sales', 'Sales'),
      ],
      links: ['Start.green > Note', 'Note.green > Sales'],
    };
    const run = await runLine(line, {
      interaction,
      world: { agents: [anna(10)] },
      answers: { events: [present(0)] },
    });
    expect(run).toMatchObject({ end: 'routed', target: 'anna', findings: [], udata: { Seen: 'yes' } });
  });

  test('a kept request is cancelled as well', async () => {
    const line: Line = {
      blocks: [
        block('Entry', 'Start'),
        selection('First', 'Sales', { Timeout: '10', 'Clear Target': 'false' }),
        selection('Second', 'Service', { Timeout: '100' }),
      ],
      links: ['Start.green > First', 'First.red > Second'],
    };
    const run = await runLine(line, {
      interaction,
      world: { agents: [anna(60, ['Service'])] },
      answers: { events: [present(20)] },
    });
    expect(run).toMatchObject({ end: 'routed', target: 'anna', findings: [] });
    expect(run.story).toEqual([
      'submit r1',
      'submit r2',
      'cancel r1',
      'cancel r2',
      'submit r3',
      'routed anna by submit',
    ]);
  });

  test('after a placeholder sent it to default routing does not start the strategy again', async () => {
    const line: Line = {
      blocks: [block('Entry', 'Start'), block('Pause', 'Wait', { Duration: '5' }), block('Classify', 'Sort')],
      links: ['Start.green > Wait', 'Wait.green > Sort'],
    };
    const run = await runLine(line, {
      interaction,
      world: { defaultDestination: '9000' },
      answers: { events: [present(5)] },
    });
    expect(run.end).toBe('notExecutable');
    expect(run.visited).toMatchObject({ ird_default_routing: 1 });
    expect(run.visited['Wait']).toBeLessThanOrEqual(2);
  });
});

test('the loss of an e-mail ends its session', async () => {
  const gone = {
    at: 5,
    name: 'interaction.deleted',
    data: { interactionid: 'ixn0001', resultof: 'deletion' },
  };
  const run = await runLine(waiting, {
    interaction,
    world: { agents: [anna(60)] },
    answers: { events: [gone] },
  });
  expect(run.visited['abandoned']).toBe(1);
  expect(run.story).toEqual(['submit r1', 'cancel r1']);
});
