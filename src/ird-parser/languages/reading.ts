// One text while it is being read: where it stands in the file, and what has been found about it so far.
import { diagnose, type Code, type DataOf, type Diagnostic, type Span } from '../../diagnostics/index.js';
import type { LocatedText } from '../../xml/tree.js';
import type { Language } from './ast.js';
import { limits } from './limits.js';

/** Context of one call of `parseLanguage`. Offsets are those of the text, spans those of the file. */
export interface Reading {
  readonly language: Language;
  readonly text: string;
  span(start: number, end: number): Span;
  report<C extends Code>(code: C, start: number, end: number, data: DataOf<C>): void;
  errorCount(): number;
  /** True when an error was reported that begins between two offsets, both included. */
  hasErrorIn(start: number, end: number): boolean;
  /** All findings in the order of the text. */
  findings(): readonly Diagnostic[];
}

/** How messages call a text of each language. */
export const languageNames: Readonly<Record<Language, string>> = {
  expression: 'expression',
  targets: 'target list',
  skill: 'skill expression',
  threshold: 'threshold expression',
  list: 'list value',
};

/** Starts reading `located` in `language` for the source node `node`. */
export function startReading(language: Language, located: LocatedText, node: string): Reading {
  const found: Diagnostic[] = [];
  const counts = { errors: 0, remarks: 0 };
  const errorStarts: number[] = [];
  return {
    language,
    text: located.text,
    span: (start, end) => located.span(start, end),
    report(code, start, end, data) {
      const finding = diagnose(code, node, located.span(start, end), data);
      const isError = finding.severity === 'error';
      if (isError) errorStarts.push(start);
      const count = isError ? ++counts.errors : ++counts.remarks;
      if (count <= (isError ? limits.errors : limits.remarks)) found.push(finding);
    },
    errorCount: () => counts.errors,
    hasErrorIn: (start, end) => errorStarts.some((at) => at >= start && at <= end),
    findings() {
      const more = Math.max(0, counts.errors - limits.errors) + Math.max(0, counts.remarks - limits.remarks);
      const sorted = found.toSorted((a, b) => a.span.start.offset - b.span.start.offset);
      if (more === 0) return sorted;
      const whole = located.span(0, located.text.length);
      return [...sorted, diagnose('IRD1517', node, whole, { what: languageNames[language], more })];
    },
  };
}
