// List objects of the configuration, and LIST variables that hold the text of a list. Apart from ListLookupValue the names are common knowledge only.
import { defineFunctions, type FunctionMapping } from '../define.js';
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

/** A function that changes the variable that its first argument names; of any other value it gives the changed list. */
const changing = (
  ird: string,
  name: string,
  words: string,
  call: string,
  becomes: string,
  given: string,
): FunctionMapping => ({
  ...recalled,
  ird,
  cost: 1,
  source: 'name from general knowledge; LIST variables of converted pages hold the text of a list',
  about: `${words} of a LIST variable, in place; list, key and value are assumed in this order, and the value is the changed list. The function is known by name only`,
  examples: [{ ird: call, js: becomes, value: given }],
  build: (args, cx) => {
    const changed = cx.library(name, ...args);
    const list = argument(args, 0);
    const dot = list.kind === 'path' ? list.path.lastIndexOf('.') : -1;
    if (list.kind !== 'path' || dot < 0) return changed;
    return cx.library('keep', js.path(list.path.slice(0, dot)), js.text(list.path.slice(dot + 1)), changed);
  },
});

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
  changing(
    'KVListAdd',
    'kvListAdd',
    'Adds a pair at the end',
    "KVListAdd['a:1','b',2]",
    "ird.kvListAdd('a:1', 'b', 2)",
    'a:1|b:2',
  ),
  changing(
    'KVListSet',
    'kvListSet',
    'Sets the value of a key, or adds the pair',
    "KVListSet['a:1|b:2','a',3]",
    "ird.kvListSet('a:1|b:2', 'a', 3)",
    'a:3|b:2',
  ),
  changing(
    'KVListDelete',
    'kvListDelete',
    'Removes the pairs of a key',
    "KVListDelete['a:1|b:2','a']",
    "ird.kvListDelete('a:1|b:2', 'a')",
    'b:2',
  ),
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
