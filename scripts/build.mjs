// Builds dist: the command line (one chunk per verb), the library, its types, schemas, the sandbox and the notices of what is bundled.
// `--bundle-only` leaves the types out (they take most of the time, and running needs none); `--quiet` prints failures only.
import { spawnSync } from 'node:child_process';
import {
  copyFileSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmdirSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { build } from 'esbuild';
import { bundledPackages, thirdPartyNotices } from './notices.mjs';
import { buildStamp, root, sourceHash } from './setup.mjs';

const withTypes = !process.argv.includes('--bundle-only');
const say = (line) => process.argv.includes('--quiet') || process.stdout.write(`${line}\n`);
const dist = path.join(root, 'dist');
/** Everything is made here and moved at the end: a build that fails leaves the last one as it was. */
const next = path.join(root, '.cache', 'dist');

const hash = sourceHash();
const stamp = buildStamp();
if (stamp?.hash === hash && (stamp.types || !withTypes)) {
  say('dist is up to date');
  process.exit(0);
}

rmSync(next, { recursive: true, force: true });
mkdirSync(path.join(next, 'schemas'), { recursive: true });

/** CommonJS packages ask for `require` in the bundle. */
const banner = {
  js: "import { createRequire as __createRequire } from 'node:module'; const require = __createRequire(import.meta.url);",
};
const shared = {
  absWorkingDir: root,
  bundle: true,
  format: 'esm',
  platform: 'node',
  target: 'node20.19',
  banner,
  legalComments: 'none',
  // Names stay as they are, so that a stack trace in a report of a fault can be read.
  minifySyntax: true,
  minifyWhitespace: true,
  metafile: true,
  logLevel: 'warning',
};
/** The verbs are a script and not a module, because only a script can be given compiled code: see src/cli/built-program.ts. */
const programAsScript = {
  name: 'program as a script',
  setup: ({ onResolve }) =>
    onResolve({ filter: /^\.\/program\.js$/ }, () => ({ path: './built-program.js', external: true })),
};
/** V8 forgets how a script imports modules when it takes compiled code, so whoever runs the script imports plug-ins for it. */
const importsByCaller = {
  name: 'imports by the caller',
  setup: ({ onLoad }) =>
    onLoad({ filter: /[\\/]src[\\/]cli[\\/]load-plugins\.ts$/ }, ({ path: file }) => {
      const parts = readFileSync(file, 'utf8').split('await import(');
      if (parts.length !== 2) throw new Error(`${file} has ${parts.length - 1} imports, not one`);
      return { contents: parts.join('await __importModule('), loader: 'ts' };
    }),
};
const bundles = await Promise.all([
  build({
    ...shared,
    format: 'cjs',
    banner: {
      js: "const __url = require('node:url').pathToFileURL(__filename).href, __importModule = module.importModule ?? ((name) => import(name));",
    },
    plugins: [importsByCaller],
    define: { 'import.meta.url': '__url' },
    entryPoints: ['src/cli/program.ts'],
    outfile: '.cache/dist/cli/program.cjs',
  }),
  // Each in one file: every further module would make every start longer.
  build({
    ...shared,
    banner: {},
    plugins: [programAsScript],
    entryPoints: { main: 'src/cli/main.ts', 'built-program': 'src/cli/built-program.ts' },
    outdir: '.cache/dist/cli',
  }),
  build({
    ...shared,
    entryPoints: {
      // Threads begin in files of their own; tinypool looks for its one beside itself.
      'convert-worker': 'src/cli/convert-worker.ts',
      'entry/worker': 'node_modules/tinypool/dist/entry/worker.js',
    },
    outdir: '.cache/dist/cli',
    splitting: true,
    chunkNames: '[name]-[hash]',
  }),
  build({ ...shared, entryPoints: ['src/index.ts'], outdir: '.cache/dist/lib' }),
]);
escapeBeyondAscii(path.join(next, 'cli', 'program.cjs'));
await build({ ...shared, entryPoints: ['src/schemas.ts'], outfile: '.cache/schemas.mjs' });
// This schema is made of the options of the command line; the code of the verbs is not needed for it.
await build({
  ...shared,
  entryPoints: ['src/cli/configuration/published.ts'],
  outfile: '.cache/config-schema.mjs',
  plugins: [
    {
      name: 'without verbs',
      setup: ({ onResolve }) =>
        onResolve({ filter: /^\./ }, ({ kind, path: named }) =>
          kind === 'dynamic-import' ? { path: named, external: true } : undefined,
        ),
    },
  ],
});
const inputs = bundles.flatMap((bundle) => Object.keys(bundle.metafile.inputs));

const sandboxes = [
  ['node_modules/quickjs-wasi', 'quickjs.wasm', 'quickjs.wasm'],
  [
    'node_modules/@jitl/quickjs-wasmfile-release-sync',
    'dist/emscripten-module.wasm',
    'quickjs-emscripten.wasm',
  ],
];
for (const [folder, file, name] of sandboxes)
  copyFileSync(path.join(root, folder, file), path.join(next, name));
for (const module of ['schemas.mjs', 'config-schema.mjs']) {
  const { schemas } = await import(pathToFileURL(path.join(root, '.cache', module)));
  for (const [name, schema] of Object.entries(schemas))
    writeFileSync(path.join(next, 'schemas', name), `${JSON.stringify(schema, null, 2)}\n`);
}
const packages = [...new Set([...bundledPackages(inputs), ...sandboxes.map(([folder]) => folder)])].sort();
writeFileSync(
  path.join(next, 'THIRD-PARTY-NOTICES'),
  thirdPartyNotices(packages.map((folder) => path.join(root, folder))),
);

keepCompiled();
if (withTypes) {
  const tsc = path.join(root, 'node_modules/typescript/bin/tsc');
  const { status } = spawnSync(
    process.execPath,
    [tsc, '-p', 'tsconfig.build.json', '--outDir', path.join(next, 'types')],
    {
      cwd: root,
      stdio: 'inherit',
    },
  );
  if (status !== 0) process.exit(1);
  const { default: typescript } = await import('typescript');
  keepReachableTypes(path.join(next, 'types'), typescript);
}
writeFileSync(path.join(next, 'stamp.json'), `${JSON.stringify({ hash, types: withTypes })}\n`);
rmSync(dist, { recursive: true, force: true });
renameSync(next, dist);
say(`Built dist: command line, library${withTypes ? ', types' : ''}; ${packages.length} packages bundled`);

/** esbuild leaves patterns and templates as they are. Escapes mean the same there, and text of one byte a character is read in half of the time. */
function escapeBeyondAscii(file) {
  const escapeUnit = (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`;
  writeFileSync(file, readFileSync(file, 'utf8').replace(/[^\u0000-\u007f]/g, escapeUnit));
}

/** Converts a strategy so that V8 compiles what conversions call, and keeps that beside the program. A start without it works and takes longer. */
function keepCompiled() {
  const script = path.join(root, 'scripts', 'keep-compiled.mjs');
  const { status } = spawnSync(process.execPath, [script, path.join(next, 'cli')], {
    cwd: root,
    stdio: 'inherit',
    // Code that was compiled with other flags of V8 would be refused.
    env: { ...process.env, NODE_OPTIONS: '' },
  });
  if (status !== 0) process.exit(1);
}

/** Deletes declarations that the public ones do not reach, and fails when those name a package: users would have to install it. */
function keepReachableTypes(folder, typescript) {
  const reached = new Set();
  const queue = [path.join(folder, 'index.d.ts')];
  for (let file = queue.pop(); file !== undefined; file = queue.pop()) {
    if (reached.has(file)) continue;
    reached.add(file);
    for (const { fileName: from } of typescript.preProcessFile(readFileSync(file, 'utf8')).importedFiles) {
      if (!from.startsWith('.'))
        throw new Error(`${path.relative(root, file)} names "${from}" in the public types`);
      queue.push(path.join(path.dirname(file), from.replace(/\.js$/, '.d.ts')));
    }
  }
  for (const entry of readdirSync(folder, { recursive: true, withFileTypes: true })) {
    const file = path.join(entry.parentPath, entry.name);
    if (entry.isFile() && !reached.has(file)) rmSync(file);
  }
  for (const entry of readdirSync(folder, { recursive: true }).sort().reverse()) {
    const place = path.join(folder, entry);
    if (statSync(place).isDirectory() && readdirSync(place).length === 0) rmdirSync(place);
  }
}
