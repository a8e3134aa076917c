// Strategies that are copies of each other, and strategies that nearly are. Candidates come from bands of the sketches, so that the work grows with the
// number of strategies and not with the number of pairs.
import type { Fingerprint } from './facts.js';
import { sketchSize } from './fingerprint.js';

export interface Fingerprinted {
  /** How the strategy is called in the result. */
  readonly label: string;
  readonly fingerprint: Omit<Fingerprint, 'sketch'> & {
    /** Packed: a third of an array's memory. */
    readonly sketch: Uint32Array;
  };
}

/** Strategies of one structure. */
export interface DuplicateGroup {
  readonly members: readonly string[];
}

/** Two strategies that share most of their parts; `similarity` from 0 to 1 is an estimate from the sketches. */
export interface NearDuplicate {
  readonly a: string;
  readonly b: string;
  readonly similarity: number;
}

export interface Duplicates {
  readonly exact: readonly DuplicateGroup[];
  readonly near: readonly NearDuplicate[];
}

/** From this share of equal parts on two strategies count as near duplicates. */
export const nearEnough = 0.8;
/** Smaller strategies are alike by chance. */
const fewestParts = 6;
const rowsOfBand = 4;
/** So many members of a band are compared with each other: a pattern that half the estate shares is no duplicate. */
const comparedInBand = 40;

/** Finds the duplicates among strategies. Of copies only the first is compared further. */
export function duplicatesAmong(all: readonly Fingerprinted[]): Duplicates {
  const groups = new Map<string, Fingerprinted[]>();
  for (const each of all) {
    const { exact, parts } = each.fingerprint;
    const key = `${exact} ${String(parts)}`;
    groups.set(key, [...(groups.get(key) ?? []), each]);
  }
  const exact = [...groups.values()]
    .filter((members) => members.length > 1)
    .map((members) => ({ members: members.map(({ label }) => label) }));
  const firsts = [...groups.values()].flatMap(([first]) => first ?? []);
  return { exact, near: nearAmong(firsts.filter(({ fingerprint }) => fingerprint.parts >= fewestParts)) };
}

function nearAmong(all: readonly Fingerprinted[]): readonly NearDuplicate[] {
  const pairs = new Map<string, NearDuplicate>();
  for (let at = 0; at < sketchSize; at += rowsOfBand) {
    for (const members of alikeInBand(all, at)) {
      members.forEach((first, place) => {
        for (const second of members.slice(place + 1)) {
          const key = `${String(first)} ${String(second)}`;
          if (pairs.has(key)) continue;
          const [a, b] = [all[first], all[second]];
          if (a === undefined || b === undefined) continue;
          const similarity = agreement(a.fingerprint.sketch, b.fingerprint.sketch);
          pairs.set(key, { a: a.label, b: b.label, similarity });
        }
      });
    }
  }
  return [...pairs.values()]
    .filter(({ similarity }) => similarity >= nearEnough)
    .sort((x, y) => y.similarity - x.similarity || (x.a + x.b < y.a + y.b ? -1 : 1));
}

/** The numbers of those whose sketches are the same in the rows from `at` on. One band at a time: all together they are a dozen texts a strategy. */
function alikeInBand(all: readonly Fingerprinted[], at: number): Iterable<readonly number[]> {
  const band = new Map<string, number[]>();
  all.forEach(({ fingerprint: { sketch } }, index) => {
    const key = sketch.slice(at, at + rowsOfBand).join(',');
    const members = band.get(key);
    if (members === undefined) band.set(key, [index]);
    else if (members.length < comparedInBand) members.push(index);
  });
  return band.values();
}

/** The share of places in which two sketches agree. */
function agreement(a: Uint32Array, b: Uint32Array): number {
  const equal = a.filter((value, index) => value === b[index]).length;
  return a.length === 0 ? 0 : equal / a.length;
}
