// Writes the files of one strategy: all of them or none, never a part of one, never over other content unless told to.
import {
  existsSync,
  lstatSync,
  mkdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import path from 'node:path';
import { reasonOf } from './system-errors.js';

export interface OutputFile {
  /** File name within the output folder. */
  readonly name: string;
  readonly text: string;
}

export type WriteResult =
  | { readonly status: 'written' | 'unchanged' }
  /** `name` exists with other content. */
  | { readonly status: 'refused'; readonly name: string }
  | { readonly status: 'failed'; readonly name: string; readonly reason: string };

/** Makes the output folder; gives the reason when it cannot be one. */
export function makeFolder(folder: string): string | undefined {
  try {
    mkdirSync(folder, { recursive: true });
    return statSync(folder).isDirectory() ? undefined : 'it is not a folder';
  } catch (error) {
    const reason = reasonOf(error);
    return reason === 'it exists already' ? 'it is not a folder' : trueReason(folder, reason);
  }
}

/** Node says of a folder on a read-only disk that it does not exist, when it was to make the ones above as well. */
function trueReason(folder: string, reason: string): string {
  const above = path.dirname(folder);
  if (above === folder) return reason;
  if (!existsSync(above)) return trueReason(above, reason);
  try {
    mkdirSync(folder);
    return reason;
  } catch (error) {
    return reasonOf(error);
  }
}

/** Writes `files` together. `flush`: what is in place has reached the disk. The first file is put in place last: when it is there, the others are. */
export function writeTogether(
  folder: string,
  files: readonly OutputFile[],
  force: boolean,
  flush = true,
): WriteResult {
  let current = files[0]?.name ?? '';
  const temporary: string[] = [];
  try {
    const changed: OutputFile[] = [];
    for (const file of files) {
      current = file.name;
      const old = contentOf(path.join(folder, file.name));
      if (old?.equals(Buffer.from(file.text)) === true) continue;
      if (old !== undefined && !force) return { status: 'refused', name: file.name };
      changed.push(file);
    }
    for (const file of changed) {
      current = file.name;
      if (isPassage(path.join(folder, file.name))) continue;
      const place = path.join(folder, temporaryName(file.name));
      temporary.push(place);
      writeFileSync(place, file.text, { flush });
    }
    for (const file of changed.toReversed()) {
      current = file.name;
      const place = path.join(folder, file.name);
      if (isPassage(place)) writeFileSync(place, file.text);
      else renameSync(path.join(folder, temporaryName(file.name)), place);
    }
    return { status: changed.length > 0 ? 'written' : 'unchanged' };
  } catch (error) {
    for (const place of temporary) rmSync(place, { force: true });
    return { status: 'failed', name: current, reason: reasonOf(error) };
  }
}

const temporaryName = (name: string): string => `.${name}.${process.pid}.tmp`;

/** A device, a pipe or a link: what is written goes through it, and it stays what it is. */
function isPassage(file: string): boolean {
  const stats = lstatSync(file, { throwIfNoEntry: false });
  return stats !== undefined && !stats.isFile() && !stats.isDirectory();
}

/** A device or a pipe has no content that could be kept, and may have no end. */
function contentOf(file: string): Buffer | undefined {
  const stats = statSync(file, { throwIfNoEntry: false });
  return stats === undefined || !(stats.isFile() || stats.isDirectory()) ? undefined : readFileSync(file);
}
