// Where the findings about scripts and conditions stand in the file, before a run and in it, however the page is written: entities, CDATA, attributes of
// several lines, line ends of Windows, letters of several units. And what ES5 is.
import { describe, expect, it } from 'vitest';
import { runPage } from '../../../src/runtime-check/run-page.js';
import { validatePage } from '../../../src/runtime-check/validate/validate.js';
import { engineNames, loadEngine } from '../load-engine.js';

/** Stands in a page where the finding is expected; it is taken out before the page is read. */
const mark = '¦';

const page = (content: string): string => `<?xml version="1.0" encoding="UTF-8"?>
<scxml xmlns="http://www.w3.org/2005/07/scxml" xmlns:queue="http://www.genesyslab.com/modules/queue" version="1.0" profile="ecmascript" initial="a">
  <datamodel><data id="n" expr="1"/><data id="rid" expr="''"/></datamodel><script>var n = 1;</script>
  <state id="a">
    <onentry>
${content}
    </onentry>
    <transition target="z"/>
  </state>
  <final id="z"/>
</scxml>
`;

interface Marked {
  readonly text: string;
  readonly place: string;
}

function marked(content: string, change: (text: string) => string = (text) => text): Marked {
  const whole = change(page(content));
  const at = whole.indexOf(mark);
  const before = whole.slice(0, at);
  const lines = before.split(/\r\n?|\n/);
  return {
    text: whole.replace(mark, ''),
    place: `${lines.length}:${(lines.at(-1) ?? '').replace('\ufeff', '').length + 1}`,
  };
}

const places = (text: string): readonly string[] =>
  validatePage(text, 'p.scxml')
    .filter(({ severity }) => severity === 'error')
    .map(({ code, span }) => `${code} ${span.start.line}:${span.start.column}`);

/** How a file may be written: each place is the same in all of them. */
const variants: readonly (readonly [name: string, change: (text: string) => string])[] = [
  ['as it is', (text) => text],
  ['with line ends of Windows', (text) => text.replaceAll('\n', '\r\n')],
  ['with line ends of old Macs', (text) => text.replaceAll('\n', '\r')],
  ['with a byte order mark', (text) => `\ufeff${text}`],
];

const broken: readonly (readonly [name: string, content: string])[] = [
  ['a script of one line', '<script>var a = ¦= 1;</script>'],
  ['a script of several lines', '<script>\n  var a = 1;\n  var b = ¦= 2;\n</script>'],
  ['CDATA', '<script><![CDATA[\n  if (n < 2 && n > 1) {\n    n = ¦= 2;\n  }\n]]></script>'],
  ['CDATA that begins in the line', '<script> <![CDATA[if (n < 2) ¦) {}]]></script>'],
  ['two pieces of CDATA', '<script><![CDATA[if (n < 2) {]]>\n  n++;\n<![CDATA[ } ¦} ]]></script>'],
  ['a comment of XML in a script', '<script>n = 1; <!-- not\n a script --> n = ¦= 2;</script>'],
  ['entities in a script', '<script>if (n &lt; 2 &amp;&amp; n &gt; 1) n = ¦= 2;</script>'],
  ['an entity that is the fault', '<script>n = 1 &lt;&lt; ¦&lt;&lt; 2;</script>'],
  ['numbered characters', '<script>n = &#x27;&#228;&#x1F600;&#39; ¦1;</script>'],
  ['wide letters', "<script>n = 'ä語😀' ¦1;</script>"],
  ['a condition', '<if cond="n == ¦)"><log/></if>'],
  ['a condition with entities', '<if cond="1 &lt; 2 &amp;&amp; ¦;"><log/></if>'],
  [
    'a condition of several lines',
    '<if cond="n == 1 &amp;&amp;\n     n == 2 &amp;&amp;\n\n\t ¦)"><log/></if>',
  ],
  ['a condition with a line end in it', '<if cond="n == 1 &#10; &amp;&amp; &#10; ¦)"><log/></if>'],
  ['a condition in single quotes', "<if cond='n == \"ä&quot; &amp;&amp; ¦)'><log/></if>"],
  ['an elseif', '<if cond="n"><log/><elseif cond="n ¦n"/><log/></if>'],
  ['an expression', '<log\n  label="x"\n  expr="n +\n    ¦* 2"/>'],
  ['a location', '<assign location="n[¦]" expr="1"/>'],
  ['the value of an assignment', '<assign\n location="n"\n expr="1 + (¦"/>'.replace('(¦', '¦)')],
  ['a parameter', '<raise event="e"><param name="x" expr="\'&lt;\' ¦x"/></raise>'],
  [
    'an attribute of an action',
    `<queue:submit requestid="_data.rid"\n  queue="'VQ' +\n   ¦)"><queue:targets/></queue:submit>`,
  ],
];

describe('what cannot be parsed', () => {
  describe.each(variants)('in a file %s', (_, change) => {
    it.each(broken)('is placed in %s', (_name, content) => {
      const { text, place } = marked(content, change);
      expect(places(text)).toEqual([`IRD5201 ${place}`]);
    });
  });

  it('is placed in conditions of transitions and scripts of the page', () => {
    const text = page('<log/>').replace(
      '<transition target="z"/>',
      '<transition cond="n ==\n ¦" target="z"/>',
    );
    const at = text.indexOf(mark);
    // The end of the text is what is wrong: it is pointed at.
    expect(places(text.replace(mark, ''))).toEqual([
      `IRD5201 ${text.slice(0, at).split('\n').length}:${at - text.lastIndexOf('\n', at)}`,
    ]);
    const script = page('<log/>').replace('  <state', '  <script>\n n = ;\n</script>\n  <state');
    expect(places(script)).toEqual(['IRD5201 5:6']);
  });
});

/** Syntax that is newer than ES5, by what it is. */
const newer: readonly string[] = [
  'var f = x => x;',
  'do var a = 1; while (false) a = 2',
  'let a = 1;',
  'var {a} = {};',
  'var [a] = [];',
  'var a = `x`;',
  'class A {}',
  'f(...[]);',
  'var a = [...[]];',
  'var a = {...{}};',
  'function f(a = 1) {}',
  'function f(...a) {}',
  'for (var a of []) {}',
  'var a = 2 ** 3;',
  'a **= 2;',
  'async function f() {}',
  'function* f() {}',
  'a?.b;',
  'a ?? b;',
  'a ||= b;',
  'var a = {b};',
  'var a = {[b]: 1};',
  'var a = {f() {}};',
  'var a = 0o7;',
  'var a = 0b1;',
  'var a = 1_000;',
  'var a = 1n;',
  'f(a, );',
  'function f(a, ) {}',
  'try {} catch {}',
  'function F() { return new.target; }',
  'import("x");',
  'var a = /x/y;',
  'var a = /x/u;',
  'var a = /x/s;',
  'var a = /(?<=x)y/;',
  'var a = /(?<name>x)/u;',
  "var a = '\\u{1F600}';",
];

/** What ES5 has, the odd parts of it included. */
const old: readonly string[] = [
  'var a = {get b() { return 1; }, set b(v) {}, "c": 1, 5: 2,};',
  'a: for (;;) { break a; }',
  'with ({}) { x = 1; }',
  'var a = 010 + 0xff;',
  "var a = '\\x41\\u0041\\0\\\n';",
  'var a = {}; a.class = a["if"]; a = {default: 1, new: 2};',
  'if (true) { function f() {} }',
  'debugger;',
  '"use strict"; var a = 1',
  'var a = /[/]\\/(?:x)(?=y)(?!z)\\1/gim;',
  'try { throw 1 } catch (e) {} finally {}',
  'switch (1) { case 1: default: }',
  'var yield = 1, async = 2, of = 3, let_ = 4, get = 5, set = 6;',
  'var \\u0061b = 1; var ünï = 2;',
  'var a = function b() { return arguments.callee; };',
  'var a = void 0, b = typeof a, c = delete a.b, d = a in {}, e = a instanceof Object;',
  '<!-- a comment of old browsers\nvar a = 1;\n--> another one',
];

const scripted = (source: string): string => page(`<script><![CDATA[${source}]]></script>`);

describe('ES5', () => {
  it.each(newer)('does not have %s', (source) => {
    const findings = validatePage(scripted(source), 'p.scxml').filter(({ severity }) => severity === 'error');
    expect(findings.map(({ code }) => code)).toEqual(['IRD5202']);
    expect(findings[0]?.span.start.line).toBe(6);
  });

  it.each(old)('has %s', (source) => {
    expect(places(scripted(source))).toEqual([]);
  });

  it('is asked of conditions and values, too', () => {
    for (const source of [
      'x => x',
      '`x`',
      'a ?? b',
      '[...a]',
      'a?.b',
      '2 ** 3',
      '/x/y',
      '(function* () {})',
    ]) {
      const escaped = source.replaceAll('>', '&gt;');
      expect(places(page(`<if cond="${escaped}"><log/></if>`)).map((each) => each.slice(0, 7))).toEqual([
        'IRD5202',
      ]);
      expect(places(page(`<log expr="${escaped}"/>`)).map((each) => each.slice(0, 7))).toEqual(['IRD5202']);
    }
  });
});

/** Scripts that fail when they run, at a name that does not exist. */
const failing: readonly (readonly [name: string, content: string])[] = [
  ['a script of several lines', '<script>\n  n = 1;\n  ¦nowhere;\n</script>'],
  ['CDATA', '<script><![CDATA[\n  if (n < 2 && n > 0) {\n    n = "ä😀" + ¦nowhere;\n  }\n]]></script>'],
  ['two pieces of CDATA', '<script><![CDATA[if (n < 2) {]]>\n  n++;\n<![CDATA[ ¦nowhere; } ]]></script>'],
  ['entities in a script', '<script>if (1 &lt; 2 &amp;&amp; 2 &gt; 1) ¦nowhere;</script>'],
  ['numbered characters', '<script>n = &#x27;&#228;&#x1F600;&#39; + ¦nowhere;</script>'],
  ['a condition with entities', '<if cond="1 &lt; 2 &amp;&amp; ¦nowhere"><log/></if>'],
  [
    'a condition of several lines',
    '<if cond="n == 1 &amp;&amp;\n     1 &lt; 2 &amp;&amp;\n\n\t ¦nowhere"><log/></if>',
  ],
  ['a condition with a line end in it', '<if cond="n == 1 &#10; &amp;&amp; &#10; ¦nowhere"><log/></if>'],
  ['an expression', '<log\n  label="x"\n  expr="\'ä\' +\n    ¦nowhere"/>'],
  ['a location', '<assign location="¦nowhere.x" expr="1"/>'],
  ['the value of an assignment', '<assign\n location="n"\n expr="1 +\n  ¦nowhere"/>'],
  ['a parameter', '<raise event="e"><param name="x" expr="\'&lt;\' + ¦nowhere"/></raise>'],
  [
    'a script that declares',
    '<script>\n function f() { return 1; }\n var own = f();\n own = ¦nowhere;\n</script>',
  ],
];

describe.each(engineNames)('what fails when it runs in %s', (engine) => {
  const failures = async (text: string): Promise<readonly string[]> => {
    const { diagnostics } = await runPage(
      text,
      'p.scxml',
      { scenario: 1, name: 't' },
      { wasm: await loadEngine(engine) },
    );
    return diagnostics
      .filter(({ code }) => code === 'IRD5402')
      .map(
        ({ span, message }) =>
          `${span.start.line}:${span.start.column} ${message.includes('nowhere') ? 'nowhere' : message}`,
      );
  };

  describe.each(variants)('in a file %s', (_, change) => {
    it.each(failing)('is placed in %s', async (_name, content) => {
      const { text, place } = marked(content, change);
      expect(places(text)).toEqual([]);
      expect(await failures(text)).toEqual([`${place} nowhere`]);
    });
  });
});
