// Faults in what is computed, which the values of a page cannot show.
import { failsBy, lineCanFail } from '../page-failures.js';
import { argumentsOf, pageValues } from '../page-values.js';
import { blocksOf } from '../page-walk.js';
import { isWrittenFirst } from '../written-first.js';
import type { Rule } from './define.js';

export const valuesRules: readonly Rule[] = [
  {
    kinds: ['literal-wrong'],
    reason: 'two texts of the strategy are compared, which differ before and after',
    holds: (_page, { was, now }) =>
      [was, now].every((line) => {
        const [, left, right] = /'([^']*)' == '([^']*)'/.exec(line) ?? [];
        return left !== undefined && left !== right;
      }),
  },
  {
    kinds: ['start-value-wrong'],
    reason: 'the variable is not read, or it gets its value before anything reads it',
    holds: (page, { was }) => {
      const name = /id="(v_\w+)"/.exec(was)?.[1] ?? '';
      return isWrittenFirst(page, name) || (pageValues(page).isIdle(name) && !failsBy(page, name));
    },
  },
  {
    kinds: ['division-with-fraction', 'library-comparison'],
    reason: 'the page divides numbers that it holds itself, whose quotient has no such sign or no fraction',
    holds: (page, { state }) =>
      state === 'ird.div' &&
      [...blocksOf(page).matchAll(/ird\.div\(([^()]*)\)/g)].every(([, args = '']) =>
        /^[\d\s,-]+$/.test(args),
      ),
  },
  {
    kinds: ['library-comparison'],
    reason: '0 is the same from above and from below',
    holds: (_page, { was, now }) =>
      /(?:quotient|number) <=? 0/.test(was) && /(?:quotient|number) <=? 0/.test(now),
  },
  {
    kinds: ['assignment-lost', 'addition-off-by-one', 'key-read-wrong', 'number-by-ecmascript'],
    reason: 'the variable that is written decides nothing and goes nowhere',
    holds: (page, { was }) => {
      const name = /^(?:<assign location=")?_data\.(?:\w+\.)*?([vs]_\w+)\b/.exec(was)?.[1];
      return name !== undefined && pageValues(page).isIdle(name) && !lineCanFail(page, was);
    },
  },
  {
    kinds: ['overflow-unnoticed'],
    reason: 'what is computed is made of small numbers of the page and cannot leave 32 bits',
    holds: (page, { was, now }) => {
      const at = [...was].findIndex((letter, index) => letter !== now[index]);
      const [sum = ''] = argumentsOf(was.slice(at), 'int')[0] ?? [];
      return pageValues(page).isSmall(sum);
    },
  },
  {
    kinds: ['division-with-fraction', 'library-comparison'],
    reason: 'what the function is given is never below 0',
    holds: (page, { state, now }) =>
      state === 'ird.whole' &&
      (now.includes('number <= 0') || !now.includes('Math.ceil')) &&
      page.lines.every(
        (line, at) =>
          page.regions[at] === 'library' ||
          argumentsOf(line, 'whole').every(([value = '']) =>
            /statistic\.sData|^_data\.ird_lifted\.| \? 1 : 0$/.test(value),
          ),
      ),
  },
];
