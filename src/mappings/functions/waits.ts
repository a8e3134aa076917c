// Functions that hold the strategy: a state waits in their place, for an event or for time.
import type { Expr } from '../../ir/nodes.js';
import { defineFunctions } from '../define.js';
import * as js from '../js.js';
import type { Js } from '../js.js';
import type { Reply } from '../lifting/define.js';
import { argument, since813 } from './row.js';

/** Event names that can stand in a transition; any other is compared when an event comes. */
const plainName = /^[A-Za-z_][\w-]*(\.[\w-]+)*$/;

const eventName = js.path('_event.name');

function replyOf(name: Js, expr: Expr | undefined): Reply {
  const isPlain = expr?.kind === 'string' && plainName.test(expr.value);
  return isPlain
    ? { event: expr.value, cond: js.binary(eventName, '==', name) }
    : { event: '*', cond: js.binary(eventName, '==', name) };
}

export const waits = defineFunctions([
  {
    ird: 'SuspendForEvent',
    evidence: 'inferred',
    disposition: 'review',
    cost: 2,
    target: since813,
    source:
      'subroutine SuspendForEvent of Composer projects, which never sees its event; SuspendForDN in a URS log',
    about:
      'A state that waits for the event of that name or the end of the timeout; unit and results are an assumption (suspend.answer), and the type of the event is not looked at',
    examples: [{ ird: "SuspendForEvent[30,'user','callback.ready']", js: '_event.name' }],
    lift: {
      request: (args, cx, exprs) => {
        cx.assume('suspend.answer');
        const seconds = argument(args, 0, js.number(0));
        if (seconds.kind !== 'number') cx.assume('wait.negative');
        return {
          actions: [],
          replies: [replyOf(argument(args, 2), exprs[2])],
          errors: [],
          timeout: { seconds, value: js.text('return:timeout') },
        };
      },
    },
    build: () => eventName,
  },
  {
    ird: 'Delay',
    evidence: 'inferred',
    disposition: 'review',
    cost: 1,
    target: since813,
    source: 'name from general knowledge; a delayed event is how generated pages wait',
    about:
      'A state that ends after so many seconds; the function is known by name only, the unit is inferred',
    examples: [{ ird: 'Delay[5]', js: '0', value: 0 }],
    lift: {
      request: (args, cx) => {
        const seconds = argument(args, 0, js.number(0));
        if (seconds.kind !== 'number') cx.assume('wait.negative');
        return { actions: [], replies: [], errors: [], timeout: { seconds, value: js.number(0) } };
      },
    },
    build: () => js.number(0),
  },
]);
