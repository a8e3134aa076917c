// Texts that lie in a file instead of in memory, often one a line, found again by their place.
import { readSync, writeSync } from 'node:fs';

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
