// Codes 11xx and 12xx: which format a file is in, and the JSON of export profiles.
import { defineCatalogue, entry } from '../define.js';

const since = '0.1.0';
const profiles =
  "The layout of IRD's XML export is not public, so it is described by a profile: a JSON document that says where strategies, blocks, links and properties stand. docs/export-profile.md explains every key.";

export const formatEntries = defineCatalogue({
  IRD1101: entry<{ extension: string }>({
    severity: 'error',
    title: 'Binary package of IRD',
    text: (d) => `The file is a binary package of IRD (${d.extension}), which cannot be read`,
    help: 'Open the strategies in IRD 8.0 or later and export each of them as XML.',
    about:
      'The formats .rbn and .zcf are not documented. Strategies that were last saved by an IRD before 8.0 have to be opened, changed and saved once before they are exported.',
    since,
  }),
  IRD1102: entry<Record<string, never>>({
    severity: 'error',
    title: 'File is a zip archive',
    text: () => 'The file is a zip archive, not an export',
    help: 'Unpack it and pass the XML files that it holds.',
    about: 'An export of IRD and a diagram of Composer are text files.',
    since,
  }),
  IRD1103: entry<Record<string, never>>({
    severity: 'error',
    title: 'File is SCXML already',
    text: () => 'The file is an SCXML page, there is nothing to convert',
    help: 'Use "ird2scxml check" to validate and run it.',
    about: 'Conversion reads strategies of IRD and diagrams of Composer, and writes SCXML.',
    since,
  }),
  IRD1110: entry<{ fits: string; file: string }>({
    severity: 'error',
    title: 'No export profile fits the file',
    text: (d) => `No export profile fits this file: ${d.fits}; ${d.file}`,
    help: 'Copy the nearest profile from docs/export-profile.md, change the keys that the message names to the paths of this file, and pass it with --profile.',
    about: `${profiles} The message names the two profiles that come nearest, what share of the places that they need is in the file, and the first places that are not.`,
    since,
  }),
  IRD1201: entry<{ problem: string }>({
    severity: 'error',
    title: 'Export profile is not JSON',
    text: (d) => `The export profile is not valid JSON: ${d.problem}`,
    help: 'Correct the profile at this place.',
    about: profiles,
    since,
  }),
  IRD1202: entry<{ place: string; problem: string }>({
    severity: 'error',
    title: 'Export profile has a wrong key or value',
    text: (d) => `In the export profile, ${d.place} ${d.problem}`,
    help: 'Compare it with the list of keys in docs/export-profile.md.',
    about: `${profiles} Unknown keys are refused, because a misspelled rule would silently read nothing.`,
    since,
  }),
  IRD1203: entry<{ place: string; problem: string }>({
    severity: 'error',
    title: 'Path or word in an export profile means nothing',
    text: (d) => `In the export profile, ${d.place} cannot be used: ${d.problem}`,
    help: 'Correct the path or the word; docs/export-profile.md lists what paths may hold and all names of blocks and properties.',
    about: profiles,
    since,
  }),
});
