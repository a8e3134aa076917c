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

const spellings = (fact: FunctionFact): readonly string[] => [fact.name, ...(fact.aliases ?? [])];

/** Looks a name up as written, then among the aliases, then without regard to case. */
function lookup<Fact extends FunctionFact>(facts: readonly Fact[]): Lookup<Fact> {
  const exact = new Map(facts.flatMap((fact) => spellings(fact).map((name) => [name, fact] as const)));
  const folded = new Map(
    facts.flatMap((fact) => spellings(fact).map((name) => [name.toLowerCase(), fact] as const)),
  );
  return (name) => exact.get(name) ?? folded.get(name.toLowerCase());
}

/**
 * The same, and beyond: Overwrite for Override and the other way round, the form with `Ex` or without it, the members of a family. Of an `Ex` form
 * nothing but the name of its sister is known.
 */
function lookupOfFunctions(facts: readonly FunctionFact[]): Lookup<FunctionFact> {
  const find = lookup(facts);
  const families = facts.filter((fact) => fact.isFamily);
  return (name) => {
    const found = find(name) ?? find(swapped(name));
    if (found !== undefined) return found;
    const sister = find(/ex$/i.test(name) ? name.slice(0, -2) : `${name}Ex`);
    if (sister !== undefined && name !== '') return otherForm(sister);
    const folded = name.toLowerCase();
    return families.find((fact) => folded.startsWith(fact.name.toLowerCase()));
  };
}

const swapped = (name: string): string =>
  name.replace(/over(write|ride)/i, (word) => (/write/i.test(word) ? 'Override' : 'Overwrite'));

function otherForm({ parameters: _unknown, ...sister }: FunctionFact): FunctionFact {
  return { ...sister, evidence: 'unverified', signatureEvidence: 'unverified' };
}

/** How a written name stands to the function that it was found for. */
export function spellingOf(name: string, fact: FunctionFact): 'same' | 'case' | 'member' | 'form' {
  const own = spellings(fact);
  if (own.includes(name)) return 'same';
  const folded = name.toLowerCase();
  if (own.some((spelling) => spelling.toLowerCase() === folded)) return 'case';
  return fact.isFamily && folded.startsWith(fact.name.toLowerCase()) ? 'member' : 'form';
}

const inLanguage: Readonly<Record<NameLanguage, Lookup<FunctionFact>>> = {
  expression: lookupOfFunctions(functions.filter((fact) => fact.kind !== 'threshold')),
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
