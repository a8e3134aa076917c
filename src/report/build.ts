// Puts the report together from what a command found out.
import { compareSpans, type Diagnostic } from '../diagnostics/index.js';
import type { Report, ReportFinding, ReportStrategy } from './model.js';
import { totalsOf } from './tally.js';

/** A finding as the report keeps it. */
export function toFinding({ code, severity, message, help, span, node }: Diagnostic): ReportFinding {
  return {
    code,
    severity,
    message,
    help,
    file: span.file,
    line: span.start.line,
    column: span.start.column,
    endLine: span.end.line,
    endColumn: span.end.column,
    node,
  };
}

/** Findings in the order of the files and places that they are about. */
export const toFindings = (diagnostics: readonly Diagnostic[]): readonly ReportFinding[] =>
  diagnostics.toSorted((a, b) => compareSpans(a.span, b.span) || (a.code < b.code ? -1 : 1)).map(toFinding);

export interface ReportParts {
  readonly version: string;
  readonly command: string;
  /** How many files were read or tried. */
  readonly files: number;
  readonly strategies: readonly ReportStrategy[];
  /** Findings that belong to no strategy. */
  readonly diagnostics: readonly Diagnostic[];
}

/** The report of one command. */
export function buildReport({ version, command, files, strategies, diagnostics }: ReportParts): Report {
  const findings = toFindings(diagnostics);
  return {
    report: 1,
    tool: { name: 'ird2scxml', version },
    command,
    strategies,
    findings,
    totals: totalsOf(files, strategies, findings),
  };
}
