// Texts in a file instead of in memory, found again by the hash of their content. Equal texts are kept once.
import { closeSync, mkdtempSync, openSync, rmSync, writeSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { contentHash } from './content-hash.js';
import { readLine, type LinePlace } from './record-lines.js';

export interface TextStore extends Iterable<readonly [string, string]> {
  /** Keeps a text; gives its SHA-256 in hex. */
  readonly put: (text: string) => string;
  readonly get: (hash: string) => string | undefined;
  readonly close: () => void;
}

/** A store in the system's folder for temporary files. */
export function openTextStore(): TextStore {
  const folder = mkdtempSync(path.join(tmpdir(), 'ird2scxml-'));
  const file = openSync(path.join(folder, 'texts'), 'wx+', 0o600);
  // Where the system allows it the file has no name from now on, and vanishes with the process.
  if (process.platform !== 'win32') rmSync(folder, { recursive: true, force: true });
  const places = new Map<string, LinePlace>();
  let size = 0;
  const get = (hash: string): string | undefined => {
    const place = places.get(hash);
    return place === undefined ? undefined : readLine(file, place);
  };
  return {
    put: (text) => {
      const bytes = Buffer.from(text);
      const hash = contentHash(bytes);
      if (places.has(hash)) return hash;
      for (let at = 0; at < bytes.length;) at += writeSync(file, bytes, at, bytes.length - at, size + at);
      places.set(hash, { offset: size, length: bytes.length });
      size += bytes.length;
      return hash;
    },
    get,
    close: () => {
      closeSync(file);
      rmSync(folder, { recursive: true, force: true });
    },
    *[Symbol.iterator]() {
      for (const hash of [...places.keys()].sort()) yield [hash, get(hash) ?? ''];
    },
  };
}
