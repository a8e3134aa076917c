// List Manipulation on key-value texts, and the look-up in List objects.
import { expect, test } from 'vitest';
import { valueOf, type World } from './evaluate-text.js';

const world: World = {
  variables: { l: ['LIST', 'a:1|open:09:30|a:3'] },
  scenario: { world: { lists: { Hours: { Sales: { open: '09:00' } } } } },
};

test.each([
  ["ListGetSize['a:1||b:2',0]", 3],
  ["ListGetSize['a:1||b:',1]", 1],
  ["ListGetSize['']", 0],
  ["ListGetSize['|']", 2],
  ['ListGetSize[l]', 3],
  ["ListGetKey[2,'a:1|b:2']", 'b'],
  ["ListGetKey[3,'a:1|b:2']", ''],
  ["ListGetKey[0,'a:1']", ''],
  ["ListGetKey[-1,'a:1']", ''],
  ["ListGetKey[1,'x']", 'x'],
  ['ListGetString[2,l]', '09:30'],
  ['ListGetString[4,l]', ''],
  ["ListGetInteger[2,'a:1|b:20x']", 20],
  ["ListGetInteger[1,'a:x9']", 0],
  ["ListGetInteger[1,'a:-9']", 0],
  ["ListGetInteger[9,'a:1']", 0],
  ["GetStringKey['a',l]", '1'],
  ["GetStringKey['b','ab:1|b:2|b:3']", '2'],
  ["GetStringKey['.','a:1']", ''],
  ["GetStringKey['','|:5']", '5'],
  ["GetIntegerKey['wait','wait:30s']", 30],
  ["GetIntegerKey['wait','wait:s30']", 0],
  ["GetIntegerKey['x','a:1']", 0],
  ["GetMaxSubList['a:9|b:10|c:10']", 'b:10|c:10'],
  ["GetMinSubList['a:9|b:10|c:9']", 'a:9|c:9'],
  ["GetMinSubList['a:9|b']", 'b'],
  ["GetMaxSubList['']", ''],
  ["KVListGetStringValue[l,'open']", '09:30'],
  ["KVListGetStringValue[l,'none']", ''],
  ["KVListGetStringValue['','']", ''],
  ['KVListSize[l]', 3],
  ["KVListSize['']", 0],
  ["KVListSize['a:1||b:2']", 3],
  ['KVListKeyByIndex[l,2]', 'open'],
  ["KVListKeyByIndex[l,'3']", 'a'],
  ['KVListKeyByIndex[l,4]', ''],
  ['KVListKeyByIndex[l,0]', ''],
  ["ListGetDataCfg['Hours','Sales','open']", '09:00'],
  ["ListGetDataCfg['Hours','none','open']", ''],
  ["ListLookupValue['Hours','Sales','open']", '09:00'],
  ["ListLookupValue['Hours','Sales','none']", ''],
  ["ListLookupValue['Hours','constructor','open']", ''],
  ["ListLookupValue['none','Sales','open']", ''],
])('%s gives %j', (text, value) => {
  expect(valueOf(text, world)).toBe(value);
});

test('the order of the arguments of ListGetInteger can be chosen', () => {
  const listFirst = { assumptions: { 'list.get-integer-order': 'list, index' } };
  expect(valueOf("ListGetInteger['a:1|b:2',2]", listFirst)).toBe(2);
});
