// Reads one file; a refusal of the system is an outcome, not an exception.
import { readFileSync, statSync } from 'node:fs';
import { reasonOf } from './system-errors.js';

export type FileContent =
  { readonly ok: true; readonly bytes: Uint8Array } | { readonly ok: false; readonly reason: string };

/** The bytes of a file, or why there are none. */
export function readBytes(path: string): FileContent {
  try {
    return { ok: true, bytes: readFileSync(path) };
  } catch (error) {
    return { ok: false, reason: reasonOf(error) };
  }
}

/** As `readBytes`, for plain files up to a size: other files may never end. */
export function readSmallFile(path: string, most: number): FileContent {
  try {
    const found = statSync(path);
    if (!found.isFile()) return { ok: false, reason: 'it is no file' };
    if (found.size > most) return { ok: false, reason: `it is larger than ${String(most)} bytes` };
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
