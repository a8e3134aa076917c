// Random well-typed IRD expressions as text: all operators, odd literals, boundary numbers, and nested calls of every function that both sides compute.
import fc, { type Arbitrary } from 'fast-check';
import { findFunction } from '../../../src/ir/vocabulary/functions.js';
import { functionMappings } from '../../../src/mappings/functions/index.js';
import { computedFunctions } from '../../../src/equivalence/evaluate/functions/index.js';
import type { LiftedCalls } from './lifted-calls.js';
import { declared } from './surroundings.js';
import { optionCalls, statisticCalls, untyped, writtenApart } from './untyped-calls.js';

type Text = Arbitrary<string>;

/** Functions that the evaluator computes and the converter maps. */
export const generatedFunctions: readonly string[] = computedFunctions.filter(
  (name) => functionMappings.some((row) => row.ird === name) && !writtenApart.includes(name),
);

const oneOf = (...words: readonly string[]): Text => fc.constantFrom(...words);
const quoted = (text: string): string => (text.includes("'") ? `"${text}"` : `'${text}'`);

const numbers = [
  ...[
    '0',
    '1',
    '2',
    '3',
    '5',
    '7',
    '10',
    '60',
    '100',
    '1000',
    '86400',
    '86400000',
    '007',
    '00',
    '46340',
    '46341',
  ],
  ...[
    '65536',
    '1073741824',
    '2147483646',
    '2147483647',
    '2147483648',
    '4294967296',
    '99999999999',
    '951782400',
  ],
  ...['-1', '-2', '-7', '-2147483647', '-2147483648', '1772323200', '-86400', '5550100', '31', '12'],
];
const fractions = ['0.5', '1.5', '2.0', '0.1', '3.25', '1.50', '100.75', '-2.5', '0.0'];
const texts = [
  ...[
    '',
    ' ',
    'a',
    'abc',
    'abcabc',
    'ABC',
    'Sales',
    'a.b-c',
    'a,b;;c',
    'x y',
    '5-55-01',
    'route.to',
    "it's",
    '$&',
    '.*',
    '\\',
  ],
  ...[
    '0',
    '1',
    '12',
    '007',
    '-3',
    '+4',
    ' 5',
    '-',
    '+',
    '--1',
    '3x',
    'x3',
    '2.5',
    '1e3',
    '0x1F',
    '2147483648',
    '15550100999',
  ],
  ...[
    '\u00e9t\u00e9',
    '\u{1f600}a\u{1f600}',
    '\u6f22\u5b57',
    '\u00a05',
    'true',
    'Monday',
    '9:30',
    '24:00',
    '12/31/2026',
  ],
  ...[
    '2026-03-01T00:00:00Z',
    '2028-02-29T23:59:59Z',
    '2027-02-29T00:00:00Z',
    '0050-01-01T00:00:00Z',
    '2026-3-1',
  ],
];
const lists = [
  ...[
    '',
    '|',
    ':',
    'a:1',
    'a:1|b:2',
    'a:1|b:2|a:3',
    'a:9|b:10|c:10',
    'k:|m:5|k:7',
    'open:09:30|close:17:00',
    'wait:30s|x',
  ],
  ...['a:1||b:2', 'n:-5|m:x|o:3', ':5|:6', 'a b:c d|\u00e9:1', 'big:99999999999'],
];
const zones = ['CET', 'EST', 'UTC', 'Asia/Tokyo', 'America/New_York', 'Australia/Sydney'];
const keys = ['a', 'b', 'k', 'm', '', 'open', 'x', '\u00e9', 'ab'];
const dataKeys = ['Language', 'Pass', 'Tries', 'Empty', 'List', 'none'];
const times = ['0:00', '9:00', '09:30', '12:00', '17:30:15', '23:59', '23:59:59'];
const dates = ['01/01/2026', '12/31/2026', '2/28/2027', '02/29/2028', '03/29/2026'];
const days = ['Sunday', 'Monday', 'Wednesday', 'Saturday'];
const tables = ["'Holidays'", "'Hours'", "'none'"];
const dayNames = ["''", "'Founding Day'", "'Half day'", "'none'"];

const named = (type: string): readonly string[] =>
  declared.filter((variable) => variable.type === type).map((variable) => variable.name);

/** Arguments by the name of the parameter, where a random text would hardly ever hit. */
const byParameter: Readonly<Record<string, Text>> = {
  'Time Zone': oneOf(...zones.map(quoted)),
  'Stat Table': oneOf(...tables),
  'Stat Day': oneOf(...dayNames),
  'Use Time': oneOf('0', '1'),
  Target: oneOf("'Sales@StatServer.GA'", "'none@.GA'"),
  // Those that ORS knows without a subscription; the last one has no value here.
  Statistic: oneOf('StatAgentsTotal', "'StatAgentsAvailable'", "'StatCallsAnswered'"),
};

type Type = 'int' | 'float' | 'str' | 'list' | 'bool' | 'time' | 'date' | 'day' | 'any';

/** Expressions of every type, as text; `lifted` gives calls that become requests, which stand wherever others do. */
export const expressionsWith = (lifted: LiftedCalls): Text =>
  fc.letrec<Record<Type, string>>((tie) => {
    const often = (calls: readonly Text[]): readonly fc.WeightedArbitrary<string>[] =>
      calls.map((arbitrary) => ({ arbitrary, weight: 6 }));
    const asking = lifted({ int: tie('int'), str: tie('str') });
    const call = (name: string): Text => {
      const parameters = findFunction(name)?.parameters ?? [];
      const optional = parameters.filter((parameter) => parameter.optional).length;
      const args = parameters.map((parameter): Text => {
        const special = byParameter[parameter.name];
        if (special !== undefined) return special;
        if (name === 'Rand') return fc.oneof(oneOf('1', '2', '6', '100', '0'), tie('int'));
        if (name === 'UData') return oneOf(...dataKeys.map(quoted));
        if (parameter.name === 'Key') return fc.oneof(oneOf(...keys.map(quoted)), tie('str'));
        if (parameter.name === 'List') return fc.oneof({ weight: 3, arbitrary: tie('list') }, tie('str'));
        if (parameter.name.includes('Index') || parameter.name === 'First' || parameter.name === 'Last')
          return fc.oneof(oneOf('-1', '0', '1', '2', '3', '4', '9'), tie('int'));
        // Now and then a value that must be converted.
        return parameter.type === 'INTEGER'
          ? fc.oneof({ weight: 6, arbitrary: tie('int') }, tie('str'), tie('bool'), tie('float'))
          : fc.oneof(
              { weight: 6, arbitrary: tie('str') },
              tie('int'),
              tie('list'),
              tie('bool'),
              tie('float'),
              tie('time'),
              tie('date'),
            );
      });
      return fc
        .tuple(fc.nat({ max: optional }), ...args)
        .map(([left, ...given]) => `${name}[${given.slice(0, given.length - left).join(',')}]`);
    };
    const calls = (...returns: readonly string[]): readonly Text[] =>
      generatedFunctions.filter((name) => returns.includes(findFunction(name)?.returns ?? '')).map(call);
    const binary = (left: Text, operators: readonly string[], right: Text): Text =>
      fc.tuple(left, oneOf(...operators), right).map(([a, op, b]) => `${a} ${op} ${b}`);
    const grouped = (text: Text): Text => text.map((inner) => `(${inner})`);
    const relations = ['=', '<>', '!=', '<', '>', '<=', '>='];
    const depth = { maxDepth: 5, depthSize: 'small', depthIdentifier: fc.createDepthIdentifier() } as const;
    return {
      int: fc.oneof(
        depth,
        oneOf(...numbers, ...named('INTEGER')),
        fc.integer({ min: -50, max: 50 }).map(String),
        grouped(binary(tie('int'), ['+', '-', '*', '/'], tie('int'))),
        grouped(binary(tie('int'), ['+', '-', '*', '/'], fc.oneof(tie('int'), tie('str')))),
        tie('int').map((operand) => `-(${operand})`),
        // In the other order than the signature has.
        fc
          .tuple(tie('list'), oneOf('0', '1', '2', '3'))
          .map(([list, index]) => `ListGetInteger[${list},${index}]`),
        ...often(asking.numbers),
        ...calls('INTEGER'),
      ),
      float: fc.oneof(
        depth,
        oneOf(...fractions, ...named('FLOAT')),
        grouped(binary(tie('float'), ['+', '-', '*', '/'], fc.oneof(tie('float'), tie('int'), tie('str')))),
        ...calls('FLOAT'),
      ),
      str: fc.oneof(
        depth,
        oneOf(...texts.map(quoted), ...named('STRING')),
        tie('list'),
        fc
          .tuple(oneOf(...dataKeys.map(quoted)), fc.oneof(tie('str'), tie('int')))
          .map(([key, value]) => `Cat[Update[${key},${value}],UData[${key}]]`),
        oneOf(...dataKeys.map(quoted)).map((key) => `Cat[Delete[${key}],UData[${key}]]`),
        // What these give has no type of its own: joined, it is a text.
        fc
          .oneof(...untyped(tie('list'), tie('str'), tie('int')), statisticCalls)
          .map((text) => `Cat[${text},'']`),
        optionCalls(tie('str')),
        ...often(asking.texts),
        ...calls('STRING'),
      ),
      list: fc.oneof(
        depth,
        oneOf(...lists.map(quoted), ...named('LIST')),
        call('GetMaxSubList'),
        call('GetMinSubList'),
      ),
      time: fc.oneof(depth, oneOf(...times, ...named('TIME')), ...calls('TIME')),
      date: fc.oneof(depth, oneOf(...dates, ...named('DATE')), ...calls('DATE')),
      day: fc.oneof(depth, oneOf(...days, ...named('DAY')), ...calls('DAY')),
      bool: fc.oneof(
        depth,
        binary(tie('int'), relations, tie('int')).map((text) => `(${text})`),
        ...[
          [tie('int'), tie('str')],
          [tie('str'), tie('str')],
          [tie('str'), tie('int')],
          [tie('time'), tie('time')],
          [tie('date'), tie('date')],
          [tie('day'), tie('day')],
          [tie('day'), tie('int')],
          [tie('float'), tie('float')],
          [tie('float'), tie('int')],
          [tie('float'), tie('str')],
          [tie('time'), oneOf("'9:00'", "''", "'noon'")],
          [tie('date'), oneOf("'12/31/2026'", "''", "'02/30/2026'")],
          [tie('bool'), tie('int')],
        ].map(([left, right]) => grouped(binary(left ?? tie('int'), relations, right ?? tie('int')))),
        // Without parentheses on purpose: the two have one priority.
        fc
          .array(fc.tuple(tie('bool'), oneOf('&', '|')), { minLength: 1, maxLength: 3 })
          .chain((parts) =>
            fc
              .oneof(tie('bool'), tie('int'))
              .map((last) => `(${parts.map(([each, op]) => `${each} ${op} `).join('')}${last})`),
          ),
        tie('bool').map((operand) => `!(${operand})`),
      ),
      any: fc.oneof(
        tie('int'),
        tie('float'),
        tie('str'),
        tie('list'),
        tie('bool'),
        tie('bool'),
        tie('time'),
        tie('date'),
        tie('day'),
      ),
    };
  }).any;

/** Expressions that a page computes at once. */
export const expressions: Text = expressionsWith(() => ({ numbers: [], texts: [] }));
