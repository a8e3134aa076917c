// Boxes that follow each other with nothing between are placed as one: strategies are mostly chains, and the layout is asked about a third of them.
import type { Line } from './jumps.js';
import type { Box } from './model.js';

/** Longer ones would keep what lies beside them apart. */
const longest = 5;

/** The numbers of the boxes of each column, from above; a box without neighbours is a column of its own. In the order of the first boxes. */
export function columnsOf(
  boxes: readonly Pick<Box, 'group'>[],
  lines: readonly Pick<Line, 'ends' | 'isBack'>[],
): readonly (readonly number[])[] {
  const ins = boxes.map(() => 0);
  const outs = boxes.map(() => 0);
  // Lines that lead back enter a box from below, and leave it at the top.
  const isTop = boxes.map(() => false);
  const isBottom = boxes.map(() => false);
  for (const { ends, isBack } of lines) {
    const [from, to] = ends;
    outs[from] = (outs[from] ?? 0) + 1;
    ins[to] = (ins[to] ?? 0) + 1;
    if (isBack) {
      isTop[from] = true;
      isBottom[to] = true;
    }
  }
  const below = new Map<number, number>();
  for (const { ends, isBack } of lines) {
    const [from, to] = ends;
    const isOnly = outs[from] === 1 && ins[to] === 1 && !isBack;
    const isPlain = isTop[to] !== true && isBottom[from] !== true;
    if (isOnly && isPlain && boxes[from]?.group === boxes[to]?.group) below.set(from, to);
  }
  const followers = new Set(below.values());
  return [...boxes.keys()]
    .filter((number) => !followers.has(number))
    .flatMap((first) => {
      const chain = [first];
      for (let next = below.get(first); next !== undefined; next = below.get(next)) chain.push(next);
      const parts = Math.ceil(chain.length / longest);
      const size = Math.ceil(chain.length / parts);
      return Array.from({ length: parts }, (_, part) => chain.slice(part * size, (part + 1) * size));
    })
    .filter((column) => column.length > 0);
}
