// `npm run conformance`: runs the W3C's test documents, scripted ones and our own of the ors dialect, and compares what came of them with the pages that show
// it in docs. `-- --write` writes those pages.
import { spawnSync } from 'node:child_process';
import path from 'node:path';
import { root, setUp } from './setup.mjs';

setUp();

const { build } = await import('esbuild');
const outfile = path.join(root, '.cache', 'conformance.mjs');
await build({
  absWorkingDir: root,
  entryPoints: ['test/conformance/run.ts'],
  outfile,
  bundle: true,
  format: 'esm',
  platform: 'node',
  // It finds its WebAssembly beside itself.
  external: ['libxml2-wasm'],
  logLevel: 'warning',
});
const { status } = spawnSync(process.execPath, [outfile, ...process.argv.slice(2)], {
  cwd: root,
  stdio: 'inherit',
});
process.exitCode = status ?? 2;
