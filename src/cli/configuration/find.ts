// Finds the configuration file: upward from the working directory to the root of the repository and no further.
import { existsSync } from 'node:fs';
import path from 'node:path';
import { lilconfigSync } from 'lilconfig';
import { reasonOf } from '../../batch/system-errors.js';
import { displayPath } from '../../batch/discover.js';
import { diagnose, wholeFile } from '../../diagnostics/index.js';
import { settingsFault } from '../given-files.js';

/** File names, in the order in which a folder is looked at. */
export const configNames = [
  'ird2scxml.config.yaml',
  'ird2scxml.config.yml',
  'ird2scxml.config.json',
  'ird2scxml.config.mjs',
  'package.json',
] as const;

/** The key of package.json that holds settings. */
export const packageKey = 'ird2scxml';

/** Absolute path of the file that counts in `cwd`; undefined when there is none. Two in one folder end the command. */
export function findConfig(cwd: string): string | undefined {
  // Reading is done elsewhere, with places: here a file only has to be there.
  const isThere = (): unknown => ({});
  const searcher = lilconfigSync('ird2scxml', {
    searchPlaces: [...configNames],
    stopDir: lastFolder(cwd),
    cache: false,
    ignoreEmptySearchPlaces: false,
    packageProp: [packageKey],
    loaders: {
      '.yaml': isThere,
      '.yml': isThere,
      '.mjs': isThere,
      '.json': (file, text) => (path.basename(file) === 'package.json' ? packageOf(text) : {}),
    },
  });
  const found = searched(cwd, () => searcher.search(cwd)?.filepath);
  if (found === undefined || found === '') return undefined;
  const other = configNames.find(
    (name) =>
      name !== path.basename(found) &&
      name !== 'package.json' &&
      existsSync(path.join(path.dirname(found), name)),
  );
  if (other === undefined) return found;
  const used = displayPath(found, cwd);
  const both = { used: path.basename(used), other };
  throw settingsFault([diagnose('IRD8214', '', wholeFile(used), both)], []);
}

function searched(cwd: string, search: () => string | undefined): string | undefined {
  try {
    return search();
  } catch (error) {
    // A folder of such a name, or a file that must not be read.
    const reason = reasonOf(error);
    throw settingsFault([diagnose('IRD8215', '', wholeFile(cwd), { file: 'ird2scxml.config', reason })], []);
  }
}

/** Where the search ends: the root of the repository; outside of one, the working directory itself. */
function lastFolder(cwd: string): string {
  for (let folder = cwd; ; folder = path.dirname(folder)) {
    if (existsSync(path.join(folder, '.git'))) return folder;
    if (path.dirname(folder) === folder) return cwd;
  }
}

/** A package.json that is no JSON is somebody else's trouble. */
function packageOf(text: string): unknown {
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === 'object' && value !== null ? value : {};
  } catch {
    return {};
  }
}
