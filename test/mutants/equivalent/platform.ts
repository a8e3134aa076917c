// Faults in what the simulated platform never does, so that no scenario can show it.
import { argumentsOf, plain } from '../page-values.js';
import { linesOf, blocksOf, wayAround } from '../page-walk.js';
import type { Rule } from './define.js';

export const platformRules: readonly Rule[] = [
  {
    kinds: ['wait-in-milliseconds', 'swapped-ports', 'block-skipped'],
    reason: 'the simulated platform confirms attached data at once: the timer behind it never ends',
    holds: (page, { state, was }) =>
      (was.includes('.timeout') || was.includes('<send ')) &&
      linesOf(page, state).some((line) => /ird\.attach\w*\(/.test(line)),
  },
  {
    kinds: ['wait-in-milliseconds'],
    reason: 'the simulated platform answers this action at once: the timer behind it never ends',
    holds: (page, { state }) =>
      linesOf(page, state).some((line) =>
        /<(?:statistic:subscribe|queue:cancel|queue:query|ixn:(?:accept|attach|detach))/.test(line),
      ),
  },
  {
    kinds: [
      'block-skipped',
      'swapped-ports',
      'statistic-wrong',
      'number-by-ecmascript',
      'lost-error-port',
      'missing-default-route',
    ],
    reason:
      'URS knows its statistics and queues at once; that a question is refused or answered late has no counterpart, so that it cannot be compared',
    holds: (page, { line, state }) =>
      linesOf(page, state).some((each) => /<(?:statistic:subscribe|queue:query) /.test(each)) &&
      /event="(?:error\.(?:statistic|queue\.query)|[\w]+\.timeout")/.test(wayAround(page, line)),
  },
  {
    kinds: ['written-data-not-seen'],
    reason: 'the page reads none of the keys that it writes',
    holds: (page) => {
      const text = blocksOf(page);
      const read = new Set(
        [...text.matchAll(/ird\.udata\(_data\.ird_ixn, '([^']*)'/g)].map(([, key]) => key),
      );
      const readsAll = /ird\.(?:udataPairs|udataKeys|keyList|udata\(_data\.ird_ixn, (?!'))/.test(text);
      const written = [...text.matchAll(/ird\.attach\w*\(_data\.ird_ixn, \{([^}]*)\}/g)].flatMap(
        ([, pairs = '']) => [...pairs.matchAll(/(?:^|, )\s*'?([^':]+?)'?: /g)].map(([, key]) => key),
      );
      return !readsAll && written.every((key) => !read.has(key));
    },
  },
  {
    kinds: ['number-by-ecmascript'],
    reason: 'what is made a number is one already: the platform gives a number',
    holds: (page, { was, now }) => {
      const at = [...was].findIndex((letter, index) => letter !== now[index]);
      const [value = ''] = argumentsOf(was.slice(at), 'num')[0] ?? [];
      const lifted = /^_data\.ird_lifted\.\w+$/.test(value)
        ? page.lines.filter((line) => line.includes(`location="${value}"`) || line.includes(`${value} = `))
        : [value];
      return lifted.every((line) =>
        /_genesys\.statistic\.sData\(|_event\.data\.(?:value|priority|position)|expr="ird\.num\(|(?:expr="| = )(?:-1|0)[";]/.test(
          plain(line),
        ),
      );
    },
  },
  {
    kinds: ['treatment-stop-lost'],
    reason: 'the call has been delivered, which ends what plays by itself',
    holds: (_page, { state }) => state === 'ird_taken',
  },
  {
    kinds: ['request-parameter-lost', 'lost-error-port', 'missing-default-route'],
    reason:
      'the state stands for a block that is not converted: what it does cannot be compared, and `verify` says so',
    holds: (page, { state }) =>
      linesOf(page, state).some(
        (line) =>
          line.includes('<raise event="error.ird2scxml.placeholder"') ||
          line.includes('error.ird2scxml.placeholder'),
      ),
  },
  {
    kinds: ['lost-error-port', 'error-taken-for-success', 'swapped-ports'],
    reason: 'a submit whose targets stand on the page, and whose wait has no limit, has no error',
    holds: (page, { was, state }) =>
      was.includes('event="error.queue.submit"') &&
      linesOf(page, state).some((line) => /<queue:submit [^>]*timeout="99999"/.test(line)),
  },
];
