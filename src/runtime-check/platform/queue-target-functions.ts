// Functions of `_genesys.queue` about targets: how long one stays reserved, who belongs to a group, target lists.
import { skillLevel } from '../world/groups.js';
import { placesOf } from '../world/resources.js';
import { objectName, targetTypes } from '../world/target-string.js';
import { asNumber, asText, type PlatformFunction } from './module.js';
import { interactionOf } from './which-interaction.js';

/** `reserveTarget(ixnid, target, seconds)`: how long a selected target stays blocked. */
export const reserveTarget: PlatformFunction = ([id, target, time], services) => {
  const { world, recorder } = services;
  const { name } = objectName(asText(target));
  const resource = world.staff.resources.find((each) => placesOf(each).includes(name));
  const interaction = interactionOf(id, services);
  const seconds = asNumber(time);
  if (resource === undefined || interaction === undefined || seconds === undefined) {
    recorder.detail('action', `reserveTarget has no effect: ${asText(target)} for ${asText(time)} s`);
    return undefined;
  }
  if (seconds === 0) recorder.assume('reserve-zero');
  const found = world.staff.reserve(resource, interaction.id, world.at() + seconds * 1000);
  const what = found ? `stays reserved for ${String(seconds)} s` : 'is not selected';
  recorder.detail('action', `reserveTarget: ${resource.id} ${what}`);
  return undefined;
};

/** `cCTExtractTargets(ixnid, statserver, input)`: the entries of the input as targets with Stat Server. */
export const cCTExtractTargets: PlatformFunction = ([, server, input], { recorder }) =>
  asText(input)
    .split(',')
    .map((entry) => entry.trim())
    .filter((entry) => entry !== '')
    .map((entry) => {
      if (entry.includes('@')) return entry;
      recorder.assume('cct-targets');
      const dot = entry.lastIndexOf('.');
      const typed = dot > 0 && targetTypes.some((type) => type === entry.slice(dot + 1));
      return typed
        ? `${entry.slice(0, dot)}@${asText(server)}${entry.slice(dot)}`
        : `${entry}@${asText(server)}.DN`;
    })
    .join(',');

/** `expandGroup(group)`: its members as targets. */
export const expandGroup: PlatformFunction = ([group], { world, recorder }) => {
  recorder.assume('function-signature', 'expandGroup');
  const { name } = objectName(asText(group));
  const server = /@([^@.]*)\./.exec(asText(group))?.[1] ?? '';
  return world.staff.groups
    .members(name, world.at())
    .map(({ id, type }) => `${id}@${server}.${type ?? 'DN'}`)
    .join(',');
};

/** `countSkillInGroup(group, skill, level)`: the members who have the skill at that level at least (1 when left out). */
export const countSkillInGroup: PlatformFunction = ([group, skill, level], { world, recorder }) => {
  recorder.assume('function-signature', 'countSkillInGroup');
  const wanted = asNumber(level) ?? 1;
  return world.staff.groups
    .members(objectName(asText(group)).name, world.at())
    .filter((member) => skillLevel(member, asText(skill), world.at()) >= wanted).length;
};
