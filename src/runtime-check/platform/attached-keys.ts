// The user data that URS attaches: while an interaction waits, and when a target is selected. The option `report_targets` of the scenario decides.
import type { Candidate } from '../world/candidates.js';
import type { WantedTarget } from '../world/target-string.js';
import type { Services } from './module.js';

type Pairs = Readonly<Record<string, string | number>>;

/** Numbers of the configuration database are the simulator's own: the same name has the same one in every run. */
function dbid(name: string): number {
  let number = 7;
  for (const c of name) number = (number * 31 + (c.codePointAt(0) ?? 0)) % 100_003;
  return 100 + number;
}

/** The keys that URS attaches when the interaction begins to wait. */
export function attachWaiting(
  services: Services,
  interaction: string,
  request: string,
  queue: string,
  targets: readonly WantedTarget[],
): void {
  const group = targets.find(({ type, name }) => type === 'GA' && name !== '')?.name;
  const places = targets.find(({ type }) => type === 'GP')?.name;
  const skills = targets.flatMap((target) => target.skills ?? []);
  attach(services, interaction, {
    always: {
      RTenant: 'Environment',
      RTenantDBID: 1,
      ...(queue === '' ? {} : { RVQID: `${queue}-${services.recorder.requestName(request)}` }),
      ...(queue === '' ? {} : { RVQDBID: dbid(queue) }),
      ...(skills.length === 0
        ? {}
        : { RRequestedSkills: skillNames(skills), RRequestedSkillCombination: skills.join(' | ') }),
    },
    classified: { CustomerSegment: 'default', ServiceType: 'default', ServiceObjective: '' },
    reported: {
      ...(group === undefined ? {} : { RTargetAgentGroup: group }),
      ...(places === undefined ? {} : { RTargetPlaceGroup: places }),
    },
  });
}

/** The keys that URS attaches when it has selected a target. */
export function attachSelected(
  services: Services,
  interaction: string,
  queue: string,
  { target, resource }: Candidate,
): void {
  const object = target.name === '' ? (target.skills ?? target.text) : target.name;
  const isAgent = resource.kind === 'agent';
  const place = resource.place;
  attach(services, interaction, {
    always: {},
    classified: {},
    reported: {
      RTargetTypeSelected: target.type,
      RTargetObjectSelected: object,
      RTargetObjSelDBID: dbid(object),
      ...(isAgent ? { RTargetAgentSelected: resource.id, RTargetAgSelDBID: dbid(resource.id) } : {}),
      ...(place === undefined ? {} : { RTargetPlaceSelected: place, RTargetPlSelDBID: dbid(place) }),
      RTargetRequested: queue === '' ? object : queue,
    },
  });
}

interface Keys {
  readonly always: Pairs;
  /** Only where the interaction has no value yet. */
  readonly classified: Pairs;
  /** Only with `report_targets`. */
  readonly reported: Pairs;
}

function attach(services: Services, id: string, keys: Keys): void {
  const { world, recorder, state } = services;
  const option = state.options.get('report_targets') ?? world.given.options?.['report_targets'];
  recorder.assume('attached-keys');
  if (option === undefined) return;
  const known = world.interactions.find(id)?.udata ?? {};
  const set = {
    ...keys.always,
    ...Object.fromEntries(Object.entries(keys.classified).filter(([key]) => !Object.hasOwn(known, key))),
    ...(option === 'true' ? keys.reported : {}),
  };
  if (Object.keys(set).length === 0) return;
  recorder.step('udata', { set, by: 'urs' });
  services.receiveData(id, set);
}

const skillNames = (expressions: readonly string[]): string =>
  [...new Set(expressions.flatMap((text) => text.match(/[\p{L}_][\p{L}\p{N}_]*(?=\s*[<>=!])/gu) ?? []))].join(
    ',',
  );
