// Where the WebAssembly of the sandboxes lies: beside the bundle in a package, in node_modules when the sources run.
import { existsSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { fileURLToPath } from 'node:url';
import type { ScriptEngineFactory } from './runtime-check/script/engine.js';

/** The implementations of the sandbox, the usual one first. */
export const sandboxNames = ['quickjs-wasi', 'quickjs-emscripten'] as const;
export type SandboxName = (typeof sandboxNames)[number];

const readFile = (beside: string, resolve: (from: NodeJS.Require) => string): Uint8Array => {
  const bundled = fileURLToPath(new URL(`../${beside}`, import.meta.url));
  return readFileSync(existsSync(bundled) ? bundled : resolve(createRequire(import.meta.url)));
};

let bytes: Uint8Array | undefined;

/** The bytes of the usual sandbox, read once. */
export function sandboxBytes(): Uint8Array {
  bytes ??= readFile('quickjs.wasm', (from) => from.resolve('quickjs-wasi/quickjs.wasm'));
  return bytes;
}

let second: Promise<ScriptEngineFactory> | undefined;

/** What `runPage` takes for the sandbox of that name; loaded once. */
export async function sandboxNamed(name: SandboxName): Promise<Uint8Array | ScriptEngineFactory> {
  if (name === 'quickjs-wasi') return sandboxBytes();
  const { loadQuickJsEmscripten } = await import('./runtime-check/script/quickjs-emscripten.js');
  second ??= loadQuickJsEmscripten(() =>
    readFile('quickjs-emscripten.wasm', (from) => from.resolve('@jitl/quickjs-wasmfile-release-sync/wasm')),
  );
  return second;
}
