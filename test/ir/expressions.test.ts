// Expressions: what names stand for, which types come out, and what is reported on the way.
import { describe, expect, it } from 'vitest';
import { printExpression } from '../../src/ir/print.js';
import type { IrdType } from '../../src/ir/nodes.js';
import type { BinaryOperator, Expr } from '../../src/ird-parser/languages/ast.js';
import {
  binary,
  call,
  codes,
  environment,
  group,
  lowerOne,
  messages,
  moment,
  name,
  num,
  str,
  unary,
} from './build.js';

const typeOf = (tree: Expr, variables: Readonly<Record<string, IrdType>> = {}): IrdType =>
  lowerOne(tree, variables).expr.type;

describe('names', () => {
  it('mean a declared variable first, even when it is called like a constant or a day', () => {
    const variables = { Monday: 'STRING', RouteTypeDirect: 'INTEGER' } as const;
    expect(lowerOne(name('RouteTypeDirect'), variables).expr).toMatchObject({
      kind: 'variable',
      type: 'INTEGER',
    });
    expect(lowerOne(moment('DAY', 'Monday'), variables).expr).toMatchObject({
      kind: 'variable',
      type: 'STRING',
    });
  });

  it('are taken for a variable of other case, with a finding and an assumption', () => {
    const { expr, diagnostics } = lowerOne(name('VCOUNT'), { vCount: 'INTEGER' });
    expect(expr).toMatchObject({ kind: 'variable', name: 'vCount', type: 'INTEGER' });
    expect(messages(diagnostics, 'IRD2002')).toEqual([
      '"VCOUNT" is taken for "vCount", which is spelled otherwise',
    ]);
  });

  it('are told apart by case when the configuration says so', () => {
    const env = environment([], { 'names.case': 'yes' });
    const { expr, diagnostics } = lowerOne(name('VCOUNT'), { vCount: 'INTEGER' }, env);
    expect(expr.kind).toBe('invalid');
    expect(codes(diagnostics)).toEqual(['IRD2001']);
  });

  it('mean constants with their values', () => {
    expect(lowerOne(name('true')).expr).toMatchObject({ kind: 'constant', value: 1, type: 'BOOLEAN' });
    expect(lowerOne(name('Saturday')).expr).toMatchObject({ kind: 'constant', value: 6, type: 'DAY' });
    expect(lowerOne(name('routetypedirect')).expr).toMatchObject({
      kind: 'constant',
      value: 'RouteTypeDirect',
    });
  });

  it('of statistics stand for themselves among arguments', () => {
    const { expr, diagnostics } = lowerOne(call('SData', str('Sales@.GA'), name('StatAgentsAvailable')));
    expect(printExpression(expr)).toBe('SData["Sales@.GA", StatAgentsAvailable]');
    expect(expr.type).toBe('FLOAT');
    expect(diagnostics).toEqual([]);
  });

  it('that mean nothing are errors, and what they stand in keeps its shape', () => {
    const { expr, diagnostics } = lowerOne(binary(name('nowhere'), '+', num(1)));
    expect(printExpression(expr)).toBe('<invalid "nowhere"> + 1');
    expect(codes(diagnostics)).toEqual(['IRD2001']);
  });

  it.each([
    ['vCuont', ' did you mean "vCount"?'],
    ['vCoun', ' did you mean "vCount"?'],
    ['vCounts', ' did you mean "vCount"?'],
    ['ANI', ' did you mean the call "ANI[]"?'],
  ])('close to something known are given a hint: %s', (written, hint) => {
    const [message] = messages(lowerOne(name(written), { vCount: 'INTEGER' }).diagnostics, 'IRD2001');
    expect(message).toContain(hint);
  });

  it('far from everything get none', () => {
    expect(
      messages(lowerOne(name('xyz'), { vCount: 'INTEGER', i: 'INTEGER' }).diagnostics, 'IRD2001'),
    ).toEqual(['"xyz" in MultiFunction "1" is neither a variable of the strategy nor a known constant']);
  });

  it('of JavaScript objects are nothing special', () => {
    for (const written of ['constructor', '__proto__', 'toString']) {
      expect(codes(lowerOne(name(written)).diagnostics)).toEqual(['IRD2001']);
      expect(lowerOne(call(written)).expr).toMatchObject({ kind: 'call', known: false, type: 'UNKNOWN' });
    }
  });
});

describe('types', () => {
  const number: readonly [BinaryOperator, IrdType, IrdType, IrdType][] = [
    ['+', 'INTEGER', 'INTEGER', 'INTEGER'],
    ['/', 'INTEGER', 'INTEGER', 'INTEGER'],
    ['*', 'INTEGER', 'FLOAT', 'FLOAT'],
    ['-', 'FLOAT', 'INTEGER', 'FLOAT'],
    ['-', 'UNKNOWN', 'UNKNOWN', 'INTEGER'],
    ['<', 'INTEGER', 'INTEGER', 'BOOLEAN'],
    ['=', 'STRING', 'STRING', 'BOOLEAN'],
    ['&', 'INTEGER', 'DAY', 'BOOLEAN'],
  ];
  it.each(number)('of %s with %s and %s is %s', (op, a, b, result) => {
    const { expr, diagnostics } = lowerOne(binary(name('a'), op, name('b')), { a, b });
    expect(expr.type).toBe(result);
    expect(diagnostics).toEqual([]);
  });

  it('come from what functions give', () => {
    expect(typeOf(call('StrLen', str('x')))).toBe('INTEGER');
    expect(typeOf(call('Time'))).toBe('TIME');
    expect(typeOf(call('SomethingOfOurOwn', num(1), num(2)))).toBe('UNKNOWN');
  });

  it('of signs: minus keeps the number, NOT gives a truth value, plus leaves no trace', () => {
    expect(typeOf(unary('-', num('1.5')))).toBe('FLOAT');
    expect(typeOf(unary('!', call('IsSpecialDay', str('t'))))).toBe('BOOLEAN');
    expect(lowerOne(unary('+', num(3))).expr).toMatchObject({ kind: 'number', value: 3 });
  });

  it('of groups are those of what stands in them', () => {
    const tree = binary(group(binary(num(1), '+', num(2))), '*', num(3));
    expect(printExpression(lowerOne(tree).expr)).toBe('(1 + 2) * 3');
  });
});

describe('doubtful operands', () => {
  it.each<[BinaryOperator, IrdType, IrdType, readonly string[]]>([
    ['=', 'STRING', 'INTEGER', ['IRD2011']],
    ['<', 'DAY', 'LIST', ['IRD2011']],
    ['=', 'STRING', 'TIME', []],
    ['=', 'DATE', 'DATE', []],
    ['=', 'INTEGER', 'DAY', []],
    ['=', 'TIME', 'DATE', ['IRD2012']],
    ['>', 'TIME', 'INTEGER', ['IRD2012']],
    ['+', 'STRING', 'INTEGER', ['IRD2012']],
    ['-', 'TIME', 'TIME', ['IRD2012', 'IRD2012']],
    ['+', 'INTEGER', 'DAY', []],
    ['|', 'STRING', 'INTEGER', ['IRD2012']],
    ['&', 'UNKNOWN', 'INTEGER', []],
    ['<>', 'UNKNOWN', 'STRING', []],
  ])('of %s with %s and %s', (op, a, b, expected) => {
    const variables = { a, b };
    expect(codes(lowerOne(binary(name('a'), op, name('b')), variables).diagnostics)).toEqual(expected);
  });

  it('are named in the message', () => {
    const tree = binary(call('UData', str('n')), '>', num(5));
    expect(messages(lowerOne(tree).diagnostics, 'IRD2011')).toEqual([
      '"UData[]" (STRING) is compared with 5 (INTEGER): both are taken as numbers',
    ]);
  });
});

describe('calls', () => {
  it.each([
    ['too few', call('StrSub', str('x')), 'StrSub[String, First, Last, From The End?]'],
    ['too many', call('StrLen', str('x'), num(1)), 'StrLen[String]'],
    ['one for a variadic function', call('Cat', str('x')), 'Cat[String 1, String 2, ...]'],
    ['any for a function without', call('Time', num(1)), 'Time[]'],
  ])('with %s arguments are errors when the parameters are documented', (_, tree, signature) => {
    const { expr, diagnostics } = lowerOne(tree);
    expect(expr.kind).toBe('invalid');
    expect(messages(diagnostics, 'IRD2006')[0]).toContain(signature);
  });

  it('may leave out optional arguments, and give a variadic function more', () => {
    for (const tree of [
      call('StrSub', str('x'), num(1), num(2)),
      call('StrSub', str('x'), num(1), num(2), num(0)),
      call('Cat', str('a'), str('b'), str('c')),
      call('IsSpecialDayEx', str('t')),
    ]) {
      const { expr, diagnostics } = lowerOne(tree);
      expect(expr).toMatchObject({ kind: 'call', known: true });
      expect(diagnostics).toEqual([]);
    }
  });

  it('that do not fit inferred parameters are kept, with a warning', () => {
    const { expr, diagnostics } = lowerOne(call('Attach', str('k')));
    expect(expr).toMatchObject({ kind: 'call', name: 'Attach' });
    expect(codes(diagnostics)).toEqual(['IRD2007']);
  });

  it('of functions without a known signature take anything', () => {
    const { expr, diagnostics } = lowerOne(call('SelectDN', str('a'), num(1), num(2)));
    expect(expr).toMatchObject({ kind: 'call', known: true, type: 'UNKNOWN' });
    expect(diagnostics).toEqual([]);
  });

  it('are found in other case, and keep how they were written', () => {
    const { expr, diagnostics } = lowerOne(call('sdata', str('a'), str('b')));
    expect(expr).toMatchObject({ kind: 'call', name: 'SData', writtenAs: 'sdata' });
    expect(codes(diagnostics)).toEqual(['IRD2008']);
  });

  it('by another name mean the same without a finding', () => {
    const { expr, diagnostics } = lowerOne(call('SetTranslationOverride', name('UseANI')));
    expect(expr).toMatchObject({ name: 'SetTranslationOverwrite', writtenAs: 'SetTranslationOverride' });
    expect(diagnostics).toEqual([]);
  });

  it('have ids from the outside in and from the left', () => {
    const tree = binary(call('Cat', call('ANI'), call('DNIS')), '=', call('ConnID'));
    const { expr } = lowerOne(tree);
    const ids = JSON.stringify(expr).match(/call\[\d\]","writtenAs":"\w+/g);
    expect(ids).toEqual([
      'call[0]","writtenAs":"Cat',
      'call[1]","writtenAs":"ANI',
      'call[2]","writtenAs":"DNIS',
      'call[3]","writtenAs":"ConnID',
    ]);
  });
});

describe('literals', () => {
  it.each([
    ['TIME', '9:00', 32400],
    ['TIME', '17:30:15', 63015],
    ['TIME', '0:00', 0],
    ['DATE', '2/9/2026', '02/09/2026'],
    ['DATE', '02/29/2028', '02/29/2028'],
    ['DAY', 'sunday', 0],
  ] as const)('%s %s', (type, raw, value) => {
    expect(lowerOne(moment(type, raw)).expr).toMatchObject({ kind: 'moment', type, value });
  });

  it.each([
    ['TIME', '24:00'],
    ['TIME', '9:60'],
    ['TIME', '9'],
    ['TIME', '1:2:3:4'],
    ['DATE', '02/29/2026'],
    ['DATE', '02/29/2100'],
    ['DATE', '13/01/2026'],
    ['DATE', '4/31/2026'],
    ['DATE', '1/1/26'],
    ['DATE', '1//2026'],
    ['DAY', 'Moonday'],
  ] as const)('%s %s does not exist', (type, raw) => {
    const { expr, diagnostics } = lowerOne(moment(type, raw));
    expect(expr).toMatchObject({ kind: 'invalid', text: raw });
    expect(codes(diagnostics)).toEqual(['IRD2009']);
  });

  it('beyond 32 bits are noted', () => {
    expect(codes(lowerOne(num('2147483647')).diagnostics)).toEqual([]);
    expect(codes(lowerOne(num('5550100123456')).diagnostics)).toEqual(['IRD2013']);
    expect(codes(lowerOne(num('9999999999.5')).diagnostics)).toEqual([]);
  });
});

describe('long chains', () => {
  it('do not need a deep stack', () => {
    let tree: Expr = name('a');
    for (let i = 0; i < 50_000; i++) tree = binary(tree, '|', name('b'));
    for (let i = 0; i < 50_000; i++) tree = unary('!', group(tree));
    const { expr, diagnostics } = lowerOne(tree, { a: 'INTEGER', b: 'INTEGER' });
    expect(diagnostics).toEqual([]);
    expect(expr).toMatchObject({ kind: 'unary', type: 'BOOLEAN' });
  });
});
