// Whatever a strategy looks like: nothing is lost, the page is valid, the same input gives the same bytes, and a call that hangs up ends its session.
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { createPipeline } from '../../../src/migrate.js';
import { runPage, validatePage } from '../../../src/runtime-check/index.js';
import { loadEngine } from '../../runtime-check/load-engine.js';
import { randomFile } from './random-lines.js';

const seed = 20_260_302;

function convert(xml: string, selection: 'urs' | 'redirect') {
  const settings = { selection, assumptions: {}, notes: true, version: '0.0.0' } as const;
  const pipeline = createPipeline(settings).value;
  if (pipeline === undefined) throw new Error('the settings were refused');
  const file = pipeline.read({ file: 'any.xml', name: 'any.xml', bytes: new TextEncoder().encode(xml) });
  const batch = pipeline.link([file]);
  return {
    strategies: batch.strategies.map((strategy) => strategy.convert()),
    before: [...file.diagnostics, ...batch.diagnostics],
  };
}

const sum = (counts: Readonly<Record<string, number>>): number =>
  Object.values(counts).reduce((total, count) => total + count, 0);

test('every node is accounted for, every page is valid, conversion is deterministic', () => {
  const selections = fc.constantFrom('urs', 'redirect');
  fc.assert(
    fc.property(randomFile, selections, (xml, selection) => {
      const { strategies, before } = convert(xml, selection);
      expect(strategies).toHaveLength(2);
      const again = convert(xml, selection).strategies;
      for (const [index, { tally, diagnostics, page }] of strategies.entries()) {
        expect(sum(tally.byDisposition)).toBe(tally.nodes);
        for (const counts of Object.values(tally.byKind)) expect(sum(counts)).toBeGreaterThan(0);
        const internal = [...before, ...diagnostics].filter(({ code }) => code.startsWith('IRD9'));
        expect(internal.map(({ message }) => message)).toEqual([]);
        expect(again[index]?.page?.text).toEqual(page?.text);
        expect(again[index]?.page?.trace).toEqual(page?.trace);
        const faults = page ? validatePage(page.text, 'any.scxml') : [];
        expect(faults.filter(({ severity }) => severity === 'error').map(({ message }) => message)).toEqual(
          [],
        );
      }
      expect(strategies[0]?.page).toBeDefined();
    }),
    { seed, numRuns: 60 },
  );
});

test('a caller who hangs up ends every page', async () => {
  const wasm = await loadEngine();
  await fc.assert(
    fc.asyncProperty(randomFile, fc.constantFrom('urs', 'redirect'), async (xml, selection) => {
      const text = convert(xml, selection).strategies[0]?.page?.text ?? '';
      const { value } = await runPage(
        text,
        'any.scxml',
        {
          scenario: 1,
          name: 'any',
          interaction: { hangup: 500 },
          world: { agents: [{ id: 'anna', groups: ['Sales'], ready: [{ at: 40, value: true }] }] },
          answers: { treatments: [{ lasts: 7 }] },
        },
        { wasm, budget: { microstepsPerEvent: 2000 } },
      );
      // Only a strategy that goes round without waiting never ends.
      if (value.end === 'stuck') expect(value.reason).toContain('limit "microsteps');
    }),
    { seed, numRuns: 25 },
  );
});
