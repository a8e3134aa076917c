import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readScenarios } from '../../../src/runtime-check/scenario/read.js';
import type { Scenario } from '../../../src/runtime-check/scenario/types.js';
import { writeScenarios } from '../../../src/runtime-check/scenario/write.js';

const again = (...scenarios: readonly Scenario[]): readonly Scenario[] => {
  const read = readScenarios(writeScenarios(scenarios), 'written.yaml');
  expect(read.diagnostics.filter(({ severity }) => severity === 'error')).toEqual([]);
  return read.value;
};

describe('a written scenario', () => {
  it('is what a person would write', () => {
    const text = writeScenarios([
      {
        expect: { end: 'routed', target: 'ada' },
        name: 'two calls',
        world: { agents: [{ id: 'ada', groups: ['Sales'], ready: [{ at: 2.5, value: true }] }] },
        scenario: 1,
        interaction: { ani: '0123', dnis: '8000', udata: { Language: 'no' } },
      },
    ]);
    expect(text).toBe(
      [
        'scenario: 1',
        'name: two calls',
        'interaction:',
        "  ani: '0123'",
        "  dnis: '8000'",
        '  udata: { Language: no }',
        'world:',
        '  agents:',
        '    - id: ada',
        '      groups: [ Sales ]',
        '      ready:',
        '        - { at: 2.5, value: true }',
        'expect: { end: routed, target: ada }',
        '',
      ].join('\n'),
    );
  });

  it('is read as it was, several in one file', () => {
    const scenarios: readonly Scenario[] = [
      { scenario: 1, name: 'a: b # c', description: 'two\nlines\n', random: [0, 0.5] },
      { scenario: 1, name: '---', data: { list: [], nothing: null, deep: { '': [{ a: 1 }] }, on: 'on' } },
    ];
    expect(again(...scenarios)).toEqual(scenarios);
  });

  it('keeps every text, number and name', () => {
    const texts = fc.oneof(
      fc.string(),
      fc.constantFrom(
        'yes',
        'null',
        '~',
        '1e3',
        '0x1f',
        '007',
        '+5',
        '- a',
        '? b',
        '2026-03-02',
        '@x',
        '%',
        '"',
        "'",
        '\t',
        'a\r\nb',
        ' a ',
        '\u2028',
        '<<',
      ),
    );
    const data = fc.dictionary(
      texts,
      fc.oneof(texts, fc.double({ noNaN: true, noDefaultInfinity: true }), fc.jsonValue()),
    );
    fc.assert(
      fc.property(fc.string({ minLength: 1 }), data, texts, (name, values, value) => {
        // Minus zero is zero in YAML, as in JSON.
        const plain = JSON.parse(JSON.stringify(values)) as Readonly<Record<string, unknown>>;
        const scenario: Scenario = { scenario: 1, name, data: plain, interaction: { udata: { value } } };
        expect(again(scenario)).toEqual([scenario]);
      }),
    );
  });
});
