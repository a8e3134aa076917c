// Proves the prover: faults are made on the pages of the fixtures and in the converter, and the comparison has to find them. `npm run mutants` makes all of them;
// here a few of each kind. MUTANTS=all, MUTANT_PART=1/2, MUTANT_KIND=text, MUTANT_RESULT=file and FIXTURE=name change that.
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { ScriptEngineFactory } from '../../src/runtime-check/script/engine.js';
import { loadEngine } from '../runtime-check/load-engine.js';
import { sidesOf } from '../equivalence/sides.js';
import { fixtureCases } from '../fixtures/cases.js';
import { mutantBench, tryPage } from './bench.js';
import { brokenConverter, faultyText } from './broken-converter.js';
import { pageKinds } from './kinds/index.js';
import { sourceFaults } from './source-faults.js';
import { tryFixture, type Trial } from './try-all.js';
import { pages } from './convert-fixtures.js';

const isAll = process.env['MUTANTS'] === 'all';
const only = process.env['MUTANT_KIND'] ?? '';
const result = process.env['MUTANT_RESULT'] ?? '';
const sites = Number(process.env['MUTANT_SITES'] ?? 1);
const [part = 1, parts = 1] = (process.env['MUTANT_PART'] ?? '1/1').split('/').map(Number);
const budget = isAll ? 400 : 150;
/** Of every day: small, and between them with every family of blocks. */
const usual = [
  'routing/ways-out',
  'treatments/treatment-round',
  'subroutines/check-digit-line',
  'functions/tariff-rules',
];
const isChosen = process.env['FIXTURE'] !== undefined;
const cases = fixtureCases().filter(({ name }, index) =>
  isAll || isChosen ? index % parts === part - 1 : usual.includes(name),
);

const trials: Trial[] = [];
const leftOut: string[] = [];
let engine: ScriptEngineFactory;
beforeAll(async () => {
  engine = await loadEngine();
});
afterAll(() => {
  if (result === '') return;
  const words = (all: readonly { readonly id: string; readonly about: string }[]) =>
    all.map(({ id, about }) => ({ id, about }));
  writeFileSync(
    result,
    JSON.stringify({ kinds: words(pageKinds), faults: words(sourceFaults), trials, leftOut }),
  );
});

const survivors = (of: readonly Trial[]): readonly string[] =>
  of
    .filter((trial) => trial.found === undefined && trial.equivalent === undefined)
    .map(({ kind, fixture, line, was, now }) => `${kind} ${fixture}:${String(line)} ${was} => ${now}`);

describe.each(cases)('faults on pages of $name', (fixture) => {
  it('are found', { timeout: 1_800_000 }, async () => {
    for (const side of sidesOf(fixture)) {
      const { bench, trials: tried } = await tryFixture(side, engine, { sites, budget, only });
      trials.push(...tried);
      if (bench.leftOut > 0) leftOut.push(`${side.name}: ${String(bench.leftOut)} scenarios`);
      expect(bench.tried.length, side.name).toBeGreaterThan(0);
      // In the long run the share counts, which the script says.
      if (!isAll) expect(survivors(tried)).toEqual([]);
    }
  });
});

describe('faults in the converter', () => {
  it.each(sourceFaults)('$id is one edit of one file', (fault) => {
    expect(faultyText(fault)).not.toBe('');
  });

  const chosen = sourceFaults.filter(
    ({ id }, index) => isAll && id.includes(only) && index % parts === part - 1,
  );
  it.each(chosen)('$id is found: $about', { timeout: 600_000 }, async (fault) => {
    const folder = mkdtempSync(path.join(path.resolve(import.meta.dirname, '../../.cache'), 'mutant-'));
    try {
      const right = pages();
      const wrong = (await brokenConverter(fault, folder)).pages();
      const changed = [...right].filter(([name, page]) => wrong.get(name) !== page).map(([name]) => name);
      expect(changed.length, 'no page of a fixture has the fault').toBeGreaterThan(0);
      for (const side of fixtureCases()
        .flatMap(sidesOf)
        .filter(({ name }) => changed.includes(name))) {
        const bench = await mutantBench(side, engine, budget);
        const found = await tryPage(bench, wrong.get(side.name) ?? '', engine, undefined);
        trials.push({
          kind: fault.id,
          fixture: side.name,
          line: 0,
          state: '',
          was: fault.find,
          now: fault.replace,
          found,
        });
      }
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
  });
});
