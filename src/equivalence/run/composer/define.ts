// What the runner of a block of a diagram sees.
import type { BlockContext, BlockExit, Flow } from '../session.js';
import type { ComposerScripts } from './scripts.js';
import type { ComposerBlock } from './values.js';

export interface ComposerContext extends BlockContext {
  readonly scripts: ComposerScripts;
}

export type RunComposer = (block: ComposerBlock, cx: ComposerContext) => Flow<BlockExit>;
