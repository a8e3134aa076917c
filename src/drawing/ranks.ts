// How far down each box of a drawing lies, and which arrows lead back: what can be known before anything is placed. Works on numbers of boxes.

/** An arrow by the numbers of its boxes. */
export type Ends = readonly [from: number, to: number];

export interface Ranks {
  /** By number of the box: arrows on the longest way down to it. */
  readonly ranks: readonly number[];
  /** By number of the arrow: it closes a loop. */
  readonly isBack: readonly boolean[];
}

/** Finds both, in time that grows with the number of boxes and arrows. The search begins with the first box, as that of the layout does. */
export function ranksOf(count: number, arrows: readonly Ends[]): Ranks {
  const out = Array.from({ length: count }, (): number[] => []);
  for (const [number, [from]] of arrows.entries()) out[from]?.push(number);
  const { order, isBack } = searched(out, arrows);
  const ranks = new Array<number>(count).fill(0);
  const hasIn = new Array<boolean>(count).fill(false);
  const rankOf = (box: number): number => ranks[box] ?? 0;
  const down = order.map((box) => ({
    box,
    targets: (out[box] ?? []).flatMap((arrow) => (isBack[arrow] === true ? [] : [arrows[arrow]?.[1] ?? box])),
  }));
  for (const { box, targets } of down)
    for (const to of targets) {
      hasIn[to] = true;
      ranks[to] = Math.max(rankOf(to), rankOf(box) + 1);
    }
  // A box that nothing leads to lies above the first that it leads to, not at the top of everything.
  for (const { box, targets } of down)
    if (hasIn[box] !== true && targets.length > 0) ranks[box] = Math.min(...targets.map(rankOf)) - 1;
  return { ranks, isBack };
}

/** Boxes so that arrows lead from earlier ones to later ones, but for those that close a loop. */
function searched(
  out: readonly (readonly number[])[],
  arrows: readonly Ends[],
): { readonly order: readonly number[]; readonly isBack: readonly boolean[] } {
  const isBack = new Array<boolean>(arrows.length).fill(false);
  const states = new Array<'new' | 'open' | 'done'>(out.length).fill('new');
  const finished: number[] = [];
  for (const start of out.keys()) {
    if (states[start] !== 'new') continue;
    states[start] = 'open';
    // A stack of our own: strategies may be long chains.
    const path = [{ box: start, next: 0 }];
    for (let at = path.at(-1); at !== undefined; at = path.at(-1)) {
      const arrow = out[at.box]?.[at.next];
      at.next += 1;
      const to = arrow === undefined ? undefined : arrows[arrow]?.[1];
      if (arrow === undefined || to === undefined) {
        states[at.box] = 'done';
        finished.push(at.box);
        path.pop();
      } else if (states[to] === 'open') isBack[arrow] = true;
      else if (states[to] === 'new') {
        states[to] = 'open';
        path.push({ box: to, next: 0 });
      }
    }
  }
  return { order: finished.reverse(), isBack };
}
