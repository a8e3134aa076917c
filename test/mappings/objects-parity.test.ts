// Every object that is known by name has a row with evidence, source and page, an example that converts, and, when it is converted, a fixture; what is
// no block has a section of its own page.
import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { evidences, type Evidence } from '../../src/ir/vocabulary/facts.js';
import { objectFacts } from '../../src/ir/vocabulary/objects.js';
import { blockMappings } from '../../src/mappings/blocks/index.js';
import { mappingPages } from '../../src/mappings/docs.js';
import { mappingEntries, type MappingEntry } from '../../src/mappings/listing.js';

interface Known {
  readonly name: string;
  readonly kind: 'object' | 'feature';
  readonly category: string;
  readonly evidence: Evidence;
  /** Names under which the tables have it; the section of its page, for what is no block. */
  readonly rows: readonly string[];
}

const root = new URL('../../', import.meta.url);
const read = (path: string): string => readFileSync(new URL(path, root), 'utf8');
const known = (JSON.parse(read('fixtures/vendor/ird-objects.json')) as { readonly entries: readonly Known[] })
  .entries; // our own file, checked below
const objects = mappingEntries().filter(({ kind }) => kind === 'object');
const rowsOf = (name: string): readonly MappingEntry[] =>
  objects.filter((entry) => entry.name === name && entry.category !== 'Composer');

/** Sources of all fixture strategies: an object type that stands in one is converted, validated and run there. */
const strategies = readdirSync(new URL('fixtures/strategies', root), { recursive: true, encoding: 'utf8' })
  .filter((file) => file.endsWith('.xml') && !file.includes('expected'))
  .map((file) => read(`fixtures/strategies/${file}`))
  .join('\n');
const comparable = (words: string): string => words.toLowerCase().replace(/[^a-z0-9]+/g, '');
const used = new Set(
  [...strategies.matchAll(/(?:type="|<Cell name="Type">)([^"<]+)/g)].map(([, type]) =>
    comparable(type ?? ''),
  ),
);

const rank = (evidence: Evidence): number => evidences.indexOf(evidence);
/** The reference may know one object by two names, one better than the other. */
const bestOf = (row: string): number =>
  Math.min(...known.filter(({ rows }) => rows.includes(row)).map(({ evidence }) => rank(evidence)));

describe('the reference', () => {
  it('has 126 entries, each with category and evidence', () => {
    expect(known).toHaveLength(126);
    expect(new Set(known.map(({ name, category }) => `${category} ${name}`)).size).toBe(126);
    for (const { evidence, category, name, rows } of known) {
      expect(evidences, name).toContain(evidence);
      expect(category, name).not.toBe('');
      expect(rows.length, name).toBeGreaterThan(0);
    }
  });

  it('is what the tables hold, and the tables hold nothing else of IRD', () => {
    const named = new Set(known.flatMap(({ rows }) => rows));
    const ours = objectFacts.filter(({ category }) => !['Composer', 'Unknown'].includes(category));
    expect(ours.filter(({ name }) => !named.has(name)).map(({ name }) => name)).toEqual([]);
  });
});

describe.each(known.filter(({ kind }) => kind === 'object'))('$category: $name', ({ name, rows }) => {
  it('has a row with source, meaning and page, and claims no more than is known', () => {
    const objectsPage = mappingPages().find(({ file }) => file === 'objects.md')?.text ?? '';
    for (const row of rows) {
      const found = rowsOf(row);
      expect(found, row).toHaveLength(1);
      for (const entry of found) {
        expect(entry.sources.join(''), row).not.toBe('');
        expect(entry.meaning, row).not.toBe('');
        expect(entry.about, row).not.toBe('');
        expect(objectsPage, row).toContain(`## ${entry.name}\n`);
        if (rows.length === 1) expect(rank(entry.nameEvidence), name).toBeGreaterThanOrEqual(bestOf(row));
      }
    }
  });
});

describe('converted objects', () => {
  const converted = blockMappings.filter(
    ({ type, disposition }) => disposition !== 'placeholder' && !type.startsWith('Composer'),
  );
  it.each(converted.map(({ type }) => type))('%s stands in a fixture that is converted and run', (type) => {
    const fact = objectFacts.find((each) => each.type === type);
    const names = [type, fact?.name ?? '', ...(fact?.aliases ?? []), ...(listWords[type] ?? [])].map(
      comparable,
    );
    expect(names.some((each) => used.has(each))).toBe(true);
  });
});

/** How the table of busy treatments calls what is no block of its own. */
const listWords: Readonly<Record<string, readonly string[]>> = { BusyTreatmentExit: ['Exit'] };

describe('what is no block', () => {
  const page = read('docs/project-objects.md');
  it.each(known.filter(({ kind }) => kind === 'feature'))('$name has a section', ({ rows, evidence }) => {
    for (const row of rows) {
      const [, section = ''] = page.split(`\n## ${row}\n`);
      const [text = ''] = section.split('\n## ');
      expect(text, row).toMatch(
        /\n(exact|omitted|review|unsupported), (documented|observed|inferred|unverified)\. /,
      );
      expect(text, row).toContain('Source: ');
      expect(text, row).toContain('Example: ');
      const claimed = evidences.findIndex((each) => text.includes(`, ${each}. `));
      expect(claimed, row).toBeGreaterThanOrEqual(rank(evidence));
    }
  });
});
