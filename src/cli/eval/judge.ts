// Reads one expression, computes it by the rules of URS and as a page does, and compares.
import { diagnose, hasErrors, wholeFile, type Diagnostic, type Span } from '../../diagnostics/index.js';
import { printJs } from '../../emit/print-js.js';
import { evaluate } from '../../equivalence/evaluate/evaluate.js';
import { scenarioContext } from '../../equivalence/evaluate/scenario-context.js';
import { parseLanguage, print } from '../../ird-parser/languages/index.js';
import { lowerAlone } from '../../ir/lower-alone.js';
import type { Expr } from '../../ir/nodes.js';
import * as js from '../../mappings/js.js';
import { applyToExpression, type AppliedToExpression } from '../../mappings/overrides/apply.js';
import { overrideLine } from '../../mappings/overrides/describe.js';
import { PluginFault } from '../../mappings/plugins/plugin-fault.js';
import { translateAlone, type TranslatedAlone } from '../../mappings/translate-alone.js';
import type { RunPageOptions } from '../../runtime-check/index.js';
import { clockTime } from '../../runtime-check/scenario/check-meaning.js';
import { defaultClock } from '../../runtime-check/world/world.js';
import { sourceText } from '../../xml/index.js';
import { runExpressions } from './run-expressions.js';
import type { EvalSettings } from './settings.js';

/** What one of the two sides gives: a value as a variable would hold it, or an error; undefined when it cannot be computed. */
export type Side =
  | { readonly value: string | number; readonly error?: undefined }
  | { readonly error: string; readonly value?: undefined };

export interface Judged {
  /** Undefined when the expression cannot be read. */
  readonly expr: Expr | undefined;
  /** The ES5 that the expression becomes; undefined when it is no single expression. */
  readonly js: string | undefined;
  /** Functions of the runtime library that the ES5 calls. */
  readonly library: readonly string[];
  readonly byRules: Side | undefined;
  readonly byPage: Side | undefined;
  /** Own mappings that decided about calls. */
  readonly overridden: readonly string[];
  readonly assumptions: readonly string[];
  readonly reviews: readonly string[];
  readonly diagnostics: readonly Diagnostic[];
}

/** The name that findings give to what was typed. */
export const expressionFile = 'expression';

/** Never throws on input: what is wrong with the expression is among the findings. */
export async function judge(
  text: string,
  settings: EvalSettings,
  wasm: RunPageOptions['wasm'],
): Promise<Judged> {
  const source = sourceText(expressionFile, text);
  const located = { text, span: (start = 0, end = text.length): Span => source.span(start, end) };
  const parsed = parseLanguage('expression', located, '');
  if (hasErrors(parsed.diagnostics)) return unread(parsed.diagnostics);
  const { assumptions } = settings;
  const lowered = lowerAlone(parsed.value, settings.variables, {
    print: (tree) => print('threshold', tree),
    assumptions,
  });
  const read = [...parsed.diagnostics, ...lowered.diagnostics];
  if (hasErrors(read)) return unread(read);

  const { expr } = lowered;
  const own = applyToExpression(expr, settings.own);
  const { translated, fault } = translate(own, settings);
  const direct = computeDirectly(own.meant, settings);
  const byPage = await computeOnPage(translated, settings, own.used.size > 0, wasm);
  const [reason] = translated.failures;
  return {
    expr,
    js: reason === undefined ? printJs(translated.js) : undefined,
    library: reason === undefined ? translated.library : [],
    byRules: direct.side,
    byPage,
    overridden: [...own.used].map(overrideLine),
    assumptions: [...new Set([...lowered.assumptions, ...translated.assumptions])].sort(),
    reviews: translated.reviews,
    diagnostics: [
      ...read,
      ...fault,
      ...direct.diagnostics,
      ...(reason === undefined || fault.length > 0 ? [] : [diagnose('IRD8103', '', expr.span, { reason })]),
      ...difference(expr, direct.side, byPage),
    ],
  };
}

/** What a plug-in does wrong is a finding about its file. */
function translate(
  { expr, calls }: AppliedToExpression,
  { assumptions, target }: EvalSettings,
): { readonly translated: TranslatedAlone; readonly fault: readonly Diagnostic[] } {
  try {
    return { translated: translateAlone(expr, assumptions, calls, target), fault: [] };
  } catch (error) {
    if (!(error instanceof PluginFault)) throw error;
    const { file, what, reason, message } = error;
    const nothing = { js: js.text(''), library: [], assumptions: [], reviews: [], failures: [message] };
    return { translated: nothing, fault: [diagnose('IRD8127', '', wholeFile(file), { file, what, reason })] };
  }
}

const unread = (diagnostics: readonly Diagnostic[]): Judged => ({
  expr: undefined,
  js: undefined,
  library: [],
  byRules: undefined,
  byPage: undefined,
  overridden: [],
  assumptions: [],
  reviews: [],
  diagnostics,
});

interface Direct {
  readonly side: Side | undefined;
  readonly diagnostics: readonly Diagnostic[];
}

function computeDirectly(expr: Expr, { variables, scenario, assumptions }: EvalSettings): Direct {
  const start = clockTime(scenario.clock ?? defaultClock) ?? 0;
  const found = evaluate(
    expr,
    scenarioContext(scenario, {
      variables: new Map(variables.map(({ name, value }) => [name, value])),
      assumptions,
      now: () => start,
    }),
  );
  if (found.ok) {
    const { value } = found;
    return { side: { value: typeof value === 'boolean' ? Number(value) : value }, diagnostics: [] };
  }
  const { why, reason, span } = found;
  return why === 'unknown'
    ? { side: undefined, diagnostics: [diagnose('IRD8102', '', span, { reason })] }
    : { side: { error: reason }, diagnostics: [diagnose('IRD8104', '', span, { reason })] };
}

async function computeOnPage(
  translated: TranslatedAlone,
  { variables, scenario }: EvalSettings,
  isOverridden: boolean,
  wasm: RunPageOptions['wasm'],
): Promise<Side | undefined> {
  if (translated.failures.length > 0) return undefined;
  const values = new Map(variables.map(({ name, value }) => [name, value]));
  const run = await runExpressions([translated.js], translated.library, values, scenario, wasm);
  // What a plug-in writes may be no expression at all.
  if (!run.ok && isOverridden) return { error: run.reason };
  if (!run.ok) throw new Error(`internal: the page of an expression could not be run: ${run.reason}`);
  const [result] = run.results;
  if (result?.error !== undefined) return { error: result.error };
  const value = result?.value ?? '';
  if (typeof value === 'number') return { value: value === 0 ? 0 : value };
  return { value: typeof value === 'string' ? value : JSON.stringify(value) };
}

/** An error on both sides is no difference, whatever the words. */
function difference(expr: Expr, rules: Side | undefined, page: Side | undefined): readonly Diagnostic[] {
  if (rules === undefined || page === undefined || rules.value === page.value) return [];
  const data = { rules: sideText(expr, rules), page: sideText(expr, page) };
  return [diagnose('IRD8101', '', expr.span, data)];
}

/** A side as people read it: texts in quotes, truth as true or false. */
export function sideText(expr: Expr, side: Side): string {
  if (side.error !== undefined) return `an error (${side.error})`;
  if (expr.type === 'BOOLEAN' && (side.value === 0 || side.value === 1)) return String(side.value === 1);
  return typeof side.value === 'string' ? JSON.stringify(side.value) : String(side.value);
}
