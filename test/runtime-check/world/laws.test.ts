// Laws of the queues, for random worlds: nobody serves two at a time, nobody is overtaken, every request leaves once, nothing is lost.
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { createRequests } from '../../../src/runtime-check/world/requests.js';
import { createStaff } from '../../../src/runtime-check/world/agents.js';
import { createStatistics } from '../../../src/runtime-check/world/statistics.js';
import { readCondition } from '../../../src/runtime-check/world/condition.js';
import { evaluateCondition, truth } from '../../../src/runtime-check/world/evaluate-condition.js';
import { createWaitingLine, type Waiting } from '../../../src/runtime-check/world/waiting-line.js';
import { parseTargets } from '../../../src/runtime-check/world/target-string.js';
import { startOfTime, virtualHost } from './virtual-host.js';

const groups = ['G0', 'G1', 'G2'] as const;

const agent = fc.record({
  groups: fc.subarray([...groups], { minLength: 1 }),
  from: fc.integer({ min: 0, max: 40 }),
  handling: fc.integer({ min: 1, max: 15 }),
  capacity: fc.integer({ min: 1, max: 2 }),
});

const call = fc.record({
  at: fc.integer({ min: 0, max: 40 }),
  groups: fc.subarray([...groups], { minLength: 1 }),
  queue: fc.constantFrom('VQ_A', 'VQ_B'),
  priority: fc.integer({ min: 0, max: 3 }),
  timeout: fc.option(fc.integer({ min: 0, max: 30 }), { nil: undefined }),
  clear: fc.boolean(),
  hangup: fc.option(fc.integer({ min: 0, max: 60 }), { nil: undefined }),
});

type Given = {
  readonly agents: readonly (typeof agent extends fc.Arbitrary<infer A> ? A : never)[];
  readonly calls: readonly (typeof call extends fc.Arbitrary<infer C> ? C : never)[];
};

const world: fc.Arbitrary<Given> = fc.record({
  agents: fc.array(agent, { minLength: 1, maxLength: 4 }),
  calls: fc.array(call, { maxLength: 25 }),
});

interface Served {
  readonly call: number;
  readonly agent: string;
  readonly at: number;
}

/** Lets all calls of a world come and go for 200 seconds. */
function play({ agents, calls }: Given) {
  const host = virtualHost();
  const given = {
    agents: agents.map(({ groups: of, from, handling, capacity }, index) => ({
      id: `a${String(index)}`,
      groups: of,
      ready: [{ at: from, value: true }],
      handling,
      media: { voice: capacity },
    })),
  };
  const staff = createStaff(given);
  const requests = createRequests({
    host,
    start: startOfTime,
    staff,
    statistics: () => statistics,
    allTargetsReady: false,
    options: {},
    lists: {},
    born: () => 0,
    medium: () => 'voice',
    current: (id) => id,
  });
  const statistics = createStatistics(given, staff, requests.figures, () => undefined);
  const served: Served[] = [];
  const at = (): number => host.now() - startOfTime;
  for (const [index, each] of calls.entries()) {
    const interaction = `i${String(index)}`;
    const read = parseTargets(each.groups.map((name) => `${name}@.GA`).join(', '));
    if (!read.ok) throw new Error(read.message);
    host.schedule(each.at * 1000, () => {
      requests.submit({
        id: `r${String(index)}`,
        interaction,
        queue: each.queue,
        priority: each.priority,
        targets: read.targets,
        order: 'any',
        statistic: '',
        timeout: each.timeout,
        clearOnTimeout: each.clear,
        selected: ({ resource }) => {
          served.push({ call: index, agent: resource.id, at: at() });
          staff.deliver(interaction, [resource.id], at(), 'voice');
        },
        timedOut: () => undefined,
      });
      const { hangup } = each;
      if (hangup === undefined) return;
      host.schedule(hangup * 1000, () => {
        requests.end(`r${String(index)}`, 'abandoned');
      });
    });
  }
  host.pass(200);
  return { served, requests };
}

describe('laws of the queues', () => {
  test('nobody has more at a time than his capacity', () => {
    fc.assert(
      fc.property(world, (given) => {
        const { served } = play(given);
        for (const { agent: id, at } of served) {
          const own = given.agents[Number(id.slice(1))];
          const ends = (own?.handling ?? 0) * 1000;
          const held = served.filter((other) => other.agent === id && other.at <= at && other.at + ends > at);
          expect(held.length).toBeLessThanOrEqual(own?.capacity ?? 0);
        }
      }),
    );
  });

  test('no request is served while one of higher priority, or an earlier one of the same, waits for the same target', () => {
    fc.assert(
      fc.property(world, (given) => {
        const { served, requests } = play(given);
        const left = new Map(requests.records.map(({ request, to }) => [request, to]));
        for (const { call: index, agent: id, at } of served) {
          const own = given.calls[index];
          const by = given.agents[Number(id.slice(1))];
          if (own === undefined || by === undefined) throw new Error('nobody');
          const overtaken = given.calls.filter(
            (other, place) =>
              place !== index &&
              other.at * 1000 < at &&
              (left.get(`r${String(place)}`) ?? Infinity) > at &&
              other.groups.some((name) => by.groups.includes(name)) &&
              (other.priority > own.priority || (other.priority === own.priority && other.at < own.at)),
          );
          expect(overtaken).toEqual([]);
        }
      }),
    );
  });

  test('every request that enters a queue leaves it once, or waits', () => {
    fc.assert(
      fc.property(world, (given) => {
        const { served, requests } = play(given);
        const names = [
          ...requests.records.map(({ request }) => request),
          ...requests.entries().map(({ request }) => request),
        ];
        expect([...names].sort()).toEqual(given.calls.map((_call, index) => `r${String(index)}`).sort());
        expect(requests.records.filter(({ exit }) => exit === 'routed')).toHaveLength(served.length);
        expect(new Set(served.map(({ call: index }) => index)).size).toBe(served.length);
        for (const { request, from, to } of requests.records) {
          expect(from).toBe((given.calls[Number(request.slice(1))]?.at ?? 0) * 1000);
          expect(to).toBeGreaterThanOrEqual(from);
        }
      }),
    );
  });

  test('the figures of a queue add up', () => {
    fc.assert(
      fc.property(world, (given) => {
        const { requests } = play(given);
        for (const queue of ['VQ_A', 'VQ_B']) {
          const { entered, waiting, routed, lost } = requests.figures(queue);
          expect(entered).toBe(given.calls.filter((each) => each.queue === queue).length);
          expect(entered).toBe(waiting + routed + lost);
          expect(waiting).toBe(requests.entries().filter((entry) => entry.queue === queue).length);
        }
      }),
    );
  });

  test('the same world gives the same run', () => {
    fc.assert(
      fc.property(world, (given) => {
        expect(play(given).requests.records).toEqual(play(given).requests.records);
      }),
      { numRuns: 30 },
    );
  });

  test('nobody is free while somebody waits whom he could take', () => {
    fc.assert(
      fc.property(world, (given) => {
        const { requests } = play(given);
        // After 200 seconds every agent is ready and has finished what he had.
        const { agents } = given;
        const waiting = requests.entries().map(({ request }) => given.calls[Number(request.slice(1))]);
        const couldTake = waiting.filter((each) =>
          agents.some((own) => own.groups.some((name) => each?.groups.includes(name) === true)),
        );
        expect(couldTake).toEqual([]);
      }),
    );
  });
});

describe('the line', () => {
  const entry = fc.record({
    priority: fc.integer({ min: 0, max: 3 }),
    since: fc.integer({ min: 0, max: 5 }),
    growing: fc.boolean(),
    leaves: fc.boolean(),
  });

  test('is in order whatever came and left before, and each knows its place', () => {
    fc.assert(
      fc.property(fc.array(entry, { maxLength: 20 }), fc.integer({ min: 5, max: 40 }), (given, now) => {
        let at = 0;
        const line = createWaitingLine({
          at: () => at * 1000,
          settings: (id) => (id === 'growing' ? { growth: { by: 1, every: 10, from: 0 } } : undefined),
          born: () => 0,
        });
        const entries = given.map(({ priority, since, growing }, number): Waiting => {
          const made: Waiting = {
            order: {
              id: String(number),
              interaction: growing ? 'growing' : 'plain',
              queue: 'VQ',
              priority,
              targets: [],
              order: 'any',
              statistic: '',
              timeout: undefined,
              clearOnTimeout: true,
              selected: () => undefined,
              timedOut: () => undefined,
            },
            since: since * 1000,
            number,
            key: '',
            targets: [],
            refused: new Set(),
            priority,
            timer: undefined,
          };
          line.add(made);
          if (number % 3 === 0) line.ranked();
          return made;
        });
        for (const [index, { leaves }] of given.entries()) {
          const leaving = entries[index];
          if (leaves && leaving !== undefined) line.remove(leaving);
        }
        at = now;
        const left = entries.filter((_entry, index) => given[index]?.leaves === false);
        const priority = (of: Waiting): number =>
          of.priority +
          (of.order.interaction === 'growing' ? Math.floor((now * 1000 - of.since) / 10_000) : 0);
        const wanted = left.toSorted(
          (a, b) => priority(b) - priority(a) || a.since - b.since || a.number - b.number,
        );
        expect(line.ranked().filter((each) => line.has(each))).toEqual(wanted);
        expect(wanted.map((each) => line.position(each))).toEqual(wanted.map((_each, place) => place + 1));
        expect(line.size).toBe(left.length);
      }),
    );
  });
});

describe('skill expressions', () => {
  const names = ['English', 'Loans', 'Cards'] as const;
  const comparison = fc.record({
    name: fc.constantFrom(...names, 'Missing'),
    operator: fc.constantFrom('>', '<', '>=', '<=', '=', '!='),
    level: fc.integer({ min: 0, max: 9 }),
    joined: fc.constantFrom('&', '|', ' & ', ' | '),
  });
  const compare: Readonly<Record<string, (a: number, b: number) => boolean>> = {
    '>': (a, b) => a > b,
    '<': (a, b) => a < b,
    '>=': (a, b) => a >= b,
    '<=': (a, b) => a <= b,
    '=': (a, b) => a === b,
    '!=': (a, b) => a !== b,
  };

  test('are a fold from left to right, with 0 for a skill that is missing', () => {
    fc.assert(
      fc.property(
        fc.array(comparison, { minLength: 1, maxLength: 8 }),
        fc.record({ English: fc.nat(9), Loans: fc.nat(9), Cards: fc.nat(9) }),
        (parts, levels) => {
          const skills = new Map<string, number>(Object.entries(levels));
          const text = parts
            .map(({ name, operator, level, joined }, index) =>
              [index === 0 ? '' : joined, `${name} ${operator} ${String(level)}`].join(''),
            )
            .join('');
          let wanted = false;
          for (const [index, { name, operator, level, joined }] of parts.entries()) {
            const own = compare[operator]?.(skills.get(name) ?? 0, level) ?? false;
            wanted = index === 0 ? own : joined.trim() === '&' ? wanted && own : wanted || own;
          }
          const read = readCondition(text);
          if (!read.ok) throw new Error(read.message);
          const value = evaluateCondition(read.condition, {
            name: (name) => skills.get(name) ?? 0,
            statistic: () => undefined,
            call: () => undefined,
          });
          expect(value !== undefined && truth(value)).toBe(wanted);
        },
      ),
    );
  });
});
