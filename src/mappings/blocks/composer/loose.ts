// What Composer's blocks share: reading their loose properties, log lines, conditions on a block, exception ports.
import type { BlockOf, ComposerBlockType, LooseRow, Value } from '../../../ir/nodes.js';
import type { BlockContext, Region } from '../../define.js';
import * as js from '../../js.js';
import type { Js, Statement } from '../../js.js';
import type { Action, StateNode, Transition } from '../../target-tree.js';

export type ComposerBlock = BlockOf<ComposerBlockType>;

export const valueOf = (block: ComposerBlock, name: string): Value | undefined =>
  block.properties.values[name];
export const rowsOf = (block: ComposerBlock, name: string): readonly LooseRow[] =>
  block.properties.rows[name] ?? [];

/** The text of a property that is one of a few words or a name; '' when it is not set. */
export function wordOf(value: Value | undefined): string {
  if (value?.kind === 'text') return value.value;
  return value?.kind === 'ecmascript' && value.form === 'literal' ? value.code : '';
}

/** Whether a flag is set; `otherwise` when the property is missing. */
export const flagOf = (value: Value | undefined, otherwise: boolean): boolean =>
  value?.kind === 'boolean' ? value.value : otherwise;

/** A property as expression, when it is set. */
export const jsOf = (value: Value | undefined, cx: BlockContext): Js | undefined =>
  value === undefined ? undefined : cx.expression(value).js;

/** Id of the state that does the work: a block with a condition has a state before it that asks. */
export const workId = (block: ComposerBlock, cx: BlockContext): string =>
  valueOf(block, 'condition') ? cx.stateId('run') : cx.id;

/** Log lines that the diagram asks for. */
export const logActions = (block: ComposerBlock, cx: BlockContext): readonly Action[] =>
  rowsOf(block, 'logging').flatMap((row) => {
    const logged = jsOf(row.columns['expression'], cx);
    return logged ? [{ kind: 'log', value: logged, level: 2 } satisfies Action] : [];
  });

/** Transitions of the connected exception ports; `own` are the events that answer the block's own request. */
export function exceptionTransitions(
  block: ComposerBlock,
  own: readonly string[],
  cx: BlockContext,
): readonly Transition[] {
  return block.ports
    .filter((port) => port.role === 'exception' && port.target !== undefined)
    .map((port) => {
      const given = own.includes(port.name) ? cx.isReply() : ownCondition(block, port.name, cx);
      const cond = covers(port.name, 'error.notallowed')
        ? js.all([noLeftover(cx), ...(given ? [given] : [])])
        : given;
      return { event: port.name, ...(cond ? { cond } : {}), target: cx.target(port.name) };
    });
}

/** A handler of all errors is not meant for the replies to what the page itself has given up. */
const noLeftover = (cx: BlockContext): Js => js.not(cx.library('isLeftover', js.path('_event')));

/** The condition that the diagram gives an exception. Composer's own test of request ids is left out: the page makes its own. */
function ownCondition(block: ComposerBlock, event: string, cx: BlockContext): Js | undefined {
  const row = rowsOf(block, 'exceptions').find(
    (r) => wordOf(r.columns['event'] ?? r.columns['name']) === event,
  );
  const condition = row?.columns['condition'];
  if (condition?.kind !== 'ecmascript' || condition.code.includes('App_')) return undefined;
  return cx.condition(condition).js;
}

/** Names that every Composer block may carry and that a page does not need. */
const descriptive = [
  'label',
  'logLevel',
  'requestId',
  'name',
  'event',
  'postAction',
  'device',
  'supportedExceptions',
];

/** Adds the state that asks for the block's condition, and accounts for what the page does by itself (request ids, exception conditions). */
export function composerRegion(block: ComposerBlock, states: readonly StateNode[], cx: BlockContext): Region {
  for (const name of ['exceptions', 'supportedExceptions']) {
    for (const row of rowsOf(block, name)) {
      const condition = row.columns['condition'];
      if (
        condition?.kind === 'ecmascript' &&
        (name === 'supportedExceptions' || condition.code.includes('App_'))
      ) {
        cx.omit(condition.id, 'the page tells replies apart by their request id');
      }
    }
  }
  const condition = valueOf(block, 'condition');
  if (condition === undefined) return { states };
  const gate: StateNode = {
    kind: 'state',
    id: cx.id,
    onentry: [cx.log],
    transitions: [
      { cond: cx.condition(condition).js, target: cx.stateId('run') },
      { target: cx.target('default') },
    ],
  };
  return { states: [gate, ...states] };
}

/** The facts that all Composer mappings have in common. */
export const composerFacts = {
  ignores: descriptive,
  evidence: 'observed',
  cost: 0,
  target: { from: '8.1.3' },
  source: 'Composer help, and pages that Composer 8.1.4 to 8.1.5 generated from public diagrams',
} as const;

/** Where the reply to a request leads, and its failure: to the exception port, else to default routing. */
export function replyTransitions(
  block: ComposerBlock,
  action: string,
  done: Transition,
  cx: BlockContext,
): readonly Transition[] {
  const failure = `error.${action}`;
  const handled = block.ports.some(
    (p) => p.role === 'exception' && p.target !== undefined && covers(p.name, failure),
  );
  return [
    { event: `${action}.done`, cond: cx.isReply(), ...done },
    ...exceptionTransitions(block, [failure], cx),
    ...(handled ? [] : [{ event: failure, cond: cx.isReply(), target: cx.frame.defaultRouting }]),
  ];
}

/** Whether an event descriptor matches an event. */
const covers = (descriptor: string, event: string): boolean => {
  const words = descriptor.replace(/\.?\*$/, '');
  return words === '' || event === words || event.startsWith(`${words}.`);
};

/** A state that runs a script and leaves by the default port. The diagram's own handlers of script errors come before the page's. */
export function scriptWithExceptions(
  block: ComposerBlock,
  statements: readonly Statement[],
  cx: BlockContext,
): StateNode {
  const state = cx.scriptState({
    statements,
    throws: statements.length > 0,
    success: cx.target('default'),
    failure: cx.frame.defaultRouting,
  });
  const transitions = state.transitions ?? [];
  const [ways, errors] = [
    transitions.filter((t) => t.event === undefined),
    transitions.filter((t) => t.event !== undefined),
  ];
  return { ...state, transitions: [...ways, ...exceptionTransitions(block, [], cx), ...errors] };
}

/** Seconds as the text of a delay. */
export const secondsOf = (seconds: Js): Js =>
  seconds.kind === 'number' ? js.text(`${seconds.value}s`) : js.binary(seconds, '+', js.text('s'));
