// Interactions of somebody else that wait for the same targets: they compete by priority and waiting time, and keep the agents whom they are given.
import type { ScenarioCall } from '../scenario/workforce-types.js';
import { mediumOf } from './agent-state.js';
import type { WorldHost } from './host.js';
import type { RequestOrder, Requests } from './request-order.js';
import { parseTargets } from './target-string.js';

/** Puts the calls of a scenario into their queues, each at its moment. */
export function beginCompetitors(
  calls: readonly ScenarioCall[],
  requests: Pick<Requests, 'submit'>,
  host: WorldHost,
): void {
  for (const [index, call] of calls.entries()) {
    const order = orderOf(call, index);
    if (order === undefined) continue;
    if (call.at === undefined || call.at === 0) requests.submit(order);
    else {
      host.schedule(call.at * 1000, () => {
        requests.submit(order);
      });
    }
  }
}

function orderOf(call: ScenarioCall, index: number): RequestOrder | undefined {
  const read = parseTargets(call.targets);
  if (!read.ok) return undefined;
  return {
    id: `call-${String(index + 1)}`,
    interaction: '',
    queue: call.queue ?? '',
    priority: call.priority ?? 0,
    targets: read.targets,
    order: 'any',
    statistic: '',
    timeout: call.until === undefined ? undefined : Math.max(0, call.until - (call.at ?? 0)),
    clearOnTimeout: true,
    demand: { medium: mediumOf(call.media ?? 'voice'), router: call.router ?? '' },
    selected: () => undefined,
    timedOut: () => undefined,
  };
}
