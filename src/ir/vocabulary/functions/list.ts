// List functions of IRD: they read texts of the form `key:value|key:value`, counted from 1; the first of several equal keys wins.
import { documented, family, integer, list, names, optional, recalled, sources, string } from '../define.js';

export const listFunctions = family('List Manipulation', sources.library, [
  {
    name: 'GetIntegerKey',
    parameters: [string('Key'), string('List')],
    returns: 'INTEGER',
    ...documented,
    about:
      'The leading digits of the value that Key has; 0 when the value starts otherwise or the key is absent.',
  },
  {
    name: 'GetStringKey',
    parameters: [string('Key'), string('List')],
    returns: 'STRING',
    ...documented,
    about: 'The value that Key has; empty when the key is absent.',
  },
  {
    name: 'GetMaxSubList',
    parameters: [string('List')],
    returns: 'STRING',
    ...documented,
    about: 'The pairs with the greatest number as value, as a list.',
  },
  {
    name: 'GetMinSubList',
    parameters: [string('List')],
    returns: 'STRING',
    ...documented,
    about: 'The pairs with the smallest number as value, as a list.',
  },
  {
    name: 'ListGetInteger',
    parameters: [integer('Index'), string('List')],
    returns: 'INTEGER',
    evidence: 'documented',
    signatureEvidence: 'inferred',
    about:
      'The value of the pair at Index as a number; 0 beyond the end. The order of the arguments is described both ways.',
  },
  {
    name: 'ListGetKey',
    parameters: [integer('Index'), string('List')],
    returns: 'STRING',
    ...documented,
    about: 'The key of the pair at Index; empty beyond the end.',
  },
  {
    name: 'ListGetSize',
    parameters: [string('List'), optional(integer('Do Not Count Empty Items'))],
    returns: 'INTEGER',
    ...documented,
    about: 'Number of pairs; with the flag set, empty ones do not count.',
  },
  {
    name: 'ListGetString',
    parameters: [integer('Index'), string('List')],
    returns: 'STRING',
    ...documented,
    about: 'The value of the pair at Index; empty beyond the end.',
  },
]);

export const listObjectFunctions = family('List Manipulation', sources.memory, [
  {
    name: 'KVListGetStringValue',
    parameters: [list('List'), string('Key')],
    returns: 'STRING',
    ...recalled,
    about: 'Reads a text from a LIST variable.',
  },
  ...names('unverified', {
    KVListDelete: 'Removes a key from a LIST variable.',
    KVListSize: 'Number of pairs of a LIST variable.',
    KVListKeyByIndex: 'A key of a LIST variable by its position.',
    ListLookup: 'Looks something up in a List object of the configuration.',
    ListLookupValue: 'Value of an item in a List object of the configuration.',
    ListLookupCfg: 'Looks something up in a List object of the configuration.',
    ListGetDataCfg: 'Value of an item in a List object of the configuration.',
  }),
  ...names('unverified', {
    KVListAdd: 'Functions whose names begin so add a pair to a LIST variable.',
    KVListSet: 'Functions whose names begin so set the value of a key in a LIST variable.',
  }).map((row) => ({ ...row, isFamily: true })),
]);
