// Differences of scripts, of what they see, and of files that are put in.
import { sources, type DialectCase } from './cases.js';

const fragment = (body: string): string =>
  `<?xml version="1.0" encoding="utf-8"?><scxml xmlns="http://www.w3.org/2005/07/scxml" version="1.0" profile="ecmascript" initial="alone"><final id="alone"/>${body}</scxml>`;

export const scriptCases: readonly DialectCase[] = [
  {
    id: 'scope of a state',
    difference: 'Variables of a script belong to its state: states inside see them, others do not.',
    evidence: 'documented',
    source: sources.reference,
    body: `<state id="s"><onentry><script>var a = 1;</script></onentry><state id="t"><onentry><log expr="a"/></onentry><transition target="end"/></state></state>
      <final id="end"><onentry><log expr="typeof a"/></onentry></final>`,
    expected: { logs: ['1', 'undefined'] },
  },
  {
    id: 'end of a scope',
    difference: 'The variables of a state die when it is left.',
    evidence: 'documented',
    source: sources.reference,
    body: `<script>var again = true;</script><state id="s"><onentry><log expr="typeof a"/><script>var a = 1;</script></onentry>
      <transition cond="again" target="s"><script>again = false;</script></transition><transition target="end"/></state><final id="end"/>`,
    expected: { logs: ['undefined', 'undefined'] },
  },
  {
    id: 'no scope of a transition',
    difference: 'Nothing is local to a transition: what its script declares belongs to the state.',
    evidence: 'documented',
    source: sources.reference,
    body: `<state id="s"><onentry><raise event="a"/><raise event="b"/></onentry><transition event="a"><script>var kept = 5;</script></transition>
      <transition event="b"><log expr="kept"/></transition></state>`,
    expected: { logs: ['5'] },
  },
  {
    id: 'events of failures',
    difference: 'A script that fails raises `error.script.` with the kind of its error.',
    evidence: 'documented',
    source: `${sources.composer}, ECMAScript block; the kinds other than SyntaxError and ReferenceError are inferred`,
    body: `<state id="s"><onentry><log expr="nowhere"/></onentry><onentry><script>var = 1;</script></onentry><onentry><log expr="undefined.x"/></onentry>
      <transition event="error.script"/></state>`,
    expected: {
      events: ['error.script.ReferenceError', 'error.script.SyntaxError', 'error.script.TypeError'],
    },
  },
  {
    id: 'failing conditions',
    difference: 'A condition that fails is false and raises its error, too.',
    evidence: 'inferred',
    source: sources.draft,
    body: `<state id="s"><onentry><raise event="e"/></onentry><transition event="e" cond="nowhere == 1" target="end"/><transition event="*"/></state><final id="end"/>`,
    expected: { events: ['e', 'error.script.ReferenceError'], states: ['s'] },
  },
  {
    id: 'syntax of ES5',
    difference: 'Scripts are ECMAScript 5: later syntax is refused.',
    evidence: 'documented',
    source: `${sources.composer}, ECMAScript block`,
    body: `<state id="s"><onentry>
      <script>let a = 1;</script>
      <log expr="(() => 1)()"/></onentry></state><final id="end"/>`,
    expected: {
      findings: [
        ['IRD5202', 2],
        ['IRD5202', 3],
      ],
    },
  },
  {
    id: 'library of ES5',
    difference: 'Objects and methods that ECMAScript 5.1 lacks are not there.',
    evidence: 'inferred',
    source: sources.ours,
    body: `<state id="s"><onentry><log expr="typeof Map + typeof Promise + typeof ''.includes + typeof Object.assign + typeof [].find"/></onentry></state>`,
    expected: { logs: ['undefinedundefinedundefinedundefinedundefined'] },
  },
  {
    id: 'const',
    difference: '`const` is taken as `var`.',
    evidence: 'observed',
    source: `${sources.pages}; that the engine takes it is inferred`,
    body: `<final id="end"><onentry>
      <script>const limit = 3;</script><log expr="limit"/></onentry></final>`,
    expected: { findings: [['IRD5204', 2]], logs: ['3'] },
  },
  {
    id: 'script src',
    difference: 'A script cannot be loaded by `src`.',
    evidence: 'inferred',
    source: `${sources.pages}: they include the file instead`,
    files: { 'lib.js': 'var a = 1;' },
    body: `
      <script src="lib.js"/><final id="end"/>`,
    expected: { findings: [['IRD5006', 2]], runs: false },
  },
  {
    id: 'uneval',
    difference: '`uneval` and `toSource` give the source text of a value.',
    evidence: 'observed',
    source: `${sources.samples}, ${sources.pages}`,
    body: `<final id="end"><onentry><log expr="uneval({ a: [1, 'x'] }) + ({ b: null }).toSource()"/></onentry></final>`,
    expected: { logs: ['({a:[1, "x"]})({b:null})'] },
  },
  {
    id: '__Log',
    difference: 'Scripts log by `__Log(message, label, level)`.',
    evidence: 'observed',
    source: `${sources.samples}, ${sources.pages}`,
    body: `<final id="end"><onentry><script>__Log('one'); __Log('two', 'L', 4);</script></onentry></final>`,
    expected: { logs: ['one', 'two (level 4)'] },
  },
  {
    id: '__Raise',
    difference: 'Scripts raise internal events by `__Raise(name, parameters)`.',
    evidence: 'observed',
    source: sources.pages,
    body: `<state id="s"><onentry><script>__Raise('told', { n: 1 });</script></onentry><transition event="told"><log expr="_event.data.n"/></transition></state>`,
    expected: { logs: ['1'] },
  },
  {
    id: '__GetCurrentStates',
    difference: '`__GetCurrentStates()` lists the active states.',
    evidence: 'observed',
    source: sources.pages,
    body: `<state id="s"><state id="t"><onentry><log expr="__GetCurrentStates().join()"/></onentry></state></state>`,
    expected: { logs: ['s,t'] },
  },
  {
    id: '__GetDocumentURL',
    difference: '`__GetDocumentURL()` names the page.',
    evidence: 'observed',
    source: sources.pages,
    body: `<final id="end"><onentry><log expr="__GetDocumentURL()"/></onentry></final>`,
    expected: { logs: ['pages/case.scxml'] },
  },
  {
    id: 'In',
    difference: '`In` tells whether a state is active.',
    evidence: 'inferred',
    source: sources.draft,
    body: `<state id="s"><onentry><log expr="In('s') + ' ' + In('t')"/></onentry></state><state id="t"/>`,
    expected: { logs: ['true false'] },
  },
  {
    id: 'namespaces of modules',
    difference: 'Modules have namespaces without a scheme, or with `http://`.',
    evidence: 'observed',
    source: `${sources.samples}, ${sources.pages}`,
    root: 'xmlns:q="www.genesyslab.com/modules/queue" xmlns:h="http://www.genesyslab.com/modules/queue"',
    body: `<state id="s"><onentry><q:cancel interactionid="'1'"/><h:cancel interactionid="'1'"/></onentry><transition event="e" target="end"/></state><final id="end"/>`,
    expected: { findings: [] },
  },
  {
    id: 'included scripts',
    difference: 'A script takes its text from a file by `xi:include` with `parse="text"`.',
    evidence: 'observed',
    source: sources.pages,
    files: { 'include/lib.js': 'function twice(n) { return 2 * n; }' },
    body: `<script><xi:include href="include/lib.js" parse="text"/></script><final id="end"><onentry><log expr="twice(4)"/></onentry></final>`,
    expected: { findings: [], logs: ['8'] },
  },
  {
    id: 'included states',
    difference:
      '`xi:include` with `xpointer` puts a state of another page in; `resolveid` goes in front of its ids.',
    evidence: 'observed',
    source: sources.pages,
    files: {
      'flow.scxml': fragment(
        '<state id="entry" initial="$$_MY_PREFIX_$$.a"><state id="a"><onentry><log expr="__GetCurrentStates().join()"/></onentry><transition target="$$_MY_PREFIX_$$.f"/></state><final id="f"/></state>',
      ),
    },
    body: `<state id="Main" initial="Main.entry"><xi:include href="flow.scxml" parse="xml" resolveid="Main" xpointer="entry"/>
      <transition event="done.state.Main.entry" target="end"/></state><final id="end"/>`,
    expected: { findings: [], logs: ['Main,Main.entry,Main.a'], states: ['end'] },
  },
  {
    id: '_my_prefix',
    difference: 'In an included state `_my_prefix` is the prefix of its ids.',
    evidence: 'observed',
    source: sources.pages,
    files: {
      'flow.scxml': fragment(
        `<state id="entry" initial="$$_MY_PREFIX_$$.a"><state id="a"><onentry><send event="'a.done'"><param name="resolveid" expr="_my_prefix"/></send></onentry>
         <transition event="a.done" cond="_event.data.resolveid == _my_prefix" target="$$_MY_PREFIX_$$.f"/></state><final id="f"/></state>`,
      ),
    },
    body: `<state id="Main" initial="Main.entry"><xi:include href="flow.scxml" parse="xml" resolveid="Main" xpointer="entry"/>
      <transition event="done.state.Main.entry" target="end"><log expr="_my_prefix === ''"/></transition></state><final id="end"/>`,
    expected: { logs: ['true'], states: ['end'] },
  },
  {
    id: 'args_',
    difference: 'A subroutine reads its arguments from `args_`, which nothing declares.',
    evidence: 'inferred',
    source: `${sources.pages} read it; how it is supplied is our reading`,
    data: { args_: { vQueue: 'VQ_1' } },
    body: `<state id="s"><onentry><log expr="args_.vQueue"/></onentry></state>`,
    expected: { logs: ['VQ_1'] },
  },
  {
    id: 'comments in scripts',
    difference: 'XML comments inside a script are no part of it.',
    evidence: 'observed',
    source: sources.pages,
    body: `<final id="end"><onentry><script><!-- a remark -->var a = 1; <!-- another -->a++;</script><log expr="a"/></onentry></final>`,
    expected: { findings: [], logs: ['2'] },
  },
];
