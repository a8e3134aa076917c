// The folder of pages beside a report. It keeps a list of what was written into it, so that pages of strategies that are gone are taken away, and
// nothing else: a file that is not listed, or is not as it was written, is somebody's.
import { createHash } from 'node:crypto';
import { readFileSync, rmdirSync, rmSync } from 'node:fs';
import path from 'node:path';
import { contentHash } from './content-hash.js';
import { reasonOf } from './system-errors.js';
import { writeInChunks } from './write-chunks.js';

export interface PageFolder {
  /** Writes a page into the folder, which exists; gives the reason when it cannot. */
  readonly write: (name: string, chunks: Iterable<string>) => string | undefined;
  /** Takes away the pages that earlier runs wrote and this one did not. Gives the reason when the list cannot be written. */
  readonly close: () => string | undefined;
}

const listName = '.ird2scxml-pages.json';
/** Names of pages; others in a list are not ours. */
const pageName = /^[a-z0-9][a-z0-9-]*\.html$/;

/** Opens the folder; it need not exist when nothing is written into it. */
export function openPageFolder(folder: string): PageFolder {
  const before = readList(path.join(folder, listName));
  const written = new Map<string, string>();
  return {
    write: (name, chunks) => {
      const hash = createHash('sha256');
      const refusal = writeInChunks(path.join(folder, name), counted(chunks, hash));
      if (refusal === undefined) written.set(name, hash.digest('hex'));
      return refusal;
    },
    close: () => {
      for (const [name, hash] of before) if (!written.has(name)) dropPage(path.join(folder, name), hash);
      if (written.size > 0) {
        const pages = Object.fromEntries([...written].sort(([a], [b]) => (a < b ? -1 : 1)));
        return writeInChunks(path.join(folder, listName), [`${JSON.stringify({ pages }, undefined, 1)}\n`]);
      }
      if (before.size > 0) dropFolder(folder);
      return undefined;
    },
  };
}

function* counted(chunks: Iterable<string>, hash: ReturnType<typeof createHash>): Generator<string> {
  for (const chunk of chunks) {
    hash.update(chunk);
    yield chunk;
  }
}

function readList(file: string): ReadonlyMap<string, string> {
  try {
    const { pages } = JSON.parse(readFileSync(file, 'utf8')) as { readonly pages?: unknown }; // checked below
    const entries = typeof pages === 'object' && pages !== null ? Object.entries(pages) : [];
    return new Map(
      entries.flatMap(([name, hash]) =>
        pageName.test(name) && typeof hash === 'string' ? [[name, hash] as const] : [],
      ),
    );
  } catch (error) {
    if (!(error instanceof SyntaxError)) reasonOf(error); // A refusal of the system; anything else is thrown on.
    return new Map();
  }
}

/** What cannot be taken away does no harm. */
function dropPage(file: string, hash: string): void {
  try {
    if (contentHash(readFileSync(file)) === hash) rmSync(file);
  } catch (error) {
    reasonOf(error);
  }
}

/** The folder itself goes when nothing else is in it. */
function dropFolder(folder: string): void {
  try {
    rmSync(path.join(folder, listName), { force: true });
    rmdirSync(folder);
  } catch (error) {
    reasonOf(error);
  }
}
