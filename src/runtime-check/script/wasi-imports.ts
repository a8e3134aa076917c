// What quickjs-wasi's module asks of its host: the clock, the zone, interrupts, host functions; no files, no modules, no chance of its own.
import type { Pointer } from './quickjs-exports.js';
import type { WasmImports } from './web-assembly.js';

interface WasiHost {
  now(): number;
  /** Seconds east of UTC at a moment in seconds since 1970. */
  zoneSeconds(at: number): number;
  /** True = stop the script. */
  interrupt(): boolean;
  call(name: number, length: number, self: Pointer, count: number, argsAt: number): Pointer;
  /** The memory as it is now. */
  view(): DataView;
  bytes(): Uint8Array;
}

const badDescriptor = 8;

/** The imports of an instance with this host. */
export function importsFor(host: WasiHost): WasmImports {
  const none = (): number => 0;
  return {
    env: {
      host_interrupt: () => (host.interrupt() ? 1 : 0),
      host_get_timezone_offset: (high: number, low: number) =>
        host.zoneSeconds(Number((BigInt(high) << 32n) | BigInt(low >>> 0))),
      host_call: (name: number, length: number, self: Pointer, count: number, argsAt: number) =>
        host.call(name, length, self, count, argsAt),
      host_promise_rejection: none,
      host_module_normalize: none,
      host_module_load: none,
    },
    wasi_snapshot_preview1: {
      clock_time_get(_clock: number, _precision: bigint, resultAt: number) {
        host.view().setBigUint64(resultAt, BigInt(Math.trunc(host.now() * 1000)) * 1000n, true);
        return 0;
      },
      random_get(at: number, length: number) {
        host.bytes().fill(0, at, at + length);
        return 0;
      },
      fd_close: () => badDescriptor,
      fd_fdstat_get: () => badDescriptor,
      fd_seek: () => badDescriptor,
      fd_write: () => badDescriptor,
    },
  };
}
