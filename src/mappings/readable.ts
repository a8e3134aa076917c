// Whether the text of a value was read without a mistake. What was not must not reach the page: URS would refuse it there.
import type { Expr, TargetItem, TargetList } from '../ird-parser/languages/ast.js';

/** False when error recovery left something out of the tree. */
export function isReadable(tree: Expr | TargetList): boolean {
  const open: (Expr | TargetItem | TargetList | undefined)[] = [tree];
  for (let node = open.pop(); node !== undefined || open.length > 0; node = open.pop()) {
    if (node === undefined) continue;
    switch (node.kind) {
      case 'missing':
        return false;
      case 'targets':
        open.push(...node.items);
        break;
      case 'target-item':
        open.push(node.threshold, node.weight, node.skill);
        break;
      case 'target':
        open.push(node.target);
        break;
      case 'call':
        open.push(...node.args);
        break;
      case 'binary':
        open.push(node.left, node.right);
        break;
      case 'unary':
        open.push(node.operand);
        break;
      case 'group':
        open.push(node.inner);
        break;
      case 'string':
      case 'number':
      case 'moment':
      case 'name':
      case 'statistic':
        break;
      default:
        node satisfies never;
    }
  }
  return true;
}
