// Generated calls of the functions whose parameters, or the type of whose result, are not known.
import fc, { type Arbitrary } from 'fast-check';
import { calledStatistics } from '../../../src/equivalence/evaluate/functions/statistics.js';

type Text = Arbitrary<string>;

/** Functions that write, or whose parameters are not known: what is generated of them is written out. */
export const writtenApart: readonly string[] = [
  ...calledStatistics,
  'AgentStat',
  'Attach',
  'AttachedDataItemList',
  'AttachedDataKeyList',
  'CallsEntered',
  'Delete',
  'DeleteAttachedData',
  'ExtensionData',
  'GetAvgStatData',
  'GetConfigOption',
  'GetMaxStatData',
  'GetMinStatData',
  'GetStatData',
  'HomeLocation',
  'KVListKeyByIndex',
  'KVListSize',
  'ListGetDataCfg',
  'ListLookupValue',
  'RVQData',
  'Update',
];

const oneOf = (...words: readonly string[]): Text => fc.constantFrom(...words);

/** Calls of functions whose results have no type. The pairs of attached data have no order of their own: they are counted. */
export function untyped(list: Text, str: Text, int: Text): readonly Text[] {
  const text = fc.oneof({ weight: 3, arbitrary: oneOf("'Hours'", "'Sales'", "'open'", "'none'") }, str);
  const looked = fc.tuple(oneOf('ListLookupValue', 'ListGetDataCfg'), text, text, text);
  return [
    list.map((given) => `KVListSize[${given}]`),
    fc.tuple(list, int).map(([given, index]) => `KVListKeyByIndex[${given},${index}]`),
    looked.map(([name, ...args]) => `${name}[${args.join(',')}]`),
    fc.oneof(oneOf("'UU_DATA'"), str).map((key) => `ExtensionData[${key}]`),
    oneOf('HomeLocation[]', 'StrLen[AttachedDataKeyList[]]', 'StrLen[AttachedDataItemList[]]'),
    oneOf('ListGetSize[AttachedDataItemList[]]', 'ListGetSize[AttachedDataKeyList[],0]'),
    oneOf(
      "GetStatData['Sales@StatServer.GA',StatAgentsTotal]",
      "GetStatData['none@.GA','StatCallsAnswered']",
    ),
  ];
}

/** Options of the world, and others. */
export const optionCalls = (str: Text): Text =>
  fc
    .tuple(fc.oneof(oneOf("'limit'", "'mode'", "'a.b-c'", "'none'"), str), oneOf('', ",'StartFromTenant'"))
    .map(([option, start]) => `GetConfigOption[${option}${start}]`);

/** Statistics that ORS knows without a subscription: by name, of several targets, and of the router. */
export const statisticCalls: Text = oneOf(
  "StatAgentsTotal['Sales@StatServer.GA']",
  "StatAgentsAvailable['none@.GA']",
  "AgentStat['Sales@StatServer.GA',StatAgentsAvailable]",
  "RVQData['Sales@StatServer.GA','StatAgentsTotal']",
  "GetAvgStatData['Sales@StatServer.GA,none@.GA','StatAgentsAvailable']",
  "GetMaxStatData['none@.GA, Sales@StatServer.GA',StatAgentsTotal]",
  "GetMinStatData['Sales@StatServer.GA,none@.GA','StatAgentsTotal']",
  "GetMinStatData['','StatAgentsTotal']",
  "CallsEntered['Router']",
  "CallsEntered['RoutingPoint','VQ_A@S.Q']",
  "CallsEntered['VirtualQueue','VQ_A@S.Q']",
);
