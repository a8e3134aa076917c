// The public API.

/** Version of ird2scxml. */
export { version } from './version.js';

/** Converting strategies and checking pages, in memory. */
export {
  check,
  migrate,
  type CheckedPage,
  type MigratedStrategy,
  type MigrateOptions,
  type Migration,
  type StrategyFile,
} from './api.js';

/** The steps of a conversion one by one. */
export type {
  Converted,
  ConvertedPage,
  GivenFile,
  InputFile,
  LinkedBatch,
  LinkedStrategy,
  Pipeline,
  PipelineSettings,
  ReadFile,
} from './cli/pipeline.js';
export { createPipeline } from './migrate.js';

/** Scenarios. */
export {
  defaultScenarios,
  readScenarios,
  type RunResult,
  type Scenario,
  type Step,
} from './runtime-check/index.js';

/** Findings. */
export {
  catalogue,
  codeFrame,
  type Code,
  type Diagnostic,
  type Outcome,
  type Position,
  type Severity,
  type Span,
} from './diagnostics/index.js';

/** Plug-ins: mappings of functions and objects by code (docs/plugins.md). */
export {
  defineBlock,
  defineFunctions,
  type BlockContext,
  type BlockMapping,
  type FunctionContext,
  type FunctionMapping,
  type Region,
} from './mappings/define.js';
export { attribute, js } from './mappings/plugins/builders.js';
export type { LoadedPlugin, Plugin } from './mappings/plugins/read-plugin.js';

/** The report and its formats. */
export { formats, type Format } from './report/formats/index.js';
export type { Paint, Renderer, RenderOptions } from './report/formats/format.js';
export { plainPaint } from './report/formats/format.js';
export type {
  Claim,
  Report,
  ReportFinding,
  ReportName,
  ReportRun,
  ReportStrategy,
  ReportTally,
} from './report/model.js';

/** The tables that the documentation is made from. */
export { assumptions, type Assumption } from './ir/assumptions/table.js';
export { dispositions, type Disposition } from './mappings/define.js';
