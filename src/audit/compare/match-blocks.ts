// Which block of the old version a block of the new one is: by id, caption and settings, then by what leads to it. Exports may number blocks anew.
import type { ShapeBlock } from './shape.js';

/** Numbers of blocks of the new version by those of the old one; blocks without a partner are not among them. */
export type BlockMatches = ReadonlyMap<number, number>;

type Key = (block: ShapeBlock) => string | undefined;

const join = (...parts: readonly string[]): string => parts.join('\u0001');
const settings = ({ settings: all }: ShapeBlock): string =>
  all.map(({ property, meaning }) => join(property, meaning)).join('\u0002');

/** From what says most to what says least; a key that several blocks share says nothing. */
const certain: readonly Key[] = [
  (block) => join(block.sourceId, block.type, block.caption),
  (block) => join(block.sourceId, block.type, settings(block)),
  (block) => join(block.type, block.caption, settings(block)),
  (block) => (block.caption === '' ? undefined : join(block.type, block.caption)),
];
const lastResort: readonly Key[] = [
  (block) => join(block.sourceId, block.type),
  (block) => (block.caption === '' ? undefined : join(block.sourceId, block.caption)),
];

/** Finds the partners. Each block has one at the most. */
export function matchBlocks(old: readonly ShapeBlock[], now: readonly ShapeBlock[]): BlockMatches {
  const matches = new Map<number, number>();
  const taken = new Set<number>();
  const pair = (a: number, b: number): void => {
    matches.set(a, b);
    taken.add(b);
  };
  const byKey = (key: Key): void => {
    const olds = alone(old, key, (number) => !matches.has(number));
    const news = alone(now, key, (number) => !taken.has(number));
    for (const [text, number] of olds) {
      const partner = news.get(text);
      if (number !== undefined && partner !== undefined) pair(number, partner);
    }
  };
  const byFlow = (): void => {
    const open = [...matches];
    for (const [a, b] of open) {
      for (const { name, target } of old[a]?.ports ?? []) {
        const other = now[b]?.ports.find((port) => port.name === name)?.target;
        if (other === undefined || matches.has(target) || taken.has(other)) continue;
        if (!areAlike(old[target], now[other])) continue;
        pair(target, other);
        open.push([target, other]);
      }
    }
  };
  certain.forEach(byKey);
  byFlow();
  lastResort.forEach(byKey);
  byFlow();
  return matches;
}

/** Blocks that are of one type and have a caption, or all settings, in common. */
const areAlike = (a: ShapeBlock | undefined, b: ShapeBlock | undefined): boolean =>
  a !== undefined &&
  b !== undefined &&
  a.type === b.type &&
  (a.caption === b.caption || settings(a) === settings(b));

/** Blocks by their keys; `undefined` for a key that several have. */
function alone(
  blocks: readonly ShapeBlock[],
  key: Key,
  isOpen: (number: number) => boolean,
): ReadonlyMap<string, number | undefined> {
  const found = new Map<string, number | undefined>();
  blocks.forEach((block, number) => {
    const text = isOpen(number) ? key(block) : undefined;
    if (text !== undefined) found.set(text, found.has(text) ? undefined : number);
  });
  return found;
}
