// Where the sandbox's WebAssembly lies: beside the bundle in a package, in node_modules when the sources run.
import { existsSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { fileURLToPath } from 'node:url';

let bytes: Uint8Array | undefined;

/** The bytes of the sandbox, read once. */
export function sandboxBytes(): Uint8Array {
  if (bytes === undefined) {
    const bundled = fileURLToPath(new URL('../quickjs.wasm', import.meta.url));
    const file = existsSync(bundled)
      ? bundled
      : createRequire(import.meta.url).resolve('quickjs-wasi/quickjs.wasm');
    bytes = readFileSync(file);
  }
  return bytes;
}
