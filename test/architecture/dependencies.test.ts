import { readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { repository } from '../../src/diagnostics/help-address.js';
import { version } from '../../src/version.js';

const root = path.resolve(import.meta.dirname, '../..');

interface PackageFile {
  readonly version: string;
  readonly license: string;
  readonly repository?: string | { readonly url: string };
  readonly dependencies?: Readonly<Record<string, string>>;
  readonly devDependencies: Readonly<Record<string, string>>;
}
// The shape of package.json files is npm's.
const packageFile = (...place: readonly string[]): PackageFile =>
  JSON.parse(readFileSync(path.join(root, ...place, 'package.json'), 'utf8')) as PackageFile;

const own = packageFile();
const page = readFileSync(path.join(root, 'docs/dependencies.md'), 'utf8');

describe('dependencies', () => {
  it('are none at run time', () => {
    expect(own.dependencies).toBeUndefined();
  });

  it('are pinned exactly', () => {
    const loose = Object.entries(own.devDependencies).filter(
      ([, range]) => !/^\d+\.\d+\.\d+(-[\w.]+)?$/.test(range),
    );
    expect(loose).toEqual([]);
  });

  it.each(Object.entries(own.devDependencies))(
    '%s stands in docs/dependencies.md as it is installed',
    (name, pinned) => {
      const { version: installed, license } = packageFile('node_modules', name);
      expect(installed).toBe(pinned);
      expect(page).toContain(`| ${name} | ${pinned} | ${license} |`);
    },
  );

  it('have licences of the policy', () => {
    const licences = Object.keys(own.devDependencies).map(
      (name) => packageFile('node_modules', name).license,
    );
    expect([...new Set(licences)].filter((l) => !/^(MIT|ISC|BSD-[23]-Clause|Apache-2\.0)$/.test(l))).toEqual(
      [],
    );
  });
});

describe('version', () => {
  it('is that of package.json', () => {
    expect(version).toBe(own.version);
  });

  it('and the repository are those of package.json', () => {
    const named = own.repository;
    expect(repository).toBe(typeof named === 'object' ? named.url : named);
  });
});
