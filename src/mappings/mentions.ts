// Whether a text occurs in any value of a strategy. Every block may ask, so that what was found is kept with the strategy.
import type { Block, Strategy } from '../ir/nodes.js';
import { valuesOf } from '../ir/walk.js';

const known = new WeakMap<readonly Block[], Map<string, boolean>>();

/** Whether any value of any block contains `text`. */
export function isMentionedIn({ blocks }: Pick<Strategy, 'blocks'>, text: string): boolean {
  const answers = known.get(blocks) ?? new Map<string, boolean>();
  known.set(blocks, answers);
  const found =
    answers.get(text) ?? blocks.some((block) => valuesOf(block).some((value) => value.text.includes(text)));
  answers.set(text, found);
  return found;
}
