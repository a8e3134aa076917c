// The reporting keys that URS attaches to a call: while it waits, and when a target is selected. Option `report_targets` decides. Which keys there are is known
// from public logs and event dumps; their values are the simulator's.
import type { WantedTarget } from '../../../runtime-check/world/target-string.js';
import type { SourceSession } from '../session.js';
import { optionOf, type Selected } from './state.js';

type Pairs = Readonly<Record<string, string | number>>;

/** Numbers of the configuration database, as the simulator makes them up: one for each name. */
const numberOf = (name: string): number => {
  let sum = 7;
  for (const sign of name) sum = (sum * 31 + (sign.codePointAt(0) ?? 0)) % 100_003;
  return sum + 100;
};

/** The keys of an interaction that begins to wait. */
export function attachWaiting(
  session: SourceSession,
  request: string,
  queue: string,
  targets: readonly WantedTarget[],
): void {
  const option = optionOf(session, 'report_targets');
  if (option === undefined) return;
  const expressions = targets.map(({ skills }) => skills).filter((skills) => skills !== undefined);
  const known = session.interaction().udata;
  const pairs: Record<string, string | number> = { RTenant: 'Environment', RTenantDBID: 1 };
  if (queue !== '') {
    pairs['RVQID'] = `${queue}-${session.recorder.requestName(request)}`;
    pairs['RVQDBID'] = numberOf(queue);
  }
  if (expressions.length > 0) {
    pairs['RRequestedSkills'] = [...new Set(expressions.flatMap(skillsIn))].join(',');
    pairs['RRequestedSkillCombination'] = expressions.join(' | ');
  }
  for (const [name, value] of [
    ['CustomerSegment', 'default'],
    ['ServiceType', 'default'],
    ['ServiceObjective', ''],
  ] as const)
    if (!Object.hasOwn(known, name)) pairs[name] = value;
  if (option === 'true') {
    const group = targets.find(({ type, name }) => type === 'GA' && name !== '');
    const places = targets.find(({ type }) => type === 'GP');
    if (group !== undefined) pairs['RTargetAgentGroup'] = group.name;
    if (places !== undefined) pairs['RTargetPlaceGroup'] = places.name;
  }
  attach(session, pairs);
}

/** The keys of an interaction that has a target. */
export function attachSelected(session: SourceSession, { candidate, queue }: Selected): void {
  if (optionOf(session, 'report_targets') !== 'true') return;
  const { target, resource } = candidate;
  const object = target.name === '' ? (target.skills ?? target.text) : target.name;
  const pairs: Record<string, string | number> = {
    RTargetTypeSelected: target.type,
    RTargetObjectSelected: object,
    RTargetObjSelDBID: numberOf(object),
  };
  if (resource.kind === 'agent') {
    pairs['RTargetAgentSelected'] = resource.id;
    pairs['RTargetAgSelDBID'] = numberOf(resource.id);
  }
  if (resource.place !== undefined) {
    pairs['RTargetPlaceSelected'] = resource.place;
    pairs['RTargetPlSelDBID'] = numberOf(resource.place);
  }
  pairs['RTargetRequested'] = queue === '' ? object : queue;
  attach(session, pairs);
}

function attach(session: SourceSession, set: Pairs): void {
  session.recorder.step('udata', { set, by: 'urs' });
  session.world.interactions.setData(session.interaction().id, set);
}

/** Names that are compared with something. */
const skillsIn = (expression: string): readonly string[] =>
  expression.match(/[\p{L}_][\p{L}\p{N}_]*(?=\s*[<>=!])/gu) ?? [];
