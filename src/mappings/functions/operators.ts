// Operators and notations of IRD expressions: what they become. The translation itself is src/mappings/expressions.ts.
import type { FunctionMapping } from '../define.js';
import { since813 } from './row.js';

/** An example is a whole expression; the notations that stay text have one without ES5. */
export interface OperatorRow extends Omit<FunctionMapping, 'examples' | 'build' | 'lift'> {
  readonly examples: readonly { readonly ird: string; readonly js?: string; readonly value?: number }[];
}

const row = (ird: string, about: string, expression: string, code: string, value: number): OperatorRow => ({
  ird,
  evidence: 'documented',
  disposition: 'exact',
  cost: 0,
  target: since813,
  source: "ECMAScript, and the description of URS expressions in Composer's Help",
  about,
  examples: [{ ird: expression, js: code, value }],
});

const sum = 'Checked: a result beyond 32 bits is an error';
const grouped = 'Parentheses make the order of IRD visible, since ECMAScript has another priority';

export const operatorRows: readonly OperatorRow[] = [
  row(
    '&',
    `The operator &&. ${grouped}.`,
    '1 = 1 | 1 = 2 & 1 = 3',
    '(1 == 1 || 1 == 2) && 1 == 3 ? 1 : 0',
    0,
  ),
  row(
    '|',
    `The operator ||. ${grouped}.`,
    '1 = 2 & 1 = 3 | 1 = 1',
    '(1 == 2 && 1 == 3) || 1 == 1 ? 1 : 0',
    1,
  ),
  row('!', 'The operator !.', '!(1 = 2)', '!(1 == 2) ? 1 : 0', 1),
  row('+', `${sum}.`, '2 + 3', 'ird.int(2 + 3)', 5),
  row('-', `${sum}.`, '2 - 3', 'ird.int(2 - 3)', -1),
  row('*', `${sum}.`, '2 * 3', 'ird.int(2 * 3)', 6),
  row(
    '/',
    'A function that cuts off toward zero; a division by zero is an error.',
    '7 / -2',
    'ird.div(7, -2)',
    -3,
  ),
  row(
    '=',
    'The operator ==, after both sides were given one type.',
    "'7' = 7",
    "ird.num('7') == 7 ? 1 : 0",
    1,
  ),
  row(
    '<>',
    'The operator !=, after both sides were given one type.',
    "'7' <> 7",
    "ird.num('7') != 7 ? 1 : 0",
    0,
  ),
  row(
    '<',
    'The same operator, after both sides were given one type.',
    "'9' < 10",
    "ird.num('9') < 10 ? 1 : 0",
    1,
  ),
  row(
    '>',
    'The same operator, after both sides were given one type.',
    "'9' > 10",
    "ird.num('9') > 10 ? 1 : 0",
    0,
  ),
  row('<=', 'The same operator, after both sides were given one type.', '2 <= 2', '2 <= 2 ? 1 : 0', 1),
  row('>=', 'The same operator, after both sides were given one type.', '2 >= 3', '2 >= 3 ? 1 : 0', 0),
  {
    ...row(
      'range conditions',
      'Functions of the runtime library that take both ends in and go on over midnight and the end of the week.',
      '',
      '',
      0,
    ),
    examples: [
      {
        ird: 'Time 23:00 in 22:00 to 06:00',
        js: "ird.inTimeRange('23:00', '22:00', '06:00') ? 1 : 0",
        value: 1,
      },
    ],
  },
  {
    ...row('skill expression', 'Stays text, in the target of the request: URS evaluates it.', '', '', 0),
    examples: [{ ird: '?:English > 4 & Loans > 2@StatServer.GA' }],
  },
];

const byName: ReadonlyMap<string, OperatorRow> = new Map(operatorRows.map((each) => [each.ird, each]));

/** The row of an operator; each of the vocabulary has one. */
export const findOperatorRow = (name: string): OperatorRow | undefined => byName.get(name);
