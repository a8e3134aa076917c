// Properties of interactions that are no voice calls or gone, area codes, and the number tests of segmentation.
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openLibrary } from './library-realm.js';
import type { Sandbox } from './sandbox.js';

let realm: Sandbox;
beforeAll(async () => {
  realm = await openLibrary();
});
afterAll(() => realm.dispose());

test.each([
  ["ird.voice('ixn1', 'ani')", '5550100'],
  ["ird.voice('ixn1', 'callid')", '77'],
  ["ird.voice('ixn1', 'nothing')", ''],
  ["ird.voice('ixn2', 'ani')", ''],
  ["ird.voice('gone', 'ani')", ''],
  ["ird.property('ixn1', 'location', 'media_server')", 'tserver_a'],
  ["ird.property('ixn3', 'location', 'media_server')", ''],
  ["ird.media('ixn1')", 'voice'],
  ["ird.media('ixn2')", 'email'],
  ["ird.media('ixn3')", ''],

  ["ird.startsWith('5550100', '555')", true],
  ["ird.startsWith('5550100', '550')", false],
  ["ird.startsWith('555', '5550')", false],
  ["ird.startsWith('', '5')", false],
  ["ird.startsWith('.5', '.')", true],
  ['ird.startsWith(undefined, "")', true],

  ["ird.inNumberRange('5550100', '5550100', '5550199')", true],
  ["ird.inNumberRange('5550199', '5550100', '5550199')", true],
  ["ird.inNumberRange('5550200', '5550100', '5550199')", false],
  ["ird.inNumberRange('99', '100', '999')", false],
  ["ird.inNumberRange('1000', '100', '999')", false],
  ["ird.inNumberRange('0500', '100', '999')", true],
  ["ird.inNumberRange('0', '0', '9')", true],
  ["ird.inNumberRange('+1 (555) 010-0100', '15550100000', '15550100999')", true],
  ["ird.inNumberRange('12345678901234567890', '12345678901234567889', '12345678901234567891')", true],
  ["ird.inNumberRange('12345678901234567892', '12345678901234567889', '12345678901234567891')", false],
  ["ird.inNumberRange('', '0', '9')", false],
  ["ird.inNumberRange('anonymous', '0', '9')", false],
])('%s gives %j', (code, value) => {
  expect(realm.run(code)).toBe(value);
});

test.each([
  ['5550100999', '555', '555010'],
  ['15550100999', '555', '555010'],
  ['+1 555-010-0999', '555', '555010'],
  ['0015550100', '001', '001555'],
  ['12', '12', '12'],
  ['', '', ''],
])('the calling number %j has the area code %j and the exchange %j', (ani, area, exchange) => {
  realm.run(`_genesys.ixn.interactions.ixn1.voice.ani = ${JSON.stringify(ani)};`);
  expect(realm.run("[ird.aniDigits('ixn1', 3), ird.aniDigits('ixn1', 6)]")).toEqual([area, exchange]);
});
