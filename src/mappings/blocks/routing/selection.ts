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
  type ElementChild,
  type StateNode,
  type Transition,
} from '../../target-tree.js';
import { busyTreatments, omitTreatments, shorten, type BusyTreatments } from './busy-treatments.js';
import { leaveRequest } from '../../open-requests.js';
import { setPriority } from './priority.js';
import { doneActions } from './choice.js';
import { growthOf } from './increments.js';
import { again, open, stopTimer } from './kept-request.js';
import { redirectState } from './redirect.js';
import { targetElements, targetsOf } from './targets.js';

/** An unlimited wait, as generated pages write it. */
const forever = js.number(99999);

export interface SelectionRule {
  /** `ordertype` when the block itself does not say. */
  readonly order?: 'max' | 'min' | 'percentage';
  readonly statistic?: string;
  /** Name of a rule in the configuration that holds the targets. */
  readonly stored?: string;
}

/** What a submit is made of, whatever the block calls it. */
export interface SubmitFields {
  readonly queue: Js | undefined;
  readonly priority: Js | undefined;
  /** Seconds; undefined waits for ever. */
  readonly timeout: Js | undefined;
  /** False: the targets stay when the state is left. */
  readonly clears: boolean;
  /** The targets stay for later states of the block alone, which gives them up when it is left. */
  readonly staysInBlock?: boolean;
  readonly order: Readonly<Record<string, AttributeValue>>;
  readonly busy: BusyTreatments;
  /** Children of queue:targets; none when `src` names a stored rule. */
  readonly targets: readonly ElementChild[];
  readonly statServer: Js | undefined;
  readonly stored: string | undefined;
  readonly routes: boolean;
  /** States that the ports lead to. */
  readonly ports: { readonly routed: string; readonly timedOut: string; readonly failed: string };
  readonly further: readonly Transition[];
}

/** Builds the states of a Selection-like block. */
export function selectionStates(
  block: Block,
  properties: PropertiesOf<'Statistics'>,
  rule: SelectionRule,
  cx: BlockContext,
): Region {
  return submitStates(block, selectionFields(properties, rule, cx), cx);
}

/** What the submit of a Selection-like block is made of. */
export function selectionFields(
  properties: PropertiesOf<'Statistics'>,
  rule: SelectionRule,
  cx: BlockContext,
): SubmitFields {
  const used = properties.useTreatments?.value ?? true;
  const busy = busyTreatments(used ? properties.busyTreatments : [], cx);
  if (!used) omitTreatments(properties, cx);
  const timeoutPort = cx.assume(busy.exitAfter === undefined ? 'selection.timeout' : 'busy.exit-port');
  const queue = queueOf(properties, cx) ?? cx.setting('queue', js.text('none'));
  if (properties.timeout === undefined) cx.assume('selection.no-timeout');
  return {
    queue,
    priority: properties.priority ? cx.stored(properties.priority, 'INTEGER').js : setPriority(queue, cx),
    timeout: properties.timeout && cx.stored(properties.timeout, 'INTEGER').js,
    clears: properties.clearTargets?.value ?? true,
    order: rule.stored === undefined ? orderOf(properties, rule) : {},
    busy,
    targets:
      rule.stored === undefined
        ? targetElements(properties.targets, properties.targetList, properties.threshold, cx)
        : [],
    statServer: properties.statServer && js.text(properties.statServer.value),
    stored: rule.stored,
    routes: cx.options.selection === 'urs',
    ports: { routed: routedBy(cx), timedOut: cx.target(timeoutPort), failed: cx.target('red') },
    further: [],
  };
}

/** The states of a submit: waiting, and delivery when the page delivers. */
export function submitStates(block: Block, f: SubmitFields, cx: BlockContext): Region {
  if (!f.clears && f.staysInBlock !== true) {
    cx.assume('selection.kept-targets');
    cx.assume('mandatory.kept-target');
    cx.review(
      'its targets stay in the queue after the timeout and may take the call in any later block, an announcement included, where URS is assumed to wait for its end',
    );
  }
  const request = cx.submits(!f.clears);
  cx.waits(cx.id);
  const timeout = shorten(f.timeout ?? forever, f.busy.exitAfter);
  const growth = growthOf(request, timeout, f, cx);
  const priority = growth?.priority ?? f.priority;
  const seconds = growth?.timeout ?? timeout;
  const submit: Action = {
    kind: 'element',
    module: 'queue',
    name: 'submit',
    from: block.nodeId,
    attributes: {
      route: literal(String(f.routes)),
      requestid: location(cx.request()),
      interactionid: value(cx.interaction),
      ...(f.queue ? { queue: value(f.queue) } : {}),
      ...(priority ? { priority: value(priority) } : {}),
      timeout: value(seconds),
      clearontimeout: literal(String(f.clears)),
      ...f.order,
      ...(f.stored === undefined ? {} : { src: literal(encodeURI(f.stored)) }),
    },
    children: [...f.busy.children, ...(f.stored === undefined ? [targetsOf(f.targets, f.statServer)] : [])],
  };
  const mine = cx.library('isReply', js.path('_event'), js.text(request));
  const live = js.member(js.path('_data.ird_live'), request);
  const hasTwoWays = f.ports.timedOut !== f.ports.failed;
  const asksWhy = hasTwoWays || !f.clears;
  if (asksWhy) cx.shared('due', 'When the time of each request is over.');
  const failed: Transition = {
    event: 'error.queue.submit',
    cond: mine,
    target: f.ports.failed,
    actions: failedActions(live, request, f.clears, cx),
  };
  const onexit = [...(f.clears ? [] : [stopTimer(cx.request('timer'))]), ...(growth?.onexit ?? [])];
  const done = {
    target: f.routes ? f.ports.routed : cx.stateId('redirect'),
    actions: doneActions(live, f.routes, cx),
  };
  const state: StateNode = {
    kind: 'state',
    id: cx.id,
    onentry: [
      cx.log,
      ...f.busy.before,
      ...(growth?.before ?? []),
      ...open(
        asksWhy ? [submit, notesTime(request, seconds, cx)] : [submit],
        live,
        f,
        timeout,
        request,
        growth,
        cx,
      ),
    ],
    ...(onexit.length > 0 ? { onexit } : {}),
    transitions: [
      {
        event: 'queue.submit.requestid',
        cond: js.binary(live, '==', js.text('pending')),
        actions: [
          { kind: 'assign', location: cx.request(), value: js.path('_event.data.requestid') },
          { kind: 'assign', location: live, value: js.text('live') },
          ...(growth?.await ?? []),
        ],
        comment: 'From here on replies are told apart by their request id.',
      },
      { event: 'queue.submit.done', cond: mine, ...done },
      // One event says both "timeout" and "failed": which it is shows by the time.
      ...(hasTwoWays
        ? [
            {
              ...failed,
              cond: js.binary(mine, '&&', cx.library('isTimeOver', js.text(request))),
              target: f.ports.timedOut,
            },
          ]
        : []),
      failed,
      ...(f.clears ? [] : [again(request, f.ports.timedOut)]),
      ...(growth?.transitions ?? []),
      ...f.further.map((t) => ({
        ...t,
        actions: [...(t.actions ?? []), leaveRequest({ name: request, keeps: !f.clears })],
      })),
    ],
  };
  const redirect = f.routes ? [] : [redirectState(block, f.ports.routed, f.ports.failed, cx)];
  return { states: [state, ...(growth?.states(done) ?? []), ...redirect] };
}

/** Green leads on when it is connected: the call has left, what follows runs without it. */
function routedBy(cx: BlockContext): string {
  if (!cx.connected('green')) {
    cx.target('green');
    return cx.frame.routed;
  }
  cx.assume('selection.after-green');
  cx.assume('present.after-routing');
  cx.review(
    'blocks after the green port run when the call has left: treatments and user data there have no caller any more',
  );
  return cx.target('green');
}

/** Notes until when a request waits. */
const notesTime = (request: string, seconds: Js, cx: BlockContext): Action => ({
  kind: 'script',
  statements: [js.run(cx.library('waitsFor', js.text(request), seconds))],
});

/**
 * After a timeout the request is over, or waits on when its targets are kept: then its time is over, and this was the first time. One that has failed before is over.
 * Why it failed is always logged, since timeout and failure have one event.
 */
function failedActions(live: Js, request: string, clears: boolean, cx: BlockContext): readonly Action[] {
  const why = js.binary(
    js.text('error.queue.submit: '),
    '+',
    cx.library('text', js.path('_event.data.error')),
  );
  const first = js.binary(live, '==', js.text('live'));
  const stays = (): Js => js.binary(first, '&&', cx.library('isTimeOver', js.text(request)));
  const after = clears ? js.text('') : js.conditional(stays(), js.text('kept'), js.text(''));
  return [
    { kind: 'log', value: why, level: 3 },
    { kind: 'assign', location: live, value: after },
  ];
}

function queueOf(
  p: Pick<PropertiesOf<'Statistics'>, 'virtualQueue' | 'virtualQueueVariable' | 'virtualQueueNumber'>,
  cx: BlockContext,
): Js | undefined {
  if (p.virtualQueueVariable) {
    cx.use(p.virtualQueueVariable);
    return cx.variable(p.virtualQueueVariable.name);
  }
  const name = p.virtualQueue?.value || p.virtualQueueNumber?.value || '';
  return name === '' ? undefined : js.text(name);
}

function orderOf(p: PropertiesOf<'Statistics'>, rule: SelectionRule): Record<string, AttributeValue> {
  const statistic = p.statistic?.value || rule.statistic || '';
  const order = (p.statisticOrder?.value.toLowerCase() || rule.order) ?? 'max';
  if (order === 'percentage') return { ordertype: value(js.text('percentage')) };
  return statistic === '' ? {} : { ordertype: value(js.text(order)), orderstat: value(js.text(statistic)) };
}
