// Data Manipulation: reading and writing the user data of the interaction. What the page wrote can be read at once, as in a strategy of IRD.
import { defineFunctions } from '../define.js';
import { argument, type Build, since813, sources } from './row.js';

const documented = {
  evidence: 'documented',
  disposition: 'exact',
  cost: 0,
  target: since813,
  source: sources.userData,
} as const;

const writePair: Build = (args, cx) => {
  cx.assume('attach.visibility');
  return cx.library('attachPair', cx.interaction, argument(args, 0), argument(args, 1));
};

const deleteKey: Build = (args, cx) => {
  cx.assume('attach.visibility');
  return cx.library('detach', cx.interaction, argument(args, 0));
};

export const userData = defineFunctions([
  {
    ...documented,
    ird: 'UData',
    about: 'Value of a key as text; empty when it is missing, 0 where a number is wanted.',
    examples: [
      { ird: "UData['Language']", js: "ird.udata(_data.ird_ixn, 'Language')", value: 'en' },
      { ird: "UData['none']", js: "ird.udata(_data.ird_ixn, 'none')", value: '' },
    ],
    build: (args, cx) => {
      cx.assume('missing.udata');
      return cx.library('udata', cx.interaction, argument(args, 0));
    },
  },
  {
    ...documented,
    ird: 'Update',
    about: 'Adds a pair or replaces its value.',
    examples: [{ ird: "Update['Pass',2]", js: "ird.attachPair(_data.ird_ixn, 'Pass', 2)" }],
    build: writePair,
  },
  {
    ...documented,
    ird: 'Attach',
    cost: 1,
    about:
      'Adds a pair. IRD keeps a second pair when the key exists (assumption); ORS holds one value for a key.',
    examples: [{ ird: "Attach['Pass',1]", js: "ird.attachPair(_data.ird_ixn, 'Pass', 1)" }],
    build: (args, cx, exprs) => {
      if (cx.assume('attach.existing') !== 'replaces the value') {
        cx.review('a key that exists already gets the new value, where IRD would add a second pair');
      }
      return writePair(args, cx, exprs);
    },
  },
  {
    ...documented,
    ird: 'DeleteAttachedData',
    disposition: 'review',
    cost: 1,
    about:
      'Deletes the key that its argument names; that the argument is a key is inferred, the parameters are not documented',
    examples: [{ ird: "DeleteAttachedData['Pass']", js: "ird.detach(_data.ird_ixn, 'Pass')" }],
    build: deleteKey,
  },
  {
    ...documented,
    ird: 'Delete',
    evidence: 'inferred',
    disposition: 'review',
    cost: 1,
    about:
      'Deletes the key that its argument names, as DeleteAttachedData does; the parameters are not documented',
    examples: [{ ird: "Delete['Pass']", js: "ird.detach(_data.ird_ixn, 'Pass')" }],
    build: deleteKey,
  },
]);
