import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readCondition } from '../../../src/runtime-check/world/condition.js';
import { evaluateCondition, type Meaning } from '../../../src/runtime-check/world/evaluate-condition.js';
import { objectName, parseTargets } from '../../../src/runtime-check/world/target-string.js';

const targets = (text: string): unknown => {
  const read = parseTargets(text);
  return read.ok ? read.targets.map(({ text: _text, ...rest }) => rest) : read.message;
};

const skills: Readonly<Record<string, number>> = { English: 7, Loans: 3, Größe: 2 };
const meaning: Meaning = {
  name: (name) => skills[name] ?? 0,
  statistic: (name) => (name === 'StatAgentLoggedIn' ? 1 : undefined),
  call: (name, args) => (name === 'sdata' ? args.length : undefined),
};
const value = (text: string): unknown => {
  const read = readCondition(text);
  return read.ok ? evaluateCondition(read.condition, meaning) : `at ${String(read.at)}: ${read.message}`;
};

describe('target format', () => {
  it('reads names with blanks, dots and apostrophes, with and without server', () => {
    expect(targets("Anna McTest@stat_server.A,Joh'anna Test@stat_server.A")).toEqual([
      { name: 'Anna McTest', server: 'stat_server', type: 'A' },
      { name: "Joh'anna Test", server: 'stat_server', type: 'A' },
    ]);
    expect(targets('user.name@.A')).toEqual([{ name: 'user.name', server: '', type: 'A' }]);
    expect(targets('An other Sample Group@St.GA , 8001.Q')).toEqual([
      { name: 'An other Sample Group', server: 'St', type: 'GA' },
      { name: '8001', server: '', type: 'Q' },
    ]);
  });

  it('reads threshold, weight and skill expressions', () => {
    expect(targets('{StatCallsInQueue<10}[25]8001.Q, [75]8002@S.Q')).toEqual([
      { name: '8001', server: '', type: 'Q', threshold: 'StatCallsInQueue<10', weight: 25 },
      { name: '8002', server: 'S', type: 'Q', weight: 75 },
    ]);
    expect(targets('?:Skill1 > 1@RoutingStatServer.GA')).toEqual([
      { name: '', server: 'RoutingStatServer', type: 'GA', skills: 'Skill1 > 1' },
    ]);
    expect(targets('{}{}{}[]?Sales_AG:Chat_SK>0 & f(1,2)>0@hc1_p.GA')).toEqual([
      { name: 'Sales_AG', server: 'hc1_p', type: 'GA', skills: 'Chat_SK>0 & f(1,2)>0' },
    ]);
    expect(targets('{sdata["a}b"@.GA,X]<1}Sales@.GA')).toEqual([
      { name: 'Sales', server: '', type: 'GA', threshold: 'sdata["a}b"@.GA,X]<1' },
    ]);
  });

  it('joins several thresholds of one target', () => {
    expect(targets('{a<1|b<1}{c<1}Sales@.GA')).toEqual([
      { name: 'Sales', server: '', type: 'GA', threshold: '(a<1|b<1) & (c<1)' },
    ]);
  });

  it('says what is wrong', () => {
    expect(targets('')).toBe('the target list is empty');
    expect(targets('Sales')).toContain('does not end in @server.type');
    expect(targets('Sales@St.XX')).toContain('does not end in @server.type');
    expect(targets('{a<1 Sales@St.GA')).toBe('the threshold has no closing brace');
    expect(targets('[many]Sales@St.GA')).toBe('the weight in brackets is not a number');
    expect(targets('@St.GA')).toBe('the target has no name');
  });

  it('finds the name of an object', () => {
    expect(objectName('az@.A')).toEqual({ name: 'az', location: '', type: 'A' });
    expect(objectName('VQ_Sales@Switch1')).toEqual({
      name: 'VQ_Sales',
      location: 'Switch1',
      type: undefined,
    });
    expect(objectName('VQ_Sales')).toEqual({ name: 'VQ_Sales', location: '', type: undefined });
  });

  it('answers any text without a throw, and quickly', () => {
    fc.assert(fc.property(fc.string(), (text) => typeof parseTargets(text).ok === 'boolean'));
    fc.assert(
      fc.property(
        fc.string({ unit: fc.constantFrom(...'{}[]?:@.,GA" ') }),
        (text) => typeof parseTargets(text).ok === 'boolean',
      ),
    );
    expect(parseTargets('@'.repeat(100_000)).ok).toBe(false);
    expect(parseTargets('a@.A,'.repeat(20_000)).ok).toBe(true);
    expect(parseTargets('{'.repeat(100_000)).ok).toBe(false);
  });
});

describe('skill expressions and thresholds', () => {
  it('joins comparisons from left to right with one precedence', () => {
    expect(value('English > 5')).toBe(true);
    // (1 | 0) & 0, not 1 | (0 & 0)
    expect(value('English > 5 | Loans > 5 & Loans > 5')).toBe(false);
    expect(value('English > 5 | (Loans > 5 & Loans > 5)')).toBe(true);
    expect(value('English > 5 && Loans = 3')).toBe(true);
    expect(value('~(English > 5)')).toBe(false);
  });

  it('computes with integers and counts a missing skill as 0', () => {
    expect(value('Missing')).toBe(0);
    expect(value('Missing < 1')).toBe(true);
    expect(value('English + Loans * 2')).toBe(13);
    expect(value('(English + Loans) * 2 - 1')).toBe(19);
    expect(value('7 / 2')).toBe(3);
    expect(value('-7 / 2')).toBe(-3);
    expect(value('Größe <> 3')).toBe(true);
  });

  it('has no value after a division by zero, unless it was decided before', () => {
    expect(value('English / Missing > 1')).toBeUndefined();
    expect(value('English > 5 | English / Missing > 1')).toBe(true);
    expect(value('English < 5 & English / Missing > 1')).toBe(false);
  });

  it('compares texts by code unit and with a number as numbers', () => {
    expect(value('"b" > "a"')).toBe(true);
    expect(value('"10" < "9"')).toBe(true);
    expect(value('"10" > 9')).toBe(true);
  });

  it('reads calls in both brackets and statistics', () => {
    expect(value('sdata[Group One@.GA,StatAgentsTotal] = 2')).toBe(true);
    expect(value('SDATA(a, b) = 2')).toBe(true);
    expect(value('$(StatAgentLoggedIn)=1')).toBe(true);
    expect(value('run[Sub,List,Section] >"0"')).toBeUndefined();
  });

  it('names the place of an error', () => {
    expect(value('English >')).toBe('at 9: the expression ends too early');
    expect(value('(English > 5')).toBe('at 12: a closing parenthesis is missing');
    expect(value('English > 5 ; 3')).toBe('at 12: "; 3" was not expected here');
    expect(value("'open")).toBe('at 0: the text has no closing quote');
    expect(value('sdata[a')).toBe('at 5: the call of "sdata" is not closed');
  });

  it('refuses what is too deep or too long instead of failing', () => {
    expect(value('('.repeat(3000))).toContain('nested too deeply');
    expect(value('~'.repeat(3000))).toContain('nested too deeply');
    expect(value('1&'.repeat(5000))).toContain('too long');
    expect(value(`1${'&1'.repeat(1990)}`)).toBe(true);
    fc.assert(fc.property(fc.string(), (text) => typeof readCondition(text).ok === 'boolean'));
  });
});
