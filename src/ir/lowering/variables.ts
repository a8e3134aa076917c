// The variables of a strategy: how a name finds its declaration.
import { diagnose } from '../../diagnostics/index.js';
import type { Span } from '../../diagnostics/index.js';
import { valueOf } from '../assumptions/table.js';
import type { IrdType } from '../nodes.js';
import type { Lowering, Place } from './context.js';

export interface Declaration {
  readonly name: string;
  readonly type: IrdType;
}

/** Declarations by name as written and by name without case; the first of several counts. */
export interface VariableTable {
  readonly exact: ReadonlyMap<string, Declaration>;
  readonly folded: ReadonlyMap<string, Declaration>;
}

export function variableTable(declarations: readonly Declaration[]): VariableTable {
  const first = (key: (name: string) => string): ReadonlyMap<string, Declaration> =>
    new Map(declarations.toReversed().map((declaration) => [key(declaration.name), declaration]));
  return { exact: first((name) => name), folded: first((name) => name.toLowerCase()) };
}

/** Finds a declared variable: as written, else without regard to case (an assumption, with a finding). */
export function findVariable(cx: Lowering, place: Place, name: string, span: Span): Declaration | undefined {
  const exact = cx.variables.exact.get(name);
  if (exact !== undefined) return exact;
  const declared = cx.variables.folded.get(name.toLowerCase());
  if (declared === undefined) return undefined;
  cx.assumed.add('names.case');
  if (valueOf('names.case', cx.env.assumptions) === 'yes') return undefined;
  cx.diagnostics.push(diagnose('IRD2002', place.node, span, { name, declared: declared.name }));
  return declared;
}
