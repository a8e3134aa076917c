// Every row: its examples print and compute what the row says, its parts exist, and its facts are complete.
import { parseExpressionAt } from 'acorn';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { libraryFunctions } from '../../../src/emit/library/index.js';
import { assumption, isAssumption } from '../../../src/ir/assumptions/table.js';
import { findFunction } from '../../../src/ir/vocabulary/functions.js';
import { findFunctionMapping, functionMappings } from '../../../src/mappings/functions/index.js';
import { openLibrary } from '../../emit/library/library-realm.js';
import type { Sandbox } from '../../emit/library/sandbox.js';
import { buildCall, usualAnswers } from './build-call.js';
import { readCall } from './example-call.js';

let realm: Sandbox;
beforeAll(async () => {
  realm = await openLibrary();
});
afterAll(() => realm.dispose());

const examples = functionMappings.flatMap((row) => row.examples.map((example) => ({ row, ...example })));

describe('examples', () => {
  test.each(examples)('$ird becomes $js', ({ row, ird, js }) => {
    expect(readCall(ird).name).toBe(row.ird);
    expect(buildCall(ird).js).toBe(js);
    expect(parseExpressionAt(js, 0, { ecmaVersion: 5 }).end).toBe(js.length);
  });

  test.each(examples.filter((example) => example.value !== undefined))(
    '$ird gives $value',
    ({ js, value }) => {
      expect(realm.run(js)).toBe(value);
    },
  );

  test.each(examples.filter((example) => example.value === undefined))('$js runs', ({ js }) => {
    expect(() => realm.run(js)).not.toThrow();
  });

  test.each(examples)('$ird uses functions that the library has', ({ ird }) => {
    const known = libraryFunctions.map((row) => row.name);
    for (const name of buildCall(ird).library) expect(known).toContain(name);
  });
});

describe('rows', () => {
  test('are one for each name, frozen, found by name', () => {
    const names = functionMappings.map((row) => row.ird);
    expect(new Set(names).size).toBe(names.length);
    expect(Object.isFrozen(functionMappings)).toBe(true);
    for (const row of functionMappings) expect(findFunctionMapping(row.ird)).toBe(row);
    expect(findFunctionMapping('strlen')).toBeUndefined();
    expect(findFunctionMapping('constructor')).toBeUndefined();
  });

  test.each(functionMappings)('$ird is a canonical name of the vocabulary', ({ ird }) => {
    expect(findFunction(ird)?.name).toBe(ird);
  });

  test.each(functionMappings)('$ird says where it comes from, what it does and what it costs', (row) => {
    expect(row.source.length).toBeGreaterThan(10);
    expect(row.about).toMatch(/^[A-Z0-9]/);
    expect(row.examples.length).toBeGreaterThan(0);
    expect(row.evidence).not.toBe('unverified');
    expect(['exact', 'review', 'urs']).toContain(row.disposition);
    if (row.disposition === 'review') expect(row.cost).toBeGreaterThan(0);
    if (row.disposition === 'exact') expect(row.evidence).toMatch(/documented|observed/);
  });

  test.each(functionMappings)(
    '$ird takes as many arguments as the vocabulary allows',
    ({ ird, examples: own }) => {
      const parameters = findFunction(ird)?.parameters;
      if (parameters === undefined) return;
      const required = parameters.filter((parameter) => parameter.optional !== true).length;
      for (const example of own) {
        const count = readCall(example.ird).args.length;
        expect(count).toBeGreaterThanOrEqual(required);
        expect(count).toBeLessThanOrEqual(parameters.length);
      }
    },
  );

  test('cover the documented functions of the four categories', () => {
    const documented = `Cat StrLen StrSub StrChar StrGetChar StrStr StrReplace StrAsciiBreak StrAsciiTok StrToLower StrToUpper
      ListGetSize ListGetKey ListGetInteger ListGetString GetIntegerKey GetStringKey GetMaxSubList GetMinSubList
      Date Day Time DateInZone DayInZone TimeInZone TimeStamp TimeDifference GetUTC UTCAdd UTCFromString UTCToString IsSpecialDay IsSpecialDayEx
      ANI DNIS Orig ConnID CallID CallType ThisDN CallUUID InteractionID MediaType Tenant TenantID TServer NPA NPANXX GetCurrentSwitch
      UData Update Attach DeleteAttachedData ListLookupValue SData Rand`;
    for (const name of documented.split(/\s+/)) expect(findFunctionMapping(name)?.ird).toBe(name);
  });
});

describe('assumptions', () => {
  test('are each used by an example, but the one about the number of texts', () => {
    const used = new Set(examples.flatMap((example) => buildCall(example.ird).assumptions));
    const expected = Object.keys(usualAnswers).filter((id) => id !== 'cat.arguments');
    expect([...used].sort()).toEqual(expected.sort());
  });

  const inTable = Object.entries(usualAnswers).filter(([id]) => isAssumption(id));

  test.each(inTable)('%s has the default that the rows are written for', (id, answer) => {
    expect(assumption(id).default).toBe(answer);
  });
});
