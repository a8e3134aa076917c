// What makes strategies comparable: a text of their structure without names, ids, captions and places, its hash, and a sketch of its parts.
import type { Block, Strategy, Value } from '../ir/nodes.js';
import { printExpression } from '../ir/print.js';
import { placedValues } from './block-values.js';
import type { Fingerprint } from './facts.js';

/** Numbers in a sketch. */
export const sketchSize = 48;

/** FNV-1a over UTF-16 units, 32 bits. */
export function hashText(text: string, seed = 0x811c9dc5): number {
  let hash = seed;
  for (let i = 0; i < text.length; i++) {
    const unit = text.charCodeAt(i);
    hash = Math.imul(hash ^ (unit & 0xff), 0x01000193);
    hash = Math.imul(hash ^ (unit >>> 8), 0x01000193);
  }
  return hash >>> 0;
}

/** Multipliers and offsets of the sketch's hash functions; fixed, so that sketches of different runs can be compared. */
const mixers = Array.from({ length: sketchSize }, (_, index) => ({
  factor: (hashText(`factor ${String(index)}`) | 1) >>> 0,
  offset: hashText(`offset ${String(index)}`),
}));

/** The fingerprint of a strategy. */
export function fingerprintOf(strategy: Strategy): Fingerprint {
  const order = inOrderOfFlow(strategy);
  const numbers = new Map(order.map((block, number) => [block.id, number]));
  const byId = new Map(strategy.blocks.map((block) => [block.id, block]));
  const lines = order.map((block) => {
    const ports = block.ports.map(({ name, target }) => `${name}>${String(numbers.get(target ?? '') ?? '')}`);
    return [block.type, ...settingsOf(block), ...ports].join('\u0001');
  });
  const variables = strategy.variables.map(
    ({ name, type, direction, initial }) => `${direction} ${type} ${name} ${initial?.text ?? ''}`,
  );
  const text = [strategy.kind, ...variables.sort(), ...lines].join('\u0002');
  const parts = new Set(order.flatMap((block) => partsOf(block, byId)));
  const exact = [hashText(text), hashText(text, 0x9e3779b9)].map((hash) =>
    hash.toString(16).padStart(8, '0'),
  );
  return { exact: exact.join(''), sketch: sketchOf(parts), parts: parts.size };
}

/** Blocks as control reaches them, ports in their order; what nothing reaches comes last, by type. */
function inOrderOfFlow({ blocks, entry }: Strategy): readonly Block[] {
  const byId = new Map(blocks.map((block) => [block.id, block]));
  const start = entry === undefined ? undefined : byId.get(entry);
  const reached = new Set(start === undefined ? [] : [start]);
  for (const { ports } of reached) {
    for (const { target } of ports) {
      const next = target === undefined ? undefined : byId.get(target);
      if (next !== undefined) reached.add(next);
    }
  }
  const key = (block: Block): string => [block.type, ...settingsOf(block)].join('\u0001');
  const rest = blocks.filter((block) => !reached.has(block)).map((block) => ({ block, key: key(block) }));
  return [...reached, ...rest.sort((a, b) => (a.key < b.key ? -1 : 1)).map(({ block }) => block)];
}

const settingsOf = (block: Block): readonly string[] => [
  ...(block.disabled ? ['disabled'] : []),
  ...placedValues(block).map(({ property, value }) => `${property}=${valueText(value)}`),
  ...block.others.map(({ name, text }) => `${name}=${text}`),
];

/** Expressions are compared by their meaning: spelling of names, blanks and brackets make no difference. */
const valueText = (value: Value): string =>
  value.kind === 'expression' ? printExpression(value.expr) : value.text.trim();

/** The parts that near duplicates share: settings of blocks, and links by the types at their ends. */
function partsOf(block: Block, byId: ReadonlyMap<string, Block>): readonly string[] {
  const links = block.ports.map(({ name, target }) => {
    const to = target === undefined ? undefined : byId.get(target);
    return `${block.type} ${name} ${to === undefined ? '' : [to.type, ...settingsOf(to)].join(' ')}`;
  });
  return [[block.type, ...settingsOf(block)].join(' '), ...links];
}

/** The least value of each hash function over all parts (minhash): two sketches agree in as many places as their sets overlap. */
function sketchOf(parts: ReadonlySet<string>): readonly number[] {
  const least = new Array<number>(sketchSize).fill(0xffffffff);
  for (const part of parts) {
    const hash = hashText(part);
    mixers.forEach(({ factor, offset }, index) => {
      const mixed = mix((Math.imul(hash, factor) + offset) >>> 0);
      if (mixed < (least[index] ?? 0)) least[index] = mixed;
    });
  }
  return least;
}

function mix(value: number): number {
  let mixed = Math.imul(value ^ (value >>> 16), 0x85ebca6b);
  mixed = Math.imul(mixed ^ (mixed >>> 13), 0xc2b2ae35);
  return (mixed ^ (mixed >>> 16)) >>> 0;
}
