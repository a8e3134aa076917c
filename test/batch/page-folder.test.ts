import { existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { openPageFolder } from '../../src/batch/page-folder.js';

let parent = '';
let folder = '';
beforeEach(() => {
  parent = mkdtempSync(path.join(tmpdir(), 'ird2scxml-pages-'));
  folder = path.join(parent, 'report-strategies');
  mkdirSync(folder);
});
afterEach(() => {
  rmSync(parent, { recursive: true, force: true });
});

/** One report with these pages. */
function report(...names: readonly string[]): void {
  const pages = openPageFolder(folder);
  for (const name of names) expect(pages.write(name, ['page ', name])).toBeUndefined();
  expect(pages.close()).toBeUndefined();
}
const visible = (): readonly string[] =>
  readdirSync(folder)
    .filter((name) => !name.startsWith('.'))
    .sort();

describe('the folder of pages', () => {
  it('loses the pages of strategies that are gone', () => {
    report('s-a.html', 's-b.html');
    report('s-b.html', 's-c.html');
    expect(visible()).toEqual(['s-b.html', 's-c.html']);
  });

  it('keeps what was edited, and what somebody else has put there', () => {
    report('s-a.html', 's-b.html');
    writeFileSync(path.join(folder, 's-a.html'), 'edited');
    writeFileSync(path.join(folder, 'notes.html'), 'mine');
    report('s-c.html');
    expect(visible()).toEqual(['notes.html', 's-a.html', 's-c.html']);
  });

  it('goes when the report has become one file, unless something else is in it', () => {
    report('s-a.html');
    report();
    expect(existsSync(folder)).toBe(false);
    mkdirSync(folder);
    report('s-a.html');
    writeFileSync(path.join(folder, 'notes.html'), 'mine');
    report();
    expect(visible()).toEqual(['notes.html']);
  });

  it('believes no list that names files elsewhere, or is damaged', () => {
    const outside = path.join(parent, 'outside.html');
    writeFileSync(outside, 'x');
    const hash = '2d711642b726b04401627ca9fbac32f5c8530fb1903cc4db02258717921a4881';
    const list = path.join(folder, '.ird2scxml-pages.json');
    writeFileSync(list, JSON.stringify({ pages: { '../outside.html': hash } }));
    report('s-a.html');
    expect(existsSync(outside)).toBe(true);
    writeFileSync(list, '{"pages":');
    report('s-b.html');
    expect(visible()).toEqual(['s-a.html', 's-b.html']);
  });
});
