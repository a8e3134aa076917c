// Files that options name, read as text, and what is said when what they hold cannot be used.
import path from 'node:path';
import { displayPath } from '../batch/discover.js';
import { decodeText, readBytes } from '../batch/read-file.js';
import { codeFrame, type Diagnostic } from '../diagnostics/index.js';
import { inert } from '../report/formats/inert.js';
import type { GivenFile } from './pipeline.js';
import { UsageError } from './usage-error.js';

/** A file that an option names, as text; undefined when none is named. `what` says what it is to be. */
export function readGiven(what: string, given: string | undefined, cwd: string): GivenFile | undefined {
  if (given === undefined) return undefined;
  const file = path.resolve(cwd, given);
  const content = readBytes(file);
  if (!content.ok) throw new UsageError(`The ${what} "${given}" cannot be read: ${content.reason}.`);
  return { file: displayPath(file, cwd), text: decodeText(content.bytes) };
}

/** The overrides that count when none are named: those of the working directory. */
const usualOverrides = 'ird2scxml.overrides.yaml';

/** The overrides file that counts: the named one, else the usual one when it is there, none after `--no-overrides` (false). */
export function readOverridesFile(named: string | false | undefined, cwd: string): GivenFile | undefined {
  if (named === false) return undefined;
  const isThere = named !== undefined || readBytes(path.resolve(cwd, usualOverrides)).ok;
  return isThere ? readGiven('overrides file', named ?? usualOverrides, cwd) : undefined;
}

/** What ends a command before it begins: findings about settings, each at its place in one of the files. */
export function settingsFault(diagnostics: readonly Diagnostic[], files: readonly GivenFile[]): UsageError {
  const lines = diagnostics.map(({ code, message, help, span }) => {
    const given = files.find(({ file }) => file === span.file);
    const place = given === undefined ? '' : `${span.file}:${span.start.line}:${span.start.column}  `;
    const frame = given === undefined ? '' : codeFrame(given.text, span);
    return `${place}${code}  ${inert(message)}\n${frame === '' ? '' : `${frame}\n`}  help: ${help}`;
  });
  return new UsageError(lines.join('\n'));
}
