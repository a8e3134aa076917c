import { describe, expect, it } from 'vitest';
import { dispositions } from '../../src/mappings/define.js';
import { entryPage, entryTitle } from '../../src/mappings/entry-page.js';
import { blockMappings } from '../../src/mappings/blocks/index.js';
import { functionMappings } from '../../src/mappings/functions/index.js';
import { allSpellings, findEntries, mappingEntries } from '../../src/mappings/listing.js';
import { evidences } from '../../src/ir/vocabulary/facts.js';

const entries = mappingEntries();
const named = (spelling: string): readonly string[] =>
  findEntries(spelling, entries).map(({ kind, name }) => `${kind} ${name}`);

describe('the list of the tables', () => {
  it('holds every function and object that is converted', () => {
    const listed = new Set(entries.map(({ kind, name }) => `${kind} ${name}`));
    expect(
      functionMappings.filter(({ ird }) => !listed.has(`function ${ird}`) && !listed.has(`statistic ${ird}`)),
    ).toEqual([]);
    const objects = new Set(
      entries.filter(({ kind }) => kind === 'object').flatMap(({ name, aliases }) => [name, ...aliases]),
    );
    expect(blockMappings.filter(({ type }) => !objects.has(type))).toEqual([]);
  });

  it('has one entry for each name of a kind and category', () => {
    const keys = entries.map(({ kind, category, name }) => `${kind} ${category} ${name}`);
    expect(keys.filter((key, i) => keys.indexOf(key) !== i)).toEqual([]);
  });

  it('shows the weakest evidence of name, signature and equivalent', () => {
    const rank = (evidence: (typeof evidences)[number]): number => evidences.indexOf(evidence);
    for (const entry of entries) {
      const all = [
        entry.nameEvidence,
        entry.signatureEvidence,
        entry.equivalentEvidence ?? 'documented',
      ] as const;
      expect(rank(entry.evidence), entry.name).toBe(Math.max(...all.map(rank)));
    }
  });

  it('says placeholder exactly where a function or object has no equivalent', () => {
    for (const { disposition, equivalentEvidence, name, kind } of entries) {
      expect(dispositions).toContain(disposition);
      if (kind === 'function' || kind === 'object') {
        const isMissing = disposition === 'placeholder' || disposition === 'unsupported';
        if (equivalentEvidence === null) expect(isMissing, name).toBe(true);
        // An object may have a file that says why it has no counterpart.
        else if (kind === 'function') expect(isMissing, name).toBe(false);
      }
    }
  });
});

describe('looking a name up', () => {
  it('takes any case, blanks, hyphens and brackets', () => {
    expect(named('UData')).toEqual(['function UData']);
    expect(named('udata[]')).toEqual(['function UData']);
    expect(named("UData['Key']")).toEqual(['function UData']);
    for (const spelling of ['Routing Rule', 'routing-rule', 'ROUTINGRULE', 'Routing_Rule']) {
      expect(named(spelling), spelling).toEqual(named('RoutingRule'));
    }
    expect(named('RoutingRule')).toHaveLength(1);
  });

  it('takes aliases', () => {
    const withAlias = entries.filter(({ aliases }) => aliases.length > 0);
    expect(withAlias.length).toBeGreaterThan(0);
    for (const { name, aliases } of withAlias) {
      for (const alias of aliases) {
        expect(
          findEntries(alias, entries).map((entry) => entry.name),
          alias,
        ).toContain(name);
      }
    }
  });

  it('gives the entry of that very spelling first', () => {
    expect(named('SData')[0]).toBe('function SData');
    expect(named('sdata')[0]).toBe('threshold sdata');
    expect(new Set(named('sdata'))).toEqual(new Set(named('SData')));
  });

  it('finds nothing for what nobody knows', () => {
    expect(named('Teleport')).toEqual([]);
    expect(named('')).toEqual([]);
    expect(named('[]')).toEqual([]);
  });

  it('lists every spelling once', () => {
    const all = allSpellings(entries);
    expect(new Set(all).size).toBe(all.length);
  });
});

describe('the page of an entry', () => {
  it('says what it is, what becomes of it, and how well that is known', () => {
    const [entry] = findEntries('StrLen', entries);
    if (entry === undefined) throw new Error('StrLen is gone');
    const page = entryPage(entry);
    expect(page).toMatch(/^# StrLen\[/);
    expect(page).toContain('**Becomes.**');
    expect(page).toContain("`StrLen['5550100']` becomes `ird.strLen('5550100')` \u2192 `7`");
    expect(page).toContain(`${entry.disposition}, ${entry.evidence} (name `);
    expect(page.endsWith('\n')).toBe(true);
  });

  it('exists for every entry, with its sources', () => {
    for (const entry of entries) {
      const page = entryPage(entry);
      expect(page, entry.name).toContain(entryTitle(entry));
      expect(entry.sources.length, entry.name).toBeGreaterThan(0);
      expect(page, entry.name).not.toMatch(/undefined|\[object/);
    }
  });
});
