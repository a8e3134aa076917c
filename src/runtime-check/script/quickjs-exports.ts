// The exports of quickjs-wasi's binary (3.6.2) that the sandbox uses. They are no documented interface of the package: its version is pinned, and the
// contract test of the sandbox is what a new version has to pass.
import type { fuelExport } from './wasm-fuel.js';
import type { WasmGlobal, WasmMemory } from './web-assembly.js';

/** Where a value of the engine stands in its memory. Every pointer that a call returns must be released. */
export type Pointer = number;

/** The exports of the module that are used, by the type of what they take and give. */
export interface Exports {
  readonly memory: WasmMemory;
  readonly __stack_pointer: WasmGlobal;
  readonly [fuelExport]: WasmGlobal;
  _initialize(): void;
  qjs_init(): number;
  qjs_eval(code: number, length: number, file: number, flags: number): Pointer;
  qjs_compile(
    code: number,
    length: number,
    file: number,
    evalFlags: number,
    writeFlags: number,
    lengthOut: number,
  ): number;
  qjs_eval_bytecode(code: number, length: number): Pointer;
  qjs_call(fn: Pointer, self: Pointer, count: number, args: number): Pointer;
  qjs_new_string(text: number, length: number): Pointer;
  qjs_new_number(value: number): Pointer;
  qjs_new_host_function(name: number, length: number, count: number): Pointer;
  qjs_get_undefined(): Pointer;
  qjs_get_null(): Pointer;
  qjs_get_true(): Pointer;
  qjs_get_false(): Pointer;
  qjs_new_error(): Pointer;
  qjs_set_prop_string(object: Pointer, name: number, value: Pointer): number;
  qjs_throw(value: Pointer): number;
  qjs_get_float64(value: Pointer): number;
  qjs_get_bool(value: Pointer): number;
  qjs_get_string_len(value: Pointer, lengthOut: number): number;
  qjs_free_cstring(text: number): void;
  qjs_is_exception(value: Pointer): number;
  qjs_is_undefined(value: Pointer): number;
  qjs_is_null(value: Pointer): number;
  qjs_is_bool(value: Pointer): number;
  qjs_is_number(value: Pointer): number;
  qjs_is_string(value: Pointer): number;
  qjs_get_exception(): Pointer;
  qjs_get_prop_string(object: Pointer, name: number): Pointer;
  qjs_free_value(value: Pointer): void;
  qjs_dup_value(value: Pointer): Pointer;
  qjs_set_memory_limit(bytes: number): void;
  qjs_set_max_stack_size(bytes: number): void;
  qjs_set_interrupt_handler(enable: number): void;
  qjs_get_runtime_ptr(): number;
  qjs_get_context_ptr(): number;
  qjs_set_runtime_and_context(runtime: number, context: number): void;
  js_malloc_rt(runtime: number, size: number): number;
  js_free_rt(runtime: number, at: number): void;
  wasm_malloc(size: number): number;
  wasm_free(at: number): void;
}
