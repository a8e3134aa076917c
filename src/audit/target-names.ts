// The names in targets and skill expressions: agents, groups, places, DNs, skills, statistics, Stat Servers, switches.
import { parseLanguage } from '../ird-parser/languages/index.js';
import type { Expr, TargetItem, TargetList } from '../ird-parser/languages/ast.js';
import { hasErrors } from '../diagnostics/index.js';
import { findStatistic } from '../ir/vocabulary/functions.js';
import { locationKinds, targetTypes } from '../ir/renaming/naming-places.js';
import { wholeFile } from '../diagnostics/span.js';
import { firstKind } from './naming.js';
import type { UseKind } from './facts.js';

export interface NamedThing {
  readonly kind: UseKind;
  readonly name: string;
}

/** Reads a text in one of the target languages; undefined when it cannot be read. */
function parse<L extends 'targets' | 'skill'>(language: L, text: string) {
  const span = wholeFile('');
  const { value, diagnostics } = parseLanguage(language, { text, span: () => span }, '');
  return hasErrors(diagnostics) ? undefined : value;
}

/** Names in a text that lists targets; a text that cannot be read names nothing. */
export const namesInTargetText = (text: string): readonly NamedThing[] =>
  text.includes('@') || text.includes('?') ? namesInTargets(parse('targets', text)) : [];

/** Names in the text of a skill expression. */
export function namesInSkillText(text: string): readonly NamedThing[] {
  const tree = parse('skill', text);
  return tree === undefined ? [] : namesInSkill(tree);
}

/** Names in a list of targets. */
export const namesInTargets = (list: TargetList | undefined): readonly NamedThing[] =>
  (list?.items ?? []).flatMap(namesInTarget);

function namesInTarget({ name, server, type, skill, threshold }: TargetItem): readonly NamedThing[] {
  const letters = (type ?? '').toUpperCase();
  const kind = skill === undefined ? firstKind(targetTypes[letters] ?? []) : 'agent group';
  const location = firstKind(locationKinds(letters));
  return [
    ...(name !== '' && kind !== undefined ? [{ kind, name }] : []),
    ...(server !== undefined && server !== '' && location !== undefined
      ? [{ kind: location, name: server }]
      : []),
    ...(skill === undefined ? [] : namesInSkill(skill)),
    ...(threshold === undefined ? [] : namesInThreshold(threshold)),
  ];
}

/** Skills stand on the left of comparisons; statistics in `$(...)`. */
export function namesInSkill(expr: Expr): readonly NamedThing[] {
  switch (expr.kind) {
    case 'binary': {
      const compares = !'+-*/&|'.includes(expr.op);
      const { left, right } = expr;
      const skill = left.kind === 'name' ? left.name : left.kind === 'string' ? left.value : undefined;
      return [
        ...(compares && skill !== undefined ? [{ kind: 'skill' as const, name: skill }] : namesInSkill(left)),
        ...namesInSkill(right),
      ];
    }
    case 'unary':
      return namesInSkill(expr.operand);
    case 'group':
      return namesInSkill(expr.inner);
    case 'call':
      return expr.args.flatMap(namesInSkill);
    case 'statistic':
      return [{ kind: 'statistic', name: expr.name }];
    case 'target':
      return namesInTarget(expr.target);
    case 'string':
    case 'number':
    case 'moment':
    case 'name':
    case 'missing':
      return [];
  }
}

/** Thresholds name targets and statistics. */
export function namesInThreshold(expr: Expr): readonly NamedThing[] {
  switch (expr.kind) {
    case 'binary':
      return [...namesInThreshold(expr.left), ...namesInThreshold(expr.right)];
    case 'unary':
      return namesInThreshold(expr.operand);
    case 'group':
      return namesInThreshold(expr.inner);
    case 'call':
      return expr.args.flatMap(namesInThreshold);
    case 'target':
      return namesInTarget(expr.target);
    case 'statistic':
      return [{ kind: 'statistic', name: expr.name }];
    case 'name':
      return findStatistic(expr.name) === undefined ? [] : [{ kind: 'statistic', name: expr.name }];
    case 'string':
    case 'number':
    case 'moment':
    case 'missing':
      return [];
  }
}
