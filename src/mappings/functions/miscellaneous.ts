// Miscellaneous functions that need nothing but the script engine.
import { defineFunctions } from '../define.js';
import { callLibrary, since813, sources } from './row.js';

export const miscellaneous = defineFunctions([
  {
    ird: 'Rand',
    evidence: 'documented',
    disposition: 'exact',
    cost: 0,
    target: since813,
    source: sources.irdDescription,
    about:
      'A random INTEGER from 1 to the interval, both included. An interval below 1 is an error; what IRD does with one is not documented.',
    throws: true,
    examples: [{ ird: 'Rand[1]', js: 'ird.rand(1)', value: 1 }],
    build: callLibrary('rand'),
  },
]);
