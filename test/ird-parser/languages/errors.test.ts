import { describe, expect, it } from 'vitest';
import { parseLanguage, type Language } from '../../../src/ird-parser/languages/index.js';
import { located } from './located.js';
import { shape } from './shape.js';

type Found = readonly [code: string, start: number, end: number, message: string];

const findings = (text: string, language: Language): readonly Found[] =>
  parseLanguage(language, located(text), 'block').diagnostics.map((d) => [
    d.code,
    d.span.start.offset,
    d.span.end.offset,
    d.message,
  ]);

describe('syntax errors', () => {
  it.each<[string, readonly Found[]]>([
    ['', [['IRD1501', 0, 0, 'The expression is empty']]],
    ['  ', [['IRD1501', 0, 2, 'The expression is empty']]],
    ['a &', [['IRD1502', 2, 3, 'Expected a value after "&" but the text ends']]],
    ['a & & b', [['IRD1502', 4, 5, 'Expected a value after "&" but found "&"']]],
    ['a = = b', [['IRD1502', 4, 5, 'Expected a value after "=" but found "="']]],
    ['f[a,,b]', [['IRD1502', 4, 5, 'Expected a value after "," but found ","']]],
    ['f[,a]', [['IRD1502', 2, 3, 'Expected a value after "f[" but found ","']]],
    ['f[a,]', [['IRD1502', 4, 5, 'Expected a value after "," but found "]"']]],
    ['()', [['IRD1502', 1, 2, 'Expected a value after "(" but found ")"']]],
    ['-', [['IRD1502', 0, 1, 'Expected a value after "-" but the text ends']]],
    ['a + !', [['IRD1502', 4, 5, 'Expected a value after "!" but the text ends']]],
    ['& a', [['IRD1503', 0, 1, 'The expression starts with "&": the part before it is missing']]],
    ['f[& a]', [['IRD1502', 2, 3, 'Expected a value after "f[" but found "&"']]],
    ['a b', [['IRD1504', 2, 3, 'Expected an operator between "a" and "b"']]],
    ["'a' 'b'", [['IRD1504', 4, 7, `Expected an operator between "'a'" and "'b'"`]]],
    ['f[a](b)', [['IRD1504', 4, 5, 'Expected an operator between "]" and "("']]],
    ['a !b', [['IRD1504', 2, 3, 'Expected an operator between "a" and "!"']]],
    ['a § b', [['IRD1505', 2, 3, 'Expected a value or an operator but found "§" (U+00A7)']]],
    ['a = \u0007', [['IRD1505', 4, 5, 'Expected a value or an operator but found U+0007']]],
    ['a; b', [['IRD1505', 1, 2, 'Expected a value or an operator but found ";"']]],
    ['\u{1F600} + a', [['IRD1505', 0, 2, 'Expected a value or an operator but found "\u{1F600}" (U+1F600)']]],
    [
      "x + 'abc",
      [
        [
          'IRD1506',
          4,
          8,
          `The quoted text that starts with 'abc is never closed: expected ' before the text ends`,
        ],
      ],
    ],
    [
      'f["abc]',
      [
        [
          'IRD1506',
          2,
          7,
          `The quoted text that starts with "abc] is never closed: expected " before the text ends`,
        ],
      ],
    ],
    ['f[a', [['IRD1507', 1, 2, '"f[" is never closed: expected "]" but the text ends']]],
    ['(a + b', [['IRD1507', 0, 1, '"(" is never closed: expected ")" but the text ends']]],
    ['f[(a]', [['IRD1507', 2, 3, '"(" is never closed: expected ")" but found "]"']]],
    ['Cat[a,b)', [['IRD1508', 7, 8, 'Expected "]" to close "Cat[" but found ")"']]],
    ['(a]', [['IRD1508', 2, 3, 'Expected ")" to close "(" but found "]"']]],
    ['a) + b', [['IRD1509', 1, 2, '")" closes nothing: expected "(" somewhere before it']]],
    ['a]', [['IRD1509', 1, 2, '"]" closes nothing: expected "[" somewhere before it']]],
    ['a, b', [['IRD1510', 1, 2, 'Expected an operator or the end of the expression but found ","']]],
    ['f[(a, b)]', [['IRD1510', 4, 5, 'Expected an operator or the end of the expression but found ","']]],
    ['a,', [['IRD1510', 1, 2, 'Expected an operator or the end of the expression but found ","']]],
    ['[a]', [['IRD1511', 0, 1, 'Expected the name of a function before "[" but there is none']]],
    ["'x'[1]", [['IRD1511', 3, 4, `Expected the name of a function before "[" but found "'x'"`]]],
    ['24Hours', [['IRD1512', 0, 7, 'Expected a number, a time or a name but found "24Hours"']]],
    ['1.5.2', [['IRD1512', 0, 5, 'Expected a number, a time or a name but found "1.5.2"']]],
    ['9:5', [['IRD1512', 0, 3, 'Expected a number, a time or a name but found "9:5"']]],
    // Several errors in one expression, in the order of the text.
    [
      'Cat[a,] & & (b c) | 1x',
      [
        ['IRD1502', 6, 7, 'Expected a value after "," but found "]"'],
        ['IRD1502', 10, 11, 'Expected a value after "&" but found "&"'],
        ['IRD1504', 15, 16, 'Expected an operator between "b" and "c"'],
        ['IRD1512', 20, 22, 'Expected a number, a time or a name but found "1x"'],
      ],
    ],
    [
      'f[a §, (b] + c) = #',
      [
        ['IRD1505', 4, 5, 'Expected a value or an operator but found "§" (U+00A7)'],
        ['IRD1507', 7, 8, '"(" is never closed: expected ")" but found "]"'],
        ['IRD1509', 14, 15, '")" closes nothing: expected "(" somewhere before it'],
        ['IRD1505', 18, 19, 'Expected a value or an operator but found "#"'],
      ],
    ],
  ])('%s', (text, expected) => {
    expect(findings(text, 'expression')).toEqual(expected);
  });

  it('names the language', () => {
    expect(findings('&((a>0&a<23)|a>23)', 'skill')).toEqual([
      ['IRD1503', 0, 1, 'The skill expression starts with "&": the part before it is missing'],
    ]);
    expect(findings(' ', 'threshold')[0]?.[3]).toBe('The threshold expression is empty');
    expect(findings('$()>1', 'skill')[0]?.[0]).toBe('IRD1535');
    expect(findings('$(x)>1', 'expression')[0]?.[0]).toBe('IRD1505');
  });

  it('reports what a threshold does not expect', () => {
    expect(findings('sdata[@.GA,X]', 'threshold')).toEqual([
      ['IRD1513', 6, 10, 'Expected "]" but found "@.GA"'],
    ]);
    expect(findings('sdata[Grp@srv,X]', 'threshold')).toEqual([
      ['IRD1531', 9, 13, 'Expected a type such as ".GA" at the end of "@srv"'],
    ]);
  });

  it('cuts long pieces of the text in messages', () => {
    const [first] = findings(`a ${'b'.repeat(500)}`, 'expression');
    expect(first?.[3]).toBe(`Expected an operator between "a" and "${'b'.repeat(29)}…"`);
  });

  it('keeps what can be kept and marks what is missing', () => {
    const tree = (text: string): string => shape(parseLanguage('expression', located(text), 'block').value);
    expect(tree('a = 1 & & f[b,]')).toBe('(& (& (= a 1) ?) {f[] b ?})');
    expect(tree('& a')).toBe('(& ? a)');
    expect(tree('a b + c')).toBe('(+ ? c)');
    expect(tree('f[(a, b), c]')).toBe('{f[] <?> c}');
    expect(tree('a = 24h | f[$]')).toBe('(| (= a ?) {f[]})');
  });

  it('never gives a mended text out for a sound one', () => {
    const tree = (text: string): string => shape(parseLanguage('expression', located(text), 'block').value);
    expect(tree('f[a) | b')).toBe('?');
    expect(tree('(((a)')).toBe('?');
    expect(tree('a = 1;')).toBe('?');
    expect(tree('a) + b')).toBe('?');
  });

  it('puts places of a later line right', () => {
    const { diagnostics } = parseLanguage('expression', located('a &\n  &  b', 100), 'strategy/block/1');
    expect(diagnostics[0]).toMatchObject({
      node: 'strategy/block/1',
      severity: 'error',
      span: { file: 'text.xml', start: { line: 2, column: 3, offset: 106 } },
    });
  });
});

describe('limits', () => {
  const codes = (text: string, language: Language): readonly string[] =>
    findings(text, language).map(([c]) => c);

  it.each<[string, string, Language, readonly string[]]>([
    ['10,000 parentheses', `${'('.repeat(10_000)}a${')'.repeat(10_000)}`, 'expression', ['IRD1514']],
    ['10,000 unclosed calls', 'f['.repeat(10_000), 'threshold', ['IRD1514']],
    ['10,000 nested skill targets', `sdata[${'?:'.repeat(10_000)}`, 'threshold', ['IRD1514']],
    ['100,000 terms', `a${'+a'.repeat(99_999)}`, 'expression', ['IRD1515']],
    ['100,000 signs', `${'-'.repeat(100_000)}a`, 'skill', ['IRD1515']],
    ['10,000,000 characters', 'x'.repeat(10_000_000), 'targets', ['IRD1515']],
    ['too many words', `f[${'a,'.repeat(80_000)}a]`, 'expression', ['IRD1515']],
    ['nothing but operators', '&'.repeat(10_000), 'expression', ['IRD1522', 'IRD1516']],
    ['1,000,000 odd characters', '§'.repeat(999_999), 'expression', ['IRD1505']],
  ])('refuses %s with a finding', (_, text, language, expected) => {
    expect([...new Set(codes(text, language))].filter((c) => c !== 'IRD1517')).toEqual(
      expected.filter((c) => c !== 'IRD1522'),
    );
  });

  it('reads what is long but within the limits', () => {
    const terms = Array.from({ length: 900 }, (_, i) => `ANI[] = '${5_550_000 + i}'`);
    expect(codes(terms.join(' | '), 'expression')).toEqual([]);
    expect(codes(`${'f[('.repeat(32)}a${')]'.repeat(32)}`, 'expression')).toEqual([]);
    expect(codes(`'${'x'.repeat(900_000)}'`, 'expression')).toEqual([]);
    expect(codes(Array.from({ length: 20_000 }, (_, i) => `agent${i}@s.A`).join(), 'targets')).toEqual([]);
    expect(codes(Array.from({ length: 20_000 }, (_, i) => `k${i}:${i}`).join('|'), 'list')).toEqual([]);
  });

  it('counts what it does not list', () => {
    const list = Array.from({ length: 60 }, (_, i) => `lonely${i}`).join('|');
    const found = findings(list, 'list');
    expect(found).toHaveLength(51);
    expect(found.at(-1)?.[3]).toBe('The list value gives 10 more findings that are not listed');
  });

  it('stops after many errors, and says so', () => {
    const found = findings(`f[${'a b,'.repeat(200)}c]`, 'expression');
    expect(found.filter(([code]) => code === 'IRD1504')).toHaveLength(50);
    expect(found.map(([code]) => code)).toContain('IRD1517');
  });
});
