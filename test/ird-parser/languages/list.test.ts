import { describe, expect, it } from 'vitest';
import { parseLanguage } from '../../../src/ird-parser/languages/index.js';
import { located } from './located.js';

const pairs = (text: string): readonly [string, string][] =>
  parseLanguage('list', located(text), 'block').value.pairs.map(({ key, value }) => [key, value]);

describe('list values', () => {
  it.each<[string, readonly [string, string][]]>([
    ['', []],
    ['a:1', [['a', '1']]],
    [
      'a:1|b:2|a:3',
      [
        ['a', '1'],
        ['b', '2'],
        ['a', '3'],
      ],
    ],
    [
      'time:17:30:15|url:http://x',
      [
        ['time', '17:30:15'],
        ['url', 'http://x'],
      ],
    ],
    [
      'a:1||b:2',
      [
        ['a', '1'],
        ['', ''],
        ['b', '2'],
      ],
    ],
    [
      'a:1|',
      [
        ['a', '1'],
        ['', ''],
      ],
    ],
    [
      '|',
      [
        ['', ''],
        ['', ''],
      ],
    ],
    [':', [['', '']]],
    [
      'a:|:b',
      [
        ['a', ''],
        ['', 'b'],
      ],
    ],
    [" a : it's, [x] ", [[' a ', " it's, [x] "]]],
    ['ключ:значение', [['ключ', 'значение']]],
  ])('%s', (text, expected) => {
    expect(pairs(text)).toEqual(expected);
    expect(parseLanguage('list', located(text), 'block').diagnostics).toEqual([]);
  });

  it('keeps the place of every item, also of empty ones', () => {
    const { value } = parseLanguage('list', located('a:1||b:2'), 'block');
    expect(value.pairs.map(({ span }) => [span.start.offset, span.end.offset])).toEqual([
      [0, 3],
      [4, 4],
      [5, 8],
    ]);
  });

  it('warns about items without a value', () => {
    const { value, diagnostics } = parseLanguage('list', located('a:1|lonely|'), 'block');
    expect(value.pairs[1]).toMatchObject({ key: 'lonely', value: '' });
    expect(diagnostics.map((d) => [d.code, d.severity, d.span.start.offset, d.message])).toEqual([
      ['IRD1540', 'warning', 4, 'Item 2 of the list, "lonely", has no ":" and so no value'],
    ]);
  });
});
