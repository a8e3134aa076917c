// Finds what a page compares with literals: the values that an input should have, and not have.
import type { AnyNode } from 'acorn';
import type { Source } from './data-flow.js';

export type Literal = string | number | boolean;

/** A value in the page that is compared with a literal, or looked for in one. */
export interface Comparison {
  readonly sources: readonly Source[];
  readonly literal: Literal;
}

/** The comparisons in one node, without those of the nodes inside; `reads` tells what a node is made of. */
export function comparisonsOf(
  node: AnyNode,
  reads: (node: AnyNode) => readonly Source[],
): readonly Comparison[] {
  switch (node.type) {
    case 'BinaryExpression': {
      const [left, right] = [literalOf(node.left as AnyNode), literalOf(node.right)];
      if (right !== undefined && left === undefined)
        return [{ sources: reads(node.left as AnyNode), literal: right }];
      return left !== undefined && right === undefined ? [{ sources: reads(node.right), literal: left }] : [];
    }
    case 'SwitchStatement': {
      const sources = reads(node.discriminant);
      return node.cases.flatMap(({ test }) => {
        const literal = test ? literalOf(test) : undefined;
        return literal === undefined ? [] : [{ sources, literal }];
      });
    }
    case 'CallExpression': {
      // `text.indexOf('x')`, `startsWith(text, 'x')`: a literal beside what is read.
      const owner = node.callee.type === 'MemberExpression' ? reads(node.callee.object) : [];
      const sources = [...owner, ...node.arguments.flatMap((argument) => reads(argument))];
      return node.arguments.flatMap((argument) => {
        const literal = literalOf(argument);
        return literal === undefined ? [] : [{ sources, literal }];
      });
    }
    default:
      return [];
  }
}

/** The value of a literal, also with a sign. */
export function literalOf(node: AnyNode): Literal | undefined {
  if (node.type === 'UnaryExpression' && node.operator === '-' && node.argument.type === 'Literal') {
    return typeof node.argument.value === 'number' ? -node.argument.value : undefined;
  }
  if (node.type !== 'Literal') return undefined;
  const { value } = node;
  return typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean'
    ? value
    : undefined;
}
