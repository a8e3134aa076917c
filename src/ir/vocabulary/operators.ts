// What is known of the operators of IRD expressions, and of the two notations that stand beside them: ranges of segmentation and skill expressions.
import { sources } from './define.js';
import type { Evidence } from './facts.js';
import type { IrdType } from '../nodes.js';

export interface OperatorFact {
  /** The operator, or the words for a notation. */
  readonly name: string;
  readonly aliases?: readonly string[];
  readonly kind: 'operator';
  readonly category: string;
  readonly returns: IrdType;
  /** Of the spelling. */
  readonly evidence: Evidence;
  /** Of what it takes and how it groups. */
  readonly signatureEvidence: Evidence;
  readonly source: string;
  readonly about: string;
}

const expressions = "Composer's Help, Expression Builder, on how URS evaluates";

const operator = (
  name: string,
  returns: IrdType,
  evidence: Evidence,
  about: string,
  source: string = expressions,
  aliases?: readonly string[],
): OperatorFact => ({
  name,
  kind: 'operator',
  category: 'Operators and expressions',
  returns,
  evidence,
  signatureEvidence: evidence,
  source,
  about,
  ...(aliases ? { aliases } : {}),
});

const comparison = (
  name: string,
  about: string,
  evidence: Evidence,
  aliases?: readonly string[],
): OperatorFact =>
  operator(name, 'BOOLEAN', evidence, about, 'URS data and log lines in a public log reader', aliases);

export const operatorFacts: readonly OperatorFact[] = [
  operator(
    '&',
    'BOOLEAN',
    'documented',
    'Both sides hold. It has the priority of |, and both go from left to right.',
  ),
  operator(
    '|',
    'BOOLEAN',
    'documented',
    'One side holds. It has the priority of &, and both go from left to right.',
  ),
  operator(
    '!',
    'BOOLEAN',
    'inferred',
    'The operand does not hold. Its spelling in IRD was not seen.',
    sources.memory,
    ['~'],
  ),
  operator(
    '+',
    'INTEGER',
    'inferred',
    'Sum of whole numbers.',
    'practitioner blog on an IRD strategy, by analogy',
  ),
  operator(
    '-',
    'INTEGER',
    'documented',
    'Difference of whole numbers.',
    'practitioner blog on an IRD strategy',
  ),
  operator('*', 'INTEGER', 'documented', 'Product of whole numbers.', 'practitioner blog on an IRD strategy'),
  operator('/', 'INTEGER', 'documented', 'Quotient of whole numbers, cut off toward zero.', expressions),
  comparison('=', 'Both sides are equal; numeric as soon as one side is a number.', 'observed'),
  comparison('<>', 'The sides differ. How IRD spells it was not seen.', 'unverified', ['!=']),
  comparison('<', 'The left side is less.', 'observed'),
  comparison('>', 'The left side is greater.', 'observed'),
  comparison('<=', 'The left side is not greater.', 'inferred'),
  comparison('>=', 'The left side is not less.', 'observed'),
  operator(
    'range conditions',
    'BOOLEAN',
    'documented',
    'Ranges of times, dates and days of segmentation: both ends belong to them, and they go on over midnight and the end of the week.',
    sources.library,
  ),
  operator(
    'skill expression',
    'UNKNOWN',
    'documented',
    'Skills and levels, from left to right; a skill that an agent lacks counts as 0. URS evaluates it.',
    'Orchestration Server, Queue Interface',
  ),
];
