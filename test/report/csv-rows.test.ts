import { describe, expect, it } from 'vitest';
import { csvRow } from '../../src/report/formats/csv-rows.js';

describe('rows of CSV', () => {
  it('end as the format wants and leave plain cells alone', () => {
    expect(csvRow(['a', 'b c', 3, ''])).toBe('a,b c,3,\r\n');
  });

  it.each([
    ['a,b', '"a,b"'],
    ['say "x"', '"say ""x"""'],
    ['two\nlines', '"two\nlines"'],
    [' outer ', '" outer "'],
  ])('quote %j', (cell, written) => {
    expect(csvRow([cell])).toBe(`${written}\r\n`);
  });

  it.each(['=1+1', '+1', '-1', '@sum', ' =1', '\uff1d1', "=cmd|' /C calc'!A0"])(
    'keep a spreadsheet from running %j',
    (cell) => {
      const written = csvRow([cell]).replace(/^"/, '');
      expect(written.startsWith(`'${cell}`)).toBe(true);
    },
  );

  it('keep a cell that begins with a tab or line break from hiding a formula', () => {
    expect(csvRow(['\t=1'])).toBe("'\t=1\r\n");
    expect(csvRow(['\n=1'])).toBe('"\'\n=1"\r\n');
  });

  it('leave numbers numbers, negative ones too', () => {
    expect(csvRow([-1])).toBe('-1\r\n');
  });
});
