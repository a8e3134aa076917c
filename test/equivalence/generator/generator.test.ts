// 20,000 random expressions: the direct evaluation by the rules of URS and the emitted ES5 in the sandbox must agree on every one. Those that hold calls
// which became requests run through the states that are emitted for them.
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { runExpressions } from '../../../src/cli/eval/run-expressions.js';
import { computedFunctions } from '../../../src/equivalence/evaluate/functions/index.js';
import {
  allowedValues,
  type AssumptionId,
  type AssumptionOverrides,
} from '../../../src/ir/assumptions/table.js';
import { callsOf } from '../../../src/ir/walk.js';
import { evaluate } from '../../../src/equivalence/evaluate/evaluate.js';
import { scenarioContext } from '../../../src/equivalence/evaluate/scenario-context.js';
import { toText, type IrdValue } from '../../../src/equivalence/evaluate/values.js';
import { printJs } from '../../../src/emit/print-js.js';
import { functionMappings } from '../../../src/mappings/functions/index.js';
import { isLifted } from '../../../src/mappings/lifting/calls.js';
import { translateAlone } from '../../../src/mappings/translate-alone.js';
import { loadEngine } from '../../runtime-check/load-engine.js';
import { expressions, expressionsWith, generatedFunctions } from './arbitrary.js';
import { ask, liftedCalls } from './lifted-calls.js';
import { runLifted } from './lifted-page.js';
import { readGenerated } from './read-generated.js';
import { lifted, scenario, variables } from './surroundings.js';
import { writtenApart } from './untyped-calls.js';

const seed = Number(process.env['GENERATOR_SEED'] ?? 20261129);
const count = Number(process.env['GENERATOR_COUNT'] ?? 18_000);
const liftedCount = Number(process.env['GENERATOR_LIFTED'] ?? 2_500);
const batch = 1_000;
/** Expressions of one lifted page. */
const liftedBatch = 100;

interface Difference {
  readonly ird: string;
  readonly js: string;
  readonly byRules: number | string;
  readonly byPage: unknown;
}

/** What the two sides make of expressions that are computed one after the other in one session; errors count as equal. */
async function differences(
  texts: readonly string[],
  assumptions: AssumptionOverrides = {},
): Promise<readonly Difference[]> {
  const expressions = texts.map(readGenerated);
  const built = expressions.map((expr) => translateAlone(expr, assumptions));
  const cx = scenarioContext(scenario, {
    variables,
    assumptions,
    now: () => Date.parse(scenario.clock ?? ''),
  });
  const run = await runExpressions(
    built.map(({ js }) => js),
    built.flatMap(({ library }) => library),
    variables,
    scenario,
    await loadEngine(),
  );
  if (!run.ok) throw new Error(run.reason);
  return expressions.flatMap((expr, index): readonly Difference[] => {
    const [ird = '', made, page] = [texts[index], built[index], run.results[index]];
    const direct = evaluate(expr, cx);
    const byRules = direct.ok ? stored(direct.value) : 'error';
    const byPage = page?.error === undefined ? (page?.value ?? '') : 'error';
    const js = made === undefined || made.failures.length > 0 ? 'not translated' : printJs(made.js);
    return byRules === byPage && js !== 'not translated' ? [] : [{ ird, js, byRules, byPage }];
  });
}

/** A truth value as a variable holds it. */
const stored = (value: IrdValue): number | string => (typeof value === 'boolean' ? Number(value) : value);

test('every function that is evaluated directly is mapped, and generated', () => {
  const mapped = computedFunctions.filter((name) => functionMappings.some((row) => row.ird === name));
  expect(mapped).toEqual(computedFunctions);
  expect(new Set([...generatedFunctions, ...writtenApart])).toEqual(new Set(computedFunctions));
});

test(`${String(count)} generated expressions have the value that URS would give`, async () => {
  const texts = fc.sample(expressions, { seed, numRuns: count });
  const found: Difference[] = [];
  for (let from = 0; from < texts.length; from += batch) {
    found.push(...(await differences(texts.slice(from, from + batch))));
  }
  // What comes after the first one may have followed from it: data that were written, draws that were taken.
  expect(found.slice(0, 10)).toEqual([]);
}, 300_000);

/** What the two sides make of expressions with lifted calls, as text: one strategy computes them one after the other. */
async function liftedDifferences(
  texts: readonly string[],
  assumptions: AssumptionOverrides = {},
): Promise<readonly Omit<Difference, 'js'>[]> {
  const now = (): number => Date.parse(scenario.clock ?? '');
  const cx = scenarioContext(lifted, { variables, assumptions, now, ask });
  const results = await runLifted(texts, assumptions);
  return texts.flatMap((ird, index) => {
    const direct = evaluate(readGenerated(ird), cx);
    const byRules = direct.ok ? toText(direct.value) : 'error';
    const byPage = results[index];
    return byRules === byPage ? [] : [{ ird, byRules, byPage }];
  });
}

const liftedExpressions = expressionsWith(liftedCalls)
  .map((text) => `Cat[${text},'']`)
  .filter((text) => callsOf(readGenerated(text)).some(isLifted));

test(`${String(liftedCount)} expressions with lifted calls have, through their states, the value that URS would give`, async () => {
  const texts = fc.sample(liftedExpressions, { seed, numRuns: liftedCount });
  const found: unknown[] = [];
  for (let from = 0; from < texts.length; from += liftedBatch) {
    found.push(...(await liftedDifferences(texts.slice(from, from + liftedBatch))));
  }
  expect(found.slice(0, 10)).toEqual([]);
}, 300_000);

test('a page of lifted calls that does not come to its end says where it stands', async () => {
  const texts = ["Cat[GetPriority[],'']", "SuspendForEvent[9999999,'user','ready']", "Cat[GetPriority[],'']"];
  await expect(runLifted(texts)).rejects.toThrow("at 1: SuspendForEvent[9999999,'user','ready']");
});

/** Open questions that both sides answer alike. What a missing statistic gives (sdata.missing) is the platform's: the simulated one has 0. */
const questions: readonly AssumptionId[] = [
  'list.get-integer-order',
  'strasciitok.index',
  'strchar.not-found',
  'strsub.base',
  'timeinzone.precision',
  'utcadd.months',
];

test.each(
  questions.flatMap((id) =>
    allowedValues(id)
      .slice(1)
      .map((answer) => ({ id, answer })),
  ),
)('$id: $answer gives the same value on both sides', async ({ id, answer }) => {
  expect(await differences(fc.sample(expressions, { seed, numRuns: batch }), { [id]: answer })).toEqual([]);
});
