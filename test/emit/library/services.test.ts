// Categories, rules, and requests to services: what is attached, what is sent, and where to.
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { openLibrary } from './library-realm.js';
import type { Sandbox } from './sandbox.js';
import { world } from './world.js';

let realm: Sandbox;
beforeAll(async () => {
  realm = await openLibrary();
});
beforeEach(() => {
  realm.run(`${world}\nird.written = {};`);
});
afterAll(() => realm.dispose());

const cards = `{ name: 'Cards', id: '3', relevancy: 80 }`;
const fees = `{ name: 'Fees', id: '4', relevancy: '61' }`;

describe('categories', () => {
  test.each([
    [0, ['Cards', 'Fees']],
    [61, ['Cards', 'Fees']],
    [62, ['Cards']],
    [81, []],
  ])('of at least %s', (least, names) => {
    expect(
      realm.run(`ird.relevant([${cards}, ${fees}], ${String(least)}).map(function (c) { return c.name; })`),
    ).toEqual(names);
  });

  test('are attached one by one, the most relevant one under its keys as well', () => {
    const pairs = {
      Ctg_3: 80,
      Ctg_4: 61,
      CtgId: '3',
      CtgName: 'Cards',
      CategoryName: 'Cards',
      CtgRelevancy: 80,
    };
    expect(realm.run(`ird.categoryPairs([${fees}, ${cards}])`)).toEqual(pairs);
    expect(realm.run(`ird.categoryPairs([${cards}, ${fees}])`)).toEqual(pairs);
  });

  test('the first one wins among equals', () => {
    expect(
      realm.run(
        `ird.categoryPairs([{ name: 'a', id: 1, relevancy: 5 }, { name: 'b', id: 2, relevancy: 5 }]).CtgId`,
      ),
    ).toBe('1');
  });

  test('are nothing when there are none', () => {
    expect(realm.run('ird.categoryPairs([])')).toEqual({});
  });
});

describe('the rule that fits', () => {
  const rules = `[{ name: 'A', match: false }, { name: 'B', match: true }, { name: 'C', match: 'true' }, { name: 'D' }]`;
  test.each([
    ['[]', 'B'],
    [`['C', 'B']`, 'C'],
    [`['A', 'B']`, 'B'],
    [`['A', 'D']`, ''],
    [`['b']`, ''],
  ])('of those wanted, %s, is "%s"', (wanted, name) => {
    expect(realm.run(`ird.matchingRule(${rules}, ${wanted})`)).toBe(name);
  });

  test('is none without rules', () => {
    expect(realm.run(`ird.matchingRule([], ['A'])`)).toBe('');
  });
});

describe('a request to a service', () => {
  test('holds the user data, those just written too, unless they are not to be sent', () => {
    realm.run("ird.attach('ixn1', { Language: 'de', Fresh: 'x' })");
    const body = (sends: boolean): unknown =>
      JSON.parse(String(realm.run(`ird.serviceBody('Find', 'ixn1', { a: 1 }, ${String(sends)})`)));
    expect(body(true)).toMatchObject({
      service: 'Find',
      interactionid: 'ixn1',
      parameters: { a: 1 },
      userdata: { Language: 'de', Fresh: 'x', Pass: '1' },
    });
    expect(body(false)).toEqual({ service: 'Find', interactionid: 'ixn1', parameters: { a: 1 } });
  });

  test.each([
    [
      '{"ContactId":"c1","Age":7,"Tags":[1],"Inner":{"a":1},"No":null,"Yes":true}',
      { ContactId: 'c1', Age: 7 },
    ],
    ['[{"ContactId":"c1"}]', {}],
    ['"c1"', {}],
    ['null', {}],
    ['', {}],
    ['<html>', {}],
  ])('answered by %s attaches %j', (content, pairs) => {
    expect(realm.run(`ird.answerPairs(${JSON.stringify(content)})`)).toEqual(pairs);
  });

  test('that gives nothing to attach writes nothing', () => {
    expect(realm.run("ird.attachSome('ixn1', {})")).toBe(false);
    expect(realm.run('requests')).toEqual([]);
    expect(realm.run("ird.attachSome('ixn1', { a: 1 })")).toBe(true);
    expect(realm.run('requests')).toEqual([{ pairs: { a: 1 }, id: 'ixn1' }]);
  });
});

describe('the address of the Outbound server', () => {
  const attach = (pairs: string): unknown => realm.run(`ird.attach('ixn1', ${pairs})`);
  const record = (server: string): unknown => realm.run(`ird.recordUrl('ixn1', '${server}', 'DoNotCall')`);
  const list = (server: string): unknown => realm.run(`ird.listUrl('ixn1', '${server}', 'A list/1')`);

  test('of a record is the one that the call carries', () => {
    attach("{ GSW_RECORD_URI: 'http://ocs:8080/records/15', GSW_RECORD_HANDLE: 16 }");
    expect(record('http://other')).toBe('http://ocs:8080/records/15?req=DoNotCall');
  });

  test('of a record is made from server and handle when the call carries none', () => {
    expect(record('http://other:1/')).toBe('');
    attach('{ GSW_RECORD_HANDLE: 16 }');
    expect(record('http://other:1/')).toBe('http://other:1/records/16?req=DoNotCall');
    expect(record('')).toBe('');
  });

  test('of a list is that of the server, else that of the record', () => {
    expect(list('')).toBe('');
    expect(list('https://other/')).toBe('https://other/lists/A%20list%2F1?req=AddRecord');
    attach("{ GSW_RECORD_URI: 'https://ocs:8080/records/15' }");
    expect(list('')).toBe('https://ocs:8080/lists/A%20list%2F1?req=AddRecord');
  });
});
