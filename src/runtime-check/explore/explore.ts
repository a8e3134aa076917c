// Explores a page: searches for scenarios that drive each of its states and transitions, and makes a suite of them. The same page gives the same bytes.
import { joinCovered } from '../coverage.js';
import { pageCoverage, type PageCoverage } from '../page-coverage.js';
import type { RunnablePage } from '../run-prepare.js';
import type { Scenario } from '../scenario/types.js';
import { reasonsOf } from './reasons.js';
import { runWithLog } from './run-log.js';
import { search } from './search.js';
import { makeSuite, type SuiteEntry } from './suite.js';

export interface Exploration {
  readonly coverage: PageCoverage;
  readonly suite: readonly SuiteEntry[];
  /** Runs of the search, and of making its scenarios smaller. */
  readonly runs: { readonly searching: number; readonly shrinking: number };
}

export interface ExploreOptions {
  /** Runs of the search; making its scenarios smaller takes at most half as many again. */
  readonly budget: number;
  /** Scenarios that the search begins with, besides the default ones. */
  readonly given?: readonly Scenario[];
}

/** Explores a page within a number of runs. */
export function explorePage(page: RunnablePage, { budget, given = [] }: ExploreOptions): Exploration {
  const found = search(page, budget, given);
  let shrinking = 0;
  const suite = makeSuite(found.found, page.document, (scenario) => {
    if (shrinking * 2 >= budget) return undefined;
    shrinking++;
    return runWithLog(page, scenario);
  });
  const covered = joinCovered(suite.map(({ log }) => log.result.covered));
  return {
    coverage: pageCoverage(page.document, covered, reasonsOf(found), found.coverable),
    suite,
    runs: { searching: found.runs, shrinking },
  };
}
