// What is looked for in the text of a skill expression, threshold or target list: whether it was read without a mistake (URS would refuse it otherwise), and
// which subroutines URS runs for it.
import type { Call, Expr, TargetItem, TargetList } from '../ird-parser/languages/ast.js';

type Syntax = Expr | TargetItem | TargetList;

function* syntaxOf(tree: Expr | TargetList): Generator<Syntax> {
  const open: (Syntax | undefined)[] = [tree];
  for (let node = open.pop(); node !== undefined || open.length > 0; node = open.pop()) {
    if (node === undefined) continue;
    yield node;
    switch (node.kind) {
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
      case 'missing':
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
}

/** False when error recovery left something out of the tree. */
export function isReadable(tree: Expr | TargetList): boolean {
  for (const node of syntaxOf(tree)) if (node.kind === 'missing') return false;
  return true;
}

/** Names of the subroutines that `run[...]` of a threshold or skill expression calls, each once. */
export function subroutinesRunIn(tree: Expr | TargetList): readonly string[] {
  const calls = [...syntaxOf(tree)].filter((node): node is Call => node.kind === 'call');
  const names = calls.filter(({ name }) => name.toLowerCase() === 'run').map(({ args }) => nameOf(args[0]));
  return [...new Set(names)].filter((name) => name !== '');
}

function nameOf(argument: Expr | undefined): string {
  if (argument?.kind === 'name') return argument.name;
  if (argument?.kind === 'string') return argument.value;
  return argument?.kind === 'target' ? argument.target.name : '';
}
