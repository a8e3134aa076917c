// Ids of blocks: the names of the states that they become. An id says what the block is, and stays the same when other blocks come and go:
// colliding blocks are told apart by their ids in the file, all of them, never by counting.
import type { SourceBlock, SourceValue } from '../../ird-parser/source-model.js';
import { distinct } from '../node-id.js';
import { objectFact } from '../vocabulary/objects.js';
import { nameToId, slug } from './slug.js';

/** The id of each block, in the order of the blocks: unique, and never with two underscores in a row (those join ids to longer names). */
export function blockIds(blocks: readonly SourceBlock[]): readonly string[] {
  const keys = distinct(blocks.map((block) => block.id));
  const candidates = blocks.map((block, index) => candidatesOf(block, keys[index] ?? ''));
  return settle(candidates);
}

/** What a block may be called: the first is best, later ones are surer to be its own. */
type Candidates = (level: number) => string;

function candidatesOf(block: SourceBlock, key: string): Candidates {
  const base = baseOf(block);
  return (level) => {
    if (level === 0) return base;
    const own = slug(key);
    if (level === 1 && own !== '') return `${base}_${own}`;
    // Source ids that differ only in what a slug leaves out. The code has no `x`, so a tail of them cannot make two codes equal.
    return `${base}_${spelledOut(key)}${'x'.repeat(level)}`;
  };
}

/** Gives every block its first candidate that no other block ever asked for. The outcome does not depend on the order of the blocks. */
function settle(candidates: readonly Candidates[]): readonly string[] {
  const levels = candidates.map(() => 0);
  const askers = new Map<string, number[]>();
  const chosen = (block: number): string => candidates[block]?.(levels[block] ?? 0) ?? '';
  const open = candidates.map((_, block) => block);
  for (let block = open.pop(); block !== undefined; block = open.pop()) {
    // Ids that differ in case only would be taken for one another.
    const name = chosen(block).toLowerCase();
    const others = askers.get(name);
    if (others === undefined) {
      askers.set(name, [block]);
      continue;
    }
    // The name is disputed from now on: who holds it leaves, and so does whoever comes later.
    for (const loser of [...others.splice(0), block]) {
      levels[loser] = (levels[loser] ?? 0) + 1;
      open.push(loser);
    }
  }
  return candidates.map((_, block) => chosen(block));
}

function baseOf(block: SourceBlock): string {
  const type = typeName(block);
  const caption = nameToId(block.caption, type);
  if (caption !== '') return caption;
  const main = slug(mainText(block));
  const tail = main || slug(block.id) || spelledOut(block.id);
  return tail === '' ? type : `${type}_${tail}`;
}

function typeName(block: SourceBlock): string {
  if (block.type !== 'Unknown') return block.type;
  return nameToId(block.sourceType, 'Block') || 'Block';
}

const spelledOut = (text: string): string =>
  text
    .split('')
    .map((unit) => unit.charCodeAt(0).toString(16).padStart(4, '0'))
    .join('');

/** What the block is about, by the property that the vocabulary calls its main one. */
function mainText(block: SourceBlock): string {
  for (const path of objectFact(block.type).mainProperties ?? []) {
    const [rows = '', column] = path.split('.');
    const value = column === undefined ? block.properties[rows] : block.rows[rows]?.[0]?.columns[column];
    const text = value === undefined ? '' : nameIn(value);
    if (text !== '') return text;
  }
  return '';
}

/** The name that a value stands for: a plain text, a variable, or the function that an expression calls. */
function nameIn(value: SourceValue): string {
  switch (value.kind) {
    case 'text':
      return value.value;
    case 'variable':
      return value.name;
    case 'expression': {
      const { tree } = value;
      if (tree.kind === 'string') return tree.value;
      return tree.kind === 'call' || tree.kind === 'name' ? tree.name : '';
    }
    case 'integer':
    case 'boolean':
    case 'skill':
    case 'threshold':
    case 'targets':
    case 'list':
    case 'ecmascript':
      return '';
  }
}
