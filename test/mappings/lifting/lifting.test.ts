// Lifted calls: they are made in the order of IRD, once, only where IRD would make them, and their failure is the failure of their block.
import { describe, expect, test } from 'vitest';
import {
  attach,
  convert,
  keptSelection,
  pageOf,
  property,
  run,
  table,
  type BlockText,
  type Ran,
  type StrategyText,
} from './run-strategy.js';

const nobody = 'world: { defaultDestination: "5550199" }';
const entry: BlockText = { id: '1', type: 'Entry', links: ['green 2'] };
const end: BlockText = { id: '9', type: 'Default' };
const prioritised = keptSelection('2', '3', property('Priority', '7'));

/** An If on that condition after a Selection that keeps its targets; its ports attach `Way`. */
const decided = (condition: string): StrategyText => ({
  variables: ['n INTEGER'],
  blocks: [
    entry,
    prioritised,
    { id: '3', type: 'If', inside: property('Expression', condition), links: ['green 4', 'red 5'] },
    attach('4', 'Way', "'green'", '9'),
    attach('5', 'Way', "'red'", '9'),
    end,
  ],
});

const queries = ({ steps }: Ran): number => steps.filter((step) => step.includes('queue:query')).length;
const attached = ({ steps }: Ran): readonly string[] =>
  steps.flatMap((step) => /"kind":"udata".*"set":(\{.*?\})/.exec(step)?.[1] ?? []);

describe('conditions', () => {
  test.each([
    ['GetPriority[] > 5', 1, 'green'],
    ['GetPriority[] > 7', 1, 'red'],
    ["UData['a'] = 'x' & GetPriority[] = 7", 1, 'green'],
    ["UData['a'] = 'y' & GetPriority[] = 7", 0, 'red'],
    ["UData['a'] = 'x' | GetPriority[] = 7", 0, 'green'],
    ["UData['a'] = 'y' | GetPriority[] = 7", 1, 'green'],
    // Equal precedence, from the left: (true | asked) & asked.
    ["UData['a'] = 'x' | GetPriority[] = 1 & GetPriority[] = 7", 1, 'green'],
    ["GetPriority[] = 1 & GetPriority[] = 7 | UData['a'] = 'x'", 1, 'green'],
    ['GetPriority[] = 7 & PlaceInQueue[] = 1 & GetPriority[] - PlaceInQueue[] = 6', 4, 'green'],
    ['GetPriority[]', 1, 'green'],
    ['-GetPriority[] < 0', 1, 'green'],
    ["StrLen[Cat['ab', GetPriority[]]] = 3", 1, 'green'],
  ])('%s asks %i times and goes %s', async (condition, asked, way) => {
    const page = pageOf(convert([decided(condition)]));
    const ran = await run(page, `interaction: { udata: { a: x } }\n${nobody}`);
    expect(ran.faults).toEqual([]);
    expect(queries(ran)).toBe(asked);
    expect(attached(ran)).toEqual([JSON.stringify({ Way: way })]);
    expect(ran.end).toBe('defaulted');
  });

  test('a long chain of asking operands needs no deep stack', () => {
    const condition = ['GetPriority[] = 1', ...Array.from({ length: 500 }, () => "ANI[] = '1'")].join(' | ');
    expect(pageOf(convert([decided(condition)]))).toContain('queue:query');
  });

  test('without a request that waits there is nothing to ask', async () => {
    const blocks: readonly BlockText[] = [
      { ...entry, links: ['green 3'] },
      ...decided('GetPriority[] = 0').blocks.slice(2),
    ];
    const ran = await run(pageOf(convert([{ blocks }])), nobody);
    expect(queries(ran)).toBe(0);
    expect(attached(ran)).toEqual(['{"Way":"green"}']);
  });
});

describe('order', () => {
  test('what stands left of a request is computed before it, though the value changes meanwhile', async () => {
    const strategy: StrategyText = {
      blocks: [
        { ...entry, links: ['green 3'] },
        attach('3', 'Seen', "Cat[UData['k'], SuspendForEvent[10,'user','ready'], UData['k']]", '9'),
        end,
      ],
    };
    const ran = await run(
      pageOf(convert([strategy])),
      `interaction: { udata: { k: old } }\nhappenings: [{ at: 2, udata: { k: new } }]\n${nobody}`,
    );
    expect(ran.faults).toEqual([]);
    expect(attached(ran).at(-1)).toBe('{"Seen":"oldreturn:timeoutnew"}');
    expect(ran.steps.find((step) => step.includes('Seen'))).toContain('"at":10');
  });

  test('a later row of a Multi-Assign asks after the earlier rows have assigned', async () => {
    const strategy: StrategyText = {
      variables: ['n INTEGER', 's STRING'],
      blocks: [
        { ...entry, links: ['green 3'] },
        {
          id: '3',
          type: 'Multi-Assign',
          inside: table('Assignments', [
            { Variable: 'n', Expression: 'n + 3' },
            { Variable: 's', Expression: "SuspendForEvent[n * 2,'user','ready']" },
            { Variable: 'n', Expression: 'n + 1' },
          ]),
          links: ['green 4', 'red 9'],
        },
        attach('4', 'Seen', 'Cat[n, s]', '9'),
        end,
      ],
    };
    const ran = await run(pageOf(convert([strategy])), nobody);
    expect(attached(ran)).toEqual(['{"Seen":"4return:timeout"}']);
    expect(ran.steps.find((step) => step.includes('Seen'))).toContain('"at":6');
  });

  test('a later segment asks only when no earlier one holds', async () => {
    const strategy = (first: string): StrategyText => ({
      blocks: [
        entry,
        prioritised,
        {
          id: '3',
          type: 'Generic',
          inside: table('Segments', [
            { Port: 'a', Expression: first },
            { Port: 'b', Expression: 'GetPriority[] = 7' },
            { Port: 'c', Expression: "ANI[] = '5550100'" },
          ]),
          links: ['a 4', 'b 5', 'c 6', 'default 9'],
        },
        attach('4', 'Way', "'a'", '9'),
        attach('5', 'Way', "'b'", '9'),
        attach('6', 'Way', "'c'", '9'),
        end,
      ],
    });
    const byAni = await run(pageOf(convert([strategy("ANI[] = '5550100'")])), nobody);
    expect([queries(byAni), attached(byAni)]).toEqual([0, ['{"Way":"a"}']]);
    const byPriority = await run(pageOf(convert([strategy("ANI[] = '1'")])), nobody);
    expect([queries(byPriority), attached(byPriority)]).toEqual([1, ['{"Way":"b"}']]);
    const asked = await run(pageOf(convert([strategy('GetPriority[] = 8')])), nobody);
    expect([queries(asked), attached(asked)]).toEqual([2, ['{"Way":"b"}']]);
  });
});

describe('failure', () => {
  const broken = `answers: { failures: [{ action: 'queue:query' }] }\n${nobody}`;

  test('an Assign takes its red port', async () => {
    const strategy: StrategyText = {
      variables: ['n INTEGER'],
      blocks: [
        entry,
        prioritised,
        {
          id: '3',
          type: 'Assign',
          inside: property('Variable', 'n') + property('Expression', 'GetPriority[] + 1'),
          links: ['green 4', 'red 5'],
        },
        attach('4', 'Way', 'n', '9'),
        attach('5', 'Way', "'failed'", '9'),
        end,
      ],
    };
    const page = pageOf(convert([strategy]));
    expect(attached(await run(page, broken))).toEqual(['{"Way":"failed"}']);
    expect(attached(await run(page, nobody))).toEqual(['{"Way":8}']);
  });

  test('an If goes to default routing, or to red when the assumption says so', async () => {
    const strategy = decided('GetPriority[] > 5');
    const usual = await run(pageOf(convert([strategy])), broken);
    expect([usual.end, attached(usual)]).toEqual(['defaulted', []]);
    const red = await run(pageOf(convert([strategy], { 'error.condition': 'red' })), broken);
    expect(attached(red)).toEqual(['{"Way":"red"}']);
  });

  test('a caller who hangs up during the wait ends the page', async () => {
    const strategy: StrategyText = {
      blocks: [
        { ...entry, links: ['green 3'] },
        attach('3', 'Seen', "SuspendForEvent[30,'user','ready']", '9'),
        end,
      ],
    };
    const ran = await run(pageOf(convert([strategy])), `interaction: { hangup: 4 }\n${nobody}`);
    expect([ran.end, attached(ran), ran.faults]).toEqual(['abandoned', [], []]);
  });
});

describe('loops and subroutines', () => {
  test('each pass of a loop asks again', async () => {
    const strategy: StrategyText = {
      variables: ['n INTEGER'],
      blocks: [
        entry,
        prioritised,
        {
          id: '3',
          type: 'Assign',
          inside: property('Variable', 'n') + property('Expression', 'n + GetPriority[]'),
          links: ['green 4', 'red 9'],
        },
        { id: '4', type: 'If', inside: property('Expression', 'n < 20'), links: ['green 3', 'red 5'] },
        attach('5', 'Sum', 'n', '9'),
        end,
      ],
    };
    const ran = await run(pageOf(convert([strategy])), nobody);
    expect([queries(ran), attached(ran)]).toEqual([3, ['{"Sum":21}']]);
  });

  test('a subroutine that calls itself keeps what it has computed in each call', async () => {
    const main: StrategyText = {
      variables: ['n INTEGER', 's STRING'],
      blocks: [
        entry,
        prioritised,
        {
          id: '3',
          type: 'Call Subroutine',
          inside:
            property('Subroutine', 'Down') +
            table('Inputs', [{ Parameter: 'depth', Value: 'GetPriority[] - 4' }]) +
            table('Outputs', [{ Parameter: 'trail', Variable: 's' }]),
          links: ['green 4', 'red 9'],
        },
        attach('4', 'Trail', 's', '9'),
        end,
      ],
    };
    const down: StrategyText = {
      name: 'Down',
      kind: 'subroutine',
      variables: ['depth INTEGER in', 'trail STRING out', 'inner STRING local'],
      blocks: [
        { id: '1', type: 'Entry', links: ['green 2'] },
        {
          id: '2',
          type: 'If',
          inside: property('Expression', 'depth > 0 & GetPriority[] = 7'),
          links: ['green 3', 'red 5'],
        },
        {
          id: '3',
          type: 'Call Subroutine',
          inside:
            property('Subroutine', 'Down') +
            table('Inputs', [{ Parameter: 'depth', Value: 'depth - 1' }]) +
            table('Outputs', [{ Parameter: 'trail', Variable: 'inner' }]),
          links: ['green 4', 'red 5'],
        },
        {
          id: '4',
          type: 'Assign',
          inside: property('Variable', 'trail') + property('Expression', 'Cat[depth, GetPriority[], inner]'),
          links: ['green 5', 'red 5'],
        },
        { id: '5', type: 'Exit' },
      ],
    };
    const page = pageOf(convert([main, down]));
    expect(page).toContain('_data.ird_local.ird_GetPriority_1');
    const ran = await run(page, nobody);
    expect(ran.faults).toEqual([]);
    // Three levels: one query for the parameter, one for each condition that is open, one for each trail.
    expect([attached(ran), queries(ran)]).toEqual([['{"Trail":"372717"}'], 7]);
  });
});

describe('conservation', () => {
  test('the trace names the states of a lifted call, and pages without one have no place for answers', () => {
    const converted = convert([decided('GetPriority[] > 5')]);
    const trace = JSON.parse(converted.strategies[0]?.page?.trace ?? '') as {
      regions: { type: string; lifted?: { call: string; state: string }[]; states: { id: string }[] }[];
    }; // written by ourselves
    const region = trace.regions.find(({ type }) => type === 'If');
    expect(region?.lifted).toHaveLength(1);
    expect(region?.states.map(({ id }) => id)).toContain(region?.lifted?.[0]?.state);
    expect(region?.lifted?.[0]?.call).toMatch(/\/3\//);
    expect(pageOf(convert([decided("ANI[] = '1'")]))).not.toContain('ird_lifted');
  });
});
