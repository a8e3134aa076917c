import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { exportReferenceMarkdown } from '../../../src/ird-parser/profiles/index.js';
import { ird8 } from '../../../src/ird-parser/profiles/ird-8.js';
import { loadProfile, parseFile } from '../../../src/ird-parser/read.js';
import { utf8 } from '../../xml/encode.js';

const page = readFileSync(new URL('../../../docs/export-profile.md', import.meta.url), 'utf8');
const samples = (language: string): readonly string[] =>
  [...page.matchAll(new RegExp(`\`\`\`${language}\n(.*?)\n\`\`\``, 'gs'))].map(([, text]) => text ?? '');
const [handWritten = '', foreign = ''] = samples('xml');
const [nightLine = '', printed = ''] = samples('json');

describe('docs/export-profile.md', () => {
  it('shows an export that reads without a finding', () => {
    const { value, diagnostics } = parseFile(utf8(handWritten), 'bank.xml');
    expect(diagnostics).toEqual([]);
    expect(value?.unread).toEqual([]);
    expect(value?.strategies[0]?.blocks).toHaveLength(6);
    expect(value?.strategies[0]?.links).toHaveLength(8);
  });

  it('shows a profile that reads its file', () => {
    const profile = loadProfile(nightLine, 'night.json');
    expect(profile.diagnostics).toEqual([]);
    const { value, diagnostics } = parseFile(
      utf8(foreign),
      'night.xml',
      profile.value ? { profile: profile.value } : {},
    );
    expect(diagnostics).toEqual([]);
    expect(value?.strategies[0]?.blocks.map(({ type }) => type)).toEqual(['Entry', 'Music', 'If', 'Exit']);
    expect(value?.strategies[0]?.links.map(({ port }) => port)).toEqual(['green', 'green', 'green', 'red']);
  });

  it('says truly what the first try reports', () => {
    const {
      comments: _comments,
      words: _words,
      ignore: _ignore,
      ...first
    } = JSON.parse(nightLine) as Record<string, unknown>;
    const { value: profile } = loadProfile(JSON.stringify(first), 'night.json');
    const { diagnostics } = parseFile(utf8(foreign), 'night.xml', profile ? { profile } : {});
    expect(diagnostics.map(({ code, message }) => `${code} ${message}`)).toEqual([
      expect.stringContaining('IRD1305 "Weiche"'),
      expect.stringContaining('IRD1320 "dump/@tool"'),
      expect.stringContaining('IRD1320 "dump/callflow/steps/step/@hint"'),
    ]);
  });

  it('prints the profile that is built in', () => {
    expect(JSON.parse(printed)).toEqual(ird8);
  });
});

describe('docs/export-reference.md', () => {
  it('is what the tables say', () => {
    const file = readFileSync(new URL('../../../docs/export-reference.md', import.meta.url), 'utf8');
    expect(file).toBe(exportReferenceMarkdown());
  });
});
