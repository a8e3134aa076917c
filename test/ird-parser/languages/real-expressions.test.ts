import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { hasErrors } from '../../../src/diagnostics/index.js';
import { parseLanguage, print } from '../../../src/ird-parser/languages/index.js';
import { located } from './located.js';
import { realExpressions } from './real-expressions.js';
import { withoutSpans } from './shape.js';

const manual = readFileSync(new URL('../../../docs/languages.md', import.meta.url), 'utf8');

describe('texts found in public sources', () => {
  it('are all here', () => {
    expect(realExpressions).toHaveLength(81);
  });

  it.each(realExpressions)('$language: $text', ({ text, language, gives = [], exception }) => {
    const { value, diagnostics } = parseLanguage(language, located(text), 'block');
    expect(diagnostics.map((d) => d.code)).toEqual(gives);
    if (exception === undefined) expect(hasErrors(diagnostics)).toBe(false);
    if (!hasErrors(diagnostics)) {
      const again = parseLanguage(language, located(print(language, value)), 'block');
      expect(withoutSpans(again.value)).toEqual(withoutSpans(value));
    }
  });

  it.each(realExpressions.filter((row) => row.exception !== undefined))(
    'exception is documented: $text',
    ({ text, exception }) => {
      const row = manual.split('\n').find((line) => line.includes(text.replaceAll('|', '\\|')));
      expect(row).toContain(exception);
    },
  );
});
