// Part of the build: converts a strategy with the command line in the given folder, and keeps beside it what V8 compiled for that. A process of its
// own, because the compiled code holds what the process has called.
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { root } from './setup.mjs';

const { compiledFile, openProgram } = await import(
  pathToFileURL(path.resolve(process.argv[2], 'built-program.js'))
);
const folder = mkdtempSync(path.join(tmpdir(), 'ird2scxml compiled '));
try {
  const { script, load } = openProgram();
  const input = path.join(root, 'fixtures/strategies/basics/night-desk');
  const code = await load().runProgram([
    'convert',
    input,
    '--output',
    path.join(folder, 'pages'),
    '--no-config',
    '--quiet',
    '--fail-on',
    'never',
  ]);
  if (code !== 0) throw new Error(`The conversion ended with exit code ${code}.`);
  writeFileSync(compiledFile, script.createCachedData());
} finally {
  rmSync(folder, { recursive: true, force: true });
}
