// Late and foreign replies change nothing: of dead requests, of timers that have fired, after the call was routed.
import { describe, expect, test } from 'vitest';
import { anna, block, runLine, selection, type Line } from './build-line.js';

const twoSteps: Line = {
  blocks: [
    block('Entry', 'Start'),
    selection('First', 'Sales', { Timeout: '10' }),
    selection('Second', 'Service', { Timeout: '60' }),
    block('Exit', 'End'),
  ],
  links: ['Start.green > First', 'First.red > Second', 'Second.red > End'],
};
const world = { agents: [anna(40, ['Service'])], defaultDestination: '9000' };
const event = (at: number, name: string, data: Readonly<Record<string, unknown>>) => ({ at, name, data });

describe('replies of a request that is over', () => {
  test.each([
    ['queue.submit.done', { requestid: 'request-1', resource: { agent: 'nobody' } }],
    ['error.queue.submit', { requestid: 'request-1', error: 'timeout' }],
    ['queue.submit.done', { requestid: 'never-seen' }],
    ['error.queue.submit', {}],
    ['queue.cancel.done', { requestid: 'request-1' }],
    ['error.queue.cancel', { requestid: 'request-1', error: 'invalidrequest' }],
  ])('%s %j while the next Selection waits', async (name, data) => {
    const run = await runLine(twoSteps, { world, answers: { events: [event(20, name, data)] } });
    expect(run).toMatchObject({ end: 'routed', target: 'anna', findings: [], duration: 40 });
    expect(run.story).toEqual(['submit r1', 'submit r2', 'routed anna by submit']);
  });

  test('the reply of the first request before the id of the second is confirmed', async () => {
    const events = [event(10, 'error.queue.submit', { requestid: 'request-1', error: 'timeout' })];
    const run = await runLine(twoSteps, { world, answers: { events } });
    expect(run).toMatchObject({ end: 'routed', target: 'anna', findings: [] });
  });

  test('of a treatment', async () => {
    const line: Line = {
      blocks: [
        block('Entry', 'Start'),
        block('Play Announcement', 'One', {}, { Prompts: [{ Type: 'announcement', Value: '1' }] }),
        block('Play Announcement', 'Two', {}, { Prompts: [{ Type: 'announcement', Value: '2' }] }),
        block('Exit', 'End'),
      ],
      links: ['Start.green > One', 'One.green > Two', 'Two.green > End'],
    };
    const run = await runLine(line, {
      world,
      answers: {
        treatments: [
          { match: 'in One', lasts: 5 },
          { match: 'in Two', lasts: 20 },
        ],
        events: [event(8, 'error.dialog.play', { requestid: 'request-1' })],
      },
    });
    expect(run).toMatchObject({ end: 'defaulted', duration: 25 });
  });
});

describe('errors that nobody asked for', () => {
  const pausing: Line = {
    blocks: [
      block('Entry', 'Start'),
      block('Attach', 'Note', { Key: 'Reason', Value: "'x'" }),
      block('Pause', 'Wait', { Duration: '5' }),
      selection('Sales', 'Service'),
    ],
    links: ['Start.green > Note', 'Note.green > Wait', 'Wait.green > Sales'],
  };

  test.each([
    'error.notallowed',
    'error.interaction.redirect',
    'error.queue.cancel',
    'error.session.fetch',
    'error',
  ])('%s changes nothing', async (name) => {
    const events = [1, 3, 6, 20].map((at) => event(at, name, { requestid: 'request-1' }));
    const run = await runLine(pausing, { world: { agents: [anna(30, ['Service'])] }, answers: { events } });
    expect(run).toMatchObject({ end: 'routed', target: 'anna', findings: [] });
  });

  test.each(['error.script', 'error.ird2scxml.placeholder', 'error.queue.submit', 'error.dialog.play'])(
    '%s after the call was routed does not change the end',
    async (name) => {
      const after: Line = {
        blocks: [
          block('Entry', 'Start'),
          selection('Sales', 'Service'),
          block('Pause', 'Later', { Duration: '30' }),
        ],
        links: ['Start.green > Sales', 'Sales.green > Later'],
      };
      const run = await runLine(after, {
        world: { agents: [anna(true, ['Service'])] },
        answers: { events: [event(10, name, { requestid: 'request-1' })] },
      });
      expect(run.target).toBe('anna');
      expect(run.visited).toMatchObject({ routed: 1 });
      expect(run.visited['ird_default_routing']).toBeUndefined();
      expect(run.duration).toBe(30);
    },
  );

  test('a treatment that fails since the call has left does not change the end', async () => {
    const after: Line = {
      blocks: [
        block('Entry', 'Start'),
        selection('Sales', 'Service'),
        block('Play Announcement', 'Too late', {}, { Prompts: [{ Type: 'announcement', Value: '1' }] }),
      ],
      links: ['Start.green > Sales', 'Sales.green > Too late'],
    };
    const run = await runLine(after, {
      world: { agents: [anna(true, ['Service'])], defaultDestination: '9000' },
    });
    expect(run).toMatchObject({ end: 'routed', target: 'anna', findings: [] });
    expect(run.story.filter((step) => step.startsWith('defaulted'))).toEqual([]);
  });
});
