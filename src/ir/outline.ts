// What the others of a batch have to know of a strategy: kept when the strategy itself is forgotten.
import type { Span } from '../diagnostics/index.js';
import type { Block, NodeId, Strategy, Variable } from './nodes.js';
import { subroutinesRunIn } from './readable.js';
import { callsOf, valuesOf } from './walk.js';

/** A variable of scope SCRIPT as a strategy declares it; `text` is name, type and start value. */
export interface SharedDeclaration {
  readonly node: NodeId;
  readonly name: string;
  readonly text: string;
  readonly span: Span;
}

/** The variables that a strategy shares with others. */
const sharedDeclarations = ({ variables }: Strategy): readonly SharedDeclaration[] =>
  variables.filter(isShared).map((variable) => ({
    node: variable.nodeId,
    name: variable.name,
    text: declarationText(variable),
    span: variable.span,
  }));

/** What the others of a batch have to know of a strategy. Plain data, and small. */
export interface StrategyOutline {
  readonly nodeId: NodeId;
  readonly name: string;
  readonly file: string;
  readonly span: Span;
  /** Subroutines that it calls by name, with the calling blocks. */
  readonly calls: readonly { readonly node: NodeId; readonly span: Span; readonly name: string }[];
  /** Strategies, subroutines and macros that any of its blocks leads to. */
  readonly leadsTo: readonly string[];
  /** Subroutines that URS runs for its thresholds and skill expressions. */
  readonly runs: readonly string[];
  /** Its variables of scope SCRIPT. */
  readonly shared: readonly SharedDeclaration[];
}

/** The outline of a strategy; it does not depend on the others of the batch. */
export const outlineOf = (strategy: Strategy): StrategyOutline => ({
  nodeId: strategy.nodeId,
  name: strategy.name,
  file: strategy.source.file,
  span: strategy.span,
  calls: subroutineCalls(strategy).map(({ block, name }) => ({ node: block.nodeId, span: block.span, name })),
  leadsTo: [...new Set(strategy.blocks.flatMap(namesIn))].filter((name) => name !== ''),
  runs: [...new Set(strategy.blocks.filter(({ reachable }) => reachable).flatMap(runsIn))],
  shared: sharedDeclarations(strategy),
});

const runsIn = (block: Block): readonly string[] =>
  valuesOf(block).flatMap((value) =>
    value.kind === 'targets' || value.kind === 'skill' || value.kind === 'threshold'
      ? subroutinesRunIn(value.tree)
      : [],
  );

/** The subroutines that a strategy calls by name, in the order of its blocks; calls that are never reached are left out. */
function subroutineCalls(strategy: Strategy): readonly { readonly block: Block; readonly name: string }[] {
  return strategy.blocks.flatMap((block) => {
    if (!block.reachable || block.type !== 'CallSubroutine') return [];
    const name = block.properties.subroutine?.value ?? '';
    return name === '' ? [] : [{ block, name }];
  });
}

const isShared = ({ direction }: Variable): boolean => direction === 'script';

const declarationText = ({ name, type, initial }: Variable): string =>
  `${name}: ${type}${initial ? ` = ${initial.text}` : ''}`;

/** The strategies, subroutines and macros that a block leads to. */
function namesIn(block: Block): readonly string[] {
  switch (block.type) {
    case 'CallSubroutine':
      return [block.properties.subroutine?.value ?? ''];
    case 'Macro':
      return [block.properties.macro?.value ?? ''];
    case 'SwitchToStrategy':
      return [block.properties.strategy?.value ?? ''];
    default:
      return namesOfHooks(block);
  }
}

/** The strategies that a block registers for the loss of the call. */
const namesOfHooks = (block: Block): readonly string[] =>
  valuesOf(block).flatMap((value) =>
    value.kind === 'expression'
      ? callsOf(value.expr).flatMap(({ name, args: [strategy] }) =>
          name === 'OnCallAbandoned' && strategy?.kind === 'string' ? [strategy.value] : [],
        )
      : [],
  );
