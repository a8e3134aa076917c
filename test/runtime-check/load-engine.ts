// The sandboxes for tests, each loaded once for each test file.
import { readFile } from 'node:fs/promises';
import { defaultScriptLimits } from '../../src/runtime-check/script/engine.js';
import type {
  ScriptEngine,
  ScriptEngineFactory,
  ScriptOptions,
} from '../../src/runtime-check/script/engine.js';
import { loadQuickJsEmscripten } from '../../src/runtime-check/script/quickjs-emscripten.js';
import { loadQuickJs } from '../../src/runtime-check/script/quickjs-wasi.js';

const files = {
  'quickjs-wasi': import.meta.resolve('quickjs-wasi/quickjs.wasm'),
  'quickjs-emscripten': import.meta.resolve('@jitl/quickjs-wasmfile-release-sync/wasm'),
};
export type EngineName = keyof typeof files;

/** The binary of an engine. */
export const wasmOf = (name: EngineName): Promise<Uint8Array> => readFile(new URL(files[name]));
/** The wall clock stands still, so that only counted instructions end a script. */
const still = (): number => 0;

const loaders = {
  'quickjs-wasi': () => loadQuickJs(() => wasmOf('quickjs-wasi'), still),
  'quickjs-emscripten': () => loadQuickJsEmscripten(() => wasmOf('quickjs-emscripten'), still),
};

/** Both implementations of the sandbox. */
export const engineNames: readonly EngineName[] = ['quickjs-wasi', 'quickjs-emscripten'];

const loaded = new Map<EngineName, Promise<ScriptEngineFactory>>();

/** The engine of tests that name none: SANDBOX=quickjs-emscripten runs them all on the second one. */
const usual = engineNames.find((name) => name === process.env['SANDBOX']) ?? 'quickjs-wasi';

/** A sandbox. */
export function loadEngine(name: EngineName = usual): Promise<ScriptEngineFactory> {
  const found = loaded.get(name) ?? loaders[name]();
  loaded.set(name, found);
  return found;
}

export const startOfTime = Date.UTC(2026, 2, 2, 9, 0, 0);

/** An engine with small limits and a clock that stands still. */
export async function newEngine(
  options: Partial<ScriptOptions> = {},
  name?: EngineName,
): Promise<ScriptEngine> {
  const factory = await loadEngine(name);
  return factory({
    limits: { ...defaultScriptLimits, memory: 16 * 1024 * 1024, instructions: 400 },
    now: () => startOfTime,
    zoneOffset: () => 60,
    seed: 1,
    es5: false,
    ...options,
  });
}
