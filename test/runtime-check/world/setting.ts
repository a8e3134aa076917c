// A world without a page: requests are submitted by hand, and what becomes of them is written down.
import type { Scenario, ScenarioWorld } from '../../../src/runtime-check/scenario/types.js';
import type { RequestOrder } from '../../../src/runtime-check/world/request-order.js';
import { parseTargets } from '../../../src/runtime-check/world/target-string.js';
import { createWorld, type World } from '../../../src/runtime-check/world/world.js';
import { virtualHost, type VirtualHost } from './virtual-host.js';

/** A world whose requests are submitted by the test, and what became of them. */
export interface Setting {
  readonly host: VirtualHost;
  readonly world: World;
  /** What happened to requests: `12.5 r1 -> anna`, `20 r1 timeout`. */
  readonly log: string[];
  submit(id: string, targets: string, more?: Partial<RequestOrder>): void;
}

/** Makes the world of a scenario. */
export function setting(
  given: ScenarioWorld,
  more: Partial<Scenario> = {},
  draws: readonly number[] = [],
): Setting {
  const host = virtualHost(draws);
  const world = createWorld({ scenario: 1, name: 'test', world: given, ...more }, host);
  world.begin(() => undefined);
  const log: string[] = [];
  return {
    host,
    world,
    log,
    submit: (id, targets, rest = {}) => {
      const read = parseTargets(targets);
      if (!read.ok) throw new Error(read.message);
      world.requests.submit({
        id,
        interaction: 'ixn0001',
        queue: 'VQ',
        priority: 0,
        targets: read.targets,
        order: 'any',
        statistic: '',
        timeout: undefined,
        clearOnTimeout: true,
        selected: ({ resource }) => log.push(`${String(world.at() / 1000)} ${id} -> ${resource.id}`),
        timedOut: () => log.push(`${String(world.at() / 1000)} ${id} timeout`),
        ...rest,
      });
    },
  };
}
