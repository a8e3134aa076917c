// A strategy with all that it may call, ready to run.
import { valueOf, type AssumptionId, type AssumptionOverrides } from '../../ir/assumptions/table.js';
import type { ScriptEngineFactory } from '../../runtime-check/script/engine.js';
import type { Block, Strategy } from '../../ir/nodes.js';

export interface SourceProgram {
  readonly root: Strategy;
  /** Subroutines, macros and strategies by name, as a call uses it; undefined when there is none. */
  strategy(name: string): Strategy | undefined;
  block(strategy: Strategy, id: string): Block | undefined;
  assume(id: AssumptionId): string;
  /** Runs the ECMAScript of diagrams; strategies of IRD need none. */
  readonly engine?: ScriptEngineFactory | undefined;
}

/** `find` gives the strategies that calls, macros and switches of the root name. */
export function sourceProgram(
  root: Strategy,
  find: (name: string) => Strategy | undefined,
  assumptions: AssumptionOverrides = {},
): SourceProgram {
  const blocks = new Map<Strategy, ReadonlyMap<string, Block>>();
  const blocksOf = (strategy: Strategy): ReadonlyMap<string, Block> => {
    const known = blocks.get(strategy) ?? new Map(strategy.blocks.map((block) => [block.id, block]));
    blocks.set(strategy, known);
    return known;
  };
  return {
    root,
    strategy: find,
    block: (strategy, id) => blocksOf(strategy).get(id),
    assume: (id) => valueOf(id, assumptions),
  };
}
