// One instance of quickjs-emscripten's module behind `Machine`: the second sandbox. Its own memory limit bounds one allocation and not the sum, so that
// here the memory of the instance itself is capped.
import { createMemory, pageBytes } from './capped-memory.js';
import { namedExports } from './emscripten-exports.js';
import { importsFor } from './emscripten-imports.js';
import { outOfMemory } from './failures.js';
import { fuelPerCheck, stackBytes, type Machine, type MachineHost } from './machine.js';
import { write, writtenSince, type MemoryImage } from './memory-image.js';
import type { Pointer } from './quickjs-exports.js';
import { webAssembly, type WasmImports, type WasmModule } from './web-assembly.js';

/** The memory of an instance that another one can start from. */
export interface EmscriptenImage extends MemoryImage {
  readonly cells: number;
}

/** Pages that a fresh instance needs: its data and 5 MiB of stack. */
export const freshPages = 82;
const mostPages = 32768;
/** Memory that is held back for telling of a failure; when that much is not to be had, half of it and so on. */
const reserveBytes = 1024 * 1024;
const leastReserve = 16 * 1024;
/** Texts up to this size are handed over without an allocation. */
const scratchBytes = 16 * 1024;
/** Where things stand behind `cells`: a value that is an exception, 16 argument pointers, the name of a source text, a text. */
const places = { arguments: 8, file: 72, text: 136, end: 136 + scratchBytes };
const compileOnlyFlag = 1 << 5;
const valueBytes = 8;
/** Tags of values, in the upper half of their 64 bits; what lies outside of them is a number with a fraction. */
const tags = {
  bigInt: -9,
  string: -7,
  rope: -6,
  object: -1,
  int: 0,
  bool: 1,
  null: 2,
  undefined: 3,
  uninitialized: 4,
  exception: 6,
};
const firstFloat = 8;

/** A fresh instance, or one that continues where `image` was taken; `limit` is the memory that scripts may use in it. */
export function createEmscriptenMachine(
  module: WasmModule,
  host: MachineHost,
  image?: EmscriptenImage,
  limit?: number,
): Machine & { image(): EmscriptenImage } {
  const encoder = new TextEncoder();
  const decoder = new TextDecoder('utf-8', { ignoreBOM: true });
  const initial = image ? image.bytes / pageBytes : freshPages;
  const maximum =
    limit === undefined
      ? mostPages
      : Math.min(mostPages, initial + Math.ceil((limit + reserveBytes) / pageBytes));
  const memory = createMemory(initial, maximum);
  const exports = namedExports(new webAssembly.Instance(module, imports()).exports);
  const fresh = image ? undefined : memory.bytes().slice();
  if (image) write(image.written, memory.bytes());
  const { runtime, context, cells } = image ?? start();
  const textAt = cells + places.text;
  const nothing = exports.undefinedValue();
  const constants = new Set([nothing, exports.nullValue(), exports.trueValue(), exports.falseValue()]);
  let reserve = 0;
  if (limit !== undefined) holdReserve();

  function start(): Pick<EmscriptenImage, 'runtime' | 'context' | 'cells'> {
    exports.initialize();
    const newRuntime = exports.newRuntime();
    const newContext = exports.newContext(newRuntime, 0);
    exports.setMaxStackSize(newRuntime, stackBytes);
    exports.enableInterruptHandler(newRuntime);
    const newCells = exports.malloc(places.end);
    writeException(newCells);
    return { runtime: newRuntime, context: newContext, cells: newCells };
  }

  function imports(): WasmImports {
    return importsFor(memory, {
      now: () => host.now(),
      zoneSeconds: (at) => host.zoneSeconds(at),
      interrupt(of) {
        if (of === 0) exports.fuel.value = fuelPerCheck;
        return host.interrupt(of === 0);
      },
      call(index, count, argsAt) {
        const answer = host.call(
          index,
          Array.from({ length: count }, (_, at) => argsAt + at * valueBytes),
        );
        if (answer !== 0 && !constants.has(answer)) return answer;
        const given = allocate(valueBytes);
        if (answer === 0) writeException(given);
        else memory.bytes().copyWithin(given, answer, answer + valueBytes);
        return given;
      },
    });
  }

  function holdReserve(): void {
    for (let size = reserveBytes; reserve === 0 && size >= leastReserve; size /= 2) {
      reserve = exports.malloc(size);
    }
  }

  function allocate(size: number): number {
    const at = exports.malloc(size);
    if (at === 0) throw outOfMemory;
    return at;
  }

  function writeException(at: number): void {
    memory.view().setUint32(at, 0, true);
    memory.view().setInt32(at + 4, tags.exception, true);
  }

  /** Puts text where the engine can read it and hands over place and length; the place is given back afterwards. */
  function withText<T>(source: string | Uint8Array, use: (at: number, length: number) => T): T {
    // At most three bytes for each UTF-16 unit, and a closing zero.
    const room = source.length * 3 + 1;
    const inScratch = room <= scratchBytes;
    const at = inScratch ? textAt : allocate(room);
    const target = memory.bytes().subarray(at, at + room - 1);
    if (typeof source !== 'string') target.set(source);
    const written = typeof source === 'string' ? encoder.encodeInto(source, target).written : source.length;
    memory.bytes()[at + written] = 0;
    const result = use(at, written);
    if (!inScratch) exports.free(at);
    return result;
  }

  function evaluate(source: string | Uint8Array, file: string, flags: number): Pointer {
    const fileAt = cells + places.file;
    const { written } = encoder.encodeInto(file, memory.bytes().subarray(fileAt, textAt - 1));
    memory.bytes()[fileAt + written] = 0;
    return withText(source, (at, length) => exports.evaluate(context, at, length, fileAt, 0, flags));
  }

  const tagOf = (value: Pointer): number => memory.view().getInt32(value + 4, true);
  const isException = (value: Pointer): boolean => value === 0 || tagOf(value) === tags.exception;

  function release(value: Pointer): void {
    if (value !== 0 && !constants.has(value)) exports.freeValue(context, value);
  }

  // The engine reads a text up to its first zero.
  const newText = (source: string): Pointer =>
    source.includes('\0')
      ? evaluate(JSON.stringify(source), 'text', 0)
      : withText(source, (at) => exports.newString(context, at));

  function property(object: Pointer, name: string): Pointer {
    const key = newText(name);
    const found = exports.getProperty(context, object, key);
    release(key);
    return found;
  }

  /** The engine gives a text that ends with a zero, and may hold others: its length is asked for. */
  function text(value: Pointer): string {
    const at = exports.getString(context, value);
    if (at === 0) return '';
    const length = property(value, 'length');
    const units = exports.getNumber(context, length);
    release(length);
    let end = memory.bytes().indexOf(0, at);
    let found = decoder.decode(memory.bytes().subarray(at, end));
    while (found.length < units) {
      const next = memory.bytes().indexOf(0, end + 1);
      found += `\0${decoder.decode(memory.bytes().subarray(end + 1, next))}`;
      end = next;
    }
    exports.freeString(context, at);
    return found;
  }

  function newError(properties: Readonly<Record<string, string>>): Pointer {
    const error = exports.newError(context);
    for (const [name, told] of Object.entries(properties)) {
      const [key, value] = [newText(name), newText(told)];
      exports.setProperty(context, error, key, value);
      release(key);
      release(value);
    }
    return error;
  }

  function withReserve<T>(work: () => T): T {
    exports.free(reserve);
    reserve = 0;
    const result = work();
    holdReserve();
    return result;
  }

  /** Where there is no room for an error the engine throws null, or nothing. */
  function exception(): Pointer {
    const error = exports.resolveException(context, cells);
    const wasRefused = memory.wasRefused();
    const tag = error === 0 ? tags.uninitialized : tagOf(error);
    const isLost = tag === tags.uninitialized || (tag === tags.null && wasRefused);
    return isLost ? withReserve(() => newError({ name: 'InternalError', message: 'out of memory' })) : error;
  }

  return {
    counting: { lineEnd: /\n/g, columns: 'code points' },
    evaluate: (source, file, compileOnly = false) =>
      evaluate(source, file, compileOnly ? compileOnlyFlag : 0),
    // The module has no way to run bytecode: a script is compiled again each time.
    compile(source, file) {
      const checked = evaluate(source, file, compileOnlyFlag);
      const accepted = !isException(checked);
      release(checked);
      return accepted ? encoder.encode(source) : undefined;
    },
    runScript: (code, file) => evaluate(code, file, 0),
    call(fn, ...args) {
      for (let index = 0; index < args.length; index++) {
        memory.view().setUint32(cells + places.arguments + index * 4, args[index] ?? nothing, true);
      }
      return exports.call(context, fn, nothing, args.length, cells + places.arguments);
    },
    release,
    isException,
    exception,
    property,
    newText,
    newNumber: (value) => exports.newNumber(context, value),
    newBoolean: (value) => (value ? exports.trueValue() : exports.falseValue()),
    newNull: () => exports.nullValue(),
    newUndefined: () => nothing,
    newHostFunction: (index) => withText('', (at) => exports.newFunction(context, at, 0, 0, index)),
    fail(message) {
      const error = newError({ message });
      release(exports.throw(context, error));
      release(error);
      return 0;
    },
    typeOf(value) {
      const tag = tagOf(value);
      if (tag === tags.int || tag >= firstFloat || tag < tags.bigInt) return 'number';
      if (tag === tags.string || tag === tags.rope) return 'string';
      if (tag === tags.bool) return 'boolean';
      if (tag === tags.undefined) return 'undefined';
      return tag === tags.null ? 'null' : 'object';
    },
    truth: (value) => memory.view().getUint32(value, true) !== 0,
    number: (value) => exports.getNumber(context, value),
    text,
    withReserve,
    image() {
      const bytes = memory.bytes();
      const written = writtenSince(fresh, bytes);
      return { bytes: bytes.length, written, runtime, context, cells };
    },
  };
}
