// The sandbox for tests, loaded once for each test file.
import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { defaultScriptLimits } from '../../src/runtime-check/script/engine.js';
import type {
  ScriptEngine,
  ScriptEngineFactory,
  ScriptOptions,
} from '../../src/runtime-check/script/engine.js';
import { loadQuickJs } from '../../src/runtime-check/script/quickjs-wasi.js';

let loaded: Promise<ScriptEngineFactory> | undefined;

/** The sandbox; its wall clock stands still, so that only counted instructions end a script. */
export function loadEngine(): Promise<ScriptEngineFactory> {
  loaded ??= loadQuickJs(
    () => readFile(fileURLToPath(new URL('../../node_modules/quickjs-wasi/quickjs.wasm', import.meta.url))),
    () => 0,
  );
  return loaded;
}

export const startOfTime = Date.UTC(2026, 2, 2, 9, 0, 0);

/** An engine with small limits and a clock that stands still. */
export async function newEngine(options: Partial<ScriptOptions> = {}): Promise<ScriptEngine> {
  const factory = await loadEngine();
  return factory({
    limits: { ...defaultScriptLimits, memory: 16 * 1024 * 1024, instructions: 400 },
    now: () => startOfTime,
    zoneOffset: () => 60,
    seed: 1,
    es5: false,
    ...options,
  });
}
