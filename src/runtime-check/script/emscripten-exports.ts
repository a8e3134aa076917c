// The exports of the binary of @jitl/quickjs-wasmfile-release-sync (quickjs-emscripten 0.32.0) that the second sandbox uses. Their names in the binary are
// one or two letters, which differ from version to version: the version is pinned, and the contract test is what a new one has to pass.
import type { Pointer } from './quickjs-exports.js';
import { fuelExport } from './wasm-fuel.js';
import type { WasmGlobal } from './web-assembly.js';

/** The exports by the names of quickjs-emscripten's C interface. */
export interface EmscriptenExports {
  readonly fuel: WasmGlobal;
  initialize(): void;
  malloc(size: number): number;
  free(at: number): void;
  newRuntime(): number;
  newContext(runtime: number, intrinsics: number): number;
  setMaxStackSize(runtime: number, bytes: number): void;
  enableInterruptHandler(runtime: number): void;
  evaluate(
    context: number,
    code: number,
    length: number,
    file: number,
    detectModule: number,
    flags: number,
  ): Pointer;
  call(context: number, fn: Pointer, self: Pointer, count: number, args: number): Pointer;
  throw(context: number, error: Pointer): Pointer;
  newError(context: number): Pointer;
  /** The pending exception when `value` stands for one, else 0. */
  resolveException(context: number, value: Pointer): Pointer;
  freeValue(context: number, value: Pointer): void;
  /** Text that ends with a zero. */
  newString(context: number, text: number): Pointer;
  getString(context: number, value: Pointer): number;
  freeString(context: number, text: number): void;
  newNumber(context: number, value: number): Pointer;
  getNumber(context: number, value: Pointer): number;
  getProperty(context: number, object: Pointer, name: Pointer): Pointer;
  setProperty(context: number, object: Pointer, name: Pointer, value: Pointer): void;
  newFunction(context: number, name: number, length: number, isConstructor: number, index: number): Pointer;
  // The following belong to the module and must not be released.
  undefinedValue(): Pointer;
  nullValue(): Pointer;
  trueValue(): Pointer;
  falseValue(): Pointer;
}

const names: Readonly<Record<keyof EmscriptenExports, string>> = {
  fuel: fuelExport,
  initialize: 'u',
  malloc: 'v',
  free: 'M',
  newRuntime: 'K',
  newContext: 'N',
  setMaxStackSize: 'D',
  enableInterruptHandler: 'Fa',
  evaluate: 'pa',
  call: 'ma',
  throw: 'w',
  newError: 'x',
  resolveException: 'na',
  freeValue: 'P',
  newString: '_',
  getString: '$',
  freeString: 'S',
  newNumber: 'Y',
  getNumber: 'Z',
  getProperty: 'ha',
  setProperty: 'ja',
  newFunction: 'Da',
  undefinedValue: 'E',
  nullValue: 'F',
  trueValue: 'H',
  falseValue: 'G',
};

/** The exports of an instance under names that can be read. */
export function namedExports(exports: Readonly<Record<string, unknown>>): EmscriptenExports {
  const named = Object.entries(names).map(([name, short]) => [name, exports[short]]);
  // The binary is pinned; the contract test calls each of them.
  return Object.fromEntries(named) as EmscriptenExports;
}
