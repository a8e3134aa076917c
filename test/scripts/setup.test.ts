import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { buildStamp, isSupportedNode, missingPackage, sourceHash } from '../../scripts/setup.mjs';

describe('isSupportedNode', () => {
  it.each([
    ['20.19.0', true],
    ['22.0.0', true],
    ['24.1.2', true],
    ['20.18.3', false],
    ['18.20.0', false],
  ])('%s: %s', (version, expected) => {
    expect(isSupportedNode(version)).toBe(expected);
  });
});

describe('missingPackage', () => {
  const lock = (packages: Parameters<typeof missingPackage>[0]['packages']) => ({ packages });
  const wanted = lock({
    '': { version: '0.1.0' },
    'node_modules/a': { version: '1.0.0' },
    'node_modules/a/node_modules/@s/b': { version: '2.0.0' },
    'node_modules/binary-for-another-platform': { version: '3.0.0', optional: true },
  });

  it('is undefined when everything is installed; packages for other platforms may be missing', () => {
    const installed = lock({
      'node_modules/a': { version: '1.0.0' },
      'node_modules/a/node_modules/@s/b': { version: '2.0.0' },
    });
    expect(missingPackage(wanted, installed)).toBeUndefined();
  });

  it('names what is missing or has another version', () => {
    expect(missingPackage(wanted, lock({}))).toBe('a');
    const old = lock({
      'node_modules/a': { version: '1.0.0' },
      'node_modules/a/node_modules/@s/b': { version: '1.9.0' },
    });
    expect(missingPackage(wanted, old)).toBe('@s/b');
  });
});

describe('sourceHash', () => {
  let folder = '';
  beforeEach(() => {
    folder = mkdtempSync(path.join(tmpdir(), 'ird2scxml setup '));
    mkdirSync(path.join(folder, 'src/deep'), { recursive: true });
    writeFileSync(path.join(folder, 'src/a.ts'), 'a');
    writeFileSync(path.join(folder, 'src/deep/b.ts'), 'b');
    writeFileSync(path.join(folder, 'package.json'), '{}');
  });
  afterEach(() => {
    rmSync(folder, { recursive: true, force: true });
  });

  it('changes with content and names of what is built, and with nothing else', () => {
    const before = sourceHash(folder);
    writeFileSync(path.join(folder, 'README.md'), 'text');
    expect(sourceHash(folder)).toBe(before);
    writeFileSync(path.join(folder, 'src/deep/b.ts'), 'B');
    const changed = sourceHash(folder);
    expect(changed).not.toBe(before);
    writeFileSync(path.join(folder, 'src/deep/b.ts'), 'b');
    expect(sourceHash(folder)).toBe(before);
    rmSync(path.join(folder, 'src/deep/b.ts'));
    expect(sourceHash(folder)).not.toBe(before);
  });

  it('is compared with the stamp of the last build', () => {
    expect(buildStamp(folder)).toBeUndefined();
    mkdirSync(path.join(folder, 'dist'));
    writeFileSync(path.join(folder, 'dist/stamp.json'), '{"hash":"x","types":true}');
    expect(buildStamp(folder)).toEqual({ hash: 'x', types: true });
  });
});
