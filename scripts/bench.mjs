// `npm run bench`: sets up what is missing, bundles the bench as the product is bundled, and runs it. `-- --quick` takes small sizes and few rounds,
// `-- --only interpreter`, `-- --only conversion` or `-- --only verification` one part of it.
import { spawnSync } from 'node:child_process';
import path from 'node:path';
import { installEngines } from './bench-engines.mjs';
import { root, setUp } from './setup.mjs';

setUp();

const args = process.argv.slice(2);
const only = args.includes('--only') ? args[args.indexOf('--only') + 1] : undefined;
const withEngines = (only === undefined || only === 'interpreter') && installEngines();

const { build } = await import('esbuild');
const outdir = path.join(root, '.cache', 'bench');
await build({
  absWorkingDir: root,
  entryPoints: ['bench/bench.ts', 'bench/contestant-process.ts', 'bench/session-process.ts'],
  outdir,
  outExtension: { '.js': '.mjs' },
  bundle: true,
  format: 'esm',
  platform: 'node',
  banner: {
    js: "import { createRequire } from 'node:module'; const require = createRequire(import.meta.url);",
  },
  logLevel: 'warning',
});
const { status } = spawnSync(
  process.execPath,
  [path.join(outdir, 'bench.mjs'), ...args, ...(withEngines ? [] : ['--without-engines'])],
  { cwd: root, stdio: 'inherit' },
);
process.exitCode = status ?? 2;
