import { SaxesParser } from 'saxes';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { writePage } from '../../src/emit/writer.js';
import * as js from '../../src/mappings/js.js';
import { literal, location, value, type Action, type Page } from '../../src/mappings/target-tree.js';

const page = (actions: readonly Action[], more: Partial<Page> = {}): Page => ({
  name: 'Test',
  header: [],
  initial: 'a',
  data: [],
  library: [],
  globals: [],
  states: [
    { kind: 'state', id: 'a', onentry: actions, transitions: [{ target: 'b' }] },
    { kind: 'final', id: 'b' },
  ],
  ...more,
});

interface Read {
  readonly attributes: Readonly<Record<string, string>>[];
  readonly texts: string[];
  readonly comments: string[];
}

/** What a parser that is not ours makes of the text. */
function read(text: string): Read {
  const out: Read = { attributes: [], texts: [], comments: [] };
  const parser = new SaxesParser({ xmlns: false });
  parser.on('error', (error) => {
    throw error;
  });
  parser.on('opentag', (tag) => out.attributes.push({ ...tag.attributes }));
  parser.on('cdata', (cdata) => out.texts.push(cdata));
  parser.on('comment', (comment) => out.comments.push(comment));
  parser.write(text).close();
  return out;
}

describe('writePage', () => {
  it('writes what the ORS dialect wants', () => {
    const text = writePage(
      page([
        { kind: 'send', event: 'a.timeout', delay: js.text('2s'), idLocation: js.path('_data.timer') },
        { kind: 'raise', event: 'error.x', params: { why: js.text('no') } },
        {
          kind: 'element',
          module: 'queue',
          name: 'submit',
          attributes: {
            route: literal('true'),
            requestid: location(js.path('_data.r')),
            queue: value(js.text('VQ')),
          },
          children: [{ kind: 'param', name: 'p', value: js.number(1) }],
        },
      ]),
    );
    expect(text).toBe(`<?xml version="1.0" encoding="UTF-8"?>
<scxml xmlns="http://www.w3.org/2005/07/scxml" version="1.0" profile="ecmascript" name="Test" initial="a" xmlns:queue="http://www.genesyslab.com/modules/queue">
  <state id="a">
    <onentry>
      <send event="'a.timeout'" delay="'2s'" idlocation="_data.timer"/>
      <raise event="error.x">
        <param name="why" expr="'no'"/>
      </raise>
      <queue:submit route="true" requestid="_data.r" queue="'VQ'">
        <param name="p" expr="1"/>
      </queue:submit>
    </onentry>
    <transition target="b"/>
  </state>
  <final id="b"/>
</scxml>
`);
  });

  it('keeps line breaks in conditions, so that a comment cannot swallow code', () => {
    const cond = 'a // first\n && b';
    const text = writePage(page([{ kind: 'if', branches: [{ cond: js.raw(cond), actions: [] }] }]));
    expect(text).toContain('a // first&#10; &amp;&amp; b');
    expect(read(text).attributes.some((a) => a['cond'] === cond)).toBe(true);
  });

  it('splits the end of a CDATA section that stands in a script', () => {
    const text = writePage(page([{ kind: 'script', statements: [js.rawStatement('x = a[b[0]]>1;')] }]));
    expect(read(text).texts.join('').trim()).toBe('x = a[b[0]]>1;');
  });

  it('keeps comments from ending early', () => {
    const text = writePage(page([], { header: ['a -- b --> <script> -', '---'] }));
    expect(read(text).comments).toHaveLength(2);
  });

  it('writes well-formed text whatever the names and texts are', () => {
    const any = fc.string({ unit: 'binary' });
    fc.assert(
      fc.property(any, any, any, (header, script, condition) => {
        const text = writePage(
          page(
            [
              { kind: 'script', statements: [js.rawStatement(script)] },
              { kind: 'log', value: js.text(condition) },
              { kind: 'if', branches: [{ cond: js.raw(condition), actions: [] }] },
            ],
            { header: [header] },
          ),
        );
        expect(read(text).attributes.length).toBeGreaterThan(5);
      }),
      { numRuns: 300 },
    );
  });

  it('refuses nothing and loses nothing of a text that XML can hold', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (words) => {
        const text = writePage(
          page([{ kind: 'element', module: 'session', name: 'fetch', attributes: { type: literal(words) } }]),
        );
        const written = read(text).attributes.find((a) => 'type' in a)?.['type'];
        expect(written).toBe(words);
      }),
      { numRuns: 200 },
    );
  });
});
