// Trees that the parser can give, for properties: parentheses only where the source would have needed them, names that are names.
import fc from 'fast-check';
import { wholeFile } from '../../../src/diagnostics/index.js';
import type {
  BinaryOperator,
  Expr,
  Language,
  ListValue,
  TargetItem,
  TargetList,
} from '../../../src/ird-parser/languages/index.js';

const span = wholeFile('text.xml');
const ranks: readonly (readonly BinaryOperator[])[] = [
  ['&', '|'],
  ['=', '<>', '<', '>', '<=', '>='],
  ['+', '-'],
  ['*', '/'],
];

const words = fc.constantFrom('a', 'Sales', 'x1', '_v', 'Größe', 'data.field', 'Andy', 'Ω2');
const quotedText = fc.oneof(
  fc.string({ maxLength: 8 }),
  fc
    .array(fc.constantFrom("'", '"', '\\', 'a', '’', ',', ']', '\n', '@', '}'), { maxLength: 8 })
    .map((s) => s.join('')),
);
const upTo = (max: number, digits: number): fc.Arbitrary<string> =>
  fc.nat(max).map((n) => String(n).padStart(digits, '0'));

const literals = (language: Language): fc.Arbitrary<Expr> =>
  fc.oneof(
    fc.record({
      kind: fc.constant('string'),
      value: quotedText,
      quote: fc.constantFrom("'", '"'),
      span: fc.constant(span),
    }),
    fc
      .oneof(
        fc.nat().map(String),
        fc.constant('007'),
        fc.tuple(fc.nat(), fc.nat()).map(([a, b]) => `${a}.${b}`),
      )
      .map((raw) => ({ kind: 'number', value: Number(raw), float: raw.includes('.'), raw, span }) as const),
    fc
      .tuple(fc.nat(23).map(String), upTo(59, 2))
      .map(([hour, minute]) => ({ kind: 'moment', type: 'TIME', raw: `${hour}:${minute}`, span }) as const),
    words.map((name) => ({ kind: 'name', name, span }) as const),
    ...(language === 'expression'
      ? [
          fc
            .constantFrom('Monday', 'sunday', 'FRIDAY')
            .map((raw) => ({ kind: 'moment', type: 'DAY', raw, span }) as const),
        ]
      : [words.map((name) => ({ kind: 'statistic', name, span }) as const)]),
  );

// A date after `/` or `*` is a division, so dates stand only where no such operator can precede them.
const date: fc.Arbitrary<Expr> = fc
  .tuple(
    fc.integer({ min: 1, max: 12 }),
    fc.integer({ min: 1, max: 28 }),
    fc.integer({ min: 1000, max: 9999 }),
  )
  .map(([month, day, year]) => ({ kind: 'moment', type: 'DATE', raw: `${month}/${day}/${year}`, span }));

/** Expressions of `language`, at most `depth` brackets deep. */
export function expressions(language: Language, depth = 2): fc.Arbitrary<Expr> {
  if (depth === 0) return literals(language);
  const inner = expressions(language, depth - 1);
  const brackets = fc.constantFrom('[]', '()');
  const args = fc.array(language === 'threshold' ? fc.oneof(inner, targetArgument(depth)) : inner, {
    maxLength: 3,
  });
  const primary: fc.Arbitrary<Expr> = fc.oneof(
    { weight: 3, arbitrary: literals(language) },
    { weight: 1, arbitrary: inner.map((expr) => ({ kind: 'group', inner: expr, span }) as const) },
    {
      weight: 2,
      arbitrary: fc.record({
        kind: fc.constant('call'),
        name: words,
        nameSpan: fc.constant(span),
        args,
        brackets,
        span: fc.constant(span),
      }),
    },
  );
  const operand: fc.Arbitrary<Expr> = fc
    .tuple(fc.array(fc.constantFrom('-', '+', '!'), { maxLength: 2, size: 'small' }), primary)
    .map(([signs, expr]) =>
      signs.reduce<Expr>((operand, op) => ({ kind: 'unary', op, operand, span }), expr),
    );
  return ranks.reduceRight<fc.Arbitrary<Expr>>(
    (tighter, operators, rank) =>
      fc
        .tuple(
          rank === 1 ? fc.oneof({ weight: 9, arbitrary: tighter }, { weight: 1, arbitrary: date }) : tighter,
          fc.oneof(
            { weight: 3, arbitrary: fc.constant([]) },
            {
              weight: 1,
              arbitrary: fc.array(fc.tuple(fc.constantFrom(...operators), tighter), { maxLength: 3 }),
            },
          ),
        )
        .map(([first, rest]) =>
          rest.reduce<Expr>((left, [op, right]) => ({ kind: 'binary', op, left, right, span }), first),
        ),
    operand,
  );
}

const servers = fc.constantFrom('', 'srv', 'stat-server_1', 'a.b', 'Stat Server');
const types = fc.constantFrom('A', 'GA', 'GP', 'Q', 'RP', 'ga');
const targetNames = fc.constantFrom('Sales', 'North Team', "Jo'anna Test", 'abc.d', 'a@b.c', '8001');

function targetArgument(depth: number): fc.Arbitrary<Expr> {
  const place = {
    server: servers,
    type: types,
    span: fc.constant(span),
    kind: fc.constant('target-item' as const),
  };
  const named = fc.record({ ...place, name: targetNames });
  const skilled = fc.record({
    ...place,
    name: fc.constantFrom('', 'Grp'),
    skill: expressions('skill', depth - 1),
  });
  return fc.oneof(named, skilled).map((target) => ({ kind: 'target', target, span }) as const);
}

const items: fc.Arbitrary<TargetItem> = fc
  .tuple(
    fc.option(expressions('threshold', 2), { nil: undefined }),
    fc.option(expressions('skill', 1), { nil: undefined }),
    fc.oneof(
      targetNames.filter((name) => !name.includes('@')).map((name) => ({ name })),
      fc.record({ name: targetNames, server: servers, type: types }),
      fc.record({
        name: fc.constantFrom('', 'Grp', 'North Team'),
        skill: expressions('skill', 2),
        server: servers,
        type: types,
      }),
      fc.record({ name: fc.constantFrom('', 'Grp'), skill: expressions('skill', 2) }),
    ),
  )
  .map(([threshold, weight, rest]) => ({
    kind: 'target-item',
    ...(threshold ? { threshold } : {}),
    ...(weight && !hasStatistic(weight) ? { weight } : {}),
    ...rest,
    span,
  }));

// Weights are expressions without statistics of agents.
const hasStatistic = (expr: Expr): boolean => JSON.stringify(expr).includes('"statistic"');

export const targetLists: fc.Arbitrary<TargetList> = fc
  .array(items, { maxLength: 3 })
  .map((list) => ({ kind: 'targets', items: list, span }));

const listText = (excluded: RegExp): fc.Arbitrary<string> =>
  fc.string({ maxLength: 6 }).map((text) => text.replace(excluded, ''));

export const listValues: fc.Arbitrary<ListValue> = fc
  .array(fc.record({ key: listText(/[|:]/g), value: listText(/\|/g), span: fc.constant(span) }), {
    maxLength: 5,
  })
  .map((pairs) => ({ kind: 'list-value', pairs, span }));

const samples = [
  "Cat[Cat[a,':'],UData['k']] = 'x' | -(b + 2) * c >= 9:00 & d <> 12/24/2026",
  '{sdata[North Team@s.GA,Stat] > 1}[60]Sales@s.GA, ?Grp:a > 1 & f(b,$(Stat))@s.GA, c',
  'run[Main Router,?:English > 3@.GA,"x"] > "0" & callage[] < 5',
  'key:value|time:9:00||last',
];

/** A sample with a piece cut out and another put in: one or two errors in an otherwise sound text. */
const damaged = fc
  .tuple(
    fc.constantFrom(...samples),
    fc.nat(90),
    fc.nat(4),
    fc.constantFrom(
      '',
      "'",
      '"',
      '[',
      ']',
      '(',
      ')',
      '{',
      '}',
      ',',
      '@',
      '?',
      '&',
      '=',
      ' a',
      '9',
      '§',
      '\\',
    ),
  )
  .map(([text, at, length, piece]) => text.slice(0, at) + piece + text.slice(at + length));

/** Texts that look like the languages, and often are not. */
export const nearlyTexts: fc.Arbitrary<string> = fc.oneof(
  damaged,
  fc.string({ unit: 'binary', maxLength: 30 }),
  fc
    .array(
      fc.constantFrom(
        ...[
          "'",
          '"',
          '[',
          ']',
          '(',
          ')',
          '{',
          '}',
          ',',
          '@',
          '?',
          ':',
          '|',
          '&',
          '&;',
          '!',
          '<',
          '>',
          '=',
          '-',
          '*',
          '/',
          '.',
        ],
        ...[
          'a',
          'Name',
          '12',
          '9:00',
          '1/2/2026',
          '?:',
          '@s.GA',
          '$(',
          '$(x)',
          ' ',
          '\n',
          '’',
          '–',
          '\\',
          "\\'",
          '§',
          'AND',
          '9x',
        ],
      ),
      { maxLength: 25 },
    )
    .map((parts) => parts.join('')),
);
