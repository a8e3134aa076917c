// What the runner of a block type is: a flow from the block to the port by which control leaves.
import type { BlockOf, BlockType } from '../../../ir/nodes.js';
import type { BlockContext, BlockExit, Flow } from '../session.js';

export type Runner<T extends BlockType> = (block: BlockOf<T>, cx: BlockContext) => Flow<BlockExit>;

/** Runners by block type; each gets its own member of the union. */
export type Runners = { readonly [T in BlockType]?: Runner<T> };

/** Checks a family of runners and keeps its keys. */
export const defineRunners = <const R extends Runners>(runners: R): R => runners;
