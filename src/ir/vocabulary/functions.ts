// The vocabulary of IRD expressions: every function, statistic and constant that is known by name, and how a written name is looked up.
// A name is looked up in its own language first: `sdata` of a threshold is not the function `SData`.
import { constants } from './constants.js';
import type { ConstantFact, FunctionFact } from './facts.js';
import { callInfoFunctions, interactionFunctions } from './functions/call-info.js';
import { configurationFunctions } from './functions/configuration.js';
import { dataFunctions } from './functions/data.js';
import { dateTimeFunctions } from './functions/date-time.js';
import { listFunctions, listObjectFunctions } from './functions/list.js';
import { miscellaneousFunctions } from './functions/miscellaneous.js';
import { statisticFacts, statisticalFunctions } from './functions/statistics.js';
import { stringFunctions } from './functions/string.js';
import { selectionFunctions, targetFunctions } from './functions/target-selection.js';
import { thresholdFunctions } from './functions/thresholds.js';
import { treatmentFunctions } from './functions/treatments.js';

export { constants } from './constants.js';

/** What may be called or named in an IRD expression, thresholds and skill expressions included. No name occurs twice within a language. */
export const functions: readonly FunctionFact[] = [
  ...callInfoFunctions,
  ...interactionFunctions,
  ...configurationFunctions,
  ...dataFunctions,
  ...dateTimeFunctions,
  ...listFunctions,
  ...listObjectFunctions,
  ...miscellaneousFunctions,
  ...statisticalFunctions,
  ...statisticFacts,
  ...stringFunctions,
  ...targetFunctions,
  ...selectionFunctions,
  ...treatmentFunctions,
  ...thresholdFunctions,
];

/** The language that a name stands in. */
export type NameLanguage = 'expression' | 'threshold';

type Lookup<Fact> = (name: string) => Fact | undefined;

/** Looks a name up as written, then among the aliases, then without regard to case. */
function lookup<Fact extends FunctionFact>(facts: readonly Fact[]): Lookup<Fact> {
  const spellings = (fact: Fact): readonly string[] => [fact.name, ...(fact.aliases ?? [])];
  const exact = new Map(facts.flatMap((fact) => spellings(fact).map((name) => [name, fact] as const)));
  const folded = new Map(
    facts.flatMap((fact) => spellings(fact).map((name) => [name.toLowerCase(), fact] as const)),
  );
  return (name) => exact.get(name) ?? folded.get(name.toLowerCase());
}

const inLanguage: Readonly<Record<NameLanguage, Lookup<FunctionFact>>> = {
  expression: lookup(functions.filter((fact) => fact.kind !== 'threshold')),
  threshold: lookup(functions.filter((fact) => fact.kind === 'threshold')),
};

/** What is known about a function (or a statistic, which can be called as well); undefined when nothing is. */
export const findFunction = (name: string, language: NameLanguage = 'expression'): FunctionFact | undefined =>
  inLanguage[language](name);

/** The constant of that name. */
export const findConstant: Lookup<ConstantFact> = lookup(constants);

/** The statistic of that name, as it stands among the arguments of `SData`. */
export const findStatistic: Lookup<FunctionFact> = lookup(
  functions.filter((fact) => fact.kind === 'statistic'),
);
