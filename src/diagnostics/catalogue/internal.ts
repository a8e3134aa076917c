// Codes 9xxx: faults of ird2scxml itself.
import { defineCatalogue, entry } from '../define.js';

export const internalEntries = defineCatalogue({
  IRD9001: entry<{ phase: string; message: string }>({
    severity: 'error',
    title: 'Internal error',
    text: (d) => `ird2scxml failed while it tried to ${d.phase}: ${d.message}`,
    help: 'Report it with the file, or an anonymised copy that still fails. Other files of the batch are not affected.',
    about:
      'An assumption of ird2scxml itself did not hold. No output is written for the file, and the command ends with exit code 2.',
    since: '0.1.0',
  }),
  IRD9002: entry<{ nodes: number; accounted: number; missing: string }>({
    severity: 'error',
    title: 'Source nodes are not accounted for',
    text: (d) =>
      `Of ${d.nodes} source nodes ${d.accounted} ended in a disposition; the first that did not is "${d.missing}"`,
    help: 'Report it with the file: nothing may be dropped in silence. The output of this file was not written.',
    about:
      'After every conversion the dispositions are added up and compared with the number of source nodes. A difference means that ird2scxml lost something.',
    since: '0.1.0',
  }),
});
