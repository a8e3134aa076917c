import { describe, expect, it } from 'vitest';
import { allCodes, diagnosticIndex, diagnosticPage, isCode } from '../../src/diagnostics/docs.js';
import { catalogue } from '../../src/diagnostics/index.js';

describe('diagnosticPage', () => {
  it('says what a finding means and what to do', () => {
    expect(diagnosticPage('IRD8008')).toBe(
      [
        '# IRD8008: File exists and differs',
        'Severity: error: something was not done, or the page may not load, or not route as the strategy did, until this is handled.',
        'Output never replaces a file whose content differs, because it may have been edited by hand. Writing the same bytes again counts as unchanged.',
        '**What to do.** Compare it with a conversion into an empty folder; with --force it is overwritten.',
        'Since 0.1.0.',
      ].join('\n\n') + '\n',
    );
  });
});

describe('diagnosticIndex', () => {
  it('lists every code once', () => {
    const listed = [...diagnosticIndex().matchAll(/^\| \[(IRD\d{4})\]\(\1\.md\)/gm)].map(([, code]) => code);
    expect(listed.toSorted()).toEqual(allCodes());
  });
});

describe('the catalogue', () => {
  it.each(Object.entries(catalogue))('%s is complete', (code, { title, help, about, since }) => {
    expect(code).toMatch(/^IRD\d{4}$/);
    expect(title).not.toMatch(/[.!]$/);
    expect(help).toMatch(/^[^a-z].*[.]$/s);
    expect(about).toMatch(/[.]$/);
    expect(since).toMatch(/^\d+\.\d+\.\d+$/);
  });

  it('knows its codes', () => {
    expect(isCode('IRD9001')).toBe(true);
    expect(isCode('toString')).toBe(false);
  });
});
