// The sandbox: quickjs-ng in WebAssembly behind `ScriptEngine`. One instance of the module for each session, one compiled module for the process.
// See docs/decisions.md for why this engine, and `machine.ts` for why without the package's wrapper.
import type { ScriptEngineFactory } from './engine.js';
import { createFactory, wallClock, type WallClock } from './factory.js';
import { createMachine, type Image } from './machine.js';
import { addFuel } from './wasm-fuel.js';
import { webAssembly } from './web-assembly.js';

/**
 * Loads the sandbox from the bytes of `quickjs-wasi/quickjs.wasm`; who calls knows where the file is. The engines that the result
 * makes are independent of each other.
 */
export async function loadQuickJs(
  readWasm: () => Uint8Array | Promise<Uint8Array>,
  clock: WallClock = wallClock,
): Promise<ScriptEngineFactory> {
  const module = await webAssembly.compile(addFuel(await readWasm(), 'host_interrupt'));
  return createFactory<Image>((host, image, memory) => createMachine(module, host, image, memory), clock);
}
