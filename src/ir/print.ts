// A strategy as readable text: for tests, for debugging, and to see what lowering understood. Not a format that anything reads back.
import type { Block, Expr, Port, Strategy, Value, Variable } from './nodes.js';
import { valuesOf } from './walk.js';

/** Prints a strategy, one line for each thing, in the order of the file. */
export function printStrategy(strategy: Strategy): string {
  const { kind, id, name, language, entry } = strategy;
  return [
    `${kind} ${id} ${quoted(name)} (${language}), starts at ${entry ?? 'nothing'}`,
    ...strategy.variables.map((variable) => `  ${variableText(variable)}`),
    ...strategy.comments.map(({ text, block }) => `  comment${block ? ` on ${block}` : ''} ${quoted(text)}`),
    ...strategy.links
      .filter((link) => link.from === undefined || link.to === undefined)
      .map((link) => `  loose link ${link.from ?? '?'}.${link.port} -> ${link.to ?? '?'}`),
    ...strategy.blocks.flatMap(blockLines),
    '',
  ].join('\n');
}

function variableText({ name, type, direction, initial }: Variable): string {
  return `${direction} ${name}: ${type}${initial ? ` = ${valueText(initial)}` : ''}`;
}

function blockLines(block: Block): readonly string[] {
  const marks = [block.reachable ? '' : ' (not reached)', block.disabled ? ' (disabled)' : ''].join('');
  const caption = block.caption === '' ? '' : ` ${quoted(block.caption)}`;
  return [
    `  ${block.id}: ${block.type}${caption}${marks}`,
    ...block.notes.map((note) => `    note ${quoted(note)}`),
    ...valuesOf(block).map((value) => `    ${value.id.slice(block.nodeId.length + 1)} = ${valueText(value)}`),
    ...block.others.map((other) => `    other ${other.name} = ${quoted(other.text)}`),
    ...block.ports.map((port) => `    ${portText(port)}`),
  ];
}

const portText = ({ name, role, target, implied }: Port): string =>
  `${name} (${role}${implied ? ', implied' : ''}) -> ${target ?? 'nothing'}`;

const quoted = (text: string): string => JSON.stringify(text);

function valueText(value: Value): string {
  switch (value.kind) {
    case 'expression':
      return `${printExpression(value.expr)} : ${value.expr.type}`;
    case 'skill':
    case 'threshold':
      return `${value.kind} ${value.canonical}`;
    case 'targets':
      return `targets ${value.text}`;
    case 'text':
      return quoted(value.value);
    case 'integer':
    case 'boolean':
      return String(value.value);
    case 'variable':
      return `variable ${value.name}${value.resolved ? '' : ' (not declared)'}`;
    case 'ecmascript': {
      const recovered = value.recovered.map((found) => ` (recovered ${quoted(found.text)})`);
      return `${value.form} ${quoted(value.code)}${recovered.join('')}`;
    }
  }
}

/** Prints an expression with every grouping in parentheses, so that the shape of the tree is seen. */
export function printExpression(expr: Expr): string {
  // The left edge is walked in a loop: chains of operators may be long.
  const edge: Extract<Expr, { kind: 'binary' }>[] = [];
  let first: Expr = expr;
  for (; first.kind === 'binary'; first = first.left) edge.push(first);
  const tail = edge.toReversed().map(({ op, right }, index) => {
    const closes = index < edge.length - 1 ? ')' : '';
    return ` ${op} ${operandText(right)}${closes}`;
  });
  return '('.repeat(Math.max(0, edge.length - 1)) + leafText(first) + tail.join('');
}

const operandText = (expr: Expr): string =>
  expr.kind === 'binary' ? `(${printExpression(expr)})` : leafText(expr);

function leafText(expr: Exclude<Expr, { kind: 'binary' }>): string {
  switch (expr.kind) {
    case 'string':
      return quoted(expr.value);
    case 'number':
    case 'moment':
      return expr.raw;
    case 'variable':
    case 'constant':
      return expr.name;
    case 'call':
      return `${expr.name}${expr.known ? '' : '?'}[${expr.args.map(printExpression).join(', ')}]`;
    case 'unary':
      return `${expr.op}${operandText(expr.operand)}`;
    case 'invalid':
      return `<invalid ${quoted(expr.text)}>`;
  }
}
