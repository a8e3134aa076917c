// Answers of servers that a block may get: made from the answers that the scenarios at hand have, and from what the block takes of them.
import type { Block } from '../../ir/nodes.js';
import { withFetch } from '../../runtime-check/explore/edit-scenario.js';
import type { Scenario } from '../../runtime-check/scenario/types.js';
import type { SourceLog } from './source-log.js';

/** Scenarios in which the requests of a block are answered so that the member `key` (the answer itself when it is '') has a value. */
export function answersWith(log: SourceLog, block: Block, key: string, value: string): readonly Scenario[] {
  return requestsIn(log, block).flatMap((request) => {
    const contents: readonly unknown[] =
      key === '' ? [value] : [{ ...membersOf(log.scenario), ...keysOf(block), [key]: value }];
    return contents.map((content) => answered(log.scenario, request, { content }));
  });
}

export interface AskedRequest {
  readonly kind: 'fetch' | 'urs';
  readonly url: string;
}

/** The requests that a run made in a block, each once. */
export function requestsIn(log: SourceLog, block: Block): readonly AskedRequest[] {
  const found = log.asked.flatMap(({ block: own, ask }): readonly AskedRequest[] =>
    own === block && ask.what === 'fetch'
      ? [{ kind: ask.request.method === 'urs' ? 'urs' : 'fetch', url: ask.request.url }]
      : [],
  );
  return found.filter(({ url }, at) => found.findIndex((other) => other.url === url) === at);
}

export const answered = (
  scenario: Scenario,
  { kind, url }: AskedRequest,
  answer: Readonly<Record<string, unknown>>,
): Scenario => withFetch(scenario, kind, { url, ...answer });

/** Members that the answer of a block is asked for, each with a value. */
export function keysOf(block: Block): Readonly<Record<string, string>> {
  const { outputs = [] } = block.properties as {
    readonly outputs?: readonly { readonly key?: { readonly value: string } }[];
  };
  return Object.fromEntries(outputs.map(({ key }) => [key?.value ?? '', '1']));
}

/** Members of the answers that a scenario has, so that a changed answer keeps the others. */
function membersOf({ answers }: Scenario): Readonly<Record<string, unknown>> {
  const contents = (answers?.fetch ?? []).map(({ content }) => content);
  return Object.assign(
    {},
    ...contents.filter((each) => typeof each === 'object' && !Array.isArray(each)),
  ) as Record<string, unknown>;
}
