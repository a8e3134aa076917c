// Static faults of a page: each with its code and its place.
import { describe, expect, test } from 'vitest';
import { compileText, pageText } from './page.js';

/** `code line:column` of each finding of a page given by its whole text. */
const found = (text: string, dialect: 'w3c' | 'ors' = 'w3c'): readonly string[] =>
  compileText(text, dialect).diagnostics.map(
    ({ code, span }) => `${code} ${span.start.line}:${span.start.column}`,
  );

const page = (...lines: readonly string[]): string => pageText(`\n${lines.join('\n')}`);

describe('faults that keep a page from running', () => {
  test.each<[string, string, readonly string[]]>([
    ['no SCXML', '<html/>', ['IRD5501 1:1']],
    ['no namespace', '<scxml version="1.0"><state id="a"/></scxml>', ['IRD5501 1:1']],
    [
      'target that does not exist',
      page('<state id="a">', '  <transition target="b"/></state>'),
      ['IRD5502 3:15'],
    ],
    [
      'initial that does not exist',
      pageText('<state id="a"/>', 'initial="b"'),
      ['IRD5502 1:116', 'IRD5504 1:1'],
    ],
    ['two of one id', page('<state id="a"/>', '<state id="a"/>'), ['IRD5503 3:1']],
    ['no states', page('<datamodel/>'), ['IRD5504 1:1']],
    [
      'initial outside',
      page('<state id="a" initial="b">', '<state id="a1"/></state><state id="b"/>'),
      ['IRD5504 2:1'],
    ],
    [
      'initial of a state without states',
      page('<state id="a" initial="b"/><state id="b"/>'),
      ['IRD5504 2:1'],
    ],
    ['initial without transition', page('<state id="a"><initial/><state id="b"/></state>'), ['IRD5504 2:1']],
    [
      'history without default',
      page(
        '<state id="a"><history id="h"><transition target="c"/></history><state id="b"/></state><state id="c"/>',
      ),
      ['IRD5504 2:31'],
    ],
    [
      'history that leads in a circle',
      page('<state id="a"><history id="h"><transition target="h"/></history><state id="b"/></state>'),
      ['IRD5504 2:31'],
    ],
    [
      'targets of one region',
      page('<state id="a"><transition target="b c"/></state>', '<state id="b"/><state id="c"/>'),
      ['IRD5510 2:15'],
    ],
    [
      'target inside a target',
      page('<state id="a"><transition target="b b1"/></state><state id="b"><state id="b1"/></state>'),
      ['IRD5510 2:15'],
    ],
    [
      'missing attribute',
      page('<state id="a"><onentry>', '<assign expr="1"/><raise/><cancel/></onentry></state>'),
      ['IRD5507 3:1', 'IRD5507 3:19', 'IRD5507 3:27'],
    ],
    [
      'misplaced element',
      page('<state id="a">', '<log expr="1"/><onentry><state id="b"/></onentry></state>'),
      ['IRD5508 3:1', 'IRD5508 3:25'],
    ],
    [
      'behind else',
      page('<state id="a"><onentry><if cond="1"><else/><elseif cond="1"/></if></onentry></state>'),
      ['IRD5508 2:44'],
    ],
    [
      'attributes that exclude each other',
      page('<state id="a"><onentry>', '<send event="a" eventexpr="b"/></onentry></state>'),
      ['IRD5509 3:1'],
    ],
    [
      'delayed internal event',
      page('<state id="a"><onentry><send event="a" target="#_internal" delay="1s"/></onentry></state>'),
      ['IRD5509 2:24'],
    ],
    [
      'data that cannot be named',
      page('<datamodel>', '<data id="a-b"/></datamodel><state id="a"/>'),
      ['IRD5511 3:7'],
    ],
    ['data model that nobody has', pageText('<state id="a"/>', '\ndatamodel="xpath"'), ['IRD5530 2:1']],
    ['script elsewhere', page('<script src="a.js"/><state id="a"/>'), ['IRD5506 2:9']],
  ])('%s', (_what, text, expected) => {
    expect(found(text)).toEqual(expected);
    expect(compileText(text).document).toBeUndefined();
  });
});

describe('syntax errors', () => {
  test('are found in every kind of expression, with their place, and do not keep the page from running', () => {
    const text = page(
      '<datamodel><data id="d" expr="1 +"/></datamodel>',
      '<script>var a;',
      '  var = 5;</script>',
      '<state id="a"><transition cond="a &amp;&amp; &amp;&amp; b" target="a"/>',
      '<onentry><assign location="a + 1" expr="2"/><assign location="a" expr="f("/><log expr="a b"/>',
      '<send event="e"><param name="p" expr=")"/></send></onentry></state>',
    );
    const { document, diagnostics } = compileText(text);
    expect(document).toBeDefined();
    expect(diagnostics.map(({ code }) => code)).toEqual(Array(7).fill('IRD5505'));
    expect(diagnostics.map(({ span }) => span.start.line).sort()).toEqual([2, 4, 5, 6, 6, 6, 7]);
    // Through the entities of the attribute: the second `&&` of the condition.
    expect(diagnostics.find(({ span }) => span.start.line === 5)?.span.start.column).toBe(46);
  });

  test('the ors dialect takes ES5 only', () => {
    const text = page(
      '<state id="a"><onentry><script>let a = 1;</script><log expr="`t`"/><log expr="[1].map(x => x)"/></onentry></state>',
    );
    expect(found(text)).toEqual([]);
    expect(found(text, 'ors')).toEqual(['IRD5505 2:36', 'IRD5505 2:62', 'IRD5505 2:90']);
  });

  test('nesting without end is a finding, too', () => {
    const text = page(`<state id="a"><onentry><log expr="${'('.repeat(100_000)}"/></onentry></state>`);
    expect(compileText(text).diagnostics.map(({ code }) => code)).toEqual(['IRD5505']);
  });
});

describe('long and odd text', () => {
  test('does not take long to read', () => {
    const blanks = ' '.repeat(300_000);
    const text = page(
      `<state id="a"><onentry><log expr="1${blanks}x"/><log expr="1${blanks};${blanks}"/><send event="a" delay="1${blanks}s"/></onentry>`,
      `<transition event="${'.'.repeat(300_000)}" cond="a${blanks}=" target="a"/></state>`,
    );
    expect(found(text).map((finding) => finding.slice(0, 7))).toEqual(['IRD5505', 'IRD5505']);
  });

  test('an include that was not followed is told as such', () => {
    const text = page(
      '<state id="a" initial="a.b">',
      '<xi:include xmlns:xi="http://www.w3.org/2001/XInclude" href="x.scxml"/></state>',
    );
    expect(found(text, 'ors')).toEqual(['IRD5506 3:1']);
  });
});

describe('what is accepted', () => {
  test('states without id, unknown elements of other namespaces, comments', () => {
    const { document, diagnostics } = compileText(
      page(
        '<!-- c --><state><x:meta xmlns:x="urn:x"/><state/><state/></state>',
        '<state xmlns:y="urn:y" y:note="n"/>',
      ),
    );
    expect(diagnostics).toEqual([]);
    expect(document?.states.map(({ id }) => id)).toEqual(['', '$1', '$2', '$3', '$4']);
  });
});
