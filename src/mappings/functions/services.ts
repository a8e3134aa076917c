// Functions that ask another server, as the objects of the same meaning do: databases, web and external services, the Outbound and the Classification
// server. Each is known by name only; the requests are those of the objects, and what each argument means is an assumption (service-functions.arguments).
import type { Expr } from '../../ir/nodes.js';
import { defineFunctions, type FunctionMapping } from '../define.js';
import { ownServiceRequest } from '../blocks/services/own-service.js';
import { espRequest } from '../blocks/services/external-service.js';
import { fieldText, outboundServer } from '../blocks/outbound/records.js';
import { getRequest, patience, postRequest, type Asked } from '../blocks/requests.js';
import * as js from '../js.js';
import type { Js } from '../js.js';
import type { Lift, LiftContext } from '../lifting/define.js';
import { location, value } from '../target-tree.js';
import { argument, since813 } from './row.js';

const shared = { evidence: 'inferred', disposition: 'review', cost: 3, target: since813 } as const;

const wait = js.number(patience);

type Ask = (args: readonly Js[], cx: LiftContext, exprs: readonly Expr[]) => Asked;

/** A call that became the request of an object. */
const asks = (request: Ask): Lift => ({
  request: (args, cx, exprs) => {
    cx.assume('service-functions.arguments');
    const { module, name, event, attributes, content, params = [] } = request(args, cx, exprs);
    return {
      actions: [
        {
          kind: 'element',
          module,
          name,
          attributes: { requestid: location(cx.request), ...attributes },
          children: [
            ...params.map((each) => ({ kind: 'param', name: each.key, value: each.value }) as const),
            ...(content ? [{ kind: 'content', value: content } as const] : []),
          ],
        },
      ],
      replies: [{ event: `${event}.done` }],
      errors: [{ event: `error.${event}` }],
    };
  },
});

/** Further arguments by their number, from 1. */
const numbered = (args: readonly Js[]): Js =>
  js.object(Object.fromEntries(args.map((arg, i) => [String(i + 1), arg])));

const answer: FunctionMapping['build'] = (_args, cx) =>
  cx.library('answerText', js.path('_event.data.content'));

const database = (ird: string, word: 'query' | 'procedure'): FunctionMapping => ({
  ...shared,
  ird,
  source: 'as the object Database Wizard; the function is known by name only',
  about: `Asks the service at ird_service_url/DatabaseWizard as a Database Wizard object does: access point, ${word}, its arguments; a single argument is the ${word}. The value is the answer, an object in JSON as a list`,
  examples: [
    { ird: `${ird}['DAP_Crm','customers','42']`, js: 'ird.answerText(_event.data.content)', value: 'answer' },
  ],
  lift: asks((args, cx) => {
    const [access, ...rest] = args.length > 1 ? args : [js.text(''), ...args];
    const [asked = js.text(''), ...further] = rest;
    const given = js.object({
      accessPoint: access ?? js.text(''),
      [word]: asked,
      parameters: numbered(further),
    });
    return ownServiceRequest('DatabaseWizard', given, wait, cx);
  }),
  build: answer,
});

/** A request about the record of the call. */
const ofRecord: Ask = (args, cx, exprs) => {
  const url = cx.library('recordUrl', cx.interaction, outboundServer(cx), js.text('DoNotCall'));
  const fields = args[0] ? { GSW_PHONE: fieldText(args[0], exprs[0], cx) } : {};
  return postRequest(url, js.call('JSON.stringify', js.object(fields)), wait);
};

const newRecord: Ask = (args, cx, exprs) => {
  const list = argument(args, 0);
  const url = cx.library('listUrl', cx.interaction, outboundServer(cx), list);
  const fields = {
    GSW_CALLING_LIST: list,
    ...(args[1] ? { GSW_PHONE: fieldText(args[1], exprs[1], cx) } : {}),
  };
  return postRequest(url, js.call('JSON.stringify', js.object(fields)), wait);
};

const classification = (name: 'classify' | 'screen', args: readonly Js[], cx: LiftContext): Asked => ({
  module: 'classification',
  name,
  event: `classification.${name}`,
  attributes: {
    interactionid: value(cx.interaction),
    ...(name === 'classify' ? { root: value(argument(args, 0)) } : {}),
  },
});

export const services = defineFunctions([
  database('DBQuery', 'query'),
  database('DBStoredProcedure', 'procedure'),
  {
    ...shared,
    ird: 'ESPRequest',
    source: 'as the object External Service; the function is known by name only',
    about:
      'A session:fetch by method esp as an External Service object does: application, service, method, and a list of parameters; user data go with it. The value is the answer, an object in JSON as a list',
    examples: [
      {
        ird: "ESPRequest['ESP_App','Scores','Next','customer:42']",
        js: 'ird.answerText(_event.data.content)',
        value: 'answer',
      },
    ],
    lift: asks((args, cx) =>
      espRequest(
        {
          application: argument(args, 0),
          service: argument(args, 1),
          method: argument(args, 2),
          parameters: cx.library('listPairs', argument(args, 3)),
          userData: cx.library('udataPairs', cx.interaction),
        },
        wait,
      ),
    ),
    build: answer,
  },
  {
    ...shared,
    ird: 'WebService',
    source: 'as the object Web Service; the function is known by name only',
    about:
      'A session:fetch from the address by GET, or by POST with the list of the second argument as JSON; an address without a scheme is taken as it stands. The value is the answer, an object in JSON as a list',
    examples: [
      {
        ird: "WebService['http://rates.example/today']",
        js: 'ird.answerText(_event.data.content)',
        value: 'answer',
      },
    ],
    lift: asks((args, cx) => {
      const url = argument(args, 0);
      const given = args[1];
      return given === undefined
        ? getRequest(url, wait)
        : postRequest(url, js.call('JSON.stringify', cx.library('listPairs', given)), wait);
    }),
    build: answer,
  },
  {
    ...shared,
    ird: 'DoNotCall',
    cost: 2,
    source: 'as the object Do Not Call; the function is known by name only',
    about:
      'A session:fetch by post with req=DoNotCall to the record that the call carries, as a Do Not Call object does; an argument is the number. Without a record it takes the red port',
    examples: [{ ird: "DoNotCall['5550142']", js: "''", value: '' }],
    lift: asks(ofRecord),
    build: () => js.text(''),
  },
  {
    ...shared,
    ird: 'AddRecord',
    cost: 2,
    source: 'as the object Add Record; the function is known by name only',
    about:
      'A session:fetch by post with req=AddRecord to the calling list on the Outbound server, as an Add Record object does; list, then number',
    examples: [{ ird: "AddRecord['Callbacks','5550142']", js: "''", value: '' }],
    lift: asks(newRecord),
    build: () => js.text(''),
  },
  {
    ...shared,
    ird: 'ClassifyInteraction',
    cost: 2,
    source: 'as the object Classify; the function is known by name only',
    about:
      'A classification:classify with the root category of its argument; the categories are attached as a Classify object attaches them, and the value is the name of the most relevant one',
    examples: [
      {
        ird: "ClassifyInteraction['Banking']",
        js: "ird.attachFound(_data.ird_ixn, ird.categoryPairs(_event.data.categories || []), 'CtgName')",
        value: '',
      },
    ],
    lift: asks((args, cx) => classification('classify', args, cx)),
    build: (_args, cx) => {
      const found = js.binary(js.path('_event.data.categories'), '||', js.array());
      return cx.library(
        'attachFound',
        cx.interaction,
        cx.library('categoryPairs', found),
        js.text('CtgName'),
      );
    },
  },
  {
    ...shared,
    ird: 'ScreenInteraction',
    cost: 2,
    source: 'as the object Screen; the function is known by name only',
    about:
      'A classification:screen; the first of the rules of its arguments that fits is attached as ScreenRuleName and is the value, empty when none does',
    examples: [
      {
        ird: "ScreenInteraction['Complaint']",
        js: "ird.attachFound(_data.ird_ixn, { ScreenRuleName: ird.matchingRule(_event.data.rules || [], ['Complaint']) }, 'ScreenRuleName')",
        value: '',
      },
    ],
    lift: asks((args, cx) => {
      cx.assume('segmentation.attached-key');
      return classification('screen', args, cx);
    }),
    build: (args, cx) => {
      const found = js.binary(js.path('_event.data.rules'), '||', js.array());
      const rule = cx.library('matchingRule', found, js.array(...args));
      const pairs = js.object({ ScreenRuleName: rule });
      return cx.library('attachFound', cx.interaction, pairs, js.text('ScreenRuleName'));
    },
  },
]);
