// Settings that act on later blocks: one constant on every way stands in place, what differs travels in data, through branches, loops and subroutines.
import { describe, expect, test } from 'vitest';
import {
  convert,
  pageOf,
  property,
  run,
  table,
  type BlockText,
  type StrategyText,
} from '../lifting/run-strategy.js';

const nobody = 'world: { defaultDestination: "5550199" }';

const selection = (id: string, queue: string, to = '9', more = ''): BlockText => ({
  id,
  type: 'Selection',
  inside:
    (queue === '' ? '' : property('Virtual Queue Alias', queue)) +
    property('Timeout', '5') +
    property('Clear Target', 'true') +
    more +
    table('Targets', [
      { Type: 'Agent Group', Name: 'Gold', 'Stat Server': 'S' },
      { Type: 'Agent Group', Name: 'Blue', 'Stat Server': 'S', Threshold: 'callage[] > 3' },
    ]),
  links: [`red ${to}`],
});

const call = (id: string, expression: string, to: string): BlockText => ({
  id,
  type: 'Function',
  inside: property('Expression', expression),
  links: [`green ${to}`, 'red 9'],
});

const choice = (id: string, condition: string, yes: string, no: string): BlockText => ({
  id,
  type: 'If',
  inside: property('Expression', condition),
  links: [`green ${yes}`, `red ${no}`],
});

const strategy = (...blocks: readonly BlockText[]): StrategyText => ({
  variables: ['n INTEGER', 'q STRING'],
  blocks: [{ id: '1', type: 'Entry', links: ['green 2'] }, ...blocks, { id: '9', type: 'Default' }],
});

/** The submits of a page, each by the value of an attribute. */
const attributes = (page: string, name: string): readonly string[] =>
  [...page.matchAll(/<queue:submit [^>]*>/g)].map(
    ([submit]) => new RegExp(` ${name}="([^"]*)"`).exec(submit)?.[1] ?? 'none',
  );

const thresholds = (page: string): readonly string[] =>
  [...page.matchAll(/<queue:target [^>]*>/g)].map(
    ([target]) => / threshold="([^"]*)"/.exec(target)?.[1] ?? '',
  );

async function priorities(page: string, yaml = ''): Promise<readonly number[]> {
  const { steps, faults } = await run(page, `${yaml}\n${nobody}`);
  expect(faults).toEqual([]);
  return steps.flatMap((step) => {
    const { kind, params } = JSON.parse(step) as { kind: string; params: { priority?: number } }; // written by the trace
    return kind === 'submit' ? [params.priority ?? -1] : [];
  });
}

describe('a constant on every way', () => {
  test('stands in each block that it reaches', async () => {
    const page = pageOf(
      convert([strategy(call('2', 'Priority[8]', '3'), selection('3', 'VQ_A', '4'), selection('4', 'VQ_B'))]),
    );
    expect(attributes(page, 'priority')).toEqual(['8', '8']);
    expect(await priorities(page)).toEqual([8, 8]);
  });

  test('is replaced by a later one, and a block of its own comes first', () => {
    const page = pageOf(
      convert([
        strategy(
          call('2', 'Priority[8]', '3'),
          call('3', 'Priority[-2]', '4'),
          selection('4', 'VQ_A', '5'),
          selection('5', 'VQ_B', '9', property('Priority', '3')),
        ),
      ]),
    );
    expect(attributes(page, 'priority')).toEqual(['-2', '3']);
  });

  test('is the same when both ways set it alike', () => {
    const page = pageOf(
      convert([
        strategy(
          choice('2', "ANI[] = '1'", '3', '4'),
          call('3', 'Priority[8]', '5'),
          call('4', 'Priority[8]', '5'),
          selection('5', 'VQ_A'),
        ),
      ]),
    );
    expect(attributes(page, 'priority')).toEqual(['8']);
  });

  test('a page in which nothing is set has no place for settings', () => {
    const page = pageOf(convert([strategy(selection('2', 'VQ_A'))]));
    expect(page).not.toContain('ird_set');
    expect(attributes(page, 'priority')).toEqual(['none']);
  });
});

describe('ways that disagree', () => {
  const branching = strategy(
    choice('2', "ANI[] = '1'", '3', '4'),
    call('3', 'Priority[8]', '4'),
    selection('4', 'VQ_A'),
  );

  test('the value travels in data', async () => {
    const page = pageOf(convert([branching]));
    expect(attributes(page, 'priority')).toEqual(["ird.setting('priority', 0)"]);
    expect(await priorities(page, "interaction: { ani: '1' }")).toEqual([8]);
    expect(await priorities(page, "interaction: { ani: '2' }")).toEqual([0]);
  });

  test('what is computed travels, with the value that it had when it was set', async () => {
    const page = pageOf(
      convert([
        strategy(
          {
            id: '2',
            type: 'Multi-Function',
            inside: table('Calls', [
              { Result: 'n', Expression: '4' },
              { Expression: 'Priority[n * 2]' },
              { Result: 'n', Expression: '1' },
            ]),
            links: ['green 3', 'red 9'],
          },
          selection('3', 'VQ_A'),
        ),
      ]),
    );
    expect(await priorities(page)).toEqual([8]);
  });

  test('a call that short-circuit may leave out is no constant', async () => {
    const page = pageOf(
      convert([strategy(choice('2', "ANI[] = '1' & Priority[8] = ''", '3', '3'), selection('3', 'VQ_A'))]),
    );
    expect(await priorities(page, "interaction: { ani: '1' }")).toEqual([8]);
    expect(await priorities(page, "interaction: { ani: '2' }")).toEqual([0]);
  });

  test('a loop brings the later value to the earlier block', async () => {
    const page = pageOf(
      convert([
        strategy(
          selection('2', 'VQ_A', '3'),
          {
            id: '3',
            type: 'Multi-Function',
            inside: table('Calls', [{ Result: 'n', Expression: 'n + 1' }, { Expression: 'Priority[n * 5]' }]),
            links: ['green 4', 'red 9'],
          },
          choice('4', 'n < 3', '2', '9'),
        ),
      ]),
    );
    expect(await priorities(page)).toEqual([0, 5, 10]);
  });
});

describe('subroutines', () => {
  const sub = (expression: string): StrategyText => ({
    name: 'Sub',
    kind: 'subroutine',
    blocks: [
      { id: '1', type: 'Entry', links: ['green 2'] },
      call('2', expression, '9'),
      { id: '9', type: 'Exit' },
    ],
  });
  const callSub = (id: string, to: string): BlockText => ({
    id,
    type: 'Call Subroutine',
    inside: property('Subroutine', 'Sub'),
    links: [`green ${to}`, 'red 9'],
  });

  test('what a subroutine sets holds after it', async () => {
    const page = pageOf(convert([strategy(callSub('2', '3'), selection('3', 'VQ_A')), sub('Priority[6]')]));
    expect(await priorities(page)).toEqual([6]);
    expect(attributes(page, 'priority')[0]).toMatch(/^(6|ird\.setting\('priority', 0\))$/);
  });

  test('what the caller has set passes through', async () => {
    const page = pageOf(
      convert([
        strategy(call('2', 'Priority[8]', '3'), callSub('3', '4'), selection('4', 'VQ_A')),
        sub('StrLen[ANI[]]'),
      ]),
    );
    expect(attributes(page, 'priority')).toEqual(['8']);
  });

  test('two callers with different settings are kept apart in data', async () => {
    const inner: StrategyText = {
      name: 'Sub',
      kind: 'subroutine',
      blocks: [
        { id: '1', type: 'Entry', links: ['green 2'] },
        { ...selection('2', 'VQ_Sub', '9') },
        { id: '9', type: 'Exit' },
      ],
    };
    const page = pageOf(
      convert([
        strategy(
          call('2', 'Priority[8]', '3'),
          callSub('3', '4'),
          call('4', 'Priority[2]', '5'),
          callSub('5', '9'),
        ),
        inner,
      ]),
    );
    expect(await priorities(page)).toEqual([8, 2]);
  });
});

describe('other strategies', () => {
  const goTo = (id: string, name: string): BlockText => ({
    id,
    type: 'Switch to Strategy',
    inside: property('Strategy', name),
    links: ['red 9'],
  });
  const other = (...blocks: readonly BlockText[]): StrategyText => ({
    ...strategy(...blocks),
    name: 'Other',
  });

  test('what was set holds in the strategy that is jumped to, as a constant', async () => {
    const page = pageOf(
      convert([
        strategy(call('2', 'Priority[8]', '3'), goTo('3', 'Other')),
        other(selection('2', 'VQ_A', '3'), selection('3', 'VQ_B', '9', property('Priority', '3'))),
      ]),
    );
    expect(attributes(page, 'priority')).toEqual(['8', '3']);
    expect(await priorities(page)).toEqual([8, 3]);
  });

  test('two jumps with different settings are kept apart in data', async () => {
    const page = pageOf(
      convert([
        strategy(
          choice('2', "ANI[] = '1'", '3', '4'),
          call('3', 'Priority[8]', '5'),
          call('4', 'Priority[2]', '6'),
          goTo('5', 'Other'),
          goTo('6', 'Other'),
        ),
        other(selection('2', 'VQ_A')),
      ]),
    );
    expect(await priorities(page, "interaction: { ani: '1' }")).toEqual([8]);
    expect(await priorities(page, "interaction: { ani: '2' }")).toEqual([2]);
  });

  test('a jump out of a subroutine takes along what the caller and the subroutine have set', async () => {
    const page = pageOf(
      convert([
        strategy(
          call('2', 'Priority[8]', '3'),
          {
            id: '3',
            type: 'Call Subroutine',
            inside: property('Subroutine', 'Sub'),
            links: ['green 4', 'red 9'],
          },
          selection('4', 'VQ_Never'),
        ),
        {
          name: 'Sub',
          kind: 'subroutine',
          blocks: [
            { id: '1', type: 'Entry', links: ['green 2'] },
            call('2', "SetVQPriority['VQ_B',5]", '3'),
            goTo('3', 'Other'),
            { id: '9', type: 'Exit' },
          ],
        },
        other(selection('2', 'VQ_A', '3'), selection('3', 'VQ_B')),
      ]),
    );
    expect(await priorities(page)).toEqual([8, 5]);
  });

  test('a strategy that jumps to itself begins with what it has set', async () => {
    const page = pageOf(
      convert([
        strategy(
          selection('2', 'VQ_A', '3'),
          choice('3', 'GetPriority[] = 8', '9', '4'),
          call('4', 'Priority[8]', '5'),
          goTo('5', 'Lifted'),
        ),
      ]),
    );
    expect(await priorities(page)).toEqual([0, 8]);
  });

  test('a macro sets what follows it, and sees what came before', async () => {
    const page = pageOf(
      convert([
        strategy(
          call('2', 'Priority[8]', '3'),
          { id: '3', type: 'Macro', inside: property('Macro', 'Raise'), links: ['green 4', 'red 9'] },
          selection('4', 'VQ_A'),
        ),
        {
          name: 'Raise',
          kind: 'macro',
          blocks: [
            { id: '1', type: 'Entry', links: ['green 2'] },
            selection('2', 'VQ_M', '3'),
            call('3', 'Priority[9]', '9'),
            { id: '9', type: 'Exit' },
          ],
        },
      ]),
    );
    expect(await priorities(page)).toEqual([8, 9]);
  });
});

describe('queue, threshold, agents', () => {
  test('a priority for one virtual queue comes before the one for all', async () => {
    const page = pageOf(
      convert([
        strategy(
          call('2', "SetVQPriority['VQ_B',9]", '3'),
          call('3', 'Priority[4]', '4'),
          selection('4', 'VQ_A', '5'),
          selection('5', 'VQ_B'),
        ),
      ]),
    );
    expect(attributes(page, 'priority')).toEqual(['4', '9']);
  });

  test('for a queue that is known at run time both travel', async () => {
    const page = pageOf(
      convert([
        strategy(
          {
            id: '2',
            type: 'Assign',
            inside: property('Variable', 'q') + property('Expression', "'VQ_B'"),
            links: ['green 3', 'red 9'],
          },
          call('3', 'SetVQPriority[q,9]', '4'),
          call('4', 'Priority[4]', '5'),
          selection('5', 'VQ_A', '6'),
          selection('6', 'VQ_B'),
        ),
      ]),
    );
    expect(await priorities(page)).toEqual([4, 9]);
  });

  test('SetVQ gives the queue of a block that names none', () => {
    const page = pageOf(
      convert([strategy(call('2', "SetVQ['VQ_Set']", '3'), selection('3', '', '4'), selection('4', 'VQ_B'))]),
    );
    expect(attributes(page, 'queue')).toEqual(["'VQ_Set'", "'VQ_B'"]);
  });

  test('a threshold joins those of the targets', () => {
    const page = pageOf(
      convert([strategy(call('2', "SetTargetThreshold['callage[] > 9']", '3'), selection('3', 'VQ_A'))]),
    );
    expect(thresholds(page)).toEqual(["'callage[] &gt; 9'", "'(callage[] &gt; 9) &amp; (callage[] &gt; 3)'"]);
    const one = pageOf(
      convert([
        strategy(call('2', "SetTargetThreshold['Gold','callage[] > 9']", '3'), selection('3', 'VQ_A')),
      ]),
    );
    expect(thresholds(one)).toEqual(["'callage[] &gt; 9'", "'callage[] &gt; 3'"]);
  });

  test('a threshold that differs by the way is joined when the page runs', async () => {
    const page = pageOf(
      convert([
        strategy(
          choice('2', "ANI[] = '1'", '3', '4'),
          call('3', "SetTargetThreshold['callage[] > 9999']", '4'),
          selection('4', 'VQ_A'),
        ),
      ]),
    );
    const gold = 'agents: [{ id: g, groups: [Gold], ready: true }], defaultDestination: "5550199"';
    expect((await run(page, `interaction: { ani: '1' }\nworld: { ${gold} }`)).end).toBe('defaulted');
    expect((await run(page, `interaction: { ani: '2' }\nworld: { ${gold} }`)).target).toBe('g');
  });

  test('excluded agents stay excluded, and the list that was in force is given', async () => {
    const page = pageOf(
      convert([
        strategy(
          {
            id: '2',
            type: 'Multi-Function',
            inside: table('Calls', [
              { Expression: "ExcludeAgents['g']" },
              { Result: 'q', Expression: "ExcludeAgents['g,h']" },
            ]),
            links: ['green 3', 'red 9'],
          },
          choice('3', "q = 'g'", '4', '9'),
          selection('4', 'VQ_A', '5'),
          selection('5', 'VQ_B'),
        ),
      ]),
    );
    const ran = await run(
      page,
      'world: { agents: [{ id: g, groups: [Gold], ready: true }, { id: k, groups: [Gold], ready: [{ at: 7, value: true }] }] }',
    );
    expect([ran.target, ran.faults]).toEqual(['k', []]);
  });
});

describe('GetPriority', () => {
  test('gives what was set while nothing waits', async () => {
    const page = pageOf(
      convert([
        strategy(
          call('2', 'Priority[8]', '3'),
          choice('3', 'GetPriority[] = 8', '4', '9'),
          selection('4', 'VQ_A'),
        ),
      ]),
    );
    expect(await priorities(page)).toEqual([8]);
  });
});
