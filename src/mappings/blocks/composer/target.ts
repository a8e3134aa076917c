// Target and Force Route of a diagram: the same submit and redirect as the IRD objects that they stand for.
import type { Block, LooseRow, Strategy } from '../../../ir/nodes.js';
import { defineBlock, type BlockContext } from '../../define.js';
import * as js from '../../js.js';
import type { Js } from '../../js.js';
import { literal, value, type AttributeValue, type ElementChild } from '../../target-tree.js';
import type { BusyTreatments } from '../routing/busy-treatments.js';
import { redirectAction, redirectReplies } from '../routing/redirect.js';
import { routeTypeNamed } from '../routing/route-type.js';
import { submitStates } from '../routing/selection.js';
import { composerDialog } from './dialogs.js';
import {
  composerFacts,
  composerRegion,
  exceptionTransitions,
  flagOf,
  jsOf,
  rowsOf,
  valueOf,
  wordOf,
  type ComposerBlock,
} from './loose.js';

const targetWords: Readonly<Record<string, string>> = {
  '': 'agentgroup',
  agent: 'agent',
  agentgroup: 'agentgroup',
  place: 'place',
  placegroup: 'placegroup',
  queue: 'queue',
  acdqueue: 'queue',
  routingpoint: 'routepoint',
  destinationlabel: 'label',
  campaigngroup: 'campaigngroup',
};

export const composerTargetBlock = defineBlock({
  type: 'ComposerTarget',
  disposition: 'exact',
  ...composerFacts,
  cost: 1,
  about:
    'queue:submit with the targets of the block; the blocks on its busy treatments port become the treatments of the submit.',
  ignores: [...composerFacts.ignores, 'detach', 'route', 'useTreatments'],
  absorbs: busyChain,
  build: (block, cx) => {
    const timeout = jsOf(valueOf(block, 'timeout'), cx);
    const virtualQueue = valueOf(block, 'virtualQueue') ?? valueOf(block, 'virtualQueueSelected');
    const failed = cx.connected('error.queue.submit')
      ? cx.target('error.queue.submit')
      : cx.frame.defaultRouting;
    for (const name of ['activity', 'cutOffTime', 'hints', 'from', 'routeType']) {
      const given = valueOf(block, name);
      if (given && name !== 'from') cx.review(`its property ${name} is not converted`);
      if (given) cx.use(given);
    }
    if (flagOf(valueOf(block, 'useAccessCode'), false))
      cx.review('access codes are not converted: URS adds its own');
    const region = submitStates(
      block,
      {
        queue: virtualQueue && wordOf(virtualQueue) === '' ? undefined : jsOf(virtualQueue, cx),
        priority: jsOf(valueOf(block, 'priority'), cx),
        timeout,
        clears: flagOf(valueOf(block, 'clearTargets'), false),
        order: orderOf(block, cx),
        busy: busyOf(block, cx),
        targets: rowsOf(block, 'targets').flatMap((row) => targetOf(row, cx)),
        statServer: undefined,
        stored: undefined,
        routes: cx.options.selection === 'urs',
        ports: {
          routed: cx.connected('default') ? cx.target('default') : cx.frame.routed,
          timedOut: failed,
          failed,
        },
        further: exceptionTransitions(block, ['error.queue.submit'], cx).filter(
          (t) => t.event !== 'error.queue.submit',
        ),
      },
      cx,
    );
    if (valueOf(block, 'condition')) cx.placeholder('a condition on a Target is not converted yet');
    return composerRegion(block, region.states, cx);
  },
});

function orderOf(block: ComposerBlock, cx: BlockContext): Readonly<Record<string, AttributeValue>> {
  const order = wordOf(valueOf(block, 'statisticsOrder')).toLowerCase();
  const statistic = jsOf(valueOf(block, 'statistic'), cx);
  if (order === 'percentage') return { ordertype: value(js.text('percentage')) };
  if (statistic === undefined) return {};
  return { ordertype: value(js.text(order === 'min' ? 'min' : 'max')), orderstat: value(statistic) };
}

function targetOf(row: LooseRow, cx: BlockContext): readonly ElementChild[] {
  const name = jsOf(row.columns['name'], cx);
  const type = wordOf(row.columns['targetType'] ?? row.columns['type'])
    .toLowerCase()
    .replace(/[^a-z]/g, '');
  const given = (column: string): Js | undefined => {
    const built = jsOf(row.columns[column], cx);
    return built?.kind === 'string' && built.value === '' ? undefined : built;
  };
  if (flagOf(row.columns['skipTarget'], false) || name === undefined) return [];
  if (type === 'variable') return [targetElement('targetid', { expr: value(name) })];
  const server = given('statServer');
  const threshold = given('threshold');
  const weight = given('weight');
  const shared: Record<string, AttributeValue> = {
    ...(server ? { statserver: value(server) } : {}),
    ...(threshold ? { threshold: value(threshold) } : {}),
    ...(weight ? { weight: value(weight) } : {}),
  };
  if (type === 'skill')
    return [targetElement('target', { type: literal('skill'), skillexpr: value(name), ...shared })];
  const word = targetWords[type];
  if (word === undefined) {
    cx.placeholder(`targets of type "${type}" have no equivalent`);
    return [];
  }
  return [targetElement('target', { type: literal(word), name: value(name), ...shared })];
}

const targetElement = (name: string, attributes: Readonly<Record<string, AttributeValue>>): ElementChild => ({
  kind: 'element',
  module: 'queue',
  name,
  attributes,
});

/** The blocks on the busy treatments port, in order, until the chain comes back to the Target or ends. */
export function busyChain(block: Block, strategy: Pick<Strategy, 'blocks'>): readonly Block[] {
  const byId = new Map(strategy.blocks.map((b) => [b.id, b]));
  const chain: Block[] = [];
  let next = block.ports.find((p) => p.name === 'busyTreatments')?.target;
  while (next !== undefined && next !== block.id) {
    const found = byId.get(next);
    if (found === undefined || chain.includes(found)) break;
    chain.push(found);
    next = found.ports.find((p) => p.name === 'default')?.target;
  }
  return chain;
}

function busyOf(block: ComposerBlock, cx: BlockContext): BusyTreatments {
  const children: ElementChild[] = [];
  if (cx.connected('busyTreatments')) cx.target('busyTreatments');
  for (const treatment of cx.absorbed) {
    // A block that is no dialog cannot stand inside a submit; the chain must be treatments only, as Composer demands.
    const dialog = composerDialog(treatment as ComposerBlock, cx);
    if (dialog === undefined)
      cx.placeholder(`"${treatment.caption}" on the busy treatments port is no treatment`);
    else children.push(dialog);
  }
  if (children.length > 0) cx.assume('busy.order');
  const run: ElementChild = {
    kind: 'element',
    module: 'dialog',
    name: 'runtreatments',
    attributes: {},
    children,
  };
  return { children: children.length > 0 ? [run] : [], before: [], exitAfter: undefined };
}

export const composerForceRouteBlock = defineBlock({
  type: 'ComposerForceRoute',
  disposition: 'exact',
  ...composerFacts,
  cost: 1,
  about: 'ixn:redirect to the destination.',
  build: (block, cx) => {
    const destination = jsOf(valueOf(block, 'destination'), cx);
    if (destination === undefined) cx.placeholder('it names no destination');
    for (const name of ['hints', 'from', 'routeType']) {
      const given = valueOf(block, name);
      if (given) cx.use(given);
      if (given && name === 'hints') cx.review('its hints are not converted');
    }
    if (valueOf(block, 'condition')) cx.placeholder('a condition on a Force Route is not converted yet');
    cx.waits(cx.id);
    const failure = 'error.interaction.redirect';
    const failed = cx.connected(failure) ? cx.target(failure) : cx.frame.defaultRouting;
    const routed = cx.connected('default') ? cx.target('default') : cx.frame.routed;
    return composerRegion(
      block,
      [
        {
          kind: 'state',
          id: cx.id,
          onentry: [
            cx.log,
            redirectAction(destination ?? js.text(''), routeTypeNamed('Default'), cx.request(), cx),
          ],
          transitions: [
            ...redirectReplies(routed, failed, undefined, cx),
            ...exceptionTransitions(block, [failure], cx).filter((t) => t.event !== failure),
          ],
        },
      ],
      cx,
    );
  },
});
