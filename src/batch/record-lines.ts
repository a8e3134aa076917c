// Records that lie in a file instead of in memory: one JSON text a line, found again by its place.
import { closeSync, mkdtempSync, openSync, readSync, rmSync, writeSync } from 'node:fs';
import path from 'node:path';
import { tmpdir } from 'node:os';
import { reasonOf } from './system-errors.js';

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

/** Writes bytes at a place; the system may take less than it is given. */
export function writeAt(file: number, bytes: Buffer, offset: number): void {
  for (let at = 0; at < bytes.length;) at += writeSync(file, bytes, at, bytes.length - at, offset + at);
}

/** Values in a file of their own, in the order of their numbers whatever order they came in. Can be gone through several times. */
export interface Spool<T> extends Iterable<T> {
  readonly put: (number: number, value: T) => void;
  readonly close: () => void;
}

/** A spool in the system's folder for temporary files. What that has no place for stays in memory. */
export function openSpool<T>(folder = tmpdir()): Spool<T> {
  const made = openTemporary(folder);
  const places: (LinePlace | { readonly text: string } | undefined)[] = [];
  let size = 0;
  return {
    put: (number, value) => {
      const text = JSON.stringify(value);
      const bytes = Buffer.from(text);
      if (made !== undefined && isWritten(made.file, bytes, size)) {
        places[number] = { offset: size, length: bytes.length };
        size += bytes.length;
      } else places[number] = { text };
    },
    close: () => {
      made?.close();
    },
    *[Symbol.iterator]() {
      for (const place of places) {
        if (place === undefined) continue;
        if ('text' in place)
          yield JSON.parse(place.text) as T; // written by put
        else if (made !== undefined) yield JSON.parse(readLine(made.file, place)) as T; // written by put
      }
    },
  };
}

function isWritten(file: number, bytes: Buffer, offset: number): boolean {
  try {
    writeAt(file, bytes, offset);
    return true;
  } catch (error) {
    reasonOf(error); // A refusal of the system: what was written in part is written over.
    return false;
  }
}

function openTemporary(parent: string): { readonly file: number; readonly close: () => void } | undefined {
  let folder: string | undefined;
  try {
    folder = mkdtempSync(path.join(parent, 'ird2scxml-'));
    const made = folder;
    const file = openSync(path.join(folder, 'records'), 'wx+', 0o600);
    // Where the system allows it the file has no name from now on, and vanishes with the process.
    if (process.platform !== 'win32') rmSync(made, { recursive: true, force: true });
    const close = (): void => {
      closeSync(file);
      rmSync(made, { recursive: true, force: true });
    };
    return { file, close };
  } catch (error) {
    if (folder !== undefined) rmSync(folder, { recursive: true, force: true });
    reasonOf(error); // A refusal of the system; anything else is thrown on.
    return undefined;
  }
}
