// Functions that say how targets are chosen from now on, that make targets, and that tell of the one that was selected.
import { skillLevel } from '../../../runtime-check/world/groups.js';
import { placesOf } from '../../../runtime-check/world/resources.js';
import { objectName, targetTypes } from '../../../runtime-check/world/target-string.js';
import { argumentsOf, type Arguments } from '../../evaluate/arguments.js';
import type { IrdValue } from '../../evaluate/values.js';
import { waitingState } from '../routing/queue-place.js';
import { giveUpAll } from '../routing/requests.js';
import { routingOf, type RoutingState } from '../routing/state.js';
import { BlockFailure } from '../faults.js';
import type { RunFunction, SourceSession } from '../session.js';
import type { FunctionFamily } from './define.js';

/** A function that takes no time. */
const at = (run: (args: Arguments, session: SourceSession, routing: RoutingState) => IrdValue): RunFunction =>
  function* (values, { session }, call) {
    return run(argumentsOf(call.args, values), session, routingOf(session));
  };

/** A threshold for all targets; with two arguments for the one that is named first. */
const threshold = at((args, _session, { thresholds }) => {
  const [object, text] = args.count > 1 ? [objectName(args.text(0)).name, args.text(1)] : ['', args.text(0)];
  thresholds.set(object, text);
  return '';
});

const reserve = at((args, { world, interaction }) => {
  const { name } = objectName(args.text(0));
  const resource = world.staff.resources.find((each) => placesOf(each).includes(name));
  if (resource !== undefined && args.count > 1)
    world.staff.reserve(resource, interaction().id, world.at() + args.integer(1) * 1000);
  return '';
});

const placeInQueue = at((_args, session) => {
  const state = waitingState(session);
  if (state === 'refused')
    throw new BlockFailure('unknown', 'The queue does not answer.', 'error.queue.query');
  return state?.position ?? 0;
});

export const targetSettings: FunctionFamily = {
  SetVQ: at((args, _session, routing) => {
    routing.virtualQueue = args.text(0);
    return '';
  }),
  SetTargetThreshold: threshold,
  SetThresholdEx: threshold,
  ExcludeAgents: at((args, { world }, routing) => {
    const before = routing.excluded;
    routing.excluded = args.text(0);
    const agents = args.text(0).split(',');
    world.requests.exclude(agents.map((agent) => agent.trim()).filter((agent) => agent !== ''));
    return before;
  }),
  CheckAgentState: at((args, { world }) => {
    world.requests.checkState(args.count === 0 || args.truth(0));
    return '';
  }),
  ReserveTarget: reserve,
  BlockDN: reserve,
  // What it takes and does is not simulated.
  SetIdealAgent: at(() => ''),
  // A treatment is waited for in its own block: nothing is left to wait for.
  SuspendForTreatmentEnd: at(() => ''),
  ClearTargets: at((args, session, routing) => {
    const queue = args.text(0);
    const refused = session.world.answers.failure('queue:cancel');
    if (refused !== undefined)
      throw new BlockFailure(
        refused.error ?? 'unknown',
        'The targets were not dropped.',
        'error.queue.cancel',
      );
    giveUpAll(session, queue === '' ? undefined : queue);
    routing.found = routing.found.filter((each) => queue !== '' && each.queue !== queue);
    return '';
  }),
  InVQ: at((_args, { world }, { live }) =>
    [...live.keys()].some((id) => world.requests.state(id) !== undefined) ? 1 : 0,
  ),
  PlaceInQueue: placeInQueue,
  CreateSkillGroup: at((args) => `?:${args.text(args.count - 1)}@.GA`),
  GetSkillInGroup: at((args) => `?${args.text(0)}:${args.text(1)}@${args.text(2)}.GA`),
  CountSkillInGroup: at((args, { world }) => {
    const least = args.count > 2 ? args.integer(2) : 1;
    const members = world.staff.groups.members(objectName(args.text(0)).name, world.at());
    return members.filter((member) => skillLevel(member, args.text(1), world.at()) >= least).length;
  }),
  CCTExtractTargets: at((args) => {
    const entries = args
      .text(1)
      .split(',')
      .map((entry) => entry.trim());
    return entries
      .filter((entry) => entry !== '')
      .map((entry) => withServer(entry, args.text(0)))
      .join(',');
  }),
  TargetSelected: at((_args, _session, { selected }) => selected?.target ?? ''),
  TargetComponentSelected: at((_args, _session, { selected }) => selected?.component ?? ''),
  TargetObjectSelected: at((_args, _session, { selected }) => selected?.object ?? ''),
  VQSelected: at((_args, _session, { selected }) => selected?.queue ?? ''),
};

/** A target with its Stat Server in front of its type; what has no type is a DN. */
function withServer(entry: string, server: string): string {
  if (entry.includes('@')) return entry;
  const dot = entry.lastIndexOf('.');
  const type = targetTypes.find((known) => dot > 0 && known === entry.slice(dot + 1));
  return type === undefined ? `${entry}@${server}.DN` : `${entry.slice(0, dot)}@${server}.${type}`;
}
