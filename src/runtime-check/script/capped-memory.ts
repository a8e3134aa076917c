// The memory of one instance, which grows by need and never beyond a limit: what bounds a script whose engine does not count what it takes.
import { webAssembly, type WasmMemory } from './web-assembly.js';

export interface CappedMemory {
  readonly memory: WasmMemory;
  /** The memory as it is now: views on it end when it grows. */
  view(): DataView;
  bytes(): Uint8Array;
  /** Makes the memory at least that many bytes large; 0 when that is beyond the limit. */
  grow(bytes: number): 0 | 1;
  /** Whether more was asked for in vain since this was called last. */
  wasRefused(): boolean;
}

export const pageBytes = 65536;

/** A memory of `initial` pages that may become `maximum` pages. */
export function createMemory(initial: number, maximum: number): CappedMemory {
  const memory = new webAssembly.Memory({ initial, maximum });
  let view = new DataView(memory.buffer);
  let bytes = new Uint8Array(memory.buffer);
  let refused = false;
  const refresh = (): void => {
    if (view.buffer === memory.buffer) return;
    view = new DataView(memory.buffer);
    bytes = new Uint8Array(memory.buffer);
  };
  return {
    memory,
    view() {
      refresh();
      return view;
    },
    bytes() {
      refresh();
      return bytes;
    },
    grow(wanted) {
      const pages = Math.ceil(wanted / pageBytes);
      if (pages > maximum) {
        refused = true;
        return 0;
      }
      const missing = pages - memory.buffer.byteLength / pageBytes;
      if (missing > 0) memory.grow(missing);
      return 1;
    },
    wasRefused() {
      const was = refused;
      refused = false;
      return was;
    },
  };
}
