import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readXml } from '../../src/xml/index.js';
import { utf8 } from './encode.js';

/** Codes with the text that each finding underlines. */
const faults = (text: string): readonly string[] => {
  const { value, diagnostics } = readXml(utf8(text), 'a.xml');
  if (diagnostics.length > 0) expect(value).toBeUndefined();
  return diagnostics.map((d) => `${d.code} ${text.slice(d.span.start.offset, d.span.end.offset)}`);
};
const messages = (text: string): readonly string[] =>
  readXml(utf8(text), 'a.xml').diagnostics.map((d) => d.message);

describe('files that are not well-formed', () => {
  it.each([
    ['mismatched tags', '<a><b></a></b>', ['IRD1010 </a>']],
    ['element never closed', '<a><b>x</b><c>', ['IRD1011 <c>']],
    ['end tag too many', '<a/></b>', ['IRD1018 </b>']],
    ['undefined entity', '<a b="1">x &nbsp; y</a>', ['IRD1012 &nbsp;']],
    [
      'entity names of JavaScript objects',
      '<a>&toString;&__proto__;</a>',
      ['IRD1012 &toString;', 'IRD1012 &__proto__;'],
    ],
    [
      'reference to a character that is none',
      '<a>&#0;&#xD800;&#x110000;</a>',
      ['IRD1012 &#0;', 'IRD1012 &#xD800;', 'IRD1012 &#x110000;'],
    ],
    ['plain ampersand', '<a>x & y; z</a>', ['IRD1013 &']],
    ['plain ampersand to the end', '<a>x & y</a>', ['IRD1013 &']],
    ['plain ampersand in an attribute', '<a b="x & y">z</a>', ['IRD1013 &']],
    ['several plain ampersands', '<a>1 & 2; 3 & 4;<b>&;</b></a>', ['IRD1013 &', 'IRD1013 &', 'IRD1013 &']],
    ['ampersand after CDATA with one', '<a><![CDATA[ & ]]> & x;</a>', ['IRD1013 &']],
    ['control character', '<a>\u0001</a>', ['IRD1014 \u0001']],
    ['no character of Unicode', '<a>\uffff</a>', ['IRD1014 \uffff']],
    ['duplicate attribute', '<a b="1" c="b=" b="2"/>', ['IRD1015 b']],
    ['duplicate by namespace', '<a xmlns:p="u" xmlns:q="u" p:b="1" q:b="2"/>', ['IRD1015 q:b']],
    ['less-than in an attribute', '<a b="1 < 2"/>', ['IRD1016 <']],
    ['quote not closed', '<a b="1><c/></a>', ['IRD1016 <']],
    ['unquoted attribute', '<a b=1/>', ['IRD1017 1']],
    ['attribute without value', '<a b c="1"/>', ['IRD1017 c']],
    ['no blank between attributes', '<a b="1"c="2"/>', ['IRD1017 c']],
    ['less-than in text', '<a>1 < 2</a>', ['IRD1017 < ']],
    ['name with a dollar', '<a$b/>', ['IRD1017 $']],
    ['comment with hyphens', '<a><!-- x -- y --></a>', ['IRD1017  ']],
    ['comment not closed', '<a><!-- x </a>', ['IRD1017 <!-- x </a>']],
    ['comment closed by halves', '<a/><!-- x --', ['IRD1017 -']],
    ['CDATA not closed', '<a><![CDATA[ x </a>', ['IRD1017 <![CDATA[ x </a>']],
    ['CDATA end in text', '<a>x]]>y</a>', ['IRD1017 >']],
    ['tag not closed', '<a><b c="1"', ['IRD1017 <b c="1"']],
    ['instruction not closed', '<a/><?x', ['IRD1017 <?x']],
    ['late declaration', '\n<?xml version="1.0"?><a/>', ['IRD1017 <?xml ']],
    ['declaration without version', '<?xml encoding="utf-8"?><a/>', ['IRD1017 <?xml encoding=']],
    ['unbound prefix', '<a><p:b/></a>', ['IRD1019 <p:b/>']],
    ['two roots', '<a/>\n<b/>', ['IRD1020 <b/']],
    ['text before the root', '<?xml version="1.0"?>x<a/>', ['IRD1020 x<']],
    ['text after the root', '<a/>x', ['IRD1020 x']],
    ['only a comment', '<!-- x -->', ['IRD1021 <!-- x -->']],
    ['JSON', '{ "a": 1 }', ['IRD1021 {']],
    ['DOCTYPE', '<!DOCTYPE a><a/>', ['IRD1007 <!DOCTYPE a>']],
    ['DOCTYPE not closed', '<!DOCTYPE a [<!ENTITY', ['IRD1017 <!DOCTYPE a [<!ENTITY']],
  ])('%s', (_name, text, expected) => {
    expect(faults(text)).toEqual(expected);
  });

  it('says what is expected and where it was opened', () => {
    expect(messages('<a>\n<b>\n</c></a>')).toEqual([
      '"</c>" stands where "</b>" is expected, for the element opened in line 2',
    ]);
  });

  it('stops after a handful of findings', () => {
    expect(faults(`<a>${'&x;'.repeat(1000)}</a>`)).toHaveLength(5);
  });
});

describe('hostile files', () => {
  it('refuses entity bombs before anything expands', () => {
    const bomb = `<?xml version="1.0"?><!DOCTYPE a [<!ENTITY b "bb"><!ENTITY c "&b;&b;"><!ENTITY d SYSTEM "file:///etc/passwd">]><a>&c;&d;</a>`;
    expect(messages(bomb)).toEqual(['The file holds a document type declaration, which is not processed']);
  });

  it('refuses a hundred thousand levels', () => {
    expect(faults('<a>'.repeat(100_000))).toEqual(['IRD1006 <a>']);
    expect(faults('<a>'.repeat(256) + '</a>'.repeat(256))).toEqual([]);
  });

  it('holds every limit and names it', () => {
    const limited = (text: string, limits: object): string | undefined =>
      readXml(utf8(text), 'a.xml', limits).diagnostics[0]?.message;
    expect(limited('<a><b/></a>', { bytes: 10 })).toBe('The file has more than 10 bytes, which is the limit');
    expect(limited('<a><b/></a>', { depth: 1 })).toBe(
      'The file has more than 1 levels of nested elements, which is the limit',
    );
    expect(limited('<a b="" c=""/>', { attributes: 1 })).toBe(
      'The file has more than 1 attributes of one element, which is the limit',
    );
    expect(limited('<a><b/><b/></a>', { elements: 2 })).toBe(
      'The file has more than 2 elements, which is the limit',
    );
    expect(limited('<a><b/></a>', { bytes: 11, depth: 2, attributes: 0, elements: 2 })).toBeUndefined();
  });

  it('answers every mutation of a document with a tree or findings inside the file', () => {
    const document =
      '<?xml version="1.0"?>\n<a b="1&amp;2" xmlns:p="u"><!-- c --><p:c d=\'e\'>x&#65;<![CDATA[ y ]]></p:c>\r\n<?pi z?><f/></a>';
    const parts = [
      '<',
      '>',
      '&',
      ';',
      '"',
      "'",
      '=',
      '/',
      '!',
      '?',
      '-',
      '--',
      ']]>',
      '<![CDATA[',
      '<!--',
      '<!DOCTYPE a [',
      '\0',
      '\u0001',
      '\ud83d\ude00',
      '\r',
      '\n',
      'a',
      'p:',
      'xmlns',
      '</a>',
      '<?xml',
      '&#x',
      '\ufeff',
    ];
    const edit = fc.tuple(fc.nat(document.length), fc.nat(6), fc.constantFrom('', ...parts));
    fc.assert(
      fc.property(fc.array(edit, { minLength: 1, maxLength: 4 }), (edits) => {
        const text = edits.reduce((t, [at, cut, put]) => t.slice(0, at) + put + t.slice(at + cut), document);
        const { value, diagnostics } = readXml(utf8(text), 'a.xml');
        expect(value === undefined).toBe(diagnostics.some((d) => d.severity === 'error'));
        for (const { span, message } of diagnostics) {
          expect(span.end.offset).toBeLessThanOrEqual(text.length);
          expect(span.start.offset).toBeLessThanOrEqual(span.end.offset);
          expect(message).not.toMatch(/undefined|internal|\[object/);
        }
      }),
      { numRuns: 600 },
    );
  });

  it('answers arbitrary bytes', () => {
    fc.assert(
      fc.property(
        fc.uint8Array({ maxLength: 60 }),
        fc.constantFrom('', '<a>', '\ufeff<a/>', '<?xml version="1.0" encoding="'),
        (bytes, head) => {
          const { value, diagnostics } = readXml(Buffer.concat([utf8(head), bytes]), 'a.xml');
          expect(value === undefined).toBe(diagnostics.some((d) => d.severity === 'error'));
        },
      ),
      { numRuns: 300 },
    );
  });
});
