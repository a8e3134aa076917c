// Selection and the routing rules that are Selections with fewer fields: queue:submit, and what can come back.
import type { Block, PropertiesOf } from '../../../ir/nodes.js';
import type { BlockContext, Region } from '../../define.js';
import * as js from '../../js.js';
import type { Js } from '../../js.js';
import {
  literal,
  location,
  value,
  type Action,
  type AttributeValue,
  type StateNode,
  type Transition,
} from '../../target-tree.js';
import { busyTreatments, shorten } from './busy-treatments.js';
import { redirectStates } from './redirect.js';
import { targetElements } from './targets.js';

/** An unlimited wait, as generated pages write it. */
const forever = js.number(99999);

export interface SelectionRule {
  /** `ordertype` when the block itself does not say. */
  readonly order?: 'max' | 'min' | 'percentage';
  readonly statistic?: string;
  /** Name of a rule in the configuration that holds the targets. */
  readonly stored?: string;
}

/** Builds the states of a Selection-like block. */
export function selectionStates(
  block: Block,
  properties: PropertiesOf<'Statistics'>,
  rule: SelectionRule,
  cx: BlockContext,
): Region {
  const id = cx.id;
  const clears = properties.clearTargets?.value ?? true;
  if (properties.clearTargets) cx.use(properties.clearTargets);
  if (!clears) {
    cx.assume('selection.kept-targets');
    cx.review('its targets stay in the queue after the timeout and may take the call in any later block');
  }
  cx.assume('selection.timeout');
  const request = cx.submits(!clears);
  cx.waits(id);
  const used = properties.useTreatments?.value ?? true;
  const busy = busyTreatments(used ? properties.busyTreatments : [], cx);
  if (!used) omitTreatments(properties, cx);
  const timeout = shorten(
    properties.timeout ? cx.expression(properties.timeout).js : forever,
    busy.exitAfter,
  );
  const submit: Action = {
    kind: 'element',
    module: 'queue',
    name: 'submit',
    from: block.nodeId,
    attributes: {
      route: literal(String(cx.options.selection === 'urs')),
      requestid: location(cx.request()),
      interactionid: value(cx.interaction),
      ...queueOf(properties, cx),
      ...(properties.priority ? { priority: value(cx.expression(properties.priority).js) } : {}),
      timeout: value(timeout),
      clearontimeout: literal(String(clears)),
      ...(rule.stored === undefined ? orderOf(properties, rule) : { src: literal(encodeURI(rule.stored)) }),
    },
    children:
      rule.stored !== undefined
        ? busy.children
        : [
            ...busy.children,
            {
              kind: 'element',
              module: 'queue',
              name: 'targets',
              attributes: properties.statServer
                ? { statserver: value(js.text(properties.statServer.value)) }
                : {},
              children: targetElements(properties.targets, properties.targetList, properties.threshold, cx),
            },
          ],
  };
  const mine = cx.library('isReply', js.path('_event'), js.text(request));
  const live = js.member(js.path('_data.ird_live'), request);
  const selected = cx.options.selection === 'urs' ? routedBy(cx) : cx.stateId('redirect');
  const state: StateNode = {
    kind: 'state',
    id,
    onentry: [cx.log, ...busy.before, ...open(submit, live, clears, timeout, request, cx)],
    transitions: [
      {
        event: 'queue.submit.requestid',
        cond: js.binary(live, '==', js.text('pending')),
        actions: [
          { kind: 'assign', location: cx.request(), value: js.path('_event.data.requestid') },
          { kind: 'assign', location: live, value: js.text('live') },
        ],
        comment: 'From here on replies are told apart by their request id.',
      },
      { event: 'queue.submit.done', cond: mine, target: selected, actions: doneActions(live, cx) },
      {
        event: 'error.queue.submit',
        cond: mine,
        target: cx.target('red'),
        actions: failedActions(live, clears, cx),
      },
      ...(clears ? [] : [again(request, cx)]),
    ],
  };
  return {
    states: cx.options.selection === 'urs' ? [state] : [state, ...redirectStates(block, cx)],
  };
}

/** Green leads on when it is connected: the call has left, what follows runs without it. */
function routedBy(cx: BlockContext): string {
  if (!cx.connected('green')) {
    cx.target('green');
    return cx.frame.routed;
  }
  cx.review(
    'blocks after the green port run when the call has left: treatments and user data there have no caller any more',
  );
  return cx.target('green');
}

function doneActions(live: Js, cx: BlockContext): readonly Action[] {
  const forget: Action = { kind: 'assign', location: live, value: js.text('') };
  return cx.options.selection === 'urs'
    ? [forget, { kind: 'assign', location: js.path('_data.ird_routed'), value: js.boolean(true) }]
    : [
        forget,
        { kind: 'assign', location: js.path('_data.ird_target'), value: js.path('_event.data.resource') },
      ];
}

/**
 * After a timeout the request is over, or waits on when its targets are kept: then it had been accepted before. Why it failed is always logged, since timeout and
 * failure have one event.
 */
function failedActions(live: Js, clears: boolean, cx: BlockContext): readonly Action[] {
  const why = js.binary(
    js.text('error.queue.submit: '),
    '+',
    cx.library('text', js.path('_event.data.error')),
  );
  const accepted = js.binary(live, '!=', js.text('pending'));
  const after = clears ? js.text('') : js.conditional(accepted, js.text('kept'), js.text(''));
  return [
    { kind: 'log', value: why, level: 3 },
    { kind: 'assign', location: live, value: after },
  ];
}

/**
 * The submit itself. With kept targets a second pass through the block finds the request still waiting: it keeps its place in the queue, and only the time of this
 * pass starts again.
 */
function open(
  submit: Action,
  live: Js,
  clears: boolean,
  timeout: Js,
  request: string,
  cx: BlockContext,
): readonly Action[] {
  const start: readonly Action[] = [{ kind: 'assign', location: live, value: js.text('pending') }, submit];
  if (clears) return start;
  const timer: Action = {
    kind: 'send',
    event: `${request}.timeout`,
    delay: timeout.kind === 'number' ? js.text(`${timeout.value}s`) : js.binary(timeout, '+', js.text('s')),
    idLocation: cx.request('timer'),
  };
  return [
    {
      kind: 'if',
      branches: [{ cond: js.binary(live, '==', js.text('kept')), actions: [timer] }],
      otherwise: start,
    },
  ];
}

const again = (request: string, cx: BlockContext): Transition => ({
  event: `${request}.timeout`,
  target: cx.target('red'),
  comment: 'The request was already waiting when the block was entered: this is the end of this pass.',
});

function queueOf(
  p: Pick<PropertiesOf<'Statistics'>, 'virtualQueue' | 'virtualQueueVariable' | 'virtualQueueNumber'>,
  cx: BlockContext,
): Record<string, AttributeValue> {
  if (p.virtualQueueVariable) return { queue: value(cx.variable(p.virtualQueueVariable.name)) };
  const name = p.virtualQueue?.value || p.virtualQueueNumber?.value || '';
  return name === '' ? {} : { queue: value(js.text(name)) };
}

function orderOf(p: PropertiesOf<'Statistics'>, rule: SelectionRule): Record<string, AttributeValue> {
  const statistic = p.statistic?.value || rule.statistic || '';
  const order = (p.statisticOrder?.value.toLowerCase() || rule.order) ?? 'max';
  if (order === 'percentage') return { ordertype: value(js.text('percentage')) };
  return statistic === '' ? {} : { ordertype: value(js.text(order)), orderstat: value(js.text(statistic)) };
}

function omitTreatments(p: PropertiesOf<'Statistics'>, cx: BlockContext): void {
  for (const row of p.busyTreatments) {
    for (const part of [row, ...row.rows.prompts, ...row.rows.parameters]) {
      for (const field of Object.values(part)) {
        if (typeof field === 'object' && 'kind' in field) cx.omit(field.id, 'Use Treatments is off');
      }
    }
  }
}
