// Decides conditions that depend on nothing: literals with operators between them.
import { parseExpressionAt, type AnyNode } from 'acorn';

type Constant = string | number | boolean | null | undefined;

/** Whether a condition has the same truth in every run, and which. */
export function isConstant(code: string, truth: boolean): boolean {
  // Most conditions name something: they need no parser.
  if (/[A-Za-z_$]/.test(code.replaceAll(/\b(?:true|false|null|undefined)\b|'[^']*'|"[^"]*"/g, '')))
    return false;
  try {
    const value = fold(parseExpressionAt(code, 0, { ecmaVersion: 5 }) as AnyNode); // acorn's general node type names no parts
    return value !== undefined && Boolean(value.value) === truth;
  } catch {
    // What cannot be parsed fails when it is met, which counts as false.
    return false;
  }
}

function fold(node: AnyNode): { readonly value: Constant } | undefined {
  switch (node.type) {
    case 'Literal':
      return typeof node.value === 'object' && node.value !== null
        ? undefined
        : { value: node.value as Constant };
    case 'Identifier':
      return node.name === 'undefined' ? { value: undefined } : undefined;
    case 'UnaryExpression': {
      const argument = fold(node.argument as AnyNode);
      return argument === undefined || node.operator !== '!' ? undefined : { value: !argument.value };
    }
    case 'LogicalExpression': {
      const left = fold(node.left as AnyNode);
      if (left === undefined) return undefined;
      const decided = node.operator === '&&' ? !left.value : Boolean(left.value);
      return decided ? left : fold(node.right as AnyNode);
    }
    case 'BinaryExpression': {
      const [left, right] = [fold(node.left as AnyNode), fold(node.right as AnyNode)];
      return left === undefined || right === undefined
        ? undefined
        : compare(node.operator, left.value, right.value);
    }
    default:
      return undefined;
  }
}

function compare(operator: string, left: Constant, right: Constant): { readonly value: boolean } | undefined {
  // Values of different types are compared by rules that no page relies on here.
  if (typeof left !== typeof right) return undefined;
  switch (operator) {
    case '==':
    case '===':
      return { value: left === right };
    case '!=':
    case '!==':
      return { value: left !== right };
    default:
      return undefined;
  }
}
