// A priority that grows while the call waits: by new submits, by queue:update, by the functions of the queue. The scenarios set the call against equal ones.
import { describe, expect, test } from 'vitest';
import type { ScenarioWorld } from '../../../src/runtime-check/scenario/types.js';
import type { ScenarioAgent, ScenarioCall } from '../../../src/runtime-check/scenario/workforce-types.js';
import {
  anna,
  block,
  convertLines,
  runLine,
  selection,
  validText,
  type Line,
  type LineBlock,
  type LineRun,
  type Settings,
} from './build-line.js';

const ways = ['resubmit', 'queue-functions', 'update'] as const;

const call = (name: string, expression: string): LineBlock =>
  block('Function', name, { Function: expression });
const talk = (name: string): LineBlock =>
  block('Play Announcement', name, {}, { Prompts: [{ Type: 'announcement', Value: '7' }] });

/** Increments as given, then a wait of 60 s for the group Sales. */
const line = (increment: string, more: Readonly<Record<string, string>> = {}): Line => ({
  blocks: [
    block('Entry', 'Start'),
    call('Grow', increment),
    selection('Queue', 'Sales', { Timeout: '60', ...more }),
    block('Default', 'Nobody'),
  ],
  links: ['Start.green > Grow', 'Grow.green > Queue', 'Grow.red > Nobody', 'Queue.red > Nobody'],
});

const rival = (at: number, priority = 0) =>
  ({ queue: 'VQ_Sales', targets: 'Sales@Stat.GA', at, priority }) as const;
const bert = (ready: number) => ({ ...anna(ready), id: 'bert' });

/** Priorities of the submits and updates, with their seconds. */
const told = (run: LineRun): readonly string[] =>
  run.steps
    .filter(({ params }) => params['priority'] !== undefined)
    .map(({ kind, at, params }) => `${String(at)} ${kind} ${String(params['priority'])}`);

const inQueue = (run: LineRun) => run.queues.filter(({ interaction }) => interaction !== '');

describe.each(ways)('against an equal call, by %s', (priorityIncrements) => {
  const settings: Settings = { priorityIncrements };
  const world = (agents: readonly ScenarioAgent[], ...calls: readonly ScenarioCall[]): ScenarioWorld => ({
    agents,
    calls,
    defaultDestination: '5550199',
  });

  test('the call that came later wins when its priority has grown', async () => {
    const run = await runLine(
      line('IncrementPriority[2, 10]'),
      {
        world: world([anna(15), bert(40)], rival(0)),
      },
      settings,
    );
    expect(run).toMatchObject({ end: 'routed', target: 'anna', findings: [], duration: 15 });
  });

  test('before the first increment the equal call that came earlier is served', async () => {
    const run = await runLine(
      line('IncrementPriority[2, 10]'),
      {
        world: world([anna(9), bert(40)], rival(0)),
      },
      settings,
    );
    expect(run).toMatchObject({ end: 'routed', target: 'bert', duration: 40 });
  });

  test('at the limit it stops: one of the same priority that came earlier is served', async () => {
    const run = await runLine(
      line('IncrementPriorityEx[2, 10, 3]'),
      {
        world: world([anna(45), bert(50)], rival(0, 3)),
      },
      settings,
    );
    expect(run).toMatchObject({ end: 'routed', target: 'bert', duration: 50 });
  });

  test('with a limit beyond that of the other it is served first', async () => {
    const run = await runLine(
      line('IncrementPriorityEx[2, 10, 4]'),
      {
        world: world([anna(45), bert(50)], rival(0, 3)),
      },
      settings,
    );
    expect(run).toMatchObject({ end: 'routed', target: 'anna', duration: 45 });
  });

  test('the place among equal ones is that of the whole wait', async () => {
    // The other comes at 5 s with what the call has grown to at 10 s.
    const run = await runLine(
      line('IncrementPriorityEx[2, 10, 2]'),
      {
        world: world([anna(15), bert(40)], rival(5, 2)),
      },
      settings,
    );
    expect(run).toMatchObject({ end: 'routed', target: 'anna', duration: 15 });
  });

  test('the wait ends with its timeout, whatever was submitted in between', async () => {
    const run = await runLine(line('IncrementPriority[2, 7]'), { world: world([]) }, settings);
    expect(run).toMatchObject({ end: 'defaulted', duration: 60, findings: [] });
  });

  test('a target that is found ends the increments', async () => {
    const run = await runLine(line('IncrementPriority[2, 10]'), { world: world([anna(25)]) }, settings);
    expect(run).toMatchObject({ end: 'routed', target: 'anna', duration: 25, findings: [] });
    expect(run.visited['ird_closing']).toBeUndefined();
  });

  test('a caller who hangs up leaves nothing behind', async () => {
    const run = await runLine(
      line('IncrementPriority[2, 10]'),
      {
        interaction: { hangup: 25 },
        world: world([anna(30)]),
      },
      settings,
    );
    expect(run).toMatchObject({ end: 'abandoned', findings: [] });
    expect(inQueue(run).map(({ exit }) => exit)).not.toContain('waiting');
  });

  test('with kept targets the request waits behind an announcement', async () => {
    const comfort: Line = {
      blocks: [
        block('Entry', 'Start'),
        call('Grow', 'IncrementPriority[2, 10]'),
        selection('Queue', 'Sales', { Timeout: '25', 'Clear Target': 'false' }),
        talk('Please wait'),
      ],
      links: [
        'Start.green > Grow',
        'Grow.green > Queue',
        'Queue.red > Please wait',
        'Please wait.green > Queue',
      ],
    };
    const during = await runLine(comfort, { world: world([anna(27)]) }, settings);
    expect(during).toMatchObject({ end: 'routed', target: 'anna', duration: 27, findings: [] });
    const later = await runLine(comfort, { world: world([anna(45), bert(90)], rival(1, 7)) }, settings);
    expect(later).toMatchObject({ end: 'routed', target: 'anna', duration: 45, findings: [] });
  });

  test('every page says what is to be reviewed', () => {
    const converted = convertLines([line('IncrementPriority[2, 10]')], settings);
    expect(converted.tally.byKind['call']?.['review']).toBe(1);
    expect(converted.all.filter(({ code }) => code === 'IRD3002')).not.toEqual([]);
  });
});

describe('by new submits', () => {
  test('each has what the priority has grown to, and the time that is left', async () => {
    const run = await runLine(line('IncrementPriorityEx[2, 10, 5]', { Priority: '1' }), {});
    expect(told(run)).toEqual(['0 submit 1', '10 submit 3', '20 submit 5']);
    const timeouts = run.steps.filter(({ kind }) => kind === 'submit').map(({ params }) => params['timeout']);
    expect(timeouts).toEqual([60, 50, 40]);
    expect(run.duration).toBe(60);
  });

  test('the virtual queue counts the call once more for each', async () => {
    const run = await runLine(line('IncrementPriority[2, 20]'), { world: { agents: [anna(50)] } });
    expect(inQueue(run).map(({ exit, entered, left }) => [exit, entered, left])).toEqual([
      ['cleared', 0, 20],
      ['cleared', 20, 40],
      ['routed', 40, 50],
    ]);
  });

  test('a priority that is beyond the limit stays as it is', async () => {
    const run = await runLine(line('IncrementPriorityEx[2, 10, 5]', { Priority: '9' }), {});
    expect(told(run)).toEqual(['0 submit 9']);
  });

  test('a negative increment lets it sink to its limit', async () => {
    const run = await runLine(line('IncrementPriorityEx[0 - 4, 10, 3]', { Priority: '9' }), {});
    expect(told(run)).toEqual(['0 submit 9', '10 submit 5', '20 submit 3']);
  });

  test.each([
    ['no increment', 'IncrementPriority[0, 10]'],
    ['no interval', 'IncrementPriority[5, 0]'],
    ['a negative interval', 'IncrementPriority[5, 0 - 10]'],
  ])('%s is none', async (_name, increment) => {
    const run = await runLine(line(increment), {});
    expect(told(run)).toEqual(['0 submit 0']);
    expect(run.duration).toBe(60);
  });

  test('no increment falls on the end of the wait', async () => {
    const run = await runLine(line('IncrementPriority[2, 20]'), {});
    expect(told(run)).toEqual(['0 submit 0', '20 submit 2', '40 submit 4']);
  });

  test('it goes on in the next Selection, and stays when increments are set again', async () => {
    const two: Line = {
      blocks: [
        block('Entry', 'Start'),
        call('Grow', 'IncrementPriorityEx[2, 10, 5]'),
        selection('First', 'Sales', { Timeout: '35' }),
        call('Slower', 'IncrementPriority[1, 30]'),
        selection('Second', 'Service', { Timeout: '40', Priority: '20' }),
      ],
      links: ['Start.green > Grow', 'Grow.green > First', 'First.red > Slower', 'Slower.green > Second'],
    };
    const run = await runLine(two, {});
    expect(told(run)).toEqual([
      '0 submit 0',
      '10 submit 2',
      '20 submit 4',
      '30 submit 5',
      '35 submit 25',
      '65 submit 26',
    ]);
    const ages = run.steps.flatMap(({ params }) => params['interactionAge'] ?? []);
    expect(ages).toEqual([10, 20, 30, 0, 30]);
  });

  test('it begins anew in each Selection when that is assumed', async () => {
    const two: Line = {
      blocks: [
        block('Entry', 'Start'),
        call('Grow', 'IncrementPriority[2, 10]'),
        selection('First', 'Sales', { Timeout: '15' }),
        selection('Second', 'Service', { Timeout: '15' }),
      ],
      links: ['Start.green > Grow', 'Grow.green > First', 'First.red > Second'],
    };
    const usual = await runLine(two, {});
    expect(told(usual)).toEqual(['0 submit 0', '10 submit 2', '15 submit 2', '20 submit 4']);
    const anew = await runLine(two, {}, { assumptions: { 'priority-increment.start': 'each wait anew' } });
    expect(told(anew)).toEqual(['0 submit 0', '10 submit 2', '15 submit 0', '25 submit 2']);
  });

  test('the order and the unit of the arguments can be assumed otherwise', async () => {
    const swapped = { 'priority-increment.arguments': 'interval, increment' };
    const run = await runLine(line('IncrementPriority[10, 2]'), {}, { assumptions: swapped });
    expect(told(run).slice(0, 2)).toEqual(['0 submit 0', '10 submit 2']);
    const minutes = { 'priority-increment.interval': 'minutes' };
    const slow = await runLine(
      line('IncrementPriority[2, 1]', { Timeout: '90' }),
      {},
      { assumptions: minutes },
    );
    expect(told(slow)).toEqual(['0 submit 0', '60 submit 2']);
  });

  test('only the way that sets increments has them', async () => {
    const branch: Line = {
      variables: ['n INTEGER'],
      blocks: [
        block('Entry', 'Start'),
        block('If', 'Known?', { Expression: "UData['Known'] = 1" }),
        call('Grow', 'IncrementPriority[2, 10]'),
        selection('Queue', 'Sales', { Timeout: '15' }),
        selection('Other', 'Sales', { Timeout: '15' }),
      ],
      links: [
        'Start.green > Known?',
        'Known?.green > Grow',
        'Known?.red > Other',
        'Grow.green > Queue',
        'Other.red > Queue',
      ],
    };
    const text = validText(convertLines([branch]));
    expect(text).not.toContain('Other_increment');
    const unset = await runLine(branch, {});
    expect(told(unset)).toEqual(['0 submit 0', '15 submit 0']);
    const set = await runLine(branch, { interaction: { udata: { Known: 1 } } });
    expect(told(set)).toEqual(['0 submit 0', '10 submit 2']);
  });

  test('a kept request takes over what its priority has become on the next pass', async () => {
    const loop: Line = {
      variables: ['urgency INTEGER 5'],
      blocks: [
        block('Entry', 'Start'),
        call('Grow', 'IncrementPriority[1, 100]'),
        selection('Queue', 'Sales', { Timeout: '10', 'Clear Target': 'false', Priority: 'urgency' }),
        block('Assign', 'More', { Variable: 'urgency', Expression: 'urgency + 3' }),
      ],
      links: ['Start.green > Grow', 'Grow.green > Queue', 'Queue.red > More', 'More.green > Queue'],
    };
    const run = await runLine(loop, { interaction: { hangup: 25 } });
    expect(told(run)).toEqual(['0 submit 5', '10 submit 8', '20 submit 11']);
  });

  test('PriorityTuning of the strategy is left alone', () => {
    const tuned: Line = {
      blocks: [
        block('Entry', 'Start'),
        call('Tune', 'PriorityTuning[0, 0, 1]'),
        call('Grow', 'IncrementPriority[2, 10]'),
        selection('Queue', 'Sales'),
      ],
      links: ['Start.green > Tune', 'Tune.green > Grow', 'Grow.green > Queue'],
    };
    const converted = convertLines([tuned]);
    expect(validText(converted)).not.toContain('setInteractionAge');
    expect(converted.all.map(({ message }) => message).join()).toContain(
      'PriorityTuning of the strategy decides about its place',
    );
  });

  test.each([
    ['one argument', 'IncrementPriority[5]'],
    ['four arguments', 'IncrementPriorityEx[5, 1, 2, 3]'],
  ])('%s cannot be read: the block becomes a placeholder', (_name, increment) => {
    const converted = convertLines([line(increment)]);
    expect(converted.tally.byKind['call']?.['placeholder']).toBe(1);
    const found = converted.all.find(({ code }) => code === 'IRD3001');
    expect(found?.message).toContain('an increment and an interval');
  });
});

describe('at the moment of an increment', () => {
  const grow = line('IncrementPriority[2, 10]');
  const forged = (at: number, name: string, data: Readonly<Record<string, unknown>>) => ({ at, name, data });

  test.each(['urs', 'redirect'] as const)(
    'a target that becomes ready is taken once, by %s',
    async (selects) => {
      const run = await runLine(grow, { world: { agents: [anna(10)] } }, { selection: selects });
      expect(run).toMatchObject({ end: 'routed', target: 'anna', findings: [], duration: 10 });
      expect(run.steps.filter(({ kind }) => kind === 'routed')).toHaveLength(1);
      expect(inQueue(run).filter(({ exit }) => exit === 'waiting')).toEqual([]);
    },
  );

  test('a caller who hangs up while the request is given up', async () => {
    const run = await runLine(grow, { interaction: { hangup: 10 }, world: { agents: [anna(12)] } });
    expect(run).toMatchObject({ end: 'abandoned', findings: [] });
    expect(inQueue(run).filter(({ exit }) => exit === 'waiting')).toEqual([]);
  });

  test.each([
    ['queue.submit.done', { requestid: 'request-1', resource: { agent: 'nobody' } }],
    ['error.queue.submit', { requestid: 'request-1', error: 'timeout' }],
    ['queue.cancel.done', { requestid: 'request-1' }],
    ['error.queue.cancel', { requestid: 'request-1', error: 'invalidrequest' }],
  ])('%s of a request that was cancelled changes nothing', async (name, data) => {
    for (const at of [10.001, 15, 20]) {
      const run = await runLine(grow, {
        world: { agents: [anna(25)] },
        answers: { events: [forged(at, name, data)] },
      });
      expect(run, String(at)).toMatchObject({ end: 'routed', target: 'anna', duration: 25, findings: [] });
    }
  });

  test('a cancel that fails does not stop the call', async () => {
    const run = await runLine(grow, {
      world: { agents: [anna(25)] },
      answers: { failures: [{ action: 'queue:cancel', nth: 1 }] },
    });
    expect(run).toMatchObject({ end: 'routed', target: 'anna', duration: 25 });
  });

  test('a new submit that is refused takes the red port', async () => {
    const run = await runLine(grow, {
      world: { agents: [anna(25)], defaultDestination: '5550199' },
      answers: { failures: [{ action: 'queue:submit', nth: 2 }] },
    });
    expect(run).toMatchObject({ end: 'defaulted', duration: 10 });
  });
});

describe('wherever increments are set, and whatever waits', () => {
  test('a subroutine sets them for the Selection of its caller', async () => {
    const main: Line = {
      blocks: [
        block('Entry', 'Start'),
        block('Call Subroutine', 'Set', { Subroutine: 'Setter' }),
        selection('Queue', 'Sales', { Timeout: '15' }),
      ],
      links: ['Start.green > Set', 'Set.green > Queue'],
    };
    const setter: Line = {
      name: 'Setter',
      kind: 'subroutine',
      blocks: [block('Entry', 'In'), call('Grow', 'IncrementPriority[2, 10]'), block('Exit', 'Out')],
      links: ['In.green > Grow', 'Grow.green > Out'],
    };
    const run = await runLine([main, setter], {});
    expect(told(run)).toEqual(['0 submit 0', '10 submit 2']);
  });

  test.each(['resubmit', 'update'] as const)(
    'each step of a Service Level goes on with what the priority has grown to, by %s',
    async (priorityIncrements) => {
      const target = (name: string) => ({ Type: 'Agent Group', Name: name, 'Stat Server': 'Stat' });
      const level: Line = {
        blocks: [
          block('Entry', 'Start'),
          call('Grow', 'IncrementPriority[2, 10]'),
          block(
            'Service Level',
            'Queue',
            { 'Virtual Queue Alias': 'VQ_Sales', Timeout: '45', 'Clear Target': 'true' },
            { Targets: [target('Experts')], Widening: [{ After: '15', ...target('Sales') }] },
          ),
        ],
        links: ['Start.green > Grow', 'Grow.green > Queue'],
      };
      const kind = priorityIncrements === 'update' ? 'update' : 'submit';
      const run = await runLine(level, {}, { priorityIncrements });
      expect(told(run)).toEqual([
        '0 submit 0',
        `10 ${kind} 2`,
        '15 submit 2',
        `20 ${kind} 4`,
        `30 ${kind} 6`,
        `40 ${kind} 8`,
      ]);
      expect(run.duration).toBe(45);
      const found = await runLine(
        level,
        { world: { agents: [anna(44)], calls: [rival(0, 7)] } },
        { priorityIncrements },
      );
      expect(found).toMatchObject({ end: 'routed', target: 'anna', duration: 44, findings: [] });
      expect(inQueue(found).filter(({ exit }) => exit === 'waiting')).toEqual([]);
    },
  );

  test.each(ways)(
    'a call that is redirected by the page grows as well, by %s',
    async (priorityIncrements) => {
      const run = await runLine(
        line('IncrementPriority[2, 10]'),
        { world: { agents: [anna(15), bert(40)], calls: [rival(0)] } },
        { priorityIncrements, selection: 'redirect' },
      );
      expect(run).toMatchObject({ end: 'routed', target: 'anna', findings: [] });
    },
  );
});
