// `--files-from`: the inputs as a list, one a line; `-` is standard input.
import path from 'node:path';
import { decodeText, readBytes } from '../batch/read-file.js';
import { UsageError } from './usage-error.js';

/** The inputs that a list names, relative to the working directory. Empty lines and lines that begin with "#" count for nothing. */
export function readFileList(named: string, cwd: string): readonly string[] {
  const content = readBytes(named === '-' ? '/dev/stdin' : path.resolve(cwd, named));
  if (!content.ok) throw new UsageError(`The list of files "${named}" cannot be read: ${content.reason}.`);
  const lines = decodeText(content.bytes).split(/\r?\n/);
  return lines.map((line) => line.trim()).filter((line) => line !== '' && !line.startsWith('#'));
}
