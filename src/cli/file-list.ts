// `--files-from`: the inputs as a list, one a line; `-` is standard input.
import path from 'node:path';
import { decodeText, readBytes } from '../batch/read-file.js';
import { UsageError } from './usage-error.js';

/** The inputs that a list names, relative to the working directory. Empty lines and lines that begin with "#" count for nothing. */
export async function readFileList(named: string, cwd: string): Promise<readonly string[]> {
  const lines = decodeText(await bytesOf(named, cwd)).split(/\r?\n/);
  return lines.map((line) => line.trim()).filter((line) => line !== '' && !line.startsWith('#'));
}

async function bytesOf(named: string, cwd: string): Promise<Uint8Array> {
  if (named === '-') return Buffer.concat((await process.stdin.toArray()) as Uint8Array[]); // no encoding was set
  const content = readBytes(path.resolve(cwd, named));
  if (content.ok) return content.bytes;
  throw new UsageError(`The list of files "${named}" cannot be read: ${content.reason}.`);
}
