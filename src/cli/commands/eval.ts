// `eval`: one expression, read, grouped, converted and computed twice.
import { codeFrame, hasErrors, type Diagnostic } from '../../diagnostics/index.js';
import { printExpression } from '../../ir/print.js';
import { inert } from '../../report/formats/inert.js';
import { sandboxBytes } from '../../sandbox-file.js';
import { judge, sideText, type Judged, type Side } from '../eval/judge.js';
import { evalSettings } from '../eval/settings.js';
import { treeLines } from '../eval/tree.js';
import type { EvaluationFormat } from '../eval/verb.js';
import { exitCodes, type ExitCode } from '../exit-codes.js';
import { ownEntries } from '../own-entries.js';
import type { OwnOptions } from '../own-options.js';
import type { Terminal } from '../terminal.js';

export interface EvalOptions extends OwnOptions {
  readonly var: readonly string[];
  readonly udata: readonly string[];
  readonly now?: string;
  readonly zone?: string;
  readonly random: readonly string[];
  readonly scenario?: string;
  readonly assume: readonly string[];
  readonly target?: string;
  readonly format: EvaluationFormat;
}

/** Prints what became of the expression; 1 when it cannot be read or the two values differ. */
export async function evaluateCommand(
  text: string,
  options: EvalOptions,
  terminal: Terminal,
): Promise<ExitCode> {
  const settings = evalSettings(options, terminal.cwd, await ownEntries(options, terminal.cwd));
  const judged = await judge(text, settings, sandboxBytes());
  terminal.out.write(options.format === 'json' ? jsonOf(text, judged) : prettyOf(judged, terminal));
  for (const diagnostic of judged.diagnostics) {
    terminal.err.write(findingText(diagnostic, text, terminal));
  }
  return hasErrors(judged.diagnostics) ? exitCodes.findings : exitCodes.clean;
}

function prettyOf(judged: Judged, terminal: Terminal): string {
  const { expr, js, byRules, byPage, overridden, assumptions, reviews } = judged;
  if (expr === undefined) return '';
  const { strong } = terminal.out.paint;
  const shown = (side: Side | undefined): string => (side === undefined ? 'not known' : sideText(expr, side));
  const lines = (title: string, values: readonly string[]): readonly string[] =>
    values.map((value, index) => `${strong((index === 0 ? title : '').padEnd(9))} ${inert(value)}`.trimEnd());
  return `${[
    ...lines('grouped', [printExpression(expr)]),
    ...treeLines(expr).map(
      (line, index) => `${strong((index === 0 ? 'tree' : '').padEnd(9))} ${inert(line)}`,
    ),
    ...lines('ES5', [js ?? 'no single expression']),
    ...lines('by URS', [shown(byRules)]),
    ...lines('on page', [shown(byPage)]),
    ...lines('override', overridden),
    ...lines('assumed', assumptions),
    ...lines('review', reviews),
  ].join('\n')}\n`;
}

/** One object; `value` of a side is what a variable would hold, so a truth value is 1 or 0. */
function jsonOf(text: string, judged: Judged): string {
  const { expr, js, library, byRules, byPage, overridden, assumptions, reviews, diagnostics } = judged;
  const result = {
    expression: text,
    grouped: expr === undefined ? null : printExpression(expr),
    tree: expr === undefined ? [] : treeLines(expr),
    type: expr?.type ?? null,
    es5: js ?? null,
    library,
    byUrs: byRules ?? null,
    onPage: byPage ?? null,
    equal: byRules === undefined || byPage === undefined ? null : byRules.value === byPage.value,
    overridden,
    assumptions,
    reviews,
    findings: diagnostics.map(({ code, severity, message, help, span }) => ({
      code,
      severity,
      message,
      help,
      line: span.start.line,
      column: span.start.column,
      endLine: span.end.line,
      endColumn: span.end.column,
    })),
  };
  return `${JSON.stringify(result, undefined, 2)}\n`;
}

const severityLabel = { error: 'error', warning: 'warning', info: 'note' } as const;

function findingText(
  { code, severity, message, help, span }: Diagnostic,
  text: string,
  { err }: Terminal,
): string {
  const { paint } = err;
  const place = `${span.file}:${String(span.start.line)}:${String(span.start.column)}`;
  const frame = codeFrame(text, span);
  return [
    `${place}  ${paint[severity](severityLabel[severity])}  ${paint.strong(code)}  ${inert(message)}`,
    ...(frame === '' ? [] : [frame]),
    `  ${paint.faint('help:')} ${help}`,
    '',
    '',
  ].join('\n');
}
