// Runs the fixture of a bank's main line with its scenarios, in sessions one after the other in a process of its own, and tells what that costs.
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { readScenarios } from '../src/runtime-check/index.js';
import { preparePage } from '../src/runtime-check/run-prepare.js';
import { loadQuickJs } from '../src/runtime-check/script/quickjs-wasi.js';
import { processorTime } from './measure.js';

/** After so many sessions: megabytes, and sessions in a second of processor time since the mark before. */
export interface Mark {
  readonly sessions: number;
  readonly rss: number;
  readonly heap: number;
  readonly rate: number;
}

export interface SessionFigures {
  readonly marks: readonly Mark[];
  readonly scenarios: number;
  readonly microsteps: number;
}

const folder = path.resolve('fixtures/strategies/production/bank-main-line');
const page = readFileSync(path.join(folder, 'expected', 'Bank_main_line.scxml'), 'utf8');
const scenarioFile = path.join(folder, 'bank-main-line.scenarios.yaml');
const scenarios = readScenarios(readFileSync(scenarioFile, 'utf8'), scenarioFile).value;
const wasm = await loadQuickJs(() => readFileSync(path.resolve('node_modules/quickjs-wasi/quickjs.wasm')));

const prepared = await preparePage(page, 'Bank_main_line.scxml', { wasm });
if (!prepared.value) throw new Error(`${prepared.diagnostics[0]?.message ?? ''} keeps the page from running`);

const megabyte = 1024 * 1024;
const marks: Mark[] = [];
let microsteps = 0;
let sessions = 0;
for (const mark of process.argv.slice(2).map(Number)) {
  const before = sessions;
  const start = processorTime();
  for (; sessions < mark; sessions++) {
    const scenario = scenarios[sessions % scenarios.length];
    if (!scenario) throw new Error('No scenarios');
    const run = prepared.value.start(scenario);
    const { value, diagnostics } = run.result(run.run());
    run.dispose();
    const wrong = diagnostics.find(({ severity }) => severity === 'error');
    if (wrong) throw new Error(`${scenario.name}: ${wrong.message}`);
    microsteps += value.microsteps;
  }
  const rate = ((sessions - before) * 1000) / (processorTime() - start);
  // Given with --expose-gc.
  globalThis.gc?.();
  const { rss, heapUsed } = process.memoryUsage();
  marks.push({ sessions, rss: rss / megabyte, heap: heapUsed / megabyte, rate });
}
const figures: SessionFigures = { marks, scenarios: scenarios.length, microsteps };
process.stdout.write(JSON.stringify(figures));
