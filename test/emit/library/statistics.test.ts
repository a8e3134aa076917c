// The objects of CallsEntered, when the word is known at run time only.
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openLibrary } from './library-realm.js';
import type { Sandbox } from './sandbox.js';

let realm: Sandbox;
beforeAll(async () => {
  realm = await openLibrary();
});
afterAll(() => realm.dispose());

test.each([
  ["ird.enteredWhere('Router')", 'R'],
  ["ird.enteredWhere('Router', 'VQ_Sales')", 'R'],
  ["ird.enteredWhere('RoutingPoint', '')", 'RP'],
  ["ird.enteredWhere('VirtualQueue', 'VQ_Sales')", 'VQ_Sales'],
  ["ird.enteredWhere('', 'constructor')", 'constructor'],
  ["ird.enteredWhere('constructor')", ''],
  ['ird.enteredWhere(undefined, 8001)', '8001'],
])('%s gives %j', (js, value) => {
  expect(realm.run(js)).toBe(value);
});
