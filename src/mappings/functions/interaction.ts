// Call Information and the extensions of the call, found by analogy in the interaction of Orchestration; and attached data as a whole.
import { defineFunctions } from '../define.js';
import * as js from '../js.js';
import { argument, type Build, since813 } from './row.js';

const byAnalogy = {
  evidence: 'inferred',
  disposition: 'review',
  cost: 1,
  target: since813,
} as const;

const extension: Build = (args, cx) =>
  cx.library('property', cx.interaction, js.text('xdata'), argument(args, 0));

const extensions = 'part xdata of the interaction, seen in generated pages';

export const interaction = defineFunctions([
  {
    ...byAnalogy,
    ird: 'HomeLocation',
    source: 'location of the interaction in the Orchestration object model',
    about:
      'Where the interaction is: Orchestration shows the name of the T-Server or media server, IRD gave the name of the switch; the function is known by name only',
    examples: [
      {
        ird: 'HomeLocation[]',
        js: "ird.property(_data.ird_ixn, 'location', 'media_server')",
        value: 'tserver_a',
      },
    ],
    build: (_args, cx) =>
      cx.library('property', cx.interaction, js.text('location'), js.text('media_server')),
  },
  {
    ...byAnalogy,
    ird: 'OtherDN',
    source: 'parties of the interaction, seen in generated pages',
    about:
      'Device of the first party that is not where the interaction stands; which one IRD gave with several parties is not documented',
    examples: [{ ird: 'OtherDN[]', js: 'ird.otherDN(_data.ird_ixn, _data.ird_dn)', value: '5550100' }],
    build: (_args, cx) => cx.library('otherDN', cx.interaction, cx.thisDN),
  },
  {
    ...byAnalogy,
    ird: 'ExtensionData',
    source: extensions,
    about: 'Value of a key of xdata, which holds extensions by analogy; the function is known by name only',
    examples: [
      {
        ird: "ExtensionData['UU_DATA']",
        js: "ird.property(_data.ird_ixn, 'xdata', 'UU_DATA')",
        value: 'abc',
      },
    ],
    build: extension,
  },
  {
    ...byAnalogy,
    ird: 'ExtData',
    source: extensions,
    about: 'Value of a key of xdata, which holds extensions by analogy; the function is known by name only',
    examples: [{ ird: "ExtData['none']", js: "ird.property(_data.ird_ixn, 'xdata', 'none')", value: '' }],
    build: extension,
  },
  {
    ...byAnalogy,
    ird: 'AttachedDataKeyList',
    source: 'user data of the interaction in the Orchestration object model',
    about:
      'Keys of the user data, joined by bars; the function is known by name only, and the form of its result is assumed',
    examples: [
      {
        ird: 'AttachedDataKeyList[]',
        js: 'ird.udataKeys(_data.ird_ixn)',
        value: 'Language|Pass|Flag|Open|Nested',
      },
    ],
    build: (_args, cx) => cx.library('udataKeys', cx.interaction),
  },
  {
    ...byAnalogy,
    ird: 'AttachedDataItemList',
    source: 'user data of the interaction in the Orchestration object model',
    about:
      'The user data as a list; the function is known by name only, and the form of its result is assumed',
    examples: [
      {
        ird: 'AttachedDataItemList[]',
        js: 'ird.udataList(_data.ird_ixn)',
      },
    ],
    build: (_args, cx) => cx.library('udataList', cx.interaction),
  },
]);
