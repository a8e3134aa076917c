import { describe, expect, it } from 'vitest';
import { runPage } from '../../../src/runtime-check/index.js';
import type { Scenario } from '../../../src/runtime-check/scenario/types.js';
import { loadEngine } from '../load-engine.js';
import { page } from '../run-page/pages.js';

const text = page(
  `<state id="a"><onentry><script>_data.round = 3; _data.order = { state: 'open', lines: [1, 2], note: null };</script></onentry><transition target="end"/></state>
<final id="end"/>`,
  'a',
  `<datamodel><data id="round" expr="0"/><data id="order" expr="''"/></datamodel>`,
);

async function unmet(data: Readonly<Record<string, unknown>>): Promise<readonly string[]> {
  const scenario: Scenario = { scenario: 1, name: 't', interaction: { media: 'none' }, expect: { data } };
  const { diagnostics } = await runPage(text, 'p.scxml', scenario, { wasm: await loadEngine() });
  return diagnostics.filter(({ code }) => code === 'IRD5401').map(({ message }) => message);
}

describe('expected data', () => {
  it('are met by name and by path; numbers and their text are the same, objects may hold more', async () => {
    expect(
      await unmet({
        round: '3',
        'order.state': 'op*',
        order: { lines: [1, 2] },
        'order.lines.1': 2,
        'order.note': null,
      }),
    ).toEqual([]);
  });

  it('say what they are instead', async () => {
    expect(
      await unmet({ round: 4, 'order.price': 1, missing: 'x', 'round.deep': 1, 'order.state': null }),
    ).toEqual([
      'Scenario "t": expected data "round" to be 4, but it is 3',
      'Scenario "t": expected data "order.price" to be 1, but it is missing',
      'Scenario "t": expected data "missing" to be "x", but it is missing',
      'Scenario "t": expected data "round.deep" to be 1, but it is missing',
      'Scenario "t": expected data "order.state" to be null, but it is "open"',
    ]);
  });

  it('do not reach what data inherit', async () => {
    expect(await unmet({ 'order.constructor': 'x', __proto__x: 1 })).toHaveLength(2);
  });
});
