// Every action of the catalogue, made to fail with each error that it may fail with, and what its events carry.
import { describe, expect, it } from 'vitest';
import { actions } from '../../../src/runtime-check/validate/catalogue/index.js';
import type { ElementRow } from '../../../src/runtime-check/validate/catalogue/rows.js';
import { bench } from './bench.js';

/** What each attribute is given where the action asks for something in particular. */
const values: Readonly<Record<string, string>> = {
  requestid: "'request-9'",
  interactionid: "'0'",
  to: "'9000'",
  src: "'page.scxml'",
  object: "'Sales@S.GA'",
  statistic: "'Waiting'",
  srcexpr: "'http://h'",
  agent: "'anna'",
  for: "{ dn: '7001' }",
  root: "'Complaints'",
  idealtime: '0',
};

const literals: Readonly<Record<string, string>> = {
  'queue:submit src': '',
  'ixn:createcall type': 'regular',
  'ixn:createmessage type': 'acknowledgement',
  'ixn:createmessage media': 'TMediaEMail',
};

function written(name: string, row: ElementRow): string {
  const attributes = Object.entries(row.attributes).flatMap(([attribute, { kind, required }]) => {
    const literal = literals[`${name} ${attribute}`];
    if (kind === 'location') return [`${attribute}="_data.${attribute}"`];
    if (kind === 'literal')
      return literal === undefined || literal === '' ? [] : [`${attribute}="${literal}"`];
    const value = values[attribute] ?? (required ? "'x'" : undefined);
    return value === undefined ? [] : [`${attribute}="${value}"`];
  });
  const inside =
    name === 'queue:submit' ? '<queue:targets><queue:targetid expr="\'anna@.A\'"/></queue:targets>' : '';
  return `<${name} ${attributes.join(' ')}>${inside}</${name}>`;
}

const answering = [...actions].filter(([, { event }]) => event !== '');

describe('every action', () => {
  it.each(answering)('%s fails with each error that it may fail with', (name, row) => {
    const words = row.errors?.words ?? ['planned'];
    for (const error of words) {
      const b = bench({ answers: { failures: [{ action: name, error }] } });
      b.pass(0);
      b.events();
      expect(b.run(written(name, row))).toEqual([true]);
      b.pass(0);
      const failed = b.events().filter((event) => event.split(' ')[1] === `error.${row.event}`);
      expect(failed, `${name} ${error}`).toHaveLength(1);
      // The bench writes data of events as JSON.
      const data = JSON.parse(failed[0]?.replace(/^\S+ \S+ /, '') ?? '') as Readonly<Record<string, unknown>>;
      expect(data['error']).toBe(error);
      const given = Object.keys(data);
      // Not all of what is documented for errors is known when the action is refused.
      const wanted = row.events[`error.${row.event}`]?.data.filter(
        (field) => !/session|interaction/.test(field),
      );
      expect(given).toEqual(expect.arrayContaining([...(wanted ?? [])]));
    }
  });

  it.each(answering)('%s is carried out', (name, row) => {
    const b = bench();
    b.pass(0);
    expect(b.run(written(name, row))).toEqual([true]);
  });

  it('that no module knows is left to the interpreter', () => {
    const b = bench();
    b.pass(0);
    expect(b.run('<queue:nonsense/><agent:nonsense/>')).toEqual([false, false]);
  });
});
