import { describe, expect, it } from 'vitest';
import { contentHash } from '../../src/batch/content-hash.js';
import { openTextStore } from '../../src/batch/text-store.js';

describe('the store of texts', () => {
  it('gives back what it was given, by hash, and keeps equal texts once', () => {
    const store = openTextStore();
    const texts = ['', 'one\ntwo', 'Stra\u00dfe \u65e5\u672c \u{1f600}', 'x'.repeat(300_000)];
    const hashes = [...texts, ...texts].map(store.put);
    expect(hashes).toEqual([...texts, ...texts].map(contentHash));
    expect(texts.map((_, i) => store.get(hashes[i] ?? ''))).toEqual(texts);
    expect([...store].map(([hash]) => hash)).toEqual(hashes.slice(0, 4).sort());
    expect(new Map(store)).toEqual(new Map(texts.map((text) => [contentHash(text), text])));
    expect(store.get('0')).toBeUndefined();
    store.close();
  });
});
