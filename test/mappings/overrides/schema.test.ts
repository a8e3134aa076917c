// The published schema says of a file what the reader says, as far as a schema can.
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { describe, expect, it, test } from 'vitest';
import { parse } from 'yaml';
import { hasErrors } from '../../../src/diagnostics/index.js';
import { readOverrides } from '../../../src/mappings/overrides/read.js';
import { overridesSchema } from '../../../src/mappings/overrides/schema.js';

const isValid = new Ajv2020({ allowUnionTypes: true, strictRequired: false }).compile(overridesSchema);
const byReader = (text: string): boolean => !hasErrors(readOverrides(text, 'o.yaml').diagnostics);
const bySchema = (text: string): boolean => isValid(parse(text));

const functionEntry = (keys: string): string => `overrides: 1\nfunctions:\n  - { ${keys} }\n`;
const objectEntry = (keys: string): string => `overrides: 1\nobjects:\n  - { ${keys} }\n`;

describe('schema and reader agree', () => {
  test.each([
    ['overrides: 1\n', true],
    ['functions: []\n', false],
    ['overrides: 2\n', false],
    ['overrides: 1\nfunction: []\n', false],
    ['overrides: 1\nplugins: [a.mjs]\n', true],
    ['overrides: 1\nplugins: a.mjs\n', false],
    [functionEntry('name: F, template: "1"'), true],
    [functionEntry('template: "1"'), false],
    [functionEntry('name: F'), false],
    [functionEntry('name: F, template: "1", as: Cat'), false],
    [functionEntry('name: F, template: "1", throws: false, evidence: observed, source: s'), true],
    [functionEntry('name: F, template: "1", evidence: sure'), false],
    [functionEntry('name: F, template: "1", arguments: [1]'), false],
    [functionEntry('name: F, as: Cat, throws: false'), false],
    [functionEntry('name: F, as: Cat, arguments: ["${2}", 7, "x"]'), true],
    [functionEntry('name: F, ignore: { reason: r, until: 2027-01-31, value: 0 }'), true],
    [functionEntry('name: F, ignore: { reason: r, until: soon }'), false],
    [functionEntry('name: F, ignore: { reason: "" }'), false],
    [functionEntry('name: F, ignore: { until: 2027-01-31 }'), false],
    [
      functionEntry(
        'name: F, as: Cat, when: { strategy: [a, b*], caption: c, parameters: { 1: x, Key: [y] } }',
      ),
      true,
    ],
    [functionEntry('name: F, as: Cat, when: { properties: { a: b } }'), false],
    [objectEntry('name: O, as: Selection, when: { caption: c }'), true],
    [objectEntry('name: O, template: "<log expr=\\"1\\"/>", when: { properties: { a: b } }'), true],
    [objectEntry('name: O, ignore: { reason: r, value: 1 }'), false],
    [objectEntry('name: O, as: Selection, arguments: [1]'), false],
  ])('%s', (text, expected) => {
    expect({ schema: bySchema(text), reader: byReader(text) }).toEqual({
      schema: expected,
      reader: expected,
    });
  });
});

it('takes the file of the example project', () => {
  const file = path.resolve(import.meta.dirname, '../../../examples/own-mappings/ird2scxml.overrides.yaml');
  expect(bySchema(readFileSync(file, 'utf8'))).toBe(true);
});
