import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { contentHash } from '../../src/batch/content-hash.js';
import { openOutputFolder, type OutputFolder } from '../../src/cli/output-folder.js';
import { UsageError } from '../../src/cli/usage-error.js';

let folder = '';
beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'ird2scxml-output-'));
});
afterEach(() => {
  rmSync(folder, { recursive: true, force: true });
});

const open = (more: { merge?: boolean; force?: boolean; dry?: (patch: string) => void } = {}): OutputFolder =>
  openOutputFolder({
    folder,
    named: 'out',
    shown: 'out',
    force: more.force ?? false,
    merge: more.merge ?? false,
    cache: true,
    dry: more.dry,
  });
const text = (...middle: readonly string[]): string =>
  ['first', 'a', 'b', ...middle, 'c', 'd', 'last', ''].join('\n');
/** One run that generates a page and its trace; the status of the page. */
function run(page: string, more: Parameters<typeof open>[0] = {}): string | undefined {
  const output = open(more);
  const files = [
    { name: 'A.scxml', text: page },
    { name: 'A.trace.json', text: `{"of":${String(page.length)}}` },
  ];
  const { plan } = output.write(files);
  const hashes = files.map((file) => ({ name: file.name, hash: contentHash(file.text) }));
  output.manifest.put({ id: 'A', key: '', needs: [], files: hashes }, null);
  expect(output.close()).toEqual([]);
  return plan?.status;
}
const read = (name: string): string => readFileSync(path.join(folder, name), 'utf8');
const edit = (from: string, to: string): void => {
  writeFileSync(path.join(folder, 'A.scxml'), read('A.scxml').replace(from, to));
};
const visible = (): readonly string[] => readdirSync(folder).filter((name) => !name.startsWith('.'));

describe('the output folder', () => {
  it('finds what was generated again, wherever it lies', () => {
    const has = (page: string): string | undefined => {
      const output = open({ dry: () => undefined });
      const found = output.generated({ name: 'A.scxml', hash: contentHash(page) });
      output.close();
      return found;
    };
    run(text('1'));
    expect(has(text('1'))).toBe(text('1'));
    edit('first', 'mine');
    expect(has(text('1')), 'base of merges').toBe(text('1'));
    run(text('2'));
    expect(has(text('2')), 'beside the edited file').toBe(text('2'));
    expect(has(text('3'))).toBeUndefined();
    rmSync(folder, { recursive: true });
    expect(has(text('1'))).toBeUndefined();
  });

  it('is written, then unchanged, then written over with what is generated anew', () => {
    expect([run(text('1')), run(text('1')), run(text('2'))]).toEqual(['written', 'unchanged', 'written']);
    expect(read('A.scxml')).toBe(text('2'));
    expect(readdirSync(path.join(folder, '.ird2scxml')).sort()).toEqual(['base', 'manifest.jsonl']);
  });

  it('refuses files that ird2scxml has not written, unless forced', () => {
    writeFileSync(path.join(folder, 'A.scxml'), 'mine');
    expect(run(text('1'))).toBe('refused');
    expect(visible()).toEqual(['A.scxml']);
    expect(run(text('1'), { force: true })).toBe('written');
  });

  it('keeps an edited page, with the new text beside it, until it is merged', () => {
    run(text('1'));
    edit('first', 'FIRST');
    expect(run(text('1'))).toBe('kept');
    expect(visible()).toEqual(['A.scxml', 'A.trace.json']);
    expect(run(text('2', '3'))).toBe('kept');
    expect(visible()).toEqual(['A.generated.scxml', 'A.generated.trace.json', 'A.scxml', 'A.trace.json']);
    expect(read('A.generated.scxml')).toBe(text('2', '3'));
    expect(run(text('2', '3'), { merge: true })).toBe('merged');
    expect(read('A.scxml')).toBe(text('2', '3').replace('first', 'FIRST'));
    expect(visible()).toEqual(['A.scxml', 'A.trace.json']);
    expect(run(text('2', '3'))).toBe('kept');
    expect(run(text('4'), { merge: true })).toBe('merged');
    expect(read('A.scxml')).toBe(text('4').replace('first', 'FIRST'));
  });

  it('marks what contradicts itself, and says so until the marks are gone', () => {
    run(text('1'));
    edit('1', 'mine');
    expect(run(text('2'), { merge: true })).toBe('conflict');
    expect(read('A.scxml')).toMatch(/<<<<<<< edited by hand\nmine\n[^]*\n2\n>>>>>>> generated now/);
    expect(run(text('2'))).toBe('conflict');
    writeFileSync(path.join(folder, 'A.scxml'), text('2'));
    expect(run(text('2'))).toBe('unchanged');
  });

  it('writes nothing in a dry run, and gives the patch', () => {
    const patches: string[] = [];
    expect(run(text('1'), { dry: (patch) => patches.push(patch) })).toBe('written');
    expect(readdirSync(folder)).toEqual([]);
    expect(patches[0]).toMatch(/^--- \/dev\/null\n\+\+\+ b\/out\/A\.scxml\n@@ -0,0 \+1,7 @@\n\+first\n/);
  });

  it('knows what was put in place by a run that was killed before it could say so', () => {
    const killed = open();
    killed.write([{ name: 'A.scxml', text: text('1') }]);
    // It never closes: its lock names this process, which a new one of the same number takes over.
    writeFileSync(path.join(folder, '.A.scxml.123.tmp'), 'half');
    expect(run(text('2'))).toBe('written');
    expect(existsSync(path.join(folder, '.A.scxml.123.tmp'))).toBe(false);
  });

  it('lets one run at a time in, and takes over from one that has ended', () => {
    run(text('1'));
    const lock = path.join(folder, '.ird2scxml/lock.json');
    writeFileSync(lock, JSON.stringify({ pid: process.ppid, host: 'elsewhere' }));
    expect(() => open()).toThrow(UsageError);
    expect(() => open()).toThrow(/"out" cannot be used: another run uses it \(process \d+ on elsewhere\)/);
    writeFileSync(lock, '{"pid":');
    expect(run(text('1'))).toBe('unchanged');
    expect(existsSync(lock)).toBe(false);
  });

  it('reads a manifest whose last line was cut off', () => {
    run(text('1'));
    const manifest = path.join(folder, '.ird2scxml/manifest.jsonl');
    writeFileSync(manifest, `${read('.ird2scxml/manifest.jsonl')}{"entry":{"id":"x`);
    const output = open();
    output.manifest.put({ id: 'a', key: 'k', needs: [], files: [] }, { kept: 1 });
    output.close();
    const again = open();
    expect(again.manifest.entryOf('a')?.key).toBe('k');
    expect(again.manifest.keptOf('a')).toEqual({ kept: 1 });
    again.close();
  });
});
