// What is doubtful in a strategy although it can be converted. What lowering reports already (open ports, dead blocks, loops that never wait) is not
// said again.
import { parseExpressionAt, type Expression } from 'acorn';
import { diagnose, type Diagnostic } from '../diagnostics/index.js';
import type { Block, Strategy, Value } from '../ir/nodes.js';
import { parseLanguage } from '../ird-parser/languages/index.js';
import type { Expr } from '../ird-parser/languages/ast.js';
import { hasErrors } from '../diagnostics/index.js';
import { wholeFile } from '../diagnostics/span.js';
import { placedValues, plainText } from './block-values.js';
import { labelOf, selecting, waitOf } from './waits.js';

/** The risks of a strategy, in the order of its blocks. */
export const risksOf = (strategy: Strategy): readonly Diagnostic[] => [
  ...nameRisk(strategy),
  ...strategy.blocks
    .filter(({ reachable, disabled }) => reachable && !disabled)
    .flatMap((block) => [
      ...timeoutRisk(block),
      ...serviceRisk(block),
      ...skillRisks(block),
      ...conditionRisks(block),
    ]),
];

function nameRisk({ name, id, nodeId, span, kind }: Strategy): readonly Diagnostic[] {
  if (kind !== 'strategy' || name.trim().replace(/\s+/g, '_') === id || name === '') return [];
  const hasForeign = /[^\w\s]/.test(name);
  const reason = hasForeign
    ? 'as it holds more than letters, digits and blanks'
    : 'as it does not begin with a letter or repeats blanks';
  return [diagnose('IRD2154', nodeId, span, { name, page: id, reason })];
}

function timeoutRisk(block: Block): readonly Diagnostic[] {
  if (!selecting.has(block.type)) return [];
  const wait = waitOf(block);
  const data = { block: labelOf(block) };
  if (wait === 'endless') return [diagnose('IRD2150', block.nodeId, block.span, data)];
  return wait === 0 ? [diagnose('IRD2151', block.nodeId, block.span, data)] : [];
}

/** Blocks that wait for the answer of a server, each with a timeout of its own. */
const asking: ReadonlySet<string> = new Set([
  'DatabaseWizard',
  'CustomServer',
  'BusinessRule',
  'ExternalService',
  'WebService',
  'CreateInteraction',
  'FindInteraction',
  'FindInteractions',
  'IdentifyContact',
  'RenderMessage',
  'UpdateContact',
  'UpdateInteraction',
  'ViewInteractionProperties',
  'ComposerHttpRest',
  'ComposerWebRequest',
]);

function serviceRisk(block: Block): readonly Diagnostic[] {
  if (!asking.has(block.type)) return [];
  return placedValues(block).flatMap(({ property, value }) =>
    property === 'timeout' && /^0+(\.0*)?$/.test(plainText(value) ?? '')
      ? [diagnose('IRD2155', value.id, value.span, { block: labelOf(block) })]
      : [],
  );
}

function skillRisks(block: Block): readonly Diagnostic[] {
  return placedValues(block).flatMap(({ property, value, row }) =>
    skillTrees(property, value, plainText(row['type']))
      .flatMap(zeroLevels)
      .map(({ skill, comparison }) =>
        diagnose('IRD2152', value.id, value.span, { block: labelOf(block), skill, comparison }),
      ),
  );
}

/** Skill expressions in a value: of a Skill target, and behind the `?` of a written target. */
function skillTrees(property: string, value: Value, rowType: string | undefined): readonly Expr[] {
  if (value.kind === 'skill') return [value.tree];
  if (value.kind === 'targets') return value.tree.items.flatMap(({ skill }) => skill ?? []);
  const text = plainText(value);
  if (!property.endsWith('.name') || rowType?.toLowerCase() !== 'skill' || text === undefined) return [];
  const span = wholeFile('');
  const { value: tree, diagnostics } = parseLanguage('skill', { text, span: () => span }, '');
  return hasErrors(diagnostics) ? [] : [tree];
}

interface ZeroLevel {
  readonly skill: string;
  readonly comparison: string;
}

/** Comparisons of a skill with a number that level 0 fulfils. */
function zeroLevels(expr: Expr): readonly ZeroLevel[] {
  switch (expr.kind) {
    case 'binary': {
      const { left, right, op } = expr;
      const skill = left.kind === 'name' ? left.name : left.kind === 'string' ? left.value : undefined;
      const level = levelOf(right);
      if (skill === undefined || level === undefined) return [...zeroLevels(left), ...zeroLevels(right)];
      return holdsForZero(op, level) ? [{ skill, comparison: `${op} ${String(level)}` }] : [];
    }
    case 'unary':
      return zeroLevels(expr.operand);
    case 'group':
      return zeroLevels(expr.inner);
    case 'call':
    case 'string':
    case 'number':
    case 'moment':
    case 'name':
    case 'statistic':
    case 'target':
    case 'missing':
      return [];
  }
}

function levelOf(expr: Expr): number | undefined {
  if (expr.kind === 'number') return expr.value;
  return expr.kind === 'unary' && expr.op === '-' && expr.operand.kind === 'number'
    ? -expr.operand.value
    : undefined;
}

function holdsForZero(op: string, level: number): boolean {
  switch (op) {
    case '>':
      return level < 0;
    case '>=':
      return level <= 0;
    case '<':
      return level > 0;
    case '<=':
      return level >= 0;
    case '=':
      return level === 0;
    case '<>':
      return level !== 0;
    default:
      return false;
  }
}

/** Properties of diagrams whose ECMAScript decides on a way. */
const conditions: ReadonlySet<string> = new Set([
  'condition',
  'conditions.expression',
  'exceptions.condition',
  'events.condition',
]);

function conditionRisks(block: Block): readonly Diagnostic[] {
  return placedValues(block).flatMap(({ property, value }) => {
    if (value.kind !== 'ecmascript' || !conditions.has(property) || !assigns(value.code)) return [];
    const code = value.code.trim();
    return [diagnose('IRD2153', value.id, value.span, { block: labelOf(block), code })];
  });
}

/** Whether an expression assigns to anything; what cannot be parsed is reported elsewhere. */
function assigns(code: string): boolean {
  try {
    return holdsAssignment(parseExpressionAt(code, 0, { ecmaVersion: 5 }));
  } catch {
    return false; // not ECMAScript: the reader of the diagram has a finding for it
  }
}

function holdsAssignment(node: Expression): boolean {
  const open: unknown[] = [node];
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    if (typeof next !== 'object' || next === null) continue;
    if ('type' in next && next.type === 'AssignmentExpression') return true;
    open.push(...Object.values(next).filter((part) => typeof part === 'object' && part !== null));
  }
  return false;
}
