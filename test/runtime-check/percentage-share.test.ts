// The shares of a Percentage block over 1,000 calls, each with a seed of its own: as many calls as the weights say, and one in ten of them marked by Rand.
import { readFileSync } from 'node:fs';
import { beforeAll, describe, expect, it } from 'vitest';
import { readScenarios } from '../../src/runtime-check/index.js';
import { preparePage } from '../../src/runtime-check/run-prepare.js';
import { loadEngine } from './load-engine.js';

const folder = new URL('../../fixtures/strategies/production/premium-line/expected/', import.meta.url);
const page = readFileSync(new URL('Premium_line.scxml', folder), 'utf8');
const calls = 1000;

/** Three standard deviations of so many draws with that probability. */
const deviation = (share: number): number => 3 * Math.sqrt(calls * share * (1 - share));

const counts = new Map<string, number>();
const count = (what: string): void => void counts.set(what, (counts.get(what) ?? 0) + 1);

beforeAll(async () => {
  const { value: prepared } = await preparePage(page, 'Premium_line.scxml', { wasm: await loadEngine() });
  const call = {
    scenario: 1,
    name: 'a call',
    world: {
      agents: ['North', 'South', 'Partner'].map((group) => ({ id: group, groups: [group], ready: true })),
    },
  };
  const [scenario] = readScenarios(JSON.stringify(call), 'call.json').value;
  if (prepared === undefined || scenario === undefined) throw new Error('the page or the call cannot be run');
  for (let seed = 0; seed < calls; seed += 1) {
    const run = prepared.start({ ...scenario, seed });
    const { target, steps, end } = run.result(run.run()).value;
    run.dispose();
    expect(end).toBe('routed');
    count(target ?? '');
    if (steps.some((step) => step.kind === 'udata' && JSON.stringify(step).includes('Survey')))
      count('survey');
  }
}, 300_000);

describe(`of ${String(calls)} calls`, () => {
  it.each([
    ['North', 0.6],
    ['South', 0.3],
    ['Partner', 0.1],
    ['survey', 0.1],
  ])('%s gets its share', (what, share) => {
    const difference = Math.abs((counts.get(what) ?? 0) - calls * share);
    expect(difference).toBeLessThan(deviation(share));
  });
});
