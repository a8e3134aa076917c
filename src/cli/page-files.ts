// The files that a page names: scripts and workflows that it includes, pages that it starts.
import path from 'node:path';
import { decodeText, readSmallFile } from '../batch/read-file.js';
import { shownPath } from '../runtime-check/document/uri.js';
import type { ResolveFile } from '../runtime-check/index.js';

/** More than this is no script that a page includes. */
const mostBytes = 16 * 1024 * 1024;

export interface PageFiles {
  readonly resolve: ResolveFile;
  /** The text of each file that was read, by its name in findings. */
  readonly texts: ReadonlyMap<string, string>;
}

/** What the page at `place` names, read when it is asked for. `shown` is the page's name in findings. */
export function filesBeside(place: string, shown: string): PageFiles {
  const texts = new Map<string, string>();
  return {
    texts,
    resolve: (uri) => {
      const content = readSmallFile(path.resolve(path.dirname(place), uri), mostBytes);
      if (!content.ok) return undefined;
      const text = decodeText(content.bytes);
      texts.set(shownPath(shown, uri), text);
      return text;
    },
  };
}
