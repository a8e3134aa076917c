// Texts beside memory, found again by the hash of their content. Equal texts are kept once.
import { openPile } from './beside-memory.js';
import { contentHash } from './content-hash.js';

export interface TextStore extends Iterable<readonly [string, string]> {
  /** Keeps a text; gives its SHA-256 in hex. */
  readonly put: (text: string) => string;
  readonly get: (hash: string) => string | undefined;
  readonly close: () => void;
}

/** A store in the system's folder for temporary files. */
export function openTextStore(): TextStore {
  const pile = openPile();
  const numbers = new Map<string, number>();
  const get = (hash: string): string | undefined => {
    const number = numbers.get(hash);
    return number === undefined ? undefined : pile.at(number);
  };
  return {
    put: (text) => {
      const hash = contentHash(text);
      if (!numbers.has(hash)) numbers.set(hash, pile.add(text));
      return hash;
    },
    get,
    close: pile.close,
    *[Symbol.iterator]() {
      for (const hash of [...numbers.keys()].sort()) yield [hash, get(hash) ?? ''];
    },
  };
}
