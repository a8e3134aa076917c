// Whoever and whatever can be selected, as the scenario describes it: agents, queues, routing points and other targets.
import type { ScenarioWorld } from '../scenario/types.js';
import type { ScenarioAgent, ScenarioQueue } from '../scenario/workforce-types.js';
import { mediumOf, stateLine, type AgentState } from './agent-state.js';
import type { TargetType } from './target-string.js';
import { timeline, type Timeline } from './timeline.js';

/** How a resource serves one medium. */
export interface Medium {
  /** Interactions at a time. */
  readonly capacity: number;
  readonly state: Timeline<AgentState>;
}

/** Somebody or something that can be selected. */
export interface Resource {
  readonly id: string;
  readonly kind: 'agent' | 'other';
  /** Type of a target that is not an agent, when the scenario says it. */
  readonly type: string | undefined;
  readonly groups: readonly string[];
  /** Levels over time. */
  readonly skills: ReadonlyMap<string, Timeline<number>>;
  readonly place: string | undefined;
  readonly dn: string;
  readonly switchName: string;
  readonly state: Timeline<AgentState>;
  /** Undefined: one interaction of any medium. */
  readonly media: ReadonlyMap<string, Medium> | undefined;
  /** Milliseconds that an interaction lasts, undefined when the scenario does not say it; and of after-call work. */
  readonly handling: number | undefined;
  readonly afterCall: number;
}

export const defaultSwitch = 'Switch1';

/** All resources of a scenario, agents first. */
export const resourcesOf = (world: ScenarioWorld): readonly Resource[] => [
  ...(world.agents ?? []).map((each) => agent(each, world)),
  ...(world.targets ?? []).map(other),
  ...(world.queues ?? []).filter(({ type }) => type !== undefined && type !== 'VQ').map(other),
];

/** A target that the scenario does not describe: always open. */
export const openResource = (id: string, type: TargetType, switchName: string): Resource =>
  other({ name: id, type, switch: switchName });

/** The names under which it is reached: its own, its number, its place. */
export const placesOf = ({ id, dn, place }: Resource): readonly string[] =>
  place === undefined ? [id, dn] : [id, dn, place];

function agent(given: ScenarioAgent, world: ScenarioWorld): Resource {
  const state = stateLine(given, 'notReady');
  const handling = given.handling ?? world.handling;
  return {
    id: given.id,
    kind: 'agent',
    type: 'A',
    groups: given.groups ?? [],
    skills: new Map(Object.entries(given.skills ?? {}).map(([name, level]) => [name, timeline(level, 0)])),
    place: given.place,
    dn: given.dn ?? given.id,
    switchName: given.switch ?? defaultSwitch,
    state,
    media: mediaOf(given, state),
    handling: handling === undefined ? undefined : Math.round(handling * 1000),
    afterCall: Math.round((given.afterCall ?? 0) * 1000),
  };
}

function mediaOf(given: ScenarioAgent, state: Timeline<AgentState>): ReadonlyMap<string, Medium> | undefined {
  if (given.media === undefined) return undefined;
  return new Map(
    Object.entries(given.media).map(([name, medium]) => {
      const capacity = typeof medium === 'number' ? medium : (medium.capacity ?? 1);
      const own = typeof medium === 'number' || (medium.ready ?? medium.state) === undefined;
      const loggedIn = given.loggedIn === undefined ? {} : { loggedIn: given.loggedIn };
      return [
        mediumOf(name),
        { capacity, state: own ? state : stateLine({ ...medium, ...loggedIn }, 'notReady') },
      ];
    }),
  );
}

function other(given: ScenarioQueue): Resource {
  const state = stateLine(given, 'ready');
  return {
    id: given.name,
    kind: 'other',
    type: given.type,
    groups: [],
    skills: new Map(),
    place: undefined,
    dn: given.dn ?? given.name,
    switchName: given.switch ?? defaultSwitch,
    state,
    media:
      given.media === undefined
        ? undefined
        : new Map(given.media.map((name) => [mediumOf(name), { capacity: Infinity, state }])),
    handling: undefined,
    afterCall: 0,
  };
}
