// Every page of the fixtures against its strategy, in the scenarios beside it: both do the same, or case.json says how they differ and why that is accepted.
import { describe, expect, it } from 'vitest';
import { compareRuns } from '../../src/equivalence/compare/first-difference.js';
import { pageOnly, whyNotComparable } from '../../src/equivalence/comparable-scenario.js';
import { runPrepared } from '../../src/equivalence/page-places.js';
import { runSource } from '../../src/equivalence/run/run-source.js';
import { preparePage } from '../../src/runtime-check/index.js';
import { fixtureCases, type FixtureCase } from '../fixtures/cases.js';
import { loadEngine } from '../runtime-check/load-engine.js';
import { sidesOf, type FixtureSides } from './sides.js';

interface Found {
  /** By `page/scenario`: kind of the difference, and what both did. */
  readonly differences: ReadonlyMap<string, { readonly kind: string; readonly text: string }>;
  /** By page. */
  readonly notCompared: ReadonlyMap<string, readonly string[]>;
}

async function compareSides(sides: readonly FixtureSides[], fixture: FixtureCase): Promise<Found> {
  const wasm = await loadEngine();
  const differences = new Map<string, { kind: string; text: string }>();
  const notCompared = new Map<string, string[]>();
  for (const { name, program, page: text, scenarios } of sides) {
    const id = name.slice(fixture.name.length + 1);
    const { value: page } = await preparePage(text, `${id}.scxml`, { wasm });
    for (const scenario of scenarios) {
      if (page === undefined || whyNotComparable(scenario) === pageOnly) continue;
      const compared = compareRuns(runSource(program, scenario), runPrepared(page, scenario));
      if (compared.verdict === 'different') {
        const { kind, source, page: other } = compared.difference;
        differences.set(`${id}/${scenario.name}`, { kind, text: `${source} | ${other}` });
      }
      if (compared.verdict === 'none')
        notCompared.set(id, [...(notCompared.get(id) ?? []), `${scenario.name}: ${compared.reason}`]);
    }
  }
  return { differences, notCompared };
}

describe.each(fixtureCases().map((fixture) => [fixture.name, fixture] as const))('%s', (_name, fixture) => {
  it('does on its pages what its strategies do', async () => {
    const { differences, notCompared } = await compareSides(sidesOf(fixture), fixture);
    const { expects } = fixture;
    const surprising = [...differences].filter(([place, { kind }]) => expects.differs[place]?.kind !== kind);
    expect(Object.fromEntries(surprising)).toEqual({});
    expect(Object.keys(expects.differs).filter((place) => !differences.has(place))).toEqual([]);
    const unexplained = [...notCompared].filter(([page]) => expects.notCompared[page] === undefined);
    expect(Object.fromEntries(unexplained)).toEqual({});
    expect(Object.keys(expects.notCompared).filter((page) => !notCompared.has(page))).toEqual([]);
  }, 60_000);
});
