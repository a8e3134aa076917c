// Proves the prover: faults are made on the pages of the fixtures and in the converter, and the comparison has to find them. `npm run mutants` makes all of them;
// here a few of each kind. MUTANTS=all, MUTANT_PART=1/2, MUTANT_KIND=text, MUTANT_RESULT=file and FIXTURE=name change that;
// MUTANT_AGAIN=folder tries only what the results in it did not find.
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import type { ScriptEngineFactory } from '../../src/runtime-check/script/engine.js';
import { loadEngine } from '../runtime-check/load-engine.js';
import { sidesOf, type FixtureSides } from '../equivalence/sides.js';
import { mutantBench, tryPage, type Found, type MutantBench } from './bench.js';
import { brokenConverter, faultyText } from './broken-converter.js';
import { mutantCases } from './converted.js';
import { readPage } from './define.js';
import { effectOf } from './effect.js';
import { pageKinds } from './kinds/index.js';
import { sourceFaults } from './source-faults.js';
import { tryFixture, type Trial } from './try-all.js';

const isAll = process.env['MUTANTS'] === 'all';
const only = process.env['MUTANT_KIND'] ?? '';
const result = process.env['MUTANT_RESULT'] ?? '';
const sites = Number(process.env['MUTANT_SITES'] ?? 1);
const [part = 1, parts = 1] = (process.env['MUTANT_PART'] ?? '1/1').split('/').map(Number);
/** In the long run as `verify` has it by itself. */
const budget = isAll ? 1000 : 150;
/** Of every day. */
const usual = ['basics/front-desk', 'treatments/treatment-round'];
const isChosen = process.env['FIXTURE'] !== undefined;
const cases = mutantCases().filter(({ name }, index) =>
  isAll || isChosen ? index % parts === part - 1 : usual.includes(name),
);

/** Trials of an earlier run, by which only what it did not find is tried. */
const earlier = earlierTrials(process.env['MUTANT_AGAIN'] ?? '');

const trials: Trial[] = [];
const leftOut: string[] = [];
const benches = new Map<string, MutantBench>();
let engine: ScriptEngineFactory;
beforeAll(async () => {
  engine = await loadEngine();
});

function earlierTrials(folder: string): readonly Trial[] {
  if (folder === '') return [];
  return readdirSync(folder)
    .filter((name) => name.endsWith('.json'))
    .flatMap(
      (name) => (JSON.parse(readFileSync(path.join(folder, name), 'utf8')) as { trials: Trial[] }).trials, // save() wrote it
    );
}

/** Finding scenarios takes longer than trying a fault: a page keeps its own. */
async function benchOf(side: FixtureSides): Promise<MutantBench> {
  const known = benches.get(side.name) ?? (await mutantBench(side, engine, budget));
  benches.set(side.name, known);
  return known;
}

/** Kept after each fixture, so that a run which is stopped has said something. */
function save(): void {
  if (result === '') return;
  const words = (all: readonly { readonly id: string; readonly about: string }[]) =>
    all.map(({ id, about }) => ({ id, about }));
  writeFileSync(
    result,
    JSON.stringify({ kinds: words(pageKinds), faults: words(sourceFaults), trials, leftOut }),
  );
}

/** In a run of every day, which makes few faults; `npm run mutants` asks for more. */
const leastShare = 0.85;

describe.each(cases)('faults on pages of $name', (fixture) => {
  it('are found', { timeout: 1_800_000 }, async () => {
    for (const side of sidesOf(fixture)) {
      const bench = await benchOf(side);
      const known = earlier.filter(({ fixture: name }) => name === side.name);
      const tried = await tryFixture(side, bench, engine, { sites, only, known });
      trials.push(...tried);
      if (bench.leftOut > 0) leftOut.push(`${side.name}: ${String(bench.leftOut)} scenarios`);
      save();
      expect(bench.tried.length, side.name).toBeGreaterThan(0);
      const counted = tried.filter(({ equivalent }) => equivalent === undefined);
      const found = counted.filter((trial) => trial.found !== undefined);
      // In the long run the share over all counts, which the script says.
      if (!isAll) expect(found.length / counted.length, side.name).toBeGreaterThan(leastShare);
    }
  });
});

const hasOtherEffect = (page: string, wrong: string): boolean =>
  page !== wrong && effectOf(readPage(page)) !== effectOf(readPage(wrong));

/** A fault of the converter is tried on pages that have it until one shows it: those whose scenarios are at hand, then so many others, the shortest first. */
const mostOthers = 4;

describe('faults in the converter', () => {
  it.each(sourceFaults)('$id is one edit of one file', (fault) => {
    expect(faultyText(fault)).not.toBe('');
  });

  const chosen = sourceFaults.filter(
    ({ id }, index) => isAll && !isChosen && id.includes(only) && index % parts === part - 1,
  );
  it.each(chosen)('$id is tried: $about', { timeout: 600_000 }, async (fault) => {
    const folder = mkdtempSync(path.join(path.resolve(import.meta.dirname, '../../.cache'), 'mutant-'));
    try {
      const wrong = (await brokenConverter(fault, folder)).pages();
      const changed = mutantCases()
        .flatMap(sidesOf)
        .filter(({ name, page }) => hasOtherEffect(page, wrong.get(name) ?? ''));
      expect(changed.length, 'no page of a fixture has the fault').toBeGreaterThan(0);
      const shortest = changed.toSorted((a, b) => a.page.length - b.page.length);
      const atHand = shortest.filter(({ name }) => benches.has(name));
      const others = shortest.filter(({ name }) => !benches.has(name)).slice(0, mostOthers);
      const { id: kind, find: was, replace: now } = fault;
      let found: Found;
      let fixture = '';
      for (const side of [...atHand, ...others]) {
        fixture = side.name;
        found = await tryPage(await benchOf(side), wrong.get(side.name) ?? '', engine, undefined);
        if (found !== undefined) break;
      }
      trials.push({ kind, fixture, line: 0, state: '', was, now, found, entered: 0 });
      save();
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
  });
});
