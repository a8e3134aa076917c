// Trees as short texts, so that a test shows the shape that it expects.
import type { Expr, TargetItem } from '../../../src/ird-parser/languages/index.js';

/** The tree in prefix form: `a | b & c` is `(& (| a b) c)`; parentheses of the source are `<...>`, what is missing is `?`. */
export function shape(expr: Expr): string {
  switch (expr.kind) {
    case 'string':
      return `${expr.quote}${expr.value}${expr.quote}`;
    case 'number':
      return expr.float ? `${expr.raw}f` : expr.raw;
    case 'moment':
      return `${expr.type}:${expr.raw}`;
    case 'name':
      return expr.name;
    case 'statistic':
      return `$${expr.name}`;
    case 'call':
      return `{${[`${expr.name}${expr.brackets}`, ...expr.args.map(shape)].join(' ')}}`;
    case 'binary':
      return `(${expr.op} ${shape(expr.left)} ${shape(expr.right)})`;
    case 'unary':
      return `(${expr.op} ${shape(expr.operand)})`;
    case 'group':
      return `<${shape(expr.inner)}>`;
    case 'target':
      return `target ${targetShape(expr.target)}`;
    case 'missing':
      return '?';
    default:
      return expr satisfies never;
  }
}

/** The parts of a target that are there. */
export function targetShape(item: TargetItem): string {
  const parts = [
    item.threshold && `threshold ${shape(item.threshold)}`,
    item.weight && `weight ${shape(item.weight)}`,
    item.name === '' ? '' : `name ${item.name}`,
    item.skill && `skill ${shape(item.skill)}`,
    item.server !== undefined && `server ${item.server === '' ? '-' : item.server}`,
    item.type !== undefined && `type ${item.type === '' ? '-' : item.type}`,
  ];
  return parts.filter(Boolean).join(' · ');
}

/** A tree without its places, for comparisons. */
export function withoutSpans(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(withoutSpans);
  if (typeof value !== 'object' || value === null) return value;
  const kept = Object.entries(value).filter(([key]) => key !== 'span' && key !== 'nameSpan');
  return Object.fromEntries(kept.map(([key, inner]) => [key, withoutSpans(inner)]));
}
