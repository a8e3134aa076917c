import fc from 'fast-check';
import { expect, it } from 'vitest';
import { readScenarios, runPage, validatePage } from '../../../src/runtime-check/index.js';
import { loadEngine } from '../load-engine.js';
import { callPage } from './pages.js';

const cut = fc
  .tuple(
    fc.nat(callPage.length),
    fc.nat(60),
    fc.constantFrom('', '"', '<', "'", '&', '{', 'x', '<state id="main"/>'),
  )
  .map(([at, length, put]) => callPage.slice(0, at) + put + callPage.slice(at + length));

it('a damaged page gives findings or runs, and never throws', async () => {
  const engine = await loadEngine();
  await fc.assert(
    fc.asyncProperty(cut, async (text) => {
      const found = validatePage(text, 'p.scxml');
      for (const { span } of found) expect(span.end.offset).toBeLessThanOrEqual(text.length + 1);
      const { value } = await runPage(
        text,
        'p.scxml',
        { scenario: 1, name: 'damage', world: { allTargetsReady: true }, interaction: { hangup: 60 } },
        { wasm: engine, budget: { events: 500, microsteps: 2_000 } },
      );
      expect(value.scenario).toBe('damage');
    }),
    { numRuns: 60, seed: 1 },
  );
});

it('a damaged scenario gives findings or scenarios, and never throws', () => {
  const text =
    'scenario: 1\nname: a\ninteraction: { ani: "5550100", hangup: 3 }\nworld:\n  agents:\n    - id: anna\n      ready: [{ at: 1, value: true }]\n';
  const damaged = fc
    .tuple(
      fc.nat(text.length),
      fc.nat(12),
      fc.constantFrom('', '&a ', '*a', '- ', '{', '\t', '!!js', '---\n', '"'),
    )
    .map(([at, length, put]) => text.slice(0, at) + put + text.slice(at + length));
  fc.assert(
    fc.property(damaged, (yaml) => {
      const { value, diagnostics } = readScenarios(yaml, 's.yaml');
      expect(value.length + diagnostics.length).toBeGreaterThan(0);
    }),
    { numRuns: 300, seed: 1 },
  );
});
