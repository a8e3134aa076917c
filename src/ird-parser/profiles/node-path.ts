// Paths of source nodes for findings: `strategy/block/property`, `strategy/block/targets[0]/name`. The same spelling as the paths that
// lowering gives to its nodes, so that findings of both belong together.

// `/` separates and `[]` selects: a name of the file that holds one of them must not look like structure.
const escaped = (part: string): string => part.replace(/[%/[\]]/g, encodeURIComponent);

/** A node that is called by its name within `owner`: a block of a strategy, a property of a block. */
export const childPath = (owner: string, name: string): string => `${owner}/${escaped(name)}`;

/** One of several nodes of a kind within `owner`: `targets[0]`, `variable[attempts]`. */
export const memberPath = (owner: string, kind: string, key: string | number): string =>
  `${owner}/${escaped(kind)}[${escaped(String(key))}]`;
