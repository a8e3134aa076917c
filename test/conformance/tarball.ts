// Opens a package as npm packs it: the bytes are those that were asked for, or nothing is taken from them.
import { createHash } from 'node:crypto';
import { gunzipSync } from 'node:zlib';
import { parseTar } from 'nanotar';

/** Texts of the files by their paths. */
export type Files = ReadonlyMap<string, string>;

/** Whether `bytes` are what `integrity` (as in a lock file: `sha512-` and a hash in base64) was made of. */
export const isIntact = (bytes: Uint8Array, integrity: string): boolean =>
  integrity === `sha512-${createHash('sha512').update(bytes).digest('base64')}`;

/** The files of a packed package, without the folder `package` that all of them lie in. */
export function unpack(bytes: Uint8Array): Files {
  const items = parseTar(gunzipSync(bytes));
  return new Map(
    items
      .filter(({ type }) => type === 'file')
      .map(({ name, data }) => [name.replace(/^package\//, ''), new TextDecoder().decode(data)]),
  );
}
