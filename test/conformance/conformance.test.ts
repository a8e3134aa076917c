// The conformance run itself, on a small package made here: what is taken from it, what counts as held, and what is said when it cannot be had.
import { createHash } from 'node:crypto';
import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { createTarGzip } from 'nanotar';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { loadEngine } from '../runtime-check/load-engine.js';
import { loadPackage, type PackedPackage } from './corpus.js';
import { judge } from './judge.js';
import { page, summary } from './page.js';
import { scriptedCases } from './scripted-cases.js';
import type { Files } from './tarball.js';
import { w3cTests } from './w3c-cases.js';

const scxml = (body: string): string =>
  `<scxml xmlns="http://www.w3.org/2005/07/scxml" version="1.0" datamodel="ecmascript">${body}</scxml>`;
const pass = '<final id="pass"/><final id="fail"/>';

const manifest = `<assertions>
  <assert id="1" specnum="3.2"><test id="1" conformance="mandatory" manual="false"><start uri="1/test1.txml"/></test></assert>
  <assert id="2" specnum="6.2"><test id="2" conformance="optional" manual="false"><start uri="2/test2a.txml"/><start uri="2/test2b.txml"/></test></assert>
  <assert id="3" specnum="C.2"><test id="3" conformance="optional" manual="false"><start uri="3/test3.txml"/></test></assert>
  <assert id="301" specnum="5.8"><test id="301" conformance="mandatory" manual="true"><start uri="301/test301.txml"/></test></assert>
  <assert id="313" specnum="5.9"><test id="313" conformance="mandatory" manual="true"><start uri="313/test313.txml"/></test></assert>
  <assert id="415" specnum="3.13"><test id="415" conformance="mandatory" manual="true"><start uri="415/test415.txml"/></test></assert>
</assertions>`;

const waits = '<state id="s"><transition event="never" target="pass"/></state>';
const files: Files = new Map([
  ['test/w3c-ecma/manifest.xml', manifest],
  ['test/w3c-ecma/test1.txml.scxml', scxml(pass)],
  ['test/w3c-ecma/test2a.txml.scxml', scxml(`<state id="s"><transition target="fail"/></state>${pass}`)],
  ['test/w3c-ecma/test2b.txml.scxml', scxml(`${waits}${pass}`)],
  [
    'test/w3c-ecma/test3.txml.scxml',
    scxml(
      `<state id="s"><onentry><send event="e" type="http://www.w3.org/TR/scxml/#BasicHTTPEventProcessor" targetexpr="_ioprocessors.basichttp.location"/></onentry>
         <transition event="e" target="pass"/></state>${pass}`,
    ),
  ],
  ['test/w3c-ecma/test301.txml.scxml', scxml(`<script src="nowhere.js"/>${pass}`)],
  ['test/w3c-ecma/test313.txml.scxml', scxml(`<state id="s"><transition target="nowhere"/></state>${pass}`)],
  [
    'test/some/one.scxml',
    scxml(
      `<parallel id="p"><state id="a"><state id="b"><transition event="go" target="c"/></state><state id="c"/></state><state id="d"/></parallel>
       <script src="one.js"/>`,
    ),
  ],
  ['test/some/one.js', 'var x = 1;'],
  [
    'test/some/one.json',
    '{"initialConfiguration":["d","b"],"events":[{"event":{"name":"go"},"nextConfiguration":["c","d"]},{"after":1000,"event":{"name":"go"},"nextConfiguration":["d"]}]}',
  ],
  [
    'test/more-parallel/test10.json',
    '{"initialConfiguration":["a"],"events":[],"legacySemantics":{"initialConfiguration":["b"],"events":[]}}',
  ],
]);

describe('cases', () => {
  test('come from the manifest, each start by itself, with what counts as held', () => {
    const { cases, byHand } = w3cTests(files);
    expect(cases.map(({ id, group, section, wanted }) => [id, group, section, wanted])).toEqual([
      ['1', 'mandatory', '3.2', 'pass'],
      ['2a', 'optional', '6.2', 'pass'],
      ['2b', 'optional', '6.2', 'pass'],
      ['3', 'optional, HTTP', 'C.2', 'pass'],
      ['301', 'manual', '5.8', 'refused'],
      ['313', 'manual', '5.9', 'pass or refused'],
    ]);
    expect(byHand).toEqual(['415']);
  });

  test('come from scripts, where two are judged by the Recommendation', () => {
    expect(scriptedCases(files).map(({ id, initial, steps }) => [id, initial, steps.length])).toEqual([
      ['more-parallel/test10', ['b'], 0],
      ['some/one', ['d', 'b'], 2],
    ]);
  });
});

describe('results', () => {
  test('say what went wrong', async () => {
    const engine = await loadEngine();
    const { cases } = w3cTests(files);
    const results = [...cases, ...scriptedCases(files)].map((one) => judge(one, files, engine));
    expect(results.map(({ test: { id }, failure }) => [id, failure])).toEqual([
      ['1', undefined],
      ['2a', 'it ends in "fail"'],
      ['2b', 'it stops (idle)'],
      ['3', undefined],
      ['301', undefined],
      ['313', undefined],
      ['more-parallel/test10', 'it is refused: the package does not hold it'],
      ['some/one', 'behind "go" it is in c d, not in d'],
    ]);
    const runs = [
      { engine: 'one', results },
      { engine: 'two', results: results.map((result) => ({ ...result, failure: undefined })) },
    ];
    const text = summary(runs);
    expect(text).toMatch(/^tests +hold in one +hold in two +of$/m);
    expect(text).toMatch(/^W3C, mandatory, automatic +1 +1 +1$/m);
    expect(text).toMatch(/^scripted +0 +2 +2$/m);
    expect(text).toContain('2a (optional, one): it ends in "fail"');
    expect(text).not.toContain('two)');
    const written = page(runs, ['415'], 'package@1');
    expect(written).toContain('| 2a | 6.2 | send | optional | fails: it ends in "fail" |');
    expect(written).toContain('| W3C, optional, automatic | 0 | 2 | 2 |');
    expect(written).toContain('| some/one | 2 | fails: behind "go" it is in c d, not in d |');
    expect(written).toBe(page(runs, ['415'], 'package@1'));
  });

  test('a document that must be refused and runs does not hold', async () => {
    const [, , , , refused] = w3cTests(files).cases;
    if (!refused) throw new Error('no such case');
    const runs = new Map([...files, [refused.file, scxml(pass)]]);
    expect(judge(refused, runs, await loadEngine()).failure).toBe('it is not refused');
  });
});

describe('the package', () => {
  let folder = '';
  let wanted: PackedPackage = { spec: 'p@1', fileName: 'p-1.tgz', integrity: '' };
  let bytes: Uint8Array = new Uint8Array();
  beforeEach(async () => {
    folder = mkdtempSync(path.join(tmpdir(), 'conformance-'));
    bytes = await createTarGzip([
      { name: 'package/a/b.txt', data: 'text \u00e4' },
      { name: 'package/package.json', data: '{}' },
    ]);
    const hash = createHash('sha512').update(bytes).digest('base64');
    wanted = { ...wanted, integrity: `sha512-${hash}` };
  });
  afterEach(() => {
    rmSync(folder, { recursive: true });
  });
  const put = (content: Uint8Array) => (): undefined => {
    writeFileSync(path.join(folder, wanted.fileName), content);
  };
  const expected = new Map([
    ['a/b.txt', 'text \u00e4'],
    ['package.json', '{}'],
  ]);

  test('is fetched once, and kept', () => {
    expect(loadPackage(wanted, folder, put(bytes))).toEqual({ kind: 'files', files: expected });
    const refuse = (): string => 'it must not be fetched again';
    expect(loadPackage(wanted, folder, refuse)).toEqual({ kind: 'files', files: expected });
  });

  test('is fetched again when the kept file is another one', () => {
    put(bytes.slice(1))();
    expect(loadPackage(wanted, folder, put(bytes))).toEqual({ kind: 'files', files: expected });
  });

  test('is not opened when it is another one than was published', () => {
    const loaded = loadPackage(wanted, folder, put(new Uint8Array([...bytes, 0])));
    expect(loaded).toEqual({ kind: 'missing', reason: 'what came for "p@1" is not what was published' });
  });

  test('may be out of reach', () => {
    const loaded = loadPackage(wanted, folder, () => 'no network');
    expect(loaded).toEqual({ kind: 'missing', reason: 'no network' });
    expect(readdirSync(folder)).toEqual([]);
  });
});
