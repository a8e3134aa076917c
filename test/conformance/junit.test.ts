// The validation of JUnit reports itself, on a small schema made here: mistakes are told, what is known to go beyond a schema is none.
import { describe, expect, it } from 'vitest';
import { beyondSchema, junitSamples, readSchema, sortComplaints } from './junit.js';

const schema = `<xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema">
  <xs:element name="testsuites"><xs:complexType>
    <xs:sequence><xs:element name="testsuite" minOccurs="0" maxOccurs="unbounded"/></xs:sequence>
    <xs:attribute name="name" use="required"/>
  </xs:complexType></xs:element>
</xs:schema>`;

describe('JUnit by a schema', () => {
  it('holds, or is told each mistake once', () => {
    const complaintsOf = readSchema(schema);
    expect(complaintsOf('<testsuites name="x"><testsuite/></testsuites>')).toEqual([]);
    expect(complaintsOf('<testsuites name="x"><case/><case/></testsuites>')).toHaveLength(1);
    expect(complaintsOf('<testsuites colour="x"/>')).toEqual([
      "Element 'testsuites', attribute 'colour': The attribute 'colour' is not allowed.",
      "Element 'testsuites': The attribute 'name' is required but missing.",
    ]);
  });

  it('tells mistakes from what is known to go beyond the schema, and what of that is gone', () => {
    const known = beyondSchema.map((each) => `${each}: it is not allowed.`);
    expect(sortComplaints(known)).toEqual({ mistakes: [], unused: [] });
    expect(sortComplaints([...known.slice(1), 'b', 'a', 'b'])).toEqual({
      mistakes: ['a', 'b'],
      unused: [beyondSchema[0]],
    });
  });

  it('has reports with every kind of case', () => {
    const all = junitSamples().join('');
    for (const part of ['<failure', '<error', '<skipped', '<property ', '<testsuites', 'missing.xml'])
      expect(all).toContain(part);
  });
});
