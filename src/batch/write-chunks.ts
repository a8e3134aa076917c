// Writes a file bit by bit: what a run has made may be larger than memory. The file is put in place when it is whole.
import { closeSync, lstatSync, openSync, renameSync, rmSync, writeSync } from 'node:fs';
import path from 'node:path';
import { reasonOf } from './system-errors.js';

/** Characters that are gathered before they are written. */
const enough = 1 << 16;

/** Writes; gives the reason when it cannot. Whatever was there gives way, but a device, a pipe or a link stays what it is and is written through. */
export function writeInChunks(file: string, chunks: Iterable<string>): string | undefined {
  let temporary: string | undefined;
  try {
    const stats = lstatSync(file, { throwIfNoEntry: false });
    const isPassage = stats !== undefined && !stats.isFile() && !stats.isDirectory();
    if (!isPassage) temporary = path.join(path.dirname(file), `.${path.basename(file)}.${process.pid}.tmp`);
    const handle = openSync(temporary ?? file, 'w');
    try {
      let text = '';
      for (const chunk of chunks) {
        text += chunk;
        if (text.length < enough) continue;
        writeAll(handle, text);
        text = '';
      }
      writeAll(handle, text);
    } finally {
      closeSync(handle);
    }
    if (temporary !== undefined) renameSync(temporary, file);
    return undefined;
  } catch (error) {
    if (temporary !== undefined) rmSync(temporary, { force: true });
    return reasonOf(error);
  }
}

/** The system may take less than it is given. */
function writeAll(handle: number, text: string): void {
  const bytes = Buffer.from(text);
  for (let at = 0; at < bytes.length;) at += writeSync(handle, bytes, at);
}
