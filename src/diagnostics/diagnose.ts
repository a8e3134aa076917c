// Findings: what is wrong, where, and in which source node.
import { catalogue, type Code, type DataOf } from './catalogue/index.js';
import type { Entry, Severity } from './define.js';
import type { Span } from './span.js';

/** One finding. */
export interface Diagnostic {
  readonly code: Code;
  readonly severity: Severity;
  readonly message: string;
  readonly help: string;
  readonly span: Span;
  /** Path of the source node that it belongs to (`strategy/block/...`), or '' when there is none. */
  readonly node: string;
  /** What it is about, the same from run to run; undefined: the names that the message quotes. */
  readonly identity?: readonly string[];
}

/** What every phase returns: never a throw, never output on a stream. */
export interface Outcome<T> {
  readonly value: T;
  readonly diagnostics: readonly Diagnostic[];
}

/** Makes a finding of the given code. The compiler checks `data` against the text of that code. */
export function diagnose<C extends Code>(code: C, node: string, span: Span, data: DataOf<C>): Diagnostic {
  const found = catalogue[code];
  // The index access loses the tie between code and data that the signature has established.
  const { text, identity } = found as Pick<Entry<DataOf<C>>, 'text' | 'identity'>;
  return {
    ...{ code, severity: found.severity, message: text(data), help: found.help, span, node },
    ...(identity === undefined ? {} : { identity: identity(data) }),
  };
}

export const hasErrors = (diagnostics: readonly Diagnostic[]): boolean =>
  diagnostics.some((d) => d.severity === 'error');
