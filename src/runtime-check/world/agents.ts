// Who can take an interaction, and when: agents and other targets of the scenario, ready over time, busy once they have been given something.
import type { ScenarioWorld } from '../scenario/types.js';
import type { TargetType } from './target-string.js';
import { changeAt, heldSince, nextChange, timeline, valueAt, type Timeline } from './timeline.js';

/** Somebody or something that can be selected. */
export interface Resource {
  readonly id: string;
  readonly kind: 'agent' | 'other';
  /** Type of a target that is not an agent, when the scenario says it. */
  readonly type: string | undefined;
  readonly groups: readonly string[];
  readonly skills: ReadonlyMap<string, number>;
  readonly place: string | undefined;
  readonly dn: string;
  readonly switchName: string;
  readonly loggedIn: boolean;
  readonly ready: Timeline<boolean>;
}

export interface Staff {
  readonly resources: readonly Resource[];
  /** Names of all skills that some agent has. */
  readonly skills: ReadonlySet<string>;
  /** Ready according to the scenario and not occupied since. */
  isReady(resource: Resource, at: number): boolean;
  /** Milliseconds in the ready state, 0 when not ready. */
  readyTime(resource: Resource, at: number): number;
  /** Takes the resource until the scenario makes it ready again by a later entry. */
  occupy(resource: Resource, at: number): void;
  /** Ends the occupation, as after a delivery that failed. */
  release(resource: Resource): void;
  nextChange(at: number): number | undefined;
}

export const defaultSwitch = 'Switch1';

/** Times are milliseconds since the start of the run. */
export function createStaff(world: ScenarioWorld): Staff {
  const resources = [...(world.agents ?? []).map(agent), ...(world.targets ?? []).map(other)];
  const occupied = new Map<Resource, number>();
  const free = (resource: Resource, at: number): boolean => {
    const since = occupied.get(resource);
    return since === undefined || changeAt(resource.ready, at).at > since;
  };
  const isReady = (resource: Resource, at: number): boolean =>
    resource.loggedIn && valueAt(resource.ready, at) && free(resource, at);
  return {
    resources,
    skills: new Set(resources.flatMap((resource) => [...resource.skills.keys()])),
    isReady,
    readyTime: (resource, at) =>
      isReady(resource, at)
        ? at -
          Math.max(
            heldSince(resource.ready, at),
            occupied.has(resource) ? changeAt(resource.ready, at).at : 0,
          )
        : 0,
    occupy: (resource, at) => {
      // A queue, routing point or label takes any number of interactions.
      if (resource.kind === 'agent' || isPersonal(resource.type)) occupied.set(resource, at);
    },
    release: (resource) => {
      occupied.delete(resource);
    },
    nextChange: (at) => {
      const moments = resources
        .map((resource) => nextChange(resource.ready, at))
        .filter((moment) => moment !== undefined);
      return moments.length === 0 ? undefined : Math.min(...moments);
    },
  };
}

const isPersonal = (type: string | undefined): boolean => ['A', 'AP', 'GA', 'GP'].includes(type ?? '');

function agent(given: NonNullable<ScenarioWorld['agents']>[number]): Resource {
  return {
    id: given.id,
    kind: 'agent',
    type: 'A',
    groups: given.groups ?? [],
    skills: new Map(Object.entries(given.skills ?? {})),
    place: given.place,
    dn: given.dn ?? given.id,
    switchName: given.switch ?? defaultSwitch,
    loggedIn: given.loggedIn ?? true,
    ready: timeline(given.ready, false),
  };
}

function other(given: NonNullable<ScenarioWorld['targets']>[number]): Resource {
  return {
    id: given.name,
    kind: 'other',
    type: given.type,
    groups: [],
    skills: new Map(),
    place: undefined,
    dn: given.name,
    switchName: defaultSwitch,
    loggedIn: true,
    ready: timeline(given.ready, true),
  };
}

/** Types that routing takes without asking for a state: a queue, routing point, label or DN that the scenario does not describe is open. */
export const isOpenType = (type: TargetType): boolean =>
  ['Q', 'RP', 'DL', 'DN', 'GQ', 'C', 'GC'].includes(type);
