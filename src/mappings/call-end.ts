// OnCallAbandoned: the strategy that runs when the call is lost. It is part of the page, behind the frame's closing state; what cannot work there is found here.
import type { Block, Expr, Strategy } from '../ir/nodes.js';
import type { CallExpr } from '../ir/walk.js';
import { callsOf, valuesOf } from '../ir/walk.js';
import { objectFact } from '../ir/vocabulary/objects.js';
import * as js from './js.js';
import type { Statement } from './js.js';
import { literalOf } from './literal.js';
import type { MapState } from './map-state.js';
import { startLiteral, variableName } from './start-values.js';

/** A strategy that runs after the loss of the call, as the frame has to know it. */
export interface LossHook {
  readonly name: string;
  /** State of its start. */
  readonly entry: string;
  /** Gives its variables their start values. */
  readonly statements: readonly Statement[];
}

/** A registration, and what is to be said about it. */
export interface Registration {
  readonly call: CallExpr;
  /** What was named, as written. */
  readonly strategy: string;
  /** Why nothing runs after the loss; undefined when the strategy is part of the page. */
  readonly gap?: string;
  /** Blocks that cannot do their work any more, each with its place. */
  readonly idle: readonly string[];
}

/** Takes the strategy that a call of OnCallAbandoned names into the page. */
export function registration(
  call: CallExpr,
  given: Expr | undefined,
  state: Pick<MapState, 'lossHook'>,
): Registration {
  const name = given && literalOf(given);
  if (typeof name !== 'string')
    return {
      call,
      strategy: '',
      gap: 'its name is computed, and the page holds only what other calls name',
      idle: [],
    };
  const found = state.lossHook(name);
  if (found === undefined)
    return { call, strategy: name, gap: 'no strategy of that name is among the converted files', idle: [] };
  return { call, strategy: name, idle: found.idle };
}

/** The statements with which a strategy begins that nobody returns from: fresh variables, no open calls. */
export const freshStart = (variables: Strategy['variables']): readonly Statement[] => [
  js.assign(js.path('_data.ird_stack'), js.array()),
  js.assign(
    js.path('_data.ird_local'),
    js.object(
      Object.fromEntries(
        variables.flatMap((variable) => {
          const start = startLiteral(variable);
          return start === undefined ? [] : [[variableName(variable), start]];
        }),
      ),
    ),
  ),
];

/** What acts on the call itself: its media, its queues, its data. */
const needing: ReadonlySet<string> = new Set(['Routing', 'Voice Treatment', 'Multimedia']);
const neutral: ReadonlySet<string> = new Set(['SetDefaultDestination', 'BusyTreatmentExit', 'Default']);
const attaching: ReadonlySet<string> = new Set(['Attach', 'MultiAttach']);

/** Functions that act on the call; those that read it find what Orchestration still shows. */
const actingFunctions: ReadonlySet<string> = new Set([
  'AnswerCall',
  'Attach',
  'ClearCall',
  'ClearTargets',
  'DefaultRoute',
  'Delete',
  'DeleteAttachedData',
  'DeliverCall',
  'DeliverToTarget',
  'DetachIxn',
  'ForceRoute',
  'Reject',
  'ReleaseCall',
  'RouteCall',
  'RouteEx',
  'SelectDN',
  'SuspendForDN',
  'TRoute',
  'TRouteEx',
  'TransferCall',
  'Update',
]);

const callsIn = (block: Block): readonly CallExpr[] =>
  valuesOf(block).flatMap((value) => (value.kind === 'expression' ? callsOf(value.expr) : []));

const needsCall = (block: Block): boolean =>
  attaching.has(block.type) ||
  (needing.has(objectFact(block.type).category) && !neutral.has(block.type)) ||
  callsIn(block).some(({ name }) => actingFunctions.has(name));

/** The blocks of a strategy, and of what it calls, that cannot work when the call is gone: label, file and line. */
export function idleWithoutCall(
  hook: Strategy,
  find: (name: string) => Strategy | undefined,
): readonly string[] {
  const reached = new Set([hook]);
  const idle: string[] = [];
  // A set that grows while it is walked: each strategy is visited once.
  for (const { blocks, source } of reached) {
    for (const block of blocks) {
      if (!block.reachable || block.disabled) continue;
      const next = leadsTo(block);
      const found = next === undefined || next === '' ? undefined : find(next);
      if (found !== undefined) reached.add(found);
      const file = source.file.split(/[\\/]/).at(-1) ?? '';
      if (needsCall(block))
        idle.push(`"${block.caption || block.sourceType}" (${file}:${String(block.span.start.line)})`);
    }
  }
  return idle;
}

function leadsTo(block: Block): string | undefined {
  switch (block.type) {
    case 'CallSubroutine':
      return block.properties.subroutine?.value;
    case 'Macro':
      return block.properties.macro?.value;
    case 'SwitchToStrategy':
      return block.properties.strategy?.value;
    default:
      return undefined;
  }
}
