import { describe, expect, it } from 'vitest';
import type { Verification } from '../../src/equivalence/verification.js';
import { verifyStrategy } from '../../src/equivalence/verify.js';
import { readScenarios, type Scenario } from '../../src/runtime-check/index.js';
import { writeScenarios } from '../../src/runtime-check/scenario/write.js';
import { fixtureCases } from '../fixtures/cases.js';
import { loadEngine } from '../runtime-check/load-engine.js';
import { sidesOf, type FixtureSides } from './sides.js';

/** A strategy with a selection, an announcement and default routing. */
const side = sideOf('basics/front-desk');
const placeholders = sideOf('unfinished/complaint-line');

function sideOf(name: string): FixtureSides {
  const fixture = fixtureCases().find((each) => each.name === name);
  const [found] = fixture === undefined ? [] : sidesOf(fixture);
  if (found === undefined) throw new Error(`${name} has no page`);
  return found;
}

async function verify(
  page: string,
  { program, trace, scenarios }: FixtureSides = side,
  given: readonly Scenario[] = scenarios,
  budget = 0,
): Promise<Verification> {
  const engine = await loadEngine();
  const search = { budget, seed: 1 };
  return verifyStrategy({ program, page: { text: page, file: 'page.scxml' }, trace, given, search, engine });
}

/** The page with one change, which must be possible. */
function edited(from: string | RegExp, to: string): string {
  const text = side.page.replace(from, to);
  expect(text).not.toBe(side.page);
  return text;
}

describe('verifying a strategy and its page', () => {
  it('finds no difference where there is none, and says on what that rests', async () => {
    const found = await verify(side.page);
    expect(found).toMatchObject({ verdict: 'equivalent', reason: '', differences: [] });
    expect(found.scenarios.compared).toBe(side.scenarios.length);
    expect(found.coverage.source.blocks.reached).toBeGreaterThan(0);
    expect(found.coverage.page?.states.entered).toBeGreaterThan(0);
  });

  it('finds a page that waits longer, with block, state, mapping row and a scenario that replays', async () => {
    const page = edited(/timeout="(\d+)"/, 'timeout="7"');
    const found = await verify(page);
    expect(found.verdict).toBe('different');
    const [difference] = found.differences;
    expect(difference).toMatchObject({ block: { type: 'Selection' }, mapping: { row: 'Selection' } });
    expect(difference?.difference.kind).toContain('submit/submit in timeout');
    expect(difference?.state?.span?.start.line).toBeGreaterThan(1);
    expect(difference?.traces.some(({ isSame }) => !isSame)).toBe(true);
    const scenario = difference?.scenario ?? { scenario: 1, name: '' };
    expect(JSON.stringify(scenario).length).toBeLessThan(JSON.stringify(side.scenarios[0]).length + 200);
    const replayed = await verify(page, side, readScenarios(writeScenarios([scenario]), 's.yaml').value);
    expect(replayed.differences.map((each) => each.difference.kind)).toEqual([difference?.difference.kind]);
  });

  it('names the open question whose other answer would make both the same, and none for a fault of the page', async () => {
    const attaching = sideOf('objects/service-desk');
    const asked = await verify(attaching.page, attaching);
    expect(asked.differences.map(({ agreeing }) => agreeing)).toContainEqual([
      { id: 'attach.existing', value: 'replaces the value' },
    ]);
    const faulty = await verify(edited(/timeout="(\d+)"/, 'timeout="7"'));
    expect(faulty.differences.map(({ agreeing }) => agreeing)).toEqual([[]]);
  });

  it('says nothing of a page that is none', async () => {
    expect(await verify('<scxml')).toMatchObject({ verdict: 'inconclusive', differences: [] });
  });

  it('says nothing without a scenario', async () => {
    expect(await verify(side.page, side, [])).toMatchObject({
      verdict: 'inconclusive',
      reason: 'there is no scenario to compare in',
    });
  });

  it('leaves scenarios out that only a page notices', async () => {
    const forged = {
      scenario: 1,
      name: 'forged',
      answers: { events: [{ at: 1, name: 'error.queue.submit' }] },
    } as const;
    const found = await verify(side.page, side, [...side.scenarios, forged]);
    expect(found).toMatchObject({ verdict: 'equivalent', scenarios: { skipped: [{ scenario: 'forged' }] } });
  });

  it('never takes a page with a placeholder for equivalent', async () => {
    const found = await verify(placeholders.page, placeholders);
    expect(found.verdict).not.toBe('equivalent');
    expect(found.reason).not.toBe('');
  });

  it('searches for scenarios, the same ones for the same seed', async () => {
    const first = await verify(side.page, side, side.scenarios, 150);
    expect(first.scenarios.compared).toBeGreaterThan(side.scenarios.length);
    expect(await verify(side.page, side, side.scenarios, 150)).toEqual(first);
  }, 60_000);
});
