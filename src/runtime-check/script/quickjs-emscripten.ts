// The second implementation of the sandbox: Bellard's QuickJS as quickjs-emscripten builds it. It keeps the interface of the first one honest, and is there
// when that one fails. Fuel, realm and values are the same; only the machine differs.
import { createEmscriptenMachine, freshPages, type EmscriptenImage } from './emscripten-machine.js';
import { importNames } from './emscripten-imports.js';
import type { ScriptEngineFactory } from './engine.js';
import { createFactory, wallClock, type WallClock } from './factory.js';
import { addFuel } from './wasm-fuel.js';
import { startWith } from './wasm-memory.js';
import { webAssembly } from './web-assembly.js';

/** Loads the sandbox from the bytes of `@jitl/quickjs-wasmfile-release-sync/wasm`; who calls knows where the file is. */
export async function loadQuickJsEmscripten(
  readWasm: () => Uint8Array | Promise<Uint8Array>,
  clock: WallClock = wallClock,
): Promise<ScriptEngineFactory> {
  const small = startWith(await readWasm(), freshPages);
  const module = await webAssembly.compile(addFuel(small, importNames.interrupt));
  return createFactory<EmscriptenImage>(
    (host, image, memory) => createEmscriptenMachine(module, host, image, memory),
    clock,
    true,
  );
}
