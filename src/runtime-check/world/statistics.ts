// Statistics by object and name: what the scenario says, else what the world can count by itself, else nothing.
import type { ScenarioWorld } from '../scenario/types.js';
import type { Resource, Staff } from './agents.js';
import { objectName } from './target-string.js';
import { nextChange, timeline, valueAt, type Timeline } from './timeline.js';

export interface Statistics {
  /** Undefined when neither the scenario nor the world knows the value. Times are milliseconds since the start of the run. */
  value(object: string, statistic: string, at: number): number | undefined;
  /** A statistic of one resource, for ordering and skill expressions. */
  ofResource(resource: Resource, statistic: string, at: number): number | undefined;
  nextChange(at: number): number | undefined;
}

/** How many requests wait in a virtual queue now. */
export type CountWaiting = (queue: string) => number;

export function createStatistics(world: ScenarioWorld, staff: Staff, waiting: CountWaiting): Statistics {
  const given = new Map<string, Map<string, Timeline<number>>>();
  for (const [object, statistics] of Object.entries(world.statistics ?? {})) {
    given.set(object, new Map(Object.entries(statistics).map(([name, value]) => [name, timeline(value, 0)])));
  }
  const listed = (object: string, statistic: string, at: number): number | undefined => {
    const line = given.get(object)?.get(statistic) ?? given.get(objectName(object).name)?.get(statistic);
    return line === undefined ? undefined : valueAt(line, at);
  };
  const ofResource = (resource: Resource, statistic: string, at: number): number | undefined =>
    listed(resource.id, statistic, at) ?? counted(staff, [resource], statistic, at);
  return {
    ofResource,
    value: (object, statistic, at) => {
      const said = listed(object, statistic, at);
      if (said !== undefined) return said;
      const { name, type } = objectName(object);
      if (queueLength.has(statistic)) return waiting(name);
      if (type === 'A') {
        const agent = staff.resources.find((resource) => resource.id === name);
        return agent === undefined ? undefined : counted(staff, [agent], statistic, at);
      }
      const members = staff.resources.filter((resource) => resource.groups.includes(name));
      const alone = staff.resources.filter((resource) => resource.id === name);
      return counted(staff, members.length > 0 ? members : alone, statistic, at);
    },
    nextChange: (at) => {
      const moments = [...given.values()]
        .flatMap((statistics) => [...statistics.values()])
        .map((line) => nextChange(line, at))
        .filter((moment) => moment !== undefined);
      return moments.length === 0 ? undefined : Math.min(...moments);
    },
  };
}

const queueLength = new Set(['StatCallsInQueue', 'RStatCallsInQueue', 'CallsWaiting']);

// What follows from the agents of the scenario. A longer ready time counts as less loaded, so that `max` picks the agent who waited longest.
function counted(
  staff: Staff,
  members: readonly Resource[],
  statistic: string,
  at: number,
): number | undefined {
  const present = members.filter((member) => member.loggedIn);
  const ready = present.filter((member) => staff.isReady(member, at));
  switch (statistic) {
    case 'StatAgentsTotal':
    case 'RStatAgentsTotal':
    case 'StatAgentsInQueueLogin':
      return present.length;
    case 'StatAgentsAvailable':
    case 'StatAgentsInQueueReady':
    case 'RStatAgentsReady':
    case 'RStatAgentsReadyvoice':
      return ready.length;
    case 'StatAgentsBusy':
      return present.length - ready.length;
    case 'StatTimeInReadyState':
    case 'StatAgentLoading':
      return Math.floor(Math.max(0, ...ready.map((member) => staff.readyTime(member, at))) / 1000);
    default:
      return undefined;
  }
}
