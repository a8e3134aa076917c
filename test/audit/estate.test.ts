import { expect, test } from 'vitest';
import { generateEstate, type EstateTruth } from '../../scripts/estate/generate.mjs';
import type { UseKind } from '../../src/audit/facts.js';
import { audited, type GivenText } from './audited.js';

function estateOf(
  count: number,
  seed: number,
): { readonly files: readonly GivenText[]; readonly truth: EstateTruth } {
  const files: GivenText[] = [];
  const parts = generateEstate({ count, seed });
  for (let next = parts.next(); ; next = parts.next()) {
    if (next.done === true) return { files, truth: next.value };
    files.push(next.value);
  }
}

const { files, truth } = estateOf(120, 3);
const { estate, strategies } = audited(files);

test('an estate repeats for its seed, and differs for another', () => {
  expect(estateOf(30, 7)).toEqual(estateOf(30, 7));
  expect(estateOf(30, 7).files).not.toEqual(estateOf(30, 8).files);
});

test('strategies, subroutines and blocks are those of the truth', () => {
  expect(estate.lines.filter(({ kind }) => kind === 'strategy')).toHaveLength(truth.strategies);
  expect(estate.lines.filter(({ kind }) => kind === 'subroutine')).toHaveLength(truth.subroutines);
  expect(estate.lines.reduce((sum, { blocks }) => sum + blocks, 0)).toBe(truth.blocks);
});

test('every kind of block is counted as often as it stands there', () => {
  const counted: Record<string, number> = {};
  for (const { kind, name, count } of estate.inventory)
    if (kind === 'object') counted[name] = (counted[name] ?? 0) + count;
  expect(counted).toEqual(truth.byType);
});

test.each(Object.keys(truth.uses))('uses of kind "%s" are those of the truth, name by name', (kind) => {
  const names = estate.uses.get(kind as UseKind) ?? []; // the truth uses the words of the audit
  expect(Object.fromEntries(names.map(({ name, count }) => [name, count]))).toEqual(truth.uses[kind]);
});

test('every defect is found, at its block, and nothing else is', () => {
  const found = Object.fromEntries(
    Object.keys(truth.defects).map((code) => [
      code,
      estate.codes.find(({ name }) => name === code)?.count ?? 0,
    ]),
  );
  // Every missing subroutine makes a placeholder as well.
  const { IRD2120 = 0, IRD3003 = 0 } = truth.defects;
  expect(found).toEqual({ ...truth.defects, IRD3003: IRD2120 + IRD3003 });
  for (const { code, strategy } of truth.defectPlaces)
    expect(strategies.find(({ name }) => name === strategy)?.codes).toContain(code);
});

test('calls and missing subroutines are those of the truth', () => {
  const edges = estate.graph.edges.map(({ caller, name, count }) => [caller, name, String(count)]);
  expect(edges.map((edge) => edge.join('|')).sort()).toEqual(
    truth.calls.map((edge) => edge.join('|')).sort(),
  );
  expect(estate.graph.missing.map(({ name }) => name).sort()).toEqual(truth.missing);
  expect(estate.graph.cycles).toEqual([]);
});

test('what is called stands before what calls it', () => {
  const place = new Map(estate.graph.order.map(({ name }, index) => [name, index]));
  for (const { caller, name, found } of estate.graph.edges)
    if (found) expect(place.get(name)).toBeLessThan(place.get(caller) ?? -1);
});

test('copies are found, and what was changed a little is nearly alike', () => {
  const groups = estate.duplicates.exact.map(({ members }) =>
    members.map((label) => label.replace(/ \(.*/, '')),
  );
  expect(truth.copies.length).toBeGreaterThan(0);
  for (const [first, second] of truth.copies)
    expect(groups.some((members) => members.includes(first) && members.includes(second))).toBe(true);
  expect(groups.reduce((sum, members) => sum + members.length - 1, 0)).toBe(truth.copies.length);
  expect(truth.nearCopies.length).toBeGreaterThan(0);
  const near = estate.duplicates.near.map(({ a, b }) => [a, b].map((label) => label.replace(/ \(.*/, '')));
  for (const [first, second] of truth.nearCopies) {
    // A copy of a copy may be paired with the first of them.
    const family = groups.find((members) => members.includes(first)) ?? [first];
    expect(near.some((pair) => pair.includes(second) && family.some((name) => pair.includes(name)))).toBe(
      true,
    );
  }
});
