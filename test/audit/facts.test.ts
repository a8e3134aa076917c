import { describe, expect, test } from 'vitest';
import { waitsOf } from '../../src/audit/waits.js';
import { audited, factsOfText, object, row, strategyText, type GivenText } from './audited.js';

const entry = object(101, 'Entry');
const exit = object(109, 'Exit');
const selection = (id: number, timeout?: string): string =>
  object(
    id,
    'Selection',
    { 'Virtual Queue Alias': 'VQ_Desk', ...(timeout === undefined ? {} : { Timeout: timeout }) },
    row('Targets', { Type: 'Agent Group', Name: 'Desk', 'Stat Server': 'StatServer' }),
  );
const codesOf = (text: string): readonly string[] =>
  audited([{ file: 'line.xml', text }]).strategies.flatMap(({ codes }) => codes);

describe('constructs', () => {
  test('what makes a block a placeholder is blamed, what stands beside it is not', () => {
    const { constructs, blockers } = factsOfText(
      entry + object(102, 'Assign', { Variable: 'note', Expression: "Cat[CED[], 'x']" }) + exit,
      '101 green 102, 102 green 109',
    );
    const classOf = (name: string): string | undefined =>
      constructs.find((each) => each.name === name)?.class;
    expect(blockers).toEqual(['function:CED']);
    expect([classOf('CED'), classOf('Cat'), classOf('Assign')]).toEqual(['placeholder', 'known', 'known']);
  });

  test('an unknown object goes by the name that the file gives it, and dead blocks are unreachable', () => {
    const { constructs, blockers } = factsOfText(
      entry + object(102, 'Mood Probe') + exit + object(110, 'If', { Expression: 'count = 1' }),
      '101 green 102, 102 green 109',
    );
    expect(blockers).toEqual(['object:Mood Probe']);
    expect(constructs.find(({ name }) => name === 'If')?.class).toBe('unreachable');
  });
});

describe('uses', () => {
  const usesIn = (text: string): readonly string[] =>
    factsOfText(entry + text + exit, '101 green 102, 102 green 109')
      .uses.filter(({ kind }) => kind !== 'object' && kind !== 'function')
      .map(({ kind, name, access, type, count }) =>
        [kind, name, access, type, String(count)].filter((part) => part !== '').join(' '),
      );

  test('a Selection names its queue, its groups, its statistic and its Stat Server', () => {
    const target = row('Targets', { Type: 'Agent Group', Name: 'Desk', 'Stat Server': 'StatServer_2' });
    const properties = { 'Virtual Queue Alias': 'VQ_A', 'Statistics Name': 'StatLoad', Timeout: '5' };
    expect(usesIn(object(102, 'Selection', properties, target))).toEqual([
      'agent group Desk 1',
      'stat server StatServer_2 1',
      'statistic StatLoad 1',
      'virtual queue VQ_A 1',
    ]);
  });

  test('skills are read out of skill expressions', () => {
    const target = row('Targets', { Type: 'Skill', Name: 'Billing &gt; 3 &amp; Norsk &gt;= 2' });
    expect(usesIn(object(102, 'Selection', { Timeout: '5' }, target))).toEqual([
      'skill Billing 1',
      'skill Norsk 1',
    ]);
  });

  test('keys tell how they are used, and the type of what is written', () => {
    const assign = object(102, 'Assign', { Variable: 'note', Expression: "UData['Kind']" });
    expect(usesIn(assign)).toEqual(['attached data Kind read STRING 1']);
    expect(usesIn(object(102, 'Attach', { Key: 'Kind', Value: 'count' }))).toEqual([
      'attached data Kind attach INTEGER 1',
    ]);
    expect(usesIn(object(102, 'Function', { Function: "Update['Kind', note]", Result: 'note' }))).toEqual([
      'attached data Kind update STRING 1',
    ]);
  });

  test('numbers, lists and targets in expressions are names', () => {
    expect(usesIn(object(102, 'If', { Expression: "DNIS[] = '5550100'" }))).toEqual([
      'hard-coded number 5550100 1',
    ]);
    const lookUp = "ListLookupValue['Customers', note, 'segment']";
    expect(usesIn(object(102, 'Assign', { Variable: 'note', Expression: lookUp }))).toEqual([
      'list object Customers 1',
    ]);
    const figure = "SData['Desk@StatServer.GA', StatAgentsTotal] &gt; 1";
    expect(usesIn(object(102, 'If', { Expression: figure }))).toEqual([
      'agent group Desk 1',
      'stat server StatServer 1',
      'statistic StatAgentsTotal 1',
    ]);
  });
});

describe('waits', () => {
  test('the longest way counts, not the sum of all blocks', () => {
    const facts = factsOfText(
      entry +
        object(102, 'If', { Expression: 'count = 1' }) +
        selection(103, '10') +
        selection(104, '60') +
        object(105, 'Default'),
      '101 green 102, 102 green 103, 102 red 104, 103 red 105, 104 red 105',
    );
    expect(facts.waits).toMatchObject({ longest: 60, endless: [], computed: [], repeats: false });
    expect(facts.waits.path).toEqual([{ block: '"Selection 104"', seconds: 60 }]);
  });

  test('a loop counts once and says that it may repeat', () => {
    const facts = factsOfText(entry + selection(102, '30'), '101 green 102, 102 red 102');
    expect(facts.waits).toMatchObject({ longest: 30, repeats: true });
  });

  test('a missing timeout is without end, a computed one has no number', () => {
    expect(factsOfText(entry + selection(102), '101 green 102').waits).toMatchObject({
      longest: null,
      endless: ['"Selection 102"'],
    });
    expect(factsOfText(entry + selection(102, 'count'), '101 green 102').waits).toMatchObject({
      longest: null,
      computed: ['"Selection 102"'],
    });
  });

  test('a strategy without blocks waits for nothing', () => {
    expect(waitsOf({ blocks: [] })).toMatchObject({
      longest: 0,
      endless: [],
      computed: [],
      path: [],
      repeats: false,
    });
  });
});

describe('ends', () => {
  test('an Exit that no routing precedes, and an open port', () => {
    const { ends } = factsOfText(
      entry + object(102, 'If', { Expression: 'count = 1' }) + exit,
      '101 green 102, 102 green 109',
    );
    expect(ends.map(({ block, port }) => `${block} ${port}`)).toEqual(['"If 102" red', '"Exit 109" ']);
  });

  test('what follows a delivered call is no such end', () => {
    const { ends } = factsOfText(
      entry + selection(102, '5') + object(103, 'Default') + exit,
      '101 green 102, 102 green 109, 102 red 103',
    );
    expect(ends).toEqual([]);
  });

  test('subroutines have none', () => {
    const text = strategyText('Part', entry + exit, '101 green 109', '', 'subroutine');
    expect(audited([{ file: 'part.xml', text }]).strategies[0]?.facts.ends).toEqual([]);
  });
});

describe('risks', () => {
  test.each([
    ['IRD2150', selection(102)],
    ['IRD2151', selection(102, '0')],
    ['IRD2155', object(102, 'Database Wizard', { Query: 'select 1', Timeout: '0' })],
    ['IRD2155', object(102, 'Web Service', { URL: 'http://a.example/', Timeout: '0' })],
    [
      'IRD2152',
      object(102, 'Selection', { Timeout: '5' }, row('Targets', { Type: 'Skill', Name: 'Billing &gt;= 0' })),
    ],
    [
      'IRD2152',
      object(102, 'Selection', { Timeout: '5' }, row('Targets', { Type: 'Skill', Name: '(Norsk &lt; 3)' })),
    ],
  ])('%s is found', (code, block) => {
    expect(codesOf(strategyText('Line', entry + block, '101 green 102'))).toContain(code);
  });

  test('a usual Selection has none of them', () => {
    const skill = row('Targets', { Type: 'Skill', Name: 'Billing &gt; 0' });
    const codes = codesOf(
      strategyText('Line', entry + object(102, 'Selection', { Timeout: '5' }, skill), '101 green 102'),
    );
    expect(codes.filter((code) => /^IRD215/.test(code))).toEqual([]);
  });

  test.each([{}, { Timeout: '5' }, { Timeout: 'n * 2' }])(
    'a server that is asked with %j is none',
    (timeout) => {
      const block = object(102, 'Web Service', { URL: 'http://a.example/', ...timeout });
      expect(codesOf(strategyText('Line', entry + block, '101 green 102'))).not.toContain('IRD2155');
    },
  );

  test('a name that cannot be the name of a page', () => {
    expect(codesOf(strategyText('Line 1: new', entry + exit, '101 green 109'))).toContain('IRD2154');
    expect(codesOf(strategyText('Line new', entry + exit, '101 green 109'))).not.toContain('IRD2154');
  });
});

describe('test plan', () => {
  test('a Selection asks for a free agent, for nobody, and for a caller who hangs up', () => {
    const { tests } = factsOfText(
      entry + selection(102, '20') + object(103, 'Default'),
      '101 green 102, 102 red 103',
    );
    expect(tests.map(({ when }) => when)).toEqual([
      'Desk is free',
      'nobody is free for Desk for 20 s',
      'hang up while waiting',
    ]);
  });

  test('an If asks for both of its ways', () => {
    const { tests } = factsOfText(
      entry + object(102, 'If', { Expression: 'count = 1' }) + exit,
      '101 green 102, 102 green 109, 102 red 109',
    );
    expect(tests.map(({ when }) => when)).toEqual(['count = 1 holds', 'count = 1 does not hold']);
  });
});

test('what URS is still needed for is named with its reason', () => {
  const call = object(102, 'Assign', { Variable: 'note', Expression: "RStatLBEWTLAA['VQ_A']" });
  const { urs } = factsOfText(entry + call + exit, '101 green 102, 102 green 109');
  expect(urs.map(({ name }) => name)).toEqual(['RStatLBEWTLAA']);
});

test('what must stay in URS, or in both, is said with the reason, whoever calls it', () => {
  const target = (threshold: string): string =>
    object(
      102,
      'Selection',
      { Timeout: '9' },
      row('Targets', {
        Type: 'Agent Group',
        Name: 'Desk',
        'Stat Server': 'StatServer',
        Threshold: threshold,
      }),
    );
  const run = target("run[Check,List,Section] &gt; '0'");
  const calling = (name: string, subroutine: string, before = ''): GivenText => {
    const call = object(103, 'Call Subroutine', { Subroutine: subroutine });
    const links = `101 green ${before === '' ? '103' : '102'}, 102 red 103, 103 green 109`;
    return { file: `${name}.xml`, text: strategyText(name, entry + before + call + exit, links) };
  };
  const needs = (...texts: readonly GivenText[]): readonly string[] =>
    audited(texts).estate.lines.flatMap(({ urs }) =>
      urs.map(({ name, why }) => `${name}: ${why.slice(0, 12)}`),
    );
  expect(needs(calling('Line', 'Greeting', run))).toContain('Check: leave in URS');
  expect(needs(calling('Line', 'Check', run))).toContain('Check: keep in both');
  expect(needs(calling('Line', 'Greeting', run), calling('Other', 'check'))).toContain('Check: keep in both');
  expect(needs(calling('Line', 'WaitForTarget', run))).toContain('WaitForTarget: leave in URS');
  const dial = object(102, 'Function', { Function: "SelectDN['Desk@StatServer.GA', 'VQ_Desk']" });
  expect(factsOfText(entry + dial + exit, '101 green 102, 102 green 109').urs[0]).toMatchObject({
    name: 'SelectDN',
    count: 1,
  });
});

test('a fingerprint does not see names, ids, captions and places, and does see settings', () => {
  const print = (id: number, name: string, text: string): string =>
    audited([
      {
        file: 'a.xml',
        text: strategyText(
          name,
          object(id, 'Entry') + object(id + 1, 'Assign', { Variable: 'note', Expression: text }),
          `${String(id)} green ${String(id + 1)}`,
        ),
      },
    ]).strategies[0]?.facts.fingerprint.exact ?? '';
  expect(print(101, 'A', "'x'")).toBe(print(201, 'B', "'x'"));
  expect(print(101, 'A', "'x'")).toBe(print(101, 'A', "  'x' "));
  expect(print(101, 'A', "'x'")).not.toBe(print(101, 'A', "'y'"));
});
