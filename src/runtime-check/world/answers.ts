// The answers that a scenario prepares: for treatments, for HTTP and URS requests, and which actions fail. Each answer is used up when its `times` are.
import type { Failure, FetchAnswer, ScenarioAnswers, TreatmentAnswer } from '../scenario/types.js';

export interface Answers {
  /** The first answer left whose `match` occurs in the description of the treatment. */
  treatment(description: string): TreatmentAnswer | undefined;
  fetch(url: string, urs: boolean): FetchAnswer | undefined;
  /** Counts one more execution of an action (`queue:submit`); the failure that the scenario has for it. */
  failure(action: string): Failure | undefined;
}

export function createAnswers(given: ScenarioAnswers): Answers {
  const used = new Map<object, number>();
  const executed = new Map<string, number>();
  const take = <T extends { readonly times?: number }>(
    list: readonly T[] | undefined,
    fits: (answer: T) => boolean,
  ): T | undefined => {
    const found = list?.find(
      (answer) => fits(answer) && (used.get(answer) ?? 0) < (answer.times ?? Number.POSITIVE_INFINITY),
    );
    if (found !== undefined) used.set(found, (used.get(found) ?? 0) + 1);
    return found;
  };
  return {
    treatment: (description) =>
      take(given.treatments, ({ match }) => match === undefined || description.includes(match)),
    fetch: (url, urs) => take(urs ? given.urs : given.fetch, (answer) => url.includes(answer.url ?? '')),
    failure: (action) => {
      const count = (executed.get(action) ?? 0) + 1;
      executed.set(action, count);
      return given.failures?.find(
        (failure) => failure.action === action && (failure.nth === undefined || failure.nth === count),
      );
    },
  };
}
