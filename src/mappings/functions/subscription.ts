// Statistics that Orchestration reads only after a subscription: the call becomes one, and its value is the first that is told.
import type { Expr } from '../../ir/nodes.js';
import * as js from '../js.js';
import type { Js } from '../js.js';
import type { Lift } from '../lifting/define.js';
import { location, value } from '../target-tree.js';

/** What is subscribed: the object, and the name of the statistic. */
export interface Subscribed {
  readonly object: (args: readonly Js[]) => Js;
  /** Undefined: the statistic needs no subscription, or none would do. */
  readonly statistic: (exprs: readonly Expr[]) => string | undefined;
}

const told = (field: string): Js => js.path(`_event.data.${field}`);

/** The subscription stays: who asks for the same again is told that it is active, and reads the value at once. */
export const subscription = ({ object, statistic }: Subscribed): Lift => ({
  applies: (exprs) => statistic(exprs) !== undefined,
  request: (args, cx, exprs) => {
    const name = js.text(statistic(exprs) ?? '');
    const of = object(args);
    const isError = cx.assume('sdata.missing') === 'error';
    const read = (given: Js): Js => cx.library(isError ? 'present' : 'num', given);
    const active = js.binary(told('error'), '==', js.text('Subscription Already Active'));
    return {
      actions: [
        {
          kind: 'element',
          module: 'statistic',
          name: 'subscribe',
          attributes: {
            requestid: location(cx.request),
            object: value(of),
            statistic: value(name),
            interval: value(cx.setting('interval', js.number(0)) ?? js.number(0)),
          },
        },
      ],
      replies: [
        {
          event: 'statistic.update',
          cond: js.all([js.binary(told('object'), '==', of), js.binary(told('statistic'), '==', name)]),
          value: read(told('value')),
        },
        {
          event: 'error.statistic.subscribe',
          cond: js.all([cx.isReply, active]),
          value: read(js.call('_genesys.statistic.sData', of, name)),
        },
      ],
      errors: [{ event: 'error.statistic.subscribe' }],
      timeout: { seconds: js.number(5), ...(isError ? {} : { value: js.number(0) }) },
    };
  },
});
