// How an answer names the block whose treatments it is for: by the state in which they are started.
import type { Block } from '../../ir/nodes.js';

/** Composer's pages put the name of the workflow in front of the names of its states: `in defaultWorkflow.Menu {`. */
export const treatedIn = (block: Block): string =>
  block.type.startsWith('Composer') ? `${block.id} {` : `in ${block.id} {`;
