import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  builtInDocuments,
  loadProfile,
  type ProfileDocument,
} from '../../../src/ird-parser/profiles/index.js';
import { parseJson } from '../../../src/ird-parser/profiles/json-text.js';
import { parseFile } from '../../../src/ird-parser/read.js';
import { utf8 } from '../../xml/encode.js';
import { objects } from './export.js';

const minimal: ProfileDocument = {
  profile: 1,
  name: 'own',
  evidence: 'given',
  strategies: [{ at: 'F', name: '@n' }],
  blocks: [{ at: 'B', id: '@i', type: '@t' }],
  links: [{ in: 'block', at: '@next', to: '.' }],
  properties: [{ at: '@*', name: 'name()', value: '.' }],
};
const load = (document: object) => loadProfile(JSON.stringify(document, undefined, 2), 'p.json');
/** Code, underlined text, message. */
const problems = (text: string): readonly string[] =>
  loadProfile(text, 'p.json').diagnostics.map(
    ({ code, span, message }) =>
      `${code} ${span.start.line}: ${text.slice(span.start.offset, span.end.offset).split('\n')[0]} | ${message}`,
  );
const problemsOf = (change: object): readonly string[] =>
  problems(JSON.stringify({ ...minimal, ...change }, undefined, 2));

describe('profiles', () => {
  it('accepts the built-in profiles and a minimal one', () => {
    for (const document of [...builtInDocuments, minimal]) expect(load(document).diagnostics).toEqual([]);
    expect(loadProfile(`\ufeff${JSON.stringify(minimal)}`, 'p.json').diagnostics).toEqual([]);
  });

  it('points at mistakes of JSON', () => {
    expect(problems('{\n  "profile": 1,\n}')).toEqual([
      'IRD1201 3: } | The export profile is not valid JSON: expected a key after ","',
    ]);
    expect(problems('{ "a": 1, "a": 2 }')).toEqual([
      'IRD1201 1: "a" | The export profile is not valid JSON: the key "a" stands twice',
    ]);
    expect(problems('')).toHaveLength(1);
    expect(problems('['.repeat(100_000))).toEqual([
      'IRD1201 1: [ | The export profile is not valid JSON: more than 64 levels of nested values',
    ]);
  });

  it('points at keys and values that the schema refuses', () => {
    expect(problemsOf({ block: [] })).toEqual([
      expect.stringMatching(
        /^IRD1202 \d+: "block" \| In the export profile, "block" is not a key that a profile has$/,
      ),
    ]);
    expect(problemsOf({ evidence: 'sure' })).toEqual([
      expect.stringMatching(
        /^IRD1202 \d+: "sure" \| .*"evidence" must be one of "assumed", "observed", "given"$/,
      ),
    ]);
    expect(problemsOf({ profile: 2 })[0]).toContain('"profile" must be 1');
    expect(problemsOf({ links: [] })[0]).toContain('"links" must not be empty');
    expect(problemsOf({ blocks: [{ at: 'B', id: 7, type: '@t' }] })).toEqual([
      expect.stringMatching(/^IRD1202 \d+: 7 \| .*"blocks\[0\].id" must be a path or a list of paths$/),
    ]);
    expect(problemsOf({ blocks: [{ at: [], type: '@t' }] })).toEqual([
      expect.stringContaining('"blocks[0]" lacks the key "id"'),
      expect.stringContaining('"blocks[0].at" must be a path or a list of paths'),
    ]);
    expect(problemsOf({ strategies: undefined })[0]).toContain('the document lacks the key "strategies"');
    expect(problems('[]')[0]).toContain('the document must be object');
  });

  it('points at paths and words that mean nothing', () => {
    expect(problemsOf({ ports: [{ at: 'P', name: ['@a', '@b/c'] }] })).toEqual([
      expect.stringMatching(
        /^IRD1203 \d+: "@b\/c" \| .*"ports\[0\].name\[1\]" cannot be used: an attribute can only end a path/,
      ),
    ]);
    expect(problemsOf({ variables: [{ at: "'x'", name: 'x:y' }] })).toEqual([
      expect.stringContaining(
        '"variables[0].at" cannot be used: "\'x\'" is a text; an element or attribute is wanted here',
      ),
      expect.stringContaining('the prefix "x" is not declared'),
    ]);
    expect(
      problemsOf({
        tables: [{ at: '..', name: "'T'", row: 'R', cells: [{ at: '@*', name: 'name()', value: '.' }] }],
      })[0],
    ).toContain('must stand inside the block');
    const words = {
      types: { X: 'Selektion' },
      kinds: { x: 'opera' },
      directions: { x: 'up' },
      properties: { If: { a: 'timeout' }, '*': { b: 'nothing' }, Nonsense: { c: 'timeout' } },
      columns: { targets: { d: 'mood' } },
      values: { statisticOrder: { e: 'middle' }, 'targets.nothing': { f: 'x' } },
    };
    expect(
      problemsOf({ words, literals: { Music: ['source', 'condition'], '*': ['pairs.value'] } }).map((text) =>
        text.replace(/.*profile, /, ''),
      ),
    ).toEqual([
      '"words.types.X" cannot be used: "Selektion" is not a block type',
      '"words.kinds.x" cannot be used: "opera" is not a kind of strategy',
      '"words.directions.x" cannot be used: "up" is not a direction of a variable',
      '"words.properties.If.a" cannot be used: "timeout" is not a property of "If"',
      '"words.properties.*.b" cannot be used: "nothing" is not a property of "*"',
      '"words.properties.Nonsense.c" cannot be used: "timeout" is not a property of "Nonsense"',
      '"words.columns.targets.d" cannot be used: "mood" is not a column of "targets"',
      '"words.values.statisticOrder.e" cannot be used: "middle" is not a word of "statisticOrder"',
      '"words.values.targets.nothing.f" cannot be used: "x" is not a word of "targets.nothing"',
      '"literals.Music[1]" cannot be used: "condition" is not a property of "Music"',
    ]);
  });

  it('never throws, whatever the text', () => {
    const text = JSON.stringify(minimal);
    const edit = fc.tuple(
      fc.nat(text.length),
      fc.nat(8),
      fc.constantFrom('', '"', '{', '[', ']', '}', ':', ',', '1', '\\', 'null', '@', '..'),
    );
    fc.assert(
      fc.property(fc.array(edit, { minLength: 1, maxLength: 3 }), (edits) => {
        const changed = edits.reduce(
          (now, [at, cut, put]) => now.slice(0, at) + put + now.slice(at + cut),
          text,
        );
        const { value, diagnostics } = loadProfile(changed, 'p.json');
        expect(value === undefined).toBe(diagnostics.length > 0);
      }),
      { numRuns: 400 },
    );
  });

  it('reads JSON as JSON.parse does', () => {
    fc.assert(
      fc.property(fc.json({ maxDepth: 5 }), (text) => {
        const read = parseJson(` ${text}\n`);
        expect('problem' in read ? read : read.value).toEqual(JSON.parse(text));
      }),
    );
  });
});

describe('a profile in use', () => {
  const readBy = (document: object, text: string) => {
    const profile = load(document).value;
    if (!profile) throw new Error('no profile');
    return parseFile(utf8(text), 'a.xml', { profile });
  };

  it('names itself and its evidence', () => {
    const { value, diagnostics } = readBy(
      minimal,
      '<F n="f"><B i="1" t="Entry" next="2"/><B i="2" t="Exit" next=""/></F>',
    );
    expect(diagnostics).toEqual([]);
    expect(value?.profile).toEqual({ name: 'own', evidence: 'given' });
    expect(value?.strategies[0]?.links).toMatchObject([{ from: '1', port: 'green', to: '2' }]);
  });

  it('tells about itself first when it does not fit', () => {
    const { value, diagnostics } = readBy(minimal, objects('<Object id="1" type="Entry"/>'));
    expect(value).toBeUndefined();
    expect(diagnostics.map(({ message }) => message)).toEqual([
      'No export profile fits this file: "own" found 0 of the 5 places that it needs, not strategies.at "F", blocks.at "B", blocks.id "@i", ...; ' +
        '"ird-8", which is built in, would fit; ' +
        'its root element is "IRDExport", its most frequent elements are "IRDExport" (1), "Strategy" (1), "Objects" (1), "Object" (1)',
    ]);
  });

  it('takes its own words before the common ones', () => {
    const words = {
      types: { Entry: 'Exit' },
      booleans: { wahr: true },
      properties: { Selection: { Zeit: 'timeout', Timeout: 'priority' } },
      values: { statisticOrder: { groß: 'max' } },
    };
    const { value, diagnostics } = readBy(
      { ...minimal, words },
      '<F n="f"><B i="1" t="Entry"/><B i="2" t="Selection" Zeit="5" Timeout="6" clearTargets="Wahr" Order="GROß"/></F>',
    );
    expect(diagnostics).toEqual([]);
    expect(value?.strategies[0]?.blocks).toMatchObject([
      { type: 'Exit' },
      {
        properties: {
          timeout: { source: { text: '5' } },
          priority: { source: { text: '6' } },
          clearTargets: { value: true },
          statisticOrder: { value: 'max' },
        },
      },
    ]);
  });

  it('takes texts literally where it says so', () => {
    const literals = { Music: ['source'], '*': ['destination'] };
    const { value, diagnostics } = readBy(
      { ...minimal, literals },
      `<F n="f"><B i="1" t="Music" source="it's calm" duration="20"/><B i="2" t="Set Default Destination" destination="5550100"/></F>`,
    );
    expect(diagnostics).toEqual([]);
    expect(value?.strategies[0]?.blocks).toMatchObject([
      {
        properties: {
          source: { tree: { kind: 'string', value: "it's calm" } },
          duration: { tree: { kind: 'number' } },
        },
      },
      { properties: { destination: { tree: { kind: 'string', value: '5550100' } } } },
    ]);
  });

  it('leaves out what it says to ignore', () => {
    const { value } = readBy(
      { ...minimal, ignore: ['F/@v', '//junk'] },
      '<F n="f" v="1" w="2"><B i="1" t="Entry"><junk a="1">x<y/></junk></B></F>',
    );
    expect(value?.unread.map(({ path }) => path)).toEqual(['F/@w']);
  });

  it('joins links whose ends stand with the blocks', () => {
    const linkEnds = [
      { in: 'port', at: '@wire', link: '.', end: 'from' },
      { in: 'block', at: 'in', link: '@wire', end: 'to' },
    ];
    const document = { ...minimal, ports: [{ at: 'out', name: '@name' }], linkEnds };
    const { value, diagnostics } = readBy(
      document,
      '<F n="f"><B i="1" t="If"><out name="no" wire="w1"/><out name="yes"/></B><B i="2" t="Exit"><in wire="w1"/><in wire="w2"/><in wire="w2"/></B></F>',
    );
    expect(value?.strategies[0]?.links).toMatchObject([
      { id: 'w1', from: '1', port: 'red', to: '2' },
      { id: 'w2', from: '', to: '2' },
    ]);
    expect(value?.strategies[0]?.blocks[0]?.ports.map(({ name }) => name)).toEqual(['red', 'green']);
    expect(diagnostics.map(({ message }) => message)).toEqual([
      'Link "w2" leads to block "2" and block "2"; the first counts',
      'Link "w2" does not say which block it leaves',
    ]);
  });
});
