// What is assumed where a value of one type stands in place of another.
import { expect, test } from 'vitest';
import { parseLanguage, print } from '../../src/ird-parser/languages/index.js';
import { lowerAlone } from '../../src/ir/lower-alone.js';

const place = {
  file: 'it',
  start: { line: 1, column: 1, offset: 0 },
  end: { line: 1, column: 1, offset: 0 },
};

const assumed = (text: string): readonly string[] => {
  const { value } = parseLanguage('expression', { text, span: () => place }, '');
  const variables = [{ name: 'f', type: 'FLOAT' } as const];
  const options = { print: (tree: typeof value) => print('threshold', tree), assumptions: {} };
  return lowerAlone(value, variables, options).assumptions.filter((id) => id.startsWith('convert.'));
};

test.each([
  ['StrLen[007]', ['convert.number-to-text']],
  ['StrLen[1.50]', ['convert.number-to-text']],
  ['StrLen[7]', []],
  ["f > '2.5'", ['convert.text-with-float']],
  ["f + UData['a']", ['convert.text-with-float']],
  ['f > 2', []],
  ["'15550100999' = 1", ['convert.large-text']],
  ["'-2147483649 x' < 1", ['convert.large-text']],
  ["'2147483647' = 1", []],
  ["'15550100999' = 'a'", []],
])('%s', (text, ids) => {
  expect(assumed(text)).toEqual(ids);
});
