import { describe, expect, it } from 'vitest';
import { convertExpression } from './convert-expression.js';

describe('IRD expressions become ES5', () => {
  it.each([
    [
      '`|` before `&` groups to the left',
      'a = 1 | b = 2 & c = 3',
      '(_data.v_a == 1 || _data.v_b == 2) && _data.v_c == 3',
    ],
    ['`&` before `|`', 'a = 1 & b = 2 | c = 3', '(_data.v_a == 1 && _data.v_b == 2) || _data.v_c == 3'],
    ['parentheses', 'a = 1 | (b = 2 & c = 3)', '_data.v_a == 1 || (_data.v_b == 2 && _data.v_c == 3)'],
    ['integer division', 'a / b > 2', 'ird.div(_data.v_a, _data.v_b) > 2'],
    ['sums are checked one by one', 'a + b * 2 = 7', 'ird.int(_data.v_a + ird.int(_data.v_b * 2)) == 7'],
    ['a text beside a number is read as number', 's = 5', 'ird.num(_data.v_s) == 5'],
    [
      'what the platform gives of no known type may have a fraction',
      "GetStatData['Sales@.GA','StatAgentsAvailable'] * 2 = 4",
      "ird.int(ird.whole(ird.num(_genesys.statistic.sData('Sales@.GA', 'StatAgentsAvailable'))) * 2) == 4",
    ],
    ['two texts compare as texts', "s = 'gold'", "_data.v_s == 'gold'"],
    [
      'attached data beside a number',
      "UData['tries'] >= 3",
      "ird.num(ird.udata(_data.ird_ixn, 'tries')) >= 3",
    ],
    ['times compare by value', 'Time[] >= 9:00', "ird.timeValue(ird.time()) >= ird.timeValue('09:00')"],
    ['a number where a text is wanted', 'StrLen[a] = 1', 'ird.strLen(ird.text(_data.v_a)) == 1'],
    [
      'a text where a number is wanted',
      "StrGetChar['abc', s] = 'b'",
      "ird.strGetChar('abc', ird.num(_data.v_s)) == 'b'",
    ],
    ['a variable as condition', 'a', '_data.v_a != 0'],
    ['not', '!(a = 1)', '!(_data.v_a == 1)'],
    ['minus of a variable', '-a < 0', 'ird.int(-_data.v_a) < 0'],
    ['a negative number is written, not calculated', 'a = -2147483648', '_data.v_a == -2147483648'],
    [
      'a fraction where a whole number is wanted',
      "StrGetChar['abc', 2.5] = 'b'",
      "ird.strGetChar('abc', 2) == 'b'",
    ],
    ['a text beside a fraction keeps its own', 's > 2.5', 'ird.float(_data.v_s) > 2.5'],
    ['a text added to a fraction', '2.5 + s = 3', '2.5 + ird.float(_data.v_s) == 3'],
  ])('%s: %s', (_what, ird, js) => {
    expect(convertExpression(ird, 'condition').js).toBe(js);
  });

  it('stores a truth value as 1 or 0', () => {
    expect(convertExpression('a = 1', 'value').js).toBe('_data.v_a == 1 ? 1 : 0');
  });

  it('knows what can fail when the page runs', () => {
    expect(convertExpression('a = 1', 'condition').throws).toBe(false);
    expect(convertExpression('a / 2 = 1', 'condition').throws).toBe(true);
    expect(convertExpression('a + 1 = 1', 'condition').throws).toBe(true);
    expect(convertExpression('t < 9:00', 'condition').throws).toBe(true);
    expect(convertExpression('Time[] < 9:00', 'condition').throws).toBe(false);
  });

  it('fails on a function without mapping, and says which', () => {
    expect(convertExpression('CallState[] = 1', 'condition').failures).toEqual(['CallState']);
  });

  it('translates the longest chain that is read', () => {
    const chain = Array.from({ length: 900 }, () => 'a').join(' + ');
    expect(convertExpression(`${chain} = 1`, 'condition').js.length).toBeGreaterThan(900);
  });
});
