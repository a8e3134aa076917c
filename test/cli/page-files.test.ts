// What a page's text is, and why a file that it names cannot be had: decided by the bytes on the disk.
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { decodePage, filesBeside } from '../../src/cli/page-files.js';

const bytes = (text: string): Uint8Array => Buffer.from(text, 'latin1');
const declared = (encoding: string): string => `<?xml version="1.0" encoding="${encoding}"?>\n<scxml/>`;

describe('the text of a page', () => {
  it.each([
    ['by its declaration', bytes(`${declared('ISO-8859-1')}<!-- Verk\xe4ufe -->`), 'Verkäufe'],
    ['UTF-8 without one', Buffer.from('<scxml/><!-- Verkäufe -->'), 'Verkäufe'],
    [
      'UTF-16 with a mark',
      Buffer.concat([bytes('\xff\xfe'), Buffer.from('<scxml/><!-- Verkäufe -->', 'utf16le')]),
      'Verkäufe',
    ],
  ])('is decoded: %s', (_name, content, word) => {
    const { text, isDecoded, diagnostics } = decodePage(content, 'p.scxml');
    expect(diagnostics).toEqual([]);
    expect(isDecoded).toBe(true);
    expect(text).toContain(word);
  });

  it.each([
    ['bytes of another encoding', bytes('<scxml>\n<!-- Verk\xe4ufe -->'), 'IRD1004', 2, 10],
    ['an unknown encoding', bytes(declared('x-none')), 'IRD1003', 1, 1],
    ['zeros', bytes('\0\0\0\0'), 'IRD1003', 1, 1],
    ['a zero', bytes('<scxml>\0'), 'IRD1002', 1, 1],
    ['nothing', bytes(''), 'IRD1001', 1, 1],
  ])('is refused, and never changed in silence: %s', (_name, content, code, line, column) => {
    const { isDecoded, diagnostics } = decodePage(content, 'p.scxml');
    expect(isDecoded).toBe(false);
    expect(diagnostics.map((each) => each.code)).toEqual([code]);
    expect(diagnostics[0]?.span.start).toMatchObject({ line, column });
  });
});

describe('a file that a page names', () => {
  let folder = '';
  beforeAll(() => {
    folder = mkdtempSync(path.join(tmpdir(), 'ird2scxml page '));
    mkdirSync(path.join(folder, 'pages'));
    mkdirSync(path.join(folder, 'scripts'));
    symlinkSync('b', path.join(folder, 'a'));
    symlinkSync('a', path.join(folder, 'b'));
    writeFileSync(path.join(folder, 'latin.xml'), bytes(`${declared('ISO-8859-1')}<!-- \xfc -->`));
    writeFileSync(path.join(folder, 'latin.js'), bytes('var ok;\nvar name = "M\xfcller";'));
    writeFileSync(path.join(folder, 'binary.js'), bytes('a\0b'));
    writeFileSync(path.join(folder, 'empty.js'), '');
    writeFileSync(path.join(folder, 'blank.js'), ' \n');
    writeFileSync(path.join(folder, 'large.js'), Buffer.alloc(16 * 1024 * 1024 + 1, 32));
  });
  afterAll(() => {
    rmSync(folder, { recursive: true, force: true });
  });

  const ask = (uri: string) => {
    const { resolve, texts } = filesBeside(path.join(folder, 'pages', 'p.scxml'), 'pages/p.scxml');
    const reasons: string[] = [];
    const text = resolve(uri, (reason) => reasons.push(reason));
    expect(resolve(uri)).toBe(text);
    return { text, reasons, names: [...texts.keys()] };
  };

  it.each([
    ['../latin.xml', 'latin.xml', /ü/],
    ['..\\empty.js', 'empty.js', /^$/],
    ['./../pages/../blank.js', 'blank.js', /^\s*$/],
  ])('is read: %s', (uri, name, text) => {
    const found = ask(uri);
    expect(found.text).toMatch(text);
    expect(found).toMatchObject({ reasons: [], names: [name] });
  });

  it.each([
    ['../nothing.js', 'it does not exist'],
    ['../scripts', 'it is no file'],
    ['../a', 'its links lead in a circle'],
    ['../large.js', 'it is larger than 16 MiB'],
    ['../latin.js', 'the bytes here are not valid utf-8 (line 2, column 14)'],
    ['../binary.js', 'the file is not text: byte 1 is zero'],
    ['../../../../../../../../../../../../dev/zero', 'it is no file'],
  ])('is refused, with the reason: %s', (uri, reason) => {
    expect(ask(uri)).toEqual({ text: undefined, reasons: [reason], names: [] });
  });

  it.each(['/dev/zero', '/etc/hostname', 'C:\\page.js', 'https://host.example/page.js', 'a\0b', ''])(
    'is not asked for elsewhere than beside the page: %j',
    (uri) => {
      expect(ask(uri)).toEqual({ text: undefined, reasons: [], names: [] });
    },
  );
});
