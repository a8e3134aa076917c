// The converter with one fault in it: src is bundled anew with one file changed, and all fixtures are converted by what comes out.
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { build } from 'esbuild';
import type { SourceFault } from './source-faults.js';

const root = path.resolve(import.meta.dirname, '../..');

/** The text of the file with the fault in it. */
export function faultyText({ file, find, replace, id }: SourceFault): string {
  const text = readFileSync(path.join(root, 'src', file), 'utf8');
  const parts = text.split(find);
  if (parts.length !== 2)
    throw new Error(`${id}: src/${file} holds its text ${String(parts.length - 1)} times`);
  return parts.join(replace);
}

export interface Converter {
  /** Pages of all fixtures by `area/case/page`. */
  readonly pages: () => ReadonlyMap<string, string>;
}

/** Bundles the converter of the fixtures with a fault, into a folder. */
export async function brokenConverter(fault: SourceFault, folder: string): Promise<Converter> {
  const outfile = path.join(folder, `${fault.id}.mjs`);
  const changed = path.join(root, 'src', fault.file);
  await build({
    absWorkingDir: root,
    entryPoints: ['test/mutants/convert-fixtures.ts'],
    outfile,
    bundle: true,
    format: 'esm',
    platform: 'node',
    target: 'node20.19',
    packages: 'external',
    logLevel: 'silent',
    plugins: [
      {
        name: 'fault',
        setup: (setup) => {
          setup.onLoad({ filter: /\.ts$/ }, ({ path: file }) =>
            file === changed ? { contents: faultyText(fault), loader: 'ts' } : undefined,
          );
        },
      },
    ],
  });
  return (await import(outfile)) as Converter;
}
