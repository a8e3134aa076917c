// Properties of the call, attached data, random numbers, statistics.
import { describe, expect, test } from 'vitest';
import { contextOf, valueOf, type World } from './evaluate-text.js';

const call: World = {
  scenario: {
    interaction: {
      id: 'call-1',
      ani: '1 (555) 010-0999',
      dnis: '5550199',
      thisDN: '8001',
      callid: '77',
      connid: '00a1',
    },
  },
};
const email: World = { scenario: { interaction: { media: 'email', ani: '5550100', view: 'Inbound' } } };

test.each([
  ['ANI[]', '1 (555) 010-0999', ''],
  ['Orig[]', '1 (555) 010-0999', ''],
  ['DNIS[]', '5550199', ''],
  ['CallID[]', '77', ''],
  ['ConnID[]', '00a1', ''],
  ['CallType[]', 'inbound', ''],
  ['ThisDN[]', '8001', '8000'],
  ['OtherDN[]', '1 (555) 010-0999', ''],
  ["ExtData['none']", '', ''],
  ["ExtData['constructor']", '', ''],
  ["ExtData['ixn_queue_view']", '', 'Inbound'],
  ["ExtensionData['ixn_queue_view']", '', 'Inbound'],
  ['HomeLocation[]', 'simulated', 'simulated'],
  ['NPA[]', '555', ''],
  ['NPANXX[]', '555010', ''],
  ['CallUUID[]', 'call-1', 'ixn0001'],
  ['InteractionID[]', 'call-1', 'ixn0001'],
  ['MediaType[]', 'voice', 'email'],
  ['TServer[]', 'simulated', 'simulated'],
  ['GetCurrentSwitch[]', 'simulated', 'simulated'],
  ['Tenant[]', 'Environment', 'Environment'],
  ['TenantID[]', '1', '1'],
])('%s is %j for a call, %j for an email', (text, ofCall, ofEmail) => {
  expect([valueOf(text, call), valueOf(text, email)]).toEqual([ofCall, ofEmail]);
});

test('OtherDN is empty when nobody else is there', () => {
  const alone = { scenario: { interaction: { ani: '8001', thisDN: '8001' } } };
  expect(valueOf('OtherDN[]', alone)).toBe('');
});

describe('options', () => {
  const scenario = { world: { options: { limit: '10', mode: '' } } };
  test.each([
    ["GetConfigOption['limit']", '10'],
    ["GetConfigOption['limit','StartFromTenant']", '10'],
    ["GetConfigOption['limit'] + 1", 11],
    ["GetConfigOption['mode']", ''],
    ["GetConfigOption['none']", ''],
    ["GetConfigOption['constructor']", ''],
  ])('%s gives %j', (text, value) => {
    expect(valueOf(text, { scenario })).toBe(value);
  });
});

describe('attached data', () => {
  const world: World = { scenario: { interaction: { udata: { Pass: 1, Name: 'Ann', Empty: '' } } } };
  const run = (...texts: readonly string[]): unknown => {
    const cx = contextOf(world);
    return texts.map((text) => valueOf(text, world, cx)).at(-1);
  };

  test.each([
    ["UData['Name']", 'Ann'],
    ["UData['Pass']", '1'],
    ["UData['Pass'] + 1", 2],
    ["UData['none']", ''],
    ["UData['none'] = 0", true],
    ["UData['none'] + 0", 0],
    ["StrLen[UData['none']]", 0],
    ["UData['constructor']", ''],
  ])('%s gives %j', (text, value) => {
    expect(run(text)).toBe(value);
  });

  test('what is written is read at once', () => {
    expect(run("Update['Pass',2]", "UData['Pass']")).toBe('2');
    expect(run("Update['new','x']", "UData['new']")).toBe('x');
    expect(run("Cat[Update['Name','Bob'],UData['Name']]")).toBe('Bob');
    expect(run("Delete['Name']", "UData['Name']")).toBe('');
    expect(run("DeleteAttachedData['Name']", "UData['Name']")).toBe('');
  });

  test('as a whole: its keys, and its pairs as a list', () => {
    expect(run('AttachedDataKeyList[]')).toBe('Pass|Name|Empty');
    expect(run('AttachedDataItemList[]')).toBe('Pass:1|Name:Ann|Empty:');
    expect(run("Update['new','']", 'AttachedDataKeyList[]')).toBe('Pass|Name|Empty|new');
    expect(run("Delete['Name']", 'AttachedDataItemList[]')).toBe('Pass:1|Empty:');
    expect(valueOf('AttachedDataItemList[]')).toBe('');
  });

  test('Attach adds a pair, Update replaces the value', () => {
    expect(run("Attach['Pass',2]", "UData['Pass']")).toBe('1');
    expect(run("Attach['new',2]", "UData['new']")).toBe('2');
    expect(run("Attach['Pass',2]", "Update['Pass',3]", "UData['Pass']")).toBe('3');
    expect(run("Attach['Pass',2]", "Delete['Pass']", "UData['Pass']")).toBe('');
  });
});

describe('Rand', () => {
  const world: World = { scenario: { random: [0, 0.5, 0.999999] } };
  test('takes one draw for each evaluation, from 1 to the interval', () => {
    const cx = contextOf(world);
    expect(['Rand[6]', 'Rand[6]', 'Rand[6]'].map((text) => valueOf(text, world, cx))).toEqual([1, 4, 6]);
    expect(valueOf('Rand[1]')).toBe(1);
  });
  test.each(['Rand[0]', 'Rand[-1]', "Rand['x']"])('%s is an error', (text) => {
    expect(valueOf(text)).toMatch(/^error: Rand needs an interval/);
  });
});

describe('statistics', () => {
  const scenario = {
    world: {
      statistics: {
        'Sales@.GA': { StatAgentsTotal: 12, StatLoadBalance: 0.5 },
        R: { CallsEntered: 31 },
        VQ_A: { CallsEntered: 9 },
      },
    },
  };
  test.each([
    ["SData['Sales@.GA',StatAgentsTotal]", 12],
    ["SData['Sales@.GA','StatLoadBalance']", 0.5],
    ["SData['Sales@.GA','none']", 0],
    ["GetStatData['Sales@.GA','StatAgentsTotal']", 12],
    ["GetStatData['none','StatAgentsTotal']", 0],
    ["SData['none','StatAgentsTotal'] > 0", false],
    ["AgentStat['Sales@.GA','StatLoadBalance']", 0.5],
    ["RVQData['Sales@.GA',StatAgentsTotal]", 12],
    ["StatAgentsTotal['Sales@.GA']", 12],
    ["StatAgentsTotal['Sales@.GA'] / 5", 2],
    // Of no known type: the fraction is cut off where a whole number is calculated.
    ["StatLoadBalance['Sales@.GA'] + 1", 1],
    ["StatCallsAnswered['Sales@.GA']", 0],
    ["GetAvgStatData['Sales@.GA,none','StatAgentsTotal']", 6],
    ["GetMaxStatData['none, Sales@.GA','StatAgentsTotal']", 12],
    ["GetMinStatData['Sales@.GA,none,','StatAgentsTotal']", 0],
    ["GetMinStatData['Sales@.GA','StatAgentsTotal']", 12],
    ["GetMinStatData['','StatAgentsTotal']", 0],
    ["CallsEntered['Router']", 31],
    ["CallsEntered['RoutingPoint']", 0],
    ["CallsEntered['VirtualQueue','VQ_A']", 9],
    ["CallsEntered['VirtualQueue']", 0],
  ])('%s gives %j', (text, value) => {
    expect(valueOf(text, { scenario })).toBe(value);
  });
  test.each([
    ["SData['x','y']", 'y'],
    ["CallsWaiting['x']", 'CallsWaiting'],
    ["GetAvgStatData['Sales@.GA,x','StatAgentsTotal']", 'StatAgentsTotal'],
  ])('%s, without a value, may be an error', (text, name) => {
    expect(valueOf(text, { scenario, assumptions: { 'sdata.missing': 'error' } })).toBe(
      `error: "${name}" of "x" has no value`,
    );
  });
  test('what a name gives without a target only the surroundings know', () => {
    expect(valueOf('InVQWaitTime[]')).toBe(
      'unknown: what "InVQWaitTime" gives without a target is not known here',
    );
    expect(valueOf('InVQWaitTime[] + 1', { ask: () => 5 })).toBe(6);
  });
  test('functions that need the router are asked of the surroundings, with their arguments', () => {
    const ask: World['ask'] = (name, args) => (name === 'PositionInQueue' ? args.length + 2 : undefined);
    expect(valueOf("PositionInQueue['VQ'] + 1", { ask })).toBe(4);
  });
});
