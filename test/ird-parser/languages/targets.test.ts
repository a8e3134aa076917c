import { describe, expect, it } from 'vitest';
import { parseLanguage } from '../../../src/ird-parser/languages/index.js';
import { located } from './located.js';
import { targetShape } from './shape.js';

function read(text: string): { items: readonly string[]; codes: readonly string[] } {
  const { value, diagnostics } = parseLanguage('targets', located(text), 'block');
  return { items: value.items.map(targetShape), codes: diagnostics.map((d) => d.code) };
}

describe('target lists', () => {
  it.each<[string, readonly string[]]>([
    ['Sales@srv.GA', ['name Sales · server srv · type GA']],
    ['Sales@.GA', ['name Sales · server - · type GA']],
    ['Any Name', ['name Any Name']],
    [' A b @ s . GA , c@s.Q ', ['name A b · server s · type GA', 'name c · server s · type Q']],
    [
      "Ada McTest@st_1.A,Jo'anna Test@st-2.x.A",
      ['name Ada McTest · server st_1 · type A', "name Jo'anna Test · server st-2.x · type A"],
    ],
    ['abc.d@srv.A', ['name abc.d · server srv · type A']],
    ['ada@example.com@srv.A', ['name ada@example.com · server srv · type A']],
    ['Sales (North) #1@srv.GA', ['name Sales (North) #1 · server srv · type GA']],
    ['8001@switch.DN', ['name 8001 · server switch · type DN']],
    ['?:English > 3@srv.GA', ['skill (> English 3) · server srv · type GA']],
    ['?North Team:a>1&b<2@srv.GA', ['name North Team · skill (& (> a 1) (< b 2)) · server srv · type GA']],
    ['?:a > 1', ['skill (> a 1)']],
    [
      '?:f[a,b]>1 & g(c,(d))@srv.GA,x@srv.A',
      ['skill (& (> {f[] a b} 1) {g() c <d>}) · server srv · type GA', 'name x · server srv · type A'],
    ],
    ["?:'a,b@c' = 1@srv.GA, y", ["skill (= 'a,b@c' 1) · server srv · type GA", 'name y']],
    ['?:a>1,?:b>1@s.GA', ['skill (> a 1)', 'skill (> b 1) · server s · type GA']],
    [
      '{sdata[G@.GA,X]>1 & f(a,b)}[60]Sales@s.GA',
      [
        'threshold (& (> {sdata[] target name G · server - · type GA X} 1) {f() a b}) · weight 60 · name Sales · server s · type GA',
      ],
    ],
    ['[40]{a>1}Sales', ['threshold (> a 1) · weight 40 · name Sales']],
    ['{}[]Sales@s.GA', ['name Sales · server s · type GA']],
    ["{a = '}'}x", ["threshold (= a '}') · name x"]],
    ['[f[1,2]*(3)]x@.GA', ['weight (* {f[] 1 2} <3>) · name x · server - · type GA']],
    ['', []],
    ['  \n ', []],
  ])('%s', (text, expected) => {
    const { items, codes } = read(text);
    expect(items).toEqual(expected);
    expect(codes).toEqual([]);
  });

  it('gives items their places', () => {
    const text = ' {a>1} North Team@s.GA , ?:b > 2 @ s.GA ';
    const { value } = parseLanguage('targets', located(text), 'block');
    const slices = value.items.map((item) => text.slice(item.span.start.offset, item.span.end.offset));
    expect(slices).toEqual(['{a>1} North Team@s.GA', '?:b > 2 @ s.GA']);
  });

  it.each<[string, readonly string[], readonly string[]]>([
    [
      '?:English=20&;Loans=2@S.GA',
      ['IRD1526'],
      ['skill (& (= English 20) (= Loans 2)) · server S · type GA'],
    ],
    ['x@s.ZZ', ['IRD1532'], ['name x · server s · type ZZ']],
    ['Skill1 > 1@s.GA', ['IRD1536'], ['name Skill1 > 1 · server s · type GA']],
    ['{f[Main Router,x]>1}y', ['IRD1529'], ['threshold (> {f[] Main Router x} 1) · name y']],
  ])('warns: %s', (text, codes, items) => {
    expect(read(text)).toEqual({ items, codes });
  });
});

describe('errors in target lists', () => {
  const first = (text: string): readonly [string, number, number, string][] =>
    parseLanguage('targets', located(text), 'block').diagnostics.map((d) => [
      d.code,
      d.span.start.offset,
      d.span.end.offset,
      d.message,
    ]);

  it.each<[string, readonly [string, number, number, string][]]>([
    ['a@s.A,,b@s.A', [['IRD1530', 6, 7, 'Expected a target name or a skill expression before ","']]],
    ['a@s.A,', [['IRD1530', 5, 6, 'Expected a target name or a skill expression after ","']]],
    ['@s.A', [['IRD1530', 0, 4, 'Expected a target name or a skill expression before "@s.A"']]],
    [
      '{a>1}',
      [['IRD1530', 0, 5, 'Expected a target name or a skill expression after the threshold or weight']],
    ],
    ['a@srv', [['IRD1531', 1, 5, 'Expected a type such as ".GA" at the end of "@srv"']]],
    ['a@srv.', [['IRD1531', 1, 6, 'Expected a type such as ".GA" at the end of "@srv."']]],
    [
      '?a>1@s.GA',
      [['IRD1533', 0, 1, 'Expected ":" after "?" and the name of the group, before the skill expression']],
    ],
    ['[1][2]a@s.A', [['IRD1534', 4, 5, 'Expected one weight for this target but found another']]],
    ['{a}{b}c', [['IRD1534', 4, 5, 'Expected one threshold for this target but found another']]],
    ['?:@s.GA', [['IRD1502', 2, 7, 'Expected a value after "?:" but found "@s.GA"']]],
    ['?:&a>1@s.GA', [['IRD1502', 2, 3, 'Expected a value after "?:" but found "&"']]],
    ['?:', [['IRD1502', 0, 2, 'Expected a value after "?:" but the text ends']]],
    ['{a>1 b@s.GA,c', [['IRD1507', 0, 1, '"{" is never closed: expected "}" but the text ends']]],
    ['[60', [['IRD1507', 0, 1, '"[" is never closed: expected "]" but the text ends']]],
    ['?:(a>1@s.GA,b@s.A', [['IRD1507', 2, 3, '"(" is never closed: expected ")" but found "@s.GA"']]],
    ['?:a)>1@s.GA,b@s.A', [['IRD1509', 3, 4, '")" closes nothing: expected "(" somewhere before it']]],
    ['?:f[a)>1@s.GA,b', [['IRD1508', 5, 6, 'Expected "]" to close "f[" but found ")"']]],
    ['?:$()>1@s.GA', [['IRD1535', 2, 5, 'Expected the name of a statistic between the brackets of "$()"']]],
    ['?:a § 1@s.GA', [['IRD1505', 4, 5, 'Expected a value or an operator but found "§" (U+00A7)']]],
    [
      '?:a>@s.GA,,?:b c@s.GA',
      [
        ['IRD1502', 4, 9, 'Expected a value after ">" but found "@s.GA"'],
        ['IRD1530', 10, 11, 'Expected a target name or a skill expression before ","'],
        ['IRD1504', 15, 16, 'Expected an operator between "b" and "c"'],
      ],
    ],
  ])('%s', (text, expected) => {
    expect(first(text)).toEqual(expected);
  });

  it('marks every target that was not read soundly', () => {
    expect(read('a@srv, b@s.A').items).toEqual([
      'name a · skill ? · server srv · type -',
      'name b · server s · type A',
    ]);
    expect(read('a@s.A, {b>1 c@s.A, d@s.A').items).toEqual(['name a · server s · type A', 'skill ?']);
    expect(read('{a)>1}b@s.A').items).toEqual(['threshold (> a 1) · name b · skill ? · server s · type A']);
    expect(read('{a>}b@s.A').items).toEqual(['threshold (> a ?) · name b · server s · type A']);
    expect(read('{a}{b}c').items).toEqual(['threshold a · name c · skill ?']);
    expect(read(`?:${'('.repeat(1_000)}`).items).toEqual(['skill ?']);
  });

  it('reads the targets around an error', () => {
    expect(read('a@s.A,?:(b>1@s.GA,c@s.A').items).toEqual([
      'name a · server s · type A',
      'skill ? · server s · type GA',
      'name c · server s · type A',
    ]);
  });
});
