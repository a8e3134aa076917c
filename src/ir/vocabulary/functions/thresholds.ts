// Functions of thresholds and skill expressions. They are written in lower case, live in those languages only, and are always evaluated by URS.
import { any, documented, family, integer, sources, string } from '../define.js';

export const thresholdFunctions = family('Threshold', sources.threshold, [
  {
    name: 'sdata',
    kind: 'threshold',
    parameters: [any('Target'), any('Statistic')],
    returns: 'INTEGER',
    ...documented,
    about: 'Value of a statistic of a target.',
  },
  {
    name: 'acfgdata',
    aliases: ['acfdata'],
    kind: 'threshold',
    parameters: [any('Application'), any('Folder'), any('Property'), integer('Default')],
    returns: 'INTEGER',
    ...documented,
    about: 'Number in an option of an application, or the default. The page itself misspells the name once.',
  },
  {
    name: 'callage',
    kind: 'threshold',
    returns: 'INTEGER',
    evidence: 'documented',
    signatureEvidence: 'unverified',
    about: 'Age of the interaction; in which unit is not stated.',
  },
  {
    name: 'lcfgdata',
    kind: 'threshold',
    returns: 'UNKNOWN',
    evidence: 'documented',
    signatureEvidence: 'unverified',
    about: 'Value from a List object of the configuration.',
  },
  {
    name: 'run',
    kind: 'threshold',
    parameters: [string('Subroutine')],
    variadic: true,
    returns: 'STRING',
    ...documented,
    about: 'Runs a subroutine in URS and gives its result as text.',
  },
]);
