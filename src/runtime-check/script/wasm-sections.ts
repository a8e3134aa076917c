// The sections of a WebAssembly module, and what it imports: as much as rewriting a module needs.
import { readerAt } from './wasm-bytes.js';

export interface Section {
  readonly id: number;
  readonly start: number;
  readonly end: number;
}

export const sectionIds = { custom: 0, types: 1, imports: 2, globals: 6, exports: 7, code: 10 } as const;

export interface Import {
  readonly name: string;
  readonly kind: 'function' | 'table' | 'memory' | 'global';
  /** Of a function. */
  readonly type: number;
  /** Of a memory: where the smallest number of pages stands in the module. */
  readonly pagesAt: number;
}

/** The sections in their order. */
export function sectionsOf(module: Uint8Array): readonly Section[] {
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

/** What the module imports, in the order of its indices. */
export function importsOf(module: Uint8Array, sections: readonly Section[]): readonly Import[] {
  const section = sections.find((found) => found.id === sectionIds.imports);
  if (!section) return [];
  const reader = readerAt(module, section.start);
  const imports: Import[] = [];
  for (let left = reader.unsigned(); left > 0; left--) {
    reader.name();
    const name = reader.name();
    const kind = (['function', 'table', 'memory'] as const)[reader.byte()] ?? 'global';
    let type = 0;
    let pagesAt = 0;
    if (kind === 'function') type = reader.unsigned();
    else if (kind === 'global') {
      reader.byte();
      reader.byte();
    } else {
      if (kind === 'table') reader.byte();
      const limited = reader.byte() === 1;
      pagesAt = reader.at();
      reader.unsigned();
      if (limited) reader.unsigned();
    }
    imports.push({ name, kind, type, pagesAt });
  }
  return imports;
}

/** How many parameters and results function type number `index` has. */
export function arityOf(
  module: Uint8Array,
  sections: readonly Section[],
  index: number,
): { readonly parameters: number; readonly results: number } {
  const section = sections.find((found) => found.id === sectionIds.types);
  const reader = readerAt(module, section?.start ?? 0);
  const found = { parameters: 0, results: 0 };
  reader.unsigned();
  for (let at = 0; at <= index; at++) {
    reader.byte();
    found.parameters = reader.unsigned();
    for (let left = found.parameters; left > 0; left--) reader.byte();
    found.results = reader.unsigned();
    for (let left = found.results; left > 0; left--) reader.byte();
  }
  return found;
}
