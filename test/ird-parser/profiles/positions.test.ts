import { describe, expect, it } from 'vitest';
import { parseFile } from '../../../src/ird-parser/read.js';
import type { SourceBlock } from '../../../src/ird-parser/source-model.js';
import { singleByte, utf16, utf8 } from '../../xml/encode.js';
import { objects } from './export.js';

// Character 17 (from 0) is the "m" of "missing".
const expression = 'a < 1 & 2 <= b & missing = 1';

const encoded = expression.replaceAll('&', '&amp;').replaceAll('<', '&lt;');
const property = (markup: string): string => `\n<Object id="1" type="If">\r\n  ${markup}</Object>`;

const ways: readonly (readonly [name: string, markup: string, line: number, column: number])[] = [
  [
    'an attribute with entities',
    `<Property name="Expression" value="${encoded}"/>`,
    3,
    38 + 17 + 3 + 4 + 3 + 4,
  ],
  ['text with entities', `<Property name="Expression">${encoded}</Property>`, 3, 31 + 17 + 3 + 4 + 3 + 4],
  ['CDATA', `<Property name="Expression"><![CDATA[${expression}]]></Property>`, 3, 40 + 17],
  [
    'CDATA over several lines',
    `<Property name="Expression"><![CDATA[a < 1 & 2\r\n<= b & missing = 1]]></Property>`,
    4,
    8,
  ],
  [
    'text and CDATA in pieces',
    `<Property name="Expression">a &lt; 1<![CDATA[ & 2 <= b]]> &#38; <!-- x -->missing = 1</Property>`,
    3,
    77,
  ],
  [
    'an attribute over several lines',
    `<Property name="Expression" value="a &lt; 1 &amp; 2\n&lt;= b &amp; missing = 1"/>`,
    4,
    15,
  ],
];

const files: readonly (readonly [name: string, encode: (text: string) => Uint8Array])[] = [
  ['UTF-8', utf8],
  ['UTF-8 with a mark', (text) => utf8(`\ufeff${text}`)],
  ['UTF-16 LE', (text) => utf16(text, 'le')],
  ['UTF-16 BE', (text) => utf16(text, 'be')],
];

const place = (bytes: Uint8Array): unknown => {
  const { value, diagnostics } = parseFile(bytes, 'a.xml');
  expect(diagnostics).toEqual([]);
  const condition = (value?.strategies[0]?.blocks as readonly SourceBlock[])[0]?.properties['condition'];
  if (condition?.kind !== 'expression') return condition;
  const { start, end } = condition.source.span(17, 24);
  expect(value?.text.slice(start.offset, end.offset)).toBe('missing');
  // The node of the tree stands at the same place as the characters.
  const names: unknown[] = [];
  JSON.stringify(condition.tree, (key, inner: unknown) => {
    if (typeof inner === 'object' && inner !== null && 'name' in inner && inner.name === 'missing')
      names.push(inner);
    return key === 'span' ? undefined : inner;
  });
  expect(names).toMatchObject([{ span: { start, end } }]);
  return [start.line, start.column];
};

describe.each(files)('character 17 of an expression in a %s file', (_name, encode) => {
  it.each(ways)('inside %s', (_way, markup, line, column) => {
    expect(place(encode(objects(property(markup))))).toEqual([line, column]);
  });
});

describe('character 17 in files of one byte per character', () => {
  it('windows-1251, behind Cyrillic text', () => {
    const text = `<?xml version="1.0" encoding="windows-1251"?>${objects(
      `\n<Object id="1" type="If" name="Очередь"><Property name="Expression" value="${encoded}"/></Object>`,
    )}`;
    expect(place(singleByte(text, 'windows-1251'))).toEqual([2, 76 + 17 + 3 + 4 + 3 + 4]);
  });
});
