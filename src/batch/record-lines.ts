// Records that lie in a file instead of in memory: one JSON text a line, found again by its place.
import { closeSync, mkdtempSync, openSync, readSync, rmSync, writeSync } from 'node:fs';
import path from 'node:path';
import { tmpdir } from 'node:os';

/** Where a line lies: offset and length in bytes. */
export interface LinePlace {
  readonly offset: number;
  readonly length: number;
}

/** Reads one line back. */
export function readLine(file: number, { offset, length }: LinePlace): string {
  const bytes = Buffer.alloc(length);
  for (let read = 0; read < length;) {
    const count = readSync(file, bytes, read, length - read, offset + read);
    if (count === 0) break;
    read += count;
  }
  return bytes.toString('utf8');
}

/** All whole lines of a file with their places; what is behind the last line end is left out. */
export function* linesOf(file: number): Generator<{ readonly text: string; readonly place: LinePlace }> {
  const chunk = Buffer.alloc(1 << 16);
  let parts: Buffer[] = [];
  let start = 0;
  let position = 0;
  for (let count = readSync(file, chunk, 0, chunk.length, 0); count > 0;) {
    let from = 0;
    for (let end = chunk.indexOf(10); end >= 0 && end < count; end = chunk.indexOf(10, from)) {
      const bytes = Buffer.concat([...parts, chunk.subarray(from, end)]);
      yield { text: bytes.toString('utf8'), place: { offset: start, length: bytes.length } };
      parts = [];
      from = end + 1;
      start = position + from;
    }
    parts.push(Buffer.from(chunk.subarray(from, count)));
    position += count;
    count = readSync(file, chunk, 0, chunk.length, position);
  }
}

/** Values in a file of their own, in the order of their numbers whatever order they came in. Can be gone through several times. */
export interface Spool<T> extends Iterable<T> {
  readonly put: (number: number, value: T) => void;
  readonly close: () => void;
}

/** A spool in the system's folder for temporary files. */
export function openSpool<T>(): Spool<T> {
  const folder = mkdtempSync(path.join(tmpdir(), 'ird2scxml-'));
  const name = path.join(folder, 'records');
  const file = openSync(name, 'wx+', 0o600);
  // Where the system allows it the file has no name from now on, and vanishes with the process.
  if (process.platform !== 'win32') rmSync(folder, { recursive: true, force: true });
  const places: (LinePlace | undefined)[] = [];
  let size = 0;
  return {
    put: (number, value) => {
      const bytes = Buffer.from(JSON.stringify(value));
      writeSync(file, bytes, 0, bytes.length, size);
      places[number] = { offset: size, length: bytes.length };
      size += bytes.length;
    },
    close: () => {
      closeSync(file);
      rmSync(folder, { recursive: true, force: true });
    },
    *[Symbol.iterator]() {
      for (const place of places) if (place !== undefined) yield JSON.parse(readLine(file, place)) as T; // written by put
    },
  };
}
