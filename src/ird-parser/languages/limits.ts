// How much of one text is read. The limits keep hostile input from exhausting stack, memory or time here and in every phase that
// walks the tree by recursion; real expressions stay far below all of them.

export const limits = {
  /** UTF-16 units of one text. */
  characters: 1_000_000,
  tokens: 150_000,
  /** Brackets inside brackets. */
  nesting: 64,
  /** Depth of the tree: a chain of n operators is a tree of depth n. */
  depth: 1_000,
  /** Syntax errors after which a text is not read on. */
  errors: 50,
  /** Warnings and notes that one text may give. */
  remarks: 50,
} as const;
