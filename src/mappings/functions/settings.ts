// Functions that act on later selections. The page keeps what was set; where one value holds on every way, the selection has it in its attributes.
import { defineFunctions, type FunctionMapping } from '../define.js';
import * as js from '../js.js';
import { argument, since813 } from './row.js';

const inferred = {
  evidence: 'inferred',
  disposition: 'review',
  cost: 2,
  target: since813,
  source:
    'name from general knowledge; priority, queue and threshold are attributes of queue:submit and its targets',
} as const;

/** One argument for all, two for the queue or target that the first one names. */
const oneOrAll =
  (name: string): FunctionMapping['build'] =>
  (args, cx) =>
    args.length < 2
      ? cx.library('set', js.text(name), argument(args, 0))
      : cx.library('set', nameFor(name, argument(args, 0)), argument(args, 1));

const nameFor = (name: string, which: js.Js): js.Js =>
  which.kind === 'string' ? js.text(`${name}@${which.value}`) : js.binary(js.text(`${name}@`), '+', which);

const extensions = {
  ...inferred,
  cost: 1,
  source: 'hints of ixn:redirect in generated pages; sample Create Call of Orchestration Server',
} as const;

const hints =
  'the extensions that go as hints with the redirects and calls that the page makes later; a target that URS delivers to gets none, and that IRD meant those is inferred';

const extension = (ird: string, words: string): FunctionMapping => ({
  ...extensions,
  ird,
  about: `${words} ${hints}`,
  examples: [{ ird: `${ird}['UU_DATA','42']`, js: "ird.extension('UU_DATA', '42')", value: '' }],
  build: (args, cx) => cx.library('extension', argument(args, 0), argument(args, 1)),
});

export const settings = defineFunctions([
  {
    ird: 'Priority',
    evidence: 'documented',
    disposition: 'exact',
    cost: 1,
    target: since813,
    source: 'Composer migration guide, IRD functions: becomes the priority of the block that follows',
    about:
      'The priority of every selection that follows, until it is set again; a priority of the block itself comes first.',
    examples: [{ ird: 'Priority[5]', js: "ird.set('priority', 5)", value: '' }],
    build: (args, cx) => cx.library('set', js.text('priority'), argument(args, 0, js.number(0))),
  },
  {
    ...inferred,
    ird: 'SetVQPriority',
    about:
      'The priority of later selections into that virtual queue, before the one for all; queue first, then priority, is inferred from the name',
    examples: [{ ird: "SetVQPriority['VQ_Gold',9]", js: "ird.set('priority@VQ_Gold', 9)", value: '' }],
    build: oneOrAll('priority'),
  },
  {
    ...inferred,
    ird: 'SetTargetThreshold',
    about:
      'A threshold of later selections beside their own, for all targets or for the one that is named first; the parameters are inferred',
    examples: [
      {
        ird: "SetTargetThreshold['sdata[Gold@.GA,StatAgentsAvailable] > 2']",
        js: "ird.set('threshold', 'sdata[Gold@.GA,StatAgentsAvailable] > 2')",
        value: '',
      },
    ],
    build: oneOrAll('threshold'),
  },
  {
    ...inferred,
    ird: 'SetThresholdEx',
    about:
      'A threshold of later selections beside their own, as SetTargetThreshold sets it: for all targets, or for the one that is named first; known by name only',
    examples: [
      {
        ird: "SetThresholdEx['Gold','sdata[Gold@.GA,StatAgentsAvailable] > 2']",
        js: "ird.set('threshold@Gold', 'sdata[Gold@.GA,StatAgentsAvailable] > 2')",
        value: '',
      },
    ],
    build: oneOrAll('threshold'),
  },
  {
    ...inferred,
    ird: 'SetStatUpdate',
    cost: 1,
    source: 'SCXML Technical Reference 8.1, Statistic Interface (interval of subscribe)',
    about:
      'The interval of the statistics that are subscribed to later, from its last argument; unit and parameters are not documented. The statistics that Orchestration predefines have none',
    examples: [{ ird: 'SetStatUpdate[10]', js: "ird.set('interval', 10)", value: '' }],
    build: (args, cx) =>
      cx.library('set', js.text('interval'), argument(args, args.length - 1, js.number(0))),
  },
  extension('ExtensionAttach', 'Adds a pair to'),
  extension('ExtensionUpdate', 'Sets a pair of'),
  {
    ...extensions,
    ird: 'ExtensionDelete',
    about: `Removes a key from ${hints}`,
    examples: [{ ird: "ExtensionDelete['UU_DATA']", js: "ird.extension('UU_DATA')", value: '' }],
    build: (args, cx) => cx.library('extension', argument(args, 0)),
  },
  {
    ...inferred,
    ird: 'SetVQ',
    about: 'The virtual queue of later selections that name none themselves; known by name only',
    examples: [{ ird: "SetVQ['VQ_Gold']", js: "ird.set('queue', 'VQ_Gold')", value: '' }],
    build: (args, cx) => cx.library('set', js.text('queue'), argument(args, 0)),
  },
  {
    ird: 'ExcludeAgents',
    evidence: 'documented',
    disposition: 'review',
    cost: 1,
    target: since813,
    source: "Composer's Help, ECMAScript block, and Universal Routing function updates",
    about:
      'The same by excludeAgents, which the platform keeps for later selections as well; the page keeps the list that was in force, and the parameters of the Orchestration function are not documented',
    throws: true,
    examples: [{ ird: "ExcludeAgents['A01,A02']", js: "ird.excludeAgents('A01,A02')", value: '' }],
    build: (args, cx) => cx.library('excludeAgents', argument(args, 0)),
  },
]);
