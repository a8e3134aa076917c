// Target and Force Route of a diagram.
import type { Block, LooseRow, Strategy } from '../../../ir/nodes.js';
import type { Order } from '../../../runtime-check/world/candidates.js';
import {
  parseTargets,
  type TargetType,
  type WantedTarget,
} from '../../../runtime-check/world/target-string.js';
import type { BusyTreatment } from '../../../runtime-check/world/treatments.js';
import { placeNamed, redirect } from '../delivering.js';
import { BlockFailure, NotRunnable } from '../faults.js';
import { giveUp, giveUpAll } from '../routing/requests.js';
import { submitError } from '../routing/selected.js';
import { routingOf } from '../routing/state.js';
import { noLimit } from '../routing/no-limit.js';
import { waitForTarget } from '../routing/waiting.js';
import { receiveData, treatmentAnswer } from '../treatments.js';
import { askedBy } from './dialog-blocks.js';
import type { ComposerContext, RunComposer } from './define.js';
import { flag, given, number, rowsOf, text, valueNow, word, type ComposerBlock } from './values.js';

const codes: ReadonlyMap<string, TargetType> = new Map([
  ['', 'GA'],
  ['agent', 'A'],
  ['agentgroup', 'GA'],
  ['place', 'AP'],
  ['placegroup', 'GP'],
  ['queue', 'Q'],
  ['acdqueue', 'Q'],
  ['routingpoint', 'RP'],
  ['destinationlabel', 'DL'],
  ['campaigngroup', 'GC'],
  ['skill', 'GA'],
]);

const refused = (error: { error: string; description: string; event: string }): BlockFailure =>
  new BlockFailure(error.error, error.description, error.event);

function wanted({ columns }: LooseRow, cx: ComposerContext): readonly WantedTarget[] {
  const { scripts } = cx;
  const name = text(valueNow(columns['name'], scripts));
  const type = word(columns['targetType'] ?? columns['type'])
    .toLowerCase()
    .replaceAll(/[^a-z]/g, '');
  if (flag(columns['skipTarget'], false) || columns['name'] === undefined) return [];
  if (type === 'variable') {
    const read = parseTargets(name);
    if (!read.ok) throw refused(submitError('invalidtarget'));
    return read.targets;
  }
  const code = codes.get(type);
  if (code === undefined) throw new NotRunnable(`targets of type "${type}" have no known meaning`);
  const server = text(valueNow(columns['statServer'], scripts));
  const threshold = text(valueNow(columns['threshold'], scripts));
  const weight = valueNow(columns['weight'], scripts);
  const own = {
    ...(threshold === '' ? {} : { threshold }),
    ...(weight === undefined || weight === '' ? {} : { weight: number(weight, 0) }),
  };
  if (type === 'skill')
    return [{ text: `?:${name}@${server}.GA`, name: '', server, type: 'GA', skills: name, ...own }];
  return [{ text: `${name}@${server}.${code}`, name, server, type: code, ...own }];
}

/** The blocks on the busy treatments port, in order, until the chain comes back or ends. */
export function busyChain(block: Block, strategy: Strategy): readonly Block[] {
  const chain: Block[] = [];
  let next = block.ports.find(({ name }) => name === 'busyTreatments')?.target;
  while (next !== undefined && next !== block.id) {
    const id = next;
    const found = strategy.blocks.find((each) => each.id === id);
    if (found === undefined || chain.includes(found)) break;
    chain.push(found);
    next = found.ports.find(({ name }) => name === 'default')?.target;
  }
  return chain;
}

function busyOf(block: ComposerBlock, cx: ComposerContext): readonly BusyTreatment[] {
  const { session, frame, scripts } = cx;
  return busyChain(block, frame.strategy).map((each): BusyTreatment => {
    const asked = askedBy(each as ComposerBlock, scripts);
    if (asked === undefined)
      throw new NotRunnable(`"${each.caption}" on the busy treatments port is no treatment`);
    return {
      begin: (round) => {
        const result = treatmentAnswer(
          { ...asked, description: asked.description.replace(` in ${each.id} `, ` in ${block.id} `) },
          session,
        );
        if (round === 1)
          session.recorder.step('treatment', { element: asked.name, busy: true, ...asked.params });
        receiveData(session, result.udata);
        return result.seconds;
      },
    };
  });
}

function orderOf(block: ComposerBlock, statistic: string): Order {
  const words = word(given(block, 'statisticsOrder')).toLowerCase();
  if (words === 'percentage') return 'percentage';
  if (statistic === '') return 'any';
  return words === 'min' ? 'min' : 'max';
}

/** Waits for a target, which URS delivers to. */
export const target: RunComposer = function* (block, cx) {
  const { session, scripts } = cx;
  const now = (name: string) => valueNow(given(block, name), scripts);
  const order = orderOf(block, text(now('statistic')));
  const clears = flag(given(block, 'clearTargets'), false);
  const timeout = now('timeout');
  const owner = cx.frame.placeOf(block.id);
  const outcome = yield* waitForTarget(session, {
    owner,
    targets: rowsOf(block, 'targets').flatMap((row) => wanted(row, cx)),
    queue: text(now('virtualQueue') ?? now('virtualQueueSelected')),
    priority: number(now('priority'), 0),
    order,
    statistic: order === 'percentage' ? '' : text(now('statistic')),
    timeout: timeout === undefined ? noLimit : number(timeout, noLimit),
    clears,
    route: true,
    busy: () => busyOf(block, cx),
  });
  if (outcome.how === 'selected') return { port: 'default' };
  if (clears)
    for (const live of [...routingOf(session).live.values()])
      if (live.owner === owner) giveUp(session, live.id);
  throw refused(outcome.how === 'failed' ? outcome.error : submitError('timeout'));
};

/** Sends the call to one destination. */
export const forceRoute: RunComposer = function* (block, { session, scripts }) {
  const destination = text(valueNow(given(block, 'destination'), scripts));
  giveUpAll(session);
  const step = { kind: 'routed', params: { by: 'ixn:redirect' } } as const;
  yield* redirect(session, placeNamed(destination), step);
  return { port: 'default' };
};
