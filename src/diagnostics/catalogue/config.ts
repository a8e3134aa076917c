// Codes 8xxx: the command line's own findings: what was given as input, where output goes, which scenarios are used.
import { defineCatalogue, entry } from '../define.js';

export const configEntries = defineCatalogue({
  IRD8001: entry<{ path: string }>({
    severity: 'error',
    title: 'Input does not exist',
    text: (d) => `There is no file, folder or pattern match for "${d.path}"`,
    help: 'Check the spelling, and put patterns in quotes so that the shell leaves them alone.',
    about:
      'An input of the command line names nothing. It counts as an error, because a conversion that silently had nothing to do would look like success. The other inputs are processed.',
    since: '0.1.0',
  }),
  IRD8002: entry<{ path: string; kinds: string }>({
    severity: 'error',
    title: 'Folder holds nothing to work on',
    text: (d) => `Folder "${d.path}" holds no ${d.kinds} file, nor does any folder below it`,
    help: 'Name the folder that holds the exports, or name the files one by one: a file that is named is read whatever it is called.',
    about:
      'Folders are searched with everything below them for the usual file names. Folders whose name begins with a dot, "node_modules" and the output folder are passed over; links to folders are not followed.',
    since: '0.1.0',
  }),
  IRD8003: entry<{ path: string; reason: string }>({
    severity: 'error',
    title: 'Input cannot be read',
    text: (d) => `"${d.path}" cannot be read: ${d.reason}`,
    help: 'Check the permissions, and that it is a regular file.',
    about:
      'The operating system refused to open a file or folder, or it is a device or a pipe. The other inputs are processed.',
    since: '0.1.0',
  }),
  IRD8004: entry<{ reason: string }>({
    severity: 'error',
    title: 'Scenario file cannot be used',
    text: (d) => `The scenario file cannot be used: ${d.reason}`,
    help: 'Mend the file; docs/scenarios.md describes the format.',
    about:
      'A scenario file that was named, or that lies beside an input, cannot be read. Nothing is run by guess in its place, so the pages that it belongs to stay unchecked.',
    since: '0.1.0',
  }),
  IRD8005: entry<{ path: string; count: number }>({
    severity: 'info',
    title: 'Files were passed over',
    text: (d) => `In folder "${d.path}" ${d.count} compiled or archived file(s) were passed over`,
    help: 'If they hold strategies, export those from Interaction Routing Designer as XML.',
    about:
      'A folder that was searched holds files (.rbn, .zcf) that may contain strategies but are not read.',
    since: '0.1.0',
  }),
  IRD8006: entry<{ strategy: string; page: string; id: string }>({
    severity: 'warning',
    title: 'Page got a longer name',
    text: (d) =>
      `Several strategies of this run would be written as "${d.id}.scxml"; "${d.strategy}" is written as "${d.page}"`,
    help: 'Rename one of the strategies, or convert them into different folders, if something refers to the page by name.',
    about:
      'Pages are named after their strategy. Strategies of one name in different files get the file name appended, each of them, so that the result does not depend on the order of the inputs.',
    since: '0.1.0',
  }),
  IRD8007: entry<{ strategy: string; page: string }>({
    severity: 'error',
    title: 'Two strategies want the same page',
    text: (d) =>
      `"${d.strategy}" was not written: another strategy of the same file is also called "${d.page}"`,
    help: 'Give one of the two another name in the export.',
    about:
      'Two strategies in one file have the same name, so their pages cannot be told apart. Neither is written.',
    since: '0.1.0',
  }),
  IRD8008: entry<{ page: string }>({
    severity: 'error',
    title: 'File exists and differs',
    text: (d) => `"${d.page}" exists with other content and was left alone`,
    help: 'Compare it with a conversion into an empty folder; with --force it is overwritten.',
    about:
      'Output never replaces a file whose content differs, because it may have been edited by hand. Writing the same bytes again counts as unchanged.',
    since: '0.1.0',
  }),
  IRD8009: entry<{ page: string; reason: string }>({
    severity: 'error',
    title: 'Output cannot be written',
    text: (d) => `"${d.page}" cannot be written: ${d.reason}`,
    help: 'Check the permissions and the free space of the output folder.',
    about:
      'The operating system refused to write. No half-written file is left behind; the other strategies are processed. The command ends with 2 whatever "--fail-on" says, and no baseline accepts it: what the finding names is missing.',
    since: '0.1.0',
  }),
});
