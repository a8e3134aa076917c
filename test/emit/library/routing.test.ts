// What functions that route and clear use, in the sandbox: destinations with a location, answers to a cancel, the age of a request.
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openLibrary } from './library-realm.js';
import type { Sandbox } from './sandbox.js';

let realm: Sandbox;
beforeAll(async () => {
  realm = await openLibrary();
});
afterAll(() => realm.dispose());

const value = (code: string): unknown => realm.run(code);

test.each([
  ["ird.destination('7001', 'Switch_X')", '7001@Switch_X'],
  ["ird.destination('7001', '')", '7001'],
  ["ird.destination('7001', undefined)", '7001'],
  ["ird.destination(7001, 'Switch_X')", '7001@Switch_X'],
  ["ird.destination('', '')", ''],
])('%s', (code, expected) => {
  expect(value(code)).toBe(expected);
});

describe('a threshold for all targets of one text', () => {
  test.each([
    ['Sales@Stat.GA', '{t > 1}Sales@Stat.GA'],
    ['Sales@Stat.GA, A01@Stat.A', '{t > 1}Sales@Stat.GA,{t > 1} A01@Stat.A'],
    ['{sdata[B@.GA,x] > 0}[2]B@.GA,?:E>1,2@S.GA', '{t > 1}{sdata[B@.GA,x] > 0}[2]B@.GA,{t > 1}?:E>1,2@S.GA'],
    ['O. A, Inc@.A', '{t > 1}O. A, Inc@.A'],
    ['NameOfAList', 'NameOfAList'],
    ['', ''],
  ])('%s', (targets, expected) => {
    expect(value(`ird.withThreshold(${JSON.stringify(targets)}, 't > 1')`)).toBe(expected);
  });
  test('none is none', () => {
    expect(value("ird.withThreshold('Sales@Stat.GA', '')")).toBe('Sales@Stat.GA');
  });
});

describe('the answer to a cancel', () => {
  const isReply = (data: string, name: string): unknown =>
    value(
      `(_data.ird_requests = { Sales: 'r1', Other: 'r2' }, ird.isCancelReply({ name: 'queue.cancel.done', data: ${data} }${name}))`,
    );

  test.each([
    ['undefined', true],
    ['{}', true],
    ["{ requestid: 'r1' }", true],
    ["{ requestid: 'r2' }", false],
    ["{ interactionid: 'ixn1' }", true],
    ["{ interactionid: 'ixn2' }", false],
    ["{ requestid: 'r1', interactionid: 'ixn1' }", true],
  ])('of one request: %s', (data, expected) => {
    expect(isReply(data, ", 'Sales'")).toBe(expected);
  });

  test.each([
    ['undefined', true],
    ["{ interactionid: 'ixn1' }", true],
    ["{ interactionid: 'ixn2' }", false],
    ["{ requestid: 'r2' }", true],
  ])('of all requests of the call: %s', (data, expected) => {
    expect(isReply(data, '')).toBe(expected);
  });
});

test('priorityTuning is told age, prediction and objective, as its documentation has them', () => {
  const told = `(function () {
    var seen = [], before = _genesys.queue.priorityTuning;
    _genesys.queue.priorityTuning = function () { seen = Array.prototype.slice.call(arguments); };
    ird.keepAge(1000);
    _genesys.queue.priorityTuning = before;
    return JSON.stringify(seen);
  })()`;
  expect(value(told)).toBe('[true,false,false]');
});
