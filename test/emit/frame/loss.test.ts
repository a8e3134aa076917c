// The loss of the interaction: only the own one, only for good, and never with a request left open.
import { describe, expect, test } from 'vitest';
import { anna, block, runLine, selection } from './build-line.js';

const waiting = {
  blocks: [block('Entry', 'Start'), selection('Sales', 'Sales', { Timeout: '60' }), block('Exit', 'End')],
  links: ['Start.green > Sales', 'Sales.red > End'],
};
const world = { agents: [anna(20)], defaultDestination: '9000' };
const event = (at: number, name: string, data: Readonly<Record<string, unknown>>) => ({ at, name, data });

describe('the caller hangs up', () => {
  test('while waiting: the request is cancelled, the end is abandoned', async () => {
    const run = await runLine(waiting, { interaction: { hangup: 10 }, world });
    expect(run).toMatchObject({ end: 'abandoned', findings: [], duration: 10 });
    expect(run.story).toEqual(['submit r1', 'ended', 'cancel r1']);
  });

  test('before the request id is confirmed: it is cancelled when the id comes', async () => {
    // Both events come at the same moment; the platform confirms after it has told the loss.
    const run = await runLine(
      {
        ...waiting,
        blocks: [
          block('Entry', 'Start'),
          selection('Sales', 'Sales', { Timeout: '60' }),
          block('Exit', 'End'),
        ],
      },
      { world, answers: { events: [event(0, 'interaction.deleted', { interactionid: 'ixn0001' })] } },
    );
    expect(run.visited['ird_closing']).toBe(1);
    expect(run.story).toEqual(['submit r1', 'cancel r1']);
    expect(run.details.findIndex(({ text }) => text.includes('on interaction.deleted'))).toBeLessThan(
      run.details.findIndex(({ text }) => text.startsWith('queue.submit.requestid')),
    );
  });

  test('during an announcement', async () => {
    const announcing = {
      blocks: [
        block('Entry', 'Start'),
        block('Play Announcement', 'Hello', {}, { Prompts: [{ Type: 'announcement', Value: '1' }] }),
        block('Exit', 'End'),
      ],
      links: ['Start.green > Hello', 'Hello.green > End'],
    };
    const run = await runLine(announcing, {
      interaction: { hangup: 3 },
      world,
      answers: { treatments: [{ lasts: 10 }] },
    });
    expect(run).toMatchObject({ end: 'abandoned', findings: [] });
    expect(run.visited['ird_default_routing']).toBeUndefined();
  });

  test('after delivery, while blocks on the green port run: the call stays routed', async () => {
    const after = {
      blocks: [
        block('Entry', 'Start'),
        selection('Sales', 'Sales'),
        block('Pause', 'Later', { Duration: '20' }),
        block('Exit', 'End'),
      ],
      links: ['Start.green > Sales', 'Sales.green > Later', 'Later.green > End', 'Sales.red > End'],
    };
    const gone = event(5, 'interaction.deleted', { interactionid: 'ixn0001', resultof: 'deletion' });
    const run = await runLine(after, { world: { agents: [anna(true)] }, answers: { events: [gone] } });
    expect(run).toMatchObject({ end: 'routed', target: 'anna', findings: [], duration: 5 });
  });
});

describe('events that are no loss', () => {
  test.each([
    ['interaction.deleted', { interactionid: 'other' }],
    ['interaction.notcontrolled', { interactionid: 'other', resultof: 'deletion' }],
    ['interaction.notcontrolled', { interactionid: 'ixn0001', resultof: 'detach' }],
    ['interaction.deleted', { interactionid: 'ixn0001', resultof: 'redirect' }],
    ['interaction.notcontrolled', {}],
  ])('%s %j changes nothing', async (name, data) => {
    const run = await runLine(waiting, { world, answers: { events: [event(5, name, data)] } });
    expect(run).toMatchObject({ end: 'routed', target: 'anna', findings: [], duration: 20 });
    expect(run.story).toEqual(['submit r1', 'routed anna by submit']);
  });

  test.each([{ resultof: 'deletion' }, { resultof: '' }, {}])(
    'the own interaction with %j is a loss',
    async (more) => {
      const lost = event(5, 'interaction.notcontrolled', { interactionid: 'ixn0001', ...more });
      const run = await runLine(waiting, { world, answers: { events: [lost] } });
      expect(run.visited['abandoned']).toBe(1);
      expect(run.story).toEqual(['submit r1', 'cancel r1']);
    },
  );
});

describe('a merge', () => {
  const merge = event(3, 'interaction.onmerge', { frominteractionid: 'ixn0001', tointeractionid: 'ixn0009' });

  test('the loss of the old interaction counts no more', async () => {
    const lost = event(5, 'interaction.deleted', { interactionid: 'ixn0001', resultof: 'deletion' });
    const run = await runLine(waiting, { world, answers: { events: [merge, lost] } });
    expect(run).toMatchObject({ end: 'routed', target: 'anna', duration: 20 });
  });

  test('the loss of the new one does', async () => {
    const lost = event(5, 'interaction.deleted', { interactionid: 'ixn0009', resultof: 'deletion' });
    const run = await runLine(waiting, { world, answers: { events: [merge, lost] } });
    expect(run.visited['abandoned']).toBe(1);
    expect(run.story).toEqual(['submit r1', 'cancel r1']);
    expect(run.duration).toBe(5);
  });

  test('of other interactions changes nothing', async () => {
    const other = event(3, 'interaction.onmerge', { frominteractionid: 'x', tointeractionid: 'y' });
    const lost = event(5, 'interaction.deleted', { interactionid: 'y' });
    const run = await runLine(waiting, { world, answers: { events: [other, lost] } });
    expect(run).toMatchObject({ end: 'routed', target: 'anna' });
  });
});
