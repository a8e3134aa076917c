// Tries every kind of fault on every fixture where it can be made.
import { createHash } from 'node:crypto';
import type { ScriptEngineFactory } from '../../src/runtime-check/script/engine.js';
import type { FixtureSides } from '../equivalence/sides.js';
import { entering, tryPage, type Found, type MutantBench } from './bench.js';
import { whyEquivalent } from './equivalent/index.js';
import { readPage, type Mutant, type MutationKind, type Page } from './define.js';
import { pageKinds } from './kinds/index.js';

/** One fault on one page, and whether it was found. */
export interface Trial {
  readonly kind: string;
  readonly fixture: string;
  readonly line: number;
  readonly state: string;
  readonly was: string;
  readonly now: string;
  readonly found: Found;
  /** Scenarios that enter the state with the fault. */
  readonly entered: number;
  /** Why it changes nothing that can be seen; undefined when it does, or was not tried to know. */
  readonly equivalent?: string | undefined;
}

export interface TryOptions {
  /** Faults of one kind on one page, at most. */
  readonly sites: number;
  /** Kinds whose id holds this. */
  readonly only: string;
  /** Trials of an earlier run: what it found is not tried again. */
  readonly known: readonly Trial[];
}

/** Tries faults of all kinds on one page. */
export async function tryFixture(
  side: FixtureSides,
  bench: MutantBench,
  engine: ScriptEngineFactory,
  { sites, only, known }: TryOptions,
): Promise<readonly Trial[]> {
  const page = readPage(side.page);
  const trials: Trial[] = [];
  for (const kind of pageKinds.filter(({ id }) => id.includes(only))) {
    for (const mutant of someOf(kind, page, sites, side.name)) {
      const before = known.find(
        ({ kind: id, line, now }) => id === kind.id && line === mutant.line && now === mutant.now,
      );
      if (before?.found !== undefined) {
        trials.push(before);
        continue;
      }
      const within = isInBlock(page, mutant) ? mutant : undefined;
      const equivalent = whyEquivalent(page, mutant);
      const found = equivalent === undefined ? await tryPage(bench, mutant.page, engine, within) : undefined;
      const { line, state, was, now } = mutant;
      const entered = entering(bench, state);
      trials.push({ kind: kind.id, fixture: side.name, line, state, was, now, found, entered, equivalent });
    }
  }
  return trials;
}

const isInBlock = (page: Page, { line, state }: Mutant): boolean =>
  page.regions[line - 1] === 'blocks' && state !== 'ird_strategy';

/** Some of the faults of a kind, spread over the page; which ones depends on kind and page alone. */
function someOf(kind: MutationKind, page: Page, count: number, name: string): readonly Mutant[] {
  const all = kind.mutate(page);
  if (all.length <= count) return all;
  const rank = ({ line, now }: Mutant): string =>
    createHash('sha256')
      .update(`${kind.id} ${name} ${String(line)} ${now}`)
      .digest('hex');
  return all
    .map((mutant) => ({ mutant, rank: rank(mutant) }))
    .sort((a, b) => (a.rank < b.rank ? -1 : 1))
    .slice(0, count)
    .map(({ mutant }) => mutant);
}
