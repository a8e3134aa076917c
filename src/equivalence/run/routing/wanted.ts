// The targets of a block as URS looks for them: rows of the table, the list in one text, variables and List objects, with the thresholds that apply.
import type { PropertiesOf, Value } from '../../../ir/nodes.js';
import { targetsOfList } from '../../../runtime-check/world/list-targets.js';
import {
  parseTargets,
  type TargetType,
  type WantedTarget,
} from '../../../runtime-check/world/target-string.js';
import { toFloat, toText } from '../../evaluate/values.js';
import { BlockFailure } from '../faults.js';
import type { Flow } from '../flow.js';
import type { BlockContext, SourceSession } from '../session.js';
import { routingOf } from './state.js';

type Row = PropertiesOf<'Selection'>['targets'][number];

/** Properties of a block that say where to. */
export interface TargetGiven {
  readonly targets: readonly Row[];
  readonly targetList?: Value | undefined;
  readonly statServer?: Extract<Value, { kind: 'text' }> | undefined;
  /** For all targets. */
  readonly threshold?: Extract<Value, { kind: 'skill' | 'threshold' }> | undefined;
}

const codes: ReadonlyMap<string, TargetType> = new Map([
  ['agent', 'A'],
  ['agentgroup', 'GA'],
  ['place', 'AP'],
  ['placegroup', 'GP'],
  ['queue', 'Q'],
  ['acdqueue', 'Q'],
  ['queuegroup', 'GQ'],
  ['routingpoint', 'RP'],
  ['destinationlabel', 'DL'],
  ['campaigngroup', 'GC'],
  ['skill', 'GA'],
  ['dn', 'DN'],
]);

const lettersOf = (words: string): string => words.toLowerCase().replaceAll(/[^a-z]/g, '');

/** The targets of a request. When they cannot be read it is made all the same: a failure that the scenario has for it is used up. */
export function* requestedTargets(
  given: TargetGiven,
  usual: TargetType,
  cx: BlockContext,
): Flow<readonly WantedTarget[]> {
  try {
    return yield* wantedTargets(given, usual, cx);
  } catch (error) {
    if (error instanceof BlockFailure) cx.session.world.answers.failure('queue:submit');
    throw error;
  }
}

/** All targets, rows first. `usual` is the type of rows that name none. */
export function* wantedTargets(
  given: TargetGiven,
  usual: TargetType,
  cx: BlockContext,
): Flow<readonly WantedTarget[]> {
  const found: WantedTarget[] = [];
  const server = given.statServer?.value ?? '';
  for (const row of given.targets) found.push(...(yield* ofRow(row, server, usual, cx)));
  if (given.targetList !== undefined) found.push(...named(yield* cx.text(given.targetList), cx.session));
  const shared = given.threshold?.canonical ?? '';
  return found.map((target) => withThresholds(target, shared, cx.session));
}

function* ofRow(
  row: Row,
  usualServer: string,
  usual: TargetType,
  cx: BlockContext,
): Flow<readonly WantedTarget[]> {
  const kind = lettersOf(row.type?.value ?? '');
  const name = row.name?.value ?? '';
  const weight = row.weight === undefined ? undefined : toFloat(yield* cx.property(row.weight));
  const own = {
    ...(row.threshold === undefined ? {} : { threshold: row.threshold.canonical }),
    ...(weight === undefined ? {} : { weight }),
  };
  if (kind === 'variable' || kind === 'list') {
    const text = kind === 'list' ? name : toText(cx.frame.read(name) ?? '');
    return named(text, cx.session).map((target) => ({ ...target, ...own }));
  }
  const server = row.server?.value ?? usualServer;
  const type = codes.get(kind) ?? usual;
  const listed = fromList(name, cx.session);
  if (listed !== undefined) return listed.map((target) => ({ ...target, ...own }));
  if (kind === 'skill')
    return [{ text: `?:${name}@${server}.GA`, name: '', server, type: 'GA', skills: name, ...own }];
  const place = row.switch === undefined || row.switch.value === '' ? name : `${name}@${row.switch.value}`;
  return [{ text: `${place}@${server}.${type}`, name: place, server, type, ...own }];
}

/** Targets in target format, or the name of a List object that holds them. */
export function named(text: string, session: SourceSession): readonly WantedTarget[] {
  const listed = fromList(text.trim(), session);
  if (listed !== undefined) return listed;
  const read = parseTargets(text);
  if (!read.ok) throw new BlockFailure('invalidtarget', 'The targets cannot be read.', 'error.queue.submit');
  return read.targets;
}

/** A List object stands for its targets, unless somebody of that name can be selected. */
function fromList(name: string, { world }: SourceSession): readonly WantedTarget[] | undefined {
  const { groups, resources } = world.staff;
  if (groups.isKnown(name) || resources.some(({ id }) => id === name)) return undefined;
  return targetsOfList(name, world.given.lists ?? {});
}

/** The threshold for all of the block, that of functions, and the target's own must all be met. */
function withThresholds(target: WantedTarget, shared: string, session: SourceSession): WantedTarget {
  const { thresholds } = routingOf(session);
  const all = [
    shared,
    thresholds.get('') ?? '',
    thresholds.get(target.name) ?? thresholds.get(target.text) ?? '',
    target.threshold ?? '',
  ].filter((each) => each !== '');
  if (all.length === 0) return target;
  return {
    ...target,
    threshold: all.length === 1 ? (all[0] ?? '') : all.map((each) => `(${each})`).join(' & '),
  };
}
