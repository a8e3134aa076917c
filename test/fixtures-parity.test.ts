// Every row that converts occurs in a strategy that is converted, valid and run: objects, treatments in lists of busy treatments, functions that are lifted
// into states, functions that act on later blocks. That the scenarios enter the states of each block is checked with every fixture.
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import type { TraceFile } from '../src/emit/trace.js';
import { findFunction } from '../src/ir/vocabulary/functions.js';
import { objectFacts } from '../src/ir/vocabulary/objects.js';
import type { CallExpr } from '../src/ir/walk.js';
import { blockMappings } from '../src/mappings/blocks/index.js';
import { setBy } from '../src/mappings/flow/setters.js';
import { functionMappings } from '../src/mappings/functions/index.js';
import { fixtureCases } from './fixtures/cases.js';

/** What occurs in no fixture, with the reason. */
const exceptions: Readonly<Record<string, string>> = {
  BusyTreatmentExit: 'a treatment of lists only: as a block of its own it is a placeholder',
};

const cases = fixtureCases().filter(({ expects }) => ['valid', 'smoke'].includes(expects.claims));
const texts = cases.flatMap(({ files }) => files.map(({ bytes }) => Buffer.from(bytes).toString('utf8')));
const converted = new Set(
  cases
    .flatMap(({ folder }) => tracesOf(path.join(folder, 'expected')))
    .flatMap(({ regions }) => regions)
    .filter(({ disposition }) => !['placeholder', 'unreachable'].includes(disposition))
    .map(({ mapping }) => mapping),
);
/** Lists end where the next table or the block begins; their rows may hold tables of prompts and parameters. */
const listed = new Set(
  texts
    .flatMap((text) => text.split(/<Table name="(?:Busy )?Treatments">/).slice(1))
    .map((rest) => rest.split(/<\/Object>|<Table name="(?!Prompts|Parameters)/)[0] ?? '')
    .flatMap((list) =>
      [...list.matchAll(/<Cell name="Type">([^<]+)/g)].map(([, type]) => comparable(type ?? '')),
    ),
);
const called = new Set(
  texts
    .flatMap((text) => text.match(/\b[A-Za-z]\w*(?=\s*\[)/g) ?? [])
    .flatMap((name) => findFunction(name)?.name ?? []),
);

describe('objects that convert', () => {
  const types = blockMappings
    .filter(({ type, disposition }) => disposition !== 'placeholder' && !type.startsWith('Composer'))
    .map(({ type }) => type);
  it.each(types)('%s', (type) => {
    expect(converted.has(type), exceptions[type]).toBe(!Object.hasOwn(exceptions, type));
  });
});

describe('treatments in lists of busy treatments', () => {
  const treatments = objectFacts.filter(({ category }) => category === 'Voice Treatment');
  it.each(treatments.map(({ type, name }) => ({ type, name })))('$name', ({ type, name }) => {
    const words = [type, name, type.replace('BusyTreatment', '')].map(comparable);
    expect(words.filter((word) => listed.has(word))).not.toEqual([]);
  });
});

describe('functions that are lifted, or act on later blocks', () => {
  const names = functionMappings
    .filter(({ ird, lift }) => lift !== undefined || setBy(callOf(ird)) !== undefined)
    .map(({ ird }) => ird);
  it.each(names)('%s', (name) => {
    expect(called.has(name), exceptions[name]).toBe(!Object.hasOwn(exceptions, name));
  });
});

function tracesOf(expected: string): readonly TraceFile[] {
  return readdirSync(expected)
    .filter((file) => file.endsWith('.trace.json'))
    .map((file) => JSON.parse(readFileSync(path.join(expected, file), 'utf8')) as TraceFile); // written by ourselves
}

function comparable(words: string): string {
  return words.toLowerCase().replace(/[^a-z0-9]+/g, '');
}

/** A call of that name, which is all that the table of settings looks at. */
function callOf(name: string): CallExpr {
  return { name, args: [] } as unknown as CallExpr; // the other parts of the node play no part
}
