// Options, configuration objects, and settings of the router.
import { any, documented, family, nameDocumented, names, sources, string } from '../define.js';

export const configurationFunctions = family('Configuration Options', sources.library, [
  {
    name: 'FindServiceObjective',
    returns: 'UNKNOWN',
    evidence: 'documented',
    signatureEvidence: 'unverified',
    about:
      'Looks up the service objective of a media type and further attributes; only the media type is known as a parameter.',
  },
  {
    name: 'GetConfigOption',
    returns: 'STRING',
    evidence: 'documented',
    signatureEvidence: 'unverified',
    about: 'Reads an option; configuration objects are searched in a given order (StartFrom...).',
  },
  {
    name: 'Router',
    parameters: [string('Name')],
    returns: 'STRING',
    ...documented,
    about: 'Name of the running router, or of its cluster.',
  },
  {
    name: 'SetCallOption',
    parameters: [string('Option'), any('Value')],
    returns: 'UNKNOWN',
    ...nameDocumented,
    about: 'Sets an option of the router for this call alone.',
  },
  {
    name: 'FindConfigObject',
    parameters: [any('Type'), string('Properties')],
    returns: 'STRING',
    ...documented,
    source: sources.updates,
    about: 'Finds an object of the configuration and gives its properties as a list.',
  },
  ...names('unverified', { ACfgData: 'Reads an option of an application.' }).map((row) => ({
    ...row,
    source: sources.memory,
  })),
  ...names('documented', { GetObjectProperty: 'Reads a property of an object of the configuration.' }).map(
    (row) => ({
      ...row,
      source: "Composer's Help, URS Function Block",
    }),
  ),
]);
