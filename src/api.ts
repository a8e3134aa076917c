// The two calls that most programs want: convert strategies held in memory, check a page. Nothing is written and nothing printed.
import type { Converted, LinkedStrategy, PipelineSettings } from './cli/pipeline.js';
import type { Diagnostic } from './diagnostics/index.js';
import { createPipeline } from './migrate.js';
import {
  defaultScenarios,
  runPage,
  validatePage,
  type RunResult,
  type Scenario,
} from './runtime-check/index.js';
import { sandboxBytes } from './sandbox-file.js';
import { version } from './version.js';

/** A file in memory. */
export interface StrategyFile {
  /** Name for findings and page headers. */
  readonly file: string;
  /** Content; text is taken as UTF-8. */
  readonly content: Uint8Array | string;
}

/** What `migrate` takes; everything has a default. */
export type MigrateOptions = Partial<Omit<PipelineSettings, 'version'>>;

/** A strategy and what became of it. */
export type MigratedStrategy = Pick<LinkedStrategy, 'file' | 'name' | 'id' | 'kind' | 'blocks'> & Converted;

export interface Migration {
  readonly strategies: readonly MigratedStrategy[];
  /** Findings of reading, and about several strategies together. */
  readonly diagnostics: readonly Diagnostic[];
}

/** Converts all strategies of the files. Input problems are findings; a throw is a fault of ird2scxml. */
export function migrate(files: readonly StrategyFile[], options: MigrateOptions = {}): Migration {
  const settings = { selection: 'urs', notes: true, assumptions: {}, ...options, version } as const;
  const { value: pipeline, diagnostics } = createPipeline(settings);
  if (pipeline === undefined) return { strategies: [], diagnostics };
  const read = files.map(({ file, content }) =>
    pipeline.read({
      file,
      name: file,
      bytes: typeof content === 'string' ? new TextEncoder().encode(content) : content,
    }),
  );
  const batch = pipeline.link(read);
  return {
    strategies: batch.strategies.map(({ file, name, id, kind, blocks, convert }) => ({
      file,
      name,
      id,
      kind,
      blocks,
      ...convert(),
    })),
    diagnostics: [...diagnostics, ...read.flatMap((each) => each.diagnostics), ...batch.diagnostics],
  };
}

export interface CheckedPage {
  /** Of validation and of all runs. */
  readonly diagnostics: readonly Diagnostic[];
  readonly runs: readonly RunResult[];
}

/** Validates a page and, when it is valid, runs it through the scenarios. */
export async function check(
  page: { readonly file: string; readonly text: string },
  scenarios: readonly Scenario[] = defaultScenarios,
): Promise<CheckedPage> {
  const found = validatePage(page.text, page.file);
  if (found.some(({ severity }) => severity === 'error')) return { diagnostics: found, runs: [] };
  const diagnostics: Diagnostic[] = [...found];
  const runs: RunResult[] = [];
  for (const scenario of scenarios) {
    const outcome = await runPage(page.text, page.file, scenario, { wasm: sandboxBytes() });
    diagnostics.push(...outcome.diagnostics);
    runs.push(outcome.value);
  }
  return { diagnostics, runs };
}
