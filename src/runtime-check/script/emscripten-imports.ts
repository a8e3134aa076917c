// What quickjs-emscripten's module asks of its host: the clock, the zone, more memory, interrupts, host functions; and nothing of the machine it runs on.
import type { CappedMemory } from './capped-memory.js';
import type { Pointer } from './quickjs-exports.js';
import { webAssembly, type WasmImports } from './web-assembly.js';

/** The names by which the module (0.32.0) imports its memory and its host functions. */
export const importNames = {
  module: 'a',
  memory: 'a',
  failedAssertion: 'b',
  interrupt: 'i',
  growMemory: 'k',
  localTime: 'm',
  setZone: 'n',
  now: 'p',
  abort: 'q',
  exit: 'r',
  callHost: 's',
  /** Files, the environment, timers, modules, and what a host would keep for its functions: there is none of it. */
  unused: ['c', 'd', 'e', 'f', 'g', 'h', 'j', 'l', 'o', 't'],
} as const;

interface EmscriptenHost {
  now(): number;
  /** Seconds east of UTC at a moment in seconds since 1970. */
  zoneSeconds(at: number): number;
  /** `runtime` is 0 when the fuel has run out. True = stop the script. */
  interrupt(runtime: number): boolean;
  /** The answer is handed over, and is no constant of the module. */
  call(index: number, count: number, argsAt: number): Pointer;
}

/** Offset of the seconds east of UTC in a C `tm`. */
const zoneField = 36;

/** The imports of an instance with this memory and host. */
export function importsFor(memory: CappedMemory, host: EmscriptenHost): WasmImports {
  const none = (): number => 0;
  const broken = (): never => {
    throw new webAssembly.RuntimeError('the engine gave up');
  };
  const functions: Record<string, (...args: never[]) => number> = {
    ...Object.fromEntries(importNames.unused.map((name) => [name, none])),
    [importNames.interrupt]: (runtime: number) => (host.interrupt(runtime) ? 1 : 0),
    [importNames.callHost]: (
      _context: number,
      _self: Pointer,
      count: number,
      argsAt: number,
      index: number,
    ) => host.call(index, count, argsAt),
    [importNames.growMemory]: (bytes: number) => memory.grow(bytes >>> 0),
    [importNames.now]: () => host.now(),
    // Of the fields of local time the engine reads the offset alone.
    [importNames.localTime]: (seconds: bigint, at: number) => {
      memory.bytes().fill(0, at, at + zoneField);
      memory.view().setInt32(at + zoneField, host.zoneSeconds(Number(seconds)), true);
      return 0;
    },
    [importNames.setZone]: (...places: readonly number[]) => {
      for (const at of places) memory.view().setUint32(at, 0, true);
      return 0;
    },
    [importNames.failedAssertion]: broken,
    [importNames.abort]: broken,
    [importNames.exit]: broken,
  };
  return { [importNames.module]: { ...functions, [importNames.memory]: memory.memory } };
}
