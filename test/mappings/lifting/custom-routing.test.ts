// Custom routing: SelectDN asks and goes on, SuspendForDN waits, RouteCall delivers; what each does when nobody is there, when a request or a delivery
// fails, and what becomes of requests that stay open.
import { describe, expect, test } from 'vitest';
import {
  attach,
  convert,
  pageOf,
  property,
  run,
  table,
  type BlockText,
  type Ran,
  type StrategyText,
} from './run-strategy.js';

const ready = (...ids: readonly string[]): string =>
  ids.map((id) => `{ id: ${id}, groups: [Sales], ready: true }`).join(', ');
const world = (agents: string): string => `world: { defaultDestination: "5550199", agents: [${agents}] }`;

const entry: BlockText = { id: '1', type: 'Entry', links: ['green 2'] };
const end: BlockText = { id: '9', type: 'Default' };
const calls = (id: string, rows: readonly Readonly<Record<string, string>>[], ...links: readonly string[]) =>
  ({ id, type: 'Multi-Function', inside: table('Calls', rows), links }) satisfies BlockText;

const select = { Expression: "SelectDN['Sales@StatServer.GA','VQ_Sales']" };
const suspend = (seconds: number): Readonly<Record<string, string>> => ({
  Result: 'dn',
  Expression: `SuspendForDN[${String(seconds)}]`,
});

/** Selects, waits, and routes to what was found. */
const usual = (route = 'RouteCall[dn]'): StrategyText => ({
  variables: ['dn STRING'],
  blocks: [
    entry,
    calls('2', [select, suspend(10)], 'green 3', 'red 6'),
    {
      id: '3',
      type: 'If',
      inside: property('Expression', "dn = 'return:timeout'"),
      links: ['green 5', 'red 4'],
    },
    calls('4', [{ Expression: route }], 'red 6'),
    attach('5', 'Way', "'late'", '9'),
    attach('6', 'Way', "'failed'", '9'),
    end,
  ],
});

const steps = ({ steps: all }: Ran, kind: string): readonly string[] =>
  all.filter((step) => step.includes(`"kind":"${kind}"`));
const way = (ran: Ran): string | undefined => /"Way":"(\w+)"/.exec(ran.steps.join('\n'))?.[1];

describe('select, suspend, route', () => {
  test.each(['RouteCall[dn]', 'RouteCall[]', "RouteCall['']"])(
    'an agent who is ready gets the call by %s',
    async (route) => {
      const ran = await run(pageOf(convert([usual(route)])), world(ready('A01')));
      expect(ran).toMatchObject({ end: 'routed', target: 'A01', faults: [] });
      expect(steps(ran, 'submit')).toHaveLength(1);
      expect(steps(ran, 'submit')[0]).toContain('"route":false');
      expect(steps(ran, 'routed')[0]).toContain('"by":"ixn:redirect"');
    },
  );

  test('an agent who is ready in time gets the call', async () => {
    const late = '{ id: A01, groups: [Sales], ready: [{ at: 9, value: true }] }';
    expect(await run(pageOf(convert([usual()])), world(late))).toMatchObject({
      end: 'routed',
      target: 'A01',
    });
  });

  test('an agent who is ready too late does not: the text says so', async () => {
    const late = '{ id: A01, groups: [Sales], ready: [{ at: 11, value: true }] }';
    const ran = await run(pageOf(convert([usual()])), world(late));
    expect(ran).toMatchObject({ end: 'defaulted', target: '5550199', faults: [] });
    expect(way(ran)).toBe('late');
    expect(steps(ran, 'cancel')).toHaveLength(1);
  });

  test('a number of its own needs no selection, and gives up what was selected', async () => {
    const ran = await run(pageOf(convert([usual("RouteCall['5550123']")])), world(ready('A01')));
    expect(ran).toMatchObject({ end: 'routed', target: '5550123', faults: [] });
  });

  test('a delivery that fails takes the red port, and the selection is used up', async () => {
    const failing = 'answers: { deliveries: [{ to: A01, error: invaliddestination }] }';
    const ran = await run(pageOf(convert([usual()])), `${world(ready('A01'))}\n${failing}`);
    expect(ran).toMatchObject({ end: 'defaulted', target: '5550199', faults: [] });
    expect(way(ran)).toBe('failed');
  });

  test('a request that fails takes the red port of the block that waits', async () => {
    const failing = 'answers: { failures: [{ action: "queue:submit", error: invalidtarget }] }';
    const ran = await run(pageOf(convert([usual()])), `${world(ready('A01'))}\n${failing}`);
    expect(ran).toMatchObject({ end: 'defaulted', faults: [] });
    expect(way(ran)).toBe('failed');
  });

  test.each([
    ['while it waits', 5],
    ['before anything', 0],
  ])('a caller who hangs up %s is gone, and the request with him', async (_words, at) => {
    const ran = await run(pageOf(convert([usual()])), `${world('')}\ninteraction: { hangup: ${String(at)} }`);
    expect(ran).toMatchObject({ end: 'abandoned', faults: [] });
  });

  test('a wait that was never asked for runs to its end', async () => {
    const alone: StrategyText = {
      variables: ['dn STRING'],
      blocks: [
        entry,
        calls('2', [suspend(3)], 'green 3', 'red 9'),
        attach('3', 'Way', 'StrSub[dn,8,14]', '9'),
        end,
      ],
    };
    expect(way(await run(pageOf(convert([alone])), world('')))).toBe('timeout');
  });
});

describe('a wait without a limit', () => {
  const unlimited = (...first: readonly Readonly<Record<string, string>>[]): StrategyText => ({
    variables: ['dn STRING'],
    blocks: [
      entry,
      calls('2', [...first, { Result: 'dn', Expression: 'SuspendForDN[]' }], 'green 3', 'red 4'),
      calls('3', [{ Expression: 'RouteCall[dn]' }], 'red 4'),
      attach('4', 'Way', "'failed'", '9'),
      end,
    ],
  });

  test('lasts until somebody is found', async () => {
    const late = '{ id: A01, groups: [Sales], ready: [{ at: 4000, value: true }] }';
    expect(await run(pageOf(convert([unlimited(select)])), world(late))).toMatchObject({
      end: 'routed',
      target: 'A01',
      faults: [],
    });
  });

  test('fails at once when nothing waits', async () => {
    const ran = await run(pageOf(convert([unlimited()])), world(ready('A01')));
    expect(ran).toMatchObject({ end: 'defaulted', faults: [] });
    expect(way(ran)).toBe('failed');
  });
});

test('a consultation that is completed before the request has its id: it is made again for the caller', async () => {
  const noted: StrategyText = {
    variables: ['dn STRING'],
    blocks: [
      entry,
      attach('2', 'Noted', "'yes'", '3'),
      calls('3', [select, suspend(10)], 'green 4', 'red 5'),
      calls('4', [{ Expression: 'RouteCall[dn]' }], 'red 5'),
      attach('5', 'Way', "'failed'", '9'),
      end,
    ],
  };
  const late = '{ id: A01, groups: [Sales], ready: [{ at: 5, value: true }] }';
  const ran = await run(
    pageOf(convert([noted])),
    `${world(late)}
interaction: { parent: caller }
interactions: [{ id: caller, ani: "5550123" }]
happenings: [{ after: interaction.udata.changed, merge: true }]`,
  );
  expect(ran).toMatchObject({ end: 'routed', target: 'A01', faults: [] });
  expect(way(ran)).toBeUndefined();
});

describe('requests that stay open', () => {
  const loop = (first: string): StrategyText => ({
    variables: ['dn STRING', 'n INTEGER'],
    blocks: [
      entry,
      calls('2', [{ Expression: first }, suspend(5)], 'green 3', 'red 9'),
      {
        id: '3',
        type: 'If',
        inside: property('Expression', "dn = 'return:timeout'"),
        links: ['green 4', 'red 6'],
      },
      {
        id: '4',
        type: 'Assign',
        inside: property('Variable', 'n') + property('Expression', 'n + 1'),
        links: ['green 5', 'red 9'],
      },
      { id: '5', type: 'If', inside: property('Expression', 'n < 3'), links: ['green 2', 'red 9'] },
      calls('6', [{ Expression: 'RouteCall[dn]' }], 'red 9'),
      end,
    ],
  });
  const at = (second: number): string =>
    world(`{ id: A01, groups: [Sales], ready: [{ at: ${String(second)}, value: true }] }`);

  test('the same targets once more keep the place in the queue', async () => {
    const ran = await run(pageOf(convert([loop(select.Expression)])), at(12));
    expect(ran).toMatchObject({ end: 'routed', target: 'A01', faults: [] });
    expect(steps(ran, 'submit')).toHaveLength(1);
    expect(steps(ran, 'cancel')).toHaveLength(0);
  });

  test('targets that may have changed are asked for anew', async () => {
    const ran = await run(pageOf(convert([loop("SelectDN[Cat['Sales','@StatServer.GA']]")])), at(12));
    expect(ran).toMatchObject({ end: 'routed', target: 'A01', faults: [] });
    expect(steps(ran, 'submit')).toHaveLength(3);
    expect(steps(ran, 'cancel')).toHaveLength(2);
  });

  test('a late reply to the request that was replaced is not taken for one to the new request', async () => {
    const page = pageOf(convert([loop("SelectDN[Cat['Sales','@StatServer.GA']]")]));
    const late =
      '{ in: If_5, name: queue.submit.done, data: { requestid: request-1, resource: { dn: "7999" } } }';
    const ran = await run(page, `${at(12)}\nanswers: { events: [${late}] }`);
    expect(ran).toMatchObject({ end: 'routed', target: 'A01', faults: [] });
    expect(ran.steps.join('\n')).not.toContain('7999');
  });

  test('who is found while another block runs is kept until the strategy asks', async () => {
    const announced: StrategyText = {
      variables: ['dn STRING'],
      blocks: [
        entry,
        calls('2', [select], 'green 3', 'red 9'),
        { id: '3', type: 'Pause', inside: property('Duration', '8'), links: ['green 4', 'red 9'] },
        calls('4', [suspend(5), { Expression: 'RouteCall[dn]' }], 'red 9'),
        end,
      ],
    };
    const ran = await run(pageOf(convert([announced])), at(3));
    expect(ran).toMatchObject({ end: 'routed', target: 'A01', faults: [] });
  });

  test('who was found is not asked for again, and ClearTargets forgets him', async () => {
    const again = (more: readonly Readonly<Record<string, string>>[]): StrategyText => ({
      variables: ['dn STRING'],
      blocks: [
        entry,
        calls('2', [select], 'green 3', 'red 9'),
        { id: '3', type: 'Pause', inside: property('Duration', '2'), links: ['green 4', 'red 9'] },
        calls('4', [...more, suspend(5)], 'green 5', 'red 9'),
        attach('5', 'Way', 'StrSub[dn,1,6]', '9'),
        end,
      ],
    });
    const kept = await run(pageOf(convert([again([select])])), world(ready('A01')));
    expect(steps(kept, 'submit')).toHaveLength(1);
    expect(way(kept)).toBe('A01');
    const cleared = await run(
      pageOf(convert([again([{ Expression: 'ClearTargets[]' }])])),
      world(ready('A01')),
    );
    expect(way(cleared)).toBe('return');
  });

  test('the first of several that is found wins, the other is given up', async () => {
    const two: StrategyText = {
      variables: ['dn STRING'],
      blocks: [
        entry,
        calls(
          '2',
          [
            { Expression: "SelectDN['Nobody@StatServer.GA']" },
            select,
            suspend(5),
            { Expression: 'RouteCall[dn]' },
          ],
          'red 9',
        ),
        end,
      ],
    };
    const ran = await run(pageOf(convert([two])), world(ready('A01')));
    expect(ran).toMatchObject({ end: 'routed', target: 'A01', faults: [] });
    expect(steps(ran, 'cancel')).toHaveLength(1);
  });

  test('ClearTargets gives them up', async () => {
    const cleared: StrategyText = {
      variables: ['dn STRING'],
      blocks: [
        entry,
        calls('2', [select, { Expression: 'ClearTargets[]' }, suspend(20)], 'green 9', 'red 9'),
        end,
      ],
    };
    const ran = await run(pageOf(convert([cleared])), at(12));
    expect(ran).toMatchObject({ end: 'defaulted', faults: [] });
  });
});

describe('what reaches them', () => {
  test('a priority that grows does not, and the report says so', () => {
    const grows: StrategyText = {
      variables: ['dn STRING'],
      blocks: [
        entry,
        calls('2', [{ Expression: 'IncrementPriority[2,10]' }], 'green 3', 'red 9'),
        calls('3', [select, suspend(5), { Expression: 'RouteCall[dn]' }], 'red 9'),
        end,
      ],
    };
    const words = 'keeps the priority that it was made with';
    expect(pageOf(convert([grows]))).toContain(words);
    expect(pageOf(convert([usual()]))).not.toContain(words);
  });

  test('queue and priority that were set before, as they reach a Selection', async () => {
    const set: StrategyText = {
      variables: ['dn STRING'],
      blocks: [
        entry,
        calls(
          '2',
          [
            { Expression: "SetVQ['VQ_Gold']" },
            { Expression: 'Priority[7]' },
            { Expression: "ExcludeAgents['A01']" },
          ],
          'green 3',
          'red 9',
        ),
        calls(
          '3',
          [{ Expression: "SelectDN['Sales@StatServer.GA']" }, suspend(5), { Expression: 'RouteCall[dn]' }],
          'red 9',
        ),
        end,
      ],
    };
    const ran = await run(pageOf(convert([set])), world(ready('A01', 'A02')));
    expect(ran).toMatchObject({ end: 'routed', target: 'A02', faults: [] });
    expect(steps(ran, 'submit')[0]).toMatch(/"queue":"VQ_Gold".*"priority":7/);
  });

  test('the other order of arguments, and a statistic with its order', async () => {
    const call = "SelectDN['VQ_Gold','Sales@StatServer.GA','StatTimeInReadyState','MinStat',3]";
    const strategy: StrategyText = {
      variables: ['dn STRING'],
      blocks: [
        entry,
        calls('2', [{ Expression: call }, suspend(5), { Expression: 'RouteCall[dn]' }], 'red 9'),
        end,
      ],
    };
    const page = pageOf(
      convert([strategy], { 'select-dn.arguments': 'virtual queue, targets, statistic, order, priority' }),
    );
    const ran = await run(page, world(ready('A01')));
    expect(ran).toMatchObject({ end: 'routed', target: 'A01', faults: [] });
    expect(steps(ran, 'submit')[0]).toMatch(
      /"queue":"VQ_Gold","priority":3,"ordertype":"min","orderstat":"StatTimeInReadyState"/,
    );
  });
});
