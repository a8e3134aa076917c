// Functions that make calls and take interactions into the strategy or out of it: actions of the interaction module with an answer of their own.
import { defineFunctions, type FunctionMapping } from '../define.js';
import { hintsOf } from '../flow/extensions.js';
import * as js from '../js.js';
import type { Js } from '../js.js';
import type { Lift } from '../lifting/define.js';
import { location, value } from '../target-tree.js';
import { argument, since813 } from './row.js';

const shared = { evidence: 'inferred', disposition: 'review', cost: 2, target: since813 } as const;

const createCall: Lift = {
  request: (args, cx, exprs) => {
    cx.assume('make-call.arguments');
    if (exprs.length > 2) cx.review('its arguments after the destination are not looked at');
    const [from, to] = args.length > 1 ? [args[0], args[1]] : [undefined, args[0]];
    return {
      actions: [
        {
          kind: 'element',
          module: 'ixn',
          name: 'createcall',
          attributes: {
            requestid: location(cx.request),
            from: value(from ?? cx.thisDN),
            to: value(to ?? js.text('')),
            ...hintsOf(cx),
          },
        },
      ],
      replies: [{ event: 'voice.createcall.done' }],
      errors: [{ event: 'error.voice.createcall' }],
    };
  },
};

const makesCall = (ird: string): FunctionMapping => ({
  ...shared,
  ird,
  source: 'SCXML Technical Reference 8.1, Voice Interaction Interface (createcall equals TMakeCall)',
  about:
    'An ixn:createcall to the destination, from where the interaction stands unless two arguments are given; the value is the id of the new interaction, which belongs to the page. Arguments are assumed (make-call.arguments)',
  examples: [{ ird: `${ird}['5550142']`, js: 'ird.text(_event.data.interactionid)', value: '' }],
  lift: createCall,
  build: (_args, cx) => cx.library('text', js.path('_event.data.interactionid')),
});

/** The interaction that an argument names; none, or "0", names that of the page: for Orchestration "0" is the first one of the session. */
function named(given: Js | undefined, own: Js): Js {
  if (given === undefined) return own;
  if (given.kind === 'string') return ['', '0'].includes(given.value) ? own : given;
  const isNamed = js.all([js.binary(given, '!=', js.text('')), js.binary(given, '!=', js.text('0'))]);
  return js.conditional(isNamed, given, own);
}

const gives = (ird: string, name: 'attach' | 'detach', about: string): FunctionMapping => ({
  ...shared,
  ird,
  source: `${name === 'attach' ? 'generated pages of Composer' : 'Composer Help, Detach'} (ixn:${name}); the function is known by name only`,
  about,
  examples: [{ ird: `${ird}[]`, js: "''", value: '' }],
  lift: {
    request: (args, cx) => ({
      actions: [
        {
          kind: 'element',
          module: 'ixn',
          name,
          attributes: {
            requestid: location(cx.request),
            interactionid: value(named(args[0], cx.interaction)),
          },
        },
      ],
      replies: [{ event: `interaction.${name}.done` }],
      errors: [{ event: `error.interaction.${name}` }],
      timeout: { seconds: js.number(5) },
    }),
  },
  build: () => js.text(''),
});

export const calls = defineFunctions([
  makesCall('TMakeCall'),
  makesCall('CreateVoiceCall'),
  gives(
    'AttachIxn',
    'attach',
    'An ixn:attach of the interaction that the first argument names by its id, else of that of the page; the strategy goes on with the interaction that it had',
  ),
  gives(
    'DetachIxn',
    'detach',
    'An ixn:detach of the interaction that the first argument names by its id, else of that of the page, whose next session may take it; what follows cannot change it any more',
  ),
  {
    ...shared,
    ird: 'SuspendForTreatmentEnd',
    cost: 1,
    source: 'SCXML Technical Reference 8.1, Dialog (events at the end of a treatment); known by name only',
    about:
      'Nothing is left to wait for: a treatment of the page is waited for in its own block. Arguments are not looked at',
    examples: [{ ird: 'SuspendForTreatmentEnd[]', js: "''", value: '' }],
    build: () => js.text(''),
  },
  {
    ...shared,
    ird: 'ThisQueue',
    cost: 1,
    source: 'device of the event that brought the interaction, seen in generated pages',
    about:
      'Where the interaction stands, which is the queue when it stands in one; the function is known by name only',
    examples: [{ ird: 'ThisQueue[]', js: '_data.ird_dn', value: '8001' }],
    build: (_args, cx) => cx.thisDN,
  },
  {
    ...shared,
    ird: 'GetLastErrorInfo',
    cost: 1,
    source: 'Orchestration developer guide, error events; the function is known by name only',
    about:
      'Event, code and words of the last error that a block of the page has met, as a list; what IRD told is not described, and Orchestration has no counterpart of the numbers of URS. With an argument it gives that part (event, code, description)',
    examples: [
      { ird: 'GetLastErrorInfo[]', js: 'ird.lastError()', value: '' },
      { ird: "GetLastErrorInfo['code']", js: "ird.lastError('code')", value: '' },
    ],
    build: (args, cx) => cx.library('lastError', ...(args[0] ? [argument(args, 0)] : [])),
  },
]);
