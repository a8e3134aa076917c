// Codes 8140 to 8159: stored reports, baselines and what is done with them.
import { defineCatalogue, entry } from '../define.js';

export const reportEntries = defineCatalogue({
  IRD8140: entry<{ code: string; strategy: string; fingerprint: string; count: number }>({
    severity: 'error',
    title: 'Entry of the baseline is stale',
    text: (d) =>
      `The baseline accepts ${d.code} in "${d.strategy}" (fingerprint "${d.fingerprint}"), which is no longer found${d.count > 1 ? `, ${d.count} times` : ''}`,
    help: 'Remove what is done from the baseline: ird2scxml baseline prune <report>; then commit the file.',
    about:
      'A baseline lists findings that may stay for a while. When one is gone its entry must go, too, or the same fault could come back unseen. Only entries of files that the run has looked at are compared, so that a part of an estate can be run alone.',
    since: '0.2.0',
  }),
});
