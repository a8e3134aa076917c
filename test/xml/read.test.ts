import fc from 'fast-check';
import { SaxesParser } from 'saxes';
import { describe, expect, it } from 'vitest';
import {
  attribute,
  childElement,
  childElements,
  elementsWithin,
  readXml,
  textOf,
  type XmlDocument,
} from '../../src/xml/index.js';
import { utf8 } from './encode.js';

const read = (text: string): XmlDocument => {
  const { value, diagnostics } = readXml(utf8(text), 'a.xml');
  expect(diagnostics).toEqual([]);
  if (!value) throw new Error('no document');
  return value;
};
const slice = (document: XmlDocument, span: { start: { offset: number }; end: { offset: number } }): string =>
  document.text.slice(span.start.offset, span.end.offset);

describe('the tree', () => {
  const text = [
    '<?xml version="1.0"?>',
    '<a:root xmlns:a="urn:a" one = "1"',
    "\ttwo='&lt;2&gt;'><!-- note --><item/>x &amp; y<![CDATA[ <z> ]]><?pi?>tail",
    '<item  a:k="v" ></item >',
    '</a:root>',
  ].join('\r\n');
  const document = read(text);

  it('holds names, namespaces, attributes and children in order', () => {
    const { root } = document;
    expect([root.name, root.local, root.prefix, root.uri]).toEqual(['a:root', 'root', 'a', 'urn:a']);
    expect(root.attributes.map((a) => [a.name, a.value.text])).toEqual([
      ['xmlns:a', 'urn:a'],
      ['one', '1'],
      ['two', '<2>'],
    ]);
    expect(root.children.map((c) => (c.kind === 'element' ? c.name : `${c.kind}:${c.value.text}`))).toEqual([
      'comment: note ',
      'item',
      'text:x & y',
      'text: <z> ',
      'text:tail\n',
      'item',
      'text:\n',
    ]);
    const [, item] = childElements(root, 'item');
    expect(item?.attributes[0]).toMatchObject({ name: 'a:k', local: 'k', uri: 'urn:a' });
    expect(item?.parent).toBe(root);
    expect(textOf(root).text).toBe('x & y <z> tail\n\n');
    expect([...elementsWithin(root)].map((e) => e.name)).toEqual(['a:root', 'item', 'item']);
  });

  it('says where everything stands', () => {
    const { root } = document;
    expect(root.tagSpan.start).toEqual({ line: 2, column: 1, offset: 23 });
    expect(slice(document, root.tagSpan)).toBe(text.slice(23, text.indexOf('<!--')));
    expect(slice(document, root.span)).toBe(text.slice(23));
    expect(root.attributes.map((a) => slice(document, a.span))).toEqual([
      'xmlns:a="urn:a"',
      'one = "1"',
      "two='&lt;2&gt;'",
    ]);
    expect(root.attributes.map((a) => slice(document, a.value.span()))).toEqual(['urn:a', '1', '&lt;2&gt;']);
    expect(attribute(root, 'two')?.value.span(1, 2).start).toMatchObject({ line: 3, column: 11 });
    expect(childElements(root, 'item').map((e) => slice(document, e.span))).toEqual([
      '<item/>',
      '<item  a:k="v" ></item >',
    ]);
    expect(root.children.map((c) => slice(document, c.kind === 'text' ? c.value.span() : c.span))).toEqual([
      '<!-- note -->',
      '<item/>',
      'x &amp; y',
      ' <z> ',
      'tail\r\n',
      '<item  a:k="v" ></item >',
      '\r\n',
    ]);
  });

  it('gives elements without text an empty text behind the start tag', () => {
    const item = childElement(document.root, 'item');
    expect(item && textOf(item).text).toBe('');
    expect(item && textOf(item).span().start.offset).toBe(text.indexOf('<item/>') + 7);
  });
});

describe('positions inside decoded text', () => {
  const cases: readonly (readonly [raw: string, value: string])[] = [
    ['plain', 'plain'],
    ['a&lt;b', 'a<b'],
    ['&lt;&gt;&amp;', '<>&'],
    ['x&#10;y', 'x\ny'],
    ['x&#x1F600;y', 'x\u{1F600}y'],
    ['\u{1F600}z', '\u{1F600}z'],
    ['a\r\nb\rc\nd', 'a\nb\nc\nd'],
    ['&#x41;\r\n&#66;', 'A\nB'],
  ];
  it.each(cases)('maps every character of %j', (raw, value) => {
    const attributeValue = value.replace(/\n/g, (found, at: number) =>
      raw.includes('&#10;') && at === 1 ? found : ' ',
    );
    for (const [text, expected] of [
      [`<a>${raw}</a>`, value],
      [`<a b="${raw}"/>`, attributeValue],
    ] as const) {
      const document = read(text);
      const located = text.includes('b=') ? document.root.attributes[0]?.value : textOf(document.root);
      expect(located?.text).toBe(expected);
      const parts = [...expected].map((char, index, all) => {
        const start = all.slice(0, index).join('').length;
        return slice(document, located?.span(start, start + char.length) ?? document.root.span);
      });
      expect(parts.join('')).toBe(raw);
      expect(slice(document, located?.span() ?? document.root.span)).toBe(raw);
    }
  });

  it('points at line and column through entities and CDATA pieces', () => {
    const document = read('<a>\n1 &lt; 2<![CDATA[ & x\n]]>&gt;<!-- c -->end</a>');
    const located = textOf(document.root);
    expect(located.text).toBe('\n1 < 2 & x\n>end');
    const at = (needle: string): unknown =>
      located.span(located.text.indexOf(needle), located.text.indexOf(needle) + 1).start;
    expect(at('<')).toMatchObject({ line: 2, column: 3 });
    expect(at('&')).toMatchObject({ line: 2, column: 19 });
    expect(at('>')).toMatchObject({ line: 3, column: 4 });
    expect(at('e')).toMatchObject({ line: 3, column: 18 });
    expect(slice(document, located.span(3, 9))).toBe('&lt; 2<![CDATA[ & ');
  });

  it('makes blanks of line ends and tabs in attributes, as XML demands, and keeps their places', () => {
    const document = read('<a b="x\r\n\ty\n&#9;z"/>');
    const value = document.root.attributes[0]?.value;
    expect(value?.text).toBe('x  y \tz');
    expect(value?.span(3, 4).start).toMatchObject({ line: 2, column: 2 });
    expect(value?.span(6, 7).start).toMatchObject({ line: 3, column: 5 });
  });
});

describe('agreement with saxes', () => {
  it('decodes text as saxes does', () => {
    const piece = fc.constantFrom(
      'a',
      ' ',
      '\r\n',
      '\r',
      '\n',
      '\t',
      '&lt;',
      '&#10;',
      '&#x1F600;',
      '&amp;',
      ']',
      '>',
      '\u{1F600}',
      'ä',
    );
    const content = fc.array(piece, { maxLength: 20 }).map((parts) => parts.join('').replaceAll(']]>', ''));
    fc.assert(
      fc.property(content, content, (text, value) => {
        const xml = `<a b="${value.replaceAll('>', '')}">${text}</a>`;
        const parser = new SaxesParser();
        let expected = '';
        let attr = '';
        parser.on('text', (t) => (expected += t));
        parser.on('attribute', (a) => (attr = a.value));
        parser.write(xml).close();
        const { root } = read(xml);
        expect(textOf(root).text).toBe(expected);
        expect(root.attributes[0]?.value.text).toBe(attr);
        expect(root.span.end.offset).toBe(xml.length);
      }),
      { numRuns: 200 },
    );
  });
});

describe('size', () => {
  it('reads over the borders of its chunks', () => {
    const item = '<i k="v&amp;w">text &gt; \u{1F600}\r\n</i>';
    const document = read(`<r>${item.repeat(2000)}</r>`);
    const items = childElements(document.root);
    expect(items).toHaveLength(2000);
    for (const [index, element] of items.entries()) {
      expect(element.span.start.offset).toBe(3 + index * item.length);
      expect(slice(document, element.span)).toBe(item);
      expect(textOf(element).text).toBe('text > \u{1F600}\n');
    }
  });

  it('takes an attribute of ten megabytes', () => {
    const value = '0123456789'.repeat(1_000_000);
    const document = read(`<a b="${value}&lt;"/>`);
    const located = document.root.attributes[0]?.value;
    expect(located?.text.length).toBe(10_000_001);
    expect(located?.span(10_000_000).start.column).toBe(10_000_007);
  });
});
