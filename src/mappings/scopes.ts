// How the names of a strategy become names of the page: as the root, as an embedded subroutine, as a strategy that is jumped to, as a copy of a macro.
import type { Strategy, Variable } from '../ir/nodes.js';
import type { FrameIds } from './define.js';
import * as js from './js.js';
import type { Js } from './js.js';
import type { Scope } from './map-state.js';
import { isShared, sharedPlace } from './script-variables.js';
import { variableName } from './start-values.js';

/** States of the frame, as src/emit writes them. */
const rootFrame: FrameIds = {
  defaultRouting: 'ird_default_routing',
  end: 'ird_end',
  routed: 'ird_end',
};

/** State of a block of a strategy that is embedded in the page of another. */
export const embeddedState = (strategy: Strategy, block: string): string => `${strategy.id}__${block}`;

function variablePlaces(strategy: Strategy, place: (v: Variable) => Js): ReadonlyMap<string, Js> {
  return new Map(strategy.variables.map((v) => [v.name, isShared(v) ? sharedPlace(v) : place(v)]));
}

function attachedComments(strategy: Strategy): ReadonlyMap<string, readonly string[]> {
  const attached = new Map<string, string[]>();
  for (const { block, text } of strategy.comments) {
    if (block !== undefined) attached.set(block, [...(attached.get(block) ?? []), text]);
  }
  return attached;
}

/** IRD variables live in the data of the page; Composer's stay globals, since the scripts of the diagram name them so. */
export function rootScope(strategy: Strategy): Scope {
  return {
    strategy,
    isRoot: true,
    stateOf: (block) => block,
    commentsOf: attachedComments(strategy),
    variables: variablePlaces(strategy, (v) =>
      strategy.language === 'ecmascript' ? js.path(v.name) : js.path(`_data.${variableName(v)}`),
    ),
    frame: rootFrame,
  };
}

/** Variables live in the frame of the call, the end leads back to the caller. */
export function subroutineScope(strategy: Strategy): Scope {
  return {
    strategy,
    isRoot: false,
    stateOf: (block) => embeddedState(strategy, block),
    commentsOf: attachedComments(strategy),
    variables: variablePlaces(strategy, (v) => js.path(`_data.ird_local.${variableName(v)}`)),
    frame: { ...rootFrame, end: embeddedState(strategy, 'return') },
  };
}

/** A strategy that is jumped to: its variables are those of a call that nobody returns from, its ends are those of the page. */
export const jumpScope = (strategy: Strategy): Scope => ({ ...subroutineScope(strategy), frame: rootFrame });

/** A strategy that runs when the call is lost. It may be part of the page in another way as well. */
export const hookScope = (strategy: Strategy): Scope => ({
  ...jumpScope(strategy),
  stateOf: (block) => `lost__${embeddedState(strategy, block)}`,
});

/** Where a macro is used. */
export interface MacroUse {
  readonly scope: Scope;
  /** State id of the block; ids of the copy begin with it. */
  readonly at: string;
  /** State that the end of the macro leads to. */
  readonly after: string;
}

/** Where a variable of a copy lives. */
export const copyPlace = (at: string, variable: Variable): Js =>
  js.path(`_data.ird_macros.${at}.${variableName(variable)}`);

/** A copy of a macro; `macros` are the names of those that it stands in, its own the last. */
export const copyScope = (
  macro: Strategy,
  { scope, at, after }: MacroUse,
  macros: readonly string[],
): Scope => ({
  strategy: macro,
  isRoot: scope.isRoot,
  macros,
  stateOf: (block) => `${at}__${block}`,
  commentsOf: attachedComments(macro),
  variables: variablePlaces(macro, (v) => copyPlace(at, v)),
  frame: { ...scope.frame, end: after },
});
