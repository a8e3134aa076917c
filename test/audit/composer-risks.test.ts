import { readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { audited } from './audited.js';

const diagram = readFileSync(
  path.resolve(import.meta.dirname, '../../fixtures/composer/every-block.workflow'),
  'utf8',
);
const codesOf = (text: string): readonly string[] =>
  audited([{ file: 'every-block.workflow', text }]).strategies.flatMap(({ codes }) => codes);

test('a condition of a diagram that assigns is a risk; one that compares is none', () => {
  const expression = /(<conditions\b[^>]*?\bexpression=")[^"]*"/;
  expect(diagram).toMatch(expression);
  const having = (code: string): string => diagram.replace(expression, `$1${code}"`);
  expect(codesOf(having("kind = 'sales'"))).toContain('IRD2153');
  expect(codesOf(having("kind == 'a=b'"))).not.toContain('IRD2153');
});
