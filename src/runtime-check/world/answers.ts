// The answers that a scenario prepares: for treatments, for HTTP and URS requests, and which actions fail. Each answer is used up when its `times` are.
import type { ClassificationAnswer, ElasticAnswer, FetchAnswer } from '../scenario/answer-types.js';
import type { DeliveryAnswer } from '../scenario/interaction-types.js';
import type { Failure, ScenarioAnswers, TreatmentAnswer } from '../scenario/types.js';

/** A request to another server, as far as answers are chosen by it. */
export interface ServerRequest {
  readonly url: string;
  readonly method: string;
  readonly params: Readonly<Record<string, unknown>>;
  /** As text; '' without a body. */
  readonly body: string;
}

export interface Answers {
  /** The first answer left whose `match` occurs in the description of the treatment. */
  treatment(description: string): TreatmentAnswer | undefined;
  /** What a redirect or a new call to a destination of these names comes to. */
  delivery(names: readonly string[]): DeliveryAnswer | undefined;
  fetch(request: ServerRequest): FetchAnswer | undefined;
  /** The first answers left whose `match` occurs in the description of the action. */
  classification(description: string): ClassificationAnswer | undefined;
  elasticsearch(description: string): ElasticAnswer | undefined;
  /** Counts one more execution of an action (`queue:submit`); the failure that the scenario has for it. */
  failure(action: string): Failure | undefined;
  /** How often each of these was asked for (`treatment`, `fetch`, `urs`), and each action executed (`queue:submit`). */
  asked(what: string): number;
}

export function createAnswers(given: ScenarioAnswers): Answers {
  const used = new Map<object, number>();
  const asked = new Map<string, number>();
  const count = (what: string): number => {
    const times = (asked.get(what) ?? 0) + 1;
    asked.set(what, times);
    return times;
  };
  const take = <T extends { readonly times?: number; readonly nth?: number }>(
    what: string,
    list: readonly T[] | undefined,
    fits: (answer: T) => boolean,
  ): T | undefined => {
    const turn = count(what);
    const found = list?.find(
      (answer) =>
        (answer.nth === undefined || answer.nth === turn) &&
        fits(answer) &&
        (used.get(answer) ?? 0) < (answer.times ?? Number.POSITIVE_INFINITY),
    );
    if (found !== undefined) used.set(found, (used.get(found) ?? 0) + 1);
    return found;
  };
  return {
    asked: (what) => asked.get(what) ?? 0,
    treatment: (description) =>
      take('treatment', given.treatments, ({ match }) => description.includes(match ?? '')),
    delivery: (names) =>
      take('delivery', given.deliveries, ({ to }) => to === undefined || names.includes(to)),
    fetch: (request) => {
      const what = request.method === 'urs' ? 'urs' : 'fetch';
      return take(what, given[what], (answer) => fits(answer, request));
    },
    classification: (description) =>
      take('classification', given.classification, ({ match }) => description.includes(match ?? '')),
    elasticsearch: (description) =>
      take('elasticsearch', given.elasticsearch, ({ match }) => description.includes(match ?? '')),
    failure: (action) => {
      const turn = count(action);
      return given.failures?.find(
        (failure) => failure.action === action && (failure.nth === undefined || failure.nth === turn),
      );
    },
  };
}

function fits(answer: FetchAnswer, { url, method, params, body }: ServerRequest): boolean {
  return (
    url.includes(answer.url ?? '') &&
    body.includes(answer.body ?? '') &&
    (answer.method === undefined || answer.method.toLowerCase() === method) &&
    Object.entries(answer.params ?? {}).every(
      ([name, value]) => Object.hasOwn(params, name) && String(params[name]) === String(value),
    )
  );
}
