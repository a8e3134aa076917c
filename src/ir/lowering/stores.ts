// Where values go: into variables and conditions. Reports where IRD would convert a value on its way.
import { diagnose } from '../../diagnostics/index.js';
import type { Block, IrdType, NodeId, Value } from '../nodes.js';
import type { Lowering } from './context.js';
import { fit, hasTruth } from './types.js';

type Variable = Extract<Value, { kind: 'variable' }>;
type Expression = Extract<Value, { kind: 'expression' }>;

/** Reports conversions in what the block stores and asks. */
export function checkStores(block: Block, cx: Lowering): void {
  const store = (target: Variable | undefined, value: Expression | undefined): void => {
    if (target !== undefined && value !== undefined) checkStore(target, value, block.nodeId, cx);
  };
  switch (block.type) {
    case 'Assign':
      store(block.properties.variable, block.properties.expression);
      return;
    case 'Function':
      store(block.properties.result, block.properties.expression);
      return;
    case 'MultiAssign':
      for (const row of block.properties.assignments) store(row.variable, row.expression);
      return;
    case 'MultiFunction':
      for (const row of block.properties.calls) store(row.result, row.expression);
      return;
    case 'If':
      checkCondition(block.properties.condition, block.nodeId, cx);
      return;
    case 'Generic':
      for (const row of block.properties.segments) checkCondition(row.condition, block.nodeId, cx);
      return;
    default:
      return;
  }
}

/** Reports when `value` is converted to the type of the variable or parameter that it goes to. */
export function checkStore(
  target: { readonly name: string; readonly type: IrdType },
  value: Expression,
  node: NodeId,
  cx: Lowering,
): void {
  const from = value.expr.type;
  switch (fit(target.type, from)) {
    case 'fits':
      return;
    case 'truncated':
      cx.diagnostics.push(diagnose('IRD2014', node, value.span, { target: target.name }));
      return;
    case 'converted':
      if (isNumeral(value, target.type)) return;
      cx.diagnostics.push(
        diagnose('IRD2010', node, value.span, { target: target.name, to: target.type, from }),
      );
  }
}

/** Layouts that write all literals as text give `5` where a number is meant. */
const isNumeral = ({ expr }: Expression, to: IrdType): boolean =>
  expr.kind === 'string' && (to === 'INTEGER' || to === 'FLOAT') && /^\s*-?\d+\s*$/.test(expr.value);

function checkCondition(condition: Expression | undefined, node: NodeId, cx: Lowering): void {
  if (condition === undefined || hasTruth(condition.expr.type)) return;
  const { type, span } = condition.expr;
  cx.diagnostics.push(diagnose('IRD2012', node, span, { operator: 'condition', type }));
}
