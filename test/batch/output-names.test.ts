import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { pageNames } from '../../src/batch/output-names.js';

const bases = (...strategies: readonly [id: string, source: string][]) =>
  pageNames(strategies.map(([id, source]) => ({ id, source }))).map(({ base }) => base);

describe('pageNames', () => {
  it('names pages after their strategy', () => {
    expect(bases(['Main', 'a.xml'], ['Night', 'a.xml'])).toEqual(['Main', 'Night']);
  });

  it('names every member of a colliding group apart, whatever the order', () => {
    expect(bases(['Main', 'a.xml'], ['Main', 'deep/b.xml'], ['Other', 'b.xml'])).toEqual([
      'Main--a',
      'Main--deep_b',
      'Other',
    ]);
    expect(bases(['Main', 'deep/b.xml'], ['Main', 'a.xml'])).toEqual(['Main--deep_b', 'Main--a']);
  });

  it('takes names that differ in case as the same', () => {
    expect(bases(['main', 'a.xml'], ['MAIN', 'b.xml'])).toEqual(['main--a', 'MAIN--b']);
  });

  it('marks what cannot be told apart', () => {
    const names = pageNames([
      { id: 'Main', source: 'a.xml' },
      { id: 'Main', source: 'a.xml' },
      { id: 'Free', source: 'a.xml' },
    ]);
    expect(names.map(({ conflict }) => conflict)).toEqual([true, true, false]);
  });

  it('avoids device names, dots at the edge, and names that are too long', () => {
    expect(bases(['con', 'a.xml'], ['..', 'a.xml'])).toEqual(['_con', '_']);
    const [first, second] = bases([`${'x'.repeat(500)}1`, 'a.xml'], [`${'x'.repeat(500)}2`, 'a.xml']);
    expect(first).toHaveLength(120);
    expect(first).not.toBe(second);
  });

  it('gives plain file names without collisions, whatever the strategies are called', () => {
    const strategy = fc.record({ id: fc.string(), source: fc.constantFrom('a.xml', 'b.xml', 'c/a.xml') });
    fc.assert(
      fc.property(fc.array(strategy, { maxLength: 12 }), (strategies) => {
        const names = pageNames(strategies);
        const free = names.filter(({ conflict }) => !conflict).map(({ base }) => base.toLowerCase());
        expect(new Set(free).size).toBe(free.length);
        for (const { base } of names) expect(base).toMatch(/^[A-Za-z0-9_][A-Za-z0-9._-]*$/);
      }),
    );
  });
});
