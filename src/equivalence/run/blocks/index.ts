// The runner of each block type.
import type { Block, BlockType } from '../../../ir/nodes.js';
import type { BlockContext, BlockExit, Flow } from '../session.js';
import { basics } from './basics.js';
import { data } from './data.js';
import { composerRunner } from '../composer/index.js';
import type { Runners } from './define.js';
import { errors } from './errors.js';
import { classification } from './multimedia/classification.js';
import { contact } from './multimedia/contact.js';
import { messages } from './multimedia/messages.js';
import { placing } from './multimedia/placing.js';
import { records } from './outbound/records.js';
import { routingRunners } from './routing/index.js';
import { segmentation } from './segmentation.js';
import { services } from './services/services.js';
import { subroutines } from './subroutines.js';
import { treatments } from './treatments.js';

const runners: Runners = {
  ...basics,
  ...classification,
  ...contact,
  ...data,
  ...errors,
  ...messages,
  ...placing,
  ...records,
  ...routingRunners,
  ...segmentation,
  ...services,
  ...subroutines,
  ...treatments,
};

/** Types of all blocks that a run carries out. */
export const runBlocks: readonly BlockType[] = Object.keys(runners) as BlockType[];

export function runnerOf(block: Block): ((block: Block, cx: BlockContext) => Flow<BlockExit>) | undefined {
  // The table ties each type to the runner of its own blocks.
  const own = runners[block.type] as ((block: Block, cx: BlockContext) => Flow<BlockExit>) | undefined;
  return own ?? composerRunner(block);
}
