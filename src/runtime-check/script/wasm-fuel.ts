// Adds a fuel counter to a WebAssembly module: each turn of each loop burns one unit, and an imported function is called when none is left.
// The engine's own interrupt checks miss long loops inside its built-in functions (joining a sparse array, searching a long text); fuel misses none.
import { bytesOf, readerAt, type WasmReader } from './wasm-bytes.js';

/** Name of the exported global that holds the fuel that is left. */
export const fuelExport = 'fuel';

interface Section {
  readonly id: number;
  readonly start: number;
  readonly end: number;
}

interface Imports {
  /** Index of the function to call when the fuel has run out. */
  readonly callback: number;
  readonly globals: number;
}

const sectionIds = { custom: 0, imports: 2, globals: 6, exports: 7, code: 10 } as const;
const functionKind = 0;
const tableKind = 1;
const memoryKind = 2;
const i32Type = 0x7f;
const mutable = 1;

/**
 * The module with fuel: a mutable global `fuel`, exported, counts down. At 0 the imported function `callback` (no parameters, one
 * result, which is dropped) is called; it must set the global again, or throw.
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
function fuelCheck(global: number, callback: number): Uint8Array {
  const get = [0x23, ...leb(global)];
  const set = [0x24, ...leb(global)];
  const ifZero = [0x45, 0x04, 0x40, 0x10, ...leb(callback), 0x1a, 0x0b];
  return bytesOf(...get, 0x41, 0x01, 0x6b, ...set, ...get, ...ifZero);
}

function sectionsOf(module: Uint8Array): Section[] {
  const sections: Section[] = [];
  for (let at = 8; at < module.length;) {
    const reader = readerAt(module, at + 1);
    const length = reader.unsigned();
    const start = reader.at();
    sections.push({ id: module[at] ?? 0, start, end: start + length });
    at = start + length;
  }
  return sections;
}

function readImports(module: Uint8Array, sections: readonly Section[], callback: string): Imports {
  const section = sections.find((found) => found.id === sectionIds.imports);
  const reader = readerAt(module, section?.start ?? 0);
  let functions = 0;
  let globals = 0;
  let found = -1;
  for (let left = section ? reader.unsigned() : 0; left > 0; left--) {
    reader.name();
    const name = reader.name();
    const kind = reader.byte();
    if (kind === functionKind) {
      reader.unsigned();
      if (name === callback) found = functions;
      functions++;
    } else if (kind === tableKind || kind === memoryKind) {
      if (kind === tableKind) reader.byte();
      const limited = reader.byte() === 1;
      reader.unsigned();
      if (limited) reader.unsigned();
    } else {
      reader.byte();
      reader.byte();
      globals++;
    }
  }
  if (found < 0) throw new Error(`internal: the module does not import "${callback}"`);
  return { callback: found, globals };
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
