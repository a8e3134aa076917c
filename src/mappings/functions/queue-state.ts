// What URS knows about the waiting interaction and ORS has to ask for: its priority, its place and its wait. The queue answers by an event.
import { defineFunctions } from '../define.js';
import * as js from '../js.js';
import type { Js } from '../js.js';
import type { Lift, LiftContext } from '../lifting/define.js';
import { value } from '../target-tree.js';
import { since813 } from './row.js';

/** Seconds after which the page does not wait for the queue any longer. */
const patience = js.number(5);

/** Asks the queue about the request that waits; without one the call has the setting of that name, else 0. */
const query = (field: string, setting?: string): Lift => ({
  applies: (exprs) => exprs.length === 0,
  request: (_args, cx) => {
    const waiting = cx.library('waitingRequest');
    const set = setting === undefined ? undefined : settingOf(setting, cx);
    const mine = js.binary(js.path('_event.data.requestid'), '==', waiting);
    return {
      when: { cond: js.binary(waiting, '!=', js.text('')), otherwise: set ?? js.number(0) },
      actions: [
        { kind: 'element', module: 'queue', name: 'query', attributes: { requestid: value(waiting) } },
      ],
      replies: [{ event: 'queue.query.done', cond: mine, value: cx.library('num', told(field)) }],
      errors: [{ event: 'error.queue.query', cond: mine }],
      timeout: { seconds: patience },
    };
  },
});

/** What the next submit is told: a priority with what it has grown by, where the page lets it grow. */
function settingOf(name: string, cx: LiftContext): Js | undefined {
  const set = cx.setting(name, js.number(0));
  const grows = name === 'priority' && cx.priorityIncrements !== 'queue-functions';
  if (!grows || cx.setting('increment', js.text('')) === undefined) return set;
  return cx.library('grownPriority', set ?? js.number(0), cx.library('increments'));
}

const told = (field: string): js.Js => js.path(`_event.data.${field}`);

/** Asks about the own request what no setting tells. */
export const queryOwn = (field: string): Lift => query(field);

const source =
  'Composer migration guide, IRD functions (tag mapping); queue:query in the subroutines of Composer projects';

export const queueState = defineFunctions([
  {
    ird: 'GetPriority',
    evidence: 'documented',
    disposition: 'exact',
    cost: 1,
    target: since813,
    source,
    about:
      'Priority of the interaction: asked of the queue while a request waits there, else the one that the next submit will have.',
    examples: [{ ird: 'GetPriority[]', js: 'ird.num(_event.data.priority)', value: 7 }],
    lift: query('priority', 'priority'),
    build: (_args, cx) => cx.library('num', told('priority')),
  },
  {
    ird: 'PlaceInQueue',
    evidence: 'inferred',
    disposition: 'review',
    cost: 1,
    target: since813,
    source,
    about:
      'Position of the request that waits, asked of the queue, 0 when none does; the function is known by name only',
    examples: [{ ird: 'PlaceInQueue[]', js: 'ird.num(_event.data.positioninqueue)' }],
    lift: query('positioninqueue'),
    build: (_args, cx) => cx.library('num', told('positioninqueue')),
  },
  {
    ird: 'InVQ',
    evidence: 'inferred',
    disposition: 'review',
    cost: 1,
    target: since813,
    source: 'name from general knowledge; which requests wait is data of the page',
    about:
      '1 while a request of the page waits in a queue, else 0; the function is known by name only, and which queue it asks about is not',
    examples: [{ ird: 'InVQ[]', js: "ird.waitingRequest() != '' ? 1 : 0", value: 0 }],
    build: (_args, cx) =>
      js.conditional(js.binary(cx.library('waitingRequest'), '!=', js.text('')), js.number(1), js.number(0)),
  },
]);
