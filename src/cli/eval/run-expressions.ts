// Runs expressions of ES5 in the sandbox, in the world of a scenario, and gives their values.
import type { Diagnostic } from '../../diagnostics/index.js';
import { expressionPage, resultsPath, type ExpressionResult } from '../../emit/expression-page.js';
import type { Js } from '../../mappings/js.js';
import { preparePage, type RunPageOptions, type Scenario } from '../../runtime-check/index.js';

/** The results in the order of the expressions, or why there are none. */
export type ExpressionRun =
  | { readonly ok: true; readonly results: readonly ExpressionResult[] }
  | { readonly ok: false; readonly reason: string };

/** Computes expressions one after the other on one page. */
export async function runExpressions(
  expressions: readonly Js[],
  library: readonly string[],
  variables: ReadonlyMap<string, string | number>,
  scenario: Scenario,
  wasm: RunPageOptions['wasm'],
): Promise<ExpressionRun> {
  const page = expressionPage(expressions, library, variables);
  const prepared = await preparePage(page, 'expression', { wasm });
  if (prepared.value === undefined) return { ok: false, reason: messageOf(prepared.diagnostics) };
  const run = prepared.value.start(scenario);
  try {
    const stop = run.run();
    const found = run.examine(resultsPath);
    if (!found.ok) return { ok: false, reason: found.failure.message };
    const results = found.value as readonly ExpressionResult[]; // the page makes nothing else of it
    const isComplete = results.length === expressions.length;
    return isComplete
      ? { ok: true, results }
      : { ok: false, reason: messageOf(run.result(stop).diagnostics) };
  } finally {
    run.dispose();
  }
}

const messageOf = (diagnostics: readonly Diagnostic[]): string =>
  diagnostics.find(({ severity }) => severity === 'error')?.message ?? 'the page could not be run';
