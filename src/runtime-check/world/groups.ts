// Who belongs to a group: by the agent's own list, by the group's list of members, or by a skill expression (virtual group) at a moment.
import type { ScenarioWorld } from '../scenario/types.js';
import { readCondition, type Condition } from './condition.js';
import { evaluateCondition, truth } from './evaluate-condition.js';
import { placesOf, type Resource } from './resources.js';
import { valueAt } from './timeline.js';

export interface Groups {
  /** The scenario describes a group of this name, or some agent lists it. */
  isKnown(name: string): boolean;
  includes(name: string, resource: Resource, at: number): boolean;
  /** In the order of the scenario. */
  members(name: string, at: number): readonly Resource[];
}

interface Group {
  readonly listed: ReadonlySet<Resource>;
  readonly skills: Condition | undefined;
}

/** Level of a skill at a moment; a skill that the resource does not have counts as 0. */
export function skillLevel(resource: Resource, name: string, at: number): number {
  const line = resource.skills.get(name);
  return line === undefined ? 0 : valueAt(line, at);
}

/** Members are named by agent, place, number or target. */
export function createGroups(world: ScenarioWorld, resources: readonly Resource[]): Groups {
  const groups = new Map<string, { listed: Set<Resource>; skills: Condition | undefined }>();
  const group = (name: string): { listed: Set<Resource>; skills: Condition | undefined } => {
    const known = groups.get(name) ?? { listed: new Set<Resource>(), skills: undefined };
    groups.set(name, known);
    return known;
  };
  for (const resource of resources) for (const name of resource.groups) group(name).listed.add(resource);
  for (const { name, members = [], skills } of world.groups ?? []) {
    const described = group(name);
    for (const resource of resources) {
      if (placesOf(resource).some((each) => members.includes(each))) described.listed.add(resource);
    }
    const read = skills === undefined ? undefined : readCondition(skills);
    if (read?.ok === true) described.skills = read.condition;
  }
  const has = ({ listed, skills }: Group, resource: Resource, at: number): boolean =>
    listed.has(resource) ||
    (skills !== undefined && resource.kind === 'agent' && fulfils(skills, resource, at));
  return {
    isKnown: (name) => groups.has(name),
    includes: (name, resource, at) => {
      const found = groups.get(name);
      return found !== undefined && has(found, resource, at);
    },
    members: (name, at) => {
      const found = groups.get(name);
      return found === undefined ? [] : resources.filter((resource) => has(found, resource, at));
    },
  };
}

function fulfils(condition: Condition, resource: Resource, at: number): boolean {
  const value = evaluateCondition(condition, {
    name: (name) => skillLevel(resource, name, at),
    statistic: () => undefined,
    call: () => undefined,
  });
  return value !== undefined && truth(value);
}
