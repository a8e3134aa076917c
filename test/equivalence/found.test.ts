// Every page of the fixtures against its strategy, in scenarios that the search finds: both do the same, or case.json accepts how they differ. `npm run equivalence`
// searches as far as `verify` does by itself; here a part of that. EQUIVALENCE=all, EQUIVALENCE_PART=1/2, EQUIVALENCE_RESULT=file and FIXTURE=name change it.
import { writeFileSync } from 'node:fs';
import { beforeAll, describe, expect, it } from 'vitest';
import type { ScriptEngineFactory } from '../../src/runtime-check/script/engine.js';
import { fixtureCases, type CaseExpectation } from '../fixtures/cases.js';
import { loadEngine } from '../runtime-check/load-engine.js';
import { acceptedOn, foundOn, type FoundOnPage } from './found-differences.js';

const isAll = process.env['EQUIVALENCE'] === 'all';
const result = process.env['EQUIVALENCE_RESULT'] ?? '';
const [part = 1, parts = 1] = (process.env['EQUIVALENCE_PART'] ?? '1/1').split('/').map(Number);
const budget = isAll ? 1000 : 60;
const cases = fixtureCases().filter((_each, index) => index % parts === part - 1);

const rows: unknown[] = [];
let engine: ScriptEngineFactory;
beforeAll(async () => {
  engine = await loadEngine();
});

/** What the table of docs/fixtures-compared.md shows of a page. */
const rowOf = ({ name, way, verification, accepted }: FoundOnPage, expects: CaseExpectation) => ({
  ...{ name, way },
  ...{ compared: verification.scenarios.compared, different: verification.scenarios.different },
  ...verification.coverage.source,
  verdict: verification.verdict,
  reasons: [...new Set(accepted.map((key) => whyOf(key, name, expects)))],
});

const whyOf = (key: string, name: string, expects: CaseExpectation): string =>
  expects.notCompared[key] ??
  acceptedOn(name.split('/').at(-1) ?? '', expects).find((each) => each.key === key)?.why ??
  '';

describe.each(cases)('$name', (fixture) => {
  it(
    'does on its pages what its strategies do, in scenarios that are found',
    { timeout: 600_000 },
    async () => {
      const found = await foundOn(fixture, engine, budget);
      rows.push(...found.map((each) => rowOf(each, fixture.expects)));
      if (result !== '') writeFileSync(result, JSON.stringify(rows));
      expect(
        Object.fromEntries(found.map(({ name, way, surprising }) => [`${name}, ${way}`, surprising])),
      ).toEqual(Object.fromEntries(found.map(({ name, way }) => [`${name}, ${way}`, []])));
      const seen = new Set(found.flatMap(({ accepted }) => accepted));
      // A short search does not come to all of them.
      if (isAll)
        expect(Object.keys(fixture.expects.foundDiffers).filter((key) => !seen.has(key))).toEqual([]);
    },
  );
});
