// Targets of routing blocks: rows of a dialog become queue:target elements, lists written as text become queue:targetid.
import type { PropertiesOf, Value } from '../../../ir/nodes.js';
import type { BlockContext } from '../../define.js';
import * as js from '../../js.js';
import type { Js } from '../../js.js';
import { literal, value, type AttributeValue, type ElementChild } from '../../target-tree.js';

export type TargetRow = PropertiesOf<'Selection'>['targets'][number];

/** IRD's target types, spelled without blanks and in lower case: the word of queue:target, and the code of a target string. */
const targetTypes: Readonly<Record<string, { readonly word: string; readonly code: string }>> = {
  agent: { word: 'agent', code: 'A' },
  agentgroup: { word: 'agentgroup', code: 'GA' },
  place: { word: 'place', code: 'AP' },
  placegroup: { word: 'placegroup', code: 'GP' },
  queue: { word: 'queue', code: 'Q' },
  acdqueue: { word: 'queue', code: 'Q' },
  routingpoint: { word: 'routepoint', code: 'RP' },
  destinationlabel: { word: 'label', code: 'DL' },
  dn: { word: 'dn', code: 'DN' },
  campaigngroup: { word: 'campaigngroup', code: 'GC' },
  skill: { word: 'skill', code: 'GA' },
};

/** Target types of IRD for which Orchestration has no word, and what is missing. */
const missingTypes: Readonly<Record<string, string>> = {
  queuegroup:
    'a Queue Group has no type of queue:target: write its queues as targets of their own, or as name@server.GQ in a target list',
  list: 'a List object as target (Composer 8.1.4 and later) has no documented element in queue:targets: read the list into a variable and take that as target',
};

const wordOf = (row: TargetRow): string => (row.type?.value ?? '').toLowerCase().replace(/[^a-z]/g, '');

/** The children of queue:targets. `common` is the threshold that holds for all targets. */
export function targetElements(
  rows: readonly TargetRow[],
  list: Extract<Value, { kind: 'targets' }> | undefined,
  common: Value | undefined,
  cx: BlockContext,
): readonly ElementChild[] {
  const shared = joined(cx.setting('threshold', js.text('')), common && cx.text(common), cx);
  const out = rows.flatMap((row) => targetElement(row, shared, cx));
  if (list !== undefined) {
    cx.use(list);
    out.push(targetId(withThreshold(js.text(list.text), shared, cx)));
  }
  if (out.length === 0) cx.placeholder('it has no targets');
  return out;
}

/** queue:targets around its targets. */
export const targetsOf = (targets: readonly ElementChild[], statServer: Js | undefined): ElementChild => ({
  kind: 'element',
  module: 'queue',
  name: 'targets',
  attributes: statServer ? { statserver: value(statServer) } : {},
  children: targets,
});

/** Whether a target may be another one when its block is entered again: a variable holds it, or a part of it. */
export const varies = (target: ElementChild): boolean =>
  target.kind === 'element' &&
  Object.values(target.attributes).some(
    (given) => given.kind === 'value' && given.js.kind !== 'string' && given.js.kind !== 'number',
  );

const targetId = (expr: Js): ElementChild => ({
  kind: 'element',
  module: 'queue',
  name: 'targetid',
  attributes: { expr: value(expr) },
});

function targetElement(row: TargetRow, shared: Js | undefined, cx: BlockContext): ElementChild[] {
  const word = wordOf(row);
  const name = row.name?.value ?? '';
  if (word === 'variable') {
    if (row.weight) cx.review('the weight is not applied to targets that a variable holds');
    const threshold = joined(shared, row.threshold && cx.text(row.threshold), cx);
    return [targetId(withThreshold(variableOf(name, cx), threshold, cx))];
  }
  const type = targetTypes[word];
  if (name === '') {
    cx.placeholder('a target has no name');
    return [];
  }
  if (type === undefined) {
    cx.placeholder(missingTypes[word] ?? `targets of type "${row.type?.value ?? ''}" have no equivalent`);
    return [];
  }
  const attributes: Record<string, AttributeValue> =
    word === 'skill'
      ? { type: literal('skill'), skillexpr: value(js.text(name)) }
      : { type: literal(type.word), name: value(js.text(withSwitch(name, row))) };
  if (row.server && row.server.value !== '') attributes['statserver'] = value(js.text(row.server.value));
  const threshold = thresholdOf(row, shared, cx);
  if (threshold !== undefined) attributes['threshold'] = value(threshold);
  if (row.weight) attributes['weight'] = value(cx.stored(row.weight, 'INTEGER').js);
  return [{ kind: 'element', module: 'queue', name: 'target', attributes }];
}

/** A threshold holds for each target that stands in one text. */
const withThreshold = (targets: Js, threshold: Js | undefined, cx: BlockContext): Js =>
  threshold === undefined || (threshold.kind === 'string' && threshold.value === '')
    ? targets
    : cx.library('withThreshold', targets, threshold);

/** The variable that a target row names. The row holds plain text, so the name was not looked up before. */
function variableOf(name: string, cx: BlockContext): Js {
  const declared = cx.variables.find((v) => v.name.toLowerCase() === name.trim().toLowerCase());
  if (declared === undefined) cx.placeholder(`the variable "${name}" is not declared`);
  return cx.variable(declared?.name ?? name);
}

/** Queues, routing points and DNs stand on a switch. */
const withSwitch = (name: string, row: TargetRow): string =>
  row.switch && row.switch.value !== '' ? `${name}@${row.switch.value}` : name;

/** The target's own threshold, the one that was set for it and the common one must all hold. */
function thresholdOf(row: TargetRow, shared: Js | undefined, cx: BlockContext): Js | undefined {
  const own = row.threshold && cx.text(row.threshold);
  const set = cx.setting('threshold', js.text(''), js.text(row.name?.value ?? ''));
  return joined(shared, joined(set, own, cx), cx);
}

/** Two thresholds of which both must hold. */
function joined(first: Js | undefined, second: Js | undefined, cx: BlockContext): Js | undefined {
  if (first === undefined || second === undefined) return first ?? second;
  if (first.kind === 'string' && second.kind === 'string')
    return js.text(`(${first.value}) & (${second.value})`);
  return cx.library('bothThresholds', first, second);
}

/** The first target as a plain destination, for forced routing: `name@switch`, or the value of a variable. */
export function firstDestination(
  rows: readonly TargetRow[],
  list: Extract<Value, { kind: 'targets' }> | undefined,
  cx: BlockContext,
): Js | undefined {
  const [first, ...others] = rows;
  if (others.length > 0) cx.review('forced routing takes the first target only');
  if (first !== undefined) {
    for (const row of rows) {
      if (row.threshold) cx.omit(row.threshold.id, 'forced routing does not look at thresholds');
      if (row.weight) cx.omit(row.weight.id, 'forced routing does not look at weights');
    }
    const name = first.name?.value ?? '';
    if (name === '') return undefined;
    return wordOf(first) === 'variable' ? variableOf(name, cx) : js.text(withSwitch(name, first));
  }
  const item = list?.tree.items[0];
  if (list === undefined || item === undefined) return undefined;
  cx.use(list);
  return js.text(item.server ? `${item.name}@${item.server}` : item.name);
}
