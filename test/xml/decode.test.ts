import { describe, expect, it } from 'vitest';
import { readXml, textOf } from '../../src/xml/index.js';
import { singleByte, utf16, utf8 } from './encode.js';

const textAnd = (bytes: Uint8Array): unknown => {
  const { value, diagnostics } = readXml(bytes, 'a.xml');
  return [value && textOf(value.root).text, value?.encoding, diagnostics.map((d) => d.code)];
};
const xml = (encoding: string, text: string): string =>
  `<?xml version="1.0" encoding="${encoding}"?>\n<a>${text}</a>`;

describe('encodings', () => {
  it.each([
    ['UTF-8', utf8(xml('UTF-8', 'Zürich €')), 'Zürich €', 'utf-8'],
    ['UTF-8 without declaration', utf8('<a>Zürich</a>'), 'Zürich', 'utf-8'],
    ['UTF-8 with mark', utf8('\ufeff<a>é</a>'), 'é', 'utf-8'],
    ['UTF-16 LE with mark', utf16(xml('UTF-16', 'Łódź'), 'le'), 'Łódź', 'utf-16le'],
    ['UTF-16 BE with mark', utf16(xml('utf-16', 'Łódź'), 'be'), 'Łódź', 'utf-16be'],
    ['UTF-16 LE without mark', utf16('<a>Łódź</a>', 'le', false), 'Łódź', 'utf-16le'],
    ['UTF-16 BE without mark', utf16('<a>Łódź</a>', 'be', false), 'Łódź', 'utf-16be'],
    ['windows-1251', singleByte(xml('windows-1251', 'Очередь'), 'windows-1251'), 'Очередь', 'windows-1251'],
    ['its other names', singleByte(xml('CP1251', 'Очередь'), 'windows-1251'), 'Очередь', 'windows-1251'],
    [
      'windows-1250',
      singleByte(xml('windows-1250', 'Žluťoučký'), 'windows-1250'),
      'Žluťoučký',
      'windows-1250',
    ],
    ['iso-8859-5', singleByte(xml('ISO-8859-5', 'Очередь'), 'iso-8859-5'), 'Очередь', 'iso-8859-5'],
    ['us-ascii', utf8(xml('us-ascii', 'plain')), 'plain', 'us-ascii'],
  ])('%s', (_name, bytes, text, encoding) => {
    expect(textAnd(bytes)).toEqual([text, encoding, []]);
  });

  it('decodes windows-1252 and what is called Latin-1 with its typographic characters', () => {
    const bytes = Buffer.concat([
      utf8(xml('windows-1252', '')).subarray(0, -4),
      Uint8Array.of(0x80, 0x92, 0xe4),
      utf8('</a>'),
    ]);
    expect(textAnd(bytes)).toEqual(['€’ä', 'windows-1252', []]);
    const latin1 = Buffer.from(bytes.toString('latin1').replace('windows-1252', 'ISO-8859-1'), 'latin1');
    expect(textAnd(latin1)).toEqual(['€’ä', 'windows-1252', []]);
  });

  it('believes the bytes when the declaration contradicts them, and says so', () => {
    expect(textAnd(utf8(xml('UTF-16', 'é')))).toEqual(['é', 'utf-8', ['IRD1005']]);
    expect(textAnd(utf8(`\ufeff${xml('windows-1251', 'é')}`))).toEqual(['é', 'utf-8', ['IRD1005']]);
    expect(textAnd(utf16(xml('utf-8', 'é'), 'le'))).toEqual(['é', 'utf-16le', ['IRD1005']]);
  });

  it.each([
    ['klingon', utf8(xml('x-klingon', 'a'))],
    ['UTF-7', utf8(xml('utf-7', 'a'))],
    ['UTF-32', Uint8Array.of(0xff, 0xfe, 0, 0, 0x3c, 0, 0, 0)],
  ])('refuses %s', (_name, bytes) => {
    expect(textAnd(bytes)).toEqual([undefined, undefined, ['IRD1003']]);
  });
});

describe('bytes that are not text', () => {
  it('names empty and blank files', () => {
    expect(textAnd(new Uint8Array())).toEqual([undefined, undefined, ['IRD1001']]);
    expect(textAnd(utf8(' \r\n\t'))).toEqual([undefined, undefined, ['IRD1001']]);
    expect(textAnd(utf8('\ufeff'))).toEqual([undefined, undefined, ['IRD1001']]);
  });

  it('names binary files', () => {
    expect(textAnd(Uint8Array.of(0xd0, 0xcf, 0x11, 0xe0, 0, 1))).toEqual([undefined, undefined, ['IRD1002']]);
    expect(textAnd(utf8('<a>\0</a>'))).toEqual([undefined, undefined, ['IRD1002']]);
  });

  it('says where the first invalid byte stands', () => {
    const place = (bytes: Uint8Array): unknown => {
      const [found] = readXml(bytes, 'a.xml').diagnostics;
      return [found?.code, found?.span.start.line, found?.span.start.column];
    };
    const bad = Uint8Array.of(0xe4);
    expect(place(Buffer.concat([utf8('<a>\n\ufffdä'), bad, utf8('</a>')]))).toEqual(['IRD1004', 2, 3]);
    expect(place(Buffer.concat([utf8(xml('us-ascii', 'ab')).subarray(0, -4), bad]))).toEqual([
      'IRD1004',
      2,
      6,
    ]);
    const half = utf16('<a>\n\ufffdx', 'le');
    expect(place(Buffer.concat([half, Uint8Array.of(0x00, 0xd8, 0x41, 0)]))).toEqual(['IRD1004', 2, 3]);
    expect(place(utf16('<a>x</a>', 'be').subarray(0, -1))).toEqual(['IRD1004', 1, 8]);
    const greek = singleByte(xml('windows-1253', 'άλφα?'), 'windows-1253').map((byte) =>
      byte === 0x3f ? 0xd2 : byte,
    );
    expect(String(place(greek))).toContain('IRD1004');
  });
});
