// Who can take an interaction, and when: states of the scenario over time, capacity for each medium, and what the agents were given meanwhile.
import type { ScenarioWorld } from '../scenario/types.js';
import { mediumOf, type AgentState } from './agent-state.js';
import { createGroups, type Groups } from './groups.js';
import { createOccupations, type Holder, type Occupation } from './occupations.js';
import { placesOf, resourcesOf, type Resource } from './resources.js';
import type { TargetType } from './target-string.js';
import { changeAt, heldSince, nextChange } from './timeline.js';

/** What an interaction asks of somebody who is to take it. */
export interface Demand {
  readonly medium: string;
  /** Which router asks; '' is the page's own. */
  readonly router: string;
}

/** A call, as the page's own router sees it. */
export const voiceCall: Demand = { medium: 'voice', router: '' };

export interface Staff {
  readonly resources: readonly Resource[];
  readonly groups: Groups;
  /** Names of all skills that some agent has. */
  readonly skills: ReadonlySet<string>;
  /** Logged in for the medium, in whatever state. */
  isLoggedIn(resource: Resource, at: number, demand?: Demand): boolean;
  /** Ready according to the scenario, with capacity left. */
  isReady(resource: Resource, at: number, demand?: Demand): boolean;
  /** Interactions that the resource could take now; 0 when it is not ready. */
  free(resource: Resource, at: number, demand?: Demand): number;
  /** Milliseconds in the ready state, 0 when not ready. */
  readyTime(resource: Resource, at: number, demand?: Demand): number;
  /** Reserves the resource for an interaction that has selected it. */
  occupy(resource: Resource, at: number, holder: Holder): void;
  /** Keeps a selected resource reserved until `until`, or not any longer when that has passed; false when the holder has not selected it. */
  reserve(resource: Resource, holder: string, until: number): boolean;
  /** Gives the resource up, as after a delivery that failed or a caller who was not answered; without `holder` for all who selected it. */
  release(resource: Resource, holder?: string): void;
  /** Who was given the interaction did not answer: he has it no longer, and is not ready until the scenario says otherwise. */
  unanswered(holder: string, at: number): void;
  /** The page sets the state of an agent; it holds until the scenario says otherwise. */
  setState(resource: Resource, state: AgentState, at: number): void;
  /** The interaction has come to one of these places: who was selected there has it now, others that it selected are given up. */
  deliver(holder: string, places: readonly string[], at: number, medium: string): void;
  /** Another router has given the agent something else since he was selected. */
  isTaken(resource: Resource, holder: string, at: number, medium: string): boolean;
  /** The interaction goes on under another id. */
  renamed(from: string, to: string): void;
  /** The interaction is over: after-call work begins where the scenario says how long interactions last. */
  ended(holder: string, at: number): void;
  nextChange(at: number): number | undefined;
  /** Told when somebody may have become free other than by the passing of time. */
  onChange(tell: () => void): void;
}

/** Times are milliseconds since the start of the run. */
export function createStaff(world: ScenarioWorld): Staff {
  const resources = resourcesOf(world);
  const occupations = createOccupations();
  const set = new Map<Resource, { readonly at: number; readonly state: AgentState }>();
  const reserves = world.options?.['agent_reservation'] !== 'false';
  let tell = (): void => undefined;

  const lineOf = (resource: Resource, medium: string): Resource['state'] =>
    resource.media?.get(mediumOf(medium))?.state ?? resource.state;
  /** The state that holds, and since which change. */
  const holding = (resource: Resource, medium: string, at: number): { at: number; value: AgentState } => {
    const said = changeAt(lineOf(resource, medium), at);
    const own = set.get(resource);
    return own !== undefined && own.at >= said.at ? { at: own.at, value: own.state } : said;
  };
  // Where nothing says how long an interaction lasts, a change of state by the scenario ends it.
  const lasting = (resource: Resource, at: number): readonly Occupation[] =>
    occupations.lasting(resource, at, (medium) => holding(resource, medium, at).at);
  const serves = (resource: Resource, medium: string): boolean =>
    resource.media === undefined || resource.media.has(mediumOf(medium));
  const isLoggedIn: Staff['isLoggedIn'] = (resource, at, { medium } = voiceCall) =>
    serves(resource, medium) && holding(resource, medium, at).value !== 'loggedOut';
  const free: Staff['free'] = (resource, at, { medium, router } = voiceCall) => {
    if (!serves(resource, medium)) return 0;
    if (holding(resource, medium, at).value !== 'ready') return 0;
    if (!isPersonal(resource)) return Infinity;
    const wanted = mediumOf(medium);
    // Without media one interaction of any medium fills the agent.
    const taken = lasting(resource, at)
      .filter((each) => reserves || !each.reserved || each.router === router)
      .filter((each) => resource.media === undefined || each.medium === wanted).length;
    return Math.max(0, (resource.media?.get(wanted)?.capacity ?? 1) - taken);
  };
  const isReady: Staff['isReady'] = (resource, at, demand) => free(resource, at, demand) > 0;

  return {
    resources,
    groups: createGroups(world, resources),
    skills: new Set(resources.flatMap((resource) => [...resource.skills.keys()])),
    isLoggedIn,
    isReady,
    free,
    readyTime: (resource, at, demand = voiceCall) => {
      if (!isReady(resource, at, demand)) return 0;
      const own = set.get(resource)?.at ?? 0;
      const again = own === 0 ? 0 : holding(resource, demand.medium, at).at;
      const held = heldSince(lineOf(resource, demand.medium), at);
      return at - Math.max(held, own, again, occupations.freedAt(resource));
    },
    occupy: (resource, at, holder) => {
      // A queue, routing point or label takes any number of interactions.
      if (!isPersonal(resource)) return;
      occupations.add(resource, {
        ...holder,
        medium: mediumOf(holder.medium),
        since: at,
        reserved: true,
        until: undefined,
      });
    },
    reserve: (resource, holder, until) => {
      const found = occupations.change(
        (each, of) => of === resource && each.reserved && each.name === holder,
        (each) => ({ ...each, until }),
      );
      if (found > 0) tell();
      return found > 0;
    },
    release: (resource, holder) => {
      occupations.change(
        (each, of) => of === resource && (holder === undefined || each.name === holder),
        () => undefined,
      );
      tell();
    },
    setState: (resource, state, at) => {
      set.set(resource, { at, state });
      tell();
    },
    unanswered: (holder, at) => {
      occupations.change(
        (each) => each.name === holder && !each.reserved,
        (_each, resource) => {
          if (resource.kind === 'agent') set.set(resource, { at, state: 'notReady' });
          return undefined;
        },
      );
      tell();
    },
    deliver: (holder, places, at, medium) => {
      const isThere = (resource: Resource): boolean =>
        placesOf(resource).some((place) => places.includes(place));
      const end = ({ handling, afterCall }: Resource): number | undefined =>
        handling === undefined ? undefined : at + handling + afterCall;
      const had = occupations.change(
        (each, resource) => each.name === holder && each.reserved && isThere(resource),
        (each, resource) => ({ ...each, reserved: false, since: at, until: end(resource) }),
      );
      const rest = occupations.change(
        (each) => each.name === holder && each.reserved,
        () => undefined,
      );
      const agent = had > 0 ? undefined : resources.find((each) => each.kind === 'agent' && isThere(each));
      if (agent !== undefined) {
        occupations.add(agent, {
          name: holder,
          medium: mediumOf(medium),
          router: '',
          since: at,
          reserved: false,
          until: end(agent),
        });
      }
      if (had + rest > 0) tell();
    },
    isTaken: (resource, holder, at, medium) =>
      !reserves &&
      lasting(resource, at).some(
        (each) => each.name !== holder && !each.reserved && each.medium === mediumOf(medium),
      ),
    renamed: (from, to) => {
      occupations.change(
        ({ name }) => name === from,
        (each) => ({ ...each, name: to }),
      );
    },
    ended: (holder, at) => {
      const ending = occupations.change(
        (each) => each.name === holder && (each.reserved || each.until !== undefined),
        (each, resource) =>
          each.reserved
            ? undefined
            : { ...each, until: Math.min(each.until ?? Infinity, at + resource.afterCall) },
      );
      if (ending > 0) tell();
    },
    nextChange: (at) => {
      let next = occupations.nextEnd(at);
      const consider = (moment: number | undefined): void => {
        if (moment !== undefined && (next === undefined || moment < next)) next = moment;
      };
      for (const resource of resources) {
        consider(nextChange(resource.state, at));
        for (const medium of resource.media?.values() ?? []) consider(nextChange(medium.state, at));
        for (const level of resource.skills.values()) consider(nextChange(level, at));
      }
      return next;
    },
    onChange: (call) => {
      tell = call;
    },
  };
}

const isPersonal = (resource: Resource): boolean =>
  resource.kind === 'agent' || ['A', 'AP', 'GA', 'GP', 'GC'].includes(resource.type ?? '');

/** Types that routing takes without asking for a state: a queue, routing point, label or DN that the scenario does not describe is open. Groups of agents are not. */
export const isOpenType = (type: TargetType): boolean => ['Q', 'RP', 'DL', 'DN', 'GQ', 'C'].includes(type);
