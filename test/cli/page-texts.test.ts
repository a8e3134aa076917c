import { describe, expect, it } from 'vitest';
import { contentHash } from '../../src/batch/content-hash.js';
import { openPageTexts } from '../../src/cli/page-texts.js';

const text = (name: string): string => `<scxml name="${name}">${'x'.repeat(100)}</scxml>`;

describe('texts of pages', () => {
  it('are read again when there is no room for all, each once in a row', () => {
    const asked: string[] = [];
    const pages = openPageTexts(({ name, hash }) => {
      asked.push(name);
      return contentHash(text(name)) === hash ? text(name) : undefined;
    }, 300);
    const names = Array.from({ length: 50 }, (_, i) => `P${String(i)}`);
    for (const name of names) pages.put(`out/${name}`, name, text(name));
    for (const name of names) {
      expect(pages.text(`out/${name}`)).toBe(text(name));
      expect(pages.text(`out/${name}`)).toBe(text(name));
    }
    expect(asked).toEqual(names);
  });

  it('of earlier runs are known by their hashes, and missing when nobody has them', () => {
    const pages = openPageTexts(({ hash }) => (hash === 'here' ? 'text' : undefined));
    pages.know('out/a', { name: 'a', hash: 'here' });
    pages.know('out/b', { name: 'b', hash: 'gone' });
    expect(['out/a', 'out/b', 'out/c'].map(pages.text)).toEqual(['text', undefined, undefined]);
  });
});
