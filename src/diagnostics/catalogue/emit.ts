// Codes 4xxx: writing SCXML.
import { defineCatalogue, entry } from '../define.js';

export const emitEntries = defineCatalogue({
  IRD4001: entry<{ strategy: string }>({
    severity: 'error',
    title: 'Nothing to write: the strategy has no start',
    text: (d) => `No page was written for "${d.strategy}": it has no start block`,
    help: 'Export the strategy again with its Entry object, or check that the profile maps the type of the start block.',
    about: 'A page starts in the state of the Entry block. Without one there is no first state.',
    since: '0.1.0',
  }),
});
