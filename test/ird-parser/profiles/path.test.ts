import { describe, expect, it } from 'vitest';
import { parsePath, type Path } from '../../../src/ird-parser/profiles/path.js';
import {
  isElement,
  mark,
  newMarks,
  selectAll,
  selectFromTop,
  valueOf,
} from '../../../src/ird-parser/profiles/select.js';
import { readXml, type XmlElement } from '../../../src/xml/index.js';
import { utf8 } from '../../xml/encode.js';

const namespaces = new Map([['n', 'urn:n']]);
const path = (text: string): Path => {
  const read = parsePath(text, namespaces);
  if ('problem' in read) throw new Error(read.problem);
  return read;
};
const document = readXml(
  utf8(
    '<root v="0" xmlns:x="urn:n"><a id="1" k="p">one<b>two</b></a><a id="2"><b> </b><c><b>deep</b></c></a><x:a id="3"/><d><![CDATA[ x ]]></d></root>',
  ),
  'a.xml',
).value;
if (!document) throw new Error('no document');
const { root } = document;

const nameOf = (item: Parameters<typeof isElement>[0]): string =>
  'top' in item
    ? 'top'
    : isElement(item)
      ? `${item.name}${item.attributes[0]?.value.text ?? ''}`
      : `@${item.value.text}`;
const found = (text: string, from: XmlElement = root): readonly string[] =>
  selectAll([path(text)], from, newMarks()).map(nameOf);
const value = (...texts: readonly string[]): string | undefined =>
  valueOf(texts.map(path), root, newMarks())?.text;

describe('where', () => {
  it.each([
    ['.', ['root0']],
    ['a', ['a1', 'a2', 'a3']],
    ['n:a', ['a3']],
    ['*', ['a1', 'a2', 'a3', 'd']],
    ['n:*', ['a3']],
    ['a/b', ['b', 'b']],
    ['//b', ['b', 'b', 'b']],
    ['a//b', ['b', 'b', 'b']],
    ['a/@id', ['@1', '@2', '@3']],
    ['@*', ['@0']],
    ['a[@k]', ['a1']],
    ["a[@id='2']", ['a2']],
    ["a[b='two']", ['a1']],
    ['a[c]', ['a2']],
    ['*[*]', ['a1', 'a2']],
    ["a[@k='p'][b]/b", ['b']],
    ['a/c/..', ['a2']],
    ['a/..', ['root0']],
    ['nothing/here', []],
  ])('%s', (text, expected) => {
    expect(found(text).map((name) => name.replace(/^x:/, ''))).toEqual(expected);
  });

  it('starts above the root element for strategies', () => {
    expect(selectFromTop([path('root')], root, newMarks())).toEqual([root]);
    expect(selectFromTop([path('//b')], root, newMarks())).toHaveLength(3);
    expect(selectFromTop([path('a')], root, newMarks())).toEqual([]);
  });

  it('lets a wildcard take only what was not read', () => {
    const marks = newMarks();
    const [first] = selectAll([path('a')], root, marks);
    expect(selectAll([path('*')], root, marks).map(nameOf)).toEqual(['d']);
    expect(first && selectAll([path('a')], root, marks)).toHaveLength(3);
  });

  it('marks what surrounds an element', () => {
    const marks = newMarks();
    const [deep] = selectAll([path('a/c/b')], root, newMarks());
    if (deep) mark(deep, marks);
    expect([...marks.nodes].map(nameOf)).toEqual(['b', 'c', 'a2', 'root0']);
  });
});

describe('values', () => {
  it.each([
    [['@v'], '0'],
    [['a'], 'one'],
    [["'fixed'"], 'fixed'],
    [['"fixed"'], 'fixed'],
    [['name()'], 'root'],
    [['a/@id/name()'], 'id'],
    [['missing', "a[@id='2']/b", 'a/@k'], 'p'],
    [['missing', "a[@id='2']/b"], ''],
    [['missing'], undefined],
    [['d'], ' x '],
  ])('%j', (texts, expected) => {
    expect(value(...texts)).toBe(expected);
  });
});

describe('paths that cannot be read', () => {
  it.each([
    [
      '',
      'expected the name of an element, "@" and the name of an attribute, "*", "." or "..", at character 1 of ""',
    ],
    ['a/', 'expected the name of an element'],
    ['a b', 'expected "/" or the end of the path, at character 2 of "a b"'],
    ['@a/b', 'an attribute can only end a path, at character 3 of "@a/b"'],
    ['@a[b]', 'a condition reads'],
    ['a[1]', 'a condition reads'],
    ["a[b='x]", 'a condition reads'],
    ['q:a', 'the prefix "q" is not declared under "namespaces"'],
    ['a[q:b]', 'the prefix "q" is not declared under "namespaces"'],
    ['text()', 'expected "/" or the end of the path'],
    ['/a', 'expected the name of an element'],
  ])('%j', (text, problem) => {
    const read = parsePath(text, namespaces);
    expect('problem' in read ? read.problem : '').toContain(problem);
  });
});
