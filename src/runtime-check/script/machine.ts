// One instance of the QuickJS module: its memory, its values as pointers, and calls into it. It drives the exports of quickjs-wasi's binary directly,
// because sessions must be created without waiting and from a prepared image of the memory, which the package's own wrapper cannot do.
import { outOfMemory } from './failures.js';
import type { Counting } from './positions.js';
import { write, writtenSince, type MemoryImage } from './memory-image.js';
import type { Exports, Pointer } from './quickjs-exports.js';
import { fuelExport } from './wasm-fuel.js';
import { importsFor } from './wasi-imports.js';
import { webAssembly, type WasmImports, type WasmModule } from './web-assembly.js';

/** What the module asks of its host. */
export interface MachineHost {
  /** Milliseconds since 1970. */
  now(): number;
  /** Seconds east of UTC at a moment in seconds since 1970. */
  zoneSeconds(at: number): number;
  /** `spent`: another `fuelPerCheck` loop turns are used up; else the engine asks whether it may go on. True = stop the script. */
  interrupt(spent: boolean): boolean;
  /** Host function number `index` was called. The arguments belong to the engine, the answer is handed over to it; 0 after `fail`. */
  call(index: number, args: readonly Pointer[]): Pointer;
}

/** The memory of an instance that another one can start from. */
export interface Image extends MemoryImage {
  readonly stackPointer: number;
  readonly scratch: Pointer;
}

export interface Machine {
  /** How stack traces count. */
  readonly counting: Counting;
  /** Evaluates source text; the pointer may be an exception. */
  evaluate(source: string, file: string, compileOnly?: boolean): Pointer;
  /** What `runScript` needs of a script; undefined when it does not compile, then the exception is pending. */
  compile(source: string, file: string): Uint8Array | undefined;
  /** Runs a script, as often as asked for, in global scope. */
  runScript(code: Uint8Array, file: string): Pointer;
  call(fn: Pointer, ...args: readonly Pointer[]): Pointer;
  release(value: Pointer): void;
  isException(value: Pointer): boolean;
  /** Takes the pending exception. */
  exception(): Pointer;
  property(object: Pointer, name: string): Pointer;
  newText(text: string): Pointer;
  newNumber(value: number): Pointer;
  newBoolean(value: boolean): Pointer;
  newNull(): Pointer;
  newUndefined(): Pointer;
  newHostFunction(index: number): Pointer;
  /** Throws an error in the script that called a host function. */
  fail(message: string): 0;
  typeOf(value: Pointer): 'undefined' | 'null' | 'boolean' | 'number' | 'string' | 'object';
  truth(value: Pointer): boolean;
  number(value: Pointer): number;
  text(value: Pointer): string;
  /** Does what must be possible when scripts have used up the memory, too. */
  withReserve<T>(work: () => T): T;
}

/** The engine's own stack. Its frames also need the host's stack, which holds about four times this. */
export const stackBytes = 192 * 1024;
/** Texts up to this size are handed over without an allocation. */
const scratchBytes = 16 * 1024;
/** In front of the scratch text: room for 16 argument pointers and one length. */
const argumentBytes = 64;
/** Loop turns of the engine between two checks: some tenths of a millisecond. */
export const fuelPerCheck = 50_000;
/** Memory that is added while a failure is reported, so that running out of it can be told. */
const reserveBytes = 1024 * 1024;
/** More than an error takes. */
const errorBytes = 4096;
const compileOnlyFlag = 1 << 5;
const pageBytes = 65536;

/** A fresh instance, or one that continues where `image` was taken; `limit` is the memory that it may use. */
export function createMachine(
  module: WasmModule,
  host: MachineHost,
  image?: Image,
  limit?: number,
): Machine & { image(): Image } {
  const encoder = new TextEncoder();
  const decoder = new TextDecoder('utf-8', { ignoreBOM: true });
  // The instance's exports are typed as anything; `missingExports` checks them when the module is loaded.
  const exports = new webAssembly.Instance(module, imports()).exports as unknown as Exports;
  const fuelLeft = exports[fuelExport];
  let view = new DataView(exports.memory.buffer);
  let bytes = new Uint8Array(exports.memory.buffer);
  const fresh = image ? undefined : bytes.slice();
  if (image) restore(image);
  else start();
  const scratch = image?.scratch ?? exports.wasm_malloc(argumentBytes + 8 + scratchBytes);
  const lengthAt = scratch + argumentBytes;
  const textAt = lengthAt + 8;
  const nothing = exports.qjs_get_undefined();
  if (limit !== undefined) exports.qjs_set_memory_limit(limit);

  function refresh(): void {
    if (view.buffer === exports.memory.buffer) return;
    view = new DataView(exports.memory.buffer);
    bytes = new Uint8Array(exports.memory.buffer);
  }
  function start(): void {
    exports._initialize();
    if (exports.qjs_init() !== 0) throw new Error('internal: QuickJS does not start');
    exports.qjs_set_max_stack_size(stackBytes);
    exports.qjs_set_interrupt_handler(1);
  }
  function restore(from: Image): void {
    const missing = from.bytes - exports.memory.buffer.byteLength;
    if (missing > 0) exports.memory.grow(Math.ceil(missing / pageBytes));
    refresh();
    write(from.written, bytes);
    exports.__stack_pointer.value = from.stackPointer;
    exports.qjs_set_runtime_and_context(from.runtime, from.context);
  }

  function imports(): WasmImports {
    return importsFor({
      now: () => host.now(),
      zoneSeconds: (at) => host.zoneSeconds(at),
      interrupt,
      call: hostCall,
      view() {
        refresh();
        return view;
      },
      bytes() {
        refresh();
        return bytes;
      },
    });
  }

  /** Called when the fuel has run out, and by the engine's own checks, which can stop a script in an orderly way. */
  function interrupt(): boolean {
    const empty = fuelLeft.value === 0;
    if (empty) fuelLeft.value = fuelPerCheck;
    return host.interrupt(empty);
  }

  /** Host functions are named by their index. */
  function hostCall(name: number, length: number, _self: Pointer, count: number, argsAt: number): Pointer {
    refresh();
    let index = 0;
    for (let at = name; at < name + length; at++) index = index * 10 + (bytes[at] ?? 0) - 0x30;
    const args: Pointer[] = [];
    for (let at = 0; at < count; at++) args.push(view.getUint32(argsAt + at * 4, true));
    return host.call(index, args);
  }

  /** Puts text where the engine can read it and hands over place and length; the place is given back afterwards. */
  function withText<T>(source: string, use: (at: number, length: number) => T): T {
    refresh();
    // At most three bytes for each UTF-16 unit, and a closing zero.
    const room = source.length * 3 + 1;
    const inScratch = room <= scratchBytes;
    const at = inScratch ? textAt : exports.wasm_malloc(room);
    if (at === 0) throw outOfMemory;
    refresh();
    const { written } = encoder.encodeInto(source, bytes.subarray(at, at + room - 1));
    bytes[at + written] = 0;
    try {
      return use(at, written);
    } finally {
      if (!inScratch) exports.wasm_free(at);
    }
  }

  /** As `withText`, for a second text while the first is in the scratch. */
  function withOwnText<T>(source: string, use: (at: number) => T): T {
    const encoded = encoder.encode(source);
    const at = exports.wasm_malloc(encoded.length + 1);
    refresh();
    bytes.set(encoded, at);
    bytes[at + encoded.length] = 0;
    try {
      return use(at);
    } finally {
      exports.wasm_free(at);
    }
  }

  function text(value: Pointer): string {
    const at = exports.qjs_get_string_len(value, lengthAt);
    if (at === 0) return '';
    refresh();
    const length = view.getUint32(lengthAt, true);
    const found = decoder.decode(bytes.subarray(at, at + length));
    exports.qjs_free_cstring(at);
    return found;
  }

  const newText = (source: string): Pointer =>
    withText(source, (at, length) => exports.qjs_new_string(at, length));

  function newError(properties: Readonly<Record<string, string>>): Pointer {
    const error = exports.qjs_new_error();
    for (const [name, told] of Object.entries(properties)) {
      const value = newText(told);
      withText(name, (at) => exports.qjs_set_prop_string(error, at, value));
      exports.qjs_free_value(value);
    }
    return error;
  }

  function withReserve<T>(work: () => T): T {
    if (limit === undefined) return work();
    exports.qjs_set_memory_limit(limit + reserveBytes);
    const result = work();
    exports.qjs_set_memory_limit(limit);
    return result;
  }

  /** Where there is no room for an error the engine throws null: then a small block finds none, either. */
  function exception(): Pointer {
    const error = exports.qjs_get_exception();
    if (exports.qjs_is_null(error) === 0) return error;
    const runtime = exports.qjs_get_runtime_ptr();
    const block = exports.js_malloc_rt(runtime, errorBytes);
    exports.js_free_rt(runtime, block);
    if (block !== 0) return error;
    return withReserve(() => newError({ name: 'InternalError', message: 'out of memory' }));
  }

  return {
    counting: { lineEnd: /\r\n?|\n/g, columns: 'bytes' },
    evaluate: (source, file, compileOnly = false) =>
      withOwnText(file, (fileAt) =>
        withText(source, (at, length) =>
          exports.qjs_eval(at, length, fileAt, compileOnly ? compileOnlyFlag : 0),
        ),
      ),
    compile(source, file) {
      const at = withOwnText(file, (fileAt) =>
        withText(source, (sourceAt, length) => exports.qjs_compile(sourceAt, length, fileAt, 0, 0, lengthAt)),
      );
      if (at === 0) return undefined;
      refresh();
      const code = bytes.slice(at, at + view.getUint32(lengthAt, true));
      exports.wasm_free(at);
      return code;
    },
    runScript(code) {
      const at = exports.wasm_malloc(code.length);
      refresh();
      bytes.set(code, at);
      const result = exports.qjs_eval_bytecode(at, code.length);
      exports.wasm_free(at);
      return result;
    },
    call(fn, ...args) {
      if (args.length === 0) return exports.qjs_call(fn, nothing, 0, 0);
      refresh();
      for (let index = 0; index < args.length; index++) {
        view.setUint32(scratch + index * 4, args[index] ?? nothing, true);
      }
      return exports.qjs_call(fn, nothing, args.length, scratch);
    },
    release: (value) => {
      exports.qjs_free_value(value);
    },
    isException: (value) => exports.qjs_is_exception(value) !== 0,
    exception,
    property: (object, name) => withText(name, (at) => exports.qjs_get_prop_string(object, at)),
    newText,
    newNumber: (value) => exports.qjs_new_number(value),
    newBoolean: (value) => (value ? exports.qjs_get_true() : exports.qjs_get_false()),
    newNull: () => exports.qjs_get_null(),
    newUndefined: () => exports.qjs_get_undefined(),
    newHostFunction: (index) =>
      withText(String(index), (at, length) => exports.qjs_new_host_function(at, length, 0)),
    fail(message) {
      const error = newError({ message });
      exports.qjs_throw(error);
      exports.qjs_free_value(error);
      return 0;
    },
    typeOf(value) {
      if (exports.qjs_is_bool(value) !== 0) return 'boolean';
      if (exports.qjs_is_number(value) !== 0) return 'number';
      if (exports.qjs_is_string(value) !== 0) return 'string';
      if (exports.qjs_is_undefined(value) !== 0) return 'undefined';
      return exports.qjs_is_null(value) !== 0 ? 'null' : 'object';
    },
    truth: (value) => exports.qjs_get_bool(value) !== 0,
    number: (value) => exports.qjs_get_float64(value),
    text,
    withReserve,
    image: () => ({
      bytes: exports.memory.buffer.byteLength,
      written: writtenSince(fresh, new Uint8Array(exports.memory.buffer)),
      stackPointer: exports.__stack_pointer.value,
      runtime: exports.qjs_get_runtime_ptr(),
      context: exports.qjs_get_context_ptr(),
      scratch,
    }),
  };
}
