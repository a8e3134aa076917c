import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseFile } from '../../../src/ird-parser/read.js';
import { singleByte, utf16, utf8 } from '../../xml/encode.js';
import { exportOf, objects } from './export.js';

const codes = (bytes: Uint8Array, file = 'a.xml'): readonly string[] => {
  const { value, diagnostics } = parseFile(bytes, file);
  if (!value) expect(diagnostics.some(({ severity }) => severity === 'error')).toBe(true);
  return diagnostics.map(({ code }) => code);
};

describe('formats', () => {
  it('says what to export instead of a binary package', () => {
    const compound = Uint8Array.of(0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1);
    expect(codes(compound, 'x.rbn')).toEqual(['IRD1101']);
    expect(codes(compound)).toEqual(['IRD1101']);
    expect(codes(utf8('PK\u0003\u0004...'), 'x.zcf')).toEqual(['IRD1101']);
    expect(codes(utf8('anything'), 'dir/X.ZCF')).toEqual(['IRD1101']);
    expect(parseFile(compound, 'x.rbn').diagnostics[0]).toMatchObject({
      message: 'The file is a binary package of IRD (.rbn), which cannot be read',
      help: expect.stringContaining('export each of them as XML') as string,
    });
  });

  it('names archives and pages', () => {
    expect(codes(utf8('PK\u0003\u0004...'), 'x.zip')).toEqual(['IRD1102']);
    expect(codes(utf8('<scxml xmlns="http://www.w3.org/2005/07/scxml"/>'))).toEqual(['IRD1103']);
  });

  it('reads XML whatever the name of the file', () => {
    const text = objects('<Object id="1" type="Entry"/>');
    for (const name of ['x.rbn', 'x.zcf', 'x', 'x.workflow']) {
      expect(parseFile(utf8(text), name).value?.format).toBe('ird-xml');
      expect(parseFile(utf16(text, 'le'), name).value?.format).toBe('ird-xml');
    }
  });

  it('hands Composer diagrams to their reader', () => {
    const diagram =
      '<xmi:XMI xmi:version="2.0" xmlns:xmi="http://www.omg.org/XMI" xmlns:ird="http://studio.genesyslab.com/ird/"><ird:StrategyDiagram name="d"/></xmi:XMI>';
    expect(parseFile(utf8(diagram), 'd.workflow').value?.format).toBe('composer-workflow');
    const bare = '<ird:StrategyDiagram xmlns:ird="http://studio.genesyslab.com/ird/" name="d"/>';
    expect(parseFile(utf8(bare), 'd.workflow').value?.format).toBe('composer-workflow');
  });

  it('passes limits on, and stops at what is not XML', () => {
    const { diagnostics } = parseFile(utf8(objects('')), 'a.xml', { limits: { elements: 1 } });
    expect(diagnostics.map(({ code }) => code)).toEqual(['IRD1006']);
    expect(codes(utf8('<a>'))).toEqual(['IRD1011']);
    expect(codes(new Uint8Array())).toEqual(['IRD1001']);
  });

  it('keeps warnings about the encoding', () => {
    const text = `<?xml version="1.0" encoding="UTF-16"?>${objects('<Object id="1" type="Entry"/>')}`;
    expect(codes(utf8(text))).toEqual(['IRD1005']);
  });

  it('keeps letters of Windows code pages', () => {
    const text = `<?xml version="1.0" encoding="windows-1251"?>${objects('<Object id="1" type="Entry" name="Очередь"/>')}`;
    expect(
      parseFile(singleByte(text, 'windows-1251'), 'a.xml').value?.strategies[0]?.blocks[0]?.caption,
    ).toBe('Очередь');
  });
});

describe('files that fit no profile', () => {
  it.each([
    ['another language', '<html><body><p>x</p></body></html>'],
    ['an export without strategies', '<IRDExport version="8.1"/>'],
    [
      'blocks in an unknown place',
      '<IRDExport><Strategy name="S"><Nodes><Node id="1"/></Nodes></Strategy></IRDExport>',
    ],
  ])('%s', (_name, text) => {
    const { value, diagnostics } = parseFile(utf8(text), 'a.xml');
    expect(value).toBeUndefined();
    expect(diagnostics).toHaveLength(1);
    expect(diagnostics[0]).toMatchObject({ code: 'IRD1110', severity: 'error' });
    expect(diagnostics[0]?.message).toMatch(
      /"ird-8" found \d of the 7 .*"ird-8-elements" found \d of the \d|"ird-8-elements" found .*"ird-8" found/,
    );
  });
});

describe('damaged exports', () => {
  const document = exportOf(
    '<Variables><Variable name="a" type="INTEGER" value="1"/></Variables><Objects><Object id="1" type="Entry"/>' +
      '<Object id="2" type="If" name="?"><Comment>c</Comment><Property name="Expression">a &gt; 1</Property></Object>' +
      '<Object id="3" type="Selection"><Property name="Timeout" value="5"/><Table name="Targets"><Row><Cell name="Type">Skill</Cell></Row></Table></Object></Objects>' +
      '<Links><Link from="1" port="green" to="2"/></Links><Comments><Comment object="1">x</Comment></Comments>',
  );

  it('never make it throw, and every finding stands inside the file', () => {
    const words = [
      'Object',
      'Row',
      'Cell',
      'Table',
      'Property',
      'name',
      'type',
      'id',
      'Selection',
      'If',
      '"',
      '>',
      '<',
      '/',
      '[',
      "'",
      '@',
      '&amp;',
      '__proto__',
      '<Object>',
      '</Object>',
      '<Table name="Targets">',
    ];
    const edit = fc.tuple(fc.nat(document.length), fc.nat(9), fc.constantFrom('', ...words));
    fc.assert(
      fc.property(fc.array(edit, { minLength: 1, maxLength: 4 }), (edits) => {
        const text = edits.reduce(
          (now, [at, cut, put]) => now.slice(0, at) + put + now.slice(at + cut),
          document,
        );
        const { value, diagnostics } = parseFile(utf8(text), 'a.xml');
        if (!value) expect(diagnostics.some(({ severity }) => severity === 'error')).toBe(true);
        for (const { span, message } of diagnostics) {
          expect(span.end.offset).toBeLessThanOrEqual(text.length);
          expect(span.start.offset).toBeLessThanOrEqual(span.end.offset);
          expect(message).not.toMatch(/undefined|\[object|NaN/);
        }
      }),
      { numRuns: 400 },
    );
  });
});
