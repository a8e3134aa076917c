// Clear Target off: the request stays in the queue when its block is left, and may win in any later state.
import { describe, expect, test } from 'vitest';
import { anna, block, convertLines, runLine, selection, type Line, type LineBlock } from './build-line.js';

const kept = (name: string, group: string, timeout = '10'): LineBlock =>
  selection(name, group, { Timeout: timeout, 'Clear Target': 'false' });
const talk = (name: string, id: string): LineBlock =>
  block('Play Announcement', name, {}, { Prompts: [{ Type: 'announcement', Value: id }] });

const comfort: Line = {
  blocks: [block('Entry', 'Start'), kept('Sales', 'Sales'), talk('Please wait', '7')],
  links: [
    'Start.green > Sales',
    'Sales.red > Please wait',
    'Please wait.green > Sales',
    'Please wait.red > Sales',
  ],
};
const slow = { treatments: [{ match: 'dialog:play', lasts: 20 }] };

describe('a request that fails at once', () => {
  test('is over, though its targets were to stay: the next pass submits again', async () => {
    const run = await runLine(comfort, {
      world: { agents: [anna(25)] },
      answers: { ...slow, failures: [{ action: 'queue:submit', nth: 1 }] },
    });
    expect(run).toMatchObject({ end: 'routed', target: 'anna', findings: [], duration: 25 });
    expect(run.story.filter((step) => step.startsWith('submit'))).toEqual(['submit r1', 'submit r2']);
  });
});

describe('a kept target becomes ready', () => {
  test('during a later announcement: the call is routed, the treatment stopped', async () => {
    const run = await runLine(comfort, { world: { agents: [anna(15)] }, answers: slow });
    expect(run).toMatchObject({ end: 'routed', target: 'anna', findings: [], duration: 15 });
    expect(run.story).toEqual([
      'submit r1',
      'treatment dialog:play',
      'routed anna by submit',
      'action dialog:stop',
    ]);
    expect(run.visited['ird_taken']).toBe(1);
  });

  test('on the second pass, which did not submit again', async () => {
    const run = await runLine(comfort, { world: { agents: [anna(35)] }, answers: slow });
    expect(run).toMatchObject({ end: 'routed', target: 'anna', findings: [], duration: 35 });
    expect(run.story.filter((step) => step.startsWith('submit'))).toEqual(['submit r1']);
    expect(run.visited).toMatchObject({ Sales: 2, Please_wait: 1 });
  });

  test('on the fourth pass: the request keeps its place', async () => {
    const run = await runLine(comfort, { world: { agents: [anna(95)] }, answers: slow });
    expect(run).toMatchObject({ end: 'routed', target: 'anna', duration: 95 });
    expect(run.story.filter((step) => step.startsWith('submit'))).toEqual(['submit r1']);
  });

  test('in a Selection that came after it: the other request is cancelled', async () => {
    const line: Line = {
      blocks: [block('Entry', 'Start'), kept('First', 'Sales'), kept('Second', 'Service', '60')],
      links: ['Start.green > First', 'First.red > Second'],
    };
    const run = await runLine(line, { world: { agents: [anna(30)] } });
    expect(run).toMatchObject({ end: 'routed', target: 'anna', findings: [] });
    expect(run.story).toEqual([
      'submit r1',
      'submit r2',
      'routed anna by submit',
      'action dialog:stop',
      'cancel r2',
    ]);
  });

  test('the later Selection wins: the earlier request is cancelled', async () => {
    const line: Line = {
      blocks: [block('Entry', 'Start'), kept('First', 'Sales'), kept('Second', 'Service', '60')],
      links: ['Start.green > First', 'First.red > Second'],
    };
    const run = await runLine(line, { world: { agents: [anna(30, ['Service'])] } });
    expect(run).toMatchObject({ end: 'routed', target: 'anna', findings: [] });
    expect(run.story).toEqual(['submit r1', 'submit r2', 'routed anna by submit', 'cancel r1']);
  });

  test('inside a subroutine that was called later', async () => {
    const line: Line = {
      blocks: [
        block('Entry', 'Start'),
        kept('Sales', 'Sales'),
        block('Call Subroutine', 'Sub', { Subroutine: 'Talk' }),
      ],
      links: ['Start.green > Sales', 'Sales.red > Sub'],
    };
    const sub: Line = {
      name: 'Talk',
      kind: 'subroutine',
      blocks: [block('Entry', 'In'), talk('Talk', '9'), block('Exit', 'Out')],
      links: ['In.green > Talk', 'Talk.green > Out'],
    };
    const run = await runLine([line, sub], { world: { agents: [anna(15)] }, answers: slow });
    expect(run).toMatchObject({ end: 'routed', target: 'anna', findings: [] });
  });
});

describe('every end cancels what is kept', () => {
  const end = (tail: LineBlock): Line => ({
    blocks: [block('Entry', 'Start'), kept('Sales', 'Sales'), tail],
    links: ['Start.green > Sales', `Sales.red > ${tail.name}`],
  });
  const world = { agents: [anna(500)], defaultDestination: '9000' };

  test.each([
    ['Exit', end(block('Exit', 'Tail')), 'defaulted'],
    ['Default', end(block('Default', 'Tail')), 'defaulted'],
    ['a placeholder', end(block('Submit New Interaction', 'Tail')), 'notExecutable'],
    [
      'Force Routing',
      end(block('Force Routing', 'Tail', {}, { Targets: [{ Type: 'DN', Name: '5550123' }] })),
      'routed',
    ],
    ['a hang-up', end(block('Pause', 'Tail', { Duration: '300' })), 'abandoned'],
    [
      'an error of a script',
      { ...end(block('Assign', 'Tail', { Variable: 'n', Expression: '1 / n' })), variables: ['n INTEGER 0'] },
      'defaulted',
    ],
  ] as const)('%s', async (_, line, expected) => {
    const run = await runLine(line, { world, interaction: { hangup: 100 } });
    expect(run.end).toBe(expected);
    expect(run.story.filter((step) => step === 'cancel r1')).toHaveLength(1);
  });

  test('Exit of an e-mail strategy', async () => {
    const run = await runLine(end(block('Exit', 'Tail')), { world, interaction: { media: 'email' } });
    expect(run).toMatchObject({ end: 'ended' });
    expect(run.story).toEqual(['submit r1', 'cancel r1']);
  });
});

describe('time of a pass', () => {
  test('a pass that was left early leaves no timer for the next one', async () => {
    // The second pass would last from 120 to 220; the request fails at 140; the third pass submits again at 160 and has its whole time.
    const line: Line = {
      blocks: [block('Entry', 'Start'), kept('Sales', 'Sales', '100'), talk('Please wait', '7')],
      links: comfort.links,
    };
    const failed = {
      at: 140,
      name: 'error.queue.submit',
      data: { requestid: 'request-1', error: 'unknown' },
    };
    const run = await runLine(line, {
      interaction: { hangup: 255 },
      answers: { ...slow, events: [failed] },
    });
    expect(run).toMatchObject({ end: 'abandoned', findings: [] });
    expect(run.story.filter((step) => /^(submit|treatment)/.test(step))).toEqual([
      'submit r1',
      'treatment dialog:play',
      'treatment dialog:play',
      'submit r2',
    ]);
  });

  test('a new priority reaches the request that waits already', async () => {
    const line: Line = {
      variables: ['p INTEGER 5'],
      blocks: [
        block('Entry', 'Start'),
        selection('Sales', 'Sales', { Timeout: '10', 'Clear Target': 'false', Priority: 'p' }),
        block('Assign', 'More', { Variable: 'p', Expression: 'p + 1' }),
      ],
      links: ['Start.green > Sales', 'Sales.red > More', 'More.green > Sales'],
    };
    const run = await runLine(line, { world: { agents: [anna(35)] } });
    expect(run).toMatchObject({ end: 'routed', findings: [] });
    expect(run.steps.filter(({ kind }) => kind !== 'routed').map(({ params }) => params['priority'])).toEqual(
      [5, 6, 7, 8],
    );
  });
});

describe('delivery by the page', () => {
  test('the kept target is redirected to by the page', async () => {
    const run = await runLine(
      comfort,
      { world: { agents: [anna(15)] }, answers: slow },
      { selection: 'redirect' },
    );
    expect(run).toMatchObject({ end: 'routed', target: 'anna', findings: [] });
    expect(run.story).toEqual([
      'submit r1',
      'treatment dialog:play',
      'action dialog:stop',
      'routed anna by ixn:redirect',
    ]);
  });

  test('a target that is offered while a redirect is under way does not start a second one', async () => {
    const line: Line = {
      blocks: [
        block('Entry', 'Start'),
        kept('First', 'Sales'),
        selection('Second', 'Service', { Timeout: '60', Priority: '9' }),
      ],
      links: ['Start.green > First', 'First.red > Second'],
    };
    const both = [
      { id: 'bob', groups: ['Service'], ready: [{ at: 30, value: true }] },
      { id: 'anna', groups: ['Sales'], ready: [{ at: 30, value: true }] },
    ];
    const run = await runLine(line, { world: { agents: both } }, { selection: 'redirect' });
    expect(run).toMatchObject({ end: 'routed', findings: [] });
    expect(run.story.filter((step) => step.startsWith('routed'))).toHaveLength(1);
  });
});

describe('targets in a variable that widen in a loop', () => {
  const widening = (more: Readonly<Record<string, string>> = {}): Line => ({
    variables: ['level INTEGER 8', 'target STRING'],
    blocks: [
      block('Entry', 'Start'),
      block(
        'Multi-Assign',
        'Widen',
        {},
        {
          Assignments: [
            { Variable: 'level', Expression: 'level - 3' },
            { Variable: 'target', Expression: "Cat['?:Loans > ', level, '@Stat.GA']" },
          ],
        },
      ),
      block(
        'Selection',
        'Queue',
        { 'Virtual Queue Alias': 'VQ_Loans', Timeout: '10', 'Clear Target': 'false', ...more },
        {
          Targets: [
            { Type: 'Variable', Name: 'target' },
            { Type: 'Agent Group', Name: 'Boss', 'Stat Server': 'Stat' },
          ],
        },
      ),
    ],
    links: ['Start.green > Widen', 'Widen.green > Queue', 'Queue.red > Widen'],
  });
  const agent = (id: string, level: number, at: number) => ({
    id,
    skills: { Loans: level },
    ready: [{ at, value: true }],
  });

  test('the request that waits gets the wider ones', async () => {
    const run = await runLine(widening(), { world: { agents: [agent('bob', 3, 0)] } });
    expect(run).toMatchObject({ end: 'routed', target: 'bob', findings: [], duration: 10 });
    expect(run.story).toEqual(['submit r1', 'update r1', 'routed bob by submit']);
    expect(run.steps[1]?.params['targets']).toEqual(['?:Loans > 2@Stat.GA']);
  });

  test('and keeps those that it had', async () => {
    const boss = { id: 'cleo', groups: ['Boss'], ready: [{ at: 25, value: true }] };
    const run = await runLine(widening(), { world: { agents: [boss] } });
    expect(run).toMatchObject({ end: 'routed', target: 'cleo', duration: 25 });
    expect(run.story.filter((step) => step.startsWith('submit'))).toEqual(['submit r1']);
  });

  test('what stays as it is needs no update', async () => {
    const run = await runLine(comfort, { world: { agents: [anna(35)] }, answers: slow });
    expect(run.story.filter((step) => step.startsWith('update'))).toEqual([]);
  });

  test('the finding says what is inferred, and that the virtual queue stays', () => {
    const line: Line = {
      ...widening({ 'VQ Variable': 'name' }),
      variables: ['level INTEGER 8', 'target STRING', 'name STRING'],
    };
    const messages = convertLines([line])
      .all.map(({ message }) => message)
      .join();
    expect(messages).toContain('gets its priority, treatments and further targets by queue:update');
    expect(messages).toContain('its virtual queue stays that of the first pass');
  });
});
