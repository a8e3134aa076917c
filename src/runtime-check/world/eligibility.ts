// Who may take an interaction for one wanted target: readiness, membership, skills, threshold, exclusions.
import type { Assume } from './assumptions.js';
import { isOpenType, type Demand, type Staff } from './agents.js';
import type { Operand, ReadCondition } from './condition.js';
import { evaluateCondition, truth, type Meaning } from './evaluate-condition.js';
import { skillLevel } from './groups.js';
import { ownValue } from './own-value.js';
import { defaultSwitch, openResource, type Resource } from './resources.js';
import type { Statistics } from './statistics.js';
import type { WantedTarget } from './target-string.js';

/** What the choice depends on. Times are milliseconds since the start of the run. */
export interface ChoiceContext {
  readonly staff: Staff;
  readonly statistics: Statistics;
  readonly at: number;
  readonly demand: Demand;
  /** Every target of a page counts as ready (smoke runs). */
  readonly allTargetsReady: boolean;
  readonly checkState: boolean;
  /** Agents who are left out: by the page for all requests, or for this one. */
  readonly isExcluded: (agent: string) => boolean;
  readonly options: Readonly<Record<string, string>>;
  /** List objects: list -> item -> key -> value. */
  readonly lists: Readonly<Record<string, Readonly<Record<string, Readonly<Record<string, string>>>>>>;
  /** Seconds since the interaction came, and since the request began to wait; place in its queue from 1. */
  readonly age: () => number;
  readonly waited: () => number;
  readonly position: () => number;
  readonly assume: Assume;
  /** Reads a condition, once for each text. */
  readonly read: (text: string) => ReadCondition;
}

/** Everybody who could take an interaction for this target now. */
export function takers(target: WantedTarget, context: ChoiceContext): readonly Resource[] {
  const { staff, at, demand } = context;
  if (context.allTargetsReady) return [staff.resources.find((r) => r.id === target.name) ?? standIn(target)];
  // A workbin keeps what its owner cannot take yet.
  if (target.workbin === true) return [standIn(target)];
  const named = staff.resources.filter((resource) => belongs(resource, target, context));
  if (named.length === 0 && isOpenType(target.type)) {
    context.assume('undescribed-target', `"${target.text}"`);
    return [standIn(target)];
  }
  return named.filter(
    (resource) =>
      !context.isExcluded(resource.id) &&
      (context.checkState ? staff.isReady(resource, at, demand) : staff.isLoggedIn(resource, at, demand)) &&
      hasSkills(resource, target, context),
  );
}

function belongs(resource: Resource, target: WantedTarget, { staff, at }: ChoiceContext): boolean {
  if (resource.kind === 'other') {
    const inGroup = ['GQ', 'GP', 'GC', 'GA'].includes(target.type);
    return resource.id === target.name
      ? resource.type === undefined || resource.type === target.type
      : inGroup && staff.groups.includes(target.name, resource, at);
  }
  switch (target.type) {
    case 'A':
      return resource.id === target.name;
    case 'AP':
      return resource.place === target.name;
    case 'DN':
      return resource.dn === target.name;
    case 'GA':
    case 'GP':
    case 'GC':
    case 'C':
      return target.skills !== undefined && target.name === ''
        ? true
        : staff.groups.includes(target.name, resource, at);
    default:
      return false;
  }
}

const standIn = (target: WantedTarget): Resource =>
  openResource(
    target.name === '' ? target.text : target.name,
    target.type,
    target.server === '' ? defaultSwitch : target.server,
  );

function hasSkills(resource: Resource, target: WantedTarget, context: ChoiceContext): boolean {
  if (target.skills === undefined) return true;
  if (resource.kind === 'other') return true;
  return test(target.skills, 'skill expression', context, {
    name: (name) => {
      if (!context.staff.skills.has(name)) {
        context.assume('unknown-skill', `"${name}"`);
      }
      return skillLevel(resource, name, context.at);
    },
    statistic: (name) => context.statistics.ofResource(resource, name, context.at),
    call: (name, args) => configured(name, args, context),
  });
}

/** A threshold that cannot be read or has no value is not met. */
export function thresholdMet(target: WantedTarget, context: ChoiceContext): boolean {
  if (target.threshold === undefined) return true;
  const own = (name: string): number | undefined =>
    ofRequest(name, context) ?? context.statistics.value(target.text, name, context.at);
  return test(target.threshold, 'threshold', context, {
    name: own,
    statistic: own,
    call: (name, args) => {
      switch (name) {
        case 'sdata': {
          const [object = '', statistic = ''] = args;
          const value =
            ofRequest(statistic, context) ?? context.statistics.value(object, statistic, context.at);
          if (value === undefined) context.assume('unknown-statistic', `"${statistic}" of "${object}"`);
          return value ?? 0;
        }
        case 'callage':
          return context.age();
        default:
          return configured(name, args, context);
      }
    },
  });
}

function ofRequest(statistic: string, context: ChoiceContext): number | undefined {
  if (statistic === 'PositionInQueue') return context.position();
  return statistic === 'InVQWaitTime' ? context.waited() : undefined;
}

/** The look-ups in the configuration: options of an application, keys of a List object. */
function configured(
  name: string,
  [first = '', second = '', third = '', otherwise = '']: readonly string[],
  context: ChoiceContext,
): Operand | undefined {
  switch (name) {
    case 'acfgdata':
      return ownValue(context.options, third) ?? otherwise;
    case 'lcfgdata':
      context.assume('lcfgdata');
      return ownValue(ownValue(ownValue(context.lists, first), second), third) ?? otherwise;
    default:
      context.assume('unknown-function', `"${name}"`);
      return undefined;
  }
}

function test(text: string, what: string, context: ChoiceContext, meaning: Meaning): boolean {
  const read = context.read(text);
  if (!read.ok) {
    context.assume('unreadable-condition', `${what} "${text}", ${read.message}`);
    return false;
  }
  const value = evaluateCondition(read.condition, meaning);
  if (value === undefined) {
    context.assume('no-value', `${what} "${text}"`);
  }
  return value !== undefined && truth(value);
}

/** True when a threshold of one of the targets depends on passing time, so that waiting alone can change the answer. */
export const dependsOnTime = (targets: readonly WantedTarget[]): boolean =>
  targets.some((target) => /\bcallage\b|\bInVQWaitTime\b/i.test(target.threshold ?? ''));

/** True when something else than the state of agents decides whether somebody may take it. */
export const isConditional = (targets: readonly WantedTarget[]): boolean =>
  targets.some(({ threshold, skills }) => threshold !== undefined || (skills?.includes('$(') ?? false));
