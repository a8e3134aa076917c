// List objects of the configuration, and LIST variables that hold the text of a list. Apart from ListLookupValue the names are common knowledge only.
import { defineFunctions } from '../define.js';
import * as js from '../js.js';
import type { Js } from '../js.js';
import { argument, since813 } from './row.js';

const recalled = {
  evidence: 'inferred',
  disposition: 'review',
  cost: 2,
  target: since813,
} as const;

const seen =
  'session function getListItemValue, seen with list, item and key in user code of Composer projects';
const seenLookup = 'session function listLookupValue, seen in a log of Orchestration Server';

const itemValue = (args: readonly Js[]): Js => js.call('_genesys.session.getListItemValue', ...args);
const lookedUp = (args: readonly Js[]): Js => js.call('_genesys.session.listLookupValue', ...args);

export const listObjects = defineFunctions([
  {
    ...recalled,
    ird: 'KVListGetStringValue',
    cost: 1,
    source:
      'name and parameters from general knowledge; LIST variables of converted pages hold the text of a list',
    about:
      'Value of a key of a LIST variable, read as GetStringKey does; that the function exists and takes the list first is not documented',
    examples: [
      {
        ird: "KVListGetStringValue['open:09:30','open']",
        js: "ird.kvListGetStringValue('open:09:30', 'open')",
        value: '09:30',
      },
    ],
    build: (args, cx) => cx.library('kvListGetStringValue', argument(args, 0), argument(args, 1)),
  },
  {
    ...recalled,
    ird: 'KVListSize',
    cost: 1,
    source: 'name from general knowledge; LIST variables of converted pages hold the text of a list',
    about:
      'Number of pairs of a LIST variable, as ListGetSize counts them; the function is known by name only',
    examples: [{ ird: "KVListSize['a:1|b:2']", js: "ird.listGetSize('a:1|b:2')", value: 2 }],
    build: (args, cx) => cx.library('listGetSize', argument(args, 0)),
  },
  {
    ...recalled,
    ird: 'KVListKeyByIndex',
    cost: 1,
    source: 'name from general knowledge; LIST variables of converted pages hold the text of a list',
    about:
      'Key at a position from 1 of a LIST variable, as ListGetKey gives it; the function is known by name only, list first is assumed',
    examples: [
      { ird: "KVListKeyByIndex['a:1|b:2',2]", js: "ird.kvListKeyByIndex('a:1|b:2', 2)", value: 'b' },
    ],
    build: (args, cx) => cx.library('kvListKeyByIndex', argument(args, 0), argument(args, 1)),
  },
  {
    ...recalled,
    ird: 'ListLookupValue',
    source: seen,
    about:
      'Value of a key in an item of a configuration List object, read by getListItemValue; neither the arguments in IRD nor the answer for a missing item are documented',
    throws: true,
    examples: [
      {
        ird: "ListLookupValue['Hours','Sales','open']",
        js: "ird.text(_genesys.session.getListItemValue('Hours', 'Sales', 'open'))",
        value: '09:00',
      },
    ],
    build: (args, cx) => cx.library('text', itemValue(args)),
  },
  {
    ...recalled,
    ird: 'ListGetDataCfg',
    source: seen,
    about:
      'Value of a key in an item of a configuration List object, read by getListItemValue; the name and the order of its arguments are common knowledge only',
    throws: true,
    examples: [
      {
        ird: "ListGetDataCfg['Hours','Sales','close']",
        js: "ird.text(_genesys.session.getListItemValue('Hours', 'Sales', 'close'))",
        value: '17:00',
      },
    ],
    build: (args, cx) => cx.library('text', itemValue(args)),
  },
  {
    ...recalled,
    ird: 'ListLookupCfg',
    source: seenLookup,
    about:
      'Look-up in a configuration List object by listLookupValue; the name is common knowledge only, and the arguments of neither are documented: they pass through',
    throws: true,
    examples: [
      {
        ird: "ListLookupCfg['Hours','open','09:00']",
        js: "ird.text(_genesys.session.listLookupValue('Hours', 'open', '09:00'))",
        value: 'Sales',
      },
    ],
    build: (args, cx) => cx.library('text', lookedUp(args)),
  },
  {
    ...recalled,
    ird: 'ListLookup',
    source: seenLookup,
    about:
      'Look-up in a configuration List object by listLookupValue; the name is common knowledge only, and the arguments of neither are documented: they pass through',
    throws: true,
    examples: [
      {
        ird: "ListLookup['Hours','open','09:00']",
        js: "ird.text(_genesys.session.listLookupValue('Hours', 'open', '09:00'))",
        value: 'Sales',
      },
    ],
    build: (args, cx) => cx.library('text', lookedUp(args)),
  },
]);
