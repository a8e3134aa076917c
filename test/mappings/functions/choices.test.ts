// What rows decide by the call at hand: reviews for arguments that ORS treats otherwise, and the other answers to assumptions.
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Expr } from '../../../src/ir/nodes.js';
import { findFunctionMapping } from '../../../src/mappings/functions/index.js';
import { predefinedStatistics } from '../../../src/mappings/functions/statistics.js';
import { openLibrary } from '../../emit/library/library-realm.js';
import type { Sandbox } from '../../emit/library/sandbox.js';
import { buildCall } from './build-call.js';
import { readCall } from './example-call.js';

let realm: Sandbox;
beforeAll(async () => {
  realm = await openLibrary();
});
afterAll(() => realm.dispose());

const { span } = readCall("F['x']").args[0] as Expr; // the call has one argument
const variable = (name: string, type: Expr['type']): Expr => ({
  kind: 'variable',
  name,
  type: type as 'STRING',
  span,
});

describe('other answers to assumptions', () => {
  test.each([
    ["StrGetChar['abc',0]", 'strsub.base', '0', "ird.strGetChar('abc', 1)", 'a'],
    ["StrSub['abcdef',0,2]", 'strsub.base', '0', "ird.strSub('abcdef', 1, 3)", 'abc'],
    ["StrSub['abcdef',0,2,1]", 'strsub.base', '0', "ird.strSub('abcdef', 1, 3, 1)", 'def'],
    ["StrChar['abc','x',1]", 'strchar.not-found', '-1', "ird.strChar('abc', 'x', 1) || -1", -1],
    ["StrChar['abc','c',1]", 'strchar.not-found', '-1', "ird.strChar('abc', 'c', 1) || -1", 3],
    ["StrAsciiBreak['abc','x',1]", 'strchar.not-found', '-1', "ird.strAsciiBreak('abc', 'x', 1) || -1", -1],
    [
      "StrAsciiTok['a,,b',',',2]",
      'strasciitok.index',
      'the number of the token, empty ones counted',
      "ird.strAsciiTokEmpty('a,,b', ',', 2)",
      '',
    ],
    [
      "StrAsciiTok['a,,b',',',2]",
      'strasciitok.index',
      'the position where the search starts',
      "ird.strAsciiTokFrom('a,,b', ',', 2)",
      'b',
    ],
    [
      "ListGetInteger['a:1|b:2',2]",
      'list.get-integer-order',
      'list, index',
      "ird.listGetIntegerListFirst('a:1|b:2', 2)",
      2,
    ],
    [
      'UTCAdd[2592000,0,1,0,0,0,0]',
      'utcadd.months',
      'the days go on into the next month',
      'ird.utcAddRolling(2592000, 0, 1, 0, 0, 0, 0)',
      5270400,
    ],
    ["TimeInZone['ECT']", 'timeinzone.precision', 'seconds', "ird.zoneTime('ECT')", '15:05:06'],
    [
      "SData['Sales@.GA','StatAgentsAvailable']",
      'sdata.missing',
      'error',
      "ird.present(_genesys.statistic.sData('Sales@.GA', 'StatAgentsAvailable'))",
      3,
    ],
  ])('%s with %s = %s becomes %s', (ird, id, answer, code, value) => {
    const built = buildCall(ird, { [id]: answer });
    expect(built.js).toBe(code);
    expect(built.assumptions).toContain(id);
    expect(realm.run(code)).toBe(value);
  });

  test('a computed position is moved as well', () => {
    const args = [variable('s', 'STRING'), variable('i', 'INTEGER')];
    expect(buildCall('StrGetChar[]', { 'strsub.base': '0' }, args).js).toBe(
      'ird.strGetChar(_data.v_s, _data.v_i + 1)',
    );
    expect(buildCall('StrGetChar[]', {}, args).js).toBe('ird.strGetChar(_data.v_s, _data.v_i)');
  });
});

test('a look-up sequence that is no name is looked up as a text, so that the page stays readable', () => {
  expect(buildCall("GetConfigOption['limit','from here']").js).toBe(
    "ird.text(_genesys.session.getConfigOption(_data.ird_ixn, 'limit', _genesys.session.lookupseq['from here']))",
  );
});

describe('reviews by the call', () => {
  const statistic = (name: string): readonly string[] => buildCall(`SData['Sales@.GA','${name}']`).reviews;

  test.each(predefinedStatistics)('%s needs none', (name) => {
    expect(statistic(name)).toEqual([]);
  });

  test.each([
    ['RStatCallsInQueue', /comes from URS/],
    ['StatAgentLoading', /comes from URS/],
    ['CallsDistributed', /special values/],
    ['NotDistributedPercentage', /special values/],
    ['ExpectedWaitTime', /must be subscribed/],
    ['statagentstotal', /must be subscribed/],
  ])('%s does', (name, reason) => {
    expect(statistic(name)).toEqual([expect.stringMatching(reason)]);
  });

  test('a statistic that is a name of the vocabulary counts as literal, a variable does not', () => {
    const target: Expr = { kind: 'string', value: 'Sales@.GA', type: 'STRING', span };
    const named: Expr = {
      kind: 'constant',
      name: 'StatAgentsBusy',
      value: 'StatAgentsBusy',
      type: 'STRING',
      span,
    };
    expect(buildCall('SData[]', {}, [target, named]).reviews).toEqual([]);
    expect(buildCall('SData[]', {}, [target, variable('stat', 'STRING')]).reviews).toEqual([
      expect.stringMatching(/run time only/),
    ]);
  });

  test('special days without a day', () => {
    expect(buildCall("IsSpecialDay['Holidays','Founding Day']").reviews).toEqual([]);
    expect(buildCall("IsSpecialDay['Holidays']").reviews).toHaveLength(1);
    expect(buildCall("IsSpecialDay['Holidays','']").reviews).toHaveLength(1);
    expect(buildCall("IsSpecialDayEx['Holidays','','ECT',1]")).toMatchObject({
      js: "ird.flag(_genesys.session.isSpecialDay('Holidays', '', 'ECT', 1))",
      reviews: [expect.stringMatching(/empty day/)],
    });
  });

  test('ListGetInteger whose argument types speak for the other order', () => {
    const [list, index] = [variable('list', 'LIST'), variable('n', 'INTEGER')];
    const order = { 'list.get-integer-order': 'list, index' };
    expect(buildCall('ListGetInteger[]', {}, [list, index]).reviews).toHaveLength(1);
    expect(buildCall('ListGetInteger[]', {}, [index, list]).reviews).toEqual([]);
    expect(buildCall('ListGetInteger[]', order, [list, index])).toMatchObject({
      js: 'ird.listGetIntegerListFirst(_data.v_list, _data.v_n)',
      reviews: [],
    });
    expect(buildCall('ListGetInteger[]', order, [index, list]).reviews).toHaveLength(1);
  });

  test('Attach, unless it replaces', () => {
    expect(buildCall("Attach['Pass',1]").reviews).toHaveLength(1);
    expect(buildCall("Attach['Pass',1]", { 'attach.existing': 'replaces the value' }).reviews).toEqual([]);
    expect(buildCall("Update['Pass',1]").reviews).toEqual([]);
  });
});

describe('shape of the script', () => {
  test('nested Cat is one call', () => {
    const nested = buildCall("Cat[Cat[Cat[Cat[9,':'],5],':'],7]");
    expect(nested.js).toBe("ird.cat(9, ':', 5, ':', 7)");
    expect(nested.library).toEqual(['cat']);
    expect(realm.run(nested.js)).toBe('9:5:7');
  });

  test('Cat with other than two arguments rests on an assumption', () => {
    expect(buildCall("Cat['a','b']").assumptions).toEqual([]);
    expect(buildCall("Cat['a','b','c']").assumptions).toEqual(['cat.arguments']);
  });

  test('writing user data from a Function block reaches the platform and can be read back', () => {
    realm.run(buildCall("Update['Step','two']").js);
    expect(realm.run(buildCall("UData['Step']").js)).toBe('two');
    realm.run(buildCall("DeleteAttachedData['Step']").js);
    expect(realm.run(buildCall("UData['Step']").js)).toBe('');
    expect(realm.run('requests.length')).toBe(2);
  });

  test('rows survive calls without arguments', () => {
    for (const name of [
      'StrSub',
      'ListGetInteger',
      'UData',
      'IsSpecialDay',
      'Cat',
      'SData',
      'UTCAdd',
      'Attach',
    ]) {
      expect(() => realm.run(buildCall(`${name}[]`).js)).not.toThrow();
    }
  });

  test('what can throw says so', () => {
    const throwing = [
      'TimeInZone',
      'DateInZone',
      'DayInZone',
      'UTCFromString',
      'Rand',
      'SData',
      'ListLookupValue',
    ];
    for (const name of throwing) expect(findFunctionMapping(name)?.throws).toBe(true);
    expect(() => realm.run(buildCall("ListLookupValue['None','Sales','open']").js)).toThrow('unknown list');
  });

  test('a missing item of a List object is empty, a whole item is a list', () => {
    expect(realm.run(buildCall("ListLookupValue['Hours','None','open']").js)).toBe('');
    expect(realm.run(buildCall("ListLookupValue['Hours','Sales']").js)).toBe('open:09:00|close:17:00');
  });
});
