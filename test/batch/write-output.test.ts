import { spawnSync } from 'node:child_process';
import {
  chmodSync,
  closeSync,
  constants,
  existsSync,
  lstatSync,
  mkdirSync,
  mkdtempSync,
  openSync,
  readFileSync,
  readSync,
  readdirSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { makeFolder, writeTogether } from '../../src/batch/write-output.js';

let folder = '';
beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'ird2scxml-write-'));
});
afterEach(() => {
  rmSync(folder, { recursive: true, force: true });
});

const page = { name: 'Main.scxml', text: '<scxml/>' };
const trace = { name: 'Main.trace.json', text: '{}' };
const content = (name: string): string => readFileSync(path.join(folder, name), 'utf8');

describe('writeTogether', () => {
  it('writes both files and nothing else', () => {
    expect(writeTogether(folder, [page, trace], false)).toEqual({ status: 'written' });
    expect(readdirSync(folder).sort()).toEqual(['Main.scxml', 'Main.trace.json']);
    expect(content('Main.scxml')).toBe('<scxml/>');
  });

  it('counts the same bytes as unchanged', () => {
    writeTogether(folder, [page, trace], false);
    expect(writeTogether(folder, [page, trace], false)).toEqual({ status: 'unchanged' });
  });

  it('writes neither when one of them exists with other content', () => {
    writeFileSync(path.join(folder, trace.name), 'edited');
    expect(writeTogether(folder, [page, trace], false)).toEqual({
      status: 'refused',
      name: 'Main.trace.json',
    });
    expect(existsSync(path.join(folder, page.name))).toBe(false);
    expect(content(trace.name)).toBe('edited');
  });

  it('overwrites when told to', () => {
    writeFileSync(path.join(folder, page.name), 'edited');
    expect(writeTogether(folder, [page, trace], true)).toEqual({ status: 'written' });
    expect(content(page.name)).toBe('<scxml/>');
  });

  it('leaves no part behind when it fails', () => {
    mkdirSync(path.join(folder, trace.name));
    expect(writeTogether(folder, [page, trace], true)).toEqual({
      status: 'failed',
      name: 'Main.trace.json',
      reason: 'it is a folder',
    });
    expect(readdirSync(folder)).toEqual(['Main.trace.json']);
  });

  it.skipIf(process.platform === 'win32')(
    'writes through links, which stay (Windows has rights on them)',
    () => {
      writeFileSync(path.join(folder, 'real'), 'old');
      symlinkSync('real', path.join(folder, page.name));
      expect(writeTogether(folder, [page], false)).toEqual({ status: 'refused', name: page.name });
      expect(writeTogether(folder, [page, trace], true)).toEqual({ status: 'written' });
      expect(content('real')).toBe(page.text);
      expect(lstatSync(path.join(folder, page.name)).isSymbolicLink()).toBe(true);
      expect(writeTogether(folder, [page], false)).toEqual({ status: 'unchanged' });
      symlinkSync('there', path.join(folder, 'here'));
      symlinkSync('here', path.join(folder, 'there'));
      expect(writeTogether(folder, [{ name: 'here', text: '' }], true)).toMatchObject({
        status: 'failed',
        reason: 'its links lead in a circle',
      });
    },
  );

  it.skipIf(process.platform === 'win32')(
    'writes to pipes and devices without reading or replacing them (Windows has none in folders)',
    () => {
      const pipe = path.join(folder, page.name);
      expect(spawnSync('mkfifo', [pipe]).status).toBe(0);
      const end = openSync(pipe, constants.O_RDWR | constants.O_NONBLOCK);
      try {
        expect(writeTogether(folder, [page], true)).toEqual({ status: 'written' });
        const bytes = Buffer.alloc(100);
        expect(bytes.toString('utf8', 0, readSync(end, bytes))).toBe(page.text);
      } finally {
        closeSync(end);
      }
      expect(lstatSync(pipe).isFIFO()).toBe(true);
      expect(readdirSync(folder)).toEqual([page.name]);
    },
  );

  it.skipIf(process.platform === 'win32' || process.getuid?.() === 0)(
    'says when it may not write (root may, and Windows has no such bits)',
    () => {
      chmodSync(folder, 0o500);
      const result = writeTogether(folder, [page], false);
      chmodSync(folder, 0o700);
      expect(result).toMatchObject({ status: 'failed', reason: 'permission denied' });
    },
  );
});

describe('makeFolder', () => {
  it('makes folders on the way, and says when a file is in it', () => {
    expect(makeFolder(path.join(folder, 'a/b'))).toBeUndefined();
    expect(makeFolder(path.join(folder, 'a/b'))).toBeUndefined();
    writeFileSync(path.join(folder, 'file'), '');
    expect(makeFolder(path.join(folder, 'file'))).toBe('it is not a folder');
    expect(makeFolder(path.join(folder, 'file/below'))).toBe('a part of the path is not a folder');
  });
});
