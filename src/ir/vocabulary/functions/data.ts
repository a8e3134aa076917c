// Attached data and call extensions: reading, adding, replacing, removing.
import { any, family, inferred, names, recalled, sources, string } from '../define.js';

export const dataFunctions = family('Data Manipulation', sources.memory, [
  {
    name: 'UData',
    parameters: [string('Key')],
    returns: 'STRING',
    ...inferred,
    about: 'Reads a value of the attached data.',
    source: "general knowledge; Composer's Help, Using User Data, describes the counterpart",
  },
  {
    name: 'Attach',
    parameters: [string('Key'), any('Value')],
    returns: 'UNKNOWN',
    ...recalled,
    about: 'Adds a pair to the attached data.',
  },
  {
    name: 'Update',
    parameters: [string('Key'), any('Value')],
    returns: 'UNKNOWN',
    ...recalled,
    about: 'Sets a value of the attached data, new or not.',
  },
  {
    name: 'Delete',
    parameters: [string('Key')],
    returns: 'UNKNOWN',
    ...recalled,
    about: 'Removes a pair from the attached data.',
  },
  {
    name: 'ExtData',
    parameters: [string('Key')],
    returns: 'STRING',
    ...recalled,
    about: 'Reads a value of the extensions of the call.',
  },
  ...names('documented', { DeleteAttachedData: 'Removes a pair from the attached data.' }).map((row) => ({
    ...row,
    source: "Composer's Help, Using User Data",
  })),
  ...names('unverified', {
    GetRawAttribute: 'Reads an attribute of the event as it came.',
    AttachedDataKeyList: 'Keys of the attached data.',
    AttachedDataItemList: 'Items of the attached data.',
    ExtensionAttach: 'Adds a pair to the extensions of the call.',
    ExtensionUpdate: 'Sets a value of the extensions of the call.',
    ExtensionDelete: 'Removes a pair from the extensions of the call.',
    ExtensionData: 'Reads a value of the extensions of the call.',
  }),
]);
