// Which other answer to an open question would let the strategy do what its page does: a difference may be that question's, and no fault of the page.
import { allowedValues, isAssumption } from '../ir/assumptions/table.js';
import type { Scenario } from '../runtime-check/scenario/types.js';
import { compareRuns } from './compare/first-difference.js';
import type { SourceProgram } from './run/program.js';
import { runSource, type ObservedRun } from './run/run-source.js';

/** A row of the assumptions table, and what it would have to say. */
export interface OtherAnswer {
  readonly id: string;
  readonly value: string;
}

/** The answers, one at a time, with which the strategy does the same as the page in a scenario; `asked` are the rows that its run rested on. */
export function answersThatAgree(
  program: SourceProgram,
  scenario: Scenario,
  page: ObservedRun,
  asked: readonly string[],
): readonly OtherAnswer[] {
  const others = asked
    .filter(isAssumption)
    .flatMap((id) =>
      allowedValues(id).flatMap((value) => (value === program.assume(id) ? [] : [{ id, value }])),
    );
  return others.filter(({ id, value }) => {
    const otherwise: SourceProgram = {
      ...program,
      assume: (each) => (each === id ? value : program.assume(each)),
    };
    return compareRuns(runSource(otherwise, scenario), page).verdict === 'same';
  });
}
