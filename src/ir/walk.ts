// Walks over a strategy. `countedNodes` is the basis of conservation: what it lists must end in a disposition, each node once, in its own kind.
import { noteId } from './node-id.js';
import type { Block, CountedNode, Expr, NodeId, Strategy, Value } from './nodes.js';

export type CallExpr = Extract<Expr, { kind: 'call' }>;

const isValue = (node: object): node is Value => 'kind' in node && 'id' in node && 'text' in node;

function collectValues(node: unknown, found: Value[]): void {
  if (typeof node !== 'object' || node === null) return;
  if (isValue(node)) {
    found.push(node);
    return;
  }
  for (const [key, child] of Object.entries(node)) if (key !== 'span') collectValues(child, found);
}

/** All values of a block, scalars and rows, nested rows included, in the order of its properties. */
export function valuesOf(block: Pick<Block, 'properties'>): readonly Value[] {
  const found: Value[] = [];
  collectValues(block.properties, found);
  return found;
}

/** The parts of an expression, from left to right. */
export function operandsOf(expr: Expr): readonly Expr[] {
  switch (expr.kind) {
    case 'call':
      return expr.args;
    case 'binary':
      return [expr.left, expr.right];
    case 'unary':
      return [expr.operand];
    case 'string':
    case 'number':
    case 'moment':
    case 'variable':
    case 'constant':
    case 'invalid':
      return [];
  }
}

/** The expression and everything in it, outer before inner, left before right. Long chains do not need a deep stack. */
export function* subexpressions(expr: Expr): Generator<Expr> {
  const open: Expr[] = [expr];
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    yield next;
    for (const part of operandsOf(next).toReversed()) open.push(part);
  }
}

/** All calls in an expression, outer before inner, left before right. */
export const callsOf = (expr: Expr): readonly CallExpr[] =>
  [...subexpressions(expr)].filter((part): part is CallExpr => part.kind === 'call');

/**
 * Every source node once, in its own kind:
 * blocks; ports that the file lists; links; variables; comments, of the strategy and as notes of blocks; as `expression` each value that is code
 * (expressions, skill expressions, thresholds, target lists, scripts, and IRD text recovered from a script), start values included; as `call` each
 * call in an IRD expression. Literal settings belong to their block, and what stands in a part that could not be read belongs to that part.
 */
export function countedNodes(strategy: Strategy): readonly CountedNode[] {
  return [
    ...strategy.variables.flatMap((variable): readonly CountedNode[] => [
      { id: variable.nodeId, kind: 'variable', block: undefined, span: variable.span },
      ...(variable.initial ? countedInValue(variable.initial, undefined) : []),
    ]),
    ...strategy.blocks.flatMap(countedInBlock),
    ...strategy.links.map((link): CountedNode => ({
      id: link.id,
      kind: 'link',
      block: undefined,
      span: link.span,
    })),
    ...strategy.comments.map((comment): CountedNode => ({
      id: comment.id,
      kind: 'comment',
      block: undefined,
      span: comment.span,
    })),
  ];
}

function countedInBlock(block: Block): readonly CountedNode[] {
  const owner = block.nodeId;
  return [
    { id: owner, kind: 'block', block: owner, span: block.span },
    ...block.ports
      .filter((port) => !port.implied)
      .map((port): CountedNode => ({ id: port.id, kind: 'port', block: owner, span: port.span })),
    ...valuesOf(block).flatMap((value) => countedInValue(value, owner)),
    ...block.notes.map((_, index): CountedNode => ({
      id: noteId(owner, index),
      kind: 'comment',
      block: owner,
      span: block.span,
    })),
  ];
}

function countedInValue(value: Value, block: NodeId | undefined): readonly CountedNode[] {
  const own: CountedNode = { id: value.id, kind: 'expression', block, span: value.span };
  switch (value.kind) {
    case 'expression':
      return [
        own,
        ...callsOf(value.expr).map((call): CountedNode => ({
          ...own,
          id: call.id,
          kind: 'call',
          span: call.span,
        })),
      ];
    case 'skill':
    case 'threshold':
    case 'targets':
      return [own];
    case 'ecmascript':
      return [
        ...(value.form === 'literal' ? [] : [own]),
        ...value.recovered.map((text): CountedNode => ({ ...own, id: text.id, span: text.span })),
      ];
    case 'text':
    case 'integer':
    case 'boolean':
    case 'variable':
      return [];
  }
}
