// Faults that change nothing that anybody can see, with the reason: each is told by what stands on the page, not by the fact that nothing found it. They do
// not count.
import { readPage, type Mutant, type Page } from '../define.js';
import { effectOf } from '../effect.js';
import { platformRules } from './platform.js';
import { valuesRules } from './values.js';
import { waysRules } from './ways.js';

const rules = [...waysRules, ...valuesRules, ...platformRules];

/** Why a fault on this page changes nothing; undefined when it does. */
export function whyEquivalent(page: Page, mutant: Mutant): string | undefined {
  if (effectOf(readPage(mutant.page)) === effectOf(page)) return sameEffect;
  return rules.find(({ kinds, holds }) => kinds.includes(mutant.kind) && holds(page, mutant))?.reason;
}

const sameEffect =
  'the pages differ only in what is logged, in states that do nothing but lead on or that nothing leads to, and in functions that nothing calls';
