// The texts of generated pages that findings point into, for the lines that reports show. The latest are at hand; of the others only the hash is, and
// the output folder is asked for the text.
import { contentHash } from '../batch/content-hash.js';
import type { FileHash } from '../batch/manifest.js';
import { BoundedCache } from '../bounded-cache.js';

export interface PageTexts {
  /** A page as it was generated, under the name that findings have for it. */
  readonly put: (shown: string, name: string, text: string) => void;
  /** A page that an earlier run has generated. */
  readonly know: (shown: string, file: FileHash) => void;
  /** The text of a page; undefined when it is none of these, or nobody has its text any more. */
  readonly text: (shown: string) => string | undefined;
}

/** So much text of pages is kept. */
const mostText = 1 << 22;

/** `generated` gives the text that was generated under a name and has a hash, where it still is. */
export function openPageTexts(generated: (file: FileHash) => string | undefined, most = mostText): PageTexts {
  const atHand = new BoundedCache<string, string>(most, (text) => text.length);
  const known = new Map<string, FileHash>();
  return {
    put: (shown, name, text) => {
      atHand.set(shown, text);
      known.set(shown, { name, hash: contentHash(text) });
    },
    know: (shown, file) => {
      known.set(shown, file);
    },
    text: (shown) => {
      const before = atHand.get(shown);
      if (before !== undefined) return before;
      const file = known.get(shown);
      const text = file && generated(file);
      // Findings of a page follow each other: it is read once.
      if (text !== undefined) atHand.set(shown, text);
      return text;
    },
  };
}
