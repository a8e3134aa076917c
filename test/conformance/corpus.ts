// The test documents: a published package, fetched once by npm, checked and kept in a folder. Its own dependencies are not installed.
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs';
import path from 'node:path';
import { isIntact, unpack, type Files } from './tarball.js';

/** A package as npm packs it. */
export interface PackedPackage {
  /** Name and version. */
  readonly spec: string;
  readonly fileName: string;
  /** As lock files write it. */
  readonly integrity: string;
}

export const corpusPackage: PackedPackage = {
  spec: '@scion-scxml/test-framework@2.0.16',
  fileName: 'scion-scxml-test-framework-2.0.16.tgz',
  integrity:
    'sha512-5rRd5CdFLUzmPaO43NSamBmhq6uW/0kUmUneEnqRSbAj0FiFVAINd1DfadUkdECT+xHLARCJZU7meQD4nqYyKw==',
};

export type Corpus =
  { readonly kind: 'files'; readonly files: Files } | { readonly kind: 'missing'; readonly reason: string };

/** Puts the file of a package into a folder; why it cannot, undefined when it has. */
type Fetch = (wanted: PackedPackage, folder: string) => string | undefined;

/** The files of a package, from `folder`, or by `fetch` where it does not hold what was published. */
export function loadPackage(wanted: PackedPackage, folder: string, fetch: Fetch = npmPack): Corpus {
  const file = path.join(folder, wanted.fileName);
  const files = () => (existsSync(file) ? intactFiles(readFileSync(file), wanted) : undefined);
  const kept = files();
  if (kept) return { kind: 'files', files: kept };
  rmSync(file, { force: true });
  mkdirSync(folder, { recursive: true });
  const problem = fetch(wanted, folder);
  if (problem !== undefined) return { kind: 'missing', reason: problem };
  const fetched = files();
  if (fetched) return { kind: 'files', files: fetched };
  return { kind: 'missing', reason: `what came for "${wanted.spec}" is not what was published` };
}

const intactFiles = (bytes: Uint8Array, { integrity }: PackedPackage): Files | undefined =>
  isIntact(bytes, integrity) ? unpack(bytes) : undefined;

function npmPack({ spec }: PackedPackage, folder: string): string | undefined {
  const options = [
    '--ignore-scripts',
    '--loglevel=error',
    '--fetch-retries=1',
    '--fetch-retry-mintimeout=1000',
  ];
  const args = ['pack', spec, '--pack-destination', folder, ...options];
  const npm = process.env['npm_execpath'];
  const result = npm?.endsWith('.js')
    ? spawnSync(process.execPath, [npm, ...args], { encoding: 'utf8' })
    : spawnSync('npm', args, { encoding: 'utf8', shell: process.platform === 'win32' });
  if (result.status === 0) return undefined;
  const told = result.error?.message ?? /^npm error (.*Error.*)$/m.exec(result.stderr)?.[1];
  return `npm pack ends with ${told ?? `exit code ${String(result.status)}`}`;
}
