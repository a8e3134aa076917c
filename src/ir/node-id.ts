// Paths of source nodes. They are made of what the file itself says (ids, names, positions within one block), so that a finding or a baseline
// still means the same node after something else in the strategy has changed.
import type { NodeId } from './nodes.js';

// `/` separates and `[]` selects: a name of the file that holds one of them must not look like structure.
const escaped = (part: string): string => part.replace(/[%/[\]]/g, encodeURIComponent);

/** A node within `owner` that is called by its name: a block of a strategy, a property of a block. */
export const childId = (owner: NodeId, name: string): NodeId => `${owner}/${escaped(name)}`;

/** A node within `owner` that is one of several of its kind: `port[green]`, `targets[0]`, `call[2]`. */
export const memberId = (owner: NodeId, kind: string, key: string | number): NodeId =>
  `${owner}/${escaped(kind)}[${escaped(String(key))}]`;

/** The note of a block at `index`, from 0. */
export const noteId = (block: NodeId, index: number): NodeId => memberId(block, 'note', index);

/** Makes names differ that the file gives twice: the first keeps it, further ones get `~2`, `~3`. */
export function distinct(names: readonly string[]): readonly string[] {
  const taken = new Set<string>();
  const copies = new Map<string, number>();
  return names.map((name) => {
    let key = name;
    while (taken.has(key)) {
      const copy = (copies.get(name) ?? 1) + 1;
      copies.set(name, copy);
      key = `${name}~${copy}`;
    }
    taken.add(key);
    return key;
  });
}

/** A short key for a text: the same text gives the same key. Not for secrets. (FNV-1a, 32 bits.) */
export function textKey(text: string): string {
  let hash = 0x811c9dc5;
  for (let i = 0; i < text.length; i++) hash = Math.imul(hash ^ text.charCodeAt(i), 0x01000193);
  return (hash >>> 0).toString(16).padStart(8, '0');
}
