// XML in the data (SCXML B.2): scripts see a document, logs and pages its text, and it stays a document on its way through events.
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readXml, type XmlElement } from '../../../src/xml/index.js';
import { xmlDocumentIn, xmlDocumentOf } from '../../../src/runtime-check/document/xml-value.js';
import { xmlPieces, xmlPlain, xmlText } from '../../../src/runtime-check/script/xml-plain.js';
import { newEngine } from '../load-engine.js';
import { play } from './page.js';

const books = `<books xmlns="" xmlns:x="urn:x" kind="all"><!--list--><book title="a" x:n="1">A &amp; B</book>
  <x:book title="b"><![CDATA[<C>]]></x:book></books>`;

describe('a document in a script', () => {
  test.each([
    ["d.getElementsByTagName('book')[0].getAttribute('title')", 'a'],
    ["d.getElementsByTagName('*').length", 3],
    ["d.getElementsByTagName('books').length", 1],
    ["d.documentElement.getElementsByTagName('books').length", 0],
    ["d.getElementsByTagNameNS('urn:x', 'book').item(0).textContent", '<C>'],
    ["d.getElementsByTagNameNS('*', 'book').length", 2],
    ["d.getElementsByTagNameNS('', 'book').length", 1],
    ["d.getElementsByTagName('book').item(5)", null],
    ["d.documentElement.getAttribute('nothing')", null],
    ["d.documentElement.hasAttribute('kind')", true],
    ["d.documentElement.getAttributeNode('kind').value", 'all'],
    ['d.documentElement.attributes.length', 3],
    ['d.documentElement.firstChild.nodeType + d.documentElement.firstChild.data', '8list'],
    ["d.documentElement.childNodes[1].getAttributeNS('urn:x', 'n')", '1'],
    [
      'd.documentElement.lastChild.tagName + d.documentElement.lastChild.localName + d.documentElement.lastChild.prefix',
      'x:bookbookx',
    ],
    ['d.documentElement.lastChild.namespaceURI', 'urn:x'],
    ['d.documentElement.namespaceURI', null],
    ['d.documentElement.childNodes[1].firstChild.nodeValue', 'A & B'],
    ['d.documentElement.childNodes[1].nextSibling.nodeName', '#text'],
    ['d.documentElement.childNodes[1].previousSibling.parentNode === d.documentElement', true],
    ['d.documentElement.firstChild.previousSibling', null],
    ['d.documentElement.ownerDocument === d && d.nodeType === 9 && d.hasChildNodes()', true],
    ["d.documentElement.textContent.replace(/\\s+/g, ' ')", 'A & B <C>'],
    ['(d.documentElement.hasAttributes() ? 1 : 0) + (d.hasAttributes() ? 2 : 0)', 1],
  ])('%s', async (source, value) => {
    const engine = await newEngine();
    engine.define('d', xmlDocumentIn(books));
    expect(engine.run(engine.compile(source, 'expression'))).toEqual({ ok: true, value });
  });

  test('comes out as it went in, also inside other data', async () => {
    const engine = await newEngine();
    const value = xmlDocumentIn(books);
    engine.define('d', value);
    for (const [source, expected] of [
      ['d', value],
      ['({ a: [d, null, NaN, undefined] })', { a: [value, null, Number.NaN, undefined] }],
      ["d.getElementsByTagName('x:book')[0]", xmlPlain(['+x:book', '@title=b', '#<C>', '-'])],
      ['d.documentElement.childNodes[1].firstChild', xmlPlain(['#A & B'])],
    ] as const) {
      expect(engine.run(engine.compile(source, 'expression'))).toEqual({ ok: true, value: expected });
    }
  });

  test('that a script has made endless is a failure, no more', async () => {
    const engine = await newEngine();
    engine.define('d', xmlDocumentIn(books));
    const result = engine.run(engine.compile('(d.childNodes.push(d), d)', 'expression'));
    expect(result).toMatchObject({ ok: false, failure: { kind: 'RangeError' } });
    expect(engine.run(engine.compile('1 + 1', 'expression'))).toEqual({ ok: true, value: 2 });
  });

  test('is not made of data that only looks like one', async () => {
    const engine = await newEngine();
    engine.define('d', xmlPlain(['-', '@x=1', '+a', '+b', '?', '']));
    expect(engine.run(engine.compile('d.documentElement.nodeName', 'expression'))).toEqual({
      ok: true,
      value: 'a',
    });
  });

  test('exists where the sandbox keeps what ES5 lacks away, too', async () => {
    const engine = await newEngine({ es5: true });
    engine.define('d', xmlDocumentIn(books));
    expect(engine.run(engine.compile('d', 'expression'))).toEqual({ ok: true, value: xmlDocumentIn(books) });
  });
});

describe('as text', () => {
  const name = fc.stringMatching(/^[a-z][a-z0-9]{0,5}$/);
  const text = fc.stringMatching(/^[ -~\t\n\u00e4]{1,8}$/u);
  const tree = fc.letrec<{ readonly node: readonly string[]; readonly element: readonly string[] }>(
    (tie) => ({
      node: fc.oneof(
        { depthSize: 'small' },
        text.map((found) => [`#${found}`]),
        tie('element'),
      ),
      element: fc
        .tuple(
          name,
          fc.uniqueArray(fc.tuple(name, text), { selector: ([found]) => found, maxLength: 3 }),
          fc.array(tie('node'), { maxLength: 3 }),
        )
        .map(([tag, attributes, nodes]) => [
          `+${tag}`,
          ...attributes.map(([key, value]) => `@${key}=${value}`),
          ...nodes.flat(),
          '-',
        ]),
    }),
  ).element;

  /** Neighbouring texts are one text when they are read again. */
  const joined = (pieces: readonly string[]): readonly string[] =>
    pieces.reduce<readonly string[]>((all, piece) => {
      const last = all.at(-1);
      return piece.startsWith('#') && last?.startsWith('#')
        ? [...all.slice(0, -1), last + piece.slice(1)]
        : [...all, piece];
    }, []);

  test('it is read again as what it was', () => {
    fc.assert(
      fc.property(tree, (pieces) => {
        expect(xmlPieces(xmlDocumentIn(xmlText(xmlPlain(pieces)) ?? ''))).toEqual(joined(pieces));
      }),
    );
  });

  test('values that are no XML have none', () => {
    for (const value of [undefined, null, 1, 'a', [], {}, { a: 1 }]) expect(xmlText(value)).toBeUndefined();
  });

  test('a text that is no XML is no document', () => {
    for (const found of ['', 'a', '< a', '<a>', '<a/><b/>', '{"a":1}'])
      expect(xmlDocumentIn(found)).toBeUndefined();
  });

  test('the namespaces around an element go with it', () => {
    const text = '<r xmlns="urn:r" xmlns:p="urn:p" xmlns:q="urn:q"><p:a xmlns:q="urn:own"/></r>';
    const inner = readXml(new TextEncoder().encode(text), 'x').value?.root.children.find(
      (child): child is XmlElement => child.kind === 'element',
    );
    expect(inner && xmlText(xmlDocumentOf(inner))).toBe(
      '<p:a xmlns="urn:r" xmlns:p="urn:p" xmlns:q="urn:own"/>',
    );
  });
});

describe('in a page', () => {
  const page = (datamodel: string, send: string, log: string): string => `
    <datamodel>${datamodel}</datamodel>
    <state id="s"><onentry>${send}</onentry>
      <transition event="*" target="end"><log expr="${log}"/></transition></state>
    <final id="end"/>`;
  const data = '<data id="d"><a xmlns="" n="1"><b/></a></data>';

  test.each([
    ['data', page(data, '<raise event="e"/>', "d.getElementsByTagName('a')[0].getAttribute('n')"), '1'],
    [
      'its text in a log',
      page(data, '<raise event="e"/>', 'd'),
      '<a xmlns:queue="http://www.genesyslab.com/modules/queue" xmlns="" n="1"><b/></a>',
    ],
    [
      'assign',
      page(
        '<data id="d"/>',
        '<assign location="d"><a xmlns=""/></assign><raise event="e"/>',
        'd.documentElement.nodeName',
      ),
      'a',
    ],
    [
      'content',
      page(
        '',
        '<send event="e"><content><a xmlns=""><b/></a></content></send>',
        "_event.data.getElementsByTagName('b').length",
      ),
      '1',
    ],
    [
      'a parameter',
      page(
        data,
        '<send event="e"><param name="p" expr="d"/></send>',
        '_event.data.p.documentElement.nodeName',
      ),
      'a',
    ],
    [
      'content from data',
      page(data, '<send event="e"><content expr="d"/></send>', '_event.data.documentElement.nodeName'),
      'a',
    ],
  ])('%s', async (_what, body, log) => {
    const { logs } = await play(body);
    expect(logs).toEqual([log]);
  });

  test('a page in the data can be invoked', async () => {
    const { events } = await play(`
      <datamodel><data id="d"><scxml xmlns="http://www.w3.org/2005/07/scxml" version="1.0"><final id="f"/></scxml></data></datamodel>
      <state id="s"><invoke id="i"><content expr="d"/></invoke><transition event="done.invoke.i" target="end"/></state>
      <final id="end"/>`);
    expect(events).toEqual(['done.invoke.i']);
  });

  test('in the ors dialect it is text', async () => {
    const { logs } = await play(
      `<state id="s"><onentry><send event="'e'"><content><a xmlns=""/></content></send></onentry>
        <transition event="e"><log expr="typeof _event.data"/></transition></state>`,
      { dialect: 'ors' },
    );
    expect(logs).toEqual(['string']);
  });
});
