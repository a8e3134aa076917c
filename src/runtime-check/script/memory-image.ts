// What an instance has written into its memory, so that another one can start where it was: most of the memory is what a fresh instance has anyway.

interface Written {
  readonly at: number;
  readonly content: Uint8Array;
}

/** The memory of an instance, and where QuickJS stands in it. */
export interface MemoryImage {
  readonly bytes: number;
  readonly written: readonly Written[];
  readonly runtime: number;
  readonly context: number;
}

/** Copied, or left out, as a whole. */
const blockBytes = 4096;

/** Where `bytes` differ from those of a fresh instance, or all of them where these are not known; beyond its end a fresh instance has zeros. */
export function writtenSince(fresh: Uint8Array | undefined, bytes: Uint8Array): readonly Written[] {
  const written: Written[] = [];
  for (let at = 0; at < bytes.length; at += blockBytes) {
    const content = bytes.slice(at, at + blockBytes);
    const isWritten = !fresh || content.some((byte, index) => byte !== (fresh[at + index] ?? 0));
    if (isWritten) written.push({ at, content });
  }
  return written;
}

export function write(written: readonly Written[], bytes: Uint8Array): void {
  for (const { at, content } of written) bytes.set(content, at);
}
