// Codes 8116 to 8127: what users decide themselves, in overrides files and plug-ins; 8130: the version that they convert for.
import { defineCatalogue, entry } from '../define.js';

export const overrideEntries = defineCatalogue({
  IRD8116: entry<{ reason: string }>({
    severity: 'error',
    title: 'Overrides file cannot be read',
    text: (d) => `The overrides file cannot be read: ${d.reason}`,
    help: 'Correct the YAML at this place; docs/overrides.md shows the format.',
    about:
      'An overrides file is YAML (or JSON, which is YAML too). A conversion with a file that cannot be read does not begin, because it would convert otherwise than decided.',
    since: '0.2.0',
  }),
  IRD8117: entry<{ key: string; where: string; hint: string }>({
    severity: 'error',
    title: 'Unknown key in an overrides file',
    text: (d) => `"${d.key}" is no key of ${d.where}${d.hint}`,
    help: 'Correct the key or remove it; docs/overrides.md lists all keys.',
    about:
      'An unknown key would be passed over in silence, and the override would not do what its author thinks.',
    since: '0.2.0',
  }),
  IRD8118: entry<{ key: string; where: string }>({
    severity: 'error',
    title: 'Key missing in an overrides file',
    text: (d) => `"${d.key}" is missing in ${d.where}`,
    help: 'Add the key; docs/overrides.md says which are required.',
    about: 'The file needs `overrides: 1`, every entry a name, and every entry that is ignored a reason.',
    since: '0.2.0',
  }),
  IRD8119: entry<{ path: string; what: string }>({
    severity: 'error',
    title: 'Wrong value in an overrides file',
    text: (d) => (d.path === '' ? `The file ${d.what}` : `"${d.path}" ${d.what}`),
    help: 'Correct the value; docs/overrides.md says what each key takes.',
    about: 'Every value is checked before anything is converted.',
    since: '0.2.0',
  }),
  IRD8120: entry<{ reason: string }>({
    severity: 'error',
    title: 'Template cannot be used',
    text: (d) => `The template cannot be used: ${d.reason}`,
    help: 'Correct the template; docs/overrides.md says what templates may hold. What they cannot say, a plug-in can.',
    about:
      'Templates are parsed before anything is converted: those of functions as ES5, those of objects as SCXML with ES5 in its attributes. Slots are parts of the tree and stand where a value may stand.',
    since: '0.2.0',
  }),
  IRD8121: entry<{ what: string; name: string; hint: string }>({
    severity: 'error',
    title: 'Override leads to an unknown mapping',
    text: (d) => `No ${d.what} that is converted is called "${d.name}"${d.hint}`,
    help: '"ird2scxml mappings" lists the functions and objects; those with the disposition placeholder are not converted.',
    about: '`as` takes a function or object for another one, which must be one that ird2scxml converts.',
    since: '0.2.0',
  }),
  IRD8122: entry<{ what: string; name: string; hint: string }>({
    severity: 'warning',
    title: 'Override is not used',
    text: (d) => `No ${d.what} "${d.name}" was found that the override applies to${d.hint}`,
    help: 'Correct the name or the conditions, or remove the entry.',
    about:
      'An entry that never applies is often misspelled, its conditions are too narrow, or an entry before it has taken everything. Entries are tried in the order of the file, the first that fits counts.',
    since: '0.2.0',
  }),
  IRD8123: entry<{ name: string; until: string; reason: string }>({
    severity: 'error',
    title: 'Override has expired',
    text: (d) => `"${d.name}" was to be ignored until ${d.until} (${d.reason}); it is no longer ignored`,
    help: 'Do what was put off, or give a later day if the reason still holds.',
    about:
      'What is ignored for a time must not stay ignored for ever. After the day of `until` the entry does not apply any more, and the function or object is converted, or becomes a placeholder, as if it were not there.',
    since: '0.2.0',
  }),
  IRD8125: entry<{ file: string; reason: string }>({
    severity: 'error',
    title: 'Plug-in cannot be loaded',
    text: (d) => `The plug-in "${d.file}" cannot be loaded: ${d.reason}`,
    help: 'Check the path, and that Node can import the file; docs/plugins.md shows one.',
    about:
      'A plug-in is an ES module that `--plugin` or the key `plugins` of an overrides file names. A conversion without it would convert otherwise than decided, so it does not begin.',
    since: '0.2.0',
  }),
  IRD8126: entry<{ file: string; what: string; reason: string }>({
    severity: 'error',
    title: 'Plug-in exports something that cannot be used',
    text: (d) => `In the plug-in "${d.file}", ${d.what} ${d.reason}`,
    help: 'Correct the plug-in; docs/plugins.md lists what rows and mappings hold.',
    about:
      'The default export of a plug-in holds `functions` and `blocks`. Each row and mapping is checked before anything is converted.',
    since: '0.2.0',
  }),
  IRD8127: entry<{ file: string; what: string; reason: string }>({
    severity: 'error',
    title: 'Plug-in failed',
    text: (d) => `The plug-in "${d.file}" failed at ${d.what}: ${d.reason}`,
    help: 'Correct the plug-in; the block became a placeholder.',
    about:
      'Code of a plug-in threw an exception, or gave something that is no part of a page, while a block was converted. The other blocks are converted.',
    since: '0.2.0',
  }),
  IRD8130: entry<{ target: string }>({
    severity: 'error',
    title: 'Target is no version',
    text: (d) => `"${d.target}" is no version of Orchestration Server`,
    help: 'Write the version as 8.1.4, 8.1.440 or 8.1.410.14.',
    about:
      'The target says which rows of the tables a page may use. One that cannot be read would let all of them through in silence.',
    since: '0.2.0',
  }),
});
