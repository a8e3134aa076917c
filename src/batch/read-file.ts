// Reads one file; a refusal of the system is an outcome, not an exception.
import { closeSync, fstatSync, openSync, readFileSync, readSync, statSync } from 'node:fs';
import { crc32, inflateRawSync } from 'node:zlib';
import { reasonOf } from './system-errors.js';

export type FileContent =
  { readonly ok: true; readonly bytes: Uint8Array } | { readonly ok: false; readonly reason: string };

/** More than this is read from no file: devices and pipes may never end. */
const mostBytes = 512 * 1024 * 1024;
const chunkBytes = 64 * 1024;

/** Where a file lies in a zip file, as its directory says. */
export interface PackedFile {
  readonly start: number;
  readonly packedSize: number;
  readonly size: number;
  readonly isDeflated: boolean;
  /** CRC-32 of the unpacked bytes. */
  readonly checksum: number;
}

/** The bytes of a file, or why there are none. Pipes and devices are read to their end, up to `most` bytes. */
export function readBytes(path: string, within?: PackedFile, most = mostBytes): FileContent {
  let file: number | undefined;
  try {
    file = openSync(path, 'r');
    if (within !== undefined) return unpack(file, within);
    const found = fstatSync(file);
    if (!found.isFile()) return readToEnd(file, most);
    return found.size > most ? tooLarge(most) : { ok: true, bytes: readFileSync(file) };
  } catch (error) {
    return { ok: false, reason: reasonOf(error) };
  } finally {
    if (file !== undefined) closeSync(file);
  }
}

function readToEnd(file: number, most: number): FileContent {
  const chunks: Uint8Array[] = [];
  let length = 0;
  for (;;) {
    const chunk = new Uint8Array(chunkBytes);
    const count = readSync(file, chunk);
    if (count === 0) return { ok: true, bytes: Buffer.concat(chunks) };
    chunks.push(chunk.subarray(0, count));
    length += count;
    if (length > most) return tooLarge(most);
  }
}

function unpack(file: number, { start, packedSize, size, isDeflated, checksum }: PackedFile): FileContent {
  const packed = Buffer.alloc(packedSize);
  if (readSync(file, packed, 0, packedSize, start) !== packedSize)
    return { ok: false, reason: 'the archive is cut off' };
  const bytes = isDeflated ? inflated(packed, size) : packed;
  if (bytes === undefined) return { ok: false, reason: 'its packed content is broken' };
  if (bytes.length !== size) return { ok: false, reason: 'its size is not what the archive says' };
  return crc32(bytes) === checksum
    ? { ok: true, bytes }
    : { ok: false, reason: 'its content does not match its checksum' };
}

/** Undefined when it is not deflated, or unpacks to more than its size. */
function inflated(packed: Uint8Array, size: number): Uint8Array | undefined {
  try {
    return inflateRawSync(packed, { maxOutputLength: Math.max(size, 1) });
  } catch {
    return undefined;
  }
}

const tooLarge = (most: number): FileContent => ({
  ok: false,
  reason: `it is larger than ${String(Math.floor(most / 1024 / 1024))} MiB`,
});

/** As `readBytes`, for plain files up to a size: other files may never end. */
export function readSmallFile(path: string, most: number): FileContent {
  try {
    const found = statSync(path);
    if (!found.isFile()) return { ok: false, reason: 'it is no file' };
    if (found.size > most) return tooLarge(most);
    return { ok: true, bytes: readFileSync(path) };
  } catch (error) {
    return { ok: false, reason: reasonOf(error) };
  }
}

/** Decodes a text file that we define ourselves (scenarios, profiles, pages): UTF-8, or UTF-16 with its mark. */
export function decodeText(bytes: Uint8Array): string {
  const [first, second] = bytes;
  const encoding =
    first === 0xff && second === 0xfe ? 'utf-16le' : first === 0xfe && second === 0xff ? 'utf-16be' : 'utf-8';
  return new TextDecoder(encoding).decode(bytes);
}
