// The part of the WebAssembly interface that the sandbox uses, typed: the types of ES2023 leave it to browsers, though every Node.js has it.

/** A compiled module. */
export interface WasmModule {
  readonly [Symbol.toStringTag]: string;
}

export interface WasmMemory {
  readonly buffer: ArrayBuffer;
  grow(pages: number): number;
}

export interface WasmGlobal {
  value: number;
}

/** Host functions, and a memory, by module and name. */
export type WasmImports = Readonly<
  Record<string, Readonly<Record<string, ((...args: never[]) => number) | WasmMemory>>>
>;

interface WebAssemblyApi {
  compile(bytes: Uint8Array): Promise<WasmModule>;
  readonly RuntimeError: new (message: string) => Error;
  readonly Memory: new (pages: { readonly initial: number; readonly maximum: number }) => WasmMemory;
  readonly Instance: new (
    module: WasmModule,
    imports: WasmImports,
  ) => { readonly exports: Readonly<Record<string, unknown>> };
}

// Present in every supported Node.js, absent from the types; see above.
export const webAssembly = (globalThis as unknown as { readonly WebAssembly: WebAssemblyApi }).WebAssembly;
