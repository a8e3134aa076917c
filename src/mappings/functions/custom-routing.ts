// Custom routing: SelectDN asks for a target and goes on, SuspendForDN waits for what was asked for, RouteCall delivers. The page owns all three: the
// submit only selects (route="false"), and ixn:redirect delivers. Their signatures are not public: see the assumptions select-dn.* and suspend-dn.*.
import type { Expr } from '../../ir/nodes.js';
import { defineFunctions } from '../define.js';
import * as js from '../js.js';
import type { Js } from '../js.js';
import type { Lift, LiftContext } from '../lifting/define.js';
import { setPriority } from '../blocks/routing/priority.js';
import { literal, location, value, type Action, type AttributeValue } from '../target-tree.js';
import { argument, since813 } from './row.js';
import { foundWords, redirectLift } from './redirecting.js';

const shared = { evidence: 'inferred', disposition: 'review', target: since813 } as const;

const source =
  'forum answers on Universal Routing (the three in place of one Selection); a URS log (return:timeout); queue:submit route="false" and ixn:redirect in generated pages';

/** An unlimited wait, as generated pages write it: SuspendForDN has the limit. */
const forever = js.number(99999);

/** Raised by a SuspendForDN without a limit for which nothing waits. */
const nothingWaits = 'ird.nothing_waits';

/**
 * Gives up the request that other targets replace. Its id is kept: until that of the new one is known, a late reply to the old one would be taken for its own.
 */
function replaced(name: string): Action {
  const [live, id] = [js.path(`_data.ird_live.${name}`), js.path(`_data.ird_requests.${name}`)];
  const put = (location: Js, given: Js): Action => ({ kind: 'assign', location, value: given });
  return {
    kind: 'if',
    branches: [
      {
        cond: js.binary(live, '==', js.text('live')),
        actions: [
          { kind: 'element', module: 'queue', name: 'cancel', attributes: { requestid: value(id) } },
          put(js.path(`_data.ird_requests.${name}_before`), id),
          put(js.path(`_data.ird_live.${name}_before`), js.text('')),
          put(live, js.text('')),
        ],
      },
    ],
  };
}

/** What a SelectDN asks for, by the place of each argument. */
const places: Readonly<Record<string, Readonly<Record<string, number>>>> = {
  'targets, virtual queue, statistic, order, priority': {
    targets: 0,
    queue: 1,
    statistic: 2,
    order: 3,
    priority: 4,
  },
  'virtual queue, targets, statistic, order, priority': {
    queue: 0,
    targets: 1,
    statistic: 2,
    order: 3,
    priority: 4,
  },
};

const isFixed = (attribute: AttributeValue): boolean =>
  attribute.kind !== 'value' || attribute.js.kind === 'string' || attribute.js.kind === 'number';

/** `max` or `min` out of IRD's words for them; what is known at run time only stays as it comes. */
function orderOf(given: Js, cx: LiftContext): Js {
  if (given.kind !== 'string') {
    cx.review('its order is known at run time only: Orchestration takes max or min');
    return given;
  }
  return js.text(/min/i.test(given.value) ? 'min' : 'max');
}

function submitAttributes(args: readonly Js[], cx: LiftContext): Readonly<Record<string, AttributeValue>> {
  const at = places[cx.assume('select-dn.arguments')] ?? {};
  const given = (name: string): Js | undefined => {
    const arg = args[at[name] ?? args.length];
    return arg?.kind === 'string' && arg.value === '' ? undefined : arg;
  };
  const queue = given('queue') ?? cx.setting('queue', js.text('none'));
  const priority = given('priority') ?? setPriority(queue, cx);
  const [statistic, order] = [given('statistic'), given('order')];
  return {
    route: literal('false'),
    requestid: location(cx.request),
    interactionid: value(cx.interaction),
    ...(queue ? { queue: value(queue) } : {}),
    ...(priority ? { priority: value(priority) } : {}),
    timeout: value(forever),
    clearontimeout: literal('true'),
    ...(statistic
      ? { ordertype: value(order ? orderOf(order, cx) : js.text('max')), orderstat: value(statistic) }
      : {}),
  };
}

const select: Lift = {
  request: (args, cx) => {
    cx.assume('select-dn.answer');
    cx.assume('select-dn.again');
    const grows = cx.setting('increment', js.text('')) !== undefined;
    if (grows && cx.priorityIncrements !== 'queue-functions')
      cx.review('its request keeps the priority that it was made with: increments reach Selections alone');
    const name = cx.selects();
    const live = js.path(`_data.ird_live.${name}`);
    const attributes = submitAttributes(args, cx);
    const at = places[cx.assume('select-dn.arguments')] ?? {};
    const targets = argument(args, at['targets'] ?? 0);
    if (cx.setting('threshold', js.text('')) !== undefined)
      cx.review('the threshold that was set is not applied to targets that are written as one text');
    const submit: Action = {
      kind: 'element',
      module: 'queue',
      name: 'submit',
      attributes,
      children: [
        {
          kind: 'element',
          module: 'queue',
          name: 'targets',
          attributes: {},
          children: [
            { kind: 'element', module: 'queue', name: 'targetid', attributes: { expr: value(targets) } },
          ],
        },
      ],
    };
    const asked = Object.entries(attributes).flatMap(([key, given]) =>
      key === 'interactionid' ? [] : [given],
    );
    const same = [...asked, value(targets)].every(isFixed);
    const mine = cx.library('isReply', js.path('_event'), js.text(name));
    const found = cx.shared('found', foundWords);
    return {
      // What was found already is taken first; the same targets once more change nothing: the request keeps its place in the queue.
      when: {
        cond: js.all([
          js.binary(found, '==', js.text('')),
          ...(same ? [js.binary(live, '!=', js.text('live'))] : []),
        ]),
        otherwise: js.text(''),
      },
      actions: [
        ...(same ? [] : [replaced(name)]),
        submit,
        { kind: 'assign', location: live, value: js.text('pending') },
      ],
      replies: [
        {
          event: 'queue.submit.requestid',
          cond: js.binary(live, '==', js.text('pending')),
          value: cx.library('accepted', js.path('_event'), js.text(name)),
        },
        {
          event: 'queue.submit.done',
          cond: mine,
          value: cx.library('foundDN', js.path('_event')),
          // What is found before the id is known leaves nothing that waits for the id.
          actions: [{ kind: 'assign', location: live, value: js.text('') }],
        },
      ],
      errors: [
        {
          event: 'error.queue.submit',
          cond: mine,
          actions: [{ kind: 'assign', location: live, value: js.text('') }],
        },
      ],
    };
  },
};

const suspend: Lift = {
  request: (args, cx, exprs: readonly Expr[]) => {
    cx.assume('suspend-dn.timeout');
    cx.shared('found', foundWords);
    if (exprs.length > 1) cx.review('its arguments after the timeout are not looked at');
    const limit = args[0];
    const nobody: Action = {
      kind: 'if',
      branches: [
        {
          cond: js.binary(cx.library('waitingRequest'), '==', js.text('')),
          actions: [{ kind: 'raise', event: nothingWaits }],
        },
      ],
    };
    const take = cx.library('takeDN');
    const close: Action = {
      kind: 'script',
      statements: [js.run(cx.library('close', js.path('_event')))],
    };
    return {
      // What was found meanwhile is taken before the condition is looked at.
      when: { cond: js.binary(js.path('_data.ird_target'), '==', js.text('')), otherwise: take },
      // Without a limit nothing would end a wait for nothing.
      actions: limit === undefined ? [nobody] : [],
      replies: [
        {
          event: 'queue.submit.done',
          cond: cx.library('isSelecting', js.path('_event')),
          value: js.binary(cx.library('foundDN', js.path('_event')), '+', take),
        },
      ],
      errors: [
        {
          event: 'error.queue.submit',
          cond: cx.library('isLastSelecting', js.path('_event')),
          actions: [close],
        },
        ...(limit === undefined ? [{ event: nothingWaits, cond: js.boolean(true) }] : []),
      ],
      ...(limit === undefined ? {} : { timeout: { seconds: limit, value: js.text('return:timeout') } }),
    };
  },
};

export const customRouting = defineFunctions([
  {
    ...shared,
    ird: 'SelectDN',
    cost: 3,
    source,
    about:
      'A queue:submit that only selects (route="false"); the page goes on when it is accepted. What each argument is and that the value is empty are assumptions; URS must stay where predictive routing calls back at SelectDN',
    leaveInUrs:
      'subroutines that predictive routing has registered are called back by URS at SelectDN, and not by the page: leave a strategy that relies on their scores in URS, or keep both when it is called without them as well',
    examples: [{ ird: "SelectDN['Sales@StatServer.GA','VQ_Sales']", js: "''", value: '' }],
    lift: select,
    build: () => js.text(''),
  },
  {
    ...shared,
    ird: 'SuspendForDN',
    cost: 3,
    source,
    about:
      'Waits for what SelectDN has asked for: gives the DN that was found, or return:timeout. The requests stay open after the timeout until ClearTargets, RouteCall or the end; when the last of them fails, or nothing waits and there is no timeout, so does the block',
    examples: [{ ird: 'SuspendForDN[15]', js: 'ird.takeDN()', value: '' }],
    lift: suspend,
    build: (_args, cx) => cx.library('takeDN'),
  },
  {
    ...shared,
    ird: 'RouteCall',
    cost: 2,
    source,
    about:
      'An ixn:redirect to what was selected when its argument names that or is left out, else to the number that it gives; other requests are given up before. A delivery that fails takes the red port',
    examples: [
      { ird: 'RouteCall[]', js: "''", value: '' },
      { ird: "RouteCall['7001']", js: "''", value: '' },
    ],
    lift: redirectLift({
      to: (args, cx) => {
        cx.assume('route-call.argument');
        return cx.library('routeTo', argument(args, 0));
      },
    }),
    build: () => js.text(''),
  },
]);
