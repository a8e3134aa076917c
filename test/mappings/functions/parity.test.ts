// Everything that is known by name has a row with evidence, source, an example that runs, and a place in the documentation; no row claims more than
// is known.
import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { evidences, type Evidence } from '../../../src/ir/vocabulary/facts.js';
import { constants, findConstant, findFunction, functions } from '../../../src/ir/vocabulary/functions.js';
import { operatorFacts } from '../../../src/ir/vocabulary/operators.js';
import { mappingPages } from '../../../src/mappings/docs.js';
import { entryTitle } from '../../../src/mappings/entry-page.js';
import { findFunctionRow, functionMappings } from '../../../src/mappings/functions/index.js';
import { keptFunctions } from '../../../src/mappings/functions/kept/index.js';
import { operatorRows } from '../../../src/mappings/functions/operators.js';
import { mappingEntries, type MappingEntry } from '../../../src/mappings/listing.js';
import { openLibrary } from '../../emit/library/library-realm.js';
import type { Sandbox } from '../../emit/library/sandbox.js';
import { convertBlock } from '../blocks/one-block.js';
import { convertExpression } from '../convert-expression.js';

interface Known {
  readonly name: string;
  readonly kind: string;
  readonly evidence: Evidence;
  readonly language?: 'threshold';
  /** Names under which the tables have it: the members of a family, the name that it is an alias of. */
  readonly rows: readonly string[];
}

const file = new URL('../../../fixtures/vendor/ird-functions.json', import.meta.url);
const known = (JSON.parse(readFileSync(file, 'utf8')) as { readonly entries: readonly Known[] }).entries; // our own file, checked below
const entries = mappingEntries().filter(({ kind }) => kind !== 'object');
const pages = mappingPages();

let realm: Sandbox;
beforeAll(async () => {
  realm = await openLibrary();
});
afterAll(() => realm.dispose());

function entryFor(name: string, language: Known['language']): MappingEntry | undefined {
  const isOperator = operatorFacts.some((fact) => fact.name === name);
  const fact = isOperator ? undefined : (findConstant(name) ?? findFunction(name, language ?? 'expression'));
  const canonical = isOperator ? name : fact?.name;
  const kind = isOperator ? 'operator' : fact?.kind;
  return entries.find((entry) => entry.name === canonical && entry.kind === kind);
}

const rank = (evidence: Evidence): number => evidences.indexOf(evidence);

/** Names that one entry calls unverified as functions, and that were seen elsewhere as what the tables have them for. */
const seenElsewhere: Readonly<Record<string, string>> = {
  '=': 'URS data and log lines',
  '<': 'URS data and log lines',
  '>': 'URS data and log lines',
  '>=': 'URS data and log lines',
  '<=': 'by analogy with >=',
  CallsWaiting: 'a statistic of the page on thresholds',
  PositionInQueue: 'a statistic of the page on thresholds',
  RStatCallsInQueue: 'a statistic in URS log lines',
};

describe('what is known by name', () => {
  test('are 235 entries of these kinds', () => {
    const kinds = new Set(known.map(({ kind }) => kind));
    expect([...kinds].sort()).toEqual(['constant', 'family', 'function', 'note', 'operator', 'statistic']);
    expect(known).toHaveLength(235);
    expect(new Set(known.map(({ name, kind }) => `${kind} ${name}`)).size).toBe(known.length);
  });

  test.each(known)('$kind $name has its rows', ({ rows, language }) => {
    expect(rows.length).toBeGreaterThan(0);
    for (const name of rows) {
      const entry = entryFor(name, language);
      if (entry === undefined) throw new Error(`no entry for ${name}`);
      expect(entry.sources.length, name).toBeGreaterThan(0);
      for (const source of entry.sources) expect(source.length, name).toBeGreaterThan(10);
      expect(entry.target, name).not.toBeNull();
      expect(entry.examples.length, name).toBeGreaterThan(0);
    }
  });

  test('no fact claims to be better known than the name is', () => {
    const best = new Map<MappingEntry, number>();
    for (const { rows, language, evidence } of known) {
      for (const entry of rows.map((row) => entryFor(row, language))) {
        if (entry) best.set(entry, Math.min(best.get(entry) ?? evidences.length, rank(evidence)));
      }
    }
    const bold = [...best].filter(([entry, sure]) => rank(entry.nameEvidence) < sure);
    expect(bold.map(([{ name }]) => name).sort()).toEqual(Object.keys(seenElsewhere).sort());
  });
});

describe('every entry of the tables', () => {
  test.each(entries)('$kind $name is registered, sourced, shown and documented', (entry) => {
    expect(entry.examples.length).toBeGreaterThan(0);
    expect(entry.about).toMatch(/^[A-Z0-9]/);
    expect(entry.target).not.toBeNull();
    const place = pages.find(({ text }) =>
      entry.kind === 'function'
        ? text.includes(`\n## ${entryTitle(entry)}\n`)
        : text.includes(
            `\n| ${[entry.name, ...entry.aliases].map((name) => name.replaceAll('|', '\\|')).join(', ')} | ${entry.kind} |`,
          ),
    );
    expect(place?.file).toBe(entry.kind === 'function' ? 'functions.md' : 'statistics-and-constants.md');
  });

  test('is one for each function, statistic, constant, threshold name and operator', () => {
    expect(entries).toHaveLength(functions.length + constants.length + operatorFacts.length);
    for (const fact of functions) expect(findFunctionRow(fact)?.ird, fact.name).toBe(fact.name);
  });

  test('whose name is unverified says so', () => {
    for (const { nameEvidence, evidence } of entries) {
      if (nameEvidence === 'unverified') expect(evidence).toBe('unverified');
    }
  });

  test('a row that nothing names is an error', () => {
    const names = new Set(functions.map(({ name }) => name));
    const rows = [...functionMappings, ...keptFunctions].map(({ ird }) => ird);
    expect(rows.filter((name) => !names.has(name))).toEqual([]);
    expect(operatorRows.map(({ ird }) => ird)).toEqual(operatorFacts.map(({ name }) => name));
    const kept = keptFunctions.map(({ ird, as }) => `${as} ${ird}`);
    expect(new Set(kept).size).toBe(kept.length);
  });
});

describe('examples that are no calls', () => {
  const words = entries.filter(({ kind }) => kind === 'constant' || kind === 'operator');
  const translated = words.flatMap(({ name, examples }) =>
    examples.filter(({ js }) => js !== undefined).map((example) => ({ name, ...example })),
  );

  test.each(translated.filter(({ name }) => name !== 'range conditions'))(
    '$ird becomes $js',
    ({ ird, js }) => {
      expect(convertExpression(ird, 'value').js).toBe(js);
    },
  );

  test.each(translated)('$js gives $value', ({ js = '', value }) => {
    expect(realm.run(js)).toBe(value);
  });

  const withoutMapping = keptFunctions.filter(
    (row) => row.as === 'placeholder' && findFunctionRow({ name: row.ird, kind: 'function' }) === row,
  );

  test.each(withoutMapping)('$ird makes its block a placeholder that says why', ({ about, examples }) => {
    for (const { ird } of examples) {
      const { states, disposition, codes } = convertBlock('Function', { properties: { Function: ird } });
      expect({ disposition, codes }).toEqual({ disposition: 'placeholder', codes: ['IRD3001'] });
      expect(states).toContain(about.slice(0, 40).replaceAll('"', '&quot;'));
    }
  });

  test.each(keptFunctions.filter(({ as }) => as === 'text'))(
    '$ird stays in the threshold',
    ({ ird, examples }) => {
      for (const example of examples) {
        const { states, codes } = convertBlock('Selection', {
          properties: { AdditionalThreshold: example.ird },
          tables: { Targets: [{ Type: 'Agent Group', Name: 'Sales', StatServer: 'StatServer' }] },
        });
        expect(codes).toEqual([]);
        expect(states).toContain(ird);
      }
    },
  );
});
