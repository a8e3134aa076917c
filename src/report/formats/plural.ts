// Counts in words.

/** `1 error`, `2 errors`; `many` for words that do not just take an s. */
export const plural = (count: number, word: string, many = `${word}s`): string =>
  `${count} ${count === 1 ? word : many}`;
