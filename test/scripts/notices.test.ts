import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { bundledPackages, thirdPartyNotices } from '../../scripts/notices.mjs';
import { root } from '../../scripts/setup.mjs';

describe('bundledPackages', () => {
  it('finds the packages that files come from, scoped and nested', () => {
    const files = [
      'src/cli/main.ts',
      'node_modules/chalk/source/index.js',
      'node_modules/chalk/source/utilities.js',
      'node_modules/@oozcitak/dom/lib/index.js',
      'node_modules/a/node_modules/b/index.js',
    ];
    expect(bundledPackages(files)).toEqual([
      'node_modules/@oozcitak/dom',
      'node_modules/a/node_modules/b',
      'node_modules/chalk',
    ]);
  });
});

describe('thirdPartyNotices', () => {
  it('has name, version, licence and text of each package', () => {
    const text = thirdPartyNotices(
      ['chalk', 'chevrotain'].map((name) => path.join(root, 'node_modules', name)),
    );
    expect(text).toContain('chalk 5.6.2 (MIT)');
    expect(text).toContain('Sindre Sorhus');
    expect(text).toContain('chevrotain 11.2.0 (Apache-2.0)');
    expect(text).toContain('Apache License');
  });

  it('holds the licence of what is inside the sandbox as well', () => {
    const text = thirdPartyNotices([path.join(root, 'node_modules/quickjs-wasi')]);
    expect(text).toContain('Vercel');
    expect(text).toContain('Fabrice Bellard');
    expect(text).toContain('UNICODE LICENSE V3');
  });
});
