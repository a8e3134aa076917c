// Who may take an interaction for one wanted target: readiness, membership, skills, threshold, exclusions.
import type { Assume } from './assumptions.js';
import { defaultSwitch, isOpenType, type Resource, type Staff } from './agents.js';
import { readCondition } from './condition.js';
import { evaluateCondition, truth, type Meaning } from './evaluate-condition.js';
import type { Statistics } from './statistics.js';
import type { WantedTarget } from './target-string.js';
import { timeline } from './timeline.js';

/** What the choice depends on. Times are milliseconds since the start of the run. */
export interface ChoiceContext {
  readonly staff: Staff;
  readonly statistics: Statistics;
  readonly at: number;
  /** Every target of a page counts as ready (smoke runs). */
  readonly allTargetsReady: boolean;
  readonly checkState: boolean;
  readonly excluded: ReadonlySet<string>;
  readonly options: Readonly<Record<string, string>>;
  /** Seconds since the interaction came, and since the request began to wait; place in its queue from 1. */
  readonly age: number;
  readonly waited: number;
  readonly position: number;
  readonly assume: Assume;
}

/** Everybody who could take an interaction for this target now. */
export function takers(target: WantedTarget, context: ChoiceContext): readonly Resource[] {
  const { staff, at } = context;
  if (context.allTargetsReady) return [staff.resources.find((r) => r.id === target.name) ?? standIn(target)];
  const named = staff.resources.filter((resource) => belongs(resource, target));
  if (named.length === 0 && isOpenType(target.type)) {
    context.assume('undescribed-target', `"${target.text}"`);
    return [standIn(target)];
  }
  return named.filter(
    (resource) =>
      !context.excluded.has(resource.id) &&
      (context.checkState ? staff.isReady(resource, at) : resource.loggedIn) &&
      hasSkills(resource, target, context),
  );
}

function belongs(resource: Resource, target: WantedTarget): boolean {
  if (resource.kind === 'other') {
    return resource.id === target.name && (resource.type === undefined || resource.type === target.type);
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
      return target.skills !== undefined && target.name === '' ? true : resource.groups.includes(target.name);
    default:
      return false;
  }
}

const standIn = (target: WantedTarget): Resource => ({
  id: target.name === '' ? target.text : target.name,
  kind: 'other',
  type: target.type,
  groups: [],
  skills: new Map(),
  place: undefined,
  dn: target.name === '' ? target.text : target.name,
  switchName: target.server === '' ? defaultSwitch : target.server,
  loggedIn: true,
  ready: timeline(true, true),
});

function hasSkills(resource: Resource, target: WantedTarget, context: ChoiceContext): boolean {
  if (target.skills === undefined) return true;
  if (resource.kind === 'other') return true;
  return test(target.skills, 'skill expression', context, {
    name: (name) => {
      if (!context.staff.skills.has(name)) {
        context.assume('unknown-skill', `"${name}"`);
      }
      return resource.skills.get(name) ?? 0;
    },
    statistic: (name) => context.statistics.ofResource(resource, name, context.at),
    call: (name) => unknownCall(name, context),
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
          return (
            ofRequest(statistic, context) ?? context.statistics.value(object, statistic, context.at) ?? 0
          );
        }
        case 'callage':
          return context.age;
        case 'acfgdata':
          return context.options[args[2] ?? ''] ?? args[3] ?? '';
        default:
          return unknownCall(name, context);
      }
    },
  });
}

function ofRequest(statistic: string, context: ChoiceContext): number | undefined {
  if (statistic === 'PositionInQueue') return context.position;
  return statistic === 'InVQWaitTime' ? context.waited : undefined;
}

function unknownCall(name: string, context: ChoiceContext): undefined {
  context.assume('unknown-function', `"${name}"`);
  return undefined;
}

function test(text: string, what: string, context: ChoiceContext, meaning: Meaning): boolean {
  const read = readCondition(text);
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
