// Everything that the user chose and that decides about results, as one hash: what was made under another one is made again.
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { contentHash } from '../batch/content-hash.js';
import { readBytes } from '../batch/read-file.js';
import { tablesHash } from '../report/tables-hash.js';
import { version } from '../version.js';
import type { GivenFile } from './pipeline.js';

export interface RunSettings {
  /** Options that decide about results; those of reports and of the output folder are left out. */
  readonly options: Readonly<Record<string, unknown>>;
  readonly files: readonly (GivenFile | undefined)[];
  /** Absolute paths of the plug-ins. */
  readonly plugins: readonly string[];
  /** Overrides that have expired, by number. */
  readonly expired: readonly number[];
}

/** The hash of the settings, of the tables, and of this build of ird2scxml. */
export const settingsHash = ({ options, files, plugins, expired }: RunSettings): string =>
  contentHash(
    JSON.stringify([
      version,
      buildHash(),
      tablesHash(),
      Object.entries(options).sort(([a], [b]) => (a < b ? -1 : 1)),
      files.map((file) => [file?.file, file?.text]),
      withImports(plugins).map((file) => [file, hashOf(file)]),
      expired,
    ]),
  );

/** The hash of some files by their content; '' for those that cannot be read. */
export const hashOfFiles = (files: readonly string[]): string =>
  contentHash(JSON.stringify(files.map((file) => [file, hashOf(file)])));

function hashOf(file: string): string {
  const content = readBytes(file);
  return content.ok ? contentHash(content.bytes) : '';
}

/** What the build wrote about its sources; nothing when ird2scxml runs from them. */
function buildHash(): string {
  const stamp = fileURLToPath(new URL('../stamp.json', import.meta.url));
  return existsSync(stamp) ? readFileSync(stamp, 'utf8') : '';
}

/** Plug-ins and the files beside them that they import. Packages are not followed. */
function withImports(files: readonly string[]): readonly string[] {
  const found = new Set<string>();
  const open = [...files];
  for (let file = open.pop(); file !== undefined; file = open.pop()) {
    if (found.has(file)) continue;
    found.add(file);
    const content = readBytes(file);
    if (!content.ok) continue;
    for (const [, , name = ''] of Buffer.from(content.bytes)
      .toString('utf8')
      .matchAll(/\b(from|import|require)\s*\(?\s*['"](\.{1,2}\/[^'"]+)['"]/g))
      open.push(path.resolve(path.dirname(file), name));
  }
  return [...found].sort();
}
