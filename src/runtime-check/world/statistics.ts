// Statistics by object and name: what the scenario says, else what the world can count by itself, else nothing.
import type { ScenarioWorld } from '../scenario/types.js';
import type { Assume } from './assumptions.js';
import { voiceCall, type Demand, type Staff } from './agents.js';
import type { QueueFigures } from './queue-record.js';
import type { Resource } from './resources.js';
import { objectName } from './target-string.js';
import { nextChange, timeline, valueAt, type Timeline } from './timeline.js';

export interface Statistics {
  /** Undefined when neither the scenario nor the world knows the value. Times are milliseconds since the start of the run. */
  value(object: string, statistic: string, at: number): number | undefined;
  /** A statistic of one resource, for ordering and skill expressions. */
  ofResource(resource: Resource, statistic: string, at: number, demand?: Demand): number | undefined;
  /** The scenario gives this statistic for some object. */
  isGiven(statistic: string): boolean;
  nextChange(at: number): number | undefined;
}

/** What passed through a virtual queue up to now. */
export type FiguresOf = (queue: string) => QueueFigures;

/** Lines of a queue in the scenario. */
interface QueueLines {
  readonly calls: Timeline<number>;
  readonly expectedWait: Timeline<number> | undefined;
}

export function createStatistics(
  world: ScenarioWorld,
  staff: Staff,
  figures: FiguresOf,
  assume: Assume,
): Statistics {
  const given = new Map<string, Map<string, Timeline<number>>>();
  for (const [object, statistics] of Object.entries(world.statistics ?? {})) {
    given.set(object, new Map(Object.entries(statistics).map(([name, value]) => [name, timeline(value, 0)])));
  }
  const queues = new Map<string, QueueLines>(
    (world.queues ?? []).map(({ name, calls, expectedWait }) => [
      name,
      {
        calls: timeline(calls, 0),
        expectedWait: expectedWait === undefined ? undefined : timeline(expectedWait, 0),
      },
    ]),
  );
  const names = new Set([...given.values()].flatMap((statistics) => [...statistics.keys()]));
  const lines = [
    ...[...given.values()].flatMap((statistics) => [...statistics.values()]),
    ...[...queues.values()].flatMap(({ calls, expectedWait }) =>
      expectedWait === undefined ? [calls] : [calls, expectedWait],
    ),
  ];
  const listed = (object: string, statistic: string, at: number): number | undefined => {
    const line = given.get(object)?.get(statistic) ?? given.get(objectName(object).name)?.get(statistic);
    return line === undefined ? undefined : valueAt(line, at);
  };
  const ofQueue = (name: string, statistic: string, at: number): number | undefined => {
    const count = queueStatistics.get(statistic);
    if (count === undefined) return undefined;
    const described = queues.get(name);
    const others = described === undefined ? 0 : valueAt(described.calls, at);
    const wait = described?.expectedWait;
    const own = count(figures(name), others);
    if (own !== undefined) return own;
    if (wait !== undefined) return valueAt(wait, at);
    const { routed, routedWait } = figures(name);
    if (routed === 0) return undefined;
    assume('expected-wait');
    return average(routedWait, routed);
  };
  return {
    ofResource: (resource, statistic, at, demand) =>
      listed(resource.id, statistic, at) ??
      (resource.kind === 'other' ? ofQueue(resource.id, statistic, at) : undefined) ??
      counted(staff, [resource], statistic, at, demand),
    isGiven: (statistic) => names.has(statistic),
    value: (object, statistic, at) => {
      const said = listed(object, statistic, at);
      if (said !== undefined) return said;
      const { name, type } = objectName(object);
      const waiting = ofQueue(name, statistic, at);
      if (waiting !== undefined) return waiting;
      if (type === 'A') {
        const agent = staff.resources.find((resource) => resource.id === name);
        return agent === undefined ? undefined : counted(staff, [agent], statistic, at);
      }
      const members = staff.groups.members(name, at);
      const alone = staff.resources.filter(({ id, place }) => id === name || place === name);
      // Nobody is known by this name: nothing can be counted.
      if (alone.length === 0 && !staff.groups.isKnown(name)) return undefined;
      return counted(staff, members.length > 0 ? members : alone, statistic, at);
    },
    nextChange: (at) => {
      let next: number | undefined;
      for (const line of lines) {
        const moment = nextChange(line, at);
        if (moment !== undefined && (next === undefined || moment < next)) next = moment;
      }
      return next;
    },
  };
}

/** `others` are calls that the scenario has waiting there besides. */
type CountQueue = (figures: QueueFigures, others: number) => number | undefined;

const length: CountQueue = ({ waiting }, others) => waiting + others;
const distributed: CountQueue = ({ routed }) => routed;
// An estimate, not a count.
const expected: CountQueue = () => undefined;

// Whole numbers, as the platform's own arithmetic has them.
const share = (part: number, whole: number): number => (whole === 0 ? 0 : Math.trunc((part * 100) / whole));
const average = (milliseconds: number, count: number): number =>
  count === 0 ? 0 : Math.trunc(milliseconds / count / 1000);

const queueStatistics: ReadonlyMap<string, CountQueue> = new Map([
  ['StatCallsInQueue', length],
  ['RStatCallsInQueue', length],
  ['CallsWaiting', length],
  ['CallsEntered', ({ entered }, others) => entered + others],
  ['CallsDistributed', distributed],
  ['CallsAnswered', distributed],
  ['StatCallsAnswered', distributed],
  ['DistributedPercentage', ({ routed, entered }) => share(routed, entered)],
  ['NotDistributedPercentage', ({ lost, entered }) => share(lost, entered)],
  ['DistributedWaitingTime', ({ routed, routedWait }) => average(routedWait, routed)],
  ['NotDistributedWaitingTime', ({ lost, lostWait }) => average(lostWait, lost)],
  ['ExpectedWaitTime', expected],
  ['StatExpectedWaitingTime', expected],
]);

const readyFor = /^RStatAgentsReady(\w*)$/;

// What follows from the agents of the scenario. A longer ready time counts as less loaded, so that `max` picks the agent who waited longest.
function counted(
  staff: Staff,
  members: readonly Resource[],
  statistic: string,
  at: number,
  demand: Demand = voiceCall,
): number | undefined {
  const present = members.filter((member) => staff.isLoggedIn(member, at, demand));
  const medium = readyFor.exec(statistic)?.[1];
  const asked = medium === undefined || medium === '' ? demand : { ...demand, medium };
  const ready = members.filter((member) => staff.isReady(member, at, asked));
  if (medium !== undefined) return ready.length;
  switch (statistic) {
    case 'StatAgentsTotal':
    case 'RStatAgentsTotal':
    case 'StatAgentsInQueueLogin':
      return present.length;
    case 'StatAgentsAvailable':
    case 'StatAgentsInQueueReady':
      return ready.length;
    case 'StatAgentsBusy':
      return present.length - ready.length;
    case 'StatTimeInReadyState':
    case 'StatAgentLoading':
      return Math.floor(Math.max(0, ...ready.map((member) => staff.readyTime(member, at, demand))) / 1000);
    default:
      return undefined;
  }
}
