// Adds a fuel counter to a WebAssembly module: each turn of each loop burns one unit, and an imported function is called when none is left.
// The engine's own interrupt checks miss long loops inside its built-in functions (joining a sparse array, searching a long text); fuel misses none.
import { bytesOf, readerAt, type WasmReader } from './wasm-bytes.js';
import { arityOf, importsOf, sectionIds, sectionsOf, type Section } from './wasm-sections.js';

/** Name of the exported global that holds the fuel that is left. */
export const fuelExport = 'fuel';

interface Imports {
  /** Calls the callback, and drops what it gives. */
  readonly callback: readonly number[];
  readonly globals: number;
}

const i32Type = 0x7f;
const mutable = 1;

/**
 * The module with fuel: a mutable global `fuel`, exported, counts down. At 0 the imported function `callback` is called, with 0 for
 * each parameter (i32 all) and its results dropped; it must set the global again, or throw.
 */
export function addFuel(module: Uint8Array, callback: string): Uint8Array<ArrayBuffer> {
  const sections = sectionsOf(module);
  const imports = readImports(module, sections, callback);
  const own = sections.find((section) => section.id === sectionIds.globals);
  const global = imports.globals + (own ? readerAt(module, own.start).unsigned() : 0);
  const check = fuelCheck(global, imports.callback);
  const chunks: Uint8Array[] = [module.subarray(0, 8)];
  for (const section of sections) {
    if (section.id === sectionIds.custom) continue;
    const body = rewritten(module, section, global, check);
    chunks.push(bytesOf(section.id), bytesOf(...leb(lengthOf(body))), ...body);
  }
  return joined(chunks);
}

function rewritten(module: Uint8Array, section: Section, global: number, check: Uint8Array): Uint8Array[] {
  const reader = readerAt(module, section.start);
  switch (section.id) {
    case sectionIds.globals: {
      const count = reader.unsigned();
      const old = module.subarray(reader.at(), section.end);
      return [bytesOf(...leb(count + 1)), old, bytesOf(i32Type, mutable, 0x41, 0x01, 0x0b)];
    }
    case sectionIds.exports: {
      const count = reader.unsigned();
      const old = module.subarray(reader.at(), section.end);
      const name = [...fuelExport].map((letter) => letter.charCodeAt(0));
      return [bytesOf(...leb(count + 1)), old, bytesOf(name.length, ...name, 3, ...leb(global))];
    }
    case sectionIds.code:
      return rewrittenCode(module, reader, check);
    default:
      return [module.subarray(section.start, section.end)];
  }
}

function rewrittenCode(module: Uint8Array, reader: WasmReader, check: Uint8Array): Uint8Array[] {
  const count = reader.unsigned();
  const chunks = [bytesOf(...leb(count))];
  for (let index = 0; index < count; index++) {
    const length = reader.unsigned();
    const start = reader.at();
    const loops = reader.loopStarts(start + length);
    chunks.push(bytesOf(...leb(length + loops.length * check.length)));
    let from = start;
    for (const loop of loops) {
      chunks.push(module.subarray(from, loop), check);
      from = loop;
    }
    chunks.push(module.subarray(from, start + length));
  }
  return chunks;
}

/** `fuel = fuel - 1; if (fuel == 0) callback()`, to stand at the head of a loop. */
function fuelCheck(global: number, callback: readonly number[]): Uint8Array {
  const get = [0x23, ...leb(global)];
  const set = [0x24, ...leb(global)];
  const ifZero = [0x45, 0x04, 0x40, ...callback, 0x0b];
  return bytesOf(...get, 0x41, 0x01, 0x6b, ...set, ...get, ...ifZero);
}

function readImports(module: Uint8Array, sections: readonly Section[], callback: string): Imports {
  const imports = importsOf(module, sections);
  const functions = imports.filter(({ kind }) => kind === 'function');
  const index = functions.findIndex(({ name }) => name === callback);
  const found = functions[index];
  if (!found) throw new Error(`internal: the module does not import "${callback}"`);
  const { parameters, results } = arityOf(module, sections, found.type);
  const zeros = Array.from({ length: parameters }, () => [0x41, 0x00]).flat();
  const drops = Array.from({ length: results }, () => 0x1a);
  return {
    callback: [...zeros, 0x10, ...leb(index), ...drops],
    globals: imports.filter(({ kind }) => kind === 'global').length,
  };
}

function leb(value: number): number[] {
  const out: number[] = [];
  for (let rest = value; ; rest = Math.floor(rest / 128)) {
    if (rest < 128) return [...out, rest];
    out.push((rest % 128) | 128);
  }
}

const lengthOf = (chunks: readonly Uint8Array[]): number =>
  chunks.reduce((sum, chunk) => sum + chunk.length, 0);

function joined(chunks: readonly Uint8Array[]): Uint8Array<ArrayBuffer> {
  const all = new Uint8Array(lengthOf(chunks));
  let at = 0;
  for (const chunk of chunks) {
    all.set(chunk, at);
    at += chunk.length;
  }
  return all;
}
