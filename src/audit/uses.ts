// Who uses what: every name of an object, function, key or number that a strategy holds, with the first few places.
import type { Span } from '../diagnostics/index.js';
import type { Block, Expr, NodeId, Strategy, Value } from '../ir/nodes.js';
import { namingParameters, type Naming } from '../ir/renaming/naming-places.js';
import { findFunction } from '../ir/vocabulary/functions.js';
import { subexpressions, type CallExpr } from '../ir/walk.js';
import { literalOf } from '../mappings/literal.js';
import { placedValues, plainText, type PlacedValue } from './block-values.js';
import { objectName } from './constructs.js';
import { argumentKinds, dataFunctions, firstKind, namingOf, promptTypes, propertyKinds } from './naming.js';
import {
  namesInSkill,
  namesInSkillText,
  namesInTargets,
  namesInTargetText,
  namesInThreshold,
  type NamedThing,
} from './target-names.js';
import type { Use, UseKind } from './facts.js';

/** So many places are kept for each use. */
const keptPlaces = 3;

interface OneUse extends NamedThing {
  readonly access?: Use['access'];
  readonly type?: string;
  readonly node: NodeId;
  readonly span: Span;
}

/** All uses of a strategy, by kind and name. */
export function usesOf(strategy: Strategy): readonly Use[] {
  const inStarts = strategy.variables.flatMap(({ initial, nodeId }) =>
    initial?.kind === 'expression' ? usesInExpression(initial.expr, nodeId) : [],
  );
  return addUp([...strategy.blocks.flatMap(usesInBlock), ...inStarts]);
}

function usesInBlock(block: Block): readonly OneUse[] {
  const values = placedValues(block);
  return [
    { kind: 'object', name: objectName(block), node: block.nodeId, span: block.span },
    ...values.flatMap((placed) => usesInValue(block, placed)),
    ...keysOfBlock(block, values),
  ];
}

function usesInValue(block: Block, placed: PlacedValue): readonly OneUse[] {
  const { property, value } = placed;
  const at = { node: value.id, span: value.span };
  const named = namedBy(block, placed).map((thing) => ({ ...thing, ...at }));
  return [...named, ...usesInside(block, property, value)];
}

/** What a property's own text names. */
function namedBy(block: Block, { property, value, row }: PlacedValue): readonly NamedThing[] {
  const text = plainText(value);
  if (text === undefined || text === '') return [];
  const last = property.replace(/^.*\./, '');
  const kind = propertyKinds[`${block.type}.${property}`] ?? propertyKinds[property];
  if (kind !== undefined) return [{ kind, name: text }];
  if (last === 'value' && /(?:^|\.)prompts$/.test(property.slice(0, -6))) {
    return promptTypes.has((plainText(row['type']) ?? '').toLowerCase())
      ? [{ kind: 'prompt', name: text }]
      : [];
  }
  if (last === 'destination') return namesOf('destination', text);
  const naming = namingOf(property, plainText(row['type']));
  return naming === undefined ? [] : namesOf(naming, text);
}

/** Names in a text by how it names objects. */
function namesOf(naming: Naming, text: string): readonly NamedThing[] {
  switch (naming) {
    case 'skill':
      return namesInSkillText(text);
    case 'targets':
      return namesInTargetText(text);
    case 'agents':
      return text.includes('@')
        ? namesInTargetText(text)
        : text
            .split(',')
            .flatMap((name) => (name.trim() === '' ? [] : [{ kind: 'agent', name: name.trim() }]));
    case 'destination':
      return /@.*\.\w+\s*$/.test(text) ? namesInTargetText(text) : placed('dn', text);
    default: {
      const kind = firstKind(naming);
      return kind === undefined ? [] : placed(kind, text);
    }
  }
}

/** A name, or `name@switch`. */
function placed(kind: UseKind, text: string): readonly NamedThing[] {
  const at = text.lastIndexOf('@');
  const [name, location] = at <= 0 ? [text, ''] : [text.slice(0, at), text.slice(at + 1)];
  return [
    { kind, name: name.trim() },
    ...(location === '' ? [] : [{ kind: 'switch' as const, name: location.trim() }]),
  ];
}

/** Uses inside of a value that is a text of one of IRD's languages. */
function usesInside(block: Block, property: string, value: Value): readonly OneUse[] {
  const at = { node: value.id, span: value.span };
  switch (value.kind) {
    case 'expression':
      return [...usesInExpression(value.expr, value.id), ...numbersIn(block, property, value)];
    case 'targets':
      return namesInTargets(value.tree).map((thing) => ({ ...thing, ...at }));
    case 'skill':
      return namesInSkill(value.tree).map((thing) => ({ ...thing, ...at }));
    case 'threshold':
      return namesInThreshold(value.tree).map((thing) => ({ ...thing, ...at }));
    case 'ecmascript':
      return [...value.code.matchAll(/\bhttps?:\/\/[^\s'"\\]+/g)]
        .filter(() => plainText(value) === undefined)
        .map(([name]) => ({ kind: 'url', name, ...at }));
    case 'text':
    case 'integer':
    case 'boolean':
    case 'variable':
      return [];
  }
}

/** Numbers of four digits and more that stand in an expression: DNs, announcement ids and limits that a site must look at. */
function numbersIn(
  block: Block,
  property: string,
  value: Extract<Value, { kind: 'expression' }>,
): readonly OneUse[] {
  if (propertyKinds[`${block.type}.${property}`] !== undefined || /prompts\.value$/.test(property)) return [];
  return [...subexpressions(value.expr)].flatMap((part): readonly OneUse[] => {
    const text = part.kind === 'string' ? part.value : part.kind === 'number' ? part.raw : '';
    return /^\+?\d{4,}$/.test(text)
      ? [{ kind: 'hard-coded number', name: text, node: value.id, span: part.span }]
      : [];
  });
}

function usesInExpression(expr: Expr, node: NodeId): readonly OneUse[] {
  return [...subexpressions(expr)].flatMap((part): readonly OneUse[] =>
    part.kind === 'call' ? usesInCall(part, node) : [],
  );
}

function usesInCall(call: CallExpr, node: NodeId): readonly OneUse[] {
  const at = { node, span: call.span };
  const fact = findFunction(call.name);
  const parameters = fact?.parameters ?? [];
  const ofData = dataFunctions[call.name];
  const kind = fact?.kind === 'statistic' ? 'statistic' : 'function';
  const found: OneUse[] = [{ kind, name: call.name, ...at }];
  call.args.forEach((arg, index) => {
    if (arg.kind === 'constant' && findFunction(arg.name)?.kind === 'statistic') {
      found.push({ kind: 'statistic', name: arg.name, ...at });
      return;
    }
    const text = literalOf(arg);
    if (text === undefined || text === '') return;
    if (ofData?.key === index) {
      const type = ofData.access === 'read' ? call.type : (call.args[index + 1]?.type ?? '');
      found.push({ kind: 'attached data', name: String(text), access: ofData.access, type, ...at });
      return;
    }
    const own = argumentKinds[call.name]?.[index];
    const parameter = parameters[fact?.variadic ? Math.min(index, parameters.length - 1) : index];
    const naming = namingParameters[parameter?.name.toLowerCase() ?? ''];
    const things =
      own !== undefined ? [{ kind: own, name: String(text) }] : naming ? namesOf(naming, String(text)) : [];
    found.push(...things.map((thing) => ({ ...thing, ...at })));
  });
  return found;
}

/** Keys that Attach and Multi-Attach write (User Data of Composer as well), with the type of their value. */
function keysOfBlock(block: Block, values: readonly PlacedValue[]): readonly OneUse[] {
  const writes = block.type === 'Attach' || block.type === 'MultiAttach';
  if (!writes && block.type !== 'ComposerUserData') return [];
  const scalars = new Map(values.map(({ property, value }) => [property, value]));
  return values.flatMap(({ property, value, row }): readonly OneUse[] => {
    const name = plainText(value);
    if (!/(?:^|\.)key$/.test(property) || name === undefined || name === '') return [];
    const given = row['value'] ?? scalars.get('value');
    const type = given?.kind === 'expression' ? given.expr.type : '';
    const access = block.type === 'ComposerUserData' ? 'update' : 'attach';
    return [{ kind: 'attached data', name, access, type, node: value.id, span: value.span }];
  });
}

function addUp(uses: readonly OneUse[]): readonly Use[] {
  const sums = new Map<string, Use>();
  for (const { kind, name, access = '', type = '', node, span } of uses) {
    const key = [kind, name, access, type].join('\u0000');
    const before = sums.get(key);
    const place = { line: span.start.line, column: span.start.column, node };
    const places = before?.places ?? [];
    sums.set(key, {
      kind,
      name,
      access,
      type,
      count: (before?.count ?? 0) + 1,
      places: places.length < keptPlaces ? [...places, place] : places,
    });
  }
  return [...sums.entries()].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, use]) => use);
}
