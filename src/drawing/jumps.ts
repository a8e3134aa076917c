// Which arrows of a large drawing are lines, and which are words in the box that they leave ("red → Default 49"). Lines across half of a drawing
// help nobody to see where they lead, and they are what makes a drawing wide and its layout slow.
import type { Arrow, Box } from './model.js';
import { ranksOf, type Ends } from './ranks.js';

/** An arrow with the numbers of its boxes. */
export interface Line {
  readonly arrow: Arrow;
  readonly ends: Ends;
  /** It closes a loop. */
  readonly isBack: boolean;
}

export interface Lines {
  readonly drawn: readonly Line[];
  /** What is said in the box instead, by its number. */
  readonly jumps: ReadonlyMap<number, readonly Line[]>;
  /** How many jumps lead to a box, by its number. */
  readonly landings: ReadonlyMap<number, number>;
}

/** Smaller drawings have every line. */
const few = 20;
/** Rows of boxes that a line may cross. */
const usualReach = 6;
/** The same where many lines meet. */
const shortReach = 2;
const manyIn = 8;
const manyOut = 16;

/** Decides. Every box that something leads to keeps a line to it, where there is one that leads down. */
export function linesOf(boxes: readonly Box[], arrows: readonly Arrow[]): Lines {
  const numbers = new Map(boxes.map(({ id }, number) => [id, number]));
  const known = arrows.flatMap((arrow) => {
    const [from, to] = [numbers.get(arrow.from), numbers.get(arrow.to)];
    return from === undefined || to === undefined ? [] : [{ arrow, ends: [from, to] as const }];
  });
  const ends = known.map((each) => each.ends);
  const { ranks, isBack } = ranksOf(boxes.length, ends);
  const lines = known.map((each, number): Line => ({ ...each, isBack: isBack[number] === true }));
  if (boxes.length <= few) return { drawn: lines, jumps: new Map(), landings: new Map() };

  const ins = counted(ends.map(([, to]) => to));
  const outs = counted(ends.map(([from]) => from));
  const isFar = ({ ends: [from, to] }: Line): boolean => {
    const reach = (ins.get(to) ?? 0) > manyIn || (outs.get(from) ?? 0) > manyOut ? shortReach : usualReach;
    return Math.abs((ranks[to] ?? 0) - (ranks[from] ?? 0)) > reach;
  };
  const far = lines.filter(isFar);
  const jumps = new Map<number, Line[]>();
  for (const line of far) {
    const before = jumps.get(line.ends[0]);
    if (before === undefined) jumps.set(line.ends[0], [line]);
    else before.push(line);
  }
  return {
    drawn: lines.filter((line) => !isFar(line)),
    jumps,
    landings: counted(far.map((line) => line.ends[1])),
  };
}

function counted(numbers: readonly number[]): ReadonlyMap<number, number> {
  const counts = new Map<number, number>();
  for (const number of numbers) counts.set(number, (counts.get(number) ?? 0) + 1);
  return counts;
}
