import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { openKeptTexts } from '../../src/batch/kept-texts.js';

let parent = '';
let folder = '';
beforeEach(() => {
  parent = mkdtempSync(path.join(tmpdir(), 'ird2scxml-kept-'));
  folder = path.join(parent, 'details');
});
afterEach(() => {
  rmSync(parent, { recursive: true, force: true });
});

describe('kept texts', () => {
  it('are there in the next run, by their keys', () => {
    openKeptTexts(folder).put('a', 'text of a \u20ac');
    expect(openKeptTexts(folder).get('a')).toBe('text of a \u20ac');
    expect(openKeptTexts(folder).get('b')).toBeUndefined();
  });

  it('go when nothing asked for them', () => {
    const first = openKeptTexts(folder);
    first.put('a', '1');
    first.put('b', '2');
    writeFileSync(path.join(folder, 'notes'), 'mine');
    const second = openKeptTexts(folder);
    second.get('b');
    second.put('c', '3');
    second.prune();
    expect(readdirSync(folder)).toHaveLength(3);
    expect(openKeptTexts(folder).get('a')).toBeUndefined();
    expect(openKeptTexts(folder).get('b')).toBe('2');
  });

  it('are missing when they are damaged, or have no place', () => {
    openKeptTexts(folder).put('a', 'x'.repeat(1000));
    const [name = ''] = readdirSync(folder);
    writeFileSync(path.join(folder, name), 'no such thing');
    expect(openKeptTexts(folder).get('a')).toBeUndefined();
    const nowhere = openKeptTexts(path.join(folder, name, 'below'));
    nowhere.put('a', 'x');
    nowhere.prune();
    expect(nowhere.get('a')).toBeUndefined();
  });
});
