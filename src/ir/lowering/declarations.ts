// Declarations of variables: their types, their start values, and names that are declared twice.
import { diagnose, type Diagnostic } from '../../diagnostics/index.js';
import type { SourceVariable } from '../../ird-parser/source-model.js';
import { valueOf, type AssumptionOverrides } from '../assumptions/table.js';
import { childId, distinct, memberId } from '../node-id.js';
import type { NodeId, Strategy, Variable } from '../nodes.js';
import type { Lowering, Place } from './context.js';
import { checkStore } from './stores.js';
import { typeOfDeclaration } from './types.js';
import { lowerValue } from './values.js';
import { variableTable, type VariableTable } from './variables.js';

/** A variable without its start value, which may name other variables. */
type Declared = Omit<Variable, 'initial'> & { readonly source: SourceVariable };

export interface Declarations {
  readonly table: VariableTable;
  readonly declared: readonly Declared[];
}

/** Takes in the declarations of a strategy. */
export function declareVariables(
  variables: readonly SourceVariable[],
  strategy: NodeId,
  diagnostics: Diagnostic[],
  language: Strategy['language'],
  assumptions?: AssumptionOverrides,
): Declarations {
  const shares = valueOf('variables.script', assumptions) === 'one for all of a call';
  const keys = distinct(variables.map((variable) => variable.name));
  const declared = variables.map((source, index): Declared => {
    const key = keys[index] ?? '';
    const { name, span } = source;
    const nodeId = memberId(strategy, 'variable', key);
    if (key !== name) diagnostics.push(diagnose('IRD2004', nodeId, span, { name }));
    const type = typeOfDeclaration(source.type);
    // Variables of a diagram have no types; what stands there is `System` for those that Composer sets.
    if (type === undefined && language === 'ird' && source.type.trim() !== '') {
      diagnostics.push(diagnose('IRD2005', nodeId, span, { name, type: source.type }));
    }
    const { description } = source;
    const direction = source.direction === 'script' && !shares ? 'local' : source.direction;
    return {
      nodeId,
      name,
      type: type ?? 'UNKNOWN',
      declaredType: source.type,
      direction,
      description,
      span,
      source,
    };
  });
  return { table: variableTable(declared), declared };
}

/** Adds the start values, which may use every declared name. */
export function lowerVariables({ declared }: Declarations, cx: Lowering): readonly Variable[] {
  return declared.map(({ source, ...variable }): Variable => {
    if (source.initial === undefined) return { ...variable, initial: undefined };
    const place: Place = { node: variable.nodeId, label: `the start value of "${variable.name}"` };
    const initial = lowerValue(source.initial, childId(variable.nodeId, 'initial'), place, cx);
    if (initial.kind === 'expression') checkStore(variable, initial, variable.nodeId, cx);
    return { ...variable, initial };
  });
}
