// What verifying costs: runs of both sides a second, and how the whole grows with the blocks of a strategy.
import { readFileSync } from 'node:fs';
import { runPrepared } from '../src/equivalence/page-places.js';
import { runSource } from '../src/equivalence/run/run-source.js';
import { verifyStrategy } from '../src/equivalence/verify.js';
import { createPipeline } from '../src/migrate.js';
import { preparePage } from '../src/runtime-check/index.js';
import { defaultScenarios } from '../src/runtime-check/scenario/defaults.js';
import { generateStrategy } from './generate.js';
import { median, table } from './measure.js';

const file = 'generated.xml';
const budget = 200;

/** Prints the figures. A generated strategy of production's size stands for the fixture. */
export async function verificationBench(isQuick: boolean): Promise<void> {
  const engine = readFileSync(new URL(import.meta.resolve('quickjs-wasi/quickjs.wasm')));
  const rows: (readonly string[])[] = [];
  let smallest: number | undefined;
  for (const blocks of isQuick ? [12, 60] : [12, 60, 300]) {
    const { value: pipeline } = createPipeline({
      selection: 'urs',
      notes: false,
      assumptions: {},
      version: 'bench',
    });
    if (pipeline === undefined) throw new Error('there is no pipeline');
    const bytes = new TextEncoder().encode(generateStrategy(blocks));
    const [strategy] = pipeline.link([pipeline.read({ file, name: file, bytes })]).strategies;
    const converted = strategy?.convert();
    const text = converted?.page?.text;
    const program = converted?.program?.();
    if (text === undefined || program === undefined) throw new Error('nothing was converted');
    const { value: page } = await preparePage(text, 'page.scxml', { wasm: engine });
    if (page === undefined) throw new Error('the page cannot be run');
    const source = perRun(() => {
      for (const scenario of defaultScenarios) runSource(program, scenario);
    });
    const runs = perRun(() => {
      for (const scenario of defaultScenarios) runPrepared(page, scenario);
    });
    const began = performance.now();
    const found = await verifyStrategy({
      program,
      page: { text, file: 'page.scxml' },
      given: [],
      search: { budget, seed: 1 },
      engine,
    });
    const whole = performance.now() - began;
    smallest ??= whole / blocks;
    rows.push([
      String(blocks),
      (1000 / source).toFixed(0),
      (1000 / runs).toFixed(0),
      (runs / source).toFixed(1),
      String(found.scenarios.compared),
      `${(whole / 1000).toFixed(1)} s`,
      (whole / blocks / smallest).toFixed(2),
      found.verdict,
    ]);
  }
  console.log(
    `\nVerifying: runs of the strategy and of the page a second, and the whole with a budget of ${String(budget)} (time per block as a multiple of the smallest)\n`,
  );
  console.log(
    table(
      ['blocks', 'source runs/s', 'page runs/s', 'page/source', 'scenarios', 'whole', 'per block', 'verdict'],
      rows,
    ),
  );
}

/** Milliseconds for one of the default scenarios, after a warm-up. */
function perRun(all: () => void): number {
  all();
  const times = Array.from({ length: 9 }, () => {
    const began = performance.now();
    all();
    return performance.now() - began;
  });
  return median(times) / defaultScenarios.length;
}
