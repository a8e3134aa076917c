// Codes 8165 to 8199: batches: output that was edited by hand, archives, inputs that change meanwhile.
import { defineCatalogue, entry } from '../define.js';

export const batchEntries = defineCatalogue({
  IRD8165: entry<{ page: string; generated: string }>({
    severity: 'warning',
    title: 'Edited file was kept',
    text: (d) => `"${d.page}" was edited since it was written and is kept; the new text is "${d.generated}"`,
    help: 'Carry the changes over by hand, or run again with --merge; with --force the edits are given up.',
    about:
      'Output that was edited by hand since the last run is never overwritten. What the conversion gives now lies beside it, and the file as it was generated before is kept for a merge.',
    since: '0.1.0',
  }),
  IRD8166: entry<{ page: string; places: number }>({
    severity: 'error',
    title: 'Edits contradict the new conversion',
    text: (d) =>
      `"${d.page}" has ${d.places === 1 ? 'a place' : `${String(d.places)} places`} where edits by hand and the new conversion contradict each other`,
    help: 'Look for "<<<<<<<" in the file, decide at each place, and take the marks out; then run again.',
    about:
      'The three-way merge of --merge keeps edits and takes in what is new. Where both changed the same lines, both stand between marks. Until the marks are gone the file is no valid page.',
    since: '0.1.0',
  }),
  IRD8167: entry<{ page: string }>({
    severity: 'info',
    title: 'Edited file stays as it is',
    text: (d) => `"${d.page}" was edited by hand; the conversion gives nothing new`,
    help: 'Nothing need be done; with --force the edits are given up.',
    about:
      'The conversion gives what it gave before, so the edits by hand stand on the current text and there is nothing to merge.',
    since: '0.1.0',
  }),
  IRD8168: entry<{ page: string }>({
    severity: 'info',
    title: 'Edits were merged',
    text: (d) => `"${d.page}" keeps its edits by hand and has the changes of the new conversion`,
    help: 'Look at the file and run its scenarios: lines that do not touch each other may still contradict each other.',
    about: 'The three-way merge of --merge found no line that both sides had changed.',
    since: '0.1.0',
  }),
  IRD8169: entry<{ path: string; reason: string }>({
    severity: 'error',
    title: 'Archive cannot be used',
    text: (d) => `Archive "${d.path}" cannot be used: ${d.reason}`,
    help: 'Pack the exports again as a plain zip file, or unpack them and name the folder; "zip -FF broken.zip --out mended.zip" saves what can be saved of a broken one.',
    about:
      'A zip file is broken, or has too many or too large entries. Nothing of it is converted, also where a part could be read: its directory alone says what belongs to it, and what is missing would be missed by nobody. The other inputs are processed. An archive whose end or directory is damaged is mended by "zip -FF" of Info-ZIP from the files themselves; compare how many it saves with how many were exported.',
    since: '0.1.0',
  }),
  IRD8170: entry<{ path: string; reason: string }>({
    severity: 'error',
    title: 'File in an archive cannot be read',
    text: (d) => `"${d.path}" cannot be read: ${d.reason}`,
    help: 'Pack the file again under a name within the archive, without encryption, by the usual method (deflate).',
    about:
      'One entry of a zip file is encrypted, packed by an unusual method, broken, unpacks to far more than a strategy can be, or has a name that leads out of the archive. The other entries are processed.',
    since: '0.1.0',
  }),
  IRD8171: entry<{ path: string; reason: string }>({
    severity: 'error',
    title: 'Input changed during the run',
    text: (d) =>
      `"${d.path}" was there when the run began, and now ${d.reason}: what needs it was not written`,
    help: 'Run again when nothing changes the inputs.',
    about:
      'Files of a batch are read twice: to see who calls whom, and to convert. A file that vanished or changed in between would make pages that belong to no state of the inputs. Pages of earlier runs are left as they are.',
    since: '0.1.0',
  }),
});
