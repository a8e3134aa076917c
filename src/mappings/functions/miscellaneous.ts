// Miscellaneous functions that need nothing but the script engine.
import { defineFunctions } from '../define.js';
import * as js from '../js.js';
import { argument, callLibrary, since813, sources } from './row.js';

export const miscellaneous = defineFunctions([
  {
    ird: 'Rand',
    evidence: 'documented',
    disposition: 'exact',
    cost: 0,
    target: since813,
    source: sources.irdDescription,
    about:
      'A random INTEGER from 1 to the interval, both included. An interval below 1 is an error; what IRD does with one is not documented.',
    throws: true,
    examples: [{ ird: 'Rand[1]', js: 'ird.rand(1)', value: 1 }],
    build: callLibrary('rand'),
  },
  {
    ird: 'Print',
    evidence: 'inferred',
    disposition: 'review',
    cost: 1,
    target: since813,
    source: 'function __Log of Orchestration, seen in generated and user code of Composer projects',
    about:
      'Writes the text to the log of Orchestration Server, where IRD wrote to that of the router; the function is known by name only',
    examples: [{ ird: "Print['before the queue']", js: "__Log('before the queue')" }],
    build: (args) => js.call('__Log', argument(args, 0)),
  },
  {
    ird: 'OnCallAbandoned',
    evidence: 'inferred',
    disposition: 'review',
    cost: 2,
    target: since813,
    source: 'Orchestration Server, events of interactions: a session outlives its interaction',
    about:
      'The strategy becomes part of the page and runs when the interaction is lost unrouted, after the open requests are given up: requests to servers, events, data and log lines still work there, and its errors end the page',
    examples: [
      {
        ird: "OnCallAbandoned['RecordAbandonedCalls']",
        js: "ird.onAbandoned('RecordAbandonedCalls')",
        value: '',
      },
    ],
    build: (args, cx, exprs) => {
      cx.onLoss(exprs[0]);
      return cx.library('onAbandoned', argument(args, 0));
    },
  },
]);
