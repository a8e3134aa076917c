// Entry points of the runtime check. It reads SCXML text only: nothing here imports the converter.
export type { ResolveFile } from './document/include.js';
export { joinCovered } from './coverage.js';
export { explorePage } from './explore/explore.js';
export { pageCoverage } from './page-coverage.js';
export { preparePage, type RunnablePage } from './run-prepare.js';
export { runPage, type RunPageOptions } from './run-page.js';
export { defaultScenarios } from './scenario/defaults.js';
export { readScenarios } from './scenario/read.js';
export type { Scenario } from './scenario/types.js';
export type { Detail, RunResult, Step } from './trace.js';
export { formatTrace, traceJsonLines, type TracePaint } from './trace-format.js';
export { validatePage } from './validate/validate.js';
