// Where a user's own mappings come before ours: the mapping of a call or block as the conversion of its strategy has it.
import type { Block, BlockType, Strategy } from '../ir/nodes.js';
import type { CallExpr } from '../ir/walk.js';
import { findBlockMapping } from './blocks/index.js';
import type { BlockMapping, FunctionMapping, MapOptions } from './define.js';
import { findFunctionMapping } from './functions/index.js';

type AnyBlockMapping = { [T in BlockType]: BlockMapping<T> }[BlockType];

/** The row that converts a call. */
export const rowOfCall = (
  call: CallExpr,
  strategy: Strategy,
  { custom }: MapOptions,
): FunctionMapping | undefined => custom?.(strategy)?.calls.get(call.id) ?? findFunctionMapping(call.name);

/** The mapping that converts a block. */
export const mappingOfBlock = (
  block: Block,
  strategy: Strategy,
  { custom }: MapOptions,
): AnyBlockMapping | undefined =>
  (custom?.(strategy)?.blocks.get(block.nodeId) as AnyBlockMapping | undefined) ?? // it was made for this block
  findBlockMapping(block.type);
