import { describe, expect, it } from 'vitest';
import { parseLanguage, type Expr, type Language } from '../../../src/ird-parser/languages/index.js';
import { located } from './located.js';
import { shape } from './shape.js';

type ExprLanguage = Exclude<Language, 'targets' | 'list'>;

function read(text: string, language: ExprLanguage = 'expression'): { tree: Expr; codes: readonly string[] } {
  const { value, diagnostics } = parseLanguage(language, located(text), 'block');
  return { tree: value, codes: diagnostics.map((d) => d.code) };
}

describe('shape of the tree', () => {
  it.each([
    // Logical operators have one rank and go from left to right.
    ['a | b & c', '(& (| a b) c)'],
    ['a & b | c', '(| (& a b) c)'],
    ['a | (b & c)', '(| a <(& b c)>)'],
    ['a = 1 | b = 2 & c = 3', '(& (| (= a 1) (= b 2)) (= c 3))'],
    // Comparisons bind tighter, then + and -, then * and /.
    ['a + b * c - d / e', '(- (+ a (* b c)) (/ d e))'],
    ['a + 1 > b * 2 & c <> d', '(& (> (+ a 1) (* b 2)) (<> c d))'],
    ['a - b - c', '(- (- a b) c)'],
    ['a / b * c', '(* (/ a b) c)'],
    // Signs and NOT bind tightest.
    ['-a * b', '(* (- a) b)'],
    ['a - -b', '(- a (- b))'],
    ['- - 5', '(- (- 5))'],
    ['+a', '(+ a)'],
    ['!a & b', '(& (! a) b)'],
    ['!(a | b)', '(! <(| a b)>)'],
    // Calls.
    ['TimeStamp[]', '{TimeStamp[]}'],
    ["Cat[Cat[a,':'],b]", "{Cat[] {Cat[] a ':'} b}"],
    ['f [ 1 , 2 ]', '{f[] 1 2}'],
    ['f[-1, a = b, (c)]', '{f[] (- 1) (= a b) <c>}'],
    // Names.
    ['data.field_1', 'data.field_1'],
    ['Größe + Ширина + 長さ', '(+ (+ Größe Ширина) 長さ)'],
    ['_x', '_x'],
    ['Android | Orange | Nothing', '(| (| Android Orange) Nothing)'],
    // Numbers, times, dates, days.
    ['007', '007'],
    ['1.50', '1.50f'],
    ['9:00 <= t & t < 17:30:15', '(& (<= TIME:9:00 t) (< t TIME:17:30:15))'],
    ['d = 12/24/2026', '(= d DATE:12/24/2026)'],
    ['1/2/2026', 'DATE:1/2/2026'],
    ['a/24/2026', '(/ (/ a 24) 2026)'],
    ['a/12/24/2026', '(/ (/ (/ a 12) 24) 2026)'],
    ['a*12/24/2026', '(/ (/ (* a 12) 24) 2026)'],
    ['12 / 24 / 2026', '(/ (/ 12 24) 2026)'],
    ['12/24/26', '(/ (/ 12 24) 26)'],
    ['12/24/20265', '(/ (/ 12 24) 20265)'],
    ['12/24/2026/2', '(/ (/ (/ 12 24) 2026) 2)'],
    ['Day[] = monday', '(= {Day[]} DAY:monday)'],
    ['SUNDAY', 'DAY:SUNDAY'],
    ['Monday[]', '{Monday[]}'],
    ['Monday.x', 'Monday.x'],
    // Quoted texts.
    [`'a "b" c'`, `'a "b" c'`],
    [`"it's"`, `"it's"`],
    [`''`, `''`],
    [`'it''s'`, `'it's'`],
    [`''''`, `'''`],
    [`"a""b"`, `"a"b"`],
    [`'C:\\dir\\' + x`, `(+ 'C:\\dir\\' x)`],
    [`'\\\\server\\share'`, `'\\\\server\\share'`],
    [`'a\\''b'`, `'a\\'b'`],
    ["'line\nbreak’s'", "'line\nbreak’s'"],
    ['  a\t=\r\n b ', '(= a b)'],
  ])('%s', (text, expected) => {
    const { tree, codes } = read(text);
    expect(shape(tree)).toBe(expected);
    expect(codes).toEqual([]);
  });

  it('keeps values and spellings of literals', () => {
    expect(read('0123').tree).toMatchObject({ kind: 'number', value: 123, raw: '0123', float: false });
    expect(read('2.50').tree).toMatchObject({ kind: 'number', value: 2.5, raw: '2.50', float: true });
    expect(read('12345678901234567890').tree).toMatchObject({ raw: '12345678901234567890' });
    expect(read('"x"').tree).toMatchObject({ kind: 'string', quote: '"', value: 'x' });
  });

  it('gives every node its place in the file', () => {
    const text = "\n Cat[a,'b'] > -1";
    const { value } = parseLanguage('expression', located(text), 'block');
    const slice = (node: Expr): string => text.slice(node.span.start.offset, node.span.end.offset);
    expect(slice(value)).toBe("Cat[a,'b'] > -1");
    expect(value.span.start).toEqual({ line: 2, column: 2, offset: 2 });
    if (value.kind !== 'binary' || value.left.kind !== 'call' || value.right.kind !== 'unary') {
      throw new Error('wrong shape');
    }
    expect(slice(value.left)).toBe("Cat[a,'b']");
    expect(value.left.nameSpan.end.offset).toBe(5);
    expect(value.left.args.map(slice)).toEqual(['a', "'b'"]);
    expect(slice(value.right)).toBe('-1');
    expect(slice(value.right.operand)).toBe('1');
  });
});

describe('spellings that are accepted', () => {
  it.each([
    ['a != b', '(<> a b)', []],
    ['a == b', '(= a b)', ['IRD1521']],
    ['a =< b', '(<= a b)', ['IRD1521']],
    ['a => b', '(>= a b)', ['IRD1521']],
    ['a AND b', '(& a b)', ['IRD1521']],
    ['a or b', '(| a b)', ['IRD1521']],
    ['Not a', '(! a)', ['IRD1521']],
    ['~a', '(! a)', ['IRD1521']],
    ['a && b', '(& a b)', ['IRD1522']],
    ['a || b', '(| a b)', ['IRD1522']],
    ['a ≠ b | a ≤ c | a ≥ d', '(| (| (<> a b) (<= a c)) (>= a d))', ['IRD1520', 'IRD1520', 'IRD1520']],
    ['a – b', '(- a b)', ['IRD1520']],
    ['−5', '(- 5)', ['IRD1520']],
    ['f[‘a’]', "{f[] 'a'}", ['IRD1520']],
    ['f[“a”,„b“]', '{f[] "a" "b"}', ['IRD1520', 'IRD1520']],
    ['f[’:’]', "{f[] ':'}", ['IRD1520']],
    ["‘a'", "'a'", ['IRD1520']],
    ['a &; b', '(& a b)', ['IRD1526']],
    ['a &amp; b', '(& a b)', ['IRD1526']],
    ['a &lt; b', '(< a b)', ['IRD1526']],
    ['a &gt;= b', '(>= a b)', ['IRD1526']],
    ['a &lt;&gt; b', '(<> a b)', ['IRD1526']],
    ["'it\\'s'", "'it's'", ['IRD1528']],
    ['f(a)', '{f() a}', ['IRD1525']],
    ['a < b < c', '(< (< a b) c)', ['IRD1523']],
    ['(a < b) = c', '(= <(< a b)> c)', []],
    ['!a = b', '(= (! a) b)', ['IRD1524']],
    ['NOT a + 1', '(+ (! a) 1)', ['IRD1521', 'IRD1524']],
    ['!a & b', '(& (! a) b)', []],
    ['24/12/2026', 'DATE:24/12/2026', ['IRD1527']],
    ['12/32/2026', 'DATE:12/32/2026', ['IRD1527']],
    ['25:00', 'TIME:25:00', ['IRD1527']],
    ['12:60', 'TIME:12:60', ['IRD1527']],
    ['12:30:61', 'TIME:12:30:61', ['IRD1527']],
  ])('%s', (text, expected, expectedCodes) => {
    const { tree, codes } = read(text);
    expect(shape(tree)).toBe(expected);
    expect(codes).toEqual(expectedCodes);
  });

  it('says exactly where, and how it is read', () => {
    const { diagnostics } = parseLanguage('expression', located("x – f[‘it’] AND 'it\\'s'"), 'block');
    expect(diagnostics.map((d) => [d.severity, d.span.start.offset, d.span.end.offset, d.message])).toEqual([
      ['warning', 2, 3, 'The typographic character "–" is read as "-"'],
      ['warning', 6, 7, 'The typographic character "‘" is read as a plain single quote'],
      ['info', 12, 15, '"AND" is read as "&"'],
      ['warning', 19, 21, "The backslash before ' is read as an escape: the quote belongs to the text"],
    ]);
  });
});

describe('skill expressions', () => {
  it.each([
    ['English > 3 & (Sales >= 2 | VIP = 1)', '(& (> English 3) <(| (>= Sales 2) (= VIP 1))>)'],
    ['"Spanish Level" > 3', '(> "Spanish Level" 3)'],
    ['$(StatAgentLoggedIn)=1', '(= $StatAgentLoggedIn 1)'],
    ['$( A.b c )=1', '(= $A.b c 1)'],
    ['LoggedIn("Q@S") & ~f[]', '(& {LoggedIn() "Q@S"} (! {f[]}))'],
    ['Sunday > 1', '(> Sunday 1)'],
  ])('%s', (text, expected) => {
    const { tree, codes } = read(text, 'skill');
    expect(shape(tree)).toBe(expected);
    expect(codes.filter((code) => code !== 'IRD1521')).toEqual([]);
  });
});

describe('thresholds', () => {
  it.each([
    [
      'sdata[Grp@.GA,StatAgentsTotal] < 1 & run[Sub,List,Section] >"0"',
      '(& (< {sdata[] target name Grp · server - · type GA StatAgentsTotal} 1) (> {run[] Sub List Section} "0"))',
    ],
    ['sdata(Group2.GA, X)', '{sdata() Group2.GA X}'],
    ["sdata[Jo'anna Test@srv-1.a.A, X]", "{sdata[] target name Jo'anna Test · server srv-1.a · type A X}"],
    ['sdata[8001@switch.DN,X]', '{sdata[] target name 8001 · server switch · type DN X}'],
    ['sdata[a@b@srv.A,X]', '{sdata[] target name a@b · server srv · type A X}'],
    [
      'sdata[?Grp:English > 3@.GA, X] > 1',
      '(> {sdata[] target name Grp · skill (> English 3) · server - · type GA X} 1)',
    ],
    ["f[a = 'x@y', 1]", "{f[] (= a 'x@y') 1}"],
    [
      'callage[] > 10 | acfgdata[URS,default,Max,2] = 1',
      '(| (> {callage[]} 10) (= {acfgdata[] URS default Max 2} 1))',
    ],
    ['$(StatAgentsTotal) > 1', '(> $StatAgentsTotal 1)'],
  ])('%s', (text, expected) => {
    const { tree, codes } = read(text, 'threshold');
    expect(shape(tree)).toBe(expected);
    expect(codes).toEqual([]);
  });

  it('takes names with blanks as arguments, with a warning', () => {
    const { tree, codes } = read('acfgdata(Main Router 8, default, Max, 2) > 1', 'threshold');
    expect(shape(tree)).toBe('(> {acfgdata() Main Router 8 default Max 2} 1)');
    expect(codes).toEqual(['IRD1529']);
  });

  it('takes no names with blanks elsewhere', () => {
    expect(read('Main Router > 1', 'threshold').codes).toEqual(['IRD1504']);
    expect(read('f[a b[]]', 'threshold').codes).toEqual(['IRD1504']);
    expect(read('f[a b]').codes).toEqual(['IRD1504']);
  });
});
