// What includes make of a page: scripts as text, states with a prefix, and faults with their place.
import { describe, expect, test } from 'vitest';
import type { Diagnostic } from '../../../src/diagnostics/index.js';
import { prefixMark, type ResolveFile } from '../../../src/runtime-check/document/include.js';
import { readPage } from '../../../src/runtime-check/document/read-page.js';
import { runPage, validatePage } from '../../../src/runtime-check/index.js';
import { attribute, elementsWithin } from '../../../src/xml/index.js';
import { loadEngine } from '../load-engine.js';

const page = (body: string, initial = ''): string =>
  `<?xml version="1.0" encoding="utf-8"?>
<scxml xmlns="http://www.w3.org/2005/07/scxml" xmlns:xi="http://www.w3.org/2001/XInclude" version="1.0" profile="ecmascript"${initial === '' ? '' : ` initial="${initial}"`}>${body}</scxml>`;

const files =
  (given: Readonly<Record<string, string>>): ResolveFile =>
  (uri) =>
    Object.hasOwn(given, uri) ? given[uri] : undefined;

const ids = (text: string, given: Readonly<Record<string, string>>): readonly string[] => {
  const { value, diagnostics } = readPage(text, 'src-gen/main.scxml', files(given));
  if (!value || diagnostics.length > 0) throw new Error(JSON.stringify(diagnostics));
  return [...elementsWithin(value.root)].flatMap((element) => attribute(element, 'id')?.value.text ?? []);
};

const faults = (text: string, given: Readonly<Record<string, string>>): readonly Diagnostic[] =>
  readPage(text, 'src-gen/main.scxml', files(given)).diagnostics;

const logsOf = async (text: string, given: Readonly<Record<string, string>>): Promise<readonly string[]> => {
  const scenario = { scenario: 1, name: 'run', interaction: { media: 'none' } } as const;
  const { value, diagnostics } = await runPage(text, 'src-gen/main.scxml', scenario, {
    wasm: await loadEngine(),
    resolve: files(given),
    verbose: true,
  });
  if (value.end === 'stuck') throw new Error(diagnostics.map(({ message }) => message).join('\n'));
  return value.details.filter(({ kind }) => kind === 'log').map(({ text: line }) => line);
};

const workflow = page(
  `<final id="alone"/>
   <state id="entry" initial="${prefixMark}.first">
     <onentry><script>var mine = _my_prefix;</script></onentry>
     <state id="first"><onentry><log expr="mine + ' ' + _my_prefix"/></onentry><transition target="${prefixMark}.end"/></state>
     <final id="end"/>
   </state>`,
  'alone',
);

describe('states from another file', () => {
  const main = page(
    `<state id="A" initial="A.entry"><xi:include href="part.scxml" parse="xml" resolveid="A" xpointer="entry"/>
       <transition event="done.state.A.entry" target="B"/></state>
     <state id="B" initial="B.entry"><xi:include href="part.scxml" parse="xml" resolveid="B" xpointer="element(entry)"/>
       <transition event="done.state.B.entry" target="over"/></state><final id="over"/>`,
    'A',
  );
  const given = { 'part.scxml': workflow };

  test('come with the prefix in front of their ids and in place of the mark, once for each inclusion', () => {
    expect(ids(main, given)).toEqual([
      ...['A', 'A.entry', 'A.first', 'A.end', 'B', 'B.entry', 'B.first', 'B.end', 'over'],
    ]);
  });

  test('run, and see their own prefix', async () => {
    expect(await logsOf(main, given)).toEqual(['A A', 'B B']);
  });

  test('include files of their own, with paths from where they stand', async () => {
    const outer = page(
      `<state id="main" initial="main.sub"><xi:include href="flows/outer.scxml" resolveid="main" xpointer="sub"/>
         <transition event="done.state.main.sub" target="over"/></state><final id="over"/>`,
    );
    const inner = page(
      `<state id="sub" initial="${prefixMark}.call"><state id="call" initial="${prefixMark}.call.entry">
           <xi:include href="../part.scxml" parse="xml" resolveid="${prefixMark}.call" xpointer="entry"/>
           <transition event="done.state.${prefixMark}.call.entry" target="${prefixMark}.out"/></state><final id="out"/></state>`,
    );
    const all = { 'flows/outer.scxml': inner, 'part.scxml': workflow };
    expect(ids(outer, all)).toContain('main.call.first');
    expect(await logsOf(outer, all)).toEqual(['main.call main.call']);
  });

  test('a page that is meant for inclusion runs alone without a prefix, and is told to be a part', async () => {
    expect(
      await logsOf(
        workflow
          .replace('initial="alone"', 'initial="entry"')
          .replace('<final id="alone"/>', '<final id="alone"/>')
          .replace('<final id="end"/>', '<final id="end"/><transition event="done" target="alone"/>')
          .replace(`${prefixMark}.end`, 'alone'),
        {},
      ),
    ).toEqual([' ']);
    expect(validatePage(workflow, 'part.scxml').map(({ code }) => code)).toContain('IRD5513');
  });
});

describe('scripts from another file', () => {
  const main = page(
    `<script><xi:include href="../include/lib.js" parse="text"/></script>
     <state id="s"><onentry><log expr="twice(21)"/></onentry><transition target="over"/></state><final id="over"/>`,
  );

  test('are scripts of the page', async () => {
    expect(
      await logsOf(main, {
        '../include/lib.js': 'function twice(n) { return n * 2 < 99 && n > 0 ? n * 2 : 0; }',
      }),
    ).toEqual(['42']);
  });

  test('have findings at their place in their file', () => {
    const found = validatePage(
      main,
      'src-gen/main.scxml',
      files({ '../include/lib.js': 'var a;\nlet b = 1;\n' }),
    );
    expect(found.map(({ code, span }) => [code, span.file, span.start.line])).toContainEqual([
      'IRD5202',
      'include/lib.js',
      2,
    ]);
  });

  test('a declared encoding does not matter to text that is decoded', () => {
    const part = workflow.replace('utf-8', 'windows-1252');
    const including = page(
      `<state id="A" initial="A.entry"><xi:include href="part.scxml" resolveid="A" xpointer="entry"/></state>`,
    );
    expect(faults(including, { 'part.scxml': part })).toEqual([]);
  });
});

describe('what cannot be included', () => {
  const including = (include: string): string => page(`<state id="s">${include}<state id="t"/></state>`);
  const circle = including('<xi:include href="circle.scxml"/>');

  test.each([
    ['<xi:include href="none.js" parse="text"/>', 'there is no such file'],
    ['<xi:include parse="text"/>', 'it names no file'],
    ['<xi:include href="http://example.com/a.js" parse="text"/>', 'only files beside the page are read'],
    ['<xi:include href="/etc/hosts" parse="text"/>', 'only files beside the page are read'],
    ['<xi:include href="C:\\\\a.js" parse="text"/>', 'only files beside the page are read'],
    ['<xi:include href="part.scxml" xpointer="nobody"/>', 'no element in it has the id "nobody"'],
    ['<xi:include href="part.scxml" xpointer="element(/1/2)"/>', 'the pointer "element(/1/2)" is no id'],
    [
      '<xi:include href="part.scxml" xpointer="xpointer(//state)"/>',
      'the pointer "xpointer(//state)" is no id',
    ],
    ['<xi:include href="part.scxml" parse="json"/>', '"json" is no way to include it'],
  ])('%s', (include, reason) => {
    const [found, ...more] = faults(including(include), { 'part.scxml': workflow });
    expect(found?.code).toBe('IRD5512');
    expect(found?.message).toContain(reason);
    expect(found?.span.start.line).toBe(2);
    expect(more).toEqual([]);
  });

  test('what whoever reads the files says of one', () => {
    const { diagnostics } = readPage(
      including('<xi:include href="a.js" parse="text"/>'),
      'p.scxml',
      (_uri, refuse) => {
        refuse?.('permission denied');
        return undefined;
      },
    );
    expect(diagnostics.map(({ message }) => message)).toEqual([
      '"a.js" cannot be included: permission denied',
    ]);
  });

  test('a file that includes itself', () => {
    const found = faults(circle, { 'circle.scxml': circle });
    expect(found.map(({ message }) => message)).toEqual([
      expect.stringContaining('the file includes itself'),
    ]);
  });

  test('files that multiply', () => {
    const body = (next: string): string => including(`<xi:include href="${next}"/>`.repeat(20));
    const many = Object.fromEntries(
      [1, 2, 3, 4, 5].map((n) => [`${String(n)}.scxml`, body(`${String(n + 1)}.scxml`)]),
    );
    const found = faults(body('1.scxml'), many);
    expect(found.length).toBeGreaterThan(0);
    expect(
      found.every(({ message }) => message.includes('includes too much') || message.includes('no such file')),
    ).toBe(true);
  });

  test('a broken file tells its own faults', () => {
    const [found] = faults(including('<xi:include href="part.scxml"/>'), {
      'part.scxml': '<scxml>\n<state>',
    });
    expect([found?.span.file, found?.span.start.line]).toEqual(['src-gen/part.scxml', 2]);
  });

  test('the fallback stands in for a file that is not there', () => {
    const text = page(
      '<state id="s"><xi:include href="none.scxml"><xi:fallback><state id="instead"/></xi:fallback></xi:include></state>',
    );
    expect(ids(text, {})).toEqual(['s', 'instead']);
  });

  test('without a way to read files, the validation notes what was left out', () => {
    const codes = validatePage(including('<xi:include href="part.scxml"/>'), 'main.scxml').map(
      ({ code }) => code,
    );
    expect(codes).toContain('IRD5010');
  });
});
