import { describe, expect, test } from 'vitest';
import { callGraphOf, type Caller } from '../../src/audit/call-graph.js';
import { cutoverOf } from '../../src/audit/cutover.js';
import { readDns } from '../../src/audit/dns.js';
import { duration, effortOf } from '../../src/audit/effort.js';
import type { Construct } from '../../src/audit/facts.js';
import { renderAuditSummary } from '../../src/audit/summary.js';
import { estateTables, switchOf } from '../../src/audit/tables/estate-tables.js';
import { callGraphDrawing, markdownText, testPlanOf } from '../../src/audit/tables/texts.js';
import { testCallOf } from '../../src/audit/test-plan.js';
import { plainPaint } from '../../src/report/formats/format.js';
import { audited, object, strategyText } from './audited.js';

const construct = (name: string, over: Partial<Construct> = {}): Construct => ({
  kind: 'function',
  name,
  class: 'known',
  count: 1,
  cost: 0,
  known: true,
  ...over,
});

describe('effort', () => {
  const none = { constructs: [], blocks: 0, placeholders: 0, unsupported: 0 };

  test('nothing is no effort', () => {
    expect(effortOf(none)).toEqual({ units: 0, minutes: 0, why: 'Nothing is left to do.', parts: [] });
  });

  test('the parts add up to the units, and the sentence names them from the largest', () => {
    const constructs = [
      construct('CED', { class: 'placeholder' }),
      construct('Attach', { cost: 1, count: 9 }),
    ];
    const effort = effortOf({ constructs, blocks: 21, placeholders: 2, unsupported: 0 }, 10);
    expect(effort.parts.reduce((sum, { units }) => sum + units, 0)).toBe(effort.units);
    expect(effort.minutes).toBe(effort.units * 10);
    expect(effort.why).toBe(
      '15 units of 10 minutes, 2 h 30 min: 2 placeholder blocks (6), 1 function without a mapping (4), 3 units by the mapping tables (3), 2 times twenty blocks to test (2).',
    );
  });

  test('a cap holds, and the sentence says so', () => {
    const { parts, why } = effortOf({ ...none, placeholders: 500 });
    expect(parts).toEqual([{ rule: 'placeholder block', count: 500, units: 60, capped: true }]);
    expect(why).toContain('(60, the most that counts)');
  });

  test.each([
    [0, '0 min'],
    [59, '59 min'],
    [60, '1 h'],
    [125, '2 h 5 min'],
  ])('%i minutes are %s', (minutes, words) => {
    expect(duration(minutes)).toBe(words);
  });
});

describe('call graph', () => {
  const caller = (name: string, kind: Caller['kind'], ...calls: readonly string[]): Caller => ({
    name,
    kind,
    file: `${name}.xml`,
    calls: calls.map((called) => ({ kind: 'subroutine', name: called, count: 1 })),
  });

  test('waves, cycles, missing and unused names', () => {
    const graph = callGraphOf([
      caller('Main', 'strategy', 'a', 'Gone'),
      caller('A', 'subroutine', 'B'),
      caller('B', 'subroutine', 'A'),
      caller('C', 'subroutine'),
    ]);
    expect(graph.order.map(({ name, wave, cycle }) => [name, wave, cycle])).toEqual([
      ['A', 1, 1],
      ['B', 1, 1],
      ['C', 1, undefined],
      ['Main', 2, undefined],
    ]);
    expect(graph.cycles).toEqual([['A', 'B']]);
    expect(graph.missing).toEqual([{ kind: 'subroutine', name: 'Gone', callers: ['Main'] }]);
    expect(graph.unused.map(({ name }) => name)).toEqual(['C']);
  });

  test('a strategy that calls itself is a cycle of one, and is used', () => {
    const graph = callGraphOf([caller('Sum', 'subroutine', 'Sum')]);
    expect(graph.cycles).toEqual([['Sum']]);
    expect(graph.unused).toEqual([]);
  });

  test('a chain of 20,000 is no trouble', () => {
    const chain = Array.from({ length: 20_000 }, (_, n) =>
      caller(`S${String(n)}`, 'subroutine', `S${String(n + 1)}`),
    );
    expect(callGraphOf(chain).order[0]?.name).toBe('S19999');
  });

  test('names cannot leave their place in a drawing', () => {
    const text = callGraphDrawing(callGraphOf([caller('A"]; click', 'strategy', '<b>\n%%')]));
    expect(text).not.toContain('A"]');
    expect(text).not.toContain('<b>');
    expect(text).toContain('#34;');
  });
});

describe('table of DNs', () => {
  test('columns in any order, numbers with their switch', () => {
    const { value } = readDns('strategy;DN;default\nMain;5550100@SW_Head;5550999\n', 'dns.csv');
    expect(value).toEqual([
      { dn: '5550100', switch: 'SW_Head', strategy: 'Main', default: '5550999', note: '', line: 2 },
    ]);
  });

  test.each([
    ['', 'it is empty'],
    ['dn,name\n1,x\n', 'no column "strategy"'],
    ['dn,strategy\n,Main\n', 'a line has no DN'],
    ['dn,strategy\n"1,Main\n', 'a quote is not closed'],
  ])('%j cannot be read', (text, reason) => {
    const { value, diagnostics } = readDns(text, 'dns.csv');
    expect(value).toBeUndefined();
    expect(diagnostics.map(({ code, message }) => `${code} ${message}`).join()).toContain(reason);
  });

  test('a DN that stands twice is told once', () => {
    const { diagnostics } = readDns('dn,strategy\n1,A\n1,B\n', 'dns.csv');
    expect(diagnostics.map(({ code, span }) => [code, span.start.line])).toEqual([['IRD8162', 3]]);
  });
});

const main = strategyText(
  'Main',
  object(101, 'Entry') +
    object(102, 'Set Default Destination', { Destination: "'5550999'" }) +
    object(103, 'Call Subroutine', { Subroutine: 'Part' }) +
    object(104, 'Default'),
  '101 green 102, 102 green 103, 103 green 104',
);
const part = strategyText(
  'Part',
  object(101, 'Entry') + object(102, 'Exit'),
  '101 green 102',
  '',
  'subroutine',
);
const { estate, strategies } = audited([
  { file: 'main.xml', text: main },
  { file: 'part.xml', text: part },
]);

describe('cut-over sheet', () => {
  const rows = readDns('dn,strategy\n1,main\n2,Lost\n3,\n', 'dns.csv').value ?? [];
  const { value, diagnostics } = cutoverOf(rows, estate, 'dns.csv');

  test('says what to provision, where calls end by default, and how to step back', () => {
    expect(value.lines[0]).toMatchObject({
      dn: '1',
      status: 'complete',
      page: 'Main.scxml',
      wave: 2,
      option: '[Orchestration] application = script:Main',
      default: '5550999',
    });
    expect(value.lines[0]?.stepBack).toContain('load "main" on the DN in URS');
    expect(value.lines.map(({ status }) => status)).toEqual(['complete', 'missing', 'none']);
    expect(diagnostics.map(({ code }) => code)).toEqual(['IRD8161']);
  });

  test('strategies that nothing leads to are named', () => {
    expect(value.unreached).toEqual([]);
    expect(cutoverOf([], estate, 'dns.csv').value.unreached).toEqual(['Main']);
  });
});

test('every table has as many cells in each row as titles', () => {
  const sheet = cutoverOf(readDns('dn,strategy\n1,Main\n', 'dns.csv').value ?? [], estate, 'dns.csv').value;
  const tables = estateTables(estate, sheet);
  expect(tables.map(({ file }) => file)).toContain('cutover.csv');
  for (const { titles, rows } of tables)
    for (const cells of rows()) expect(cells).toHaveLength(titles.length);
});

test('an assumption has the switch that answers it otherwise', () => {
  expect(switchOf('selection.timeout')).toBe('--assume selection.timeout=green');
  expect(switchOf('port.meaning')).toBe('');
  expect(switchOf('no.such')).toBe('');
});

test('a scenario is a call in words', () => {
  const sketch = {
    name: 'late',
    clock: '2026-03-01T23:59:00Z',
    ani: '',
    dnis: '8001',
    digits: ['2'],
    hangup: 40,
    end: 'abandoned',
    target: '',
  };
  expect(testCallOf(sketch)).toEqual({
    block: 'late',
    when: '2026-03-01T23:59:00Z, to 8001, press 2, hang up at 40 s',
    shows: 'abandoned',
  });
});

test('nothing in a name is Markdown', () => {
  expect(markdownText('a|b <i> [x](y)\n# z')).toBe('a\\|b \\<i\\> \\[x\\]\\(y\\) \\# z');
  const [first] = strategies;
  if (first === undefined) throw new Error('no strategy');
  expect(testPlanOf({ ...first, facts: { ...first.facts, tests: [] } }, [])).toBe('');
});

test('the summary names what is there', () => {
  const text = [
    ...renderAuditSummary({
      estate,
      files: 2,
      minutesPerUnit: 5,
      cutover: undefined,
      verbose: false,
      paint: plainPaint,
    }),
  ].join('');
  expect(text).toContain('Audit: 1 strategy, 1 subroutine in 2 files, 6 blocks');
  expect(text).toContain('2 waves of conversion');
});
