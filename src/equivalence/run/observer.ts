// Who watches a run of the source: coverage, and the search for scenarios, which aims at what conditions compared.
import type { Block, NodeId } from '../../ir/nodes.js';
import type { Answers, ServerRequest } from '../../runtime-check/world/answers.js';
import type { EvaluationWatch } from '../evaluate/context.js';
import type { IrdValue } from '../evaluate/values.js';

export interface SourceObserver extends EvaluationWatch {
  /** Control enters a block; `at` in virtual seconds, `steps` is how many the run had taken. */
  enter?(block: Block, at: number, steps: number): void;
  /** Control leaves it by a port; `port` is undefined where the block has none of that name. */
  leave?(block: Block, port: NodeId | undefined, name: string): void;
  /** A condition of a block was evaluated: the id of its value, and whether it held. */
  condition?(node: NodeId, held: boolean): void;
  /** Something of the surroundings was read: attached data `key`, statistic `object name`, option, list, clock, ... */
  read?(what: SourceRead): void;
  /** The scenario was asked for one of its answers. */
  asked?(what: AskedAnswer): void;
}

/** What the scenario was asked for, and whether it had an answer. */
export type AskedAnswer = { readonly answered: boolean } & (
  | { readonly what: 'treatment' | 'classification' | 'elasticsearch'; readonly description: string }
  | { readonly what: 'delivery'; readonly names: readonly string[] }
  | { readonly what: 'fetch'; readonly request: ServerRequest }
  | { readonly what: 'failure'; readonly action: string; readonly error: string | undefined }
);

/** The same answers, with an observer who hears what is asked for. */
export function watchedAnswers(answers: Answers, observer: SourceObserver): Answers {
  if (observer.asked === undefined) return answers;
  const tell = <T>(found: T | undefined, what: (answered: boolean) => AskedAnswer): T | undefined => {
    observer.asked?.(what(found !== undefined));
    return found;
  };
  const described =
    <T>(
      what: 'treatment' | 'classification' | 'elasticsearch',
      ask: (description: string) => T | undefined,
    ): ((description: string) => T | undefined) =>
    (description) =>
      tell(ask(description), (answered) => ({ what, description, answered }));
  return {
    ...answers,
    treatment: described('treatment', answers.treatment),
    classification: described('classification', answers.classification),
    elasticsearch: described('elasticsearch', answers.elasticsearch),
    delivery: (names) => tell(answers.delivery(names), (answered) => ({ what: 'delivery', names, answered })),
    fetch: (request) => tell(answers.fetch(request), (answered) => ({ what: 'fetch', request, answered })),
    failure: (action) => {
      const found = answers.failure(action);
      return tell(found, (answered) => ({ what: 'failure', action, error: found?.error, answered }));
    },
  };
}

export interface SourceRead {
  readonly kind:
    | 'udata'
    | 'call'
    | 'extension'
    | 'option'
    | 'clock'
    | 'draw'
    | 'special-day'
    | 'list'
    | 'statistic'
    | 'router'
    /** Made beside the strategy: the address of services. */
    | 'setting';
  /** Parts of its name, in order: `[key]`, `[object, statistic]`, `[list, item, key]`. */
  readonly name: readonly string[];
  readonly value: IrdValue | undefined;
}
