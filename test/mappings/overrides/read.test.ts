import { describe, expect, it } from 'vitest';
import { readOverrides } from '../../../src/mappings/overrides/read.js';

const found = (text: string): readonly string[] =>
  readOverrides(text, 'o.yaml').diagnostics.map(
    ({ code, message, span }) => `${code} ${span.start.line}:${span.start.column} ${message}`,
  );

describe('an overrides file', () => {
  it('may say nothing', () => {
    expect(readOverrides('overrides: 1\n', 'o.yaml')).toEqual({
      value: { file: 'o.yaml', entries: [], plugins: [] },
      diagnostics: [],
    });
  });

  it('takes entries for functions and objects, with conditions', () => {
    const { value, diagnostics } = readOverrides(
      `overrides: 1
functions:
  - name: Partner
    when: { strategy: "Main*", caption: [a, "b?"], parameters: { 1: GOLD } }
    template: "partner(\${1}, \${ixn})"
    evidence: observed
    source: seen in the test system
    throws: false
  - name: Legacy
    as: UData
    arguments: ["\${2}", fixed, 3]
objects:
  - name: Beeper
    ignore: { reason: it made a sound only, until: 2030-01-31 }
  - name: Old Selection
    as: Selection
`,
      'o.yaml',
    );
    expect(diagnostics).toEqual([]);
    expect(value?.entries.map(({ about, name, action }) => [about, name, action.kind])).toEqual([
      ['function', 'Partner', 'template'],
      ['function', 'Legacy', 'as'],
      ['object', 'Beeper', 'ignore'],
      ['object', 'Old Selection', 'as'],
    ]);
    expect(value?.entries[1]?.action).toEqual({
      kind: 'as',
      name: 'UData',
      order: [2, { literal: 'fixed' }, { literal: 3 }],
    });
    expect(value?.entries[2]?.action).toMatchObject({ until: '2030-01-31', reason: 'it made a sound only' });
  });

  it.each([
    ['overrides: [', /^IRD8116 \d+:\d+ The overrides file cannot be read: /],
    ['overrides: 1\noverrides: 1\n', /^IRD8116 2:1 .*[Mm]ap keys must be unique/],
    ['- 1\n', /^IRD8119 1:1 The file takes keys with values$/],
    ['', /^IRD8119 1:1 The file takes keys with values$/],
    ['functions: []\n', /^IRD8118 1:1 "overrides" is missing in the file$/],
    ['overrides: 2\n', /^IRD8119 1:12 "overrides" takes 1, the version of the format$/],
    [
      'overrides: 1\nfuncions: []\n',
      /^IRD8117 2:1 "funcions" is no key of the file; did you mean "functions"\?$/,
    ],
    ['overrides: 1\nfunctions: x\n', /^IRD8119 2:12 "functions" takes a list$/],
    ['overrides: 1\nfunctions:\n  - as: UData\n', /^IRD8118 3:5 "name" is missing in "functions\[1\]"$/],
    [
      'overrides: 1\nfunctions:\n  - name: 5\n    as: UData\n',
      /^IRD8119 3:11 "functions\[1\]\.name" takes a text; put it in quotes$/,
    ],
    [
      'overrides: 1\nfunctions:\n  - name: A\n',
      /^IRD8119 3:5 "functions\[1\]" says none of template, as and ignore; it takes exactly one$/,
    ],
    [
      'overrides: 1\nfunctions:\n  - { name: A, as: UData, template: "1" }\n',
      /says template and as of template, as and ignore/,
    ],
    [
      'overrides: 1\nfunctions:\n  - { name: A, templat: "1" }\n',
      /^IRD8117 3:16 "templat" is no key of "functions\[1\]"; did you mean "template"\?$/,
    ],
    [
      'overrides: 1\nfunctions:\n  - { name: A, as: UDatta }\n',
      /^IRD8121 3:20 No function that is converted is called "UDatta"; did you mean "UData"\?$/,
    ],
    [
      'overrides: 1\nobjects:\n  - { name: A, as: Selectoin }\n',
      /^IRD8121 3:20 No object that is converted is called "Selectoin"; did you mean "Selection"\?$/,
    ],
    [
      'overrides: 1\nfunctions:\n  - { name: A, as: UData, evidence: sure }\n',
      /^IRD8119 3:37 "functions\[1\]\.evidence" is "sure", but takes documented, observed, inferred, unverified$/,
    ],
    [
      'overrides: 1\nfunctions:\n  - { name: A, template: a, throws: maybe }\n',
      /"functions\[1\]\.throws" takes true or false$/,
    ],
    [
      'overrides: 1\nfunctions:\n  - { name: A, as: UData, throws: false }\n',
      /"functions\[1\]\.throws" speaks of a template alone$/,
    ],
    [
      'overrides: 1\nfunctions:\n  - { name: A, ignore: { until: 2030-01-01 } }\n',
      /^IRD8118 3:24 "reason" is missing in "functions\[1\]\.ignore"$/,
    ],
    [
      'overrides: 1\nfunctions:\n  - { name: A, ignore: { reason: x, until: 2030-02-30 } }\n',
      /"functions\[1\]\.ignore\.until" takes a day as YYYY-MM-DD$/,
    ],
    [
      'overrides: 1\nfunctions:\n  - { name: A, ignore: { reason: x, until: soon } }\n',
      /takes a day as YYYY-MM-DD$/,
    ],
    [
      'overrides: 1\nfunctions:\n  - { name: A, ignore: { reason: " " } }\n',
      /is empty: say why nothing is lost$/,
    ],
    [
      'overrides: 1\nobjects:\n  - { name: A, as: Selection, when: { properties: { a: b } } }\n',
      /decides how the properties are read, so it cannot depend on one of them$/,
    ],
    [
      'overrides: 1\nfunctions:\n  - &a { name: A, as: UData }\n  - *a\n',
      /is an alias; write the value itself$/,
    ],
  ])('%j is refused at its place', (text, message) => {
    const messages = found(text);
    expect(
      messages.some((each) => message.test(each)),
      messages.join('\n'),
    ).toBe(true);
    expect(readOverrides(text, 'o.yaml').value).toBeUndefined();
  });

  it('does not throw on YAML that multiplies, nests or grows without end', () => {
    const deep = `overrides: 1\nfunctions: ${'['.repeat(20_000)}`;
    expect(found(deep).length).toBeGreaterThan(0);
    expect(found(`overrides: 1 # ${'x'.repeat(1024 * 1024)}`)[0]).toContain('longer than');
  });
});

const ofFunction = (template: string): readonly string[] =>
  found(`overrides: 1\nfunctions:\n  - name: A\n    template: ${JSON.stringify(template)}\n`).map((each) =>
    each.replace(/^IRD8120 4:15 The template cannot be used: /, ''),
  );
const ofObject = (template: string): readonly string[] =>
  found(`overrides: 1\nobjects:\n  - name: A\n    template: ${JSON.stringify(template)}\n`).map((each) =>
    each.replace(/^IRD8120 4:15 The template cannot be used: /, ''),
  );

describe('templates of functions', () => {
  it.each([
    'x',
    '${1}',
    '${1} + ${2} * 3',
    'a.b[${1}](${2}, !${3})',
    '${1} ? -${2} : [${1}, ${2}]',
    'new Date().getTime()',
    'f(function (a) { return a; }, {b: 1}, /x/)',
    '(a, b)',
  ])('%s', (template) => {
    expect(ofFunction(template)).toEqual([]);
  });

  it.each([
    ['', 'it is empty'],
    ['a b', 'it is not ES5: Unexpected token'],
    ['x => x', 'it is not ES5: Unexpected token'],
    ['`${1}`', "it is not ES5: Unexpected character '`'"],
    ['1); alert(2', 'it is no expression'],
    ["'a ${1}'", 'a slot may not stand within a text: join with +'],
    ['function () { return ${1}; }', 'a slot may not stand within a function'],
    ['{a: ${1}}', 'a slot may not stand within an object'],
    ['f(${x})', '"${x}" is no slot; slots are ${1}, ${2}, ..., ${ixn} and ${dn}'],
    ['f(${0})', '"${0}" is no slot; slots are ${1}, ${2}, ..., ${ixn} and ${dn}'],
    ['$ird_slot_0', '"$ird_slot_" is kept for ird2scxml'],
  ])('refuses %j', (template, reason) => {
    expect(ofFunction(template)).toEqual([reason]);
  });
});

describe('templates of objects', () => {
  it.each([
    `<log expr="'x'"/>`,
    `<script>_data.v_a = \${property.Text};</script><queue:cancel requestid="\${request}"/>`,
    `<onentry><session:fetch srcexpr="'u'" requestid="\${request}"><param name="a" expr="\${property.A}"/></session:fetch></onentry>
     <transition event="session.fetch.done" cond="_event.data.requestid == \${request}" target="\${port.green}"/>
     <transition event="error.session.fetch" target="\${default-routing}"/>`,
    `<if cond="a"><log expr="1"/><elseif cond="b"/><log expr="2"/><else/><raise event="x"><param name="p" expr="3"/></raise></if>`,
    `<!-- why --><send event="'later'" delay="'2s'"/><cancel sendid="_data.v_id"/><assign location="_data.v_a" expr="1"/>`,
  ])('%s', (template) => {
    expect(ofObject(template)).toEqual([]);
  });

  it.each([
    ['', 'it holds no element'],
    ['text', 'line 0, column 1: text "text" has no place here'],
    ['<log', 'line 2: it is not well-formed'],
    ['<lgo expr="1"/>', 'line 1, column 1: "lgo" is no action that a template may hold; did you mean "log"?'],
    ['<log/>', 'line 1, column 1: "log" needs "expr"'],
    ['<log expr="1" lable="x"/>', 'line 1, column 1: "log" takes no "lable"; did you mean "label"?'],
    ['<log expr="a b"/>', 'line 1, column 1: it is not ES5: Unexpected token'],
    ['<log expr="1"/>\n  <script>let a = 1;</script>', 'line 2, column 3: it is not ES5'],
    ['<qeue:submit/>', 'it is not well-formed'],
    [
      '<transition target="End"/>',
      'a transition leads to ${port.<name>}, ${end} or ${default-routing}, not to "End"',
    ],
    ['<onentry/><log expr="1"/>', 'beside "transition" or "onentry", "log" has no place'],
    ['<log expr="${text.A}"/>', '"${text.A}" is no slot'],
    ['<queue:submit><state/></queue:submit>', '"state" has no place in "queue:submit"'],
    ['<send event="x"><log expr="1"/></send>', '"log" has no place here; "param" has'],
    [
      '<script>for (;;) { f(${ixn}); }</script>',
      'with slots, a script may assign, call and decide by if, but not use ForStatement',
    ],
    ['<!DOCTYPE x><log expr="1"/>', 'it is not well-formed'],
  ])('refuses %j', (template, reason) => {
    const [message, ...more] = ofObject(template);
    expect(message).toContain(reason);
    expect(more).toEqual([]);
  });
});
