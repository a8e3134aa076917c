// Lets a WebAssembly module start with less memory than it asks for: an engine that grows its memory by need then holds little in each session.
import { importsOf, sectionsOf } from './wasm-sections.js';

/** The module with an imported memory that begins with `pages`, which must hold what the module writes into it at its start. */
export function startWith(module: Uint8Array, pages: number): Uint8Array {
  const memory = importsOf(module, sectionsOf(module)).find(({ kind }) => kind === 'memory');
  if (!memory) throw new Error('internal: the module imports no memory');
  const changed = module.slice();
  // The number keeps the room that it has: groups of seven bits, all but the last one marked.
  let rest = pages;
  for (let at = memory.pagesAt; ; at++) {
    const more = (module[at] ?? 0) >= 128;
    changed[at] = (rest % 128) + (more ? 128 : 0);
    rest = Math.floor(rest / 128);
    if (more) continue;
    if (rest > 0) throw new Error('internal: the number of pages has no room');
    return changed;
  }
}
