// What a subroutine waits, its callers wait: along chains, over all ways, and round circles of calls.
import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Waits } from '../../src/audit/facts.js';
import { estateTables } from '../../src/audit/tables/estate-tables.js';
import { goesOnIn, waitsAlongCalls } from '../../src/audit/waits-along-calls.js';
import { audited, object, strategyText, type GivenText } from './audited.js';

const entry = object(101, 'Entry');
const exit = object(109, 'Exit');
const play = (id: number, seconds: number): string =>
  object(id, 'Function', { Function: `Delay[${String(seconds)}]` });
const call = (id: number, name: string): string => object(id, 'Call Subroutine', { Subroutine: name });

const text = (name: string, objects: string, links: string, type = 'subroutine'): GivenText => ({
  file: `${name}.xml`,
  text: strategyText(name, entry + objects + exit, links, '', type),
});

const waitsIn = (...texts: readonly GivenText[]): Readonly<Record<string, Waits>> =>
  Object.fromEntries(audited(texts).estate.lines.map(({ name, waits }) => [name, waits]));

const chain = '101 green 102, 102 green 103, 103 green 109';
const main = text('Main', play(102, 5) + call(103, 'Middle'), chain, 'strategy');
const middle = text('Middle', play(102, 7) + call(103, 'LAST'), chain);
const last = text('Last', play(102, 11), '101 green 102, 102 green 109');

test('a wait counts for what calls it, and for what calls that', () => {
  const waits = waitsIn(main, middle, last);
  expect(waits['Last']?.longest).toBe(11);
  expect(waits['Middle']?.longest).toBe(18);
  expect(waits['Main']).toMatchObject({ longest: 23, repeats: false });
  expect(waits['Main']?.path).toEqual([
    { block: '"Function 102"', seconds: 5 },
    { block: '"Call Subroutine 103" (Middle)', seconds: 18 },
  ]);
});

test('the longest way is the one on which the calls wait longest', () => {
  const branches =
    object(102, 'If', { Condition: "note = 'x'" }) + play(103, 9) + call(104, 'Last') + call(105, 'None');
  const links = '101 green 102, 102 yes 103, 102 no 104, 103 green 109, 104 green 109';
  const waits = waitsIn(text('Main', branches, links, 'strategy'), last);
  expect(waits['Main']).toMatchObject({ longest: 11, path: [{ seconds: 11 }] });
});

test('what waits without end in a subroutine waits without end in its callers, and what is missing is not known', () => {
  const select = object(102, 'Selection', { Statistic: 'StatAgentsAvailable' });
  const endless = text('Last', select, '101 green 102, 102 green 109');
  const waits = waitsIn(main, middle, endless);
  expect(waits['Main']).toMatchObject({ longest: null, seconds: 12 });
  expect(waits['Main']?.endless).toEqual(['"Call Subroutine 103" (Middle)']);
  const lacking = waitsIn(main, middle);
  expect(lacking['Middle']).toMatchObject({ longest: null, endless: [] });
  expect(lacking['Middle']?.computed).toEqual(['"Call Subroutine 103" (LAST)']);
  expect(lacking['Main']?.computed).toEqual(['"Call Subroutine 103" (Middle)']);
});

test('a circle of calls counts each strategy once, and says that it may repeat', () => {
  const round = text('Last', play(102, 11) + call(103, 'Middle'), chain);
  const waits = waitsIn(main, middle, round);
  expect(waits['Middle']).toMatchObject({ longest: 18, repeats: true });
  expect(waits['Last']).toMatchObject({ longest: 18, repeats: true });
  expect(waits['Main']).toMatchObject({ longest: 23, repeats: true });
  const alone = waitsIn(text('Main', play(102, 5) + call(103, 'Main'), chain, 'strategy'));
  expect(alone['Main']).toMatchObject({ longest: 5, repeats: true });
});

test('the table has the sums with what is called', () => {
  const table = estateTables(audited([main, middle, last]).estate, undefined).find(
    ({ file }) => file === 'waits.csv',
  );
  expect(
    table
      ?.rows()
      .find(([name]) => name === 'Main')
      ?.slice(0, 2),
  ).toEqual(['Main', 23]);
});

test('calls of any shape are added up once for each strategy', () => {
  const step = fc.record({ seconds: fc.nat(9), calls: fc.array(fc.nat(7), { maxLength: 3 }) });
  fc.assert(
    fc.property(fc.array(step, { minLength: 1, maxLength: 8 }), (strategies) => {
      const own = strategies.map(({ seconds, calls }): Waits => ({
        longest: seconds,
        seconds,
        endless: [],
        computed: [],
        path: [],
        repeats: false,
        steps: [
          {
            waits: [{ block: 'b', seconds }],
            calls: calls.map((to) => ({ block: 'c', name: `S${String(to)}` })),
            next: [],
            repeats: false,
          },
        ],
      }));
      const result = waitsAlongCalls(
        own.map((waits, index) => ({ name: `S${String(index)}`, goesOnIn: goesOnIn(waits) })),
        (number) => own[number],
      );
      expect(result).toHaveLength(strategies.length);
      for (const [index, waits] of result.entries()) {
        const { seconds, calls } = strategies[index] ?? { seconds: 0, calls: [] };
        const isMissing = calls.some((to) => to >= strategies.length);
        if (isMissing) expect(waits?.longest).toBeNull();
        // Never less than by itself, nor than what it calls.
        expect(waits?.seconds).toBeGreaterThanOrEqual(seconds);
        for (const to of calls) expect(waits?.seconds).toBeGreaterThanOrEqual(result[to]?.seconds ?? 0);
      }
    }),
  );
});
